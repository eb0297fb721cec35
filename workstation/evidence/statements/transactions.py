"""One form for every statement: signed transactions from the account holder's side, with what the paper prints about
itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from itertools import compress, repeat
from typing import Any, Literal, NamedTuple, cast, overload

from workstation.errors import Finding
from workstation.evidence.statements.columns import money_alike, money_where
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


# ── Held by columns: what judges a list reads whole columns, a row is made when one is asked for ──


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TransactionColumns(Sequence[Transaction]):
    """Side by side what each field of `Transaction` holds; ``minors`` and ``balances`` in minor units of ``currencies``.

    As a sequence it is what a tuple of the transactions is, and equal to one.
    """

    rows: Sequence[int]
    days: Sequence[date]
    minors: Sequence[int]
    currencies: Sequence[str]
    kinds: Sequence[Kind]
    instants: Sequence[datetime | None]
    balances: Sequence[int | None]
    counterparties: Sequence[str]
    texts: Sequence[str]
    fees: Sequence[Money | None]
    references: Sequence[str]
    cards: Sequence[str]
    _made: list[Transaction] = field(default_factory=list)

    def selected(self, chosen: Iterable[object]) -> TransactionColumns:
        """The rows for which ``chosen`` holds something true."""
        flags = list(map(bool, chosen))
        return TransactionColumns(*(list(compress(getattr(self, one.name), flags)) for one in fields(self)))

    def in_currency(self, currency: str) -> TransactionColumns:
        """The rows in one currency."""
        if self.currencies.count(currency) == len(self.currencies):
            return self
        return self.selected(map(currency.__eq__, self.currencies))

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Transaction: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Transaction]: ...
    def __getitem__(self, place: int | slice) -> Transaction | Sequence[Transaction]:
        found = self._all()[place]
        return tuple(found) if isinstance(found, list) else found

    def __iter__(self) -> Iterator[Transaction]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, TransactionColumns | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _all(self) -> list[Transaction]:
        if len(self._made) < len(self.rows):
            self._made[:] = self._transactions()  # at once: two threads may ask
        return self._made

    def _transactions(self) -> list[Transaction]:
        columns = (
            self.rows,
            self.days,
            money_alike(self.minors, self.currencies),
            self.kinds,
            self.instants,
            money_where(self.balances, self.currencies),
            self.counterparties,
            self.texts,
            self.fees,
            self.references,
            self.cards,
        )
        made: Any = map(tuple.__new__, repeat(Transaction), zip(*columns, strict=True))
        return cast("list[Transaction]", list(made))  # as `Transaction._make` does, without its call


def columns_of(transactions: Sequence[Transaction]) -> TransactionColumns:
    """The transactions by columns, however they are held."""
    if isinstance(transactions, TransactionColumns):
        return transactions
    amounts = [one.amount for one in transactions]
    return TransactionColumns(
        rows=[one.row for one in transactions],
        days=[one.on for one in transactions],
        minors=[one.minor for one in amounts],
        currencies=[one.currency for one in amounts],
        kinds=[one.kind for one in transactions],
        instants=[one.at for one in transactions],
        balances=[one.balance.minor if one.balance is not None else None for one in transactions],
        counterparties=[one.counterparty for one in transactions],
        texts=[one.text for one in transactions],
        fees=[one.fee for one in transactions],
        references=[one.reference for one in transactions],
        cards=[one.card for one in transactions],
        _made=list(transactions),
    )
