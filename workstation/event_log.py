"""What happened, how it ended and how long it took: a line an event, in codes, with no message, figure, name or path in it."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import perf_counter_ns
from typing import Final, cast

from workstation import __version__
from workstation.dates import Clock
from workstation.errors import Refused

FOLDER: Final = "logs"
"""Beside the reports of crashes, in the user's data folder."""
_BYTES: Final = 256 * 1024
_FILES: Final = 5
_OWNER_FILE, _OWNER_FOLDER = 0o600, 0o700
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
        self._handler, self._clock = _OwnersHandler(path), clock

    def note(self, kind: str, name: str, outcome: str, milliseconds: int) -> None:
        """Append one line; whatever is no code is written as ``?``."""
        at = self._clock.now().astimezone(UTC)
        words = " ".join(
            (_at(at), __version__, _coded(kind), _coded(name), *map(_coded, outcome.split()), str(milliseconds))
        )
        self._handler.handle(logging.LogRecord("", logging.INFO, "", 0, words, None, None))

    def close(self) -> None:
        """Let go of the file."""
        self._handler.close()


class _OwnersHandler(RotatingFileHandler):
    """The file is opened at the first event, readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_BYTES, backupCount=_FILES - 1, encoding="ascii", errors="replace", delay=True)

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
        opener = partial(os.open, mode=_OWNER_FILE)
        return cast(
            TextIOWrapper, open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=opener)
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A full disk, a folder that is not ours: the event is lost and the work goes on, without a word on stderr."""


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
