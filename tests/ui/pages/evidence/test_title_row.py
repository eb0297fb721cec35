"""A title keeps its words where the place is short."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from ui.pages.evidence.title_row import TitleRow
from ui.widgets.parts import Elided

pytestmark = pytest.mark.styled


def test_a_title_gets_a_line_of_its_own_where_the_place_is_short(qtbot):
    title, button = Elided("二级以上医院诊断证明"), QPushButton("添加文件")
    row = TitleRow(title, button, least=340)
    qtbot.addWidget(row)
    row.resize(600, 60)
    row.show()
    assert not row.stacked and title.y() + title.height() > button.y()
    row.resize(260, 90)
    qtbot.waitUntil(lambda: title.y() + title.height() <= button.y())
    assert row.stacked and title.width() == row.width() and title.text() == title.whole
    row.resize(600, 60)
    assert not row.stacked
