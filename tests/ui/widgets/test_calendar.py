"""The calendar of a day: every date of it can be read, today is found, and it opens where the screen has room for all its weeks."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from tests.ui.look.test_theme import contrast
from ui.look.theme import Mode, apply_theme, load_theme
from ui.widgets.day_edit import DayEdit

TODAY = date(2026, 11, 23)


def opened(qtbot, qapp, mode: Mode, at: QPoint) -> tuple[QWidget, DayEdit]:
    theme, host = load_theme(mode), QWidget()
    qtbot.addWidget(host)
    apply_theme(qapp, host, theme)
    edit = DayEdit(theme, lambda: TODAY)
    edit.setParent(host)
    host.resize(200, 40)
    host.move(at)
    host.show()
    edit.load(date(2026, 11, 10))
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_F4)
    return host, edit


def inks(image: QImage) -> tuple[str, float]:
    """The ground of a cell, and how what is written on it stands out from it."""
    seen = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = QColor(seen.most_common(1)[0][0]).name()
    return ground, max(contrast(ground, QColor(one).name()) for one in seen)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_day_can_be_read_and_none_is_red(qtbot, qapp, mode) -> None:
    _host, edit = opened(qtbot, qapp, mode, QPoint(0, 0))
    calendar = edit._calendar
    assert calendar is not None
    [view] = calendar.findChildren(QTableView)
    tokens, picture, model = load_theme(mode).tokens, view.viewport().grab().toImage(), view.model()
    grounds = set()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            place = view.visualRect(model.index(row, column))
            if place.isEmpty():
                continue
            assert view.viewport().rect().contains(place), "the last week is cut"
            cell = picture.copy(place)
            ground, found = inks(cell)
            grounds.add(ground)
            assert found >= 4.0, (
                row,
                column,
                found,
            )  # thin strokes are drawn half through: test_contrast judges the tokens
            reds = [QColor(cell.pixel(x, y)) for x in range(cell.width()) for y in range(cell.height())]
            assert not any(one.red() > one.green() + 60 for one in reds)
    assert grounds == {tokens.surface.lower(), tokens.accent.lower()}
    weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert weekend == tokens.text.lower()
    assert calendar.dateTextFormat(QDate(2026, 11, 23)).foreground().color().name() == tokens.accent.lower()


@pytest.mark.parametrize("corner", ["top", "bottom"])
def test_it_opens_where_the_screen_has_room(qtbot, qapp, corner) -> None:
    room = qapp.primaryScreen().availableGeometry()
    at = QPoint(0, 0) if corner == "top" else QPoint(room.right() - 210, room.bottom() - 45)
    _host, edit = opened(qtbot, qapp, "light", at)
    assert edit._calendar is not None
    place = QRect(edit._calendar.pos(), edit._calendar.size())
    assert room.contains(place)
    assert not place.intersects(QRect(edit.mapToGlobal(QPoint(0, 0)), edit.size()))
