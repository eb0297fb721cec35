"""The files inside a file, to choose one or several from: Ctrl or Shift with the arrows, Ctrl+A for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from ui.look.wording import megabytes
from ui.value_table import ColumnSpec, Table
from workstation.received.containers import Member

_LINE, _MOST_LINES = 28, 9
_MIB = 2**20


class MemberList(Table[Member]):
    """``words`` says how a member is called."""

    def __init__(self, words: Callable[[Member], str]) -> None:
        super().__init__(
            [
                ColumnSpec(self.tr("File inside"), words),
                ColumnSpec(self.tr("Size"), _size, 96, figure=True),
            ],
            line=_LINE,
            empty=self.tr("The files inside are listed here once it is opened."),
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Files inside"))

    def offer(self, members: Sequence[Member], chosen: Sequence[str]) -> None:
        """Show members; those called ``chosen`` are selected, the first where none of these is there."""
        self.show_rows(members)
        self.setFixedHeight(_LINE * (min(len(members), _MOST_LINES) + 1) + 12)
        known = [one.name for one in members]
        self.choose(*([one for one in chosen if one in known] or known[:1]))

    def choose(self, *names: str) -> None:
        """Select the members of these names alone."""
        flags, last = QItemSelectionModel.SelectionFlag, self.content.columnCount() - 1
        rows = [number for number, one in enumerate(self.content.rows) if one.name in names]
        wanted = QItemSelection()
        for number in rows:
            wanted.select(self.content.index(number, 0), self.content.index(number, last))
        self.selectionModel().select(wanted, flags.ClearAndSelect)
        if rows:
            self.selectionModel().setCurrentIndex(self.content.index(rows[0], 0), flags.NoUpdate)

    def chosen(self) -> list[Member]:
        """The members that are selected, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.content.rows[number] for number in rows]


def _size(one: Member) -> str:
    return megabytes(one.size) if one.size > _MIB else f"{-(-one.size // 1024):,} KB"
