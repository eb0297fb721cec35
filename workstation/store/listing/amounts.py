"""What a line owes, currency by currency: the first in its own columns, by which it is sorted; others beside it, to be found by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from workstation.money import Money, currency_rank, in_order
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.case_line import APART, amount_of

OF_A_LINE: Final = 64
"""Currencies that one line may have: the place of an amount is that of its line times this, and its number there."""
_PUT: Final = 'INSERT INTO "case_line_owed" ("place", "rank", "amount") VALUES (?, ?, ?)'
_DROP: Final = 'DELETE FROM "case_line_owed" WHERE "place" BETWEEN ? AND ?'


def rank_of(currency: str) -> str:
    """What sorts amounts currency by currency."""
    place, code = currency_rank(currency)
    return f"{place:03}{code}"


def first_of(owed: Sequence[Money]) -> Money:
    """The amount that a line is sorted by; of nothing owed, nothing."""
    return (in_order(owed) or (Money.zero(),))[0]


def put_amounts(database: EncryptedDatabase, lines: Sequence[tuple[int, str]]) -> None:
    """Keep the amounts of lines that have none yet, as lines tell them, beside the first."""
    database.run_many(
        _PUT,
        [
            (line * OF_A_LINE + at, rank_of(one.currency), one.minor)
            for line, owed in lines
            if APART in owed
            for at, one in enumerate(in_order(list(map(amount_of, owed.split(APART))))[1:OF_A_LINE])
        ],
    )


def drop_amounts(database: EncryptedDatabase, lines: Iterable[int]) -> None:
    """Forget the amounts of lines."""
    database.run_many(_DROP, [(line * OF_A_LINE, line * OF_A_LINE + OF_A_LINE - 1) for line in lines])
