"""Tables as CSV: what Excel opens is what stood there, and nothing in it is a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.workbook.test_text import everywhere, hostile_texts
from tests.documents.workbook.workbook_cases import EVERY_METHOD, figures, sample_figures, terms
from workstation.documents.workbook.cell_text import is_risky, visible
from workstation.documents.workbook.csv_tables import TABLES, csv_bytes, table_csv
from workstation.money import Money
from workstation.plan.schedule.calculate import schedule

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read Chinese"
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    return list(csv.reader(StringIO(text, newline="")))


@pytest.mark.parametrize("method", EVERY_METHOD)
def test_the_schedule_is_the_programs(method: str) -> None:
    header, *rows = read(table_csv("schedule", figures(EVERY_METHOD[method])))
    plan = schedule(EVERY_METHOD[method])
    assert header[4:7] == ["期次", "还款日", "天数"]
    assert [row[4:] for row in rows] == [
        [str(row.no), row.due_on.isoformat(), str(row.days), *(amount.text() for amount in (
            row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing))]
        for row in plan.rows
    ]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_header_and_even_rows(name: str) -> None:
    header, *rows = read(table_csv(name, sample_figures()))
    assert rows and all(header)
    assert {len(row) for row in rows} == {len(header)}
    assert not any("workbook." in text for text in header)


def test_no_text_of_a_person_is_a_formula() -> None:
    for text in hostile_texts():
        shown = everywhere(text)
        for name in TABLES:
            for row in read(table_csv(name, shown))[1:]:
                assert not any(formula(field) for field in row), f"{text!r} in {name}: {row}"
        assert any(field.endswith(visible(text)) for row in read(table_csv("sources", shown)) for field in row)


def formula(field: str) -> bool:
    """Whether a spreadsheet may take the field for a formula; amounts below zero are amounts."""
    plain = field.lstrip()
    return plain.startswith(FORMULA) and not plain[1:].replace(".", "").isdecimal()


@given(st.text(max_size=40))
def test_any_text_comes_back(text: str) -> None:
    shown = visible(text)
    assert read(csv_bytes([(text, 1)])) == [[f"'{shown}" if is_risky(shown) else shown, "1"]]


def test_amounts_days_and_blanks() -> None:
    assert (
        csv_bytes([(Money(-1230), None, Money(7, "JPY"), terms().first_due)])
        == "\ufeff-12.30,,7,2026-12-10\r\n".encode()
    )
