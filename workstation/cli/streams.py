"""The streams of the command line: always there, always UTF-8, and a lost answer is told by the exit code, not by a trace."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO, Any

from workstation.cli.answers import REFUSED


def open_streams() -> None:
    """Write UTF-8 whatever the locale; a stream that was closed before we began swallows what is written to it."""
    sys.stdout = _open(sys.stdout)
    sys.stderr = _open(sys.stderr)


def _open(stream: IO[str] | None) -> Any:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def delivered(code: int) -> int:
    """The exit code once all was written: `REFUSED` where standard output takes no more for another reason than that its reader
    has seen enough.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _swallow()
    except OSError as error:  # a full disk
        _swallow()
        with suppress(OSError):
            sys.stderr.write(f"-: {error.strerror}\n")
        return REFUSED
    return code


def _swallow() -> None:
    """Let the interpreter's own flush at the end find an open file."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
