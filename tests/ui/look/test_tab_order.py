"""Tab on single pages: back as it came, first into what is empty, and to every box; every view is walked by `tests/ui/layout`."""

from __future__ import annotations

import ast
import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from tests.actions.whole_case import whole_case
from tests.builders import account
from tests.source_tree import sources
from tests.ui.layout.tab_order import walked
from ui.shell.case_pages import PAGES
from ui.widgets.parts import LEADS_BACK
from ui.widgets.room.flow import Flow
from ui.widgets.room.reading_order import stops
from workstation.actions import cases
from workstation.profile.debtor import Phone


def test_back_tab_goes_the_same_way_back(driver, desk) -> None:
    case_id = desk.run(cases.new_case, "张三")
    driver.workbench.open_case(case_id)
    page = driver.page("conversation")
    there = [one for one, *_ in walked(driver.window, page)]
    back = [there[-1]]
    back[0].setFocus()
    while len(back) < len(there):
        QTest.keyClick(back[-1], Qt.Key.Key_Backtab)
        back.append(QApplication.focusWidget() or driver.window)
    assert back == there[::-1]
    first, *_, last = stops(driver.window)
    for key, here, there_then in ((Qt.Key.Key_Tab, last, first), (Qt.Key.Key_Backtab, first, last)):
        here.setFocus()
        QTest.keyClick(here, key)
        assert QApplication.focusWidget() is there_then, "round and round"


def test_a_page_begins_in_its_first_empty_field(driver, desk) -> None:
    case_id = desk.run(cases.new_case, "张三")
    desk.run(cases.save_account, account(case_id=case_id))
    driver.workbench.open_case(case_id)
    assert driver.case.pages["conversation"].reason.hasFocus()
    profile = driver.page("profile")
    assert profile.person.form.fields["resident_id"].editor.hasFocus(), "the name is known"
    driver.click(profile.switches["accounts"])
    focus = QApplication.focusWidget()
    assert profile.accounts.isAncestorOf(focus) and focus.text() == ""


def test_request_boxes_and_phone_kinds_are_reached(driver, desk) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    page = driver.page("conversation")
    reached = [one for one, *_ in walked(driver.window, page)]
    assert len(page.requests) == 6 and all(box in reached for box in page.requests.values())
    person = driver.page("profile").person
    reached = [one for one, *_ in walked(driver.window, driver.case.pages["profile"])]
    assert all(person.form.fields[key].editor.kind in reached for key in ("phones", "phone_2"))


def test_no_ring_stays_at_the_left_round_a_place_one_came_from(driver) -> None:
    rail = driver.workbench.sidebar
    driver.workbench.open_page("today")
    rail.today.setFocus(Qt.FocusReason.TabFocusReason)
    driver.command("cases")
    assert not rail.isAncestorOf(QApplication.focusWidget())
    rail.cases.setFocus(Qt.FocusReason.TabFocusReason)
    driver.press(Qt.Key.Key_Return)
    assert rail.cases.hasFocus(), "the place that is open may keep it"


def test_an_empty_table_takes_no_cursor_and_wears_no_ring(driver, desk) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    table = driver.page("profile").person.contacts.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton)
    assert not table.hasFocus()


def test_a_page_without_an_empty_field_has_the_cursor_all_the_same(driver, desk) -> None:
    """Qt puts it on the rail when what it was in is hidden."""
    case_id = desk.run(cases.new_case, "张三")
    driver.workbench.open_case(case_id)
    for name in driver.case.tabs:
        driver.click(driver.case.tabs[name])
        focus = QApplication.focusWidget()
        assert focus is not None and driver.case.isAncestorOf(focus), name


def test_the_cursor_goes_along_to_the_next_page(driver, desk) -> None:
    """Qt puts it on what was made next when the field that it was in is hidden: here a phone in the strip above the pages."""
    case_id = desk.run(cases.new_case, "张三")
    driver.workbench.open_case(case_id)
    view, profile = driver.case, driver.page("profile")
    profile.show_section("budget")
    debtor = replace(view.file.debtor, phones=(Phone("13800000017"),))
    driver.window.session.run(cases.save_debtor, case_id, debtor)
    for name in (*PAGES[1:], *PAGES[1:]):
        driver.command("page_1")
        profile.budget.sides["expense"].enter(1)
        driver.command(f"page_{PAGES.index(name) + 1}")
        assert view.pages[name].isAncestorOf(QApplication.focusWidget()), name


def test_a_section_that_is_turned_to_again_has_the_cursor(driver, desk) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    profile = driver.page("profile")
    for name in ("accounts", "budget", "accounts", "person"):
        profile.show_section(name)
        assert profile.section(name).isAncestorOf(QApplication.focusWidget()), name


