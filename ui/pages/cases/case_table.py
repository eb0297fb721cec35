"""The table of cases: whatever the list holds, the lines that are seen are read, and the store sorts."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from ui.privacy import Privacy
from ui.value_table import ColumnSpec, Table, TableModel
from workstation.actions.filing.choices import reason_codes
from workstation.errors import ServerAway, StorageFailed
from workstation.store.listing.case_line import CaseLine, out_of_reach
from workstation.store.listing.queries import Listed
from workstation.store.listing.wanted import LAST_CHANGED, Order, SortedBy

if TYPE_CHECKING:
    from workstation.actions.desk import Desk

_PAGE = 100
_PAGES_KEPT = 30
_MOST_KEPT_CHOSEN = 500
"""Where more cases are chosen, only the current one stays so when the list is read again."""


class CaseRows(Sequence[CaseLine]):
    """The lines of a list as a sequence; they are read a page at a time, when asked for."""

    def __init__(self, listed: Listed) -> None:
        self._listed = listed
        self._pages: OrderedDict[int, Sequence[CaseLine]] = OrderedDict()
        self._whole: Sequence[CaseLine] | None = None

    def __len__(self) -> int:
        return self._listed.count

    @overload
    def __getitem__(self, at: int) -> CaseLine: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[CaseLine]: ...

    def __getitem__(self, at: int | slice) -> CaseLine | Sequence[CaseLine]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        if self._whole is not None:
            return self._whole[at]
        return self._of_page(at)

    def __iter__(self) -> Iterator[CaseLine]:
        return (self[number] for number in range(len(self)))

    def _of_page(self, at: int) -> CaseLine:
        try:
            return self._page(at // _PAGE)[at % _PAGE]
        except ServerAway:
            return out_of_reach()
        except StorageFailed:
            self._whole = whole = tuple(self._listed.each())  # what a damaged page holds is told line by line
            return whole[at]

    def _page(self, number: int) -> Sequence[CaseLine]:
        if number not in self._pages:
            self._pages[number] = self._listed.lines(number * _PAGE, _PAGE)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]


class CaseModel(TableModel[CaseLine]):
    """Rows that are read when they are seen; ``reordered`` is told when another order is wanted."""

    reordered = Signal()

    def __init__(
        self, columns: Sequence[ColumnSpec[CaseLine]], sorts: Sequence[SortedBy], reasons: Sequence[str]
    ) -> None:
        super().__init__(columns)
        self._reasons = tuple(reasons)
        self._sorts = tuple(sorts)
        self.order = LAST_CHANGED

    def show(self, rows: Sequence[CaseLine]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        down = order == Qt.SortOrder.DescendingOrder
        wanted = Order(self._sorts[column], down, self._reasons) if 0 <= column < len(self._sorts) else LAST_CHANGED
        if wanted != self.order:
            self.order = wanted
            self.reordered.emit()

    def follow(self, order: Order) -> None:
        """Take another order, without telling."""
        self.order = replace(order, reasons=self._reasons) if order != LAST_CHANGED else order

    def column_of(self, order: Order) -> int:
        """The column that an order sorts by."""
        return self._sorts.index(order.by)


class CaseTable(Table[CaseLine]):
    """A table over a list of any length. ``sorts``: what the list is sorted by, column by column."""

    def __init__(
        self, columns: Sequence[ColumnSpec[CaseLine]], sorts: Sequence[SortedBy], privacy: Privacy, desk: Desk
    ) -> None:
        model = CaseModel(columns, sorts, reason_codes(desk.packs))
        super().__init__(columns, sortable=True, line=32, privacy=privacy, content=model)
        self.reordered = model.reordered
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._measure_seen(also=True))

    @property
    def order(self) -> Order:
        """How the list is to be sorted."""
        assert isinstance(self.content, CaseModel)
        return self.content.order

    def show_rows(self, rows: Sequence[CaseLine], selected: Callable[[CaseLine], bool] | None = None) -> None:
        """Replace the rows; what was chosen stays so where it is still near its place."""
        current, chosen = self._place(self.currentIndex().row()), self._places()
        self.content.show(rows)
        self._measure_seen()
        if current:
            self._choose_again(current, QItemSelectionModel.SelectionFlag.SelectCurrent, current=True)
        if len(chosen) > 1:
            self._choose_again(chosen, QItemSelectionModel.SelectionFlag.Select)

    def chosen_lines(self, most: int) -> list[CaseLine]:
        """The first of the chosen lines."""
        return [self.content.rows[number] for number in self._chosen_rows()[:most]]

    def show_order(self, order: Order) -> None:
        """Sort by what a view is sorted by; nobody is told."""
        assert isinstance(self.content, CaseModel)
        self.content.follow(order)
        header = self.horizontalHeader()
        header.blockSignals(True)
        column = -1 if order.by == LAST_CHANGED.by and order.down else self.content.column_of(order)
        header.setSortIndicator(column, Qt.SortOrder.DescendingOrder if order.down else Qt.SortOrder.AscendingOrder)
        header.blockSignals(False)

    def chosen(self) -> list[str]:
        """The ids of the chosen cases, in the order of the list."""
        return [self.content.rows[number].case_id for number in self._chosen_rows()]

    def _chosen_rows(self) -> list[int]:
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.count()))
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def _places(self) -> Mapping[str, int]:
        rows = self._chosen_rows()
        if len(rows) > _MOST_KEPT_CHOSEN:
            return {}
        return {case_id: row for one in rows for case_id, row in self._place(one).items()}

    def _place(self, row: int) -> Mapping[str, int]:
        return {self.content.rows[row].case_id: row} if 0 <= row < len(self.content.rows) else {}

    def _choose_again(
        self, places: Mapping[str, int], how: QItemSelectionModel.SelectionFlag, *, current: bool = False
    ) -> None:
        rows = self.content.rows
        near = range(len(rows)) if len(rows) <= _MOST_KEPT_CHOSEN else self._near(places)
        for number in near:
            if rows[number].case_id in places:
                index = self.content.index(number, 0)
                flags = how | QItemSelectionModel.SelectionFlag.Rows
                if current:
                    self.selectionModel().setCurrentIndex(index, flags)
                else:
                    self.selectionModel().select(index, flags)

    def _near(self, places: Mapping[str, int]) -> list[int]:
        count = len(self.content.rows)
        around = (range(max(0, row - _PAGE), min(count, row + _PAGE)) for row in (0, *places.values()))
        return sorted({number for numbers in around for number in numbers})

    def _measure_seen(self, *, also: bool = False) -> None:
        """Columns that have grown for some lines stay so while others are scrolled into sight."""
        first = max(0, self.rowAt(0))
        self.measure(self.content.rows[first : first + _PAGE], also=also)
