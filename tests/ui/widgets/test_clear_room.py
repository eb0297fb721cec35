"""The place that covers least, held against every place looked at one by one; rows, cursor and hidden pages are weighed rightly."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTableWidget, QWidget

from tests.prove import how_many
from ui.widgets.parts import button, label
from ui.widgets.room.clear_room import CURSOR, LAST_ROW, ClearRoom, standing

EDGE = 12


def touched(place: QRect, found: list[tuple[QRect, int]]) -> int:
    """How many cells of eight pixels a place shares with what stands there, each by its weight."""

    def cells(rect: QRect) -> set[tuple[int, int]]:
        across, down = range(rect.left() // 8, rect.right() // 8 + 1), range(rect.top() // 8, rect.bottom() // 8 + 1)
        return {(x, y) for x in across for y in down}

    return sum(weight * len(cells(place) & cells(rect)) for rect, weight in found)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(how_many(5, 60)))
def test_the_place_covers_no_more_than_any_other(seed: int) -> None:
    chance = random.Random(seed)
    window = QSize(chance.randrange(300, 700), chance.randrange(200, 420))
    found = []
    for _ in range(chance.randrange(4, 24)):
        at = QPoint(chance.randrange(window.width() - 40), chance.randrange(window.height() - 30))
        inside = QSize(window.width() - at.x(), window.height() - at.y())
        size = QSize(chance.randrange(8, 240), chance.randrange(8, 90)).boundedTo(inside)
        found.append((QRect(at, size), chance.choice((1, 3, LAST_ROW, CURSOR))))
    room = ClearRoom(window, found)
    sizes = [QSize(220, 50), QSize(120, 90)]
    place = room.clearest(sizes, EDGE)
    assert place.size() in sizes and QRect(QPoint(0, 0), window).contains(place)
    assert room.covered(place) == touched(place, found)
    others = [
        QRect(QPoint(x, y), size)
        for size in sizes
        for x in range(EDGE, window.width() - size.width() - EDGE, 16)
        for y in range(EDGE, window.height() - size.height() - EDGE, 8)
    ]
    assert touched(place, found) <= min(touched(one, found) for one in others)
    if touched(place, found):
        return
    assert not any(place.intersects(rect) for rect, _ in found)


def test_an_empty_window_has_it_in_the_middle_of_the_lower_edge() -> None:
    place = ClearRoom(QSize(1000, 600), ()).clearest([QSize(400, 50)], EDGE)
    assert place == QRect(300, 600 - 50 - EDGE, 400, 50)


def test_rows_cursor_and_button_are_weighed_and_a_hidden_page_is_not(qtbot) -> None:
    host, pages = QWidget(), QStackedWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    pages.setParent(host)
    pages.setGeometry(0, 0, 600, 400)
    shown, hidden = QWidget(), QWidget()
    pages.addWidget(shown)
    pages.addWidget(hidden)
    table, field, main = QTableWidget(3, 1, shown), QLineEdit(shown), button("OK", "primary")
    main.setParent(shown)
    label("unseen").setParent(hidden)
    for part, place in ((table, (0, 0, 300, 300)), (field, (320, 10, 200, 30)), (main, (320, 60, 100, 30))):
        part.setGeometry(*place)
    host.show()
    field.setFocus()
    apart = QWidget(host)
    found = list(standing(host, apart))
    assert [rect for rect, weight in found if weight == CURSOR] == [QRect(320, 10, 200, 30), QRect(320, 60, 100, 30)]
    (last,) = [rect for rect, weight in found if weight == LAST_ROW]
    start = table.viewport().mapTo(host, QPoint(0, 0))
    assert last.top() == start.y() + table.rowViewportPosition(2) and last.height() == table.rowHeight(2)
    below = QRect(start.x() + 4, last.bottom() + 20, 100, 40)
    assert not any(below.intersects(rect) for rect, _ in found), "below its rows a list is blank"
    table.setCurrentCell(1, 0)
    table.setFocus()
    rows = [rect.top() for rect, weight in standing(host, apart) if weight == CURSOR and rect.width() > 200]
    assert rows == [start.y() + table.rowViewportPosition(1)]


@pytest.mark.parametrize("row", [0, 3, 5])
def test_where_all_is_full_other_rows_are_covered_than_the_last_and_the_one_with_the_cursor(qtbot, row: int) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 420)
    table = QTableWidget(6, 1, host)
    table.setGeometry(0, 0, 400, 420)
    table.horizontalHeader().hide()
    for number in range(6):
        table.setRowHeight(number, 70)
    host.show()
    table.setCurrentCell(row, 0)
    table.setFocus()
    place = ClearRoom(host.size(), standing(host, QWidget(host))).clearest([QSize(300, 50)], EDGE)
    kept = [table.rowViewportPosition(number) for number in (row, 5)]
    assert not any(place.intersects(QRect(0, top, 400, 70)) for top in kept)
