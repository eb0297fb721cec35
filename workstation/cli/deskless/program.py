"""`program`: the versions of the program that lie here; no desk is opened."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workstation.cli.answers import Answer
from workstation.updates import program
from workstation.updates.installing import Progress
from workstation.updates.versions_here import Program

_STEP = 20  # of how many a long work is told


def program_answer(given: argparse.Namespace) -> Answer:
    """``program list``, ``update`` and ``back``. Raises `Refused` as the actions do."""
    if given.verb == "update":
        return _named(program.install_update(Path(given.file), _told()))
    if given.verb == "back":
        return _named(program.take_back())
    if program.running() is None:
        return {"running": program.version(), "versions": []}
    starts = program.starts_next()
    return {
        "running": program.version(),
        "starts_next": starts.version,
        "before": program.before(),
        "versions": [{"version": one.version, "folder": str(one.folder)} for one in program.versions_here()],
    }


def _named(found: Program) -> Answer:
    return {"starts_next": found.version, "folder": str(found.folder), "before": program.before()}


def _told() -> Progress:
    """Twentieths on a terminal, nothing elsewhere."""
    last = 0

    def tell(done: int, total: int) -> None:
        nonlocal last
        part = done * _STEP // max(total, 1)
        if part > last and sys.stderr.isatty():
            last = part
            sys.stderr.write(f"{part * 100 // _STEP} %\n")

    return tell
