"""No ### in a workbook: every amount, of twelve digits and more, fits its column in the widest of the usual fonts."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from openpyxl.utils import get_column_letter
from PIL import ImageFont

import resources
from tests.documents.workbook.spreadsheet import read
from tests.documents.workbook.workbook_cases import figures, terms, yuan
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.documents.workbook.table_book import PlainTable, plain_workbook
from workstation.money import Money

LARGE = yuan("9999999999.99")
PLANS = (
    terms(principal=LARGE, interest=LARGE, penalty=LARGE, instalments=24, down_payment=yuan("1234567890.12")),
    terms(principal=LARGE, method="flat_fee", period_fee=Decimal("0.9"), treat_interest="capitalise"),
    terms(principal=LARGE, method="flat_interest", instalments=60),
)
PIXELS_A_POINT = 96 / 72
CHARACTER, MARGIN, INDENT = 7, 5, 9
"""Pixels of a digit of 11-point Calibri, beside a cell's text, and of one step of indent."""


@cache
def font(bold: bool, points: float) -> ImageFont.FreeTypeFont:
    file = resources.path("fonts", f"NotoSansSC-{'Bold' if bold else 'Regular'}.ttf")
    return ImageFont.truetype(str(file), round(points * PIXELS_A_POINT * 10))


def pixels(cell: Any) -> float:
    """What the amount takes, its sign and separators included."""
    decimals = 2 if cell.number_format.endswith(".00") else 0
    return font(cell.font.bold, cell.font.size).getlength(f"{cell.value:,.{decimals}f}") / 10


def room(sheet: Any, cell: Any) -> float:
    """Pixels of the column, of all columns where the cell is merged."""
    merged = next((area for area in sheet.merged_cells.ranges if cell.coordinate in area), None)
    columns = range(merged.min_col, merged.max_col + 1) if merged else (cell.column,)
    widths = [sheet.column_dimensions[get_column_letter(column)].width for column in columns]
    return sum(widths) * CHARACTER + MARGIN * len(widths) - MARGIN - INDENT


def narrow(data: bytes) -> tuple[list[str], int]:
    """The cells whose amount does not fit, and how many amounts there are."""
    found, seen = [], 0
    for sheet in read(data, formulas=False):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (int, float)) and cell.number_format.startswith("#,##0"):
                    seen += 1
                    if pixels(cell) > room(sheet, cell):
                        found.append(f"{sheet.title}!{cell.coordinate}: {cell.value:,.2f}")
    return found, seen


def test_amounts_of_twelve_digits_fit_every_sheet_of_a_case() -> None:
    found, seen = narrow(case_workbook(figures(*PLANS)))
    assert seen > 900
    assert found == []


def test_amounts_fit_a_plain_table() -> None:
    table = PlainTable("t", ("a", "b"), (4, 8), (("x", Money(-99_999_999_999_999)), ("y", Money(5))))
    assert narrow(plain_workbook(table)) == ([], 2)
