"""The wire to the server: made, found lost and made anew; what its failures mean."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, NoReturn

import peewee
import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import TransactionStatus

from workstation.errors import Finding, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.server.failing import LOST, meant, unreachable
from workstation.store.server.office import SCHEMA_OF, Taken, refuse_other
from workstation.store.server.schema import quoted, version
from workstation.store.server.sealing import OfficeSeal
from workstation.store.server.tables import SCHEMA
from workstation.store.storage_errors import READ_ONLY

_LONG, _REST = 1.0, 20.0
_MARK: Final = 'UPDATE "opener" SET "mark" = %s, "seen" = now() WHERE "id" = %s'


class ServerLink(peewee.PostgresqlDatabase):
    """A connection that is made anew where nothing was under way when it went. One thread at a time."""

    def __init__(
        self,
        parameters: Mapping[str, str],
        office: str,
        key: bytes,
        password: Callable[[], str],
        wait_seconds: int = WAIT_SECONDS,
    ) -> None:
        super().__init__(parameters["dbname"], prefer_psycopg3=True, autoconnect=False, thread_safe=False)
        self.parameters, self.password = parameters, password
        self._office, self._wait = office, wait_seconds
        self.key, self.seal = key, OfficeSeal(key)
        self.id = secrets.token_bytes(16)
        """Which opener this connection speaks for."""
        self.marked = False
        """Whether the opener has a row to write its marks into; a lock tells others that it lives."""
        self.refusal = READ_ONLY
        self.read_only = False
        self.finished = False
        self._not_before = 0.0
        self._later = list[tuple[str, Sequence[object]]]()
        self.taken: Taken | None = None
        """What was found when the office was taken for the transaction under way; None outside of one that writes."""
        self.expected = version()
        """Of which schema the office has to be."""
        self.tried_at = 0.0
        """When a connection was last tried in vain, by the monotonic clock; 0 once one was made."""

    @property
    def session(self) -> object:
        """The connection as it stands; another object once it was made anew, and None where it is lost."""
        return self.connection() if self.is_alive else None  # type: ignore[no-untyped-call]

    def heard(self) -> list[str]:
        """What was told on channels since the last call; empty where the connection is lost."""
        told: list[str] = []
        if self.is_alive:
            with suppress(psycopg.Error):
                told += (one.payload for one in self.connection().notifies(timeout=0))  # type: ignore[no-untyped-call]
        return told

    @property
    def is_alive(self) -> bool:
        """Whether the connection stands, as far as it is known."""
        return not self.is_closed() and not self.connection().closed  # type: ignore[no-untyped-call]

    @property
    def is_lost(self) -> bool:
        """Whether the connection went, and was not made anew yet."""
        return not self.finished and not self.is_alive

    @property
    def is_in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._status() in (TransactionStatus.INTRANS, TransactionStatus.INERROR)

    def finish(self) -> None:
        """Close for good."""
        self.finished = True
        self.close()

    def _status(self) -> TransactionStatus:
        if self.is_closed():
            return TransactionStatus.IDLE
        status: TransactionStatus = self.connection().info.transaction_status  # type: ignore[no-untyped-call]
        return status

    def _asked(self, work: Callable[[psycopg.Connection[Any]], Any]) -> Any:
        inside = self.is_in_transaction
        if not self.is_alive and not inside:
            self._connect_anew()
        try:
            return work(self.connection())  # type: ignore[no-untyped-call]
        except psycopg.Error as error:
            if inside or not self._is_gone():
                self._tell(error)
        self._connect_anew()
        try:
            return work(self.connection())  # type: ignore[no-untyped-call]
        except psycopg.Error as error:
            self._tell(error)

    def _is_gone(self) -> bool:
        return self.is_closed() or bool(self.connection().closed)  # type: ignore[no-untyped-call]

    def _connect_anew(self) -> None:
        """After a try that took long, such as of a cable that is out, questions of the next seconds are answered at once."""
        began = time.monotonic()
        if began < self._not_before:
            raise StorageFailed(Finding(LOST, FieldRef.DESK_SERVER))
        with suppress(psycopg.Error):
            self.close()
        try:
            self.connect()
        except (psycopg.Error, peewee.OperationalError) as error:
            self.tried_at = time.monotonic()
            if self.tried_at - began > _LONG:
                self._not_before = self.tried_at + _REST
            raise unreachable(error.__cause__ or error) from error
        self.tried_at = 0.0

    def _connect(self) -> psycopg.Connection[Any]:
        where = make_conninfo(**self.parameters, password=self.password())
        connection = psycopg.connect(where, autocommit=True)
        try:
            connection.execute(f"SET ROLE {quoted(self._office)}")
            connection.execute(f"SET search_path = {SCHEMA}")
            connection.execute("SELECT set_config('lock_timeout', %s, false)", (f"{self._wait}s",))
            if self.marked:
                connection.execute("SELECT pg_try_advisory_lock(%s)", (life(self.id),))
                if (found := connection.execute(SCHEMA_OF).fetchone()) is not None:
                    refuse_other(int(found[0]), self.expected)
        except BaseException:
            connection.close()
            raise
        return connection

    def _tell(self, error: psycopg.Error) -> NoReturn:
        raise meant(error, gone=self._is_gone()) from error


def life(opener: bytes) -> int:
    """The number of the lock that an opener holds while it is connected."""
    return int.from_bytes(opener[:8], "big", signed=True)
