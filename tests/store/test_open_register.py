"""Who has a desk open: told while their process lives, forgotten when it ends however it ends, and read by nobody outside."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.source_tree import ROOT
from workstation.store.sharing.open_register import FOLDER, Opener, OpenRegister

KEY = bytes(range(32))
WANG = Opener("王敏", "PC-3", datetime(2026, 11, 23, 1, 12, tzinfo=UTC))
LIN = Opener("林协商", "PC-4", datetime(2026, 11, 23, 1, 10, tzinfo=UTC))
HELD_ELSEWHERE = """
import sys
from pathlib import Path
from tests.store.test_open_register import KEY, WANG
from workstation.store.sharing.open_register import OpenRegister
register = OpenRegister(Path(sys.argv[1]), KEY)
register.enter(WANG)
print("in", flush=True)
sys.stdin.read()
"""


def registered(folder: Path, opener: Opener) -> OpenRegister:
    register = OpenRegister(folder, KEY)
    register.enter(opener)
    return register


def test_each_sees_the_others_and_not_itself(tmp_path: Path):
    first, second = registered(tmp_path, WANG), registered(tmp_path, LIN)
    assert (first.others(), second.others()) == ((LIN,), (WANG,))
    assert OpenRegister(tmp_path, KEY).others() == (LIN, WANG)  # the longest first
    second.leave()
    second.leave()
    assert first.others() == ()
    first.leave()
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_the_file_is_its_owners_alone_and_says_nothing(tmp_path: Path):
    registered(tmp_path, WANG)
    (file,) = (tmp_path / FOLDER).iterdir()
    assert "王敏".encode() not in file.read_bytes()
    assert b"PC-3" not in file.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_who_was_killed_is_gone_and_cleared_away(tmp_path: Path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", HELD_ELSEWHERE, str(tmp_path)], env=environment, stdin=-1, stdout=-1, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in\n"
        mine = registered(tmp_path, LIN)
        assert mine.others() == (WANG,)
        process.kill()
    assert mine.others() == ()
    registered(tmp_path, LIN).leave()
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_a_file_that_is_none_of_ours_is_told_as_somebody(tmp_path: Path):
    other = OpenRegister(tmp_path, bytes(32))
    other.enter(WANG)
    assert [one.person for one in registered(tmp_path, LIN).others()] == ["?"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write anywhere")
def test_a_folder_that_takes_no_files_opens_all_the_same(tmp_path: Path):
    tmp_path.chmod(0o500)
    assert registered(tmp_path, WANG).others() == ()
    tmp_path.chmod(0o700)
