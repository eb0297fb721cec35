"""An office of an earlier schema brought to today's at a workstation, by the very steps that bring an embedded desk there.

The server cannot change what it cannot read. The rows come into an encrypted file of the schema that they were sealed in, the steps
run on it, and what they made goes back: all in one transaction of the server, kept once both sides were compared.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Any, Final

from peewee import PeeweeException

from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.database import create_database
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.files import private_folder
from workstation.store.migrations import STEPS
from workstation.store.records.repository import Mapper, Mappers
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.moving import differing, stamped, tables_of
from workstation.store.server.office import THERE, refuse_older_tables
from workstation.store.server.register import ServerRegister
from workstation.store.server.schema import quoted, version
from workstation.store.server.store import ServerStore
from workstation.store.server.tables import server_tables
from workstation.store.storage_errors import told
from workstation.store.store import Store
from workstation.store.upgrade import upgrade_database

ASIDE: Final = "upgrading"
"""The folder inside a seat's folder in which an older office is brought up; nothing of it is kept."""
Seen = Callable[[str, int], None]
"""Hears of a table and how many of its rows were read; what it raises leaves the office as it was."""
_PIECE: Final = 500
_LOCK: Final = "SELECT pg_try_advisory_xact_lock(%s)"
_SCHEMA: Final = 'SELECT "schema" FROM "office" FOR UPDATE'
_OPEN: Final = ("touched_at", "revision")
"""What the server holds of a case beside its sealed row, in every version."""


def bring_up(server: ServerDatabase, folder: Path, seen: Seen = lambda what, count: None) -> bool:
    """Bring an office up where it is older than this program; answers whether it was.

    Raises `Refused`: server_tables_older, server_upgraded_now (another workstation does), server_upgrade_others,
    server_upgrade_failed, desk_row_unreadable; and `StorageFailed`. The office is as it was then.
    """
    found = server.version
    if not 0 < found < version():
        return False
    refuse_older_tables(server.run(THERE).fetchall())
    with told(), _aside(folder) as aside:
        server.run("BEGIN")
        try:
            if not server.run(_LOCK, (_number(server),)).fetchone()[0]:
                raise Refused(Finding("server_upgraded_now", FieldRef.DESK_SERVER))
            found = int(server.run(_SCHEMA).fetchone()[0])
            if found < version():
                _refuse_others(server)
                _bring_up(server, aside / "office.db", found, seen)
                server.run('UPDATE "office" SET "schema" = %s', (version(),))
            server.commit()
        finally:
            server.roll_back()
    return True


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder that is gone afterwards, as is what an upgrade that was killed left in it."""
    place = folder / ASIDE
    rmtree(place, ignore_errors=True)
    private_folder(place)
    try:
        yield place
    finally:
        rmtree(place, ignore_errors=True)


def _refuse_others(server: ServerDatabase) -> None:
    if others := ServerRegister(server).others():
        people = ", ".join(one.person for one in others)
        raise Refused(Finding("server_upgrade_others", FieldRef.DESK_SERVER, {"people": people}))


def _bring_up(server: ServerDatabase, path: Path, found: int, seen: Seen) -> None:
    database = create_database(path, os.urandom(32), steps=STEPS[:found])
    try:
        database.run("PRAGMA foreign_keys = OFF")
        _take(server, database, seen)
        upgrade_database(database, STEPS)
        local, target = Store(database), ServerStore(server)
        _put(local, target)
        if wrong := differing(tables_of(local), tables_of(target)):
            raise Refused(Finding("server_upgrade_failed", FieldRef.DESK_SERVER, {"records": ", ".join(wrong)}))
    except PeeweeException as error:
        figures = {"records": type(error).__name__}
        raise Refused(Finding("server_upgrade_failed", FieldRef.DESK_SERVER, figures)) from error
    finally:
        database.finish()


def _take(server: ServerDatabase, database: EncryptedDatabase, seen: Seen) -> None:
    """Put every row into the file, as its own version sealed it."""
    there = {str(name) for name, column in server.run(THERE).fetchall() if column == "sealed"}
    database.begin_transaction(writes=True)
    for (table,) in database.run("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if table in there and table != "ledger":
            _take_table(server, database, table, seen)
    database.commit()


def _take_table(server: ServerDatabase, database: EncryptedDatabase, table: str, seen: Seen) -> None:
    open_ones = _OPEN if table == "case" else ()
    further = "".join(f', "{name}"' for name in open_ones)
    asked = f'SELECT "place", "key", "sealed"{further} FROM {quoted(table)} WHERE "place" > %s ORDER BY "place" LIMIT {_PIECE}'
    last = count = 0
    while rows := server.run(asked, (last,)).fetchall():
        last = rows[-1][0]
        for _, key, sealed, *values in rows:
            opened = _opened(server, table, key, sealed) | dict(zip(open_ones, values, strict=True))
            names, marks = ", ".join(map(quoted, opened)), ", ".join("?" * len(opened))
            database.run(f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})", tuple(opened.values()))
        count += len(rows)
        seen(table, count)


def _opened(server: ServerDatabase, table: str, key: bytes, sealed: bytes) -> dict[str, Any]:
    try:
        return server.seal.opened(table, key, sealed)
    except ValueError as error:
        figures = {"records": table, "key": key.hex()}
        raise StorageFailed(Finding("desk_row_unreadable", table, figures)) from error


def _put(local: Store, target: ServerStore) -> None:
    """Let the server hold the rows as the steps left them, each in its place, and none that they took away."""
    stamps = local.rows.stamps()
    counts: dict[str, int] = {}
    for mapper in Mappers():
        for rows in local.rows.pieces(mapper):
            entities = [mapper.entity(row) for row in rows]
            target.rows.upsert(mapper, [mapper.row(one, stamped(one, stamps)) for one in entities])
            counts[mapper.table] = counts.get(mapper.table, 0) + len(rows)
    for mapper in reversed([*Mappers()]):
        _remove_gone(local, target.server, mapper, counts.get(mapper.table, 0))


def _remove_gone(local: Store, server: ServerDatabase, mapper: Mapper[Any], count: int) -> None:
    table = server_tables()[mapper.table]
    held = server.run(f"SELECT count(*) FROM {quoted(table.name)}").fetchone()[0]
    if held == count:
        return
    kept = {table.key(row[mapper.key_at], server.seal) for rows in local.rows.pieces(mapper) for row in rows}
    gone = [
        key for (key,) in server.run(f'SELECT "key" FROM {quoted(table.name)}').fetchall() if bytes(key) not in kept
    ]
    server.run(f'DELETE FROM {quoted(table.name)} WHERE "key" = ANY(%s)', (gone,))


def _number(server: ServerDatabase) -> int:
    """The number of the lock under which one workstation at a time brings an office up."""
    return int.from_bytes(server.seal.token("upgrade", "")[:8], "big", signed=True)
