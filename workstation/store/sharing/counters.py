"""What the database counts about itself in one row: its revision (transactions that changed something) and its generation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from peewee import DatabaseError

from workstation.store.changes import Changes
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.sharing.stamp import Stamp

_TOUCH: Final = 'UPDATE "case" SET "touched_at" = ?, "revision" = ? WHERE "id" = ?'

_OPENED: Final = """
    SELECT "generation", max(coalesce("used_at", ''), coalesce((SELECT max("touched_at") FROM "case"), '')) FROM "desk_state"
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """The last opening of a desk: its number, from 1 (0: never), and when, ISO instant."""

    generation: int = 0
    used_at: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What others wrote, up to the transaction of this number: in which cases, and whether settings or people may be among it."""

    revision: int
    cases: frozenset[str]
    people: bool = True
    by_others: bool = True


PEOPLE: Final = frozenset({"DeskSettings", "User"})
"""Names of the kinds that say who works at a desk."""


class Counters:
    """The order of events by the database's own count, since a clock may be set back."""

    def __init__(self, database: EncryptedDatabase, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now
        self._seen, self._known = 0, -1
        self._under_way: Stamp | None = None

    @property
    def revision(self) -> int:
        """The number of the transaction under way, else of the last one that changed anything."""
        if self._under_way is not None:
            return self._under_way.revision
        return int(self._database.run('SELECT "revision" FROM "desk_state"').fetchone()[0])

    @property
    def stamp(self) -> Stamp:
        """What is written now bears this: all that one transaction writes bears the same."""
        return self._under_way or Stamp(self._now().isoformat(), self.revision)

    def begin(self) -> None:
        """A write transaction has begun, so nobody else counts meanwhile."""
        self._under_way = Stamp(self._now().isoformat(), self.revision + 1)

    def finish(self, touched: Iterable[str], changes: Changes) -> None:
        """Before a transaction is committed: the cases that it ``touched`` bear its stamp, and the database its revision.

        ``changes``: all that it changed; whoever reads this file finds out by asking.
        """
        stamp = self.stamp
        pairs = [(*stamp, case_id) for case_id in touched]
        if pairs:
            self._database.run_many(_TOUCH, pairs)
        self._database.run('UPDATE "desk_state" SET "revision" = ?', (stamp.revision,))

    def end(self) -> None:
        """The transaction is over, committed or not."""
        self._under_way = None

    @property
    def opened(self) -> Opened:
        """The last opening that this database knows of; ``used_at`` is that of a later change of a case."""
        return Opened(*self._database.run(_OPENED).fetchone())

    def count_opening(self, opened: Opened, revision: int = 0) -> None:
        """Put an opening down; call inside a transaction. Changes count on from ``revision`` where that is greater than ours."""
        values = (opened.generation, opened.used_at, revision)
        self._database.run(
            'UPDATE "desk_state" SET "generation" = ?, "used_at" = ?, "revision" = max("revision", ?)', values
        )

    def cases_since(self, revision: int, most: int = -1) -> frozenset[str]:
        """Ids of the cases that later transactions touched; ``most`` of them."""
        asked = 'SELECT "id" FROM "case" WHERE "revision" > ? LIMIT ?'
        rows = self._database.run(asked, (revision, most)).fetchall()
        return frozenset(case_id for (case_id,) in rows)

    def touched_since(self, revision: int, case_ids: Sequence[str]) -> set[str]:
        """Those of some cases that later transactions touched."""
        asked = 'SELECT "id" FROM "case" WHERE "revision" > ? AND "id" IN (SELECT value FROM json_each(?))'
        return {case_id for (case_id,) in self._database.run(asked, (revision, json.dumps(case_ids)))}

    def news(self, most: int = -1) -> News | None:
        """What others wrote since this was last asked, in ``most`` cases at most; the first time nothing is.

        Raises `StorageFailed`.
        """
        first = self._known < 0
        if not self._others_wrote() and not first:
            return None
        since, now = self._known, self.revision
        if first or since == now:  # somebody only opened it
            self._known = now
            return None
        found = News(now, self.cases_since(since, most))
        self._known = now
        return found

    def _others_wrote(self) -> bool:
        """Whether another connection has written since this was last asked; some microseconds, the database is not read.

        A database that cannot be asked answers no: whatever is wrong with it is told by the next read or write.
        """
        if self._database.is_closed():
            return False
        try:
            found = int(self._database.run("PRAGMA data_version").fetchone()[0])
        except DatabaseError:
            return False
        seen, self._seen = self._seen, found
        return seen not in (0, found)
