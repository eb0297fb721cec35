"""Messages stand where they cover nothing they speak of; those of a file that was written lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from tests.ui.driver import Answers
from tests.ui.staff import take_sample
from ui.shell.offers import offer_help
from ui.widgets.parts import button, in_role, label
from ui.widgets.room.clear_room import Standing
from ui.widgets.toast import Toast
from workstation.actions import cases


def place_of(window, widget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def test_a_message_covers_neither_the_cursor_nor_the_main_button(driver) -> None:
    toast = driver.window._toast
    for size, where in product([(1366, 768), (960, 600), (1920, 1080)], ["settings", "cases", "banks"]):
        driver.window.resize(*size)
        driver.workbench.open_page(where)
        QApplication.processEvents()
        page = driver.workbench.shown
        main = page.new_button if where == "cases" else page.save_button
        main.setFocus()
        driver.window.context.notices.show_message("已保存。")
        assert toast.isVisible() and driver.window.rect().contains(toast.geometry()), (size, where)
        assert not toast.geometry().intersects(place_of(driver.window, main)), (size, where)
        toast.drop()


def test_a_written_file_is_opened_or_shown_in_its_folder(driver, tmp_path: Path) -> None:
    toast, answers = driver.window._toast, driver.answers
    file = tmp_path / "样例.pdf"
    driver.window.context.notices.tell_written(f"已写入：{file}", file)
    assert not toast.undo.isVisible()
    toast._timer.timeout.emit()
    assert toast.isVisible(), "it covers nothing, so that it may be answered later, too"
    driver.click(toast.open_button)
    driver.click(toast.folder_button)
    assert answers.shown == [file, tmp_path] and not toast.isVisible()
    driver.window.context.notices.show_message("别的事")
    assert not toast.open_button.isVisible() and toast._timer.isActive()


def test_what_nobody_opens_is_said(qtbot, driver, monkeypatch) -> None:
    toast: Toast = driver.window._toast
    monkeypatch.setattr(driver.answers, "show", lambda _file: False)
    driver.window.context.notices.tell_written("已写入", Path("/a/b.xyz"))
    driver.click(toast.open_button)
    assert "b.xyz" in toast.text.text()


def test_nothing_of_a_file_is_left_after_the_lock(driver, tmp_path: Path) -> None:
    driver.window.context.notices.tell_written("已写入", tmp_path)
    driver.window._toast.drop()
    driver.window._toast._on_folder_clicked()
    assert driver.answers.shown == []


def test_a_window_that_grows_is_looked_through_for_a_message_alone(qtbot, answers, monkeypatch) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    toast, looked = Toast(host, answers), list[QWidget]()

    def seen(host: QWidget, without: QWidget) -> Iterator[Standing]:
        looked.append(host)
        return iter(())

    monkeypatch.setattr("ui.widgets.toast.standing", seen)
    host.show()
    host.resize(1200, 700)
    toast.drop()
    host.resize(1300, 700)
    assert looked == []
    toast.show_message("已保存。", "", None)
    looked.clear()
    host.resize(1366, 768)
    assert looked and host.rect().contains(toast.geometry())


def test_a_message_covers_no_large_figure_where_there_is_another_place(qtbot, answers) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    owed, main = label("¥ 59,236.45", "hero"), button("OK", "primary")
    for part, place in ((owed, (0, 20, 900, 60)), (main, (0, 520, 900, 60))):
        part.setParent(host)
        part.setGeometry(*place)
    host.resize(900, 600)
    host.show()
    toast = Toast(host, answers)
    toast.show_message("已保存。", "", None)
    assert not any(toast.geometry().intersects(part.geometry()) for part in (owed, main))


PAGES = ("profile", "conversation", "evidence", "plan", "application", "keep")
SIZES = [(1093, 614), (1366, 768)]


def in_the_way(window) -> list[QWidget]:
    """What a message lies over though somebody reads, types or presses it."""
    toast = window._toast
    for_hands = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    lain_over: list[QWidget] = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and not toast.isAncestorOf(one) and isinstance(one, for_hands)
        if seen_of(window, one).intersects(toast.geometry())
    ]
    for table in window.findChildren(QTableView):
        last = table.model().rowCount() - 1
        row = QRect(0, table.rowViewportPosition(last), table.viewport().width(), table.rowHeight(last))
        here = row & table.viewport().rect()
        if last >= 0 and table.isVisible() and not here.isEmpty():
            place = QRect(table.viewport().mapTo(window, here.topLeft()), here.size())
            lain_over += [table] if place.intersects(toast.geometry()) else []
    return lain_over


def seen_of(window, one: QWidget) -> QRect:
    part = one.visibleRegion().boundingRect()
    return QRect(one.mapTo(window, part.topLeft()), part.size())


def test_a_message_lies_over_nothing_of_a_case(driver) -> None:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    for size, name in product(SIZES, PAGES):
        driver.window.resize(*size)
        driver.page(name)
        driver.window.context.notices.show_message(
            "已撤销：招商银行 ····6214：− 还款 2025-03-01 600.00", "", lambda: None
        )
        QApplication.processEvents()
        driver.window._toast.keep_clear()
        assert in_the_way(driver.window) == [], (size, name)


@pytest.mark.parametrize("size", SIZES)
def test_the_last_case_of_the_list_can_be_seen_while_the_tour_is_offered(driver, desk, size) -> None:
    for number in range(40):
        desk.run(cases.new_case, f"张{number}")
    driver.window.resize(*size)
    driver.workbench.open_page("cases")
    offer_help(driver.window, driver.window.context, lambda _name: None, sample=True)
    table, toast = driver.workbench.cases.table, driver.window._toast
    assert toast.isVisible() and in_the_way(driver.window) == []
    table.setFocus()
    driver.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    table.scrollToBottom()
    toast.keep_clear()
    assert table.rowViewportPosition(39) < table.viewport().height() and in_the_way(driver.window) == []


def test_it_makes_way_for_the_cursor_but_not_from_under_the_mouse(qtbot, answers, monkeypatch) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    first, second = QLineEdit(host), QLineEdit(host)
    first.setGeometry(20, 20, 200, 30)
    second.setGeometry(350, 540, 200, 30)
    second.hide()
    host.show()
    toast = Toast(host, answers)
    toast.show_message("已保存。", "", lambda: None)
    assert toast.geometry().intersects(second.geometry()) and toast._watch.isActive()
    second.show()
    monkeypatch.setattr(toast, "underMouse", lambda: True)
    toast.keep_clear()
    assert toast.geometry().intersects(second.geometry())
    monkeypatch.setattr(toast, "underMouse", lambda: False)
    toast.keep_clear()
    assert not toast.geometry().intersects(second.geometry())
    place = toast.geometry()
    toast.keep_clear()
    assert toast.geometry() == place, "what is clear stays"
    toast.hide()
    assert not toast._watch.isActive()


def test_where_all_is_in_use_a_message_with_a_button_goes_after_its_time(qtbot, answers) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 400)
    first, page = QLineEdit(host), QPlainTextEdit(host)
    first.setGeometry(0, 0, 700, 30)
    page.setGeometry(0, 30, 700, 370)
    page.hide()
    host.show()
    toast = Toast(host, answers)
    toast.show_message("已移除文件", "", lambda: None)
    page.show()
    toast.keep_clear()
    assert toast.isVisible(), "its time is not over"
    toast._timer.timeout.emit()
    assert not toast.isVisible()
    page.hide()
    toast.show_message("已移除文件", "", lambda: None)
    toast._timer.stop()
    toast._timer.timeout.emit()
    assert toast.isVisible(), "it covers nothing"
    page.show()
    toast.keep_clear()
    assert not toast.isVisible(), "a page was turned to that leaves no room"


def beside_full_page(qtbot, answers, left: int, height: int) -> Toast:
    """A message in a window whose page begins at ``left`` and leaves no room."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(left + 670, height)
    QPlainTextEdit(host).setGeometry(left, 0, 670, height)
    host.show()
    return Toast(host, answers)


