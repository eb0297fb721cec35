"""Tab over every page: each thing that takes a key is reached, line by line, left to right; a page begins in its empty field."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.builders import account
from tests.prove import how_many
from tests.ui.layout.tour import prepared, settle, views
from ui.sheets.over_page import lies_over
from ui.shell.case_view import PAGES
from ui.shell.main_window import MainWindow
from ui.widgets.parts import Card
from ui.widgets.room.reading_order import stops
from workstation.actions import cases

pytestmark = [pytest.mark.prove, pytest.mark.timeout(3000)]

_MOST = 400
OVER = ("tour", "message")
Stop = tuple[QWidget, QWidget, QRect]
"""A widget, what it is scrolled with, and where it lies in that."""


def name_of(widget: QWidget) -> str:
    called = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{called[:24]}”"


def above(widget: QWidget, kind: type[QWidget]) -> QWidget | None:
    found = widget.parentWidget()
    while found is not None and not isinstance(found, kind):
        found = found.parentWidget()
    return found


def stop_of(widget: QWidget, window: QWidget) -> Stop:
    area = above(widget, QScrollArea)
    held = area.widget() if isinstance(area, QScrollArea) else window
    return widget, held, QRect(widget.mapTo(held, QPoint(0, 0)), widget.size())


def wanted(page: QWidget) -> list[QWidget]:
    """What takes keys and is seen."""
    found = []
    for one in page.findChildren(QWidget):
        tabbed = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabbed and one.isVisible() and one.isEnabled() and one.focusProxy() is None and not one.size().isEmpty():
            found.append(one)
    return found


def walked(window: MainWindow, page: QWidget) -> list[Stop]:
    """What Tab comes by, from the first of the page until it leaves it or begins again."""
    first = next(stops(page), None)
    if first is None:
        return []
    window.activateWindow()
    settle(window)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[Stop] = []
    for _ in range(_MOST):
        now = QApplication.focusWidget()
        known = [one for one, *_ in seen]
        if now is None or now in known[:-1]:
            break
        if now not in known:  # a label may have several links
            seen.append(stop_of(now, window))
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return [one for one in seen if page.isAncestorOf(one[0])]


def jumps(order: list[Stop]) -> Iterator[str]:
    """Where the cursor goes back: up within a card, or to the left within a line."""
    for (one, held, here), (other, also, there) in pairwise(order):
        if held is not also or above(one, Card) is not above(other, Card):
            continue
        up = there.center().y() < here.top()
        same = abs(there.center().y() - here.center().y()) < min(here.height(), there.height()) // 2
        if (up and there.left() < here.right()) or (same and there.right() <= here.left()):
            yield f"{name_of(one)} → {name_of(other)}"


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_tab_reaches_everything_as_it_is_read(qtbot, window: MainWindow, desk, language) -> None:
    """The suite walks every eighth view, other ones in each language."""
    first, second = prepared(desk)
    window.open_desk(desk, language)
    window.resize(1366, 768)
    found: dict[str, list[str]] = {}
    stride = how_many(8, 1)
    for number, view in enumerate(views(window, first, second)):
        if (number + 4 * (language == "en")) % stride:
            continue
        settle(window)
        if view.startswith(OVER) or (window.workbench is not None and lies_over(window.workbench)):
            continue  # what lies over a page keeps the cursor to itself
        page = window.workbench.shown if window.workbench is not None else window.entry
        assert page is not None
        before = wanted(page)
        order = walked(window, page)
        reached = [one for one, *_ in order]
        after = wanted(page)  # what is picked on the way opens and closes others
        missed = [one for one in before if one not in reached and one in after]
        for fault in (*(f"skipped {name_of(one)}" for one in missed), *jumps(order)):
            found.setdefault(fault, []).append(view)
    assert [f"{fault}: {', '.join(where[:3])}" for fault, where in found.items()] == []


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
    """Qt puts it on the strip above the pages when the field that it was in is hidden."""
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    view = driver.case
    for name in (*view.tabs, *view.tabs):
        driver.command(f"page_{PAGES.index(name) + 1}")
        assert view.pages[name].isAncestorOf(QApplication.focusWidget()), name


def test_a_section_that_is_turned_to_again_has_the_cursor(driver, desk) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    profile = driver.page("profile")
    for name in ("accounts", "budget", "accounts", "person"):
        profile.show_section(name)
        assert profile.section(name).isAncestorOf(QApplication.focusWidget()), name
