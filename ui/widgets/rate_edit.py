"""A field for a rate: 18%, 18, 0.18, 万分之五. A bare number is read where only one reading is believable, then shown with %."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from ui.widgets.editors import TextEdit
from workstation.errors import Refused
from workstation.rate_text import read_rate
from workstation.rates import Rate, Span


class RateEdit(TextEdit):
    """Reads `Rate` or None when empty; keeps the span the stored rate was agreed in."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._per: Span = "annual"
        self.judged: Span | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def load(self, value: object) -> None:
        if isinstance(value, Rate):
            self._per = value.per
            self.setText(value.percent())
        else:
            self.setText("")

    def draft(self) -> object:
        text = self.text().strip()
        return read_rate(text, self._per, judged=self.judged) if text else None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        try:
            rate = self.draft()
        except Refused:
            rate = None
        if isinstance(rate, Rate):
            self.setText(rate.percent())
        super().focusOutEvent(event)
