"""Outside tools and the shared folder: on a user's machine their absence skips a test, on CI it fails it."""

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
        _absent(f"{path} is not here")
    return path


def _absent(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)