def test_no_page_begins_on_its_way_out(driver, desk) -> None:
    case_id = desk.run(cases.new_case, "张三")
    driver.workbench.open_case(case_id)
    for name in ("imports", "registers", "rules", "due_days", "take_in", "check_packet", "grants", "help"):
        driver.workbench.open_page("cases")
        driver.workbench.open_page(name)
        focus = QApplication.focusWidget()
        assert focus is not None and driver.workbench.shown.isAncestorOf(focus), name
        assert not focus.property(LEADS_BACK), name
    for name in ("hand_over", "timeline", "contacts"):
        driver.workbench.open_of_case(name)
        focus = QApplication.focusWidget()
        assert focus is not None and driver.workbench.shown.isAncestorOf(focus), name
        assert not focus.property(LEADS_BACK), name


@pytest.mark.parametrize("leave", ["settings", "help", "list"])
def test_the_cursor_is_where_it_was_when_one_comes_back(leave, driver, desk) -> None:
    case_id = desk.run(cases.new_case, "张三")
    driver.workbench.open_case(case_id)
    field = driver.page("profile").person.form.fields["phone_2"].editor.number
    field.setFocus()
    if leave == "settings":
        driver.command("settings")
        driver.workbench.switch_to(driver.case, "cases")
    elif leave == "help":
        driver.command("help")
        assert not field.hasFocus()
        driver.press(Qt.Key.Key_Escape)
    else:
        driver.command("cases")
        driver.workbench.open_case(case_id)
        driver.case.turn_to("profile")
    assert field.hasFocus()
    driver.page("plan")
    driver.page("profile")
    assert field.hasFocus(), "and from another page of the case"


def test_a_case_whose_page_has_nothing_empty_opens_with_the_cursor_in_the_page(driver, desk, tmp_path) -> None:
    case_id = whole_case(desk, tmp_path)
    driver.workbench.open_page("cases")
    driver.workbench.open_case(case_id)
    for _ in range(2):
        for name in driver.case.tabs:
            driver.case.turn_to(name)
            page, focus = driver.case.pages[name], QApplication.focusWidget()
            assert focus is not None and page.isAncestorOf(focus), name
    driver.workbench.open_page("settings")
    driver.workbench.open_case(case_id)
    focus = QApplication.focusWidget()
    assert focus is not None and driver.case.pages[driver.case.tab].isAncestorOf(focus)


def _worker(driver):
    """A page of the window with a field, a button that works, and another button."""
    page = driver.page("profile").person
    work, other, field = QPushButton("work"), QPushButton("other"), QLineEdit()
    for one in (field, other, work):
        page.layout().addWidget(one)
        one.show()
    work.setFocus()
    assert work.hasFocus()
    return work, other, field


def test_a_button_that_works_has_the_cursor_back_when_it_is_done(driver, desk) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    work, other, _ = _worker(driver)
    work.setEnabled(False)
    focus = QApplication.focusWidget()
    assert focus is not None and not isinstance(focus, QPushButton | QToolButton), "Enter does nothing else meanwhile"
    work.setEnabled(True)
    assert work.hasFocus()
    work.setEnabled(False)
    other.setFocus()
    work.setEnabled(True)
    assert other.hasFocus(), "whoever went on is not called back"
    work.setFocus()
    work.setEnabled(False)
    driver.press(Qt.Key.Key_Tab)
    assert driver.case.pages["profile"].isAncestorOf(QApplication.focusWidget()), "Tab goes on within the page"


def test_a_button_that_goes_leaves_the_cursor_near_in_no_button(driver, desk) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    work, _, _ = _worker(driver)
    work.hide()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit) and driver.case.pages["profile"].person.isAncestorOf(focus)


def test_going_by_tab_keeps_no_item_of_a_layout_which_qt_deletes_with_its_widget(qtbot) -> None:
    """An item that PySide still knew would stand in the place of the next event at its address."""
    page, inner = QWidget(), Flow()
    qtbot.addWidget(page)
    grid, column = QGridLayout(), QVBoxLayout(page)
    fields = [QLineEdit() for _ in range(6)]
    column.addWidget(fields[0])
    grid.addWidget(fields[2], 0, 1)
    grid.addWidget(fields[1], 0, 0)
    column.addLayout(grid)
    column.addLayout(inner.line((fields[3], 1), (fields[4], 1)))
    column.addWidget(fields[5])
    page.show()
    before = _items()
    assert list(stops(page)) == fields
    assert _items() == before
    for one in (fields[0], fields[1], fields[5]):
        one.setParent(None)
    assert list(stops(page)) == fields[2:5]


def _items() -> int:
    return sum(type(one) is QWidgetItem for one in gc.get_objects())


def test_nothing_of_the_window_asks_a_layout_for_its_items() -> None:
    """But for the layouts that hold items of their own."""
    asked = [
        f"{source.path}:{node.lineno}"
        for source in sources("ui")
        for node in source.nodes(ast.Call)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("itemAt", "itemAtPosition")
    ]
    assert asked == []
