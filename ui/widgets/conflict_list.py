"""Fields that two people changed: both values, and two choices for each, all within reach of the Tab key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, clear, column, label, row


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field: its ``key`` in the form, its name, and both values as they are shown."""

    key: str
    name: str
    theirs: str
    yours: str


class ConflictList(QWidget):
    """Takes no room while there is nothing to decide. ``chosen`` carries the key, and whether the stored value is taken."""

    chosen: TypedSignal[str, bool] = signal(2)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Conflict, ...] = ()
        self.keep_buttons: dict[str, QPushButton] = {}
        self.take_buttons: dict[str, QPushButton] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.setLayout(column(self._lines))
        self.hide()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Ask about these, one line each; the cursor stays where it is."""
        if tuple(conflicts) == self._shown:
            return
        self._shown = tuple(conflicts)
        clear(self._lines)
        self.keep_buttons.clear()
        self.take_buttons.clear()
        for one in conflicts:
            self._lines.addWidget(self._line(one))
        self.setVisible(bool(conflicts))

    def _line(self, one: Conflict) -> QWidget:
        text = self.tr("{field}: meanwhile somebody else stored “{theirs}”; yours is “{yours}”.")
        said = label(
            "✕ " + text.format(field=one.name.replace("&", ""), theirs=one.theirs, yours=one.yours),
            "finding",
            wrap=True,
        )
        keep = button(self.tr("Keep mine"), "small", partial(self.chosen.emit, one.key, False))
        take = button(self.tr("Take theirs"), "small", partial(self.chosen.emit, one.key, True))
        for made in (keep, take):
            made.setAccessibleDescription(said.text())
        self.keep_buttons[one.key], self.take_buttons[one.key] = keep, take
        line = row(said, keep, take, gap=8)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def focus_first(self) -> None:
        """Put the cursor on the first choice."""
        for made in self.keep_buttons.values():
            made.setFocus()
            return
