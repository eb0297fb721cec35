"""A desk on its way to a server, in parts that are kept: who is stopped or cut off goes on where it was.

Until everything came over and was compared the office is nobody's: its row says that a desk is on its way, and from which state
of that desk. Where the desk was worked at meanwhile its rows begin again; entries of the log and files never do.
"""

from __future__ import annotations

from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.profile.case import Case
from workstation.store.ledger.judging import judged
from workstation.store.ledger.ledger import UNLOGGED
from workstation.store.records.repository import Mapper, Mappers
from workstation.store.server.moving import Held, Seen, compare, stamped
from workstation.store.server.office import MOVING, THERE, refuse_older_tables
from workstation.store.server.schema import quoted, version
from workstation.store.server.store import ServerStore
from workstation.store.store import Store

_OFFICE: Final = "office"
_BEGIN: Final = (
    'INSERT INTO "office" ("schema", "proof") VALUES (%s, %s) ON CONFLICT ("office") DO NOTHING RETURNING "schema"'
)
_FROM: Final = 'UPDATE "office" SET "proof" = %s'
_ENTRIES: Final = 100


def arrive(source: Store, target: ServerStore, seen: Seen) -> Held:
    """Bring what ``source`` holds, in which nobody else writes meanwhile, to a server; answers what both hold.

    ``seen`` hears of each part; what it raises stops there. An office that has this very desk already is only compared.
    Raises `Refused`: server_office_taken, server_other_key, server_tables_older, move_differs; and `StorageFailed`.
    """
    server = target.server
    refuse_older_tables(server.run(THERE).fetchall())
    state = {"office": 1, "from": f"{source.counters.revision} {source.ledger.head}"}
    proof = server.seal.sealed(_OFFICE, b"", state)
    found = server.run('SELECT "schema", "proof" FROM "office"').fetchone()
    if found is not None and found[0] != MOVING:
        return _there_already(source, target)
    server.expected = MOVING
    try:
        if found is None:
            if server.run(_BEGIN, (MOVING, proof)).fetchone() is None:
                raise Refused(Finding("server_office_taken", FieldRef.DESK_SERVER))
        else:
            _begin_again(target, found[1], state, proof)
        for mapper in Mappers():
            _bring_table(source, target, mapper, seen)
        _bring_log(source, target, seen)
        return _finished(source, target)
    finally:
        server.expected = version()


def _there_already(source: Store, target: ServerStore) -> Held:
    """An earlier move came this far and was stopped before the old place was closed; any other desk is left alone."""
    target.prove()
    with target.alone(keep=False):
        try:
            return compare(source, target)
        except Refused:
            raise Refused(Finding("server_office_taken", FieldRef.DESK_SERVER)) from None


def _begin_again(target: ServerStore, found: bytes, state: dict[str, Any], proof: bytes) -> None:
    """What is typed and not saved always begins again, since no count tells of it; the rest where the desk changed."""
    server = target.server
    same = target.opened_proof(found) == state
    with target.alone(keep=True):
        for mapper in reversed([*Mappers()]):
            if mapper.kind in UNLOGGED or not same:
                server.run(f"DELETE FROM {quoted(mapper.table)}")
        server.run(_FROM, (proof,))


def _bring_table(source: Store, target: ServerStore, mapper: Mapper[Any], seen: Seen) -> None:
    """Rows go in their order, so those that are there are the first ones."""
    there = int(target.server.run(f"SELECT count(*) FROM {quoted(mapper.table)}").fetchone()[0])
    stamps = source.rows.stamps() if mapper.kind is Case else {}
    count = 0
    for rows in source.rows.pieces(mapper):
        new = rows[max(0, there - count) :]
        count += len(rows)
        if new:
            entities = [mapper.entity(row) for row in new]
            with target.alone(keep=True):
                target.rows.insert(mapper, [mapper.row(one, stamped(one, stamps)) for one in entities])
            seen(mapper.table, count)


def _bring_log(source: Store, target: ServerStore, seen: Seen) -> None:
    """Entries are never changed and never removed: those that are there have to be the first ones of this log."""
    head = target.ledger.head
    if not source.ledger.bears(head):
        raise Refused(Finding("server_office_taken", FieldRef.DESK_SERVER))
    waiting = []
    for entry in source.ledger.entries():
        if entry.number > head.number:
            waiting.append(entry)
        if len(waiting) >= _ENTRIES:
            _append(target, waiting)
            seen("ledger", entry.number)
            waiting = []
    _append(target, waiting)


def _append(target: ServerStore, entries: list[Any]) -> None:
    with target.alone(keep=True):
        for entry in entries:
            target.ledger.take_over(entry)


def _finished(source: Store, target: ServerStore) -> Held:
    """Compared as a whole, and only then anybody's to open."""
    with target.alone(keep=True):
        for year, last in source.rows.numbers_given():
            target.rows.give_numbers(year, last)
        target.counters.count_opening(source.counters.opened, source.counters.revision)
        held = compare(source, target)
        if report := judged(target.ledger).findings:
            raise Refused(*report)
        target.server.run('UPDATE "office" SET "schema" = %s', (version(),))
    return held
