"""Fields that two people changed: both values, and two choices for each, all within reach of the Tab key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.look.letters import spoken
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, label, row

_LONGEST: Final = 32
"""Characters of a value that are shown; the tool tip has all of them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field: its ``key`` in the form, its name, and both values as they are shown."""

    key: str
    name: str
    theirs: str
    yours: str


class ConflictList(QWidget):
    """One line for the first of them, since a form has little room to spare; none while there is nothing to decide.

    ``chosen`` carries the key, and whether the stored value is taken.
    """

    chosen: TypedSignal[str, bool] = signal(2)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Conflict, ...] = ()
        self.text = label("", "finding", wrap=True)
        self.keep_button = button(self.tr("Keep mine"), "small", lambda: self._choose(False))
        self.take_button = button(self.tr("Take theirs"), "small", lambda: self._choose(True))
        line = row(self.text, self.keep_button, self.take_button, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Ask about these, one after the other; the cursor stays where it is."""
        if tuple(conflicts) == self._shown:
            return
        self._shown = tuple(conflicts)
        self.text.setText(self._text(_short))
        self.text.setToolTip(self._text(str))
        for made in (self.keep_button, self.take_button):
            made.setAccessibleDescription(self._text(str))
        self.setVisible(bool(conflicts))

    def _text(self, cut: Callable[[str], str]) -> str:
        for one in self._shown[:1]:
            text = self.tr("{field}: stored meanwhile “{theirs}”, yours “{yours}”")
            said = text.format(field=spoken(one.name), theirs=cut(one.theirs), yours=cut(one.yours))
            return f"✕ {said}" if len(self._shown) == 1 else f"✕ 1/{len(self._shown)} {said}"
        return ""

    def _choose(self, take: bool) -> None:
        self.chosen.emit(self._shown[0].key, take)

    def focus_first(self) -> None:
        """Put the cursor on the first choice."""
        self.keep_button.setFocus()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
