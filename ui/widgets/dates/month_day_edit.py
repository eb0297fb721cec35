"""A field for a day of every month, as it is said: 15, 15日, 每月15号; shown as its number once it is left."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

from PySide6.QtGui import QFocusEvent

from ui.widgets.editors import CountEdit
from workstation.errors import Refused
from workstation.profile.portfolio.cells import day_of_month, is_day_of_month


class MonthDayEdit(CountEdit):
    """Reads a number from 1 to 31, or nothing; a whole date is no day of every month."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(1, 31, placeholder)

    def draft(self) -> object:
        text = unicodedata.normalize("NFKC", self.text()).replace(" ", "")
        found = day_of_month(text) if is_day_of_month(text) else None
        return super().draft() if found is None else found

    def focusOutEvent(self, event: QFocusEvent) -> None:
        with suppress(Refused):  # what cannot be read stays as it was typed
            self.load(self.draft())
        super().focusOutEvent(event)
