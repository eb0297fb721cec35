"""Outside tools and the shared folder: on a user's machine their absence skips a test, on CI it fails it.

A CI that has the tools but not the folder says so: ``CONCORD_SHARED=absent`` lets the tests that need the folder be skipped.
Every test of something has files of its own under ``tests/files``; what needs the shared ones says so by `shared` or `beside`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
_MISSING: Final = "needs ../shared/{}, which is no part of the repository"


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
        _absent(_MISSING.format("/".join(parts)), excused=_excused())
    return path


def beside(*parts: str) -> Path | None:
    """What lies beside the repository and adds to the files that a test has of its own; None where it is absent."""
    path = SHARED.joinpath(*parts)
    if path.exists():
        return path
    if os.environ.get("CI") and not _excused():
        pytest.fail(_MISSING.format("/".join(parts)))
    return None


def _excused() -> bool:
    return os.environ.get("CONCORD_SHARED") == "absent"


def _absent(what: str, *, excused: bool = False) -> None:
    if os.environ.get("CI") and not excused:
        pytest.fail(what)
    pytest.skip(what)
