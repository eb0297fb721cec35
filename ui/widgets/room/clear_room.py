"""Where in a window nothing stands: what is seen there, how much it must stay in sight, and the place that covers least of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QWidget,
)

CURSOR: Final = 1000
"""The field or the row with the cursor, the main button, what was found and large figures: never covered where there is any other
place.
"""
LAST_ROW: Final = 100
"""The last row of a list, which cannot be scrolled away from below."""
_HEADING: Final = 8
_USED: Final = 3
_SEEN: Final = 1
_TOLD: Final = ("finding", "advice", "bad", "hero")
_FOR_HANDS: Final = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QMenuBar)
_BLANK: Final = (QWidget, QFrame, QStackedWidget)
_CELL: Final = 8
"""Pixels; a place is looked for in steps of it."""

Standing = tuple[QRect, int]
"""What is seen, in pixels of the window, with its weight."""


def standing(host: QWidget, without: QWidget) -> Iterator[Standing]:
    """Everything that is seen in a window but ``without`` and its parts."""
    cursor = host.focusWidget()
    inside = [(host, host.rect())]
    while inside:
        frame, shown = inside.pop()
        start = frame.mapTo(host, QPoint(0, 0))
        for one in frame.children():  # of pages that are not shown nothing is looked at
            if isinstance(one, QWidget) and one is not without and one.isVisible() and not one.isWindow():
                seen = one.geometry().translated(start) & shown
                if not seen.isEmpty():
                    yield from _weighed(host, one, seen, cursor)
                    inside.append((one, seen))


def _weighed(host: QWidget, one: QWidget, seen: QRect, cursor: QWidget | None) -> Iterator[Standing]:
    if isinstance(one, QTableView):
        yield from _rows(host, one, seen, focused=cursor is one)
    elif weight := CURSOR if cursor is one else _weight(one):
        yield seen, weight
    if one.property("role") == "sidebar":  # what lies half over it and half over a page belongs to neither
        yield QRect(seen.right() + 1, seen.top(), 2, seen.height()), _SEEN


def _weight(one: QWidget) -> int:
    role = one.property("role")
    if isinstance(one, QLabel):
        if not one.text() and one.pixmap().isNull():
            return 0
        return CURSOR if role in _TOLD else _HEADING if role == "title" else _SEEN
    if isinstance(one, QPushButton) and role == "primary":
        return CURSOR
    if isinstance(one, _FOR_HANDS):
        return _USED
    if isinstance(one, QAbstractScrollArea):
        return 0 if isinstance(one, QScrollArea) else _SEEN  # a header among them
    return _SEEN if type(one) not in _BLANK and one.findChild(QWidget) is None else 0


def _rows(host: QWidget, table: QTableView, shown: QRect, *, focused: bool) -> Iterator[Standing]:
    """The rows that are seen; below them a list is blank."""
    last, seen = table.model().rowCount() - 1, table.viewport()
    start = seen.mapTo(host, QPoint(0, 0))
    for row in range(max(table.rowAt(0), 0), last + 1):
        top = table.rowViewportPosition(row)
        if top > seen.height():
            break
        weight = LAST_ROW if row == last else _SEEN
        if focused and row == table.currentIndex().row():
            weight = CURSOR
        yield QRect(0, top, seen.width(), table.rowHeight(row)).translated(start) & shown, weight


class ClearRoom:
    """What stands in a window of a size, added up by cells, so that a place is judged at once however large it is."""

    def __init__(self, size: QSize, found: Iterable[Standing]) -> None:
        self._size = size
        self._across, self._down = size.width() // _CELL + 2, size.height() // _CELL + 2
        self._sums = self._summed(found)

    def _summed(self, found: Iterable[Standing]) -> list[list[int]]:
        """At ``[y][x]`` the weights of all cells above and left of it."""
        steps = [[0] * (self._across + 1) for _ in range(self._down + 1)]
        for rect, weight in found:
            if rect.isEmpty():
                continue
            left, top, right, bottom = self._cells(rect)
            steps[top][left] += weight
            steps[top][right] -= weight
            steps[bottom][left] -= weight
            steps[bottom][right] += weight
        above = [0] * (self._across + 1)
        sums = [above]
        for line in steps[:-1]:
            above = [one + here for one, here in zip(above, accumulate(line), strict=True)]
            sums.append([one + here for one, here in zip(sums[-1], accumulate([0, *above[:-1]]), strict=True)])
        return sums

    def _cells(self, rect: QRect) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the cells that a place touches, half open."""
        left, right = self._span(rect.left(), rect.width(), self._across)
        top, bottom = self._span(rect.top(), rect.height(), self._down)
        return left, top, right, bottom

    def covered(self, rect: QRect) -> int:
        """How much a place would cover."""
        left, top, right, bottom = self._cells(rect)
        sums = self._sums
        return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]

    def clearest(self, sizes: Sequence[QSize], edge: int) -> QRect:
        """A place that covers nothing: of the first size that has one, the nearest to the middle of the lower edge; else the one
        that covers least.
        """
        found = []
        for size in sizes:
            found.append((*self._clearest(size, edge), size))
            if not found[-1][0]:
                break
        _, _, x, y, size = min(found, key=lambda one: one[0])
        return QRect(QPoint(x, y), size)

    def _clearest(self, size: QSize, edge: int) -> tuple[int, int, int, int]:
        """What a place of one size covers at least, how far it is from the usual one, and its corner."""
        right, low = self._size.width() - size.width() - edge, self._size.height() - size.height() - edge
        middle, best = (self._size.width() - size.width()) // 2, (sys.maxsize, 0, 0, 0)
        spans = [
            (x, *self._span(x, size.width(), self._across))
            for x in {edge, right, middle, *range(edge, right, 2 * _CELL)}
        ]
        for y in {low, *range(edge, low, _CELL)}:
            top, bottom = self._span(y, size.height(), self._down)
            above, below = self._sums[top], self._sums[bottom]
            for x, first, last in spans:
                covered = below[last] - above[last] - below[first] + above[first]
                if covered <= best[0]:
                    best = min(best, (covered, abs(x - middle) + abs(low - y), max(x, 0), max(y, 0)))
        return best

    @staticmethod
    def _span(start: int, length: int, most: int) -> tuple[int, int]:
        """The cells of a stretch of pixels, half open."""
        first = max(start, 0)
        return min(first // _CELL, most - 1), min((first + length - 1) // _CELL + 1, most - 1)
