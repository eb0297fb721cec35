"""Registers and reports on paper: every value of the table once, in its form, under its heading, on as many pages as it takes."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest

from tests.documents import poppler
from tests.documents.papers.test_debtor_papers import golden
from workstation.documents.papers.listing import ListingFigures, build_listing, listing, sheet_of
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.money import Money
from workstation.wording import LANGUAGES

HEADER = ("币种", "阶段", "账户", "所欠", "占比", "日期", "算式")
WIDTHS = (8, 10, 10, 18, 10, 12, 44)
ROWS = tuple(
    ("CNY", f"M{at}", at * 1000, Money(123_456_789 + at), Decimal(at) / 8, date(2026, 11, at + 1), f"{at} / 8 = {at}")
    for at in range(8)
)
HEAD = ("zh-Hans", "一号工作台", date(2026, 11, 23))
TABLE = ListingFigures(*HEAD, "逾期阶段", HEADER, WIDTHS, ROWS, "占比 = 本阶段 / 全部。")


def said(table: ListingFigures, tmp_path: Path, context: TypesetContext) -> str:
    made = build_listing(table, context)
    assert not made.findings
    return poppler.text(made.pdf, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden_listing(context: TypesetContext, language: str) -> None:
    table = replace(TABLE, language=language)
    golden(listing(table, Phrases(language, {})), sheet_of(table, context), f"listing.{language}")


def test_values_in_their_forms(context, tmp_path: Path) -> None:
    words = said(TABLE, tmp_path, context).split()
    for wanted in ("1,234,567.96", "7,000", "87.5", "2026-11-08", "占比", "M7", "一号工作台"):
        assert wanted in words, wanted


def test_a_wide_table_goes_on_under_itself_with_its_first_columns(context, tmp_path: Path) -> None:
    wide = ListingFigures(
        *HEAD, "宽表", tuple(f"栏{at}" for at in range(20)), (14,) * 20, (tuple(f"v{at}" for at in range(20)),) * 3
    )
    words = said(wide, tmp_path, context).split()
    assert [words.count(f"v{at}") for at in range(20)] == [6, 6, *[3] * 18]
    assert [words.count(f"栏{at}") for at in range(20)] == [2, 2, *[1] * 18]


@pytest.mark.parametrize(("columns", "turned"), [(7, False), (8, True), (11, True)])
def test_a_table_too_wide_for_the_short_side_is_set_on_the_long_one(context, tmp_path: Path, columns, turned) -> None:
    values = tuple(f"v{at}" for at in range(columns))
    table = ListingFigures(*HEAD, "宽表", values, (14,) * columns, (values,) * 3)
    made = build_listing(table, context)
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        _, _, width, height = map(float, pdf.pages[0].mediabox)
    assert (width > height) is turned
    words = poppler.text(made.pdf, tmp_path).split()
    assert [words.count(one) for one in values] == [4] * columns, "its heading and three rows, side by side"


def test_many_rows_take_pages_and_lose_none(context, tmp_path: Path) -> None:
    rows = tuple((f"CC-{at:05}", "欧阳·阿依古丽") for at in range(300))
    many = ListingFigures(*HEAD, TABLE.title, ("编号", "姓名"), (12, 14), rows)
    made = build_listing(many, context)
    words = poppler.text(made.pdf, tmp_path).split()
    assert made.pages > 3 and [one for one in words if one.startswith("CC-")] == [row[0] for row in many.rows]


def test_nothing_to_list_is_said(context, tmp_path: Path) -> None:
    assert "没有可列的内容" in said(ListingFigures(*HEAD, "空表", HEADER, WIDTHS, ()), tmp_path, context)
