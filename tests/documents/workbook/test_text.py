"""Text from people in the workbook: whatever it begins with, it stays text and reads as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.workbook.spreadsheet import read
from tests.documents.workbook.workbook_cases import figures, terms
from tests.prove import how_many
from tests.tools import beside
from workstation.documents.workbook.case_workbook import WorkbookFigures, case_workbook
from workstation.documents.workbook.cell_text import is_risky, safe_text
from workstation.documents.workbook.figures import EvidenceFigures
from workstation.documents.workbook.option_figures import AccountOptionFigures
from workstation.documents.workbook.sources import SourceFigures
from workstation.profile.account import Account
from workstation.profile.budget import BudgetLine

OWN = (
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "　=1+1", "＝1+1", "＋1", "－1", "＠A1",
    "'=1+1", '"=1+1"', ";=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://127.0.0.1/","点击")', "{=1+1}", "1e5", "007",
    "TRUE", "2026-11-23", "<f>1+1</f>", "&amp;=1", "]]>", "_x003D_1+1", "@cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
    '=IMPORTXML("http://127.0.0.1/","//a")', '=WEBSERVICE("http://127.0.0.1/")', '"=1+1","=2"', "\u200b=1+1", "=1+1;=2",
)  # fmt: skip


def hostile_texts() -> tuple[str, ...]:
    """Our own, and those shared with the other readers where they lie beside the repository."""
    shared = beside("corpus", "hostile", "csv_injection.txt")
    return (*OWN, *(shared.read_text("utf-8").split("\n")[:-1] if shared else ()))


def everywhere(text: str) -> WorkbookFigures:
    """The figures with the text in every place a person, a bank or a file name can fill."""
    plain = figures(terms(instalments=2))
    proof = EvidenceFigures(text, "received", text, text, text, None, None, text, text, None, None, text)
    account = replace(plain.accounts[0].account, bank=text, number=text)
    shown = replace(plain.accounts[0], account=account, product=text, bucket=text)
    line = BudgetLine("income", text, plain.budget.lines[0].amount, note=text)
    return replace(
        plain,
        case_number=text,
        name=text,
        agent=text,
        desk=text,
        reason=text,
        requests=(text,),
        source=text,
        evidence=(proof,),
        accounts=(shown,),
        options=tuple(hostile_options(one, account, text) for one in plain.options),
        sources=(SourceFigures(text, text, text, text, text, text),),
        plans=tuple(replace(plan, account=shown) for plan in plain.plans),
        budget=replace(plain.budget, lines=(line,)),
        max_instalments=2,
    )


def hostile_options(one: AccountOptionFigures, account: Account, text: str) -> AccountOptionFigures:
    option = replace(one.options[0], title=text, method=text, decides=text, why=text)
    return replace(one, account=account, options=(option,) * 5, notes=(text,))


def texts(data: bytes) -> list[tuple[str, Any]]:
    book = read(data)
    return [
        (f"{sheet.title}!{cell.coordinate}", cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]


@cache
def plain_formulas() -> frozenset[str]:
    return frozenset(str(cell.value) for _, cell in texts(case_workbook(everywhere("银行"))) if cell.data_type == "f")


@pytest.mark.prove
def test_no_text_becomes_a_formula_or_a_number() -> None:
    texts = hostile_texts()
    for text in Random(7).sample(texts, how_many(16, len(texts))):
        assert_stays_text(text)


def assert_stays_text(text: str) -> None:
    """Each place shows the text itself, as text; the only formulas are those that the plain workbook has."""
    cells = [cell for _, cell in texts(case_workbook(everywhere(text)))]
    shown = [cell for cell in cells if cell.value == safe_text(text) and cell.data_type != "f"]
    assert len(shown) >= 38, f"{text!r} is shown {len(shown)} times"
    assert all(cell.data_type == "s" for cell in shown), f"{text!r} is no text"
    assert all(bool(cell.quotePrefix) is is_risky(text) for cell in shown), f"{text!r} lacks the mark of a text"
    found = {str(cell.value) for cell in cells if cell.data_type == "f" and "!" not in str(cell.value)}
    assert found <= plain_formulas()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("\x1b[31m", "␛[31m"),
        ("\x7f", "\x7f"),
        ("\ufffe", "\ufffd"),
        ("\ud83d", "\ufffd"),
        ("evidence\u202efdp.exe", "evidence\ufffdfdp.exe"),
        ("_x0041_", "_x005F_x0041_"),
        ("一行\n二行", "一行\n二行"),
        ("𠮷野家", "𠮷野家"),
        ("长" * 40_000, "长" * 32_766 + "…"),
    ],
)
def test_what_a_workbook_cannot_hold_is_shown_not_lost(text: str, shown: str) -> None:
    assert safe_text(text) == shown


@settings(max_examples=how_many(15, 1_000))
@given(st.text(max_size=60))
def test_any_text_makes_a_readable_file(text: str) -> None:
    shown = replace(figures(), name=text, case_number=text, desk=text, agent=text, evidence=())
    values = [cell.value for _, cell in texts(case_workbook(shown))]
    assert not text.strip() or safe_text(text) in values


HOSTILE_TITLES: dict[str, Callable[[str], bool]] = {
    "[b]:*?/\\'": lambda title: not set(title) & set("[]:*?/\\'"),
    "很长的银行名称" * 10: lambda title: len(title) <= 31,
    "=1+1": lambda title: "=1+1" in title,
}


@pytest.mark.parametrize("bank", HOSTILE_TITLES)
def test_a_bank_names_its_sheet_within_the_rules(bank: str) -> None:
    book = read(case_workbook(everywhere(bank)))
    assert HOSTILE_TITLES[bank](book.sheetnames[1])
