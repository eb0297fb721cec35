"""Rows of an earlier schema brought to today's, by the very steps that bring databases there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from peewee import PeeweeException
from sqlcipher3 import dbapi2

from workstation.store.encrypted import EncryptedDatabase
from workstation.store.migrations import STEPS
from workstation.store.transfer.plain import NotPlain, PlainForm
from workstation.store.upgrade import upgrade_database

Rows = tuple[str, Mapping[str, Any]]
_KEY: Final = bytes(32)
_UNFIT: Final = (PeeweeException, dbapi2.Error, OverflowError, UnicodeError)


def upgraded(rows: Iterable[Rows], schema: int) -> list[Rows]:
    """Rows (table, values) as they are after all later steps. Raises `NotPlain` for rows that do not fit their own schema."""
    database = EncryptedDatabase(None, _KEY)
    database.connect()
    try:
        upgrade_database(database, STEPS[:schema])
        database.run("PRAGMA foreign_keys = OFF")
        tables = [_put(database, table, values) for table, values in rows]
        upgrade_database(database, STEPS)
        return [row for table in dict.fromkeys(tables) for row in _take(database, table)]
    except _UNFIT as error:
        raise NotPlain(f"rows of schema {schema}: {type(error).__name__}") from None
    finally:
        database.close()


def _put(database: EncryptedDatabase, table: str, values: Mapping[str, Any]) -> str:
    """One row; a column that is derived from others, and so did not come along, is empty until the record is written again."""
    PlainForm().key_field(table)  # an unknown table is refused before it becomes SQL
    columns = database.run(f'PRAGMA table_info("{table}")').fetchall()
    empty = {
        name: 0 if kind == "INTEGER" else ""
        for _, name, kind, needed, by_itself, _ in columns
        if needed and by_itself is None
    }
    whole = empty | dict(values)
    if not all(name.isidentifier() for name in whole):
        raise NotPlain(f"{table}: no fields")
    names, marks = ", ".join(f'"{name}"' for name in whole), ", ".join("?" * len(whole))
    database.run(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(whole.values()))
    return table


def _take(database: EncryptedDatabase, table: str) -> Sequence[Rows]:
    fields = PlainForm().fields(table)
    names = ", ".join(f'"{name}"' for name in fields)
    found = database.run(f'SELECT {names} FROM "{table}" ORDER BY "rowid"').fetchall()
    return [(table, dict(zip(fields, row, strict=True))) for row in found]
