"""A field for a yearly rate in per cent; a bare number is per cent, signs % ‰ ‱ are understood."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.widgets.editors import TextEdit
from workstation.errors import Finding, Refused
from workstation.rates import Rate, Span


class RateEdit(TextEdit):
    """Reads `Rate` or None when empty; keeps the span the stored rate was agreed in."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._per: Span = "annual"
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def load(self, value: object) -> None:
        if isinstance(value, Rate):
            self._per = value.per
            self.setText(value.percent())
        else:
            self.setText("")

    def draft(self) -> object:
        text = self.text().strip().replace("％", "%")
        if not text:
            return None
        rate = Rate.parse(text if text[-1] in "%‰‱" else f"{text}%", self._per)
        if rate.value < 0:
            raise Refused(Finding("rate_unreadable", "", {"text": text}))
        return rate
