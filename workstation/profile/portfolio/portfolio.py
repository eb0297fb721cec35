"""A bank's portfolio, read but not yet stored: what is accepted, what is sent back and why, and control totals of both."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from workstation.bank_names import bank_key
from workstation.errors import Finding
from workstation.folding import folded
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor
from workstation.profile.identity_paper import identity_number
from workstation.profile.portfolio.kept import Kept
from workstation.received.tables import Row  # the cells of one row

COMPONENTS = ("principal", "interest", "penalty", "fees")

_CODED = 13
"""Digits from which on a number may bear the country code: 86 and eleven of its own."""

AccountKey = tuple[str, str]
"""Bank and number: what makes an account the same one."""
PersonKey = tuple[str, ...]
"""The resident ID, else name and phone: what makes two rows the same person."""


@dataclass(frozen=True, slots=True)
class KnownRecords:
    """What the desk holds already: the case of each account, person and phone (`phone_key`), and the number of each case."""

    accounts: Mapping[AccountKey, str] = field(default_factory=dict)
    cases: Mapping[PersonKey, str] = field(default_factory=dict)
    phones: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)

    def among(
        self, accounts: Collection[AccountKey], people: Collection[PersonKey], phones: Collection[str]
    ) -> KnownRecords:
        """As `Known.among`."""
        return self


class Known(Protocol):
    """Looks up what a desk holds."""

    def among(
        self, accounts: Collection[AccountKey], people: Collection[PersonKey], phones: Collection[str]
    ) -> KnownRecords:
        """At least what is held of these keys."""
        ...


@dataclass(frozen=True, slots=True)
class Claim:
    """One accepted row: its account, ready to be stored, with the id of the case it joins."""

    row: int
    account: Account


@dataclass(frozen=True, slots=True)
class NewCase:
    """A person the desk does not know yet, and the id of the case to open for them."""

    case_id: str
    debtor: Debtor


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row sent back, with everything that is wrong with it. ``amounts``: the components that could be read."""

    row: int
    cells: Row
    findings: tuple[Finding, ...]
    currency: str
    amounts: Mapping[str, Money]


@dataclass(frozen=True, slots=True)
class ControlTotals:
    """Rows, and the sum of each component by currency: ``amounts["CNY"]["principal"]``."""

    rows: int
    amounts: Mapping[str, Mapping[str, Money]]

    def json(self) -> dict[str, Any]:
        """``{"rows": 3, "amounts": {"CNY": {"principal": "1.00", ...}}}``."""
        amounts = {code: {name: sum_.text() for name, sum_ in mine.items()} for code, mine in self.amounts.items()}
        return {"rows": self.rows, "amounts": amounts}


class RunningTotals:
    """Adds up row after row."""

    def __init__(self) -> None:
        self._rows = 0
        self._sums: dict[str, dict[str, int]] = {}

    def add(self, currency: str, amounts: Mapping[str, Money]) -> None:
        """The components of one row."""
        self._rows += 1
        mine = self._sums.get(currency)
        if mine is None:
            mine = self._sums[currency] = dict.fromkeys(COMPONENTS, 0)
        for name, amount in amounts.items():
            mine[name] += amount.minor

    def totals(self) -> ControlTotals:
        """Those of all rows so far."""
        amounts = {
            code: {name: Money(minor, code) for name, minor in mine.items()} for code, mine in self._sums.items()
        }
        return ControlTotals(self._rows, amounts)


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column of the file was read as; an empty field means that it was left aside.

    ``samples``: its first cells; ``factor``: what an amount in it is multiplied by. Without a ``header``, what holds for all rows.
    """

    header: str
    field: str
    samples: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A dry run: nothing is stored yet. ``read`` = ``accepted`` + ``rejected`` in rows and in every component.

    ``to_confirm``: what a person must have looked at before it is imported: control figures of the bank that differ, values that
    were computed here.

    Amounts that could not be read count as nothing in ``totals_read`` and ``totals_rejected`` alike; their rows are rejected.
    ``joins``: what rows far down a long list add to persons of ``new_cases`` (`Kept` by place there, the debtor as the row has it).
    """

    id: str
    file_name: str
    sha256: str
    header: Row
    columns: tuple[ColumnUse, ...]
    claims: Kept[Claim]
    new_cases: Kept[NewCase]
    joins: Kept[tuple[int, Debtor]]
    rejected: Kept[RejectedRow]
    advice: Kept[Finding]
    totals_read: ControlTotals
    totals_accepted: ControlTotals
    totals_rejected: ControlTotals
    to_confirm: tuple[Finding, ...] = ()
    banks: frozenset[str] = frozenset()
    """As the accepted rows name them."""

    @property
    def rows(self) -> int:
        """Rows read, blank lines, titles and sums apart."""
        return self.totals_read.rows

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headers of the columns that were left aside."""
        return tuple(column.header for column in self.columns if not column.field and column.header)


def account_key(bank: str, number: str) -> AccountKey:
    """Bank, the same under each of its names, and number without the blanks and dashes that people type between digits."""
    plain = number if number.isascii() else unicodedata.normalize("NFKC", number)
    return bank_key(bank), plain.replace(" ", "").replace("-", "").replace("\t", "")


def phone_key(number: str) -> str:
    """The digits of a number, without the country code of the mainland: what makes two phones the same one."""
    if number.isascii() and number.isdecimal():
        digits = number  # as nearly all are written
    else:
        plain = number if number.isascii() else unicodedata.normalize("NFKC", number)
        digits = "".join(one for one in plain if one in "0123456789")
    if len(digits) < _CODED:
        return digits
    code = next((code for code in ("0086", "86") if digits.startswith(code) and len(digits) == len(code) + 11), "")
    return digits.removeprefix(code)


def person_key(debtor: Debtor) -> PersonKey:
    """The resident ID, else name and phone; empty when neither says who it is."""
    return key_of_person(debtor.resident_id, debtor.name, phone_key(debtor.phone()))


def key_of_person(resident_id: str, name: str, phone: str) -> PersonKey:
    """`person_key` of what a row says; ``phone``: the `phone_key` of the first."""
    if resident_id:
        return (identity_number(resident_id),)
    return (folded(name), phone) if phone else ()
