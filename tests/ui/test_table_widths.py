"""Columns in a narrow window: figures and numbers are whole, words give way, and nothing stands beyond the edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from ui.look.fonts import font
from ui.table_widths import LEAST_STRETCHED, Wanted, fitted
from ui.value_table import ColumnSpec, Table

pytestmark = pytest.mark.styled

COLUMNS = (
    Wanted(124, 110, whole=True),
    Wanted(150, 64),
    Wanted(0, 0),
    Wanted(176, 105, whole=True),
    Wanted(100, 87, whole=True),
)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (1000, (124, 150, 0, 176, 100)),
        (646, (124, 150, 0, 176, 100)),
        (600, (118, 150, 0, 143, 93)),
        (548, (110, 150, 0, 105, 87)),
        (500, (110, 102, 0, 105, 87)),
        (100, (110, 64, 0, 105, 87)),
    ],
)
def test_what_gives_way_first(room, widths) -> None:
    assert fitted(COLUMNS, room) == widths


def test_a_long_figure_takes_what_it_needs_of_the_words() -> None:
    assert fitted((Wanted(150, 64), Wanted(0, 0), Wanted(100, 180, whole=True)), 400) == (124, 0, 180)


wants = st.builds(Wanted, st.just(0) | st.integers(24, 300), st.integers(24, 300), st.booleans())


@given(st.lists(wants, min_size=1, max_size=9), st.integers(0, 2000))
def test_whole_columns_are_whole_and_all_that_can_fit_fits(columns, room) -> None:
    widths = fitted(columns, room)
    least = sum(max(LEAST_STRETCHED, one.floor) for one in columns if not one.width)
    for one, width in zip(columns, widths, strict=True):
        assert (width == 0) is (one.width == 0)
        assert not (one.whole and one.width) or width >= one.floor
        assert width >= min(one.width, one.floor)
    floors = sum(one.floor if one.whole else min(one.width, one.floor) for one in columns if one.width)
    assert sum(widths) + least <= max(room, floors + least)


def test_a_hidden_column_takes_no_room(qtbot) -> None:
    def column(title: str, least: int) -> ColumnSpec[str]:
        return ColumnSpec(title, str, least, figure=True)

    table = Table([*(column(f"Sum {number}", 0) for number in range(4)), column("Due", 90)])
    qtbot.addWidget(table)
    table.resize(320, 100)
    for number in range(3):
        table.setColumnHidden(number, True)
    table.show_rows(["2026-11-23"])
    assert table.columnWidth(4) >= QFontMetrics(font()).horizontalAdvance("2026-11-23")
    table.content.show(["2026-11-23 2026-11-23"])
    table.measure(table.content.rows)
    assert table.columnWidth(4) >= QFontMetrics(font()).horizontalAdvance("2026-11-23 2026-11-23")


@pytest.mark.parametrize("width", [560, 700, 900])
def test_no_figure_of_a_table_is_cut_and_the_last_column_is_inside(qtbot, width) -> None:
    table: Table[tuple[str, str]] = Table(
        [
            ColumnSpec("Name", lambda one: one[0], 150, bold=True),
            ColumnSpec("Banks", lambda one: one[0]),
            ColumnSpec("Owed", lambda one: one[1], 100, figure=True, bold=True),
            ColumnSpec("Updated", lambda one: "2026-11-23", 100, figure=True),
        ]
    )
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show_rows([("某某某某某某某某某某", "¥ 1,234.50"), ("张三", "¥ 1,113,430.60  HK$ 20,420.40")])
    table.show()
    owed = QFontMetrics(font(bold=True)).horizontalAdvance("¥ 1,113,430.60  HK$ 20,420.40")
    assert table.columnWidth(2) > owed
    assert table.columnViewportPosition(3) + table.columnWidth(3) <= table.viewport().width()
    assert table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    table.resize(300, 200)
    assert table.columnWidth(2) > owed
    assert table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded, "what does not fit can be reached"
