"""A bank's list of payments, read row by row: day, amount, and what tells the account; a row that is not understood goes back."""

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
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import known_headers, unit_word
from workstation.promise.bank_list import (
    FoundList,
    ListKind,
    UnreadRow,
    currency_code,
    find_list,
    names_of,
    unread_cell,
)
from workstation.received.tables import Row, Table

PAYMENT_FIELDS: Final = ("on", "amount", "number", "name", "bank", "payer", "reference", "currency")
"""What a column may mean; day and amount must be there, and account or name, else nobody knows whose payment a row is."""
_MUST: Final = (("on",), ("amount",), ("number", "name"))
_SAID: Final = ("number", "name", "bank", "payer", "reference")


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


@cache
def payment_kind() -> ListKind:
    """The names that banks use for the columns of payments."""
    text = resources.path("portfolio", "payment_headers.toml").read_text("utf-8")
    return ListKind(names_of(tomllib.loads(text)["fields"]), _MUST, "payment_columns_missing")


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
    for number, cells in found.lines:
        try:
            read.append(_row(number, cells, found, currency, today, order))
        except Refused as refusal:
            unread.append(UnreadRow(number, cells, refusal.findings))
    return PaymentList(found.header, tuple(read), tuple(unread), found.left, found.used)


def _row(number: int, cells: Row, found: FoundList, currency: str, today: date, order: DateOrder | None) -> PaymentRow:
    texts = {name: cells[at].strip() if at < len(cells) else "" for name, (at, *_) in found.columns.items()}
    title = found.header[found.columns["amount"][0]]
    unit = known_headers().units.get(unit_word(title), Decimal(1))
    findings: list[Finding] = []
    amount, on = Money.zero(currency), today
    try:
        amount = cells_of.amount(texts["amount"], currency_code(texts.get("currency", "")) or currency, unit)
        if not amount:
            raise Refused(Finding("amount_not_positive", ""))
    except Refused:
        findings.append(unread_cell("cell_amount", number, found.used["amount"], texts["amount"]))
    try:
        on = cells_of.day(texts["on"], order, today)
    except Refused as refusal:
        unclear = refusal.findings[0].code == "day_order_unclear"
        code = "cell_day_unclear" if unclear else "cell_day"
        findings.append(unread_cell(code, number, found.used["on"], texts["on"]))
    if findings:
        raise Refused(*findings)
    if on > today:
        raise Refused(Finding("day_not_come", f"row {number}", {"day": on.isoformat()}))
    return PaymentRow(number, cells, on, amount, **{name: texts.get(name, "") for name in _SAID})
