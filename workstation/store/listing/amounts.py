"""What a line owes, currency by currency: the first in its own columns, by which it is sorted; others beside it, to be found by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from workstation.money import Money, currency_rank, in_order
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.case_line import APART, amount_of

OF_A_LINE: Final = 64
"""Currencies that one line may have: the place of an amount is that of its line times this, and its number there."""
_PUT: Final = 'INSERT INTO "case_line_owed" ("place", "rank", "amount") VALUES (?, ?, ?)'
_KEPT: Final = (
    f'SELECT o."place", o."rank", o."amount" FROM json_each(?) l JOIN "case_line_owed" o '
    f'ON o."place" BETWEEN l.value * {OF_A_LINE} AND l.value * {OF_A_LINE} + {OF_A_LINE - 1} ORDER BY o."place"'
)
_DROP: Final = 'DELETE FROM "case_line_owed" WHERE "place" BETWEEN ? AND ?'


def rank_of(currency: str) -> str:
    """What sorts amounts currency by currency."""
    place, code = currency_rank(currency)
    return f"{place:03}{code}"


def first_of(owed: Sequence[Money]) -> Money:
    """The amount that a line is sorted by; of nothing owed, nothing."""
    return (in_order(owed) or (Money.zero(),))[0]


def beside(line: int, owed: str) -> list[tuple[int, str, int]]:
    """What is kept beside the first amount of a line, as it tells its amounts: place, rank and amount of each."""
    if APART not in owed:
        return []
    others = in_order(list(map(amount_of, owed.split(APART))))[1:OF_A_LINE]
    return [(line * OF_A_LINE + at, rank_of(one.currency), one.minor) for at, one in enumerate(others)]


def put_amounts(database: EncryptedDatabase, lines: Sequence[tuple[int, str]]) -> None:
    """Keep the amounts of lines that have none yet, as lines tell them, beside the first."""
    database.run_many(_PUT, [one for line, owed in lines for one in beside(line, owed)])


def kept_beside(database: EncryptedDatabase, lines: Sequence[int]) -> dict[int, list[tuple[int, str, int]]]:
    """The same as it is kept, by line."""
    found: dict[int, list[tuple[int, str, int]]] = {}
    for one in database.run(_KEPT, (json.dumps(lines),)).fetchall():
        found.setdefault(one[0] // OF_A_LINE, []).append(one)
    return found


def drop_amounts(database: EncryptedDatabase, lines: Iterable[int]) -> None:
    """Forget the amounts of lines."""
    database.run_many(_DROP, [(line * OF_A_LINE, line * OF_A_LINE + OF_A_LINE - 1) for line in lines])
