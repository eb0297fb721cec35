"""Lists of a bank on the page of keeping: dropped, pasted or chosen, asked about by keyboard, and taken in once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from tests.actions.keep.three_banks import three_banks
from ui.background import Inline
from ui.widgets.toast import Toast
from workstation.actions import cases
from workstation.actions.cases import load_case
from workstation.profile.batch import ImportReject
from workstation.promise.payment import Payment

NAME = "欧阳·阿依古丽"
PAID = f"""还款日期,卡号,姓名,还款金额,流水号
2026-11-20,6222000011118888,{NAME},500.00,A1
2026-11-21,8888,张三,300.00,A2
2026-11-20,,{NAME},"1,000.00",A3
2026-11-20,7777,,1,A5
"""


@pytest.fixture
def case_id(driver, desk):
    case_id, (_, second, _) = three_banks(desk)
    desk.run(cases.save_account, replace(second, as_of=date(2026, 11, 1)), second)
    driver.workbench.open_case(case_id)
    return case_id


@pytest.fixture
def page(driver, case_id):
    return driver.page("keep")


@pytest.fixture
def paid(tmp_path):
    path = tmp_path / "还款.csv"
    path.write_text(PAID, "utf-8")
    return path


def drop(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    nothing = (Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton)
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, nothing[1], nothing[0]))


def press(widget, key):
    QTest.keyClick(widget, key)


def marks(sheet):
    return {one.row: one.taken for one in sheet.table.content.rows}


def test_a_dropped_file_is_asked_about_by_keyboard_and_taken_in_once(driver, desk, page, paid):
    drop(page, paid)
    sheet = page.bank_list("payments")
    assert page.views.currentWidget() is sheet
    assert marks(sheet) == {2: True, 3: None, 4: None, 5: False}
    driver.click(sheet.import_button)  # rows wait: nothing is taken yet
    assert desk.store.find(Payment) == ()
    assert sheet.table.current().row == 3
    press(sheet.question.take_button, Qt.Key.Key_Return)
    assert sheet.table.current().row == 4
    assert not sheet.question.take_button.isEnabled()
    chosen = sheet.question.account
    chosen.setCurrentIndex(chosen.findText("浦发银行", Qt.MatchFlag.MatchStartsWith))
    chosen.activated.emit(chosen.currentIndex())
    assert marks(sheet) == {2: True, 3: True, 4: True, 5: False}
    driver.click(sheet.import_button)
    assert sorted(one.amount.minor for one in desk.store.find(Payment)) == [300_00, 500_00, 1_000_00]
    assert [one.row for one in desk.store.find(ImportReject)] == [5]
    assert sheet.rejects.isVisible()
    drop(page, paid)
    assert marks(sheet) == {2: False, 3: False, 4: False, 5: False}
    assert not sheet.import_button.isEnabled()
    press(sheet, Qt.Key.Key_Escape)
    assert page.views.currentWidget() is not sheet


def test_the_rest_is_left_out_and_the_rows_are_saved(driver, desk, page, paid, answers, tmp_path):
    answers.paths = [paid, tmp_path / "退回.xlsx"]
    driver.click(page.panels["payments"].list_button)
    sheet = page.bank_list("payments")
    driver.click(sheet.choose_button)
    driver.click(sheet.question.rest_button)
    driver.click(sheet.import_button)
    assert [one.amount.minor for one in desk.store.find(Payment)] == [500_00]
    driver.click(sheet.rejects)
    assert (tmp_path / "退回.xlsx").is_file()


def test_pasted_cells_with_unknown_columns_are_mapped_by_hand(driver, desk, page):
    QGuiApplication.clipboard().setText("到账时点\t进账\t户号\n20/11/2026\t500.00\t8888\n")
    page.paste()
    sheet = page.bank_list("payments")
    assert sheet.plan is None
    assert "到账时点: 20/11/2026" in sheet.columns.samples.text()
    for field, title in (("on", "到账时点"), ("amount", "进账"), ("number", "户号")):
        sheet.columns.fields[field].editor.load(title)
        sheet.columns.fields[field].edited.emit()
    assert [one.findings[0].code for one in sheet.table.content.rows] == ["cell_day_unclear"]
    sheet.said.fields["order"].editor.load("dmy")
    sheet.said.fields["order"].edited.emit()
    assert marks(sheet) == {2: True}


def test_payments_before_the_stated_balance_are_settled_for_the_whole_list(driver, desk, page):
    sheet = page.open_list("payments")
    sheet.try_data("还款日期,卡号,还款金额\n2026-10-20,8888,120.00\n".encode(), "a.csv")
    assert marks(sheet) == {2: None}
    sheet.said.fields["in_balance"].editor.load("yes")
    sheet.said.fields["in_balance"].edited.emit()
    driver.click(sheet.import_button)
    assert [one.in_balance for one in desk.store.find(Payment)] == [True]


def test_a_list_of_balances_shows_ours_beside_it(driver, desk, page, case_id, tmp_path):
    driver.click(page.choices["ending"])
    path = tmp_path / "余额.csv"
    path.write_text("尾号,欠款余额\n8888,6100.00\n9999,3000\n", "utf-8")
    drop(page, path)
    sheet = page.bank_list("balances")
    assert marks(sheet) == {2: False, 3: False}
    driver.type(sheet.said.fields["on"].editor, "2026-11-20")
    assert [sheet.table._difference(one) for one in sheet.table.content.rows] == ["¥ 100.00", "—"]
    driver.click(sheet.import_button)
    assert {one.total.minor for one in load_case(desk, case_id).bank_balances} == {6_100_00, 3_000_00}


def test_an_empty_table_says_what_to_do(page):
    assert page.panels["payments"].table.empty
    assert page.panels["payments"].table.accessibleDescription() == page.panels["payments"].table.empty


def test_a_list_whose_sum_differs_asks_for_a_tick(driver, desk, page):
    sheet = page.open_list("payments")
    sheet.try_data("还款日期,卡号,还款金额\n2026-11-20,8888,120.00\n合计,,130\n".encode(), "a.csv")
    assert "130" in sheet.note.text()
    driver.click(sheet.import_button)
    assert desk.store.find(Payment) == ()
    driver.click(sheet.said.fields["sums"].editor)
    assert not sheet.note.text()
    driver.click(sheet.import_button)
    assert len(desk.store.find(Payment)) == 1


class Later:
    """Keeps work until it is let go, as a pool that is busy does."""

    makes_ahead = busy = False

    def __init__(self):
        self.waiting = []

    def run(self, work, done, failed, task=None):
        self.waiting.append((work, done, failed, task))

    def go_on(self):
        work, done, failed, task = self.waiting.pop(0)
        Inline().run(work, done, failed, task)


def named(sheet, titles=(("on", "甲"), ("amount", "乙"), ("number", "丙"))):
    for field, title in titles:
        sheet.columns.fields[field].editor.load(title)
        sheet.columns.fields[field].edited.emit()


def test_columns_named_by_hand_are_offered_for_the_banks_next_list_and_forgotten(driver, desk, page):
    sheet = page.open_list("payments")
    sheet.try_data("甲,乙,丙\n2026-11-20,500.00,8888\n".encode(), "a.csv")
    named(sheet)
    assert sheet.remembered.isHidden()
    driver.click(sheet.import_button)
    page.open_list("payments").try_data("甲,乙,丙\n2026-11-21,70.00,8888\n".encode(), "b.csv")
    assert marks(sheet) == {2: True}
    assert "平安银行" in sheet.remembered.text.text()
    driver.click(sheet.columns_button)
    assert sheet.columns.columns["amount"] == "乙"
    driver.click(sheet.columns_button)
    driver.click(sheet.remembered.forget_button)
    assert sheet.plan is None
    assert sheet.remembered.isHidden()
    assert sheet.columns.isVisible()


def test_matching_runs_in_the_background_and_is_stopped(driver, page, monkeypatch):
    sheet, later = page.open_list("payments"), Later()
    monkeypatch.setattr(sheet.matching, "_context", replace(sheet.matching._context, background=later))
    sheet.try_data("还款日期,卡号,还款金额\n2026-11-20,8888,120.00\n2026-11-21,8888,130.00\n".encode(), "a.csv")
    assert sheet.matching.isVisible()
    assert not sheet.import_button.isEnabled()
    driver.click(sheet.matching.stop_button)
    later.go_on()
    assert sheet.plan is None
    assert "已停止" in sheet.note.text()
    sheet.said.edited.emit()
    sheet.said.edited.emit()  # another answer before the first was matched: only the last is heard
    later.go_on()
    assert sheet.plan is None
    later.go_on()
    assert marks(sheet) == {2: True, 3: True}
    assert sheet.matching.isHidden()


def test_of_several_lists_none_is_read_in_place_of_all_which_is_said(driver, page, paid, tmp_path):
    """The second would have been left unread without a word."""
    other = tmp_path / "other.csv"
    other.write_bytes(paid.read_bytes())
    drop(page, paid, other)
    assert page.views.currentWidget() is page._kept
    assert "2 个文件" in driver.window.findChild(Toast).text.text()
    both = QMimeData()
    both.setUrls([QUrl.fromLocalFile(str(path)) for path in (paid, other)])
    QGuiApplication.clipboard().setMimeData(both)
    page.paste()
    assert page.views.currentWidget() is page._kept
    drop(page, paid)
    assert page.bank_list("payments").isVisible()
