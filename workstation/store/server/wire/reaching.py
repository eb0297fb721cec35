"""Connections made on a thread of their own, so that a window waits a moment for one and never longer."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import suppress
from threading import Lock, Thread
from typing import Any, Final

import psycopg

Made = psycopg.Connection[Any]
_SLOW: Final = 5.0
"""A server that answered others is asked again whether it does so after this many seconds."""


class Reaching:
    """Tries to connect, once at a time; what was reached is kept until it is taken. On any thread."""

    def __init__(self, connect: Callable[[], Made]) -> None:
        """``connect``: makes one connection, and raises where there is none."""
        self._connect, self._lock = connect, Lock()
        self._under_way: Thread | None = None
        self._reached: Made | None = None
        self._finished = False
        self.failure: Exception | None = None
        """Why the last try was in vain; None where it was not."""

    def reach(self, seconds: float | None = None) -> bool:
        """Have a connection at hand, and wait for it no longer than so; what is under way then goes on. Whether there is one."""
        with self._lock:
            if self._reached is not None:
                return True
            if self._under_way is None:
                self._under_way = Thread(target=self._try, name="reach-server", daemon=True)
                self._under_way.start()
            trying = self._under_way
        trying.join(seconds)
        return self._reached is not None

    @property
    def is_there(self) -> bool:
        """Whether a connection waits to be taken."""
        return self._reached is not None

    def take(self) -> Made | None:
        """The connection that was reached, if there is one; it is whose took it."""
        with self._lock:
            taken, self._reached = self._reached, None
            return taken

    def finish(self) -> None:
        """Close what was reached, now and later."""
        self._finished = True
        if (left := self.take()) is not None:
            _close(left)

    def _try(self) -> None:
        made: Made | None = None
        try:
            made = self._connect()
            self.failure = None
        except Exception as error:  # noqa: BLE001 - told to whoever waits
            self.failure = error
        with self._lock:
            self._under_way = None
            if not self._finished:
                self._reached, made = made, None
        if made is not None:
            _close(made)


def attentive(
    waiting: Generator[Any, Any, Any], seconds: float, answers: Callable[[], bool]
) -> Generator[Any, Any, Any]:
    """Wait as ``waiting`` does, but where nothing came for so long only as long as the server ``answers`` otherwise.

    Raises `psycopg.OperationalError` where it does not; ``waiting`` is then left as it was.
    """
    until = time.monotonic() + seconds
    try:
        wanted = next(waiting)
        while True:
            ready = yield wanted
            if ready:
                until = time.monotonic() + seconds
            elif time.monotonic() > until:
                if not answers():
                    raise psycopg.OperationalError("the server is silent")
                until = time.monotonic() + _SLOW
            wanted = waiting.send(ready)
    except StopIteration as done:
        return done.value


def _close(connection: Made) -> None:
    with suppress(psycopg.Error):
        connection.close()
