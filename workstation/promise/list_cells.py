"""The cells of one row of a bank's list, each read into its value; what is not understood is refused with row and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workstation.errors import Finding, Refused
from workstation.list_scale import decimal_unit
from workstation.money import MINOR_DIGITS, Money
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import known_headers, plain_word
from workstation.promise.bank_list import FoundList
from workstation.received.tables import Row

_LONGEST: Final = 40
"""Signs of a cell that a finding quotes."""


@dataclass(frozen=True, slots=True)
class ListCells:
    """One row (as a spreadsheet counts) of a list that was found."""

    found: FoundList
    row: int
    cells: Row

    def text(self, field: str) -> str:
        """The text of a field's first column, or nothing."""
        at = next(iter(self.found.columns.get(field, ())), -1)
        return self._at(at)

    def number(self) -> str:
        """The number of the account. Raises `Refused` (digits_lost) for one that a spreadsheet has cut."""
        text, at = self.text("number"), next(iter(self.found.columns.get("number", ())), -1)
        if (self.row - 1, at) in self.found.inexact or cells_of.is_shortened(text):
            raise Refused(self._finding("digits_lost", "number", text))
        return text

    def shifted(self) -> Iterator[Finding]:
        """That the row has more cells than the heading, where a mark in an amount may have parted it (row_shifted)."""
        if self.found.delimited and (text := cells_of.beyond(self.cells, len(self.found.header))):
            yield Finding("row_shifted", f"row {self.row}", {"text": text[:_LONGEST]})

    def currency(self, default: str) -> str:
        """The currency that the row names, else a title of its amounts or a line above, else ``default``.

        Raises `Refused` (currency_unknown).
        """
        text = self.text("currency") or self.found.said_currency
        code = known_headers().codes["currency"].get(plain_word(text), text.upper()) if text else default
        if code not in MINOR_DIGITS:
            raise Refused(self._finding("currency_unknown", "currency", text))
        return code

    def amount(self, field: str, currency: str) -> Money | None:
        """The sum of a field's columns, None where all are blank. Raises `Refused`: cell_merged, and those of `AMOUNT_CODES`."""
        read = [self._amount(field, at, currency) for at in self.found.columns.get(field, ())]
        found = [one for one in read if one is not None]
        return Money(sum(one.minor for one in found), currency) if found else None

    def day(self, order: DateOrder | None, today: date) -> date:
        """The day. Raises `Refused`: cell_day, cell_day_unclear, day_not_come."""
        text = self.text("on")
        try:
            on = cells_of.day(text, order, today)
        except Refused as refusal:
            unclear = refusal.findings[0].code == "day_order_unclear"
            raise Refused(self._finding("cell_day_unclear" if unclear else "cell_day", "on", text)) from None
        if on > today:
            raise Refused(Finding("day_not_come", f"row {self.row}", {"day": on.isoformat()}))
        return on

    def said(self, code: str, field: str) -> Finding:
        """A finding about what a field says."""
        return self._finding(code, field, self.text(field))

    def no_amount(self, field: str, text: str = "") -> Finding:
        """That a field holds no amount."""
        return self._finding("cell_amount", field, text)

    def _amount(self, field: str, at: int, currency: str) -> Money | None:
        text = self._at(at)
        if (self.row - 1, at) in self.found.shared:
            raise Refused(self._finding("cell_merged", field, text))
        if cells_of.blank(text):
            return None
        if self.found.scales[at].currency not in ("", currency):
            raise Refused(self._finding("cell_currency", field, text))
        try:
            return cells_of.amount(text, currency, decimal_unit(self.found.scale(at)))
        except Refused as refusal:
            why = refusal.findings[0]
            told = self._finding(cells_of.AMOUNT_CODES.get(why.code, "cell_amount"), field, text)
            figures = {name: why.figures[name] for name in ("most",) if name in why.figures}
            raise Refused(replace(told, figures={**told.figures, **figures})) from None

    def _at(self, at: int) -> str:
        return self.cells[at].strip() if 0 <= at < len(self.cells) else ""

    def _finding(self, code: str, field: str, text: str) -> Finding:
        column = next(iter(self.found.titles(field)), field)
        return Finding(code, f"row {self.row}", {"column": column, "text": text[:_LONGEST], "field": column})
