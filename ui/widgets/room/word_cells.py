"""Room in a table: what each column is given, and words in cells, which end in … where they must, never inside a figure."""

from __future__ import annotations

from functools import partial
from typing import Final
from weakref import ref

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from shiboken6 import isValid

from ui.look.eliding import elided
from ui.widgets.parts import restyle

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


def mark_bare(table: QTableView) -> None:
    """Tell the style sheet, now and from now on, whether a table has no rows: no ring is drawn round what shows nothing."""
    table.setProperty("bare", not table.model().rowCount())
    table.model().modelReset.connect(partial(_mark_anew, ref(table)))  # a model lives as long as who holds it


def _mark_anew(known: ref[QTableView]) -> None:
    table = known()
    if table is None or not isValid(table):
        return
    bare = not table.model().rowCount()
    if table.property("bare") != bare:
        table.setProperty("bare", bare)
        restyle(table)


def give(table: QTableView, column: int, width: int) -> None:
    """Give a column so many pixels, or with 0 its share of what is left; nothing is drawn anew where that is so already."""
    header, modes = table.horizontalHeader(), QHeaderView.ResizeMode
    mode = modes.Fixed if width else modes.Stretch
    if header.sectionResizeMode(column) != mode:
        header.setSectionResizeMode(column, mode)
    if width and width != table.columnWidth(column):
        table.setColumnWidth(column, width)
