"""Who reads foreign files: the door that actions go through, and the reader without a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, ParamSpec, Protocol, TypeVar

from workstation.received.apart.allowance import READING, Allowance

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """One question to a reader: the ``name`` of the file and the ``subject`` of what is found about it.

    ``waiting`` is called now and then until the answer is there; by raising it gives up, and the reader is stopped.
    """

    name: str
    subject: str = ""
    allowance: Allowance = READING
    waiting: Callable[[], None] | None = None


class Readers(Protocol):
    """Reads foreign bytes. ``work`` is a function of a module whose answer is annotated and made of plain values; an open file
    among its arguments is handed on as it is.
    """

    def read(self, about: Reading, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``work`` answers, or raises where it refuses.

        Raises `Refused` besides: reader_stopped (it crashed or was shut), file_too_heavy (it took more than it may).
        """
        ...

    def warm(self) -> None:
        """Make ready for the first question, on any thread."""
        ...

    def for_many(self) -> Readers:
        """Readers for many cases in turn, to be closed: those that read and those that build stay beside each other."""
        ...

    def close(self) -> None:
        """End the reader; a question under way is given up."""
        ...


@dataclass(frozen=True, slots=True)
class InProcess:
    """Reads where it is asked: for tests, and inside a worker."""

    def read(self, about: Reading, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `Readers.read`."""
        return work(*args, **kwargs)

    def warm(self) -> None:
        """Nothing to make ready."""

    def for_many(self) -> InProcess:
        """It stays anyway."""
        return self

    def close(self) -> None:
        """Nothing to end."""


IN_PROCESS: Final = InProcess()
