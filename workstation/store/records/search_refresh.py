"""Search texts that a step of the schema marked as outdated, made anew from the records that they speak of."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any, Final

from workstation.errors import StorageFailed
from workstation.profile.debtor import Debtor
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.records.entities import DebtorRecord
from workstation.store.records.search_text import EDGE, search_text

_OUTDATED: Final = 'SELECT "id" FROM "debtor" WHERE "search" >= ? AND "search" < ?'
_MARKED: Final = (EDGE + EDGE, EDGE + chr(ord(EDGE) + 1))
_READ: Final = (
    'SELECT "id", "name", "resident_id", "phones" FROM "debtor" WHERE "id" IN (SELECT value FROM json_each(?))'
)
_WRITE: Final = 'UPDATE "debtor" SET "search" = ? WHERE "id" = ?'


def refresh_search(database: EncryptedDatabase) -> int:
    """How many texts were made anew. Where nothing can be written they stay as they are: people are found as before."""
    if not _outdated(database):
        return 0
    try:
        database.run("BEGIN IMMEDIATE")
        found = _outdated(database)  # another process may have been first
        rows = database.run(_READ, (json.dumps(found),)).fetchall()
        database.run_many(_WRITE, [(search_text(_debtor(row)), row[0]) for row in rows])
        database.commit()
    except StorageFailed:
        with suppress(StorageFailed):
            database.roll_back()
        return 0
    return len(rows)


def _outdated(database: EncryptedDatabase) -> list[str]:
    return [key for (key,) in database.run(_OUTDATED, _MARKED).fetchall()]


def _debtor(row: tuple[Any, ...]) -> Debtor:
    key, name, resident_id, phones = row
    kept: Any = DebtorRecord._meta.fields["phones"]
    return Debtor(key, name, resident_id, kept.python_value(phones))
