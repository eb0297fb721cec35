"""On Windows the program itself starts the version in use, as the launcher does elsewhere: its interpreter is not ours."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from workstation.errors import Refused
from workstation.updates.versions_here import choice, this_program

BACK = ("program", "back")
"""Always this version's: the one in use may be what does not start."""


def ran_in_use(words: Sequence[str], run: Callable[[list[str]], int] = subprocess.call) -> int | None:
    """Run another version that is in use with the same words, and answer its exit code; None where this one is to run."""
    if tuple(words[:2]) == BACK:
        return None
    try:
        here = this_program()
    except Refused:
        return None
    current = choice(here.beside).current
    python = here.beside / current / "python" / Path(sys.executable).name
    if not current or current == here.folder.name or not python.is_file():
        return None
    return run([str(python), "-m", "ui", *words])
