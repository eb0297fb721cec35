"""The transactions of a statement held by columns: what judges them reads whole columns, a row is made when one is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from itertools import compress, repeat
from typing import Any, cast, overload

from workstation.evidence.statements.columns import money_alike, money_where
from workstation.evidence.statements.transactions import Kind, Transaction
from workstation.money import Money


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
