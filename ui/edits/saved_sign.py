"""One quiet sign in the header of a case: saving, saved at, or not saved and why."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.edits.autosave import Autosave
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, label, row
from workstation.dates import desk_time

_HEIGHT: Final = 24
"""That of a link, so that nothing moves when the words become one."""


class SavedSign(QWidget):
    """Words and a sign, never a colour alone. What is not saved leads to its field."""

    field_requested: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, autosave: Autosave) -> None:
        super().__init__()
        self._context, self._autosave = context, autosave
        self.text = label("", "hint")
        self.why_button = button("", "link", self._on_why_clicked)
        self.setLayout(row(self.text, self.why_button, gap=4))
        self.setFixedHeight(_HEIGHT)
        autosave.told.connect(self.refresh)
        context.privacy.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _hidden: bool = False) -> None:
        """Say what is so now."""
        known = self._autosave
        if known.why:
            self.text.setText("")
            said = " ".join(self._context.words.finding(one) for one in known.why)
            self.why_button.setText(self.tr("✕ Not saved yet: why?"))
            self.why_button.setToolTip(said)
            self.why_button.setAccessibleDescription(said)
        elif known.saving:
            self.text.setText(self.tr("Saving…"))
        elif known.saved_at is not None:
            self.text.setText(self.tr("✓ Saved {time}").format(time=desk_time(known.saved_at).strftime("%H:%M")))
        else:
            self.text.setText("")
        self.why_button.setVisible(bool(known.why))
        self.text.setVisible(not known.why)

    def _on_why_clicked(self) -> None:
        if self._autosave.why:
            self.field_requested.emit(self._autosave.why[0].subject)
