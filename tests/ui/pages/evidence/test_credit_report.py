"""A credit report in the window: compared with the case, its findings read, an account taken over by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.evidence.credit_report.test_reading import FILES
from tests.received.letters import mail
from tests.ui.pages.evidence.test_intake import drop
from ui.pages.evidence.page import EvidencePage

pytestmark = pytest.mark.styled


@pytest.fixture
def page(driver) -> EvidencePage:
    """The evidence of a case that asks for a reduction, at the credit report, with a report in it."""
    driver.new_case("欧阳·阿依古丽")
    talk = driver.page("conversation")
    driver.pick(talk.reason, "illness")
    driver.click(talk.requests["reduction"])
    made = driver.page("evidence")
    made.checklist.choose("credit_report")
    drop(made, FILES / "simple.pdf")
    return made


def test_an_entry_chosen_as_soon_as_the_page_is_open_stays_in_sight(driver):
    """The list has its height by then: one that gets it later would have scrolled to where the entry is not."""
    driver.new_case("欧阳·阿依古丽")
    driver.window.resize(1180, 480)
    made = driver.page("evidence")
    table = made.checklist.table
    made.checklist.choose(table.content.rows[-1].requirement.code)
    QApplication.processEvents()
    assert table.verticalScrollBar().maximum() > 0
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def opened(driver, page):
    assert page.preview.statement_button.text().startswith("按信用报告查看")
    driver.click(page.preview.statement_button)
    sheet = page.credit_report
    assert page.stack.currentWidget() is sheet
    return sheet


def test_what_the_report_says_stands_beside_the_case(driver, page):
    sheet = opened(driver, page)
    assert sheet.table.model().rowCount() == 8 and "2026-11-01" in sheet.facts.toolTip() + sheet.facts.text()
    sheet.table.select(lambda one: one.reported.number == 1 and one.reported.kind == "credit_card")
    assert "不在案件的账户中" in sheet.whole.text()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not sheet


def test_an_account_is_added_with_its_number(driver, page):
    sheet = opened(driver, page)
    sheet.table.select(lambda one: one.reported.lender.startswith("马上"))
    driver.click(sheet.add_button)
    assert "账号" in sheet.whole.text() and page.file.accounts == ()
    QTest.keyClicks(sheet.number, "HT-1")
    QTest.keyClick(sheet.number, Qt.Key.Key_Return)
    assert [(one.bank, one.number) for one in page.file.accounts] == [("马上消费金融股份有限公司", "HT-1")]
    assert sheet.table.current().account is not None and not sheet.add_button.isEnabled()


def test_converted_amounts_and_closed_accounts_are_not_offered(driver, page):
    sheet = opened(driver, page)
    sheet.table.select(lambda one: one.reported.currency == "USD")
    assert not sheet.add_button.isEnabled()
    sheet.table.select(lambda one: one.reported.is_over)
    assert not sheet.add_button.isEnabled()


def test_another_paper_is_told_to_be_none(driver, page, tmp_path):
    file = tmp_path / "信.eml"
    file.write_bytes(mail("<p>七月</p>"))
    drop(page, file)
    if page.stack.currentWidget() is page.unlocking:
        driver.click(page.unlocking.open_button)
    sheet = opened(driver, page)
    assert sheet.table.model().rowCount() == 0 and "不是征信中心" in sheet.whole.text()


def test_privacy_covers_the_report(driver, page):
    sheet = opened(driver, page)
    page.context.privacy.toggle()
    shown = [page.context.words.finding(one) for one in sheet.findings.content.rows]
    assert shown and all("马上" not in one and "18,400" not in one for one in shown) and sheet.whole.text() == ""
