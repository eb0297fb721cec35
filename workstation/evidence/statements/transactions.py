"""One form for every statement: signed transactions from the account holder's side, with what the paper prints about
itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from workstation.errors import Finding
from workstation.money import Money

Kind = Literal["income", "expense", "neutral", "refund"]


class Transaction(NamedTuple):
    """One row; a named tuple, since a list has tens of thousands of them. ``row`` counts the lines of the file from 1;
    ``amount`` is positive when the holder gains.

    ``at`` is local time without zone, where printed; ``balance`` is what the row prints, None where it prints none
    or a masked one. ``fee`` is contained in ``amount``. ``reference`` is the number by which the issuer knows the
    transaction.
    """

    row: int
    on: date
    amount: Money
    kind: Kind
    at: datetime | None = None
    balance: Money | None = None
    counterparty: str = ""
    text: str = ""
    fee: Money | None = None
    reference: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no transaction of this account: ``why`` is closed, unpaid, failed, refund_of_closed, unreadable,
    impossible_date.
    """

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class PrintedSum:
    """A row of sums under rows of the list: what came in, what went out, or the sum of one column of amounts."""

    row: int
    income: Money | None = None
    expense: Money | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """What the paper prints about itself. Amounts positive, in the statement's currency; None where it prints nothing.

    ``binding`` is False where the issuer says that its own totals need not agree with the rows; ``without_neutral``: own moves are
    not in them. ``opening`` and ``closing`` are the balances before the first row and after the last, ``sums`` the rows of sums.
    """

    count: int | None = None
    income: Money | None = None
    expense: Money | None = None
    binding: bool = True
    without_neutral: bool = False
    opening: Money | None = None
    closing: Money | None = None
    sums: tuple[PrintedSum, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement read. ``from_on`` and ``to_on`` (both included) are the printed period, else the first and last row.

    ``rows_read`` counts transactions and rows left out. ``account`` shows the last four characters only.
    ``masked_balances`` are the rows whose balance is printed but hidden; ``ordered``: the issuer prints its rows in
    order of time; ``monthly``: it prints months, and ``on`` is the first day of one.
    """

    layout: str
    account: str
    currency: str
    from_on: date | None
    to_on: date | None
    rows_read: int
    rows_left_out: tuple[LeftOut, ...]
    transactions: Sequence[Transaction]
    findings: tuple[Finding, ...] = ()
    printed: Printed = field(default_factory=Printed)
    period_printed: bool = False
    masked_balances: tuple[int, ...] = ()
    ordered: bool = True
    shows_income: bool = True
    monthly: bool = False
