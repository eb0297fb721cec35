"""A field for a day of every month, as it is said: 15, 15日, 每月15号, 十五号; shown as its number once it is left."""

from __future__ import annotations

from typing import Final

from ui.widgets.editors import CountEdit

_BEHIND: Final = ("日", "号", "號", "th", "st", "nd", "rd")


class MonthDayEdit(CountEdit):
    """Reads a number from 1 to 31, or nothing; a whole date is no day of every month."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(1, 31, placeholder, counted=_BEHIND)

    def number_of(self, text: str) -> int | None:
        return super().number_of(text.strip().removeprefix("每月"))
