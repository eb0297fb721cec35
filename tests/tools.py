"""Outside tools and the shared folder: on a user's machine their absence skips a test, on CI it fails it.

A CI that has the tools but not the folder says so: ``CONCORD_SHARED=absent`` lets the tests that need the folder be skipped.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def needs(tool: str) -> str:
    """The path of a program, or a skip with its name."""
    found = shutil.which(tool)
    if found is None:
        _absent(f"{tool} is not installed")
    return str(found)


def shared(*parts: str) -> Path:
    """A file or folder beside the repository, or a skip that says so."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        _absent(f"{path} is not here", excused=os.environ.get("CONCORD_SHARED") == "absent")
    return path


def _absent(what: str, *, excused: bool = False) -> None:
    if os.environ.get("CI") and not excused:
        pytest.fail(what)
    pytest.skip(what)
