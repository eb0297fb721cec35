"""The cells of the row being read, by field: each read into its value, and what is wrong with it written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from workstation.errors import Finding, Refused
from workstation.money import MINOR_DIGITS, Money
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.column_mapping import plain_word
from workstation.profile.portfolio.layout import ColumnSource, PortfolioLayout
from workstation.profile.portfolio.portfolio import COMPONENTS
from workstation.received.tables import Row

_SHOWN = 40
Value = TypeVar("Value")
_NOWHERE: tuple[ColumnSource, ...] = ()


class RowCells:
    """Stands on one row at a time. ``refusals`` send the row back, ``advice`` does not; both speak of ``row <number>``."""

    def __init__(self, layout: PortfolioLayout, today: date) -> None:
        self.today = today
        self.layout, self.mapping, self._sources = layout, layout.mapping, layout.sources
        self._shared, self._inexact = layout.shared, layout.sheet.inexact
        self._first = {field: sources[0] for field, sources in layout.sources.items()}
        self._cells: Row = ()
        self.row = 0
        self._usual = self.currency = layout.currency
        self.refusals: list[Finding] = []
        self.advice: list[Finding] = []

    def go_to(self, number: int, cells: Row) -> None:
        """Stand on the row with this number (from 1, as a spreadsheet counts), with nothing found yet."""
        self._cells, self.row, self.refusals, self.advice = cells, number, [], []
        self.currency = self._read_currency()

    def has(self, field: str) -> bool:
        """Whether the file has a place for the field."""
        return field in self._sources

    def sources(self, field: str) -> tuple[ColumnSource, ...]:
        """The places of a field, none when the file lacks it."""
        return self._sources.get(field, _NOWHERE)

    def read(self, source: ColumnSource) -> str:
        """The text of one place in this row."""
        return source.read(self._cells)

    def refuse(self, code: str, field: str, text: str = "", **figures: str) -> None:
        """Write down why the row goes back."""
        shown = {"column": self.layout.title(field), "text": text, "field": field, **figures}
        self.refusals.append(Finding(code, f"row {self.row}", shown))

    def advise(self, code: str, field: str, text: str = "", **figures: str) -> None:
        """Write down what a person should look at."""
        shown = {"column": self.layout.title(field), "text": text, **figures}
        self.advice.append(Finding(code, f"row {self.row}", shown))

    def text(self, field: str) -> str:
        """The first text of a field, or nothing."""
        source = self._first.get(field)
        return source.read(self._cells) if source else ""

    def exact_text(self, field: str) -> str:
        """The text of a number that must not have lost a digit; refuses one that a spreadsheet has cut."""
        source = self._first.get(field)
        if source is None:
            return ""
        text = source.read(self._cells)
        if (self._inexact and (self.row - 1, source.column) in self._inexact) or cells_of.is_shortened(text):
            self.refuse("digits_lost", field, text)
        return text

    def day(self, field: str) -> date | None:
        """A day, None for a blank cell; refuses what is none."""
        text = self.text(field)
        if not text or cells_of.blank(text):
            return None
        try:
            return cells_of.day(text, self.mapping.date_order, self.today)
        except Refused as refusal:
            unclear = refusal.findings[0].code == "day_order_unclear"
            self.refuse("cell_day_unclear" if unclear else "cell_day", field, text)
            return None

    def optional_day(self, field: str) -> date | None:
        """A day, or None with advice."""
        return self._optional(field, self._read_day)

    def _read_day(self, text: str) -> date | None:
        try:
            return cells_of.day(text, self.mapping.date_order, self.today)
        except Refused:
            return None

    def whole(self, field: str) -> int | None:
        """A count, or None with advice."""
        return self._optional(field, cells_of.whole)

    def day_of_month(self, field: str) -> int | None:
        """A day of the month, or None with advice."""
        return self._optional(field, cells_of.day_of_month)

    def _optional(self, field: str, read: Callable[[str], Value | None]) -> Value | None:
        text = self.text(field)
        if not text or cells_of.blank(text):
            return None
        value = read(text)
        if value is None:
            self.advise("cell_left_out", field, text)
        return value

    def code(self, field: str, default: str = "") -> str:
        """The code of a word; an unknown word is left out with advice."""
        text = self.text(field)
        if not text:
            return default
        codes, word = self.mapping.codes[field], plain_word(text)
        if word in codes:
            return codes[word]
        if text in codes.values():
            return text
        if field == "product":
            inside = max((known for known in codes if known in word), key=len, default="")
            if inside:
                return codes[inside]
        self.advise("cell_left_out", field, text)
        return default

    def word(self, field: str, code: str) -> str:
        """The first word of the names that banks use for a code."""
        return next((word for word, known in self.mapping.codes[field].items() if known == code), code)

    def _read_currency(self) -> str:
        text = self.text("currency")
        if not text:
            return self._usual
        code = self.mapping.codes["currency"].get(plain_word(text), text.upper())
        if code not in MINOR_DIGITS:
            self.refuse("currency_unknown", "currency", text)
            return self._usual
        return code

    def money(self, field: str) -> Money | None:
        """An optional amount."""
        source = self._first.get(field)
        return self.amount(field, source) if source else None

    def amount(self, field: str, source: ColumnSource) -> Money | None:
        """The amount in one cell, None for a blank one; refuses what is none and what is negative."""
        text = source.read(self._cells)
        if self._shared and (self.row - 1, source.column) in self._shared:
            self.refuse("cell_merged", field, text)
            return None
        if cells_of.blank(text):
            return None
        if source.currency not in ("", self.currency):
            self.refuse("cell_currency", field, f"{text[:_SHOWN]} {source.currency}")
            return None
        try:
            amount = cells_of.amount(text, self.currency, source.unit)
        except Refused as refusal:
            found = refusal.findings[0]
            self.refuse(cells_of.AMOUNT_CODES.get(found.code, "cell_amount"), field, text[:_SHOWN], **_most(found))
            return None
        if amount.minor < 0:
            self.refuse("cell_negative", field, text)
        elif field in COMPONENTS and cells_of.is_shortened(text):
            self.advise("amount_shortened", field, text, amount=amount.grouped())
        return amount


def _most(found: Finding) -> dict[str, str]:
    return {"most": found.figures["most"]} if "most" in found.figures else {}
