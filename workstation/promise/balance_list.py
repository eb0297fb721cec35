"""A bank's later list of balances, read row by row: what is owed on which day, by component where it says so.

A list may say its day once for all; then a person names it. A total that no column gives is the sum of all four components, else
nobody knows it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from typing import Final, TypeVar

import resources
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import known_headers
from workstation.promise.bank_list import ListKind, Names, UnreadRow, find_list, names_of
from workstation.promise.list_cells import ListCells
from workstation.promise.list_sums import sum_findings
from workstation.received.tables import Row, Table

BALANCE_FIELDS: Final = ("on", "total", *COMPONENTS, "number", "name", "bank", "currency")
"""What a column may mean."""
_MUST: Final = (("total", "principal"), ("number", "name"))

T = TypeVar("T")


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
    to_confirm: tuple[Finding, ...] = ()
    dated: bool = True


@cache
def balance_kind() -> ListKind:
    """The names that banks use for the columns of balances: those of a portfolio, and a few of their own."""
    tree = tomllib.loads(resources.path("portfolio", "balance_headers.toml").read_text("utf-8"))
    own = names_of(tree["fields"])
    shared: Names = {name: known_headers().fields[name].headers for name in BALANCE_FIELDS if name != "on"}
    both = {name: (groups[0] + own.get(name, ((),))[0], *groups[1:]) for name, groups in shared.items()}
    return ListKind({"on": own["on"], **both}, _MUST, "balance_columns_missing", ("total", *COMPONENTS))


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
    dated = all(ListCells(found, number, cells).text("on") for number, cells in found.lines)
    read: list[BalanceRow] = []
    unread: list[UnreadRow] = []
    sums = tuple(sum_findings(found, balance_kind().amounts, currency))
    for number, cells in found.lines:
        try:
            read.append(_row(ListCells(found, number, cells), currency, _Days(today, order, on)))
        except Refused as refusal:
            unread.append(UnreadRow(number, cells, refusal.findings))
    return BalanceList(
        found.header, tuple(read), tuple(unread), found.left, found.used, (*sums, *found.to_confirm), dated
    )


@dataclass(frozen=True, slots=True)
class _Days:
    """How days are read: ``order`` as a person said, ``on`` for rows that say none."""

    today: date
    order: DateOrder | None
    on: date | None


def _row(cells: ListCells, currency: str, days: _Days) -> BalanceRow:
    refusals: list[Finding] = []

    def tried(read: Callable[[], T]) -> T | None:
        try:
            return read()
        except Refused as refusal:
            refusals.extend(refusal.findings)
            return None

    code = tried(lambda: cells.currency(currency)) or currency
    read = {part: tried(partial(cells.amount, part, code)) for part in COMPONENTS}
    parts: dict[str, Money] = {part: amount for part, amount in read.items() if amount is not None}
    total = tried(lambda: cells.amount("total", code))
    if total is None and not refusals:
        total = tried(lambda: _summed(cells, parts, code))
    on, number = tried(lambda: _day(cells, days)), tried(cells.number)
    refusals += cells.shifted()
    if refusals or total is None or on is None:
        raise Refused(*refusals)
    return BalanceRow(cells.row, cells.cells, on, total, parts, number or "", cells.text("name"), cells.text("bank"))


def _summed(cells: ListCells, parts: Mapping[str, Money], currency: str) -> Money:
    """The total of a row that gives every component and none itself."""
    if len(parts) < len(COMPONENTS):
        raise Refused(cells.no_amount("total"))
    return Money(sum(one.minor for one in parts.values()), currency)


def _day(cells: ListCells, days: _Days) -> date:
    if cells.text("on"):
        return cells.day(days.order, days.today)
    if days.on is None:
        raise Refused(Finding("balance_day_missing", f"row {cells.row}"))
    return days.on
