"""Folders and files of the program's own are for their owner alone, whatever the umask."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from workstation.store.files import private_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX systems")

WORK = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[2], 8))
from tests.builders import SETTINGS
from tests.store.stored import CHEAP
from workstation.actions.making import create_desk
from workstation.actions.upkeep import check_vault, quarantine_orphans
from workstation.dates import SystemClock
from workstation.event_log import FileLog
root = Path(sys.argv[1])
desk = create_desk(root / "data" / "desk", "a long enough passphrase", SETTINGS, SystemClock(), CHEAP)
desk.vault.keep(b"proof", "proof.pdf")
desk.run(quarantine_orphans)
desk.store.copy(root / "data" / "copies" / "deep", "copy.db")
log = FileLog(root / "data" / "state" / "logs" / "commands.log", SystemClock())
with log.timed("command", "x"):
    pass
log.close()
desk.close()
"""


@pytest.mark.parametrize("umask", ["000", "022", "077"])
def test_what_the_program_makes_is_its_owners_alone(tmp_path: Path, umask: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(tmp_path), umask], capture_output=True, text=True, cwd=Path.cwd()
    )
    assert done.returncode == 0, done.stderr
    made = {path: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").rglob("*")}
    assert len(made) >= 8
    open_ = {path.name: oct(mode) for path, mode in made.items() if mode & 0o077}
    assert open_ == {}
    assert all(mode == 0o700 for path, mode in made.items() if path.is_dir())


def test_parents_are_private_too_and_what_exists_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir(mode=0o755)
    before = os.umask(0)
    try:
        private_folder(tmp_path / "there" / "a" / "b")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("there", "there/a", "there/a/b")]
    assert modes == [stat.S_IMODE((tmp_path / "there").stat().st_mode), 0o700, 0o700]
