"""No ### in a workbook: every amount, of twelve digits and more, fits its column in the widest of the usual fonts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from PIL import ImageFont

import resources
from tests.documents.workbook.spreadsheet import read
from tests.documents.workbook.workbook_cases import figures, plan_figures, terms, trials, yuan
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.documents.workbook.styles import GROUND
from workstation.documents.workbook.table_book import PlainTable, plain_workbook
from workstation.money import Money
from workstation.plan.schedule.calculate import schedule
from workstation.wording import LANGUAGES

LARGE = yuan("9999999999.99")
PLANS = (
    terms(principal=LARGE, interest=LARGE, penalty=LARGE, instalments=24, down_payment=yuan("1234567890.12")),
    terms(principal=LARGE, method="flat_fee", period_fee=Decimal("0.9"), treat_interest="capitalise"),
    terms(principal=LARGE, method="flat_interest", instalments=60),
)
LONG = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗农村信用合作联社股份有限公司信用卡中心"
PIXELS_A_POINT = 96 / 72
LINE = 1.3
"""Points of a line by those of its type."""
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


@pytest.mark.parametrize(("text", "lines"), [("短", 1), ("材料齐全且已核实，同意按 60 期。" * 6, 5), ("一\n二\n三", 3)])
def test_rows_of_a_plain_table_have_the_lines_that_they_need(text: str, lines: int) -> None:
    """Given, since a reader of the file that lays it out for print does not work them out."""
    sheet = read(
        plain_workbook(PlainTable("t", ("一个很长的栏目名称", "b"), (8, 40), (("x", text), ("y", "短"))))
    ).active
    high = [sheet.row_dimensions[row].height or sheet.sheet_format.defaultRowHeight for row in (1, 2, 3)]
    assert high[0] >= 3 * 13 and lines * 13 <= high[1] <= max(lines * 16 + 6, 18) and high[2] == 18


def cut(data: bytes) -> list[str]:
    """Texts in merged or labelled cells that are longer than the lines their row has room for."""
    found = []
    for sheet in read(data, formulas=False):
        merged = {str(area).split(":")[0] for area in sheet.merged_cells.ranges}
        for row in sheet.iter_rows(max_col=14):
            for cell in row:
                boxed = cell.coordinate in merged or str(cell.fill.fgColor.rgb).endswith(GROUND)
                if isinstance(cell.value, str) and boxed and _lines(sheet, cell) < _wanted(sheet, cell):
                    found.append(f"{sheet.title}!{cell.coordinate}: {cell.value}")
    return found


def _wanted(sheet: Any, cell: Any) -> int:
    return int(-(-font(cell.font.bold, cell.font.size).getlength(cell.value) // (10 * room(sheet, cell))))


def _lines(sheet: Any, cell: Any) -> int:
    high = sheet.row_dimensions[cell.row].height or sheet.sheet_format.defaultRowHeight
    return max(int(high // (cell.font.size * LINE)), 1) if cell.alignment.wrap_text else 1


@pytest.mark.parametrize("bank", ["招商银行股份有限公司信用卡中心", LONG])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_or_label_is_cut(language: str, bank: str) -> None:
    plan = plan_figures(schedule(terms(treat_penalty="first_instalment")))
    account = replace(
        plan.account,
        account=replace(plan.account.account, bank=bank),
        product={"en": "Credit card"}.get(language, "信用卡"),
    )
    shown = replace(figures(), accounts=(account,), plans=(replace(plan, account=account),), language=language)
    book = case_workbook(shown)
    assert [one for one in cut(book) if not one.startswith(("方案比选", "方案比選", "Options"))] == []


@pytest.mark.parametrize(("most", "high"), [(60, 1), (84, 0)])
def test_a_trial_is_printed_on_one_page_and_repeats_no_input(most: int, high: int) -> None:
    """Its rows beyond the count are blank, so that a second page of them would be."""
    (sheet,) = read(trials(terms(), most=most)).worksheets
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, high)
    (repeated,) = {int(row) for row in sheet.print_title_rows.replace("$", "").split(":")}
    assert [sheet.cell(repeated, column).value for column in (1, 2)] == [None, None]
    assert sheet.cell(repeated, 4).value == "期次"
