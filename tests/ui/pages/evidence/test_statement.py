"""The statement view: months with gaps marked, rows with filters, findings that lead to their rows, income of all statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from resources import path
from tests.ui.driver import Driver
from ui.pages.evidence.page import EvidencePage
from workstation.actions import cases
from workstation.money import Money
from workstation.profile.budget import BudgetLine

BANK = path("sample", "evidence", "bank-statement.csv")
EMPLOYER = "北京星海文化传播有限公司"


@pytest.fixture
def page(driver: Driver) -> EvidencePage:
    """The evidence of a case of illness from 2026-07-02, at the bank statement."""
    driver.new_case("欧阳·阿依古丽")
    file = driver.case.file
    run = driver.window.session.run
    talk = replace(file.case, reason="illness", reason_from=date(2026, 7, 2), requests=("instalment_plan",))
    run(cases.save_conversation, talk)
    run(cases.save_budget, replace(file.budget, lines=(BudgetLine("income", "wage", Money(460_000)),)))
    made = driver.page("evidence")
    made.checklist.choose("bank_statement")
    return made


def receive(driver: Driver, page: EvidencePage, file=BANK) -> None:
    driver.answers.paths.append(file)
    driver.click(page.preview.add_button)


def opened(driver: Driver, page: EvidencePage, file=BANK):
    receive(driver, page, file)
    driver.click(page.preview.statement.open_button)
    return page.sheet


def wrong_file(tmp_path, old: bytes, new: bytes):
    data = BANK.read_bytes()
    assert data.count(old) == 1
    made = tmp_path / "changed.csv"
    made.write_bytes(data.replace(old, new))
    return made


def shown(sheet) -> list[int]:
    return [row.number for row in sheet.rows.table.content.rows]


def test_the_layout_is_named_in_words_and_the_gaps_are_marked(driver, page) -> None:
    receive(driver, page)
    view = page.preview.statement
    assert view.head.whole == "招商银行借记卡"
    assert [bar.month for bar in view.chart.bars if bar.gap] == ["2026-08", "2026-09", "2026-10"]
    assert [bar.month for bar in view.chart.bars if not bar.whole] == ["2026-11"]
    assert "2026-08" in view.gaps.text()


def test_a_month_of_the_chart_filters_the_rows_and_the_keys_walk_it(driver, page) -> None:
    sheet = opened(driver, page)
    assert len(shown(sheet)) == 34
    box = sheet.chart._box()
    QTest.mouseClick(sheet.chart, Qt.MouseButton.LeftButton, pos=QPoint(int(box.left()) + 5, int(box.center().y())))
    assert {row.one.on.month for row in sheet.rows.table.content.rows} == {5}
    sheet.chart.setFocus()
    driver.press(Qt.Key.Key_Right)
    assert {row.one.on.month for row in sheet.rows.table.content.rows} == {6}
    driver.press(Qt.Key.Key_Escape)
    assert len(shown(sheet)) == 34
    assert page.stack.currentWidget() is sheet
    driver.press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not sheet


FILTERED = (
    ("医院", "", "", "", 5),
    ("", "income", "", "", 4),
    ("", "", "5000", "", 4),
    ("", "", "", "186", 6),
    ("医院", "expense", "480", "480.00", 3),
    ("6,850.00", "", "", "", 2),
    ("无此人", "", "", "", 0),
)


def test_rows_are_filtered_by_words_kind_and_amount(driver, page) -> None:
    rows = opened(driver, page).rows
    for text, kind, least, most, count in FILTERED:
        driver.type(rows.text, text)
        driver.pick(rows.kind, kind)
        driver.type(rows.least, least)
        driver.type(rows.most, most)
        assert len(rows.table.content.rows) == count, (text, kind, least, most)
        assert f"显示 {count} / 34 行" in rows.count.text()
        driver.click(rows.clear_button)
        assert len(rows.table.content.rows) == 34
        assert not rows.text.text() + rows.kind.raw() + rows.least.text() + rows.most.text()


def test_a_break_is_said_at_once_and_leads_to_its_row_even_when_a_filter_hides_it(driver, page, tmp_path) -> None:
    sheet = opened(driver, page, wrong_file(tmp_path, b'"8,735.13"', b'"8,735.31"'))
    assert "✕" in page.preview.statement.findings.text()
    remark = sheet.findings.table.content.rows[0]
    assert not remark.advice
    assert f"第 {remark.row} 行" in remark.text
    assert "对不上" in sheet.findings.status.text()
    driver.pick(sheet.rows.kind, "income")
    assert remark.row not in shown(sheet)
    sheet.findings.table.selectRow(0)
    assert sheet.rows.table.current().number == remark.row
    assert sheet.rows.table.current().marked
    assert sheet.rows.table.current().one.balance == Money(8_735_31)
    sheet.findings.table.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert sheet.rows.table.hasFocus()


def test_a_row_left_out_stands_in_the_table_with_its_reason(driver, page, tmp_path) -> None:
    sheet = opened(driver, page, wrong_file(tmp_path, b"2026-08-12", b"2026-02-31"))
    left = next(row for row in sheet.rows.table.content.rows if row.one is None)
    assert "日期不存在" in sheet.rows.table.content.text(sheet.rows.table.content.columns[3], left)
    finding = next(one for one in sheet.findings.table.content.rows if one.row == left.number)
    sheet._lead(finding, focus=False)
    assert sheet.rows.table.current().number == left.number


def test_a_gap_leads_to_its_month(driver, page) -> None:
    sheet = opened(driver, page)
    sheet.findings.table.selectRow(1)
    assert {f"{row.one.on:%Y-%m}" for row in sheet.rows.table.content.rows} == {"2026-09"}
    assert sheet.chart.chosen == "2026-09"


def test_income_by_payer_before_and_after_and_against_what_is_stated(driver, page) -> None:
    sheet = opened(driver, page)
    driver.click(sheet.switches["income"])
    income = sheet.income
    first = income.payers.content.rows[0]
    assert first.kind == "wage"
    assert first.usual == Money(6_850_00)
    assert [one.month for one in income.half_year.content.rows] == [f"2026-{month:02d}" for month in range(5, 11)]
    assert income.figures["stated"].text() == "¥ 4,600.00"
    assert income.figures["evidenced"].text() == "¥ 0.00"
    assert income.figures["difference"].text() == "¥ 4,600.00"
    assert income.figures["before"].text() == "¥ 6,850.00"
    assert income.figures["after"].text() == "¥ 0.00"
    assert income.figures["fall"].text() == "100.0%"
    assert "4,600.00" in income.findings.text()
    assert "bank-statement.csv" in income.rests_on.text()


def test_the_same_statement_twice_is_no_double_income(driver, page, tmp_path) -> None:
    receive(driver, page)
    longer = tmp_path / "again.csv"
    longer.write_bytes(BANK.read_bytes().rstrip() + b"\n\n")
    sheet = opened(driver, page, longer)
    driver.click(sheet.switches["income"])
    assert sheet.income.payers.content.rows[0].paid_in("2026-05") == Money(6_850_00)


def test_privacy_masks_the_other_side(driver, page) -> None:
    sheet = opened(driver, page)
    column = sheet.rows.table.content.columns[2]
    row = sheet.rows.table.content.rows[0]
    plain = sheet.rows.table.content.text(column, row)
    driver.command("privacy")
    assert sheet.rows.table.content.text(column, row) != plain


def test_a_place_of_the_checklist_leads_out_of_the_statement(driver, page) -> None:
    sheet = opened(driver, page)
    driver.case.go_to("evidence.id_card")
    assert page.stack.currentWidget() is not sheet
    assert page.checklist.line.requirement.code == "id_card"
