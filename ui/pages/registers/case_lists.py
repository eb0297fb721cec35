"""The cases behind a figure of a report, however many: those in sight are unpacked, and long lists are sorted in the background."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, overload

from PySide6.QtCore import Qt, Signal

from ui.background import Background, Cancelled, TaskProgress
from ui.privacy import Privacy
from ui.value_table import ColumnSpec, Table, TableModel, sortable

if TYPE_CHECKING:
    from workstation.actions.reports.figures import ReportCase

LONG: Final = 2_000
"""So many cases are shown and sorted at once; of more only those in sight are looked at."""
_MEASURED: Final = 100
_AT_HAND: Final = 500


class FoundCases(Sequence["ReportCase"]):
    """Packed cases in an order; those that were looked at last stay unpacked."""

    def __init__(self, cases: Sequence[ReportCase], order: Sequence[int] | None = None) -> None:
        self.cases, self.order = cases, order
        self._at_hand: OrderedDict[int, ReportCase] = OrderedDict()

    def __len__(self) -> int:
        return len(self.cases)

    @overload
    def __getitem__(self, at: int) -> ReportCase: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[ReportCase]: ...
    def __getitem__(self, at: int | slice) -> ReportCase | Sequence[ReportCase]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        if at not in self._at_hand:
            self._at_hand[at] = self.cases[at if self.order is None else self.order[at]]
            if len(self._at_hand) > _AT_HAND:
                self._at_hand.popitem(last=False)
        return self._at_hand[at]


class FoundModel(TableModel["ReportCase"]):
    """Few rows are held as they are, many as `FoundCases`; ``reordered`` is told when many are wanted in another order."""

    reordered = Signal()

    def show(self, rows: Sequence[ReportCase]) -> None:
        """Replace all rows."""
        if len(rows) <= LONG:
            super().show(rows)
            return
        self.beginResetModel()
        self.rows = FoundCases(rows)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if isinstance(self.rows, FoundCases):
            self.reordered.emit()
        else:
            super().sort(column, order)

    def put_in(self, order: Sequence[int]) -> None:
        """Show many rows in another order, by their places."""
        assert isinstance(self.rows, FoundCases)
        self.layoutAboutToBeChanged.emit()
        self.rows = FoundCases(self.rows.cases, order)
        self.layoutChanged.emit()


class FoundTable(Table["ReportCase"]):
    """A table over the cases of a figure."""

    def __init__(
        self, columns: Sequence[ColumnSpec[ReportCase]], privacy: Privacy, empty: str, background: Background
    ) -> None:
        model = FoundModel(columns)
        super().__init__(columns, sortable=True, privacy=privacy, empty=empty, content=model)
        self._model, self._background, self._sorting = model, background, TaskProgress(self)
        self._model.reordered.connect(self._sort_aside)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._measure_seen())

    def measure(self, rows: Sequence[ReportCase], *, also: bool = False) -> None:
        """Of a long list the first ones; columns grow for what is scrolled into sight."""
        super().measure(rows[:_MEASURED] if isinstance(rows, FoundCases) else rows, also=also)

    def show_rows(self, rows: Sequence[ReportCase], selected: Callable[[ReportCase], bool] | None = None) -> None:
        """Replace the rows; a sorting that is under way is about others."""
        self._sorting.forget()
        super().show_rows(rows, selected)

    def _measure_seen(self) -> None:
        rows = self.content.rows
        if isinstance(rows, FoundCases):
            first = max(0, self.rowAt(0))
            super().measure(rows[first : first + _MEASURED], also=True)

    def _sort_aside(self) -> None:
        rows, header = self.content.rows, self.horizontalHeader()
        self._sorting.forget()
        if not isinstance(rows, FoundCases) or not 0 <= (at := header.sortIndicatorSection()) < len(
            self.content.columns
        ):
            return
        self._sorting = TaskProgress(self)
        column, down = self.content.columns[at], header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        work = partial(_in_order, rows, column.order or column.text, down, self._sorting.step)
        self._background.run(work, self._model.put_in, self._on_failed, self._sorting)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            raise error


def _in_order(
    rows: FoundCases, key: Callable[[ReportCase], Any], down: bool, step: Callable[[int, int], None]
) -> array[int]:
    """The places of the cases in an order; those that are alike stay as they were."""
    keys = []
    for number, one in enumerate(rows.cases):
        keys.append(sortable(key(one)))
        if not number % LONG:
            step(number, len(rows))
    before = range(len(keys)) if rows.order is None else rows.order
    return array("I", sorted(before, key=keys.__getitem__, reverse=down))
