"""One connection to the server: its transactions, and what became of a commit whose answer was lost.

A transaction is begun together with the first thing that is asked in it, so that others wait for as few ways there and back as
can be; what one statement after another would find is asked for beforehand (`foresee`).
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final, Literal

import peewee
import psycopg
from psycopg.pq import TransactionStatus

from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.engine.conflict import StoreConflict
from workstation.store.server.link import UNDER_WAY, ServerLink
from workstation.store.server.office import ALONE, HEAD, SCHEMA_OF, TAKE, Taken, refuse_other
from workstation.store.server.wire.batch import Answer, Question
from workstation.store.server.wire.failing import UNSURE, lost

_PAUSE: Final = 0.2
_ROWS: Final = 100
"""So many rows go in one packet."""
_BEGIN: Final = ("BEGIN", ())
_ISOLATED: Final = ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ())
_UNSYNCED: Final = ("SET LOCAL synchronous_commit = off", ())
_MARK: Final = 'UPDATE "opener" SET "mark" = %s, "seen" = now() WHERE "id" = %s'
_MARKED: Final = 'SELECT "mark" FROM "opener" WHERE "id" = %s'
_Begun = Literal["", "reads", "writes", "sent"]


class ServerDatabase(ServerLink):
    """A database of PostgreSQL as the store asks it. One thread at a time.

    A connection that was lost is made anew where nothing was under way; inside a transaction its loss ends that (server_lost), and
    the server undoes it. Whether a commit without an answer was kept is asked of a mark that was written with it.
    """

    def __init__(
        self,
        parameters: Mapping[str, str],
        office: str,
        key: bytes,
        password: Callable[[], str],
        wait_seconds: int = WAIT_SECONDS,
    ) -> None:
        super().__init__(parameters, office, key, password, wait_seconds)
        self._begun: _Begun = ""
        self._later = list[Question]()
        self._foreseen = dict[tuple[str, str], list[Any]]()
        self._taken: Taken | None = None

    def twin(self) -> ServerDatabase:
        """Another connection, for another thread."""
        return ServerDatabase(self.parameters, self._office, self.key, self.password, self._wait)

    def run(self, statement: str, values: Sequence[object] = ()) -> Answer:
        """Execute one statement. Raises `StorageFailed`."""
        return self.run_all([(statement, values)])[0]

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement for each row. Raises `StorageFailed`."""
        listed = list(rows)
        for first in range(0, len(listed), _ROWS):
            self.run_all([(statement, row) for row in listed[first : first + _ROWS]])

    def run_all(self, questions: Sequence[Question]) -> list[Answer]:
        """Execute several statements, one way there and back for all; answers each. Raises `StorageFailed`."""
        if not all(statement.startswith("SELECT") for statement, _ in questions):
            self._foreseen.clear()
        opening = self._opening()
        if self._begun == "sent" and self._status() not in UNDER_WAY:
            raise lost()  # what was under way is undone already
        asked, self._later = [*opening, *self._later, *questions], []
        writes, self._begun = self._begun == "writes", "sent" if self._begun else ""
        answers = self._asked(asked)
        if writes:
            self._take(*answers[len(opening) - 2 : len(opening)])
        return answers[len(answers) - len(questions) :]

    def run_unsynced(self, *questions: Question) -> None:
        """A transaction by itself in one way there and back, kept by the server, though not through its power cut."""
        try:
            self.run_all([_BEGIN, _UNSYNCED, *questions, ("COMMIT", ())])
        except BaseException:
            with suppress(StorageFailed):
                self.roll_back()
            raise

    def foresee(self, questions: Sequence[Question]) -> None:
        """Inside a transaction: ask beforehand, one way there and back for all, what is going to be asked by `rows`, each once.

        Forgotten as soon as anything is written.
        """
        new = [one for one in questions if _named(*one) not in self._foreseen]
        if len(new) > 1 and self.is_in_transaction:
            for one, answer in zip(new, self.run_all(new), strict=True):
                self._foreseen[_named(*one)] = answer.fetchall()

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows that a statement finds, perhaps foreseen. Raises `StorageFailed`."""
        found = self._foreseen.pop(_named(statement, values), None) if self._foreseen else None
        return self.run(statement, values).fetchall() if found is None else found

    def answers(self) -> bool:
        """Whether the server lets this desk in now; on any thread, and whoever was told so may try again at once."""
        if self.patience is not None:
            return self._reaching.reach()
        probe = self.twin()
        try:
            probe.connect()
        except (psycopg.Error, peewee.PeeweeException, StorageFailed):
            return False
        finally:
            probe.finish()
        self._not_before = self._tried_at = 0.0
        return True

    @property
    def is_in_transaction(self) -> bool:
        """Whether a transaction is open, or begins with what is asked next."""
        return bool(self._begun) or self._status() in UNDER_WAY

    def begin_transaction(self, *, writes: bool) -> None:
        """Begin one, with what is asked next; one that ``writes`` is then the office's only such, and waits for others.

        What is asked next raises `StorageFailed`, also where the office moved away or was brought up meanwhile (`refuse_other`).
        """
        self._foreseen.clear()
        self._begun = "writes" if writes else "reads"

    def stand_alone(self) -> None:
        """Inside a transaction that writes: nobody writes anything beside it either, such as typing that is not saved."""
        self.run(ALONE)

    @property
    def taken(self) -> Taken | None:
        """What was found when the office was taken for the transaction under way; None outside of one that writes."""
        if self._begun == "writes":
            self.run_all([])
        return self._taken

    @property
    def is_writing(self) -> bool:
        """Whether a transaction that writes is under way."""
        return self._begun == "writes" or self._taken is not None

    def forget_taken(self) -> None:
        """The office was counted up beside its log."""
        self._taken = None

    def _opening(self) -> list[Question]:
        if self._begun == "reads":
            return [_ISOLATED]
        if self._begun == "writes":
            return [_BEGIN, (f"{TAKE} NOWAIT" if self._wait <= 0 else TAKE, ()), (HEAD, ())]
        return []

    def _take(self, taken: Answer, head: Answer) -> None:
        if (found := taken.fetchone()) is not None:
            refuse_other(int(found[1]), self.expected)
        self._taken = Taken(int(found[0]) if found else 0, head.fetchone())

    def commit(self) -> None:
        """End the transaction, kept. Raises `StorageFailed`: server_lost (nothing was kept), server_unsure (nobody knows yet)."""
        if self._status() == TransactionStatus.INERROR:  # the server would answer a COMMIT with a silent ROLLBACK
            raise StoreConflict("a write failed in this transaction and was not undone")
        if self._begun in ("reads", "writes"):
            if not self._later:  # nothing was asked
                self._begun = ""
                return
            self.run_all([])
        if self._status() != TransactionStatus.INTRANS:
            raise lost()
        mark = secrets.token_bytes(16)
        if self.marked:
            self.later(_MARK, (mark, self.id))
        asked, self._later = [*self._later, ("COMMIT", ())], []
        try:
            done = self._sent(asked)[-1]
        except psycopg.Error as error:
            gone = self._is_gone()
            self._over(undone=gone)
            if gone and self.marked:
                self._settle(mark, error)
                return
            self._tell(error)
        self._over()
        if done.statusmessage != "COMMIT":
            raise StoreConflict(f"the server answered a commit with {done.statusmessage}")

    def _over(self, *, undone: bool = True) -> None:
        self._foreseen.clear()
        self._taken = None
        if undone:
            self._begun = ""

    def later(self, statement: str, values: Sequence[object]) -> None:
        """Execute a statement of which nothing is asked together with the next one, at the latest with the commit: one way there
        and back for all, while others wait for the office.
        """
        self._foreseen.clear()
        self._later.append((statement, values))

    def roll_back(self) -> None:
        """End the transaction without a trace."""
        self._later = []
        self._over()
        if self._status() in UNDER_WAY:
            self.run("ROLLBACK")

    @contextmanager
    def part(self) -> Iterator[None]:
        """Inside a transaction: an exception undoes what was written since, and passes on."""
        self.run("SAVEPOINT inside")
        try:
            yield
        except BaseException:
            if self._status() in UNDER_WAY:
                self._foreseen.clear()
                self.run_all([("ROLLBACK TO SAVEPOINT inside", ()), ("RELEASE SAVEPOINT inside", ())])
            raise
        self.run("RELEASE SAVEPOINT inside")

    @property
    def version(self) -> int:
        """The schema version of the office on the server; 0 where nothing was begun."""
        found = self.run(SCHEMA_OF).fetchone()
        return int(found[0]) if found else 0

    def _settle(self, mark: bytes, error: Exception) -> None:
        """Find out what became of a commit: the row that it held is free only once the server is done with it."""
        seconds = max(self._wait, 1) * 2 if self.patience is None else self.patience
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                self._not_before = self._tried_at = 0.0
                self._connect_anew()
                found = self._asked([_BEGIN, (TAKE, ()), (_MARKED, (self.id,)), ("ROLLBACK", ())])[2].fetchone()
            except Refused:
                time.sleep(_PAUSE)
                continue
            if found is not None and found[0] == mark:
                return
            raise lost() from error
        raise StorageFailed(Finding(UNSURE, FieldRef.DESK_SERVER)) from error


def _named(statement: str, values: Sequence[object]) -> tuple[str, str]:
    return statement, repr(values)
