"""What the log says of one case: who did what, and which kinds of records came, were changed or went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from workstation.store.ledger.exported import Entry
from workstation.store.ledger.ledger import NONE, key_of

Ref = tuple[str, str]
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

    ``desk``: the name of the other desk whose log says so; empty for this one. ``refs``: its records, table and key.
    """

    number: int
    at: datetime
    by: str
    vouched: str
    action: str
    changes: tuple[RowChange, ...]
    digest: str
    desk: str = ""
    refs: tuple[Ref, ...] = ()


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
    return tuple(_line(entry, own_keys if len(entry.cases.split(" ")) >= _MANY else None) for entry in entries)


def _line(entry: Entry, own_keys: frozenset[str] | None) -> TimelineLine:
    found: Counter[tuple[str, Deed]] = Counter()
    refs = []
    for line in entry.rows.splitlines():
        table, written, before, after = line.split(" ")
        key = key_of(written)
        if own_keys is None or key in own_keys:
            deed: Deed = "added" if before == NONE else "removed" if after == NONE else "changed"
            found[table, deed] += 1
            refs.append((table, key))
    changes = tuple(RowChange(table, deed, count) for (table, deed), count in found.items())
    at = datetime.fromisoformat(entry.at)
    return TimelineLine(
        entry.number, at, entry.by, entry.vouched, entry.action, changes, entry.digest, refs=tuple(refs)
    )
