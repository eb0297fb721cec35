"""The process replaced by a fresh one of the same program: whatever the old one knew leaves memory with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Final, Protocol

_BUNDLE: Final = ".concord"


def without_handed(words: Sequence[str]) -> list[str]:
    """The words of a program that begins anew: the bundle was handed over once."""
    return [word for word in words if not word.lower().endswith(_BUNDLE)]


class Relaunch(Protocol):
    """Begins the program anew. Returns only where that cannot be done."""

    def __call__(self) -> None:
        """Replace this process."""
        ...


class Redraw(Protocol):
    """Draws the open desk in another window, of the text size that was chosen meanwhile."""

    def __call__(self, later: Callable[[], None]) -> None:
        """Do so soon; ``later`` is called where work under way holds it up."""
        ...


def stay() -> None:
    """Replaces nothing: for tests, pictures and systems that refuse."""


def replace_process() -> None:
    """Same interpreter, same words, same process id; on Windows a new process, after which this one ends."""
    command = [sys.executable, *without_handed(sys.orig_argv[1:])]
    try:
        if sys.platform == "win32":
            import subprocess

            subprocess.Popen(command, close_fds=True)
            os._exit(0)
        _close_on_exec()
        os.execv(sys.executable, command)
    except OSError:
        return


def _close_on_exec() -> None:
    """Files and sockets end with the old program; what a library left inheritable too."""
    for handle in range(3, 1024):
        try:
            os.set_inheritable(handle, False)
        except OSError:
            continue
