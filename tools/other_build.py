"""Another commit as it would run: its files in a temporary folder, an environment from its own lock, and programs started in it.

The files come out of the repository as an archive, so that a run that is killed leaves nothing registered with git.
"""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
LOCK: Final = "requirements.lock"
ENVIRONMENTS: Final = ROOT / "out" / "environments"
"""Environments are kept here by the digest of their lock; `make clean` removes them."""


class UnknownCommit(Exception):
    """The repository has no such commit; the message is git's own."""


@dataclass(frozen=True, slots=True)
class Build:
    """One state of the program: ``name`` for people, the root of its files, and the interpreter of its environment."""

    name: str
    tree: Path
    python: Path

    def command(self, script: Path, *words: str) -> list[str]:
        """Run a script of ours in this build; ``-P`` keeps the script's own folder off the search path."""
        return [str(self.python), "-P", str(script), *words]

    def environment(self) -> dict[str, str]:
        """Variables under which the packages of this tree are imported, and no window needs a display."""
        return {**os.environ, "PYTHONPATH": str(self.tree), "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}


def todays_build() -> Build:
    """The working tree as it stands, changes that are not committed included."""
    return Build("today", ROOT, Path(sys.executable))


@contextmanager
def build_of(commit: str, environments: Path = ENVIRONMENTS) -> Iterator[Build]:
    """The build of a commit, for as long as the context lasts. Raises `UnknownCommit`; CalledProcessError when pip fails."""
    found = _git("rev-parse", "--short", "--verify", "--quiet", f"{commit}^{{commit}}", or_else=commit).decode().strip()
    with TemporaryDirectory(prefix="other-build-") as folder:
        tree = Path(folder) / "tree"
        with tarfile.open(fileobj=io.BytesIO(_git("archive", found, or_else=commit))) as archive:
            archive.extractall(tree, filter="data")
        python = environment_of(tree / LOCK, environments)
        _compile_translations(tree)
        yield Build(found, tree, python)


def environment_of(lock: Path, environments: Path) -> Path:
    """The interpreter of an environment that holds what a lock names: today's when the locks agree, else one built and kept."""
    if _is_fulfilled_here(lock):
        return Path(sys.executable)
    place = environments / hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    python, ready = place / "bin" / "python", place / "ready"
    if not ready.exists():
        print(f"... an environment from its own {LOCK}, once", file=sys.stderr, flush=True)
        _run([sys.executable, "-m", "venv", "--clear", str(place)])
        install = ["-m", "pip", "--disable-pip-version-check", "-qq", "install", "--require-hashes", "-r", str(lock)]
        _run([str(python), *install])
        ready.touch()
    return python


def _is_fulfilled_here(lock: Path) -> bool:
    return lock.read_bytes() == (ROOT / LOCK).read_bytes()


def _compile_translations(tree: Path) -> None:
    """As `make setup` does; a window without its translations would open sooner than it should."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    for source in sorted((tree / "resources" / "translations").glob("*.ts")):
        _run([str(tool), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))])


def _git(*words: str, or_else: str) -> bytes:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise UnknownCommit(done.stderr.decode(errors="replace").strip() or f"no commit is called {or_else}")
    return done.stdout


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=sys.stderr)
