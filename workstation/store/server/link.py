"""The link to the server: made, found lost and made anew; what its failures mean."""

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

from workstation.errors import ServerAway, StorageFailed
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.server.office import SCHEMA_OF, refuse_other
from workstation.store.server.schema import quoted, version
from workstation.store.server.sealing import OfficeSeal
from workstation.store.server.tables import SCHEMA
from workstation.store.server.wire.adapter import PsycopgAdapter
from workstation.store.server.wire.batch import Answer, Batches, Question
from workstation.store.server.wire.failing import lost, meant, unreachable
from workstation.store.server.wire.reaching import Reaching, attentive
from workstation.store.storage_errors import READ_ONLY

_LONG, _REST = 1.0, 20.0
PATIENCE: Final = 0.7
"""Seconds for which a window may stand still once, when a server goes away."""
_AGAIN: Final = 1.0
"""Seconds until a server that was not reached is tried again by whoever must not wait."""
UNDER_WAY: Final = (TransactionStatus.INTRANS, TransactionStatus.INERROR)


class ServerLink(peewee.PostgresqlDatabase):
    """A connection that is made anew where nothing was under way when it went. One thread at a time."""

    psycopg2_adapter = psycopg3_adapter = PsycopgAdapter

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
        self.expected = version()
        """Of which schema the office has to be."""
        self.patience: float | None = None
        """Seconds that whoever asks waits at most for a server that is away; None waits for each try to connect."""
        self.turned_away = 0
        """How many questions found the server away so far."""
        self._not_before = 0.0
        self._tried_at = 0.0
        self._reaching = Reaching(self._made)
        self._batches: Batches | None = None

    @property
    def session(self) -> object:
        """The connection as it stands; another object once it was made anew, and None where it is lost."""
        return self.connection() if self.is_alive else None  # type: ignore[no-untyped-call]

    def heard(self) -> list[str]:
        """What was told on channels since the last call; empty where the connection is lost."""
        told: list[str] = []
        with suppress(psycopg.Error):
            for _ in range(2):  # what came along with answers hides what waits in the socket
                if self.is_alive:
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
    def is_away(self) -> bool:
        """Whether the server was tried in vain, and nobody knows yet that it answers again."""
        return bool(self._tried_at) and not self.is_alive and not self._reaching.is_there

    def finish(self) -> None:
        """Close for good."""
        self.finished = True
        self._reaching.finish()
        self.close()

    def _status(self) -> TransactionStatus:
        if self.is_closed():
            return TransactionStatus.IDLE
        status: TransactionStatus = self.connection().info.transaction_status  # type: ignore[no-untyped-call]
        return status

    def _asked(self, questions: Sequence[Question]) -> list[Answer]:
        """Ask all at once; where nothing is under way a connection that is lost is made anew first, and once more behind."""
        try:
            return self._answered(questions)
        except ServerAway:
            self.turned_away += 1
            raise

    def _answered(self, questions: Sequence[Question]) -> list[Answer]:
        inside = self._status() in UNDER_WAY
        if not self.is_alive and not inside:
            self._connect_anew()
        try:
            return self._sent(questions)
        except psycopg.Error as error:
            if inside or not self._is_gone():
                self._tell(error)
        self._connect_anew()
        try:
            return self._sent(questions)
        except psycopg.Error as error:
            self._tell(error)

    def _sent(self, questions: Sequence[Question]) -> list[Answer]:
        """One way there and back over the connection as it stands. Raises `psycopg.Error`."""
        connection = self.connection()  # type: ignore[no-untyped-call]
        if self._batches is None or self._batches.connection is not connection:
            self._batches = Batches(connection)
        return self._batches.ask(questions, self._awaited)

    def _awaited(self, waiting: Any) -> Any:
        wait: Callable[[Any], Any] = self.connection().wait  # type: ignore[no-untyped-call]
        return wait(waiting if self.patience is None else attentive(waiting, self.patience, self._answers_otherwise))

    def _answers_otherwise(self) -> bool:
        """Whether the server lets somebody in while it does not answer a question: it is busy then, and not away."""
        reached = self._reaching.reach(self.patience)
        if (spare := self._reaching.take()) is not None:
            spare.close()
        if not reached:
            self._tried_at = time.monotonic()
        return reached

    def _is_gone(self) -> bool:
        return self.is_closed() or bool(self.connection().closed)  # type: ignore[no-untyped-call]

    def _connect_anew(self) -> None:
        """After a try that took long, such as of a cable that is out, questions of the next seconds are answered at once."""
        with suppress(psycopg.Error):
            self.close()
        if self.patience is not None:
            self._reach_anew(self.patience)
        else:
            began = time.monotonic()
            if began < self._not_before:
                raise lost()
            try:
                self.connect()
            except (psycopg.Error, peewee.OperationalError) as error:
                self._tried_at = time.monotonic()
                if self._tried_at - began > _LONG:
                    self._not_before = self._tried_at + _REST
                raise unreachable(error.__cause__ or error) from error
        self._tried_at = 0.0

    def _reach_anew(self, patience: float) -> None:
        """Another thread connects. It is waited for a moment the first time, and not at all until the server is known to answer."""
        waits = 0.0 if self._tried_at else patience
        lately = self.is_away and time.monotonic() - self._tried_at < _AGAIN
        if lately or not self._reaching.reach(waits):
            self._tried_at = self._tried_at if lately else time.monotonic()
            failure = self._reaching.failure
            if isinstance(failure, StorageFailed):
                raise failure
            raise unreachable(failure) if failure else lost()
        self.connect()

    def _connect(self) -> psycopg.Connection[Any]:
        return self._reaching.take() or self._made()

    def _made(self) -> psycopg.Connection[Any]:
        where = make_conninfo(**self.parameters, password=self.password())
        connection = psycopg.connect(where, autocommit=True)
        asked: list[Question] = [
            (f"SET ROLE {quoted(self._office)}", ()),
            (f"SET search_path = {SCHEMA}", ()),
            ("SELECT set_config('lock_timeout', %s, false)", (f"{self._wait}s",)),
        ]
        if self.marked:
            asked += (("SELECT pg_try_advisory_lock(%s)", (life(self.id),)), (SCHEMA_OF, ()))
        try:
            answers = Batches(connection).ask(asked)
            if self.marked and (found := answers[-1].fetchone()) is not None:
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
