"""A field that the program leads to is brought into view, with its name and what is said of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import column
from ui.widgets.scrolled import Scrolled, follow_focus

FIELDS = 30


def plain_area(fields: list[Field]) -> QScrollArea:
    area, holder = QScrollArea(), QWidget()
    holder.setLayout(column(*fields))
    area.setWidgetResizable(True)
    area.setWidget(holder)
    follow_focus(area)
    return area


@pytest.fixture(params=[lambda fields: Scrolled(column(*fields)), plain_area], ids=["scrolled", "any area"])
def shown(request, qtbot, qapp) -> tuple[QScrollArea, list[Field]]:
    fields = [Field(f"f{number}", f"Field {number}", TextEdit()) for number in range(FIELDS)]
    area = request.param(fields)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qapp.processEvents()
    return area, fields


def is_seen(area: QScrollArea, part: QWidget) -> bool:
    place = QRect(part.mapTo(area.viewport(), QPoint(0, 0)), part.size())
    return area.viewport().rect().contains(place)


@pytest.mark.parametrize("number", [FIELDS - 1, FIELDS // 2, 0])
def test_focus_by_the_program_brings_the_whole_field_into_view(shown, number) -> None:
    area, fields = shown
    fields[0 if number else -1].editor.setFocus()
    wanted = fields[number]
    assert not is_seen(area, wanted)
    wanted.show_message("something is wrong")
    wanted.editor.setFocus()
    assert wanted.editor.hasFocus() and is_seen(area, wanted)


def test_a_field_that_is_seen_moves_nothing(shown) -> None:
    area, fields = shown
    fields[-1].editor.setFocus()
    before = area.verticalScrollBar().value()
    fields[-2].editor.setFocus()
    assert area.verticalScrollBar().value() == before > 0


def test_a_click_moves_nothing_under_the_mouse(shown) -> None:
    area, fields = shown
    bar, first = area.verticalScrollBar(), fields[0]
    fields[5].editor.setFocus()
    bar.setValue(12)
    assert not is_seen(area, first)
    handle = area.window().windowHandle()
    at = first.editor.mapTo(area.window(), QPoint(20, first.editor.height() - 4))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert first.editor.hasFocus() and bar.value() == 12
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_focus_elsewhere_leaves_it_alone(shown, qtbot) -> None:
    area, fields = shown
    fields[-1].editor.setFocus()
    before = area.verticalScrollBar().value()
    other = TextEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    assert area.verticalScrollBar().value() == before