def test_where_the_page_is_full_it_stands_upright_beside_it(qtbot, answers) -> None:
    toast = beside_full_page(qtbot, answers, 230, 600)
    toast.show_message("已撤销：招商银行 ····6214：− 还款 2025-03-01 600.00", "", lambda: None)
    assert toast.geometry().right() < 230 and toast.height() > toast.text.height() + toast.undo.height()
    assert toast.text.heightForWidth(toast.text.width()) <= toast.text.height(), "nothing of it is cut"


@pytest.mark.parametrize(
    "text",
    ["“bank-statement-of-2026.csv” cannot be shown as a picture here", "已写入：Documents/2026-11-23/packet/欧阳"],
)
def test_no_word_is_cut_however_narrow_it_stands(qtbot, answers, text: str) -> None:
    toast = beside_full_page(qtbot, answers, 330, 500)
    toast.show_message(text, "", None)
    word = max(re.findall("[!-~“”]+", text), key=len)
    assert toast.geometry().right() < 330, "it stands beside the page"
    assert toast.text.fontMetrics().horizontalAdvance(word) <= toast.text.width()


def test_other_words_have_room_too(qtbot, answers) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 500)
    host.show()
    toast = Toast(host, answers)
    toast.show_message("已撤销：" + "工作单位 北方机械厂 → 铁路局；" * 8, "", lambda: None)
    whole = toast.size()
    toast.cover(True)
    assert toast.height() < whole.height()
    toast.cover(False)
    assert toast.size() == whole and toast.text.heightForWidth(toast.text.width()) <= toast.text.height()


def test_a_message_that_stays_is_looked_after_less_and_less_until_the_cursor_moves(qtbot, answers) -> None:
    toast = beside_full_page(qtbot, answers, 330, 500)
    toast.show_message("已撤销", "", lambda: None)
    first = toast._watch.interval()
    for _ in range(10):
        toast._watch.timeout.emit()
    assert toast._watch.isActive() and toast._watch.interval() == 8 * first
    field = QLineEdit(toast.parentWidget())
    field.show()
    field.setFocus()
    QApplication.processEvents()
    toast._on_focus_changed(None, field)
    assert toast._watch.interval() == first


def test_a_message_for_which_only_the_left_has_room_lies_wholly_there(qtbot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    side, page = QFrame(host), QLabel("利息 " * 500, host)
    in_role(side, "sidebar").setGeometry(0, 0, 216, 500)
    page.setGeometry(232, 0, 668, 500)
    host.show()
    toast = Toast(host, Answers())
    toast.show_message("已保存。", "撤销", lambda: None)
    assert side.geometry().contains(toast.geometry())
