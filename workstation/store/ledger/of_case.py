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
DEEDS: Final[tuple[Deed, ...]] = ("added", "changed", "removed")
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
    """One action as the timeline of a case shows it. ``vouched``: the second person who confirmed it.

    ``desk``: the name of the other desk whose log says so; empty for this one.
    """

    number: int
    at: datetime
    by: str
    vouched: str
    action: str
    changes: tuple[RowChange, ...]
    digest: str
    desk: str = ""


def what_of(changes: Iterable[RowChange]) -> str:
    """Changes as an entry of another desk keeps them."""
    return " ".join(f"{one.table}:{one.deed}:{one.count}" for one in changes)


def changes_of(what: str) -> tuple[RowChange, ...]:
    """What `what_of` wrote; parts that another program wrote otherwise are left out."""
    parts = (part.split(":") for part in what.split(" "))
    return tuple(
        RowChange(part[0], part[1], int(part[2]))
        for part in parts
        if len(part) == 3 and part[1] in DEEDS and part[2].isdecimal()
    )


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
