"""Very many rows at once: what triggers of the schema do for each row is done once for all of them, in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from workstation.store.encrypted import EncryptedDatabase

_MARKING: Final = ("case_line_case_insert", "case_line_account_insert")
_COUNTING: Final = ("case_line_total_insert", "case_line_total_delete", "case_line_total_update")
_PUT_BEHIND: Final = (
    'INSERT INTO "case_line_behind" ("case_id") SELECT DISTINCT value FROM json_each(?) '
    'WHERE value NOT IN (SELECT "case_id" FROM "case_line_behind")'
)
_COUNT: Final = (
    'UPDATE "case_line_total" SET "count" = '
    '(SELECT count(*) FROM "case_line" l WHERE l."archived" = "case_line_total"."archived")'
)


@contextmanager
def marked_by_hand(database: EncryptedDatabase) -> Iterator[None]:
    """Inside, whoever puts cases and accounts down says by `put_behind` which cases' lines are to be made anew."""
    with _without(database, _MARKING):
        yield


def put_behind(database: EncryptedDatabase, cases: Iterable[str]) -> None:
    """Let the lines of these cases be made anew before the transaction ends."""
    database.run(_PUT_BEHIND, (json.dumps(list(cases)),))


@contextmanager
def counted_at_the_end(database: EncryptedDatabase) -> Iterator[None]:
    """Lines that come and go inside are counted when all are there."""
    with _without(database, _COUNTING):
        yield
        database.run(_COUNT)


@contextmanager
def _without(database: EncryptedDatabase, triggers: tuple[str, ...]) -> Iterator[None]:
    """Triggers are gone inside a transaction, and back before it can be committed; one that fails leaves them as they were."""
    asked = 'SELECT "sql" FROM "sqlite_master" WHERE "type" = \'trigger\' AND "name" = ?'
    made = [database.run(asked, (name,)).fetchone()[0] for name in triggers]
    for name in triggers:
        database.run(f'DROP TRIGGER "{name}"')
    try:
        yield
    finally:
        if database.is_in_transaction:  # a full disk has ended it already
            for statement in made:
                database.run(statement)
