"""Keeps a native reader's own words about a crash off the console; the refusal says what a person needs to know."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

_STDERR: Final = 2
_ONE_AT_A_TIME: Final = Lock()  # the descriptor belongs to the whole process


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Nothing written to the error stream meanwhile is seen; a program without one runs as it is."""
    with _ONE_AT_A_TIME:
        try:
            kept = os.dup(_STDERR)
        except OSError:
            yield
            return
        try:
            with open(os.devnull, "wb") as nowhere:
                os.dup2(nowhere.fileno(), _STDERR)
            yield
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
