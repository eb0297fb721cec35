"""What the log says of one case: who did what, and which kinds of records came, were changed or went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from workstation.store.ledger.exported import Entry
from workstation.store.ledger.ledger import NONE, key_of

Deed = Literal["added", "changed", "removed"]
_MANY: Final = 2
"""An entry about as many cases tells of each only what is known to be its own."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """So many records of one kind (its table) came, were changed or went."""

    table: str
    deed: Deed
    count: int


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One action as the timeline of a case shows it. ``vouched``: the second person who confirmed it."""

    number: int
    at: datetime
    by: str
    vouched: str
    action: str
    changes: tuple[RowChange, ...]
    digest: str


def timeline_of(entries: Iterable[Entry], own_keys: frozenset[str]) -> tuple[TimelineLine, ...]:
    """Entries about a case, oldest first. ``own_keys``: the keys of its records, by which an import of many is told apart."""
    return tuple(
        TimelineLine(
            entry.number,
            datetime.fromisoformat(entry.at),
            entry.by,
            entry.vouched,
            entry.action,
            _changes(entry, own_keys if len(entry.cases.split(" ")) >= _MANY else None),
            entry.digest,
        )
        for entry in entries
    )


def _changes(entry: Entry, own_keys: frozenset[str] | None) -> tuple[RowChange, ...]:
    found: Counter[tuple[str, Deed]] = Counter()
    for line in entry.rows.splitlines():
        table, key, before, after = line.split(" ")
        if own_keys is None or key_of(key) in own_keys:
            deed: Deed = "added" if before == NONE else "removed" if after == NONE else "changed"
            found[table, deed] += 1
    return tuple(RowChange(table, deed, count) for (table, deed), count in found.items())
