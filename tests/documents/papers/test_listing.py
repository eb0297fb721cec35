"""Registers and reports on paper: every value of the table once, in its form, under its heading, on as many pages as it takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.documents import poppler
from tests.documents.papers.test_debtor_papers import golden
from workstation.documents.papers.listing import ListingFigures, build_listing, listing
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
    golden(listing(replace(TABLE, language=language), Phrases(language, {})), context, f"listing.{language}")


def test_values_in_their_forms(context, tmp_path: Path) -> None:
    words = said(TABLE, tmp_path, context).split()
    for wanted in ("1,234,567.96", "7,000", "87.5", "2026-11-08", "占比", "M7", "一号工作台"):
        assert wanted in words, wanted


def test_a_wide_table_goes_on_under_itself_with_its_first_columns(context, tmp_path: Path) -> None:
    wide = ListingFigures(
        *HEAD, "宽表", tuple(f"栏{at}" for at in range(14)), (14,) * 14, (tuple(f"v{at}" for at in range(14)),) * 3
    )
    words = said(wide, tmp_path, context).split()
    assert [words.count(f"v{at}") for at in range(14)] == [9, 9, *[3] * 12]
    assert [words.count(f"栏{at}") for at in range(14)] == [3, 3, *[1] * 12]


def test_many_rows_take_pages_and_lose_none(context, tmp_path: Path) -> None:
    rows = tuple((f"CC-{at:05}", "欧阳·阿依古丽") for at in range(300))
    many = ListingFigures(*HEAD, TABLE.title, ("编号", "姓名"), (12, 14), rows)
    made = build_listing(many, context)
    words = poppler.text(made.pdf, tmp_path).split()
    assert made.pages > 3 and [one for one in words if one.startswith("CC-")] == [row[0] for row in many.rows]


def test_nothing_to_list_is_said(context, tmp_path: Path) -> None:
    assert "没有可列的内容" in said(ListingFigures(*HEAD, "空表", HEADER, WIDTHS, ()), tmp_path, context)
