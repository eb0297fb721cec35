"""Long work on the command line: how far it is, where standard error is a terminal, and Ctrl+C, which stops it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from time import monotonic_ns
from types import FrameType
from typing import Final

Step = Callable[[int, int], None]
_EVERY: Final = 200_000_000
"""Nanoseconds between two figures."""


@contextmanager
def watched(told: Callable[[str], str], *, writes: bool) -> Iterator[Step]:
    """A step for long work: it shows ``told`` (of a figure such as ``42 %``).

    Work that ``writes`` is stopped by Ctrl+C where the step is asked, which raises KeyboardInterrupt, and nowhere else: what was
    kept is never told to be lost. Other work is stopped wherever it is.
    """
    line = _Line(told)
    asked: list[int] = []

    def step(done: int, total: int) -> None:
        if asked:
            raise KeyboardInterrupt
        line.show(done, total)

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    here = writes and current_thread() is main_thread()
    before = signal.signal(signal.SIGINT, stop) if here else None
    try:
        yield step
    finally:
        if here:
            signal.signal(signal.SIGINT, before)
        line.clear()


class _Line:
    """One line of a terminal, written over and over; nothing where nobody looks."""

    def __init__(self, told: Callable[[str], str]) -> None:
        self._told, self._shown, self._next = told, "", 0
        self._seen = sys.stderr.isatty()

    def show(self, done: int, total: int) -> None:
        """So much is done of all."""
        now = monotonic_ns()
        if not self._seen or total <= 0 or now < self._next:
            return
        self._next = now + _EVERY
        self._write(self._told(f"{min(100, 100 * done // total)} %"))

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            self._write("")
            sys.stderr.write("\r")

    def _write(self, text: str) -> None:
        blanks = 2 * len(self._shown)  # a Chinese character is two wide
        sys.stderr.write(f"\r{' ' * blanks}\r{text}")
        sys.stderr.flush()
        self._shown = text
