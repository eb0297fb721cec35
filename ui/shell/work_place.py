"""Where a person is in the window, as plain values, and the way back: case, page, tabs, rows, scroll bars and cursor."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from ui.shell.case_pages import PAGES
from ui.shell.case_view import CaseView
from ui.shell.workbench import LASTING, Workbench
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field

Place = dict[str, Any]
_DEEPEST: Final = 40


def place_of(bench: Workbench) -> Place:
    """Where the person is."""
    page = bench.shown
    if isinstance(page, CaseView):
        return {"page": "case", "case": page.file.case.id, "tab": page.tab, "in": place_in(page.pages[page.tab])}
    return {"page": bench.open_name, "in": place_in(page)}


def return_to(bench: Workbench, place: Place) -> None:
    """Go where the person was; a case that is gone leads to the list."""
    name = str(place.get("page", ""))
    if name == "case" and bench.open_case(str(place["case"])):
        if place.get("tab") in PAGES:
            bench.case.turn_to(place["tab"])
            turn_to_soon(bench.case.pages[place["tab"]], place.get("in", {}))
    elif name in LASTING:
        bench.open_page(name)
        turn_to_soon(bench.shown, place.get("in", {}))
    else:
        bench.open_page("cases")


def place_in(page: QWidget) -> Place:
    """What is turned to on a page: each part by its way from the page down."""
    seen = [one for one in page.findChildren(QWidget) if one.isVisible()]
    place: Place = {
        "views": [[_way(page, one), one.raw()] for one in seen if isinstance(one, ChoiceEdit) and _is_view(one)],
        "tabs": [_way(page, one) for one in seen if isinstance(one, QPushButton) and one.isChecked()],
        "rows": [[_way(page, one), one.currentIndex().row()] for one in seen if isinstance(one, QTableView)],
        "scrolled": [[_way(page, one), *_scrolled(one)] for one in seen if isinstance(one, QAbstractScrollArea)],
    }
    focus: QWidget | None = page.window().focusWidget()  # also while another program is in front
    if focus is not None and page.isAncestorOf(focus):
        place |= {"focus": _way(page, focus), "cursor": _cursor(focus)}
    return place


def turn_to(page: QWidget, place: Place) -> None:
    """Turn a page as it was; parts that are not there any more are passed over."""
    for way, code in place.get("views", ()):
        view = _at(page, way)
        if isinstance(view, ChoiceEdit) and view.raw() != code and view.findData(code) >= 0:
            view.load(code)
            view.edited.emit()
    for way in place.get("tabs", ()):
        tab = _at(page, way)
        if isinstance(tab, QPushButton) and tab.isCheckable() and not tab.isChecked() and tab.isEnabled():
            tab.click()
    for way, row in place.get("rows", ()):
        table = _at(page, way)
        if isinstance(table, QTableView) and 0 <= row < table.model().rowCount() and table.currentIndex().row() != row:
            table.selectRow(row)
    _put_cursor(page, place)


def turn_to_soon(page: QWidget, place: Place) -> None:
    """Turn a page as it was once it is laid out: what is not in sight yet cannot take the cursor."""

    def turn() -> None:
        if isValid(page) and page.isVisible():
            turn_to(page, place)
            QTimer.singleShot(0, lambda: scroll_to(page, place))

    QTimer.singleShot(0, turn)


def scroll_to(page: QWidget, place: Place) -> None:
    """Bring the scroll bars where they were, once the page has its size."""
    if not isValid(page):
        return
    for way, across, down in place.get("scrolled", ()):
        area = _at(page, way)
        if isinstance(area, QAbstractScrollArea):
            area.horizontalScrollBar().setValue(across)
            area.verticalScrollBar().setValue(down)


def _put_cursor(page: QWidget, place: Place) -> None:
    focus = _at(page, place["focus"]) if "focus" in place else None
    if focus is None:
        return
    focus.setFocus()
    at = place.get("cursor", -1)
    if isinstance(focus, QLineEdit) and at >= 0:
        focus.setCursorPosition(at)
    elif isinstance(focus, QPlainTextEdit) and at >= 0:
        cursor = focus.textCursor()
        cursor.setPosition(min(at, len(focus.toPlainText())))
        focus.setTextCursor(cursor)


def _cursor(focus: QWidget) -> int:
    if isinstance(focus, QLineEdit):
        return focus.cursorPosition()
    return focus.textCursor().position() if isinstance(focus, QPlainTextEdit) else -1


def _is_view(one: ChoiceEdit) -> bool:
    """A list that says what is looked at; one inside a field is typing, which the journal of drafts keeps."""
    return not isinstance(one.parentWidget(), Field)


def _scrolled(area: QAbstractScrollArea) -> tuple[int, int]:
    return area.horizontalScrollBar().value(), area.verticalScrollBar().value()


def _way(page: QWidget, one: QWidget) -> list[list[Any]]:
    """From the page down: class, and the number among the children of that class."""
    way: list[list[Any]] = []
    at: QWidget | None = one
    while at is not None and at is not page and len(way) < _DEEPEST:
        parent = at.parentWidget()
        if parent is None:
            return []
        way.append([type(at).__name__, _alike(parent, type(at).__name__).index(at)])
        at = parent
    return way[::-1]


def _at(page: QWidget, way: list[list[Any]]) -> QWidget | None:
    at: QWidget = page
    for name, number in way:
        alike = _alike(at, name)
        if number >= len(alike):
            return None
        at = alike[number]
    return at if way else None


def _alike(parent: QWidget, name: str) -> list[QWidget]:
    return [one for one in parent.children() if isinstance(one, QWidget) and type(one).__name__ == name]
