"""A plan that is kept in workbooks: what is owed is that of the day, what came stands in its rows, and long names have room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.documents.papers.single_cases import paid_case
from tests.documents.workbook.spreadsheet import cells, differences, read, recalculated
from tests.documents.workbook.test_portfolio_workbook import AT, rows, written
from tests.documents.workbook.test_widths import CHARACTER, font, room
from workstation.actions.papers.workbooks import evaluated
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_today
from workstation.casework.paper_needs import compared_accounts
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.documents.workbook.figures import workbook_figures
from workstation.money import Money
from workstation.wording import LANGUAGES

LONG = "中国邮政储蓄银行股份有限公司信用卡中心"


@pytest.fixture(scope="module")
def kept() -> CaseFile:
    """933.34 came: the first instalment of 836.67, and some of the second."""
    return paid_case()


def number(amount: Money) -> float:
    return float(amount.text())


def test_the_summary_and_the_list_show_what_is_owed_today(kept: CaseFile) -> None:
    account = kept.accounts[0]
    left = owed_today(kept, account)
    assert left.owed == account.owed - Money(933_34)
    shown = cells(case_workbook(workbook_figures(kept)))["概要"]
    assert number(left.owed) in shown.values() and number(account.owed) not in shown.values()
    (row, *_) = rows(written({"c1": kept}))
    assert [row[AT[name]] for name in ("principal", "owed")] == [number(left.principal), number(left.owed)]


def test_what_came_stands_in_the_rows_of_a_kept_plan(kept: CaseFile) -> None:
    (plan, *_) = workbook_figures(kept).plans
    sheet = next(
        shown
        for title, shown in cells(case_workbook(workbook_figures(kept))).items()
        if plan.account.account.tail in title
    )
    end = 11 + len(plan.schedule.rows)
    assert [sheet.get(at) for at in ("K11", "K12", "K13", f"K{end}")] == [836.67, 96.67, None, 933.34]
    assert sheet["K7"] == number(plan.schedule.totals.payment - Money(933_34))
    (not_kept, *_) = workbook_figures(replace(kept, adoptions=())).plans
    assert not_kept.received == ()


@pytest.mark.timeout(600)
def test_a_kept_plan_is_the_same_after_recalculation(tmp_path: Path) -> None:
    ours = {language.replace("-", ""): case_workbook(workbook_figures(paid_case(language))) for language in LANGUAGES}
    theirs = recalculated(tmp_path, ours)
    assert [one for name in ours for one in differences(cells(ours[name]), theirs[name])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_issuers_are_named_as_papers_name_them(language: str) -> None:
    """What is stored may be a code of the pack."""
    file = paid_case(language)
    shown = {item.issuer for item in workbook_figures(file).evidence}
    assert "public_security" in {one.issuer for one in file.items} - shown
    assert any({"en": "police", "zh-Hans": "公安", "zh-Hant": "公安"}[language] in one for one in shown)


def test_options_and_comparisons_are_about_what_is_owed_today(kept: CaseFile) -> None:
    left = [owed_today(kept, one).components for one in kept.accounts]
    assert [one.account.components for one in evaluated(kept)] == left
    unplanned = replace(kept, adoptions=(), plans=())
    account = unplanned.accounts[0]
    today = owed_today(unplanned, account)
    terms = replace(
        kept.plans[0].terms,
        principal=today.principal,
        interest=today.interest,
        penalty=today.penalty,
        fees=today.fees,
    )
    planned = replace(unplanned, plans=(replace(kept.plans[0], terms=terms),))
    assert [one.owed for one, _ in compared_accounts(planned, account.bank)] == [today.owed]


def test_long_names_have_the_lines_that_they_need(kept: CaseFile) -> None:
    named = replace(
        kept,
        debtor=replace(kept.debtor, name="阿卜杜热合曼·买买提艾力江·吐尔逊"),
        accounts=tuple(replace(one, bank=LONG) for one in kept.accounts),
    )
    assert low(case_workbook(workbook_figures(named))) == []
    assert low(written({"c1": named})) == []


def low(data: bytes) -> list[str]:
    """Cells of one column whose text takes more lines than their row has room for."""
    found = []
    for sheet in read(data, formulas=False):
        usual = sheet.sheet_format.defaultRowHeight
        merged = {str(area).split(":")[0] for area in sheet.merged_cells.ranges}
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.alignment.wrap_text and cell.coordinate not in merged:
                    lines = -(-_pixels(cell) // max(room(sheet, cell), CHARACTER))
                    if lines > 1 and (sheet.row_dimensions[cell.row].height or usual) < lines * 13:
                        found.append(f"{sheet.title}!{cell.coordinate}: {cell.value}")
    return found


def _pixels(cell: Any) -> float:
    return font(bool(cell.font.bold), cell.font.size).getlength(cell.value) / 10
