"""Numbers of cases: counted up by year, never given twice, and never one that a case of another desk has brought along."""

from __future__ import annotations

import json

from workstation.store.encrypted import EncryptedDatabase

_COUNT = (
    'INSERT INTO "case_counter" ("year", "last") VALUES (?, ?) '
    'ON CONFLICT ("year") DO UPDATE SET "last" = "last" + excluded."last" RETURNING "last"'
)
_TAKEN = 'SELECT "number" FROM "case" WHERE "number" IN (SELECT value FROM json_each(?))'


def next_numbers(database: EncryptedDatabase, year: str, count: int) -> tuple[str, ...]:
    """``count`` free numbers, ``CC-2026-00001`` and on; inside a transaction."""
    found: list[str] = []
    while len(found) < count:
        missing = count - len(found)
        last = int(database.run(_COUNT, (year, missing)).fetchone()[0])
        drawn = [named_number(year, number) for number in range(last - missing + 1, last + 1)]
        taken = {number for (number,) in database.run(_TAKEN, (json.dumps(drawn),))}
        found += [number for number in drawn if number not in taken]
    return tuple(found)


def named_number(year: str, number: int) -> str:
    """``CC-2026-00001``."""
    return f"CC-{year}-{number:05d}"
