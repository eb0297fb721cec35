"""A field for a value that may not be known: 500, 500-800, 500- for at least, ? where nothing is known."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from ui.widgets.editors import TextEdit
from workstation.casework.claims.bounds_text import BoundKind, bounds_text, read_bounds
from workstation.errors import Refused


class BoundsEdit(TextEdit):
    """Reads a value as a question has it, None when empty; shown in one way once it is left."""

    def __init__(self, kind: BoundKind, currency: str = "CNY") -> None:
        super().__init__()
        self.kind, self.currency = kind, currency
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setToolTip(self.tr("500, or 500-800 for a range, 500- for at least, ? where nothing is known"))

    def load(self, value: object) -> None:
        self.setText(bounds_text(value, self.kind, self.currency))

    def raw(self) -> object:
        try:
            return self.draft()
        except Refused:
            return self.text().strip()

    def draft(self) -> object:
        return read_bounds(self.text(), self.kind, self.currency)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        with suppress(Refused):  # what cannot be read stays as typed; the form tells why
            self.load(self.draft())
        super().focusOutEvent(event)
