"""A field for a rate: 18%, 18, 0.18, 日万分之五. A bare number is read where only one reading is believable, then shown with %."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from ui.widgets.editors import TextEdit
from workstation.errors import Refused
from workstation.rate_text import read_agreed_rate
from workstation.rates import Rate, Span

_PERCENT: Final = str.maketrans(dict.fromkeys("0123456789.%"))


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

    def understood(self) -> str:
        """A plain percentage is clear; a bare number, words and other spans are said as they are read."""
        rate, text = self._rate(), self.text().strip()
        clear = text.endswith("%") and not text.translate(_PERCENT)
        return self._said(rate) if rate is not None and not clear else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (rate := self._rate()) is not None:
            self._show_rate(rate)
        super().focusOutEvent(event)

    def _rate(self) -> Rate | None:
        try:
            found = self.draft()
        except Refused:
            return None
        return found if isinstance(found, Rate) else None

    def _said(self, rate: Rate) -> str:
        """A year goes without saying; other spans are named as they are read."""
        named = {"monthly": self.tr("{rate}/month"), "daily": self.tr("{rate}/day")}
        return named.get(rate.per, "{rate}").format(rate=rate.percent())

    def _show_rate(self, rate: Rate) -> None:
        text = self._said(rate)
        self._shown = text, rate
        self.setText(text)
