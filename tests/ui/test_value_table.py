"""The table of all lists: sorted by value in the direction that the header shows, rows without a value at the low end."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.look.theme import load_theme, style_sheet
from ui.value_table import ColumnSpec, Table
from workstation.money import Money

pytestmark = pytest.mark.styled

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Debt:
    """A line of the test: a bank and what is owed there, None where nobody knows."""

    bank: str
    owed: Money | None


DEBTS = (Debt("b", Money(9_00)), Debt("c", Money(100_00)), Debt("a", None), Debt("d", Money(20_00)))


@pytest.fixture
def table(qtbot) -> Table[Debt]:
    columns: list[ColumnSpec[Debt]] = [
        ColumnSpec("Bank", lambda one: one.bank, 100),
        ColumnSpec("Owed", lambda one: one.owed.text() if one.owed is not None else "—", 100, figure=True,
               order=lambda one: one.owed.minor if one.owed is not None else None),
    ]  # fmt: skip
    made: Table[Debt] = Table(columns, sortable=True)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_rows(DEBTS)
    made.show()
    return made


def banks(table: Table[Debt]) -> str:
    return "".join(one.bank for one in table.content.rows)


def press_header(table: Table[Debt], column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_rows_stand_as_given_until_a_header_is_pressed(table) -> None:
    assert banks(table) == "bcad"


@pytest.mark.parametrize(
    ("column", "order", "found"),
    [
        (0, UP, "abcd"),
        (0, DOWN, "dcba"),
        (1, UP, "abdc"),  # 9.00 before 20.00 before 100.00: by value, not by its words; unknown first
        (1, DOWN, "cdba"),
    ],
)
def test_a_column_sorts_in_the_direction_asked(table, column, order, found) -> None:
    table.sortByColumn(column, order)
    assert banks(table) == found
    table.show_rows(DEBTS)
    assert banks(table) == found, "the order outlives new rows"


def test_the_header_turns_the_direction(table) -> None:
    press_header(table, 1)
    assert (banks(table), table.horizontalHeader().sortIndicatorOrder()) == ("abdc", UP)
    press_header(table, 1)
    assert (banks(table), table.horizontalHeader().sortIndicatorOrder()) == ("cdba", DOWN)


def test_like_values_keep_their_order(table) -> None:
    table.show_rows((Debt("x", Money(1)), Debt("y", Money(1)), Debt("z", Money(1))))
    for order in (UP, DOWN):
        table.sortByColumn(1, order)
        assert banks(table) == "xyz"


def test_no_ring_is_drawn_round_a_table_without_rows(table) -> None:
    """The ring of what has the cursor, whichever way it came there."""

    def edge() -> QColor:
        QApplication.processEvents()
        return table.grab().toImage().pixelColor(table.width() // 2, 0)

    table.setStyleSheet(style_sheet(load_theme("light")))
    table.clearFocus()
    plain = edge()
    table.window().activateWindow()
    table.setFocus()
    assert table.hasFocus()
    ring = edge()
    assert ring != plain
    table.show_rows(())
    assert table.hasFocus() and edge() == plain
    table.show_rows(DEBTS)
    assert edge() == ring


def test_the_row_that_a_button_means_is_marked_when_tab_comes_to_the_list(qtbot) -> None:
    """Qt makes the first row the current one and leaves it unmarked: who reverses a payment is to see which."""
    table = Table[str]([ColumnSpec("Payment", lambda one: one, 100)])
    qtbot.addWidget(table)
    picked = list[str | None]()
    table.picked.connect(picked.append)
    table.show_rows(["first", "second"])
    table.show()
    assert table.current() is None and not table.selectionModel().hasSelection()
    QApplication.sendEvent(table, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert table.current() == "first" and picked == ["first"]
    assert [one.row() for one in table.selectionModel().selectedRows()] == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [one.row() for one in table.selectionModel().selectedRows()] == [1] and picked == ["first", "second"]
