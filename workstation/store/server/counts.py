"""What an office on a server counts of itself, and the news of what other desks wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from workstation.profile.case import Case
from workstation.store.changes import Changes
from workstation.store.records.repository import Mappers
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.news import told, written
from workstation.store.server.rows import ServerRows
from workstation.store.server.schema import quoted
from workstation.store.server.wire.batch import Question
from workstation.store.sharing.counters import Counters, News, Opened
from workstation.store.sharing.stamp import Stamp

_REVISION: Final = 'SELECT "revision" FROM "office"'
_COUNTED: Final = 'UPDATE "office" SET "revision" = %s RETURNING pg_notify(%s, %s)'
_TOUCH: Final = 'UPDATE "case" SET "touched_at" = %s, "revision" = %s WHERE "key" = ANY(%s)'
_OPENED: Final = (
    'SELECT "generation", greatest("used_at", coalesce((SELECT max("touched_at") FROM "case"), \'\')) FROM "office"'
)
_COUNT: Final = 'UPDATE "office" SET "generation" = %s, "used_at" = %s, "revision" = greatest("revision", %s)'


class ServerCounters(Counters):
    """The order of events of an office, by the row that each of its writers holds alone."""

    def __init__(self, server: ServerDatabase, rows: ServerRows, now: Callable[[], datetime]) -> None:
        self._server, self._rows, self._now = server, rows, now
        self._under_way, self._began = None, ""
        self._listening: object = None
        self._known = -1

    def begin(self) -> None:
        """A write transaction has begun; which number it has is known once anything was asked in it."""
        self._under_way, self._began = None, self._now().isoformat()

    @property
    def stamp(self) -> Stamp:
        """What is written now bears this: all that one transaction writes bears the same."""
        return self._counted() or super().stamp

    def _counted(self) -> Stamp | None:
        if self._under_way is None and self._began and (taken := self._server.taken) is not None:
            self._under_way = Stamp(self._began, taken.revision + 1)
        return self._under_way

    def end(self) -> None:
        """The transaction is over, committed or not."""
        self._under_way, self._began = None, ""

    @property
    def revision(self) -> int:
        """The number of the transaction under way, else of the last one that changed anything."""
        if (counted := self._counted()) is not None:
            return counted.revision
        if (taken := self._server.taken) is not None:
            return taken.revision
        return int(self._server.run(_REVISION).fetchone()[0])

    def finish(self, touched: Iterable[str], changes: Changes) -> None:
        """Before a transaction is committed: the cases that it ``touched`` bear its stamp, the office its revision, and others hear
        of it.
        """
        stamp = self.stamp
        tokens = [self._server.seal.token("case", case_id) for case_id in touched]
        if tokens:
            self._server.later(_TOUCH, (*stamp, tokens))
        told = written(self._server.seal, self._server.id, stamp.revision, changes)
        self._server.later(_COUNTED, (stamp.revision, self._channel, told))

    @property
    def opened(self) -> Opened:
        """The last opening that this office knows of; ``used_at`` is that of a later change of a case."""
        return Opened(*self._server.run(_OPENED).fetchone())

    def count_opening(self, opened: Opened, revision: int = 0) -> None:
        """Put an opening down; call inside a transaction. Changes count on from ``revision`` where that is greater than ours."""
        self._counted()
        self._server.forget_taken()  # what was found then stands no more
        self._server.run(_COUNT, (opened.generation, opened.used_at, revision))

    def cases_since(self, revision: int, most: int = -1) -> frozenset[str]:
        """Ids of the cases that later transactions touched; a server's are few, and all are told."""
        return self._cases_in(self._server.rows(*self._touched(revision)))

    def touched_since(self, revision: int, case_ids: Sequence[str]) -> set[str]:
        """Those of some cases that later transactions touched."""
        return {*self.cases_since(revision)}.intersection(case_ids)

    def news(self, most: int = -1) -> News | None:
        """What other desks wrote since this was last asked; hears what the server tells, and asks only where that does not tell it.

        After a connection was lost everything may have changed. A server that was tried in vain is left alone until it is known to
        answer (`ServerStore.answers`). Raises `StorageFailed`.
        """
        if self._server.finished or self._server.is_away:
            return None
        heard = self._server.heard()
        if self._listening is None or self._listening is not self._server.session:
            self._server.run(f"LISTEN {quoted(self._channel)}")
            self._listening = self._server.session
            return self._asked()
        if not heard:
            return None
        found = told(self._server.seal, self._server.id, self._known, heard)
        if found is None:
            return self._asked()
        self._known = found.revision
        return found if found.by_others else None

    def _asked(self) -> News | None:
        since = self._known
        if since < 0:
            self._known = self.revision
            return None
        counted, touched = self._server.run_all([(_REVISION, ()), self._touched(since)])
        now, cases = int(counted.fetchone()[0]), self._cases_in(touched.fetchall())
        self._known = now
        return None if since == now else News(now, cases)  # somebody only opened it

    def _touched(self, revision: int) -> Question:
        return self._rows.tokened_question(Mappers().of(Case), 'WHERE "revision" > %s', (revision,))

    def _cases_in(self, rows: Iterable[Any]) -> frozenset[str]:
        mapper = Mappers().of(Case)
        return frozenset(row[mapper.key_at] for row in self._rows.opened(mapper, rows))

    @property
    def _channel(self) -> str:
        return f"concord_{self._server.seal.token('channel', '').hex()}"
