"""What an office on a server counts of itself, and the news of what other desks wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Final

from workstation.errors import StorageFailed
from workstation.profile.case import Case
from workstation.store.records.repository import Mappers
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.rows import ServerRows
from workstation.store.server.schema import quoted
from workstation.store.sharing.counters import Counters, Opened

_TOUCH: Final = 'UPDATE "case" SET "touched_at" = %s, "revision" = %s WHERE "key" = ANY(%s)'
_OPENED: Final = (
    'SELECT "generation", greatest("used_at", coalesce((SELECT max("touched_at") FROM "case"), \'\')) FROM "office"'
)
_COUNT: Final = 'UPDATE "office" SET "generation" = %s, "used_at" = %s, "revision" = greatest("revision", %s)'


class ServerCounters(Counters):
    """The order of events of an office, by the row that each of its writers holds alone."""

    def __init__(self, server: ServerDatabase, rows: ServerRows, now: Callable[[], datetime]) -> None:
        self._server, self._rows, self._now = server, rows, now
        self._under_way = None
        self._listening: object = None

    @property
    def revision(self) -> int:
        """The number of the transaction under way, else of the last one that changed anything."""
        if self._under_way is not None:
            return self._under_way.revision
        if self._server.taken is not None:
            return self._server.taken.revision
        return int(self._server.run('SELECT "revision" FROM "office"').fetchone()[0])

    def finish(self, touched: Iterable[str]) -> None:
        """Before a transaction is committed: the cases that it ``touched`` bear its stamp, and the office its revision."""
        stamp = self.stamp
        tokens = [self._server.seal.token("case", case_id) for case_id in touched]
        if tokens:
            self._server.later(_TOUCH, (*stamp, tokens))
        self._server.later('UPDATE "office" SET "revision" = %s', (stamp.revision,))
        self._server.later("SELECT pg_notify(%s, %s)", (self._channel, self._server.id.hex()))

    @property
    def opened(self) -> Opened:
        """The last opening that this office knows of; ``used_at`` is that of a later change of a case."""
        return Opened(*self._server.run(_OPENED).fetchone())

    def count_opening(self, opened: Opened, revision: int = 0) -> None:
        """Put an opening down; call inside a transaction. Changes count on from ``revision`` where that is greater than ours."""
        self._server.taken = None  # what was found then stands no more
        self._server.run(_COUNT, (opened.generation, opened.used_at, revision))

    def cases_since(self, revision: int, most: int = -1) -> frozenset[str]:
        """Ids of the cases that later transactions touched; a server's are few, and all are told."""
        mapper = Mappers().of(Case)
        rows = self._rows.tokened(mapper, 'WHERE "revision" > %s', (revision,))
        return frozenset(row[mapper.key_at] for row in rows)

    def touched_since(self, revision: int, case_ids: Sequence[str]) -> set[str]:
        """Those of some cases that later transactions touched."""
        return {*self.cases_since(revision)}.intersection(case_ids)

    def others_wrote(self) -> bool:
        """Whether another desk has written since this was last asked; hears what the server tells, and asks nothing.

        After a connection was lost everything may have changed. One that was tried in vain is left alone until it is known to
        answer (`ServerStore.answers`), so that no window waits for it.
        """
        if self._server.finished:
            return False
        if self._server.tried_at and not self._server.is_alive:
            return False
        heard = self._server.heard()
        try:
            if self._listening is self._server.session:
                return any(one != self._server.id.hex() for one in heard)
            self._server.run(f"LISTEN {quoted(self._channel)}")
        except StorageFailed:
            return False
        first, self._listening = self._listening is None, self._server.session
        return not first

    @property
    def _channel(self) -> str:
        return f"concord_{self._server.seal.token('channel', '').hex()}"
