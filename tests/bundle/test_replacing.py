"""Qt runs with a library that somebody else built: nothing holds it to the very file that was brought along."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.source_tree import ROOT
from tools.bundle.fetching import Unavailable
from tools.bundle.replacing import ANOTHER, BUILT_BY, LIBRARY, replace_library

_DOOR = """
import hashlib, sys
from pathlib import Path
import PySide6
from PySide6.QtCore import QLibraryInfo
from bench.first_window import concord
app, window = concord(Path(sys.argv[1]))
window.show()
app.processEvents()
picture = window.grab().toImage()
print(PySide6.__file__, hashlib.sha256(picture.constBits()).hexdigest(), QLibraryInfo.build(), sep="\\n")
"""


def linked(packages: Path) -> None:
    """Qt as it is installed here, its files as links: only what is replaced takes room. What is of Python is copied."""
    for name in ("PySide6", "shiboken6"):
        spec = find_spec(name)
        assert spec and spec.origin
        installed = Path(spec.origin).parent
        for file in installed.rglob("*"):
            below = file.relative_to(installed)
            wanted = file.suffix in (".py", ".so", ".qm") or ".so." in file.name
            if not file.is_file() or not wanted or "qml" in below.parts:
                continue
            target = packages / name / below
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes()) if file.suffix == ".py" else target.symlink_to(file)


def door(packages: Path, settings: Path) -> list[str]:
    """Where its Qt lies, the digest of the first window's picture, what Qt says of its build. The window shows its folder."""
    shutil.rmtree(settings, ignore_errors=True)
    settings.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(packages), "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", _DOOR, str(settings)]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a library of Linux")
def test_the_window_opens_with_another_build_of_qt(tmp_path) -> None:
    packages = tmp_path / "packages"
    linked(packages)
    ours = door(packages, tmp_path / "settings")
    replace_library(packages)
    another = door(packages, tmp_path / "settings")
    assert ours[0] == another[0] == str(packages / "PySide6" / "__init__.py")
    assert BUILT_BY.decode() in ours[2] and ANOTHER.decode() in another[2]
    assert ours[1] == another[1], "the same window"


def test_a_library_that_says_nothing_of_itself_is_not_replaced(tmp_path) -> None:
    file = tmp_path / LIBRARY
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\x7fELF")
    with pytest.raises(Unavailable, match="libQt6Core"):
        replace_library(tmp_path)
    assert file.read_bytes() == b"\x7fELF"
