"""The case workbook as a reader without formulas sees it: every stored figure is the program's, every guard is in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests import builders
from tests.documents.workbook.made_once import EVERY, every, every_file, figures_of_every_plan, plain, plain_file
from tests.documents.workbook.spreadsheet import cells, read
from tests.documents.workbook.workbook_cases import EVERY_METHOD, figures, terms, trials, yuan
from workstation.documents.workbook.case_workbook import case_workbook, workbook_figures
from workstation.documents.workbook.schedule import FIRST_ROW, HEAD_ROW
from workstation.documents.workbook.trial.terms import trial
from workstation.money import Money, Rounding
from workstation.plan.schedule.calculate import ScheduleRow, schedule
from workstation.plan.schedule.terms import FixedPayment, Terms

PLAN = 1
"""The first schedule sheet stands after the summary."""
AFTER = ["方案比选", "收支", "材料清单", "来源对照"]


def book(data: bytes) -> Any:
    return read(data, formulas=False)


def sheet_of(name: str, formulas: bool) -> Worksheet:
    """The schedule of one of the plans."""
    return every(formulas).worksheets[PLAN + list(EVERY).index(name)]


def stored(row: ScheduleRow) -> list[Any]:
    amounts = (row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing)
    day = datetime(row.due_on.year, row.due_on.month, row.due_on.day)
    return [row.no, day, row.days, *(number(amount) for amount in amounts)]


def number(amount: Money) -> Any:
    return pytest.approx(float(amount.text()), abs=1e-9)


def table(sheet: Worksheet, rows: int) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(FIRST_ROW, FIRST_ROW + rows - 1, 1, 10)]


@pytest.mark.parametrize("name", EVERY)
def test_every_stored_figure_is_the_programs(name: str) -> None:
    plan = schedule(EVERY[name])
    sheet = sheet_of(name, False)
    assert table(sheet, len(plan.rows)) == [stored(row) for row in plan.rows]
    totals = [sheet.cell(FIRST_ROW + len(plan.rows), column).value for column in range(5, 10)]
    sums = plan.totals
    assert totals == [number(one) for one in (sums.principal, sums.interest, sums.fee, sums.carried, sums.payment)]


@pytest.mark.parametrize("method", EVERY_METHOD)
def test_every_amount_of_a_plain_plan_is_a_formula(method: str) -> None:
    plan = schedule(EVERY_METHOD[method])
    sheet = sheet_of(method, True)
    for row, formulas in zip(plan.rows, table(sheet, len(plan.rows)), strict=True):
        amounts = (row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing)
        typed = [at for at, amount in enumerate(amounts) if amount and not str(formulas[at + 3]).startswith("=")]
        given = method in ("custom", "step") and typed == [5]
        assert not typed or given, f"row {row.no}: columns {typed} are not live"


def test_interest_is_a_formula_that_a_banker_can_read() -> None:
    sheet = plain(True).worksheets[PLAN]
    assert sheet.cell(FIRST_ROW + 1, 6).value == f"=ROUND(D{FIRST_ROW + 1}*plan_rate*C{FIRST_ROW + 1}/360+plan_tick,2)"
    assert sheet["J6"].value == "=ROUND(PMT(plan_rate/12,plan_count,-plan_amount)+plan_tick,2)"


def test_a_step_is_typed_once() -> None:
    sheet = sheet_of("step", True)
    payments = [row[8] for row in table(sheet, 6)]
    assert payments == [2000, *[f"=I{at}" for at in range(FIRST_ROW, FIRST_ROW + 5)]]


def test_same_figures_same_bytes() -> None:
    assert case_workbook(figures_of_every_plan()) == every_file()


def test_merged_areas_never_meet() -> None:
    """Excel repairs a file, and frightens its reader, where two merged areas share a cell."""
    for sheet in (*every(False).worksheets, *plain(False).worksheets):
        taken = [cell for area in sheet.merged_cells.ranges for cell in area.cells]
        assert len(taken) == len(set(taken)), sheet.title


def test_the_file_names_no_moment_but_the_day_of_its_figures() -> None:
    data, properties = plain_file(), plain(False).properties
    assert properties.created == properties.modified == datetime(2026, 11, 23)
    assert {entry.date_time for entry in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert properties.title == "还款方案工作簿 CC-2026-00417"
    assert properties.creator == builders.SETTINGS.agent


BLANK = "A3"
"""The sentence about empty inputs, blank as long as none is."""


def test_every_formula_has_its_result() -> None:
    results, formulas = every(False), every(True)
    empty = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and results[sheet.title][cell.coordinate].value is None
        if not sheet.title.startswith("试算") and cell.coordinate != BLANK
    ]
    assert not empty


def test_the_check_is_a_formula_and_reads_nothing() -> None:
    rows = len(schedule(terms()).rows)
    assert plain(False).worksheets[PLAN]["J7"].value == 0
    assert plain(True).worksheets[PLAN]["J7"].value == f"=ROUND(I{FIRST_ROW + rows}-plan_program,2)"


def test_sheets_in_order() -> None:
    titles = book(case_workbook(figures(terms(), terms(instalments=6)))).sheetnames
    plans, trials = (tuple(f"{name} 招商银行 {tail}" for tail in ("0001", "0002")) for name in ("还款计划", "试算"))
    assert titles == ["概要", *plans, *trials, *AFTER]


def test_each_sheet_prints_on_a4_landscape_with_its_header() -> None:
    sheets = plain(False).worksheets
    for sheet in sheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape"), sheet.title
        assert sheet.page_setup.fitToWidth == 1 and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_area
        assert "&P / &N" in sheet.oddFooter.right.text
    plan = sheets[PLAN]
    assert plan.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert plan.freeze_panes == f"A{FIRST_ROW}"


def test_formulas_are_guarded_and_inputs_are_open_without_a_password() -> None:
    for sheet in plain(True).worksheets:
        assert sheet.protection.sheet and not sheet.protection.password
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.protection.locked or cell.data_type != "f", f"{sheet.title}!{cell.coordinate}"
    plan = plain(False).worksheets[PLAN]
    assert not plan["C4"].protection.locked and not plan["C5"].protection.locked


def test_formats_of_amounts_days_and_rates() -> None:
    plan = plain(False).worksheets[PLAN]
    assert plan.cell(FIRST_ROW, 9).number_format == "#,##0.00"
    assert plan.cell(FIRST_ROW, 2).number_format == "yyyy-mm-dd"
    assert plan["C5"].number_format == "0.00####%"


def test_amounts_of_a_currency_without_cents_have_none() -> None:
    asked = terms(**{name: Money(amount, "JPY") for name, amount in YEN.items()})
    yen = replace(figures(asked), budget=replace(builders.case_file().budget, currency="JPY", lines=()))
    plan = book(case_workbook(yen)).worksheets[PLAN]
    assert plan.cell(FIRST_ROW, 9).number_format == "#,##0"
    assert plan.cell(FIRST_ROW, 9).value == schedule(asked).rows[0].payment.minor


YEN = {"principal": 500_000, "interest": 1_000, "penalty": 0, "fees": 7, "waive_principal": 0, "down_payment": 0}


def test_inputs_take_only_sense() -> None:
    trial = plain(False)["试算"]
    rules = {at: rule for rule in trial.data_validations.dataValidation for at in str(rule.sqref).split()}

    def rule(name: str) -> tuple[str, str, str | None]:
        found = rules[trial.defined_names[f"try_{name}"].attr_text.rpartition("!")[2].replace("$", "")]
        return found.type, found.formula1, found.formula2

    assert rule("count") == ("whole", "1", "60")
    assert rule("principal") == ("decimal", "0", "9999999999.99")
    assert rule("first_due")[0] == "date" and rule("skip_a") == ("whole", "0", "12")
    assert rule("method") == (
        "list",
        '"等额本息,等额本金,停息分期,分期手续费,固定利息（按原本金）,阶梯还款,约定还款,一次性结清"',
        None,
    )


def test_the_formulas_of_a_trial_do_not_depend_on_the_plan() -> None:
    """So whatever is typed over its inputs, the trial reckons as it would have for those terms."""
    first, *others = (
        [[cell.value for cell in row if cell.data_type == "f"] for row in sheet.iter_rows(7)]
        for sheet in read(trials(*EVERY.values(), most=12)).worksheets
    )
    assert sum(map(len, first)) > 200
    assert all(other == first for other in others)


def test_a_trial_says_what_it_cannot_follow() -> None:
    asked = terms(shift="following", remainder="first", fixed=(FixedPayment(12, yuan("4000")),))
    note = cells(case_workbook(figures(asked)))["试算"]["A3"]
    assert all(text in note for text in ("试算按原定日期", "试算归末期", "试算末期付清剩余"))
    assert "试算" not in cells(plain_file())["试算"]["A3"].partition("须经批准")[2]


@pytest.mark.parametrize(
    "asked",
    [
        terms(principal=yuan("6533.09"), down_payment=yuan("1306.61"), interest=yuan("303.55"), method="flat_fee",
              instalments=32, rounding=Rounding(1000, "up"), remainder="first"),
        terms(principal=yuan("411.12"), down_payment=yuan("82.22"), interest=yuan("3.94"), method="interest_free",
              instalments=56, rounding=Rounding(100), remainder="first"),
    ],
    ids=["fee", "interest-free"],
)  # fmt: skip
def test_amounts_too_coarse_for_the_rows_are_tried_finer(asked: Terms) -> None:
    """The plan has its odd row first, the trial last, where coarse amounts would have paid all off before it."""
    count = len(schedule(asked).rows)
    tried = trial(asked, count, 60)
    assert "simplified" in tried.left_out
    assert len(tried.schedule.rows) == count and tried.schedule.rows[-1].closing.minor == 0


def test_charts_and_conditional_formats_are_native() -> None:
    sheets = plain(False).worksheets
    assert [len(sheet._charts) for sheet in sheets] == [1, 1, 1, 0, 0, 0, 0]
    assert all(list(sheet.conditional_formatting) for sheet in sheets if sheet.title != "收支")


def test_names_are_known_in_their_sheet() -> None:
    plan = plain(False).worksheets[PLAN]
    assert plan.defined_names["plan_rate"].attr_text == "'还款计划 招商银行 0001'!$C$5"


def test_columns_hold_twelve_digits() -> None:
    plan = sheet_of("twelve digits", False)
    longest = len("9,999,999,999.99") + 1
    assert all(plan.column_dimensions[letter].width > longest for letter in "DEFGHIJ")


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_label_is_worded(language: str) -> None:
    shown = cells(case_workbook(figures(terms(), language=language)))
    keys = [
        f"{title}!{at}" for title, values in shown.items() for at, value in values.items() if "workbook." in str(value)
    ]
    assert not keys


def test_figures_come_from_the_case_file() -> None:
    found = workbook_figures(builders.case_file())
    assert (found.case_number, found.name, found.on) == ("CC-2026-00417", "欧阳·阿依古丽", date(2026, 11, 23))
    assert [plan.version for plan in found.plans] == [1]
    assert found.evidence and not found.plans[0].granted
    assert case_workbook(found)


def test_nothing_reads_as_granted_before_the_bank_has_granted_it() -> None:
    asked = figures(terms())
    granted = replace(asked, plans=tuple(replace(plan, granted=True) for plan in asked.plans))
    assert plain(False).worksheets[PLAN]["H1"].value == "申请中，尚未获批准"
    assert book(case_workbook(granted)).worksheets[PLAN]["H1"].value == "银行已批准"


def test_the_number_of_an_account_does_not_leave_the_desk() -> None:
    data = plain_file()
    assert all("6225880000000001" not in str(value) for sheet in cells(data).values() for value in sheet.values())


def test_a_case_without_plan_or_account_has_a_workbook() -> None:
    shown = cells(case_workbook(replace(figures(), evidence=())))
    assert list(shown) == ["概要", *AFTER]


def test_unlike_currencies_are_never_added() -> None:
    dollars = {name: Money(amount, "USD") for name, amount in YEN.items()}
    shown = cells(case_workbook(figures(terms(), terms(**dollars))))["概要"]
    sums = [shown[f"A{at}"] for at in range(1, 40) if str(shown.get(f"A{at}", "")).startswith("合计")]
    assert sums == ["合计 人民币元", "合计 美元"]


def test_the_summary_sets_payments_against_the_surplus() -> None:
    shown = cells(case_workbook(figures(terms(principal=yuan("1000"), interest=yuan("0"), penalty=yuan("0")))))["概要"]
    at = next(at[1:] for at, value in shown.items() if value == "还款后每月余额")
    largest = schedule(terms(principal=yuan("1000"), interest=yuan("0"), penalty=yuan("0"))).rows[0].payment
    assert shown[f"J{at}"] == number(yuan("1204.00") - largest)
