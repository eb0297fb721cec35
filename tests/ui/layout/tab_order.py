"""Where Tab comes by on a page, and what is wrong with that: something that takes a key is skipped, or the cursor jumps back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.ui.layout.tour import settle
from tests.ui.seen_texts import in_sight
from ui.sheets.over_page import lies_over
from ui.shell.main_window import MainWindow
from ui.widgets.parts import Card
from ui.widgets.room.reading_order import stops

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
    for one in in_sight(page):
        tabbed = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if one is not page and tabbed and one.isEnabled() and one.focusProxy() is None and not one.size().isEmpty():
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


def faults(window: MainWindow, view: str) -> Iterator[str]:
    """What is wrong with the way of Tab over the page in sight; picks and opens what lies on the way."""
    if view.startswith(OVER) or (window.workbench is not None and lies_over(window.workbench)):
        return  # what lies over a page keeps the cursor to itself
    page = window.workbench.shown if window.workbench is not None else window.entry
    assert page is not None
    before = wanted(page)
    order = walked(window, page)
    reached = [one for one, *_ in order]
    after = wanted(page)  # what is picked on the way opens and closes others
    missed = [one for one in before if one not in reached and one in after]
    yield from (f"skipped {name_of(one)}" for one in missed)
    yield from jumps(order)
