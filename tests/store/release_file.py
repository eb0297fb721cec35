"""Writes tests/files/desks/schema-N.db, the file that every later program must still open: run once, when schema N is released.

``python -m tests.store.release_file``; an existing file is never replaced.
"""

from __future__ import annotations

from pathlib import Path

from tests.source_tree import ROOT
from tests.store.stored import CLOCK, KEY, filled
from workstation.store.migrations import STEPS
from workstation.store.store import Store

FOLDER = ROOT / "tests" / "files" / "desks"


def release() -> Path:
    """The file of the newest schema, filled with one of every entity."""
    path = FOLDER / f"schema-{len(STEPS)}.db"
    filled(Store.create(path, KEY, CLOCK)).close()
    return path


if __name__ == "__main__":
    release()
