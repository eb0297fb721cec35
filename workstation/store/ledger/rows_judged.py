"""The rows of a desk held against what its log says of them, in memory that does not grow with either."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final, Literal
from zlib import crc32

from workstation.errors import Finding
from workstation.store.ledger.exported import Entry
from workstation.store.ledger.ledger import LOG, NONE, STARTS, Ledger, key_of

Trouble = Literal["altered", "unknown", "gone"]
_TROUBLES: Final[tuple[Trouble, ...]] = ("altered", "unknown", "gone")
_MOST_ROWS: Final = 20
"""So many rows are named one by one."""
_PARTS: Final = 256
_AT_ONCE: Final = 200_000
"""Rows that are held, about, where they have to be looked at one by one."""
_MODULUS: Final = 1 << 128


class RowSums:
    """What the log says of all rows, added up in parts by table and key, less the rows as they stand: nothing is left of a part in
    which both agree. Each row counts by a digest under a key that is made anew each time, so that nobody can make two errors meet.
    ``rows``: so many there are by the log.
    """

    def __init__(self) -> None:
        self._keyed = blake2b(digest_size=16, key=secrets.token_bytes(32))
        self._sums = [0] * _PARTS
        self.rows = 0

    def of_log(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries, each taken into account as it goes by."""
        for entry in entries:
            if entry.action in STARTS:
                self._sums, self.rows = [0] * _PARTS, 0
            for table, key, before, after in lines_of(entry):
                part = part_of(table, key)
                if before != NONE:
                    self._sums[part] -= self._weight(table, key, before)
                    self.rows -= 1
                if after != NONE:
                    self._sums[part] += self._weight(table, key, after)
                    self.rows += 1
            yield entry

    def take_away(self, table: str, rows: Iterable[tuple[str, str]]) -> None:
        """The rows of a table as they stand: key and digest."""
        for key, digest in rows:
            self._sums[part_of(table, key)] -= self._weight(table, key, digest)

    def differing(self) -> Iterator[frozenset[int]]:
        """The parts in which anything differs, so many at a time as may be looked at together."""
        parts = [part for part, left in enumerate(self._sums) if left % _MODULUS]
        size = max(1, _PARTS * _AT_ONCE // max(1, self.rows))
        for at in range(0, len(parts), size):
            yield frozenset(parts[at : at + size])

    def _weight(self, table: str, key: str, digest: str) -> int:
        keyed = self._keyed.copy()
        keyed.update(f"{table} {key} {digest}".encode("utf-8", "surrogatepass"))
        return int.from_bytes(keyed.digest(), "big")


@dataclass(slots=True)
class Wrong:
    """Rows that are not as the log says, by table and trouble: how many, and the keys of the first."""

    found: dict[tuple[str, Trouble], tuple[int, list[str]]] = field(default_factory=dict)
    tables: dict[str, None] = field(default_factory=dict)

    def look(self, ledger: Ledger, parts: frozenset[int]) -> None:
        """Compare the rows of some parts one by one."""
        due = _last_digests(ledger.entries(), parts)
        for table, rows in ledger.stored():
            self.tables[table] = None
            wanted, there = due.get(table, {}), set[str]()
            for key, digest in rows:
                if part_of(table, key) in parts:
                    there.add(key)
                    if key not in wanted:
                        self._note(table, "unknown", key)
                    elif wanted[key] != digest:
                        self._note(table, "altered", key)
            for key in wanted.keys() - there:
                self._note(table, "gone", key)

    def _note(self, table: str, trouble: Trouble, key: str) -> None:
        count, named = self.found.get((table, trouble), (0, []))
        self.found[table, trouble] = count + 1, named if len(named) == _MOST_ROWS else [*named, key]

    def findings(self) -> Iterator[Finding]:
        """``ledger_row_altered``, ``_unknown`` and ``_gone`` for the first of each table, ``ledger_rows_more`` for the others."""
        for table in self.tables:
            for trouble in _TROUBLES:
                count, named = self.found.get((table, trouble), (0, []))
                for key in named:
                    yield Finding(f"ledger_row_{trouble}", table, {"records": table, "key": key})
                if count > len(named):
                    yield Finding("ledger_rows_more", table, {"records": table, "count": f"{count - len(named):,}"})


def part_of(table: str, key: str) -> int:
    """The part to which a row belongs."""
    return crc32(f"{table} {key}".encode("utf-8", "surrogatepass")) % _PARTS


def lines_of(entry: Entry) -> Iterator[tuple[str, str, str, str]]:
    """What an entry says of each row: table, key, digest before and after."""
    for line in entry.rows.splitlines():
        table, key, before, after = line.split(" ")
        if table != LOG:
            yield table, key_of(key), before, after


def _last_digests(entries: Iterable[Entry], parts: frozenset[int]) -> dict[str, dict[str, str]]:
    """Table → key → the digest that the row must have now, of some parts."""
    now: dict[str, dict[str, str]] = {}
    for entry in entries:
        if entry.action in STARTS:
            now.clear()
        for table, key, _, after in lines_of(entry):
            if part_of(table, key) not in parts:
                continue
            rows = now.setdefault(table, {})
            if after == NONE:
                rows.pop(key, None)
            else:
                rows[key] = after
    return now
