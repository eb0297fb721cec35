"""What happened, how it ended and how long it took: a line an event, in codes, with no message, figure, name or path in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter_ns
from typing import TYPE_CHECKING, Final

from workstation import __version__
from workstation.dates import Clock
from workstation.errors import Refused

if TYPE_CHECKING:
    from workstation.log_file import LogFile

FOLDER: Final = "logs"
"""Beside the reports of crashes, in the user's data folder."""
_CODE: Final = re.compile(r"[A-Za-z_<][A-Za-z_.<>]{0,79}")
"""How our own code names things. Digits have no place in it, so that no number of a person or an account ever has."""


class EventLog:
    """A log that keeps nothing; the one for tests, and for a machine on which none can be kept."""

    @contextmanager
    def timed(self, kind: str, work: object) -> Iterator[None]:
        """Note that ``work`` (a callable, or its name) was done, or by which findings or exception it ended."""
        began, outcome = perf_counter_ns(), "ok"
        try:
            yield
        except BaseException as error:
            outcome = outcome_of(error)
            raise
        finally:
            self.note(kind, name_of(work), outcome, (perf_counter_ns() - began) // 1_000_000)

    def note(self, kind: str, name: str, outcome: str, milliseconds: int) -> None:
        """Keep one event."""


class FileLog(EventLog):
    """Keeps at most 5 files of 256 kB for the owner's eyes. A log that cannot be written stops nothing: nothing is raised."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path, self._clock = path, clock
        self._file: LogFile | None = None

    def note(self, kind: str, name: str, outcome: str, milliseconds: int) -> None:
        """Append one line; whatever is no code is written as ``?``."""
        at = self._clock.now().astimezone(UTC)
        words = " ".join(
            (_at(at), __version__, _coded(kind), _coded(name), *map(_coded, outcome.split()), str(milliseconds))
        )
        if self._file is None:
            from workstation.log_file import LogFile  # logging.handlers would delay the first window

            self._file = LogFile(self._path)
        self._file.append(words)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


def outcome_of(error: BaseException) -> str:
    """Codes of the findings of a refusal, each once; of anything else its class. Never the message: it may quote a person."""
    if isinstance(error, Refused):
        return " ".join(dict.fromkeys(finding.code for finding in error.findings)) or "refused"
    return type(error).__name__


def name_of(work: object) -> str:
    """How the code calls a function, ``cases.save_debtor``; what was bound to it is not told."""
    if isinstance(work, str):
        return work
    plain = work
    while isinstance(plain, partial):
        plain = plain.func
    plain = getattr(plain, "__wrapped__", plain)
    module = str(getattr(plain, "__module__", "")).rpartition(".")[2]
    return f"{module}.{getattr(plain, '__qualname__', type(plain).__name__)}"


def _coded(word: str) -> str:
    return word if _CODE.fullmatch(word) else "?"


def _at(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
