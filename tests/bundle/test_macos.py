"""The script for a Mac, worked here with a Python that only notes what it is asked: by hashes, on the desk without a network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.bundle.fetching import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")

PYTHON = """#!/bin/sh
echo "$*" >> "$NOTED"
[ "$2" = venv ] || exit 0
mkdir -p "$3/bin"
cp "$0" "$3/bin/python"
cp "$0" "$3/bin/pyside6-lrelease"
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with the script, and as little else as it takes along."""
    made = tmp_path / "a tree"
    for package in ("workstation", "ui", "resources/translations"):
        (made / package).mkdir(parents=True)
    (made / "workstation" / "__init__.py").write_text("")
    (made / "resources" / "translations" / "zh_CN.ts").write_text("")
    (made / "requirements.lock").write_text("")
    (made / "tools" / "macos").mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "macos" / "install.sh", made / "tools" / "macos")
    return made


def run(tree: Path, *words: str) -> tuple[int, str, list[str]]:
    """Exit code, what is said, and the calls of Python."""
    python, noted = tree.parent / "python", tree.parent / "noted"
    python.write_text(PYTHON)
    python.chmod(0o755)
    noted.write_text("")
    settings = {"PATH": "/usr/bin:/bin", "HOME": str(tree.parent / "home"), "PYTHON": str(python), "NOTED": str(noted)}
    done = subprocess.run(
        ["sh", str(tree / "tools" / "macos" / "install.sh"), *words], env=settings, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr, noted.read_text().splitlines()


def test_wheels_are_fetched_by_their_hashes(tree: Path) -> None:
    code, _, calls = run(tree, "fetch")
    assert code == 0 and len(calls) == 1
    assert "--require-hashes" in calls[0] and "--only-binary :all:" in calls[0]


def test_without_wheels_nothing_is_done(tree: Path) -> None:
    code, said, calls = run(tree)
    assert code == 1 and "fetch" in said and not calls
    assert not (tree.parent / "home").exists()


def test_a_desk_gets_the_program_from_the_wheels_alone(tree: Path) -> None:
    (tree / "wheels").mkdir()
    code, said, calls = run(tree)
    assert code == 0, said
    installed = next(one for one in calls if " install " in f" {one} ")
    assert "--no-index" in installed and "--require-hashes" in installed
    home = tree.parent / "home" / "Library" / "Application Support" / "Concord program"
    assert (home / "workstation" / "__init__.py").exists()
    assert any(one.endswith("zh_CN.qm") for one in calls)
    launcher = tree.parent / "home" / "Applications" / "Concord.command"
    assert (
        subprocess.run(
            ["sh", str(launcher), "desk"], env={"NOTED": str(tree.parent / "noted"), "PATH": "/usr/bin:/bin"}
        ).returncode
        == 0
    )
    assert (tree.parent / "noted").read_text().splitlines()[-1] == "-m ui desk"
