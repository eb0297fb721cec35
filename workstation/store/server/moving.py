"""Everything that one store holds, put into another and compared: rows in their order, the log as it is, what is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.profile.case import Case
from workstation.store.ledger.head import Head
from workstation.store.records.repository import Mappers
from workstation.store.sharing.stamp import Stamp
from workstation.store.store import Store

Seen = Callable[[str, int], None]
"""Hears of a table and how many of its rows have come over; what it raises stops the move."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds: rows and their digest in order, by table; entries of the log and the last; what is counted."""

    tables: dict[str, tuple[int, str]]
    entries: int
    head: Head
    counted: tuple[object, ...]

    @property
    def rows(self) -> int:
        """All rows together."""
        return sum(count for count, _ in self.tables.values())


def tables_of(store: Store) -> dict[str, tuple[int, str]]:
    """How many rows each table holds and their digest, in their order; read in pieces."""
    tables: dict[str, tuple[int, str]] = {}
    for mapper in Mappers():
        count, digest = 0, blake2b(digest_size=16)
        for rows in store.rows.pieces(mapper):
            count += len(rows)
            for row in rows:
                digest.update(ascii(tuple(row)).encode())
        tables[mapper.table] = (count, digest.hexdigest())
    return tables


def differing(one: dict[str, tuple[int, str]], other: dict[str, tuple[int, str]]) -> list[str]:
    """The tables of which two stores do not hold the same."""
    return [name for name, there in one.items() if other.get(name) != there]


def held(store: Store) -> Held:
    """Read everything once, in pieces."""
    tables = tables_of(store)
    entries, chain = 0, blake2b(digest_size=16)
    for entry in store.ledger.entries():
        entries += 1
        chain.update(f"{entry.number} {entry.digest} {entry.rows}".encode())
    opened = store.counters.opened
    counted = (
        store.counters.revision, opened, tuple(sorted(store.rows.numbers_given())),
        tuple(sorted(store.rows.stamps().items())), chain.hexdigest(),
    )  # fmt: skip
    return Held(tables, entries, store.ledger.head, counted)


def copy_all(source: Store, target: Store, seen: Seen) -> None:
    """Put all that ``source`` holds into an empty ``target``; call while both are in a transaction of their databases."""
    stamps = source.rows.stamps()
    for mapper in Mappers():
        count = 0
        for rows in source.rows.pieces(mapper):
            entities = [mapper.entity(row) for row in rows]
            made = [mapper.row(one, stamped(one, stamps)) for one in entities]
            target.rows.insert(mapper, made)
            count += len(rows)
            seen(mapper.table, count)
    for entry in source.ledger.entries():
        target.ledger.take_over(entry)
    for year, last in source.rows.numbers_given():
        target.rows.give_numbers(year, last)
    target.counters.count_opening(source.counters.opened, source.counters.revision)


def compare(source: Store, target: Store) -> Held:
    """What both hold. Raises `Refused` (move_differs), naming what does not agree, so that nothing is kept."""
    before, after = held(source), held(target)
    wrong = differing(before.tables, after.tables)
    if (before.entries, before.head) != (after.entries, after.head):
        wrong.append("ledger")
    if before.counted != after.counted:
        wrong.append("counts")
    if wrong:
        raise Refused(Finding("move_differs", FieldRef.DESK_SERVER, {"records": ", ".join(wrong)}))
    return after


def stamped(entity: object, stamps: dict[str, Stamp]) -> Stamp:
    """The stamp that a row bears: only that of a case does."""
    return stamps[entity.id] if isinstance(entity, Case) else Stamp("", 0)
