"""Reads foreign files in worker processes, each one question at a time. What crashes, hangs or blows up there is a finding here.

A worker is kept for the next question; one that stopped, or that holds much memory after a heavy file, is replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Lock, Timer
from typing import Any, Final, ParamSpec, TypeVar, get_type_hints

from workstation.errors import Finding, Refused
from workstation.received.apart.allowance import BUILDING, MB, MOST_ANSWER, RECOGNISING
from workstation.received.apart.coding import Unsound, decoded
from workstation.received.apart.libraries import load_libraries
from workstation.received.apart.process import Process, standard_command, started
from workstation.received.apart.question import ANSWER, HEAVY, HELD, REFUSED, file_bytes, packed
from workstation.received.apart.readers import Reading

P = ParamSpec("P")
T = TypeVar("T")

_RETIRED_FROM: Final = 112 * MB
"""A worker that still holds this much after a question is replaced before the next one, whatever that is. With every font at
hand it holds a hundred.
"""
_RESTING: Final = 64 * MB
"""What a worker may hold while the other one, of reading and building, is at work."""
_IDLE: Final = 10
"""Seconds without a question after which the worker that builds, and holds every font, is ended."""
_STEP: Final = 0.1
"""Seconds between two looks at whether anybody still waits."""
_PATIENCE: Final = 0.5
"""Seconds before the first look: a worker is not ended over a file that is nearly read."""
_SPARE: Final = 1
"""Seconds by the clock in which the worker may end itself first."""


class ReaderFault(RuntimeError):
    """An exception that nobody caught inside the worker; the message is its trace."""


class Worker:
    """`Readers` with one process of their own, started when it is first needed. ``command`` as of `started`.

    ``passing``: it is ended when nobody asks for a while.
    """

    def __init__(self, command: Callable[[int], Sequence[str]] = standard_command, passing: bool = False) -> None:
        self._command, self._passing = command, passing
        self._asking = Lock()
        self._process: Process | None = None
        self._leaving: Timer | None = None
        self._held = 0

    def start(self) -> None:
        """Start the worker if there is none, without waiting for it: it loads while others go on."""
        with self._asking:
            self._running()

    def warm(self) -> None:
        """Start it and have all its libraries loaded, on any thread."""
        self.read(Reading(""), load_libraries)

    def read(self, about: Reading, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `Readers.read`; threads that ask at the same time wait for one another."""
        question, files = packed((about.allowance, work, args, kwargs))
        with self._turn(about):
            process = self._running()
            try:
                watch = Timer(about.allowance.clock_seconds(len(question) + file_bytes(files)) + _SPARE, process.kill)
                watch.daemon = True
                watch.start()
                try:
                    process.send(question, files)
                    answer = _answer(process, about)
                finally:
                    watch.cancel()
                self._retire(answer)
                result: T = _result(answer, get_type_hints(work)["return"], about)
            except (EOFError, OSError):
                raise self._stopped(about) from None
            except Unsound as unsound:
                self._stopped(about)
                raise _refused("reader_stopped", about) from unsound
            except Refused:
                raise
            except BaseException:
                self._end()
                raise
            return result

    def close(self) -> None:
        """End the worker, whoever waits for it; the next question starts another."""
        while not self._asking.acquire(timeout=_STEP):
            if (process := self._process) is not None:
                process.kill()
        try:
            self._end()
        finally:
            self._asking.release()

    def make_room(self) -> None:
        """End the worker if it waits for a question and holds much."""
        if self._held > _RESTING:
            self._leave()

    @contextmanager
    def _turn(self, about: Reading) -> Iterator[None]:
        while not self._asking.acquire(timeout=_STEP):
            if about.waiting is not None:
                about.waiting()
        try:
            yield
        finally:
            self._asking.release()

    def _running(self) -> Process:
        if self._process is None:
            self._process = started(self._command)
        return self._process

    def _end(self) -> bool:
        process, self._process = self._process, None
        self._held = 0
        if self._leaving is not None:
            self._leaving.cancel()
        return process.ended() if process is not None else False

    def _stopped(self, about: Reading) -> Refused:
        """What is said of a worker that went away; another one takes its place at once."""
        code = "file_too_heavy" if self._end() else "reader_stopped"
        self._running()
        return _refused(code, about)

    def _retire(self, answer: bytes) -> None:
        self._held = int.from_bytes(answer[1 : 1 + HELD], "big")
        if answer[:1] == HEAVY or self._held > _RETIRED_FROM:
            self._end()
            self._running()
        elif self._passing:
            if self._leaving is not None:
                self._leaving.cancel()
            self._leaving = Timer(_IDLE, self._leave)
            self._leaving.daemon = True
            self._leaving.start()

    def _leave(self) -> None:
        if self._asking.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._asking.release()


class Workers:
    """`Readers` with three processes: one is kept to read; one comes and goes to build, since it holds every font, and one to
    recognise text, since it holds its models and is at work for minutes. A reader or builder that holds much goes before the
    other begins, unless they are for ``many`` cases, of which each would start both anew.
    """

    def __init__(self, command: Callable[[int], Sequence[str]] = standard_command, many: bool = False) -> None:
        self._command, self._many = command, many
        self.reader, self.builder = Worker(command), Worker(command, passing=True)
        self.recogniser = Worker(command, passing=True)

    def __reduce__(self) -> tuple[Any, ...]:
        """Whoever takes it to another process gets the workers of that process."""
        return workers_here, (self._command, self._many)

    def start(self) -> None:
        """As `Worker.start`, the one that reads."""
        self.reader.start()

    def warm(self) -> None:
        """As `Worker.warm`, the one that reads."""
        self.reader.warm()

    def read(self, about: Reading, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `Readers.read`; a question goes to the worker whose allowance it has."""
        others = {BUILDING: self.builder, RECOGNISING: self.recogniser}
        worker = others.get(about.allowance, self.reader)
        if worker is not self.recogniser and not self._many:
            (self.builder if worker is self.reader else self.reader).make_room()
        return worker.read(about, work, *args, **kwargs)

    def for_many(self) -> Workers:
        """Others, which are started as they are asked."""
        return Workers(self._command, many=True)

    def close(self) -> None:
        """End all; the next question starts one again."""
        for worker in (self.reader, self.builder, self.recogniser):
            worker.close()


@cache
def workers_here(command: Callable[[int], Sequence[str]], many: bool) -> Workers:
    """The workers of a process that builds for another one; they go with it."""
    return Workers(command, many)


def _answer(process: Process, about: Reading) -> bytes:
    step = _PATIENCE
    while not process.channel.poll(step):
        step = _STEP
        if about.waiting is not None:
            about.waiting()
    data: bytes = process.channel.recv_bytes(MOST_ANSWER)
    return data


def _result(answer: bytes, wanted: Any, about: Reading) -> Any:
    status, value = answer[:1], memoryview(answer)[1 + HELD :]
    if status == ANSWER:
        return decoded(wanted, value)
    if status == REFUSED:
        raise Refused(*decoded(tuple[Finding, ...], value))
    if status == HEAVY:
        raise _refused("file_too_heavy", about)
    raise _refused("reader_stopped", about) from ReaderFault(decoded(str, value))


def _refused(code: str, about: Reading) -> Refused:
    return Refused(Finding(code, about.subject or about.name, {"file": about.name}))
