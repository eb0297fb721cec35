"""The numbers that a case is known by - of papers, phones and accounts - as keys, so that a list of thousands is matched at once.

A key is 63 bits of a BLAKE2b of the number under the desk's own key. It only leads to cases: whoever asks compares the numbers.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Final

from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.words import bare
from workstation.store.records.search_text import EDGE

_OF_A_CASE: Final = 4096
"""Keys that one line may have: the place of a key is that of its line times this, and its number there."""
_NEWEST: Final = 20
"""Of so many cases with a number the newest are told: a phone of an office may be that of thousands."""
_PUT: Final = 'INSERT INTO "case_line_key" ("place", "key") VALUES (?, ?)'
_DROP: Final = 'DELETE FROM "case_line_key" WHERE "place" BETWEEN ? AND ?'
_WITH: Final = (
    'SELECT DISTINCT l."case_id" FROM (SELECT "place", row_number() OVER (PARTITION BY "key" ORDER BY "place" DESC) AS "nth" '
    'FROM "case_line_key" WHERE "key" IN (SELECT value FROM json_each(?))) k '
    f'JOIN "case_line" l ON l."line" = k."place" / {_OF_A_CASE} WHERE k."nth" <= {_NEWEST}'
)

_ALL_WITH: Final = (
    f'SELECT DISTINCT l."case_id" FROM "case_line_key" k JOIN "case_line" l ON l."line" = k."place" / {_OF_A_CASE} '
    'WHERE k."key" IN (SELECT value FROM json_each(?))'
)


class Keys:
    """Keys under the secret of one desk."""

    def __init__(self, secret: bytes) -> None:
        self._keyed = blake2b(digest_size=8, key=blake2b(secret, digest_size=32, person=b"concord numbers").digest())

    def of(self, number: str) -> int:
        """The key of a number as `bare` has it."""
        keyed = self._keyed.copy()
        keyed.update(number.encode("utf-8", "surrogatepass"))
        return int.from_bytes(keyed.digest(), "big") >> 1

    def of_case(self, search: str, accounts: Iterable[str]) -> list[int]:
        """Those of a case: its accounts, and of its debtor's search text the phones, all digits, and the ID, which stands last."""
        words = [word for word in search.split(EDGE) if word]
        numbers = [word for word in words[:-1] if word.isdecimal()] + words[-1:]
        found = dict.fromkeys(map(self.of, (*map(bare, numbers), *map(bare, accounts))))
        return list(found)[: _OF_A_CASE - 1]


def put_keys(database: EncryptedDatabase, lines: Sequence[tuple[int, list[int]]]) -> None:
    """Give lines that have none these keys."""
    database.run_many(_PUT, [one for line, keys in lines for one in placed(line, keys)])


def placed(line: int, keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The keys of a line, each with its place."""
    return ((line * _OF_A_CASE + at, key) for at, key in enumerate(keys))


def drop_keys(database: EncryptedDatabase, lines: Iterable[int]) -> None:
    """Forget the keys of lines."""
    database.run_many(_DROP, [(line * _OF_A_CASE, line * _OF_A_CASE + _OF_A_CASE - 1) for line in lines])


def has_keys(database: EncryptedDatabase) -> bool:
    """Whether any case is known by a number: of a new desk, into which the longest lists come, none is."""
    return database.run('SELECT 1 FROM "case_line_key" LIMIT 1').fetchone() is not None


def cases_with(database: EncryptedDatabase, numbers: Collection[str]) -> list[str]:
    """Ids of cases that any of these numbers leads to, in no order; perhaps some that hold none of them."""
    if not has_keys(database):
        return []
    keys = Keys(database.key)
    wanted = json.dumps([keys.of(bare(number)) for number in numbers])
    return [case_id for (case_id,) in database.run(_WITH, (wanted,)).fetchall()]


def all_cases_with(database: EncryptedDatabase, numbers: Iterable[str]) -> list[str]:
    """Ids of all cases that any of these numbers leads to, in no order; perhaps some that hold none of them."""
    keys = Keys(database.key)
    wanted = json.dumps([keys.of(bare(number)) for number in numbers])
    return [case_id for (case_id,) in database.run(_ALL_WITH, (wanted,)).fetchall()]
