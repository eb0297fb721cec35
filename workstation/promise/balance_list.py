"""A bank's later list of balances, read row by row: what is owed on which day, by component where it says so.

A list may say its day once for all; then a person names it. A total that no column gives is the sum of all four components, else
nobody knows it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

import resources
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import known_headers, unit_word
from workstation.promise.bank_list import (
    FoundList,
    ListKind,
    Names,
    UnreadRow,
    currency_code,
    find_list,
    names_of,
    unread_cell,
)
from workstation.received.tables import Row, Table

BALANCE_FIELDS: Final = ("on", "total", *COMPONENTS, "number", "name", "bank", "currency")
"""What a column may mean."""
_MUST: Final = (("total", "principal"), ("number", "name"))


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Row ``row`` as a spreadsheet counts; ``parts`` are the components that it names."""

    row: int
    cells: Row
    on: date
    total: Money
    parts: Mapping[str, Money]
    number: str = ""
    name: str = ""
    bank: str = ""


@dataclass(frozen=True, slots=True)
class BalanceList:
    """What a list says; ``left``, ``columns`` as of a list of payments. ``dated``: whether every row says its own day."""

    header: Row
    rows: tuple[BalanceRow, ...]
    unread: tuple[UnreadRow, ...]
    left: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    dated: bool = True


@cache
def balance_kind() -> ListKind:
    """The names that banks use for the columns of balances: those of a portfolio, and a few of their own."""
    tree = tomllib.loads(resources.path("portfolio", "balance_headers.toml").read_text("utf-8"))
    own = names_of(tree["fields"])
    shared: Names = {name: known_headers().fields[name].headers for name in BALANCE_FIELDS if name != "on"}
    both = {name: (groups[0] + own.get(name, ((),))[0], *groups[1:]) for name, groups in shared.items()}
    return ListKind({"on": own["on"], **both}, _MUST, "balance_columns_missing")


def read_balances(
    table: Table,
    name: str,
    currency: str,
    today: date,
    order: DateOrder | None = None,
    columns: Mapping[str, str] | None = None,
    on: date | None = None,
) -> BalanceList:
    """Every row below the header that offers most; sums are left out. ``on``: the day of rows that say none.

    Raises `Refused` (balance_columns_missing) where no row names total (or every component) and account or name.
    """
    found = find_list(table, name, balance_kind(), columns)
    if "total" not in found.columns and any(part not in found.columns for part in COMPONENTS):
        raise Refused(Finding("balance_columns_missing", name, {"list_field": "total"}))
    reader = _RowReader(found, currency, today, order, on)
    read: list[BalanceRow] = []
    unread: list[UnreadRow] = []
    for number, cells in found.lines:
        try:
            read.append(reader.read(number, cells))
        except Refused as refusal:
            unread.append(UnreadRow(number, cells, refusal.findings))
    return BalanceList(found.header, tuple(read), tuple(unread), found.left, found.used, reader.dated)


class _RowReader:
    """Reads the rows of one list one after the other."""

    def __init__(self, found: FoundList, currency: str, today: date, order: DateOrder | None, on: date | None) -> None:
        self._found, self._currency, self._today, self._order, self._on = found, currency, today, order, on
        self.dated = True
        self._titles = {name: found.titles(name) for name in found.columns}
        self._refusals: list[Finding] = []
        self._row = 0

    def read(self, number: int, cells: Row) -> BalanceRow:
        """One row. Raises `Refused` with everything that is wrong with it."""
        self._row, self._refusals = number, []
        said = self._text(cells, "currency")
        currency = currency_code(said) or self._currency
        parts: dict[str, Money] = {}
        parts |= {part: amount for part in COMPONENTS if (amount := self._amount(cells, part, currency)) is not None}
        total = self._amount(cells, "total", currency)
        if total is None and not self._refusals:
            total = self._summed(parts, currency)
        on = self._day(cells)
        if self._refusals or total is None or on is None:
            raise Refused(*self._refusals)
        who = {name: self._text(cells, name) for name in ("number", "name", "bank")}
        return BalanceRow(number, cells, on, total, parts, **who)

    def _text(self, cells: Row, name: str) -> str:
        at = next(iter(self._found.columns.get(name, ())), -1)
        return cells[at].strip() if 0 <= at < len(cells) else ""

    def _amount(self, cells: Row, name: str, currency: str) -> Money | None:
        """The sum of a field's columns; None where none of them says anything."""
        found: list[Money] = []
        for at, title in zip(self._found.columns.get(name, ()), self._titles.get(name, ()), strict=True):
            text = cells[at].strip() if at < len(cells) else ""
            if not cells_of.blank(text):
                try:
                    unit = known_headers().units.get(unit_word(self._found.header[at]), Decimal(1))
                    found.append(cells_of.amount(text, currency, unit))
                except Refused:
                    self._refusals.append(unread_cell("cell_amount", self._row, title, text))
        return Money(sum(one.minor for one in found), currency) if found else None

    def _summed(self, parts: Mapping[str, Money], currency: str) -> Money | None:
        if len(parts) < len(COMPONENTS):
            title = next(iter(self._titles.get("total", ())), balance_kind().names["total"][0][0])
            self._refusals.append(unread_cell("cell_amount", self._row, title, ""))
            return None
        return Money(sum(one.minor for one in parts.values()), currency)

    def _day(self, cells: Row) -> date | None:
        text = self._text(cells, "on")
        if not text:
            self.dated = False
            if self._on is None:
                self._refusals.append(Finding("balance_day_missing", f"row {self._row}"))
            return self._on
        try:
            on = cells_of.day(text, self._order, self._today)
        except Refused as refusal:
            unclear = refusal.findings[0].code == "day_order_unclear"
            code = "cell_day_unclear" if unclear else "cell_day"
            self._refusals.append(unread_cell(code, self._row, self._titles["on"][0], text))
            return None
        if on > self._today:
            self._refusals.append(Finding("day_not_come", f"row {self._row}", {"day": on.isoformat()}))
            return None
        return on
