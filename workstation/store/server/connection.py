"""One connection to the server: its transactions, what its failures mean, and what became of a commit whose answer was lost."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

import peewee
import psycopg
from psycopg.pq import TransactionStatus

from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.engine.conflict import StoreConflict
from workstation.store.server.failing import LOST, UNSURE
from workstation.store.server.link import ServerLink
from workstation.store.server.office import HEAD, SCHEMA_OF, TAKE, Taken, refuse_other

_PAUSE: Final = 0.2
_ISOLATED: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_MARK: Final = 'UPDATE "opener" SET "mark" = %s, "seen" = now() WHERE "id" = %s'
_MARKED: Final = 'SELECT "mark" FROM "opener" WHERE "id" = %s'


class ServerDatabase(ServerLink):
    """A database of PostgreSQL as the store asks it. One thread at a time.

    A connection that was lost is made anew where nothing was under way; inside a transaction its loss ends that (server_lost), and
    the server undoes it. Whether a commit without an answer was kept is asked of a mark that was written with it.
    """

    def twin(self) -> ServerDatabase:
        """Another connection, for another thread."""
        return ServerDatabase(self.parameters, self._office, self.key, self.password, self._wait)

    def run(self, statement: str, values: Sequence[object] = ()) -> Any:
        """Execute one statement; answers its cursor. Raises `StorageFailed`."""
        return self._asked(lambda connection: self._sent(connection, statement, values))

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement for each row. Raises `StorageFailed`."""
        listed = list(rows)

        def work(connection: psycopg.Connection[Any]) -> None:
            if self._later:
                self._sent(connection, "SELECT 1")
            with connection.cursor() as cursor:
                cursor.executemany(statement, listed)

        self._asked(work)

    def answers(self) -> bool:
        """Whether the server lets this desk in now; on any thread, and whoever was told so may try again at once."""
        probe = self.twin()
        try:
            probe.connect()
        except (psycopg.Error, peewee.PeeweeException, StorageFailed):
            return False
        finally:
            probe.finish()
        self._not_before = self.tried_at = 0.0
        return True

    def begin_transaction(self, *, writes: bool) -> None:
        """Begin one; one that ``writes`` is the office's only such from now on, and waits for others.

        Raises `StorageFailed`, also where the office moved away or was brought up meanwhile (`refuse_other`).
        """
        if not writes:
            self.run(_ISOLATED)
            return
        take = f"{TAKE} NOWAIT" if self._wait <= 0 else TAKE

        def work(connection: psycopg.Connection[Any]) -> Any:
            with connection.pipeline():
                connection.execute("BEGIN")
                return connection.execute(take), connection.execute(HEAD)

        try:
            taken, head = self._asked(work)
            if (found := taken.fetchone()) is not None:
                refuse_other(int(found[1]), self.expected)
        except BaseException:
            with suppress(StorageFailed):
                self.roll_back()
            raise
        self.taken = Taken(int(found[0]) if found else 0, head.fetchone())

    def commit(self) -> None:
        """End the transaction, kept. Raises `StorageFailed`: server_lost (nothing was kept), server_unsure (nobody knows yet)."""
        if self._status() == TransactionStatus.INERROR:  # the server would answer a COMMIT with a silent ROLLBACK
            raise StoreConflict("a write failed in this transaction and was not undone")
        mark = secrets.token_bytes(16)
        if self.marked:
            self.later(_MARK, (mark, self.id))
        try:
            done = self._sent(self.connection(), "COMMIT")  # type: ignore[no-untyped-call]
        except psycopg.Error as error:
            self.taken = None
            if self._is_gone() and self.marked:
                self._settle(mark, error)
                return
            self._tell(error)
        self.taken = None
        if done.statusmessage != "COMMIT":
            raise StoreConflict(f"the server answered a commit with {done.statusmessage}")

    def later(self, statement: str, values: Sequence[object]) -> None:
        """Execute a statement of which nothing is asked together with the next one, at the latest with the commit: one way there
        and back for all, while others wait for the office.
        """
        self._later.append((statement, values))

    def _sent(self, connection: psycopg.Connection[Any], statement: str, values: Sequence[object] = ()) -> Any:
        waiting, self._later = self._later, []
        if not waiting:
            return connection.execute(statement, values or None)
        with connection.pipeline():
            for one, of in waiting:
                connection.execute(one, of)
            return connection.execute(statement, values or None)

    def roll_back(self) -> None:
        """End the transaction without a trace."""
        self._later, self.taken = [], None
        if self.is_in_transaction:
            self.run("ROLLBACK")

    @contextmanager
    def part(self) -> Iterator[None]:
        """Inside a transaction: an exception undoes what was written since, and passes on."""
        self.run("SAVEPOINT inside")
        try:
            yield
        except BaseException:
            if self.is_in_transaction:
                self.run("ROLLBACK TO SAVEPOINT inside")
                self.run("RELEASE SAVEPOINT inside")
            raise
        self.run("RELEASE SAVEPOINT inside")

    @contextmanager
    def hurried(self, wait_ms: int, *, synced: bool) -> Iterator[None]:
        """Wait no longer than ``wait_ms`` for others; commits that are not synced outlive this process, not one of the server's."""
        self.run("SELECT set_config('lock_timeout', %s, false)", (f"{max(1, wait_ms)}ms",))
        if not synced:
            self.run("SET synchronous_commit = off")
        try:
            yield
        finally:
            with suppress(StorageFailed):
                self.run("SELECT set_config('lock_timeout', %s, false)", (f"{self._wait}s",))
                self.run("SET synchronous_commit = on")

    @property
    def version(self) -> int:
        """The schema version of the office on the server; 0 where nothing was begun."""
        found = self.run(SCHEMA_OF).fetchone()
        return int(found[0]) if found else 0

    def _settle(self, mark: bytes, error: Exception) -> None:
        """Find out what became of a commit: the row that it held is free only once the server is done with it."""
        until = time.monotonic() + max(self._wait, 1) * 2
        while time.monotonic() < until:
            try:
                self._not_before = 0.0
                self._connect_anew()
                self.run("BEGIN")
                self.run(TAKE).fetchone()
                found = self.run(_MARKED, (self.id,)).fetchone()
                self.run("ROLLBACK")
            except (StorageFailed, Refused):
                time.sleep(_PAUSE)
                continue
            if found is not None and found[0] == mark:
                return
            raise StorageFailed(Finding(LOST, FieldRef.DESK_SERVER)) from error
        raise StorageFailed(Finding(UNSURE, FieldRef.DESK_SERVER)) from error
