"""Several statements in one packet there and one back: each is prepared on the server once it was asked a second time.

The library's own pipeline sends every statement by itself, so that the server wakes for each, and makes a cursor for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final, NoReturn

import psycopg
from psycopg import errors, generators
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import ConnStatus, ExecStatus
from psycopg.pq.abc import PGresult

Question = tuple[str, Sequence[object]]
"""A statement with ``%s`` for its values, and these."""
Await = Callable[[Any], Any]
"""Runs what waits for a connection to its end, as `psycopg.Connection.wait`."""

_BINARY: Final = 1
_PLANNED: Final = (b"SELECT", b"INSERT", b"UPDATE", b"DELETE")
"""Only what is planned gains by being prepared."""
_MOST: Final = 200
"""So many statements are prepared on one connection at most."""


class Answer:
    """What the server answered to one statement; a row is a tuple. ``rowcount``: rows found or written."""

    __slots__ = ("_at", "_rows", "rowcount", "statusmessage")

    def __init__(self, rows: list[Any], rowcount: int, statusmessage: str) -> None:
        self._rows, self.rowcount, self.statusmessage = rows, rowcount, statusmessage
        self._at = 0

    def fetchone(self) -> Any:
        """The next row; None behind the last."""
        self._at += 1
        return self._rows[self._at - 1] if self._at <= len(self._rows) else None

    def fetchall(self) -> list[Any]:
        """The rows that were not fetched yet."""
        rows, self._at = self._rows[self._at :], len(self._rows)
        return rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self.fetchall())


class Batches:
    """Statements over one connection. One thread at a time."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self._values = Transformer(connection)
        self._known: dict[tuple[bytes, tuple[int, ...]], bytes] = {}
        self._names = 0

    def ask(self, questions: Sequence[Question], wait: Await | None = None) -> list[Answer]:
        """Send all, and answer each. Outside of a transaction they are one.

        Raises `psycopg.Error`: that of the first statement that failed, behind which none was executed.
        """
        pg = self.connection.pgconn
        self._refuse_closed()
        pg.enter_pipeline_mode()
        made = dict[tuple[bytes, tuple[int, ...]], bytes]()
        try:
            kept = [self._queue(statement, values, made) for statement, values in questions]
            pg.pipeline_sync()
            results = (wait or self.connection.wait)(_gathered(pg))
        finally:
            self._leave_pipeline()
        for result in results:
            if result.status == ExecStatus.FATAL_ERROR:
                self._raise(result)
        self._known |= made
        return [self._answer(result) for result in _of_statements(results, kept)]

    def _queue(self, statement: str, values: Sequence[object], made: dict[Any, bytes]) -> bool:
        """Put one down to be sent; answers whether it is prepared on the way."""
        text, pg = _numbered(statement) if values else statement.encode(), self.connection.pgconn
        dumped = self._values.dump_sequence(values, [PyFormat.AUTO] * len(values)) if values else ()
        types, formats = (self._values.types or (), self._values.formats or ()) if values else ((), ())
        key = (text, tuple(types))
        name = made.get(key) or self._known.get(key)
        if name is None:
            if len(self._known) < _MOST and text.startswith(_PLANNED):
                self._known[key] = b""  # it was asked once
            pg.send_query_params(text, dumped, types, formats, _BINARY)
            return False
        prepares = not name
        if prepares:
            self._names += 1
            name = made[key] = b"concord%d" % self._names
            pg.send_prepare(name, text, types)
        pg.send_query_prepared(name, dumped, formats, _BINARY)
        return prepares

    def _refuse_closed(self) -> None:
        if self.connection.closed:
            raise psycopg.OperationalError("the connection is closed")

    def _leave_pipeline(self) -> None:
        """A connection on which answers are still on their way, since somebody stopped waiting, is of no use to anybody."""
        pg = self.connection.pgconn
        if pg.status == ConnStatus.OK:
            try:
                pg.exit_pipeline_mode()
            except psycopg.Error:
                self.connection.close()
        else:
            with suppress(psycopg.Error):
                self.connection.close()

    def _raise(self, result: PGresult) -> NoReturn:
        raise errors.error_from_result(result, encoding=self.connection.info.encoding)

    def _answer(self, result: PGresult) -> Answer:
        told = result.command_status or b""
        if result.status != ExecStatus.TUPLES_OK:
            return Answer([], result.command_tuples or 0, told.decode())
        self._values.set_pgresult(result)
        rows = self._values.load_rows(0, result.ntuples, tuple)
        return Answer(rows, result.ntuples, told.decode())


def _gathered(pg: Any) -> Any:
    """Send what is queued, and gather the result of each command up to the sync."""
    yield from generators.send(pg)
    results: list[PGresult] = []
    while True:
        for result in (yield from generators.fetch_many(pg)):
            if result.status == ExecStatus.PIPELINE_SYNC:
                return results
            results.append(result)


def _of_statements(results: Sequence[PGresult], prepared: Sequence[bool]) -> Iterator[PGresult]:
    """The results of the statements themselves: one that is prepared on the way has a result of that before its own."""
    found = iter(results)
    for on_the_way in prepared:
        if on_the_way:
            next(found)
        yield next(found)


@lru_cache(maxsize=500)
def _numbered(statement: str) -> bytes:
    """A statement as the server takes it, with ``$1`` for its first value."""
    first, *others = statement.split("%s")
    return "".join((first, *(f"${number}{text}" for number, text in enumerate(others, 1)))).encode()
