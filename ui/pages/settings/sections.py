"""Sections of the settings: a row of tabs, and under each two columns of cards, made when they are first turned to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from ui.look.theme import Theme
from ui.widgets.parts import button, column
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.tab_row import TabRow
from ui.widgets.scrolled import beside

Parts = Sequence[QWidget | QLayout]
Columns = Callable[[], tuple[Parts, Parts]]
_WIDEST_COLUMN = 640


class Sections(QWidget):
    """``sections``: name → its title, and what makes the parts of its left and right column, which scroll in a low window."""

    def __init__(self, theme: Theme, sections: Mapping[str, tuple[str, Columns]]) -> None:
        super().__init__()
        self._columns = {name: columns for name, (_, columns) in sections.items()}
        self._made: dict[str, QWidget] = {}
        self._stack = PageStack()
        self.tabs: dict[str, QPushButton] = {}
        for name, (title, _) in sections.items():
            tab = self.tabs[name] = button(title, "tab", partial(self.open, name))
            tab.setCheckable(True)
        body = column(TabRow(tuple(self.tabs.values()), gap=8), self._stack)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.open(next(iter(sections)))

    @property
    def current(self) -> str:
        """The name of the open section."""
        return next(name for name, made in self._made.items() if made is self._stack.currentWidget())

    def open(self, name: str) -> None:
        """Turn to a section."""
        if name not in self._made:
            self._made[name] = made = _columns(self._columns[name]())
            self._stack.take(made)
        self._stack.setCurrentWidget(self._made[name])
        for key, tab in self.tabs.items():
            tab.setChecked(key == name)
        if any(tab.hasFocus() for tab in self.tabs.values()):  # a ring round another than the open one tells of two
            self.tabs[name].setFocus()


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
