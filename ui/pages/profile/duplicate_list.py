"""Cases that share an ID, a phone or an account with what is being typed, each a link to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.look.wording import Words
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import ElidedButton, clear, column
from workstation.casework.duplicates import Duplicate

_SHOWN = 3


class DuplicateList(QWidget):
    """Takes no room while there is nothing to say. ``opened`` carries the id of the case to open."""

    opened: TypedSignal[str] = signal(1)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._found: tuple[Duplicate, ...] = ()
        self.links: list[ElidedButton] = []
        self._lines = column(gap=2)
        self.setLayout(self._lines)
        self.hide()

    def show_found(self, found: Sequence[Duplicate]) -> None:
        """Say which cases there are, the first few of them."""
        self._found = tuple(found)
        clear(self._lines)
        self.links = [self._link(one) for one in self._found[:_SHOWN]]
        for link in self.links:
            self._lines.addWidget(link)
        self.setVisible(bool(self.links))

    def cover(self) -> None:
        """Say again what tells of a person."""
        self.show_found(self._found)

    def _link(self, one: Duplicate) -> ElidedButton:
        text = self.tr("△ {finding} → Open that case").format(finding=self._words.finding(one.finding))
        return ElidedButton(text, "link", lambda: self.opened.emit(one.case_id))
