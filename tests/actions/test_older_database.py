"""A database put back is noticed by the change, not only by the day; and nothing else is ever taken for one that was put back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import NOW, SETTINGS
from tests.store.stored import CHEAP
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.evidence.items import add_file
from workstation.actions.making import create_desk
from workstation.actions.opening import desk_keys, open_desk, open_for_work, open_with
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.store.sharing import generation
from workstation.store.sharing.generation import REVISION, last_known, write_revision

PASSPHRASE = "correct horse"
CLOCK = FixedClock(NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = create_desk(tmp_path / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    desk.run(cases.new_case, "张三")
    desk.close()
    (tmp_path / "证明.csv").write_text("a,b\n1,2\n", "utf-8")
    return tmp_path / "desk"


def opened(folder: Path, *, accept_older: bool = False) -> Desk:
    return open_desk(folder, PASSPHRASE, CLOCK, accept_older=accept_older)


def add_proof(desk: Desk) -> None:
    add_file(desk, cases_of(desk)[0], "id_card", desk.folder.parent / "证明.csv")


def cases_of(desk: Desk) -> list[str]:
    return [case.id for case in desk.store.find(Case)]


def change_a_word(desk: Desk) -> None:
    desk.run(cases.new_case, "李四")


def put_back(folder: Path, copy: Path, *with_it: Path) -> None:
    for file in folder.glob("desk.db*"):
        file.unlink()
    shutil.copyfile(copy, folder / "desk.db")
    for file in with_it:
        shutil.copyfile(file, folder / file.name)


def is_asked(folder: Path) -> bool:
    try:
        opened(folder).close()
    except Refused as refused:
        assert [one.code for one in refused.findings] == ["desk_database_older"]
        return True
    return False


@pytest.mark.parametrize("act", [add_proof, change_a_word])
@pytest.mark.parametrize("key_file_too", [False, True])
def test_a_copy_of_the_same_opening_put_back_is_asked_about(
    folder: Path, tmp_path: Path, act: Callable[[Desk], None], key_file_too: bool
) -> None:
    desk = opened(folder)
    copy = desk.store.copy(tmp_path / "copies", "copy.db")
    shutil.copyfile(folder / "desk.json", tmp_path / "desk.json")
    act(desk)
    desk.close()
    put_back(folder, copy, *([tmp_path / "desk.json"] if key_file_too else []))
    assert is_asked(folder)
    with pytest.raises(Refused) as refused:
        open_for_work(folder, desk_keys(folder, PASSPHRASE), CLOCK)
    assert refused.value.findings[0].figures["files"] == ("1" if act is add_proof else "0")
    opened(folder, accept_older=True).close()
    assert not is_asked(folder), "asked once"


def test_the_newer_database_comes_back_after_the_older_one_was_accepted(folder: Path, tmp_path: Path) -> None:
    desk = opened(folder)
    copy = desk.store.copy(tmp_path / "copies", "copy.db")
    add_proof(desk)
    desk.close()
    shutil.copyfile(folder / "desk.db", tmp_path / "newer.db")
    put_back(folder, copy)
    opened(folder, accept_older=True).close()
    put_back(folder, tmp_path / "newer.db")
    assert is_asked(folder), "the older one was opened later"
    desk = opened(folder, accept_older=True)
    (item,) = desk.store.find(EvidenceItem)
    assert len(desk.vault.read(item.sha256)) == item.size
    desk.close()


@pytest.mark.parametrize("left", [b"", b"0" * 29, b"9" * 30, b"00000000000000999999 00000000\n", None, b"x" * 4096])
def test_a_file_beside_it_that_was_never_written_whole_means_nothing(folder: Path, left: bytes | None) -> None:
    if left is None:
        (folder / REVISION).unlink()
    else:
        (folder / REVISION).write_bytes(left)
    assert last_known(folder).revision == 0
    desk = opened(folder)
    assert last_known(folder).revision == desk.store.counters.revision
    desk.close()


def test_a_disk_that_does_not_take_it_stops_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = opened(folder)
    before = (folder / REVISION).read_bytes()

    def full(*_any: object) -> int:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.write", full)
    change_a_word(desk)
    monkeypatch.undo()
    assert (folder / REVISION).read_bytes() == before
    desk.close()
    assert not is_asked(folder)


def test_what_was_undone_or_changed_nothing_is_not_put_down(folder: Path) -> None:
    desk = opened(folder)
    before = last_known(folder).revision
    with pytest.raises(RuntimeError), desk.store.transaction():
        change_a_word(desk)
        raise RuntimeError("power cut")
    with desk.store.transaction():
        cases_of(desk)
    assert last_known(folder).revision == before == desk.store.counters.revision
    change_a_word(desk)
    assert last_known(folder).revision == before + 1
    desk.close()


KILLED = """
import os, sys
from pathlib import Path
from tests.actions import test_older_database as these
desk = these.opened(Path(sys.argv[1]))
desk.store.committed = lambda revision: os.kill(os.getpid(), 9)
these.add_proof(desk)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_killed_between_the_change_and_its_file_alarms_nobody(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False)
    assert done.returncode == -9
    behind = last_known(folder).revision
    desk = opened(folder)
    assert len(desk.store.find(EvidenceItem)) == 1
    assert desk.store.counters.revision == behind + 1 == last_known(folder).revision
    desk.close()


def test_two_who_have_it_open_alarm_nobody_whoever_writes_last(folder: Path) -> None:
    one, other = opened(folder), opened(folder)
    for desk in (one, other, one):
        add_proof(desk)
        assert last_known(folder).revision == desk.store.counters.revision
    write_revision(folder, one.store.counters.revision - 1)  # the slower of two wrote after the faster
    third = opened(folder)
    for desk in (one, third, other):
        desk.close()
    assert not is_asked(folder)


def test_what_another_writes_while_it_is_being_opened_alarms_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is read before the database, so that a change between the two leaves the file behind and not ahead."""
    from workstation.actions import opening

    other = opened(folder)
    before = generation.last_known

    def read_then_written(at: Path) -> generation.LastKnown:
        known = before(at)
        change_a_word(other)
        return known

    monkeypatch.setattr(opening, "last_known", read_then_written)
    open_with(folder, desk_keys(folder, PASSPHRASE), CLOCK).close()
    other.close()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="Windows has no such links")
def test_a_link_in_its_place_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (folder / REVISION).unlink()
    (folder / REVISION).symlink_to(tmp_path / "elsewhere")
    desk = opened(folder)
    change_a_word(desk)
    desk.close()
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"
    assert not is_asked(folder)
