"""The rows of a plan as a table that is renewed at every step of a slider: moved in cell by cell, drawn column by column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView

from ui.look.fonts import font
from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table, TableModel
from workstation.plan.schedule.calculate import ScheduleRow

_Index = QModelIndex | QPersistentModelIndex
_FIGURE: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CELL_PADDING: Final = 7
"""That of the style sheet with the margin that Qt keeps round a text."""


class RowsModel(TableModel[ScheduleRow]):
    """Rows of which the column ``payment`` may be typed over; ``typed`` is called with row number and text."""

    def __init__(
        self, columns: Sequence[ColumnSpec[ScheduleRow]], payment: int, typed: Callable[[int, str], None]
    ) -> None:
        super().__init__(columns)
        self._payment, self._typed = payment, typed

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self._payment else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        self._typed(self.rows[index.row()].no, str(value))
        return True

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            return self.rows[index.row()].payment.grouped()
        return super().data(index, role)

    def renew(self, rows: Sequence[ScheduleRow]) -> None:
        """Show other rows; those that come or go do so at the end, so that the cell with the cursor stays."""
        before, after = len(self.rows), len(rows)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self.rows = tuple(rows)
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self.rows = tuple(rows)
            self.endInsertRows()
        else:
            self.rows = tuple(rows)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, len(self.columns) - 1))


class RowsTable(Table[ScheduleRow]):
    """Moves cell by cell; the L key and the context menu lock a row, F2 types its amount."""

    cell_picked: TypedSignal[QModelIndex] = signal(1)
    lock_requested: TypedSignal[ScheduleRow] = signal(1)
    copy_requested = Signal()

    def __init__(
        self, theme: Theme, columns: Sequence[ColumnSpec[ScheduleRow]], payment: int, typed: Callable[[int, str], None]
    ) -> None:
        super().__init__(columns, line=26)
        self._theme = theme
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the page behind is not drawn then
        self.content: RowsModel = RowsModel(columns, payment, typed)
        self.setModel(self.content)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self._set_columns(False)
        self.selectionModel().currentChanged.connect(lambda index, _before: self.cell_picked.emit(index))
        self.clicked.connect(self.cell_picked.emit)

    def renew(self, rows: Sequence[ScheduleRow]) -> None:
        """Show other rows; the current cell stays where it is, so that the keyboard keeps its place."""
        blocked = self.selectionModel().blockSignals(True)
        self.content.renew(rows)
        self.selectionModel().blockSignals(blocked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every cell at once: a step of a slider shows each of them anew, and a delegate asks seven things about each."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        if not self.content.rows:
            painter.end()
            super().paintEvent(event)
            return
        first, last = (self.rowAt(edge) for edge in (event.rect().top(), event.rect().bottom()))
        numbers = range(first, (last if last >= 0 else len(self.content.rows) - 1) + 1)
        self._paint_grounds(painter, numbers)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for column, spec in enumerate(self.content.columns):
            if not self.isColumnHidden(column):
                self._paint_column(painter, column, spec, numbers)
        painter.end()

    def _paint_grounds(self, painter: QPainter, numbers: range) -> None:
        every_other, line = self.palette().alternateBase(), self.rowHeight(0)
        width = self.horizontalHeader().length()
        for number in numbers:
            if number % 2:
                painter.fillRect(0, self.rowViewportPosition(number), width, line, every_other)
        current = self.currentIndex()
        if self.selectionModel().isSelected(current):
            painter.fillRect(self.visualRect(current), self.palette().highlight())

    def _paint_column(self, painter: QPainter, column: int, spec: ColumnSpec[ScheduleRow], numbers: range) -> None:
        painter.setFont(font(bold=spec.bold))
        left, top = self.columnViewportPosition(column) + _CELL_PADDING, self.rowViewportPosition(numbers.start)
        place = QRect(left, top, self.columnWidth(column) - 2 * _CELL_PADDING, self.rowHeight(0))
        for number in numbers:
            one = self.content.rows[number]
            painter.drawText(place, _FIGURE, spec.text(one))
            if spec.icon is not None and (mark := spec.icon(one)) is not None:
                mark.paint(painter, QRect(place.topLeft(), QSize(self.iconSize().width(), place.height())))
            place.moveTop(place.top() + place.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and not event.modifiers() and (current := self.current()) is not None:
            self.lock_requested.emit(current)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
