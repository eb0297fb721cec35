"""Sections of the settings: a row of tabs, and under each two columns of cards that scroll when the window is low."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from ui.look.theme import Theme
from ui.widgets.parts import button, column
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.tab_row import TabRow
from ui.widgets.scrolled import beside

Parts = Sequence[QWidget | QLayout]
_WIDEST_COLUMN = 640


class Sections(QWidget):
    """``sections``: name → its title, and the parts of its left and right column; one column takes the width of both."""

    def __init__(self, theme: Theme, sections: Mapping[str, tuple[str, tuple[Parts, Parts]]]) -> None:
        super().__init__()
        self._stack = PageStack()
        self.tabs: dict[str, QPushButton] = {}
        for name, (title, columns) in sections.items():
            tab = self.tabs[name] = button(title, "tab", partial(self.open, name))
            tab.setCheckable(True)
            self._stack.take(_columns(columns))
        body = column(TabRow(tuple(self.tabs.values()), gap=8), self._stack)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.open(next(iter(sections)))

    @property
    def current(self) -> str:
        """The name of the open section."""
        return list(self.tabs)[self._stack.currentIndex()]

    def open(self, name: str) -> None:
        """Turn to a section."""
        self._stack.setCurrentIndex(list(self.tabs).index(name))
        for key, tab in self.tabs.items():
            tab.setChecked(key == name)


def _columns(columns: tuple[Parts, Parts]) -> QWidget:
    sheet = QWidget()
    holders = []
    for parts in columns:
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST_COLUMN)
        holder.setLayout(column(*parts, -1))
        holders.append(holder)
    sheet.setLayout(beside(*holders, gap=16))
    return sheet
