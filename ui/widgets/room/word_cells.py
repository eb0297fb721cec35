"""Room in a table: what each column is given, and words in cells, which end in … where they must, never inside a figure."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.look.eliding import elided

_PADDING: Final = 10


class WordCells(QStyledItemDelegate):
    """Draws cells as Qt does, of a text that has room."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        text, room = option.text, option.rect.width() - _PADDING  # type: ignore[attr-defined]
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        if not option.icon.isNull():  # type: ignore[attr-defined]
            room -= option.decorationSize.width()  # type: ignore[attr-defined]
        if metrics.horizontalAdvance(text) > room:
            option.text = elided(text, metrics, room)  # type: ignore[attr-defined]


def give(table: QTableView, column: int, width: int) -> None:
    """Give a column so many pixels, or with 0 its share of what is left; nothing is drawn anew where that is so already."""
    header, modes = table.horizontalHeader(), QHeaderView.ResizeMode
    mode = modes.Fixed if width else modes.Stretch
    if header.sectionResizeMode(column) != mode:
        header.setSectionResizeMode(column, mode)
    if width and width != table.columnWidth(column):
        table.setColumnWidth(column, width)
