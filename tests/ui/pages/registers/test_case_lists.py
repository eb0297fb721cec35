"""The cases behind a figure: a long list reads as a short one does, in every order, and few of its cases are ever unpacked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.background import Inline
from ui.look.wording import amount
from ui.pages.registers import case_lists
from ui.pages.registers.case_lists import FoundTable
from ui.privacy import Privacy
from ui.value_table import ColumnSpec
from workstation.actions.reports.figures import ReportCase
from workstation.money import Money
from workstation.profile.portfolio.kept import Kept, kept_items

COUNT = 2_600
COLUMNS: list[ColumnSpec[ReportCase]] = [
    ColumnSpec("no", lambda one: one.number, 124, whole=True),
    ColumnSpec("bank", lambda one: one.bank),
    ColumnSpec("days", lambda one: str(one.days), 64, figure=True, order=lambda one: one.days),
    ColumnSpec("owed", lambda one: amount(one.amount), 124, figure=True, order=lambda one: one.amount.minor if one.amount else -1),
]  # fmt: skip
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class Waiting:
    """Keeps what is asked for until it is let go."""

    makes_ahead = False

    def __init__(self) -> None:
        self.asked: list[Callable[[], None]] = []

    def run(self, work: Any, done: Any, failed: Any, task: Any = None) -> None:
        """Remember it."""
        self.asked.append(lambda: Inline().run(work, done, failed, task))


def cases(count: int, seed: int = 3) -> Kept[ReportCase]:
    chance, found = Random(seed), kept_items()
    for number in range(count):
        days = None if chance.random() < 0.1 else chance.randrange(40)
        owed = Money(chance.randrange(9_000_000))
        found.append(
            ReportCase(
                f"c{number}", f"CC-{number:05}", "张伟", chance.choice(("招商银行", "平安银行")), "1", days, owed
            )
        )
    return found


@pytest.fixture
def table(qapp: QApplication) -> Iterator[FoundTable]:
    yield from shown(Inline())


def shown(background: Any) -> Iterator[FoundTable]:
    made = FoundTable(COLUMNS, Privacy(), "", background)
    made.resize(700, 400)
    made.show()
    yield made
    made.deleteLater()


def ids(table: FoundTable) -> list[str]:
    return [one.case_id for one in table.content.rows]


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_a_long_list_comes_in_the_order_of_a_short_one(
    table: FoundTable, monkeypatch: pytest.MonkeyPatch, column: int
) -> None:
    told = []
    for most in (COUNT, 10):
        monkeypatch.setattr(case_lists, "LONG", most)
        table.horizontalHeader().setSortIndicator(-1, UP)
        table.show_rows(cases(COUNT))
        assert ids(table) == [f"c{number}" for number in range(COUNT)]
        orders = []
        for at, order in ((1, UP), (column, UP), (column, DOWN)):
            table.sortByColumn(at, order)
            orders.append(ids(table))
        table.show_rows(cases(COUNT, seed=4))  # in the order of the header
        told.append([*orders, ids(table)])
    assert told[0] == told[1] and told[0][1] != told[0][2]


def test_a_long_list_unpacks_what_is_in_sight(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[ReportCase] = []
    found = cases(COUNT)

    def unpacked(one: ReportCase) -> ReportCase:
        made.append(one)
        return one

    monkeypatch.setattr(found, "_made", unpacked)
    waiting = Waiting()
    (table,) = [next(shown(waiting))]
    table.show_rows(found)
    QApplication.processEvents()
    assert 0 < len(made) <= 200
    table.sortByColumn(3, DOWN)
    QApplication.processEvents()
    assert len(made) <= 200 and waiting.asked
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert len(made) <= 400
    assert table.columnWidth(0) >= 124 and table.content.rows[COUNT - 1].case_id == f"c{COUNT - 1}"


@pytest.mark.parametrize("count", [COUNT + 200, 40])
def test_an_order_that_comes_late_is_not_that_of_other_cases(qapp: QApplication, count: int) -> None:
    waiting = Waiting()
    (table,) = [next(shown(waiting))]
    table.show_rows(cases(COUNT))
    table.sortByColumn(3, DOWN)
    table.show_rows(cases(count, seed=9))
    for late in waiting.asked:
        late()
    owed = [one.amount.minor for one in table.content.rows if one.amount]
    assert len(owed) == count and owed == sorted(owed, reverse=True)


def test_the_case_that_is_opened_is_the_one_in_sight(table: FoundTable) -> None:
    table.show_rows(cases(COUNT))
    table.sortByColumn(3, DOWN)
    opened: list[str] = []
    table.opened.connect(lambda one: opened.append(one.case_id))
    table.selectRow(7)
    table._open()
    largest = sorted(cases(COUNT), key=lambda one: one.amount.minor if one.amount else -1, reverse=True)
    assert opened == [largest[7].case_id]
