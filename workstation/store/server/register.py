"""Who has an office open, and which case: sealed rows on the server, each alive while its connection holds a lock."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import peewee

from workstation.errors import StorageFailed
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.link import life
from workstation.store.sharing.open_register import Opener, OpenRegister

_TABLE: Final = "opener"
_ENTER: Final = (
    'INSERT INTO "opener" ("id", "sealed", "seen") VALUES (%s, %s, now()) '
    'ON CONFLICT ("office", "id") DO UPDATE SET "sealed" = excluded."sealed", "seen" = now()'
)
_ALIVE: Final = (
    "SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
_LEFT: Final = 'DELETE FROM "opener" WHERE "seen" < now() - interval \'1 day\' AND "id" <> ALL(%s)'


class ServerRegister(OpenRegister):
    """The register of one office."""

    def __init__(self, server: ServerDatabase) -> None:
        self._server = server
        self._opener: Opener | None = None

    def enter(self, opener: Opener) -> None:
        """Write oneself down, and clear away who left long ago without a word."""
        server, self._opener = self._server, opener
        server.run("SELECT pg_try_advisory_lock(%s)", (life(server.id),))
        self._write(opener)
        server.marked = True
        server.run(_LEFT, ([one for one, _ in self._rows() if life(one) in self._alive()],))

    def at(self, case_id: str) -> None:
        """Let others know which case is open here; empty for none. A server that does not answer is told later."""
        if self._opener is not None and self._opener.case_id != case_id:
            self._opener = replace(self._opener, case_id=case_id)
            with suppress(StorageFailed):
                self._write(self._opener)

    def others(self) -> tuple[Opener, ...]:
        """Who else has the office open now, the longest first; nobody is known while the server does not answer."""
        try:
            alive = self._alive()
            rows = [row for row in self._rows() if bytes(row[0]) != self._server.id and life(row[0]) in alive]
        except StorageFailed:
            return ()
        return tuple(sorted(map(self._opened, rows), key=lambda one: one.since))

    def leave(self) -> None:
        """Take oneself off; a second time does nothing."""
        if self._opener is not None:
            self._opener = None
            with suppress(StorageFailed, peewee.PeeweeException):
                if self._server.is_alive:
                    self._server.run('DELETE FROM "opener" WHERE "id" = %s', (self._server.id,))

    def _write(self, opener: Opener) -> None:
        values = {
            "person": opener.person, "host": opener.host, "since": opener.since.isoformat(), "case": opener.case_id,
        }  # fmt: skip
        sealed = self._server.seal.sealed(_TABLE, self._server.id, values)
        self._server.run(_ENTER, (self._server.id, sealed))

    def _alive(self) -> frozenset[int]:
        found = (number for (number,) in self._server.run(_ALIVE).fetchall())
        return frozenset(number - 2**64 if number >= 2**63 else number for number in found)

    def _rows(self) -> list[tuple[bytes, bytes]]:
        rows: list[tuple[bytes, bytes]] = self._server.run('SELECT "id", "sealed" FROM "opener"').fetchall()
        return rows

    def _opened(self, row: Any) -> Opener:
        try:
            found = self._server.seal.opened(_TABLE, row[0], row[1])
            return Opener(found["person"], found["host"], datetime.fromisoformat(found["since"]), found["case"])
        except (ValueError, LookupError):
            return Opener("?", "?", datetime.fromisoformat("1970-01-01T00:00:00+00:00"))
