"""The cases that were changed last, one press away."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import UiContext
from ui.look.wording import masked_name
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, clear

if TYPE_CHECKING:
    from workstation.actions.day.reading import RecentCase

_NAME: Final = 96
"""Pixels of a name; the whole of it stands in the tip."""


class RecentCases(QWidget):
    """One button a case; ``opened`` carries its id."""

    opened: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(2)

    def show_cases(self, lines: Iterable[RecentCase]) -> None:
        """Show some cases, in their order."""
        clear(self._body)
        for line in lines:
            name = masked_name(line.name) if self._context.privacy.hidden else line.name
            short = QFontMetrics(self.font()).elidedText(name, Qt.TextElideMode.ElideRight, _NAME)
            made = button(
                f"{short}  ·  {line.number.rpartition('-')[2]}", "link", partial(self.opened.emit, line.case_id)
            )
            made.setToolTip(f"{name}  {line.number}")
            self._body.addWidget(made)
