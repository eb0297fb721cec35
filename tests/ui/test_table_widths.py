"""Columns in a narrow window: figures and numbers are whole, words give way, and nothing stands beyond the edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from ui.look.fonts import font
from ui.privacy import Privacy
from ui.table_widths import LEAST_STRETCHED, Wanted, fitted
from ui.value_table import ColumnSpec, Table

pytestmark = pytest.mark.styled

COLUMNS = (Wanted(124, 110), Wanted(150, 64, 90), Wanted(0, 40, 300), Wanted(176, 105), Wanted(100, 87))
"""A number, a name, words that take what is left, an amount and a day."""


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (1000, (124, 150, 450, 176, 100)),
        (850, (124, 150, 300, 176, 100)),
        (734, (112, 111, 300, 111, 100)),
        (692, (110, 90, 300, 105, 87)),
        (500, (110, 90, 108, 105, 87)),
        (480, (110, 82, 96, 105, 87)),
        (300, (110, 64, 96, 105, 87)),
    ],
)
def test_what_gives_way_first(room, widths) -> None:
    assert fitted(COLUMNS, room) == widths


def test_a_long_figure_takes_what_it_needs_of_the_words() -> None:
    assert fitted((Wanted(150, 64, 160), Wanted(0, 0, 300), Wanted(100, 180)), 400) == (124, 96, 180)


@pytest.mark.parametrize("width", [600, 700, 900, 1200])
def test_one_long_text_takes_no_short_ones_their_words(qtbot, width) -> None:
    """Names stand whole beside a sentence that no window has room for."""
    columns: list[ColumnSpec[str]] = [
        ColumnSpec("Kind", lambda _one: "计划上限", 60),
        ColumnSpec("Rule", lambda _one: "违约金比例（未还最低还款额）", 80),
        ColumnSpec("Value", lambda one: one, 150, bold=True),
        ColumnSpec("Source", lambda one: one),
    ]
    table: Table[str] = Table(columns)
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()  # it has no width before
    table.show_rows(["双方确认首部所列的地址和电话为送达地址，适用于协商、催告、调解、诉讼和执行各阶段" * 3, "3"])
    for number in (0, 1):
        text = columns[number].text("")
        assert table.columnWidth(number) >= QFontMetrics(font()).horizontalAdvance(text) + 10
    assert sum(map(table.columnWidth, range(4))) == table.viewport().width()


@pytest.mark.parametrize("width", [150, 180, 220, 500])
def test_a_figure_among_words_is_whole(qtbot, width) -> None:
    """A column that holds sentences and amounts gives way as words do, down to the longest amount."""
    sentence, amount = "双方确认首部所列的地址和电话为送达地址" * 3, "50,000.00 CNY"
    columns: list[ColumnSpec[str]] = [
        ColumnSpec("Rule", lambda _one: "违约金比例（未还最低还款额）" * 3, 80),
        ColumnSpec("Value", lambda one: one, 150, uncut=lambda one: one == amount),
    ]
    table: Table[str] = Table(columns)
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()  # it has no width before
    table.show_rows([sentence, amount, "3"])
    words = QFontMetrics(font()).horizontalAdvance
    assert words(amount) + 10 <= table.columnWidth(1) < words(sentence)


def test_what_is_scrolled_by_takes_no_room_away_again(qtbot) -> None:
    table: Table[str] = Table([ColumnSpec("Name", str, 60), ColumnSpec("Rest", str)])
    qtbot.addWidget(table)
    table.resize(400, 100)
    table.show_rows(["短"])
    narrow = table.columnWidth(0)
    table.measure(["一个比较长的名字"], also=True)
    wide = table.columnWidth(0)
    table.measure(["短"], also=True)
    assert narrow < wide == table.columnWidth(0)


wants = st.builds(Wanted, st.just(0) | st.integers(24, 300), st.integers(24, 300), st.integers(0, 900))


@given(st.lists(wants, min_size=1, max_size=9), st.integers(0, 3000))
def test_floors_are_kept_and_no_cell_is_cut_where_another_column_has_room_to_spare(columns, room) -> None:
    widths = fitted(columns, room)
    asked = [max(one.floor, one.longest) for one in columns]
    least = sum(
        one.floor if one.width else max(one.floor, min(LEAST_STRETCHED, one.longest or LEAST_STRETCHED))
        for one in columns
    )
    assert all(width >= one.floor for width, one in zip(widths, columns, strict=True))
    assert sum(widths) <= max(room, least)
    assert sum(widths) == room or least > room or all(one.width for one in columns)
    cut = [at for at, width in enumerate(widths) if width < asked[at]]
    spare = [at for at, width in enumerate(widths) if width > max(asked[at], LEAST_STRETCHED)]
    assert not (cut and spare), "each is at its least or there is room for all"


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
    table.show()  # it has no width before
    table.show_rows([("某某某某某某某某某某", "¥ 1,234.50"), ("张三", "¥ 1,113,430.60  HK$ 20,420.40")])
    table.show()
    owed = QFontMetrics(font(bold=True)).horizontalAdvance("¥ 1,113,430.60  HK$ 20,420.40")
    assert table.columnWidth(2) > owed
    assert table.columnViewportPosition(3) + table.columnWidth(3) <= table.viewport().width()
    assert table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    table.resize(300, 200)
    assert table.columnWidth(2) > owed
    assert table.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded, "what does not fit can be reached"


@pytest.mark.parametrize("width", [120, 200])
def test_a_name_is_told_from_another_in_the_narrowest_window(qtbot, width) -> None:
    """Where a table is scrolled sideways anyway, what it is searched for has room for five signs; short names take no more."""
    columns: list[ColumnSpec[str]] = [
        ColumnSpec("Number", lambda _one: "CC-2026-00001", 124, whole=True),
        ColumnSpec("Name", lambda one: one, 150, bold=True, private=True),
        ColumnSpec("Bank", lambda _one: "中国农业银行", 100),
    ]
    signs = QFontMetrics(font(bold=True)).horizontalAdvance("热孜宛古丽")
    for name, wanted in (("热孜宛古丽·玉素甫", range(signs + 10, 110)), ("张伟", range(40, 65))):
        table: Table[str] = Table(columns, privacy=Privacy())
        qtbot.addWidget(table)
        table.resize(width, 200)
        table.show()
        table.show_rows([name])
        assert table.columnWidth(1) in wanted
