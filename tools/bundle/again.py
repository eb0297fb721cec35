"""The bundle built once more, of the commit alone, elsewhere and by other habits of a machine: its bytes must be those of dist/."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.bundle.archives import sha256_of
from tools.bundle.fetching import ROOT

_HABITS: Final = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
_UMASK: Final = 0o077
_PATIENT: Final = ("nice", "-n", "19")
"""A trial of nice() while Python is configured answers otherwise then."""
SUMS: Final = "SHA256SUMS"


def build_again(room: Path) -> Path:
    """Build the Linux bundle of the commit from a clone below ``room``, with nothing taken over from another build; answers the
    folder of the archives. Raises CalledProcessError.
    """
    shutil.rmtree(room, ignore_errors=True)
    tree, out = room / "a-clone-elsewhere", room / "out"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(tree)], check=True)
    for source in sorted((tree / "resources" / "translations").glob("*.ts")):
        compiler = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([str(compiler), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True)
    words = [*_PATIENT, sys.executable, "-m", "tools.bundle", "linux", "--out", str(out), "--work", str(room / "work")]
    subprocess.run(words, cwd=tree, env={**os.environ, **_HABITS}, umask=_UMASK, check=True, stdout=subprocess.DEVNULL)
    return out


def differences(ours: Path, others: Path) -> list[str]:
    """Names of the files in ``others`` that ``ours`` holds with other bytes, or not at all."""
    return [
        file.name
        for file in sorted(others.iterdir())
        if not (ours / file.name).is_file() or sha256_of(ours / file.name) != sha256_of(file)
    ]


def differing_parts(ours: Path, others: Path) -> list[str]:
    """What the sums in two folders of a bundle say of each other: the files within that differ, or are in one alone."""
    one, other = (set((folder / SUMS).read_text("utf-8").splitlines()) for folder in (ours, others))
    return sorted({line.partition("  ")[2] for line in one ^ other})
