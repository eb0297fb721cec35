"""A bank's list of payments, read row by row: day, amount, and what tells the account; a row that is not understood goes back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

import resources
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.column_mapping import cell_word, known_headers, plain, unit_word
from workstation.received.tables import Row, Table

_HEADER_WITHIN: Final = 60
_MUST: Final = ("on", "amount")
_WHO: Final = ("number", "name")
"""One of them must be there, else nobody knows whose payment a row is."""


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
class UnreadRow:
    """A row that was not understood, and why."""

    row: int
    cells: Row
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PaymentList:
    """What a list says; ``left`` are headers of columns that were left aside."""

    header: Row
    rows: tuple[PaymentRow, ...]
    unread: tuple[UnreadRow, ...]
    left: tuple[str, ...]


@cache
def _headers() -> Mapping[str, tuple[str, ...]]:
    text = resources.path("portfolio", "payment_headers.toml").read_text("utf-8")
    return {field: tuple(map(plain, names)) for field, names in tomllib.loads(text)["fields"].items()}


def read_payments(table: Table, name: str, currency: str, today: date, order: DateOrder | None = None) -> PaymentList:
    """Every row below the header that offers most; blank rows and sums are left out.

    Raises `Refused` (payment_columns_missing) where no row names the columns of day, amount, and account or name.
    """
    found = [
        (columns, sheet.rows, index)
        for sheet in table.sheets
        for index, row in enumerate(sheet.rows[:_HEADER_WITHIN])
        if (columns := _columns(row))
    ]
    columns, rows, index = max(found, key=lambda one: (not _missing(one[0]), len(one[0])), default=({}, (), 0))
    if missing := _missing(columns):
        titles = ", ".join(_headers()[field][0] for field in missing)
        raise Refused(Finding("payment_columns_missing", name, {"columns": titles, "name": name}))
    header = rows[index]
    read: list[PaymentRow] = []
    unread: list[UnreadRow] = []
    for number, cells in _lines(rows, index):
        try:
            read.append(_row(number, cells, columns, header, currency, today, order))
        except Refused as refusal:
            unread.append(UnreadRow(number, cells, refusal.findings))
    used = set(columns.values())
    left = tuple(title for at, title in enumerate(header) if title and at not in used)
    return PaymentList(header, tuple(read), tuple(unread), left)


def _columns(row: Row) -> dict[str, int]:
    titles = [plain(cell) for cell in row]
    found: dict[str, int] = {}
    for field, names in _headers().items():
        at = next((titles.index(name) for name in names if name in titles), None)
        if at is not None and at not in found.values():
            found[field] = at
    return found


def _missing(columns: Mapping[str, int]) -> list[str]:
    found = [field for field in _MUST if field not in columns]
    return found if any(field in columns for field in _WHO) else [*found, "number"]


def _lines(rows: tuple[Row, ...], index: int) -> Iterator[tuple[int, Row]]:
    sums = known_headers().total_words
    for number, cells in enumerate(rows[index + 1 :], index + 2):
        first = next((cell for cell in cells if cell), "")
        if first and plain(first) not in sums:
            yield number, cells


def _row(
    number: int,
    cells: Row,
    columns: Mapping[str, int],
    header: Row,
    currency: str,
    today: date,
    order: DateOrder | None,
) -> PaymentRow:
    texts = {field: cells[at].strip() if at < len(cells) else "" for field, at in columns.items()}
    unit = known_headers().units.get(unit_word(header[columns["amount"]]), Decimal(1))
    findings: list[Finding] = []
    amount, on = Money.zero(currency), today
    try:
        amount = cells_of.amount(texts["amount"], _currency(texts.get("currency", "")) or currency, unit)
        if not amount:
            raise Refused(Finding("amount_not_positive", ""))
    except Refused:
        findings.append(_unread("cell_amount", number, header[columns["amount"]], texts["amount"]))
    try:
        on = cells_of.day(texts["on"], order, today)
    except Refused as refusal:
        unclear = refusal.findings[0].code == "day_order_unclear"
        findings.append(
            _unread("cell_day_unclear" if unclear else "cell_day", number, header[columns["on"]], texts["on"])
        )
    if findings:
        raise Refused(*findings)
    if on > today:
        raise Refused(Finding("day_not_come", f"row {number}", {"day": on.isoformat()}))
    others = {field: texts.get(field, "") for field in ("number", "name", "bank", "payer", "reference")}
    return PaymentRow(number, cells, on, amount, **others)


def _currency(text: str) -> str:
    """The code of a currency as a list writes it; nothing for nothing."""
    return known_headers().fields["currency"].values.get(cell_word(text), text.upper())


def _unread(code: str, number: int, column: str, text: str) -> Finding:
    return Finding(code, f"row {number}", {"column": column, "text": text[:40], "field": column})
