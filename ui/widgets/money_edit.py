"""A field for an amount: typed in any usual form, shown grouped once it is left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from ui.widgets.editors import TextEdit
from workstation.errors import Refused
from workstation.money import Money

_PLAIN: Final = str.maketrans(dict.fromkeys("0123456789.,-"))


class MoneyEdit(TextEdit):
    """Reads `Money`; an empty field is zero, or None when ``optional``."""

    def __init__(self, currency: str = "CNY", *, optional: bool = False) -> None:
        super().__init__()
        self.currency, self.optional = currency, optional
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText("" if optional else "0.00")
        self.setProperty("role", "figure")

    def load(self, value: object) -> None:
        self.setText(value.grouped() if isinstance(value, Money) and (value or self.optional) else "")

    def raw(self) -> object:
        """The amount when it can be read, so that ``1200`` and ``1,200.00`` count as the same."""
        try:
            return self.draft()
        except Refused:
            return self.text().strip()

    def draft(self) -> object:
        text = self.text().strip()
        if not text:
            return None if self.optional else Money.zero(self.currency)
        return Money.parse_kept(text, self.currency)

    def understood(self) -> str:
        """Units, words and signs are said in figures; plain digits are clear."""
        text, value = self.text().strip(), self.raw()
        return value.grouped() if isinstance(value, Money) and text.translate(_PLAIN) else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        value = self.raw()
        if isinstance(value, Money) and self.text().strip():
            self.setText(value.grouped())
        super().focusOutEvent(event)
