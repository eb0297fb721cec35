"""What is told of a failure of ours outside the window: the kinds of error and the places in the code, never a message.

A message may quote what a person typed; the names of files of the program and their lines cannot.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

_OWNER_FILE: Final = 0o600
_OWNER_FOLDER: Final = 0o700
_MOST_A_SECOND: Final = 100
_MOST_CAUSES: Final = 8


def report_text(error: BaseException, trace: TracebackType | None = None) -> str:
    """Kind of the error and the places it passed, then those of what caused it."""
    head = f"Concord, Python {sys.version.split()[0]}, {sys.platform}"
    return "\n".join((head, *_lines(error, trace or error.__traceback__), ""))


def _lines(error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    import traceback  # needed on a bad day only; the window starts sooner without it

    cause: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if cause is None:
            return
        yield type(cause).__name__
        for frame, line in traceback.walk_tb(trace):
            yield f"  {Path(frame.f_code.co_filename).name}:{line} {frame.f_code.co_name}"
        cause = cause.__cause__ or cause.__context__
        trace = cause.__traceback__ if cause else None


def write_report(folder: Path, at: datetime, text: str) -> Path:
    """Keep a report beside earlier ones, for the owner's eyes alone; answers its path. Raises OSError."""
    folder.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
    folder.chmod(_OWNER_FOLDER)
    for number in range(1, _MOST_A_SECOND):
        path = folder / f"failure-{at:%Y%m%d-%H%M%S}{f'-{number}' if number > 1 else ''}.txt"
        with suppress(FileExistsError):
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_FILE)
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
                os.chmod(path, _OWNER_FILE)
                file.write(text)
            return path
    raise FileExistsError(folder)


def print_report(text: str) -> None:
    """Show a report on standard error, if there is one that takes it."""
    with suppress(Exception):
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()
