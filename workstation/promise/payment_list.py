"""A bank's list of payments, read row by row: day, amount, and what tells the account; a row that is not understood goes back."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar

import resources
from workstation.errors import Finding, Refused, refuse_if
from workstation.money import Money
from workstation.profile.portfolio.cells import DateOrder, blank
from workstation.profile.portfolio.column_mapping import plain_word
from workstation.promise.bank_list import FoundList, ListKind, UnreadRow, find_list, names_of
from workstation.promise.list_cells import ListCells
from workstation.promise.list_sums import sum_findings
from workstation.received.tables import Row, Table

PAYMENT_FIELDS: Final = (
    "on", "amount", "number", "name", "bank", "payer", "reference", "currency", "status", "failure", "kind",
    "direction",
)  # fmt: skip
"""What a column may mean; day and amount must be there, and account or name, else nobody knows whose payment a row is.

``status`` and ``failure`` tell whether anything was paid, ``kind`` whether it was taken back, ``direction`` which way it went.
"""
_MUST: Final = (("on",), ("amount",), ("number", "name"))
_SAID: Final = ("name", "bank", "payer", "reference")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """Row ``row`` as a spreadsheet counts. ``number`` may be cut or masked (``6225****6214``); ``amount`` below zero takes back."""

    row: int
    cells: Row
    on: date
    amount: Money
    number: str = ""
    name: str = ""
    bank: str = ""
    payer: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PaymentList:
    """What a list says; ``left`` are headers of columns that were left aside; ``columns``: field → title that it was read from."""

    header: Row
    rows: tuple[PaymentRow, ...]
    unread: tuple[UnreadRow, ...]
    left: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    to_confirm: tuple[Finding, ...] = ()


@cache
def payment_kind() -> ListKind:
    """The names that banks use for the columns of payments."""
    return ListKind(names_of(_headers()["fields"]), _MUST, "payment_columns_missing", ("amount",))


@cache
def _headers() -> Mapping[str, Any]:
    return tomllib.loads(resources.path("portfolio", "payment_headers.toml").read_text("utf-8"))


def read_payments(
    table: Table,
    name: str,
    currency: str,
    today: date,
    order: DateOrder | None = None,
    columns: Mapping[str, str] | None = None,
) -> PaymentList:
    """Every row below the header that offers most; blank rows and sums are left out. ``columns``: as said, see `find_list`.

    Raises `Refused` (payment_columns_missing) where no row names the columns of day, amount, and account or name.
    """
    found = find_list(table, name, payment_kind(), columns)
    read: list[PaymentRow] = []
    unread: list[UnreadRow] = []
    sums = tuple(sum_findings(found, ("amount",), currency))
    usual = _usual_direction(found)
    for number, cells in found.lines:
        try:
            read.append(_row(ListCells(found, number, cells), currency, today, order, usual))
        except Refused as refusal:
            unread.append(UnreadRow(number, cells, refusal.findings))
    return PaymentList(found.header, tuple(read), tuple(unread), found.left, found.used, (*sums, *found.to_confirm))


def day_and_amount(table: Table, name: str, currency: str, today: date) -> tuple[tuple[date, Money], ...]:
    """The payments of a list that is about one account. Raises `Refused` with all that is wrong in any row."""
    kind = ListKind(payment_kind().names, _MUST[:2], "payment_columns_missing", ("amount",))
    found = find_list(table, name, kind, None)
    rows: list[tuple[date, Money]] = []
    wrong: list[Finding] = []
    usual = _usual_direction(found)
    for number, cells in found.lines:
        try:
            row = _row(ListCells(found, number, cells), currency, today, None, usual)
            rows.append((row.on, row.amount))
        except Refused as refusal:
            wrong += refusal.findings
    refuse_if((*wrong, *found.to_confirm))
    return tuple(rows)


def _row(cells: ListCells, currency: str, today: date, order: DateOrder | None, usual: str) -> PaymentRow:
    refusals: list[Finding] = []

    def tried(read: Callable[[], T]) -> T | None:
        try:
            return read()
        except Refused as refusal:
            refusals.extend(refusal.findings)
            return None

    code = tried(lambda: cells.currency(currency)) or currency
    amount = tried(lambda: _amount(cells, code))
    on = tried(lambda: cells.day(order, today))
    number = tried(cells.number)
    refusals += (*cells.shifted(), *_not_paid(cells, amount))
    if usual and amount is not None and amount.minor > 0 and _direction(cells.text("direction")) != usual:
        refusals.append(cells.said("payment_other_way", "direction"))
    if refusals or amount is None or on is None:
        raise Refused(*refusals)
    rest = {name: cells.text(name) for name in _SAID}
    return PaymentRow(cells.row, cells.cells, on, amount, number or "", **rest)


def _not_paid(cells: ListCells, amount: Money | None) -> Iterator[Finding]:
    """That nothing was paid (payment_failed), that nobody can tell (payment_status_unclear), or that a payment was taken back
    by a row that is not below zero (payment_reversal_unsigned).
    """
    states, kinds = _headers()["states"], _headers()["kinds"]
    said = _state(cells.text("status"), states)
    if "status" in cells.found.columns and said != "paid":
        yield cells.said("payment_failed" if said == "unpaid" else "payment_status_unclear", "status")
    elif said != "paid" and not blank(reason := cells.text("failure")) and _state(reason, states) != "paid":
        yield cells.said("payment_failed", "failure")
    kind = plain_word(cells.text("kind"))
    if amount is not None and amount.minor > 0 and any(word in kind for word in kinds["taken_back"]):
        yield cells.said("payment_reversal_unsigned", "kind")


def _usual_direction(found: FoundList) -> str:
    """Which way most rows went, ``credit`` where as many went either way; empty for a list that does not say it."""
    ways = Counter(_direction(ListCells(found, number, cells).text("direction")) for number, cells in found.lines)
    if not any(ways[way] for way in ("credit", "debit")):
        return ""
    return "debit" if ways["debit"] > ways["credit"] else "credit"


def _direction(word: str) -> str:
    """``credit``, ``debit``, or nothing for what is neither."""
    plain = plain_word(word)
    return next((way for way, words in _headers()["directions"].items() if plain in words), "")


def _state(words: str, states: Mapping[str, Sequence[str]]) -> str:
    """Which of the states some words say, the first whose words are among them; ``unclear`` where none are."""
    plain = f"{words.strip().lower()} {plain_word(words)}"
    return next((state for state, known in states.items() if any(word in plain for word in known)), "unclear")


def _amount(cells: ListCells, currency: str) -> Money:
    """The amount, which is never nothing."""
    amount = cells.amount("amount", currency)
    if not amount:
        raise Refused(cells.no_amount("amount", cells.text("amount")))
    return amount
