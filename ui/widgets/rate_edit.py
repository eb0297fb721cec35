"""A field for a rate: 18%, 18, 0.18, 日万分之五. A bare number is read where only one reading is believable, then shown with %."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from ui.widgets.editors import TextEdit
from workstation.errors import Refused
from workstation.rate_text import read_agreed_rate
from workstation.rates import Rate, Span


class RateEdit(TextEdit):
    """Reads `Rate` or None when empty. A rate is one of a year unless the text names another span, as ``0.05%/日`` does."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self.judged: Span | None = None
        self._shown: tuple[str, Rate] | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def load(self, value: object) -> None:
        self._shown = None
        self.setText("")
        if isinstance(value, Rate):
            self._show_rate(value)

    def draft(self) -> object:
        text = self.text().strip()
        if self._shown is not None and text == self._shown[0]:
            return self._shown[1]  # it was loaded or understood so: however low, nobody is asked again
        return read_agreed_rate(text, self.judged) if text else None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        try:
            rate = self.draft()
        except Refused:
            rate = None
        if isinstance(rate, Rate):
            self._show_rate(rate)
        super().focusOutEvent(event)

    def _show_rate(self, rate: Rate) -> None:
        """A year goes without saying; other spans are named as they are read."""
        named = {"monthly": self.tr("{rate}/month"), "daily": self.tr("{rate}/day")}
        text = named.get(rate.per, "{rate}").format(rate=rate.percent())
        self._shown = text, rate
        self.setText(text)
