"""Where a desk lies can fail, go or be replaced: it is told as what it is, and nothing is called saved that is not there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK
from workstation.actions import opening as desks
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk, open_for_work
from workstation.errors import Finding, Refused, StorageFailed
from workstation.profile.debtor import Debtor
from workstation.store import read_only
from workstation.store.storage_errors import storage_code

PASSPHRASE = "correct horse"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    made.store.add(Debtor("d0", "张三"))
    yield made
    made.close()


def code(act) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


def names(folder: Path) -> list[str]:
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    found = [debtor.name for debtor in desk.store.find(Debtor)]
    desk.close()
    return found


@pytest.mark.parametrize(
    ("error", "wanted"),
    [
        (OSError(28, "No space left on device"), "desk_disk_full"),
        (OSError(30, "Read-only file system"), "desk_read_only"),
        (PermissionError(13, "Permission denied"), "desk_read_only"),
        (OSError(5, "Input/output error"), "desk_disk_failing"),
        (FileNotFoundError(2, "No such file"), "desk_gone"),
        (OSError(16, "Device or resource busy"), "desk_busy"),
        (OSError(24, "Too many open files"), "desk_storage_failed"),
        (RuntimeError("disk I/O error"), "desk_disk_failing"),
        (RuntimeError("database or disk is full"), "desk_disk_full"),
        (RuntimeError("attempt to write a readonly database"), "desk_read_only"),
        (RuntimeError("database disk image is malformed"), "desk_part_unreadable"),
        (RuntimeError("no such table: debtor"), None),
    ],
    ids=str,
)
def test_every_error_is_told_as_what_it_is(error: Exception, wanted: str | None) -> None:
    assert storage_code(error) == wanted


def test_a_folder_that_was_renamed_takes_no_work_and_goes_on_when_it_is_back(desk: Desk) -> None:
    away = desk.folder.with_name("away")
    desk.folder.rename(away)
    assert code(lambda: desk.store.add(Debtor("d1", "李四"))) == "desk_gone"
    assert code(lambda: desk.vault.keep(b"paper", "paper")) == "desk_gone"
    assert not desk.folder.exists()
    away.rename(desk.folder)
    desk.store.add(Debtor("d2", "王五"))
    assert names(desk.folder) == ["张三", "王五"]


def test_a_folder_that_was_replaced_is_not_written(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(desk.folder, copy)
    desk.folder.rename(tmp_path / "away")
    copy.rename(desk.folder)
    assert code(lambda: desk.store.add(Debtor("d1", "李四"))) == "desk_replaced"
    assert code(lambda: desk.vault.keep(b"paper", "paper")) == "desk_replaced"
    assert names(tmp_path / "away") == ["张三"]
    assert list((desk.folder / "vault").iterdir()) == []


def test_a_log_that_lost_its_name_is_noticed(desk: Desk) -> None:
    (desk.folder / "desk.db-wal").unlink()
    assert code(lambda: desk.store.add(Debtor("d1", "李四"))) == "desk_gone"


@pytest.fixture
def locked_medium(monkeypatch) -> None:
    """A medium without writing, for a test that may run as root."""
    monkeypatch.setattr(desks, "is_writable", lambda path: False)


@pytest.mark.usefixtures("locked_medium")
def test_a_desk_that_takes_no_writes_is_read_and_left_untouched(tmp_path: Path, desk: Desk) -> None:
    desk.close()
    before = {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in desk.folder.iterdir()}
    again = open_for_work(desk.folder, desks.desk_keys(desk.folder, PASSPHRASE), CLOCK)
    assert again.read_only and again.settings == SETTINGS
    assert [debtor.name for debtor in again.store.find(Debtor)] == ["张三"]
    assert code(lambda: again.store.add(Debtor("d1", "李四"))) == "desk_read_only"
    assert code(lambda: again.run(lambda desk: desk.store.next_case_number("2026"))) == "desk_read_only"
    again.close()
    assert {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in desk.folder.iterdir()} == before


@pytest.mark.usefixtures("locked_medium")
def test_what_a_crash_left_in_the_log_is_read_too(tmp_path: Path, desk: Desk, monkeypatch) -> None:
    """The log without its index is what a crash leaves on a stick; nothing may be made beside it."""
    crashed = tmp_path / "crashed"
    shutil.copytree(desk.folder, crashed, ignore=shutil.ignore_patterns("*-shm"))
    monkeypatch.setattr(read_only, "_opens", lambda database, version: False)
    before = {file: file.stat().st_mtime_ns for file in crashed.iterdir()}
    again = open_desk(crashed, PASSPHRASE, CLOCK)
    assert [debtor.name for debtor in again.store.find(Debtor)] == ["张三"]
    copy = Path(again.store._database.database)
    assert copy.exists() and copy.parent != crashed
    again.close()
    assert not copy.exists()
    assert {file: file.stat().st_mtime_ns for file in crashed.iterdir()} == before


def test_a_row_that_no_entity_can_hold_is_named(desk: Desk) -> None:
    desk.store._database.run("UPDATE debtor SET phones = '{'")
    with pytest.raises(StorageFailed) as failed:
        desk.store.find(Debtor)
    assert failed.value.findings == (Finding("desk_row_unreadable", "debtor", {"records": "debtor", "key": "d0"}),)


def test_one_bad_page_does_not_shut_the_desk(desk: Desk) -> None:
    desk.store.add_all(Debtor(f"n{number}", "甲", employer="x" * 2900) for number in range(40))
    desk.close()
    path = desk.folder / "desk.db"
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096 - 12, len(data) // 4096):
        data[page * 4096 + 9] ^= 1
    path.write_bytes(data)
    again = open_desk(desk.folder, PASSPHRASE, CLOCK)
    assert code(lambda: again.store.find(Debtor)) == "desk_part_unreadable"
    again.store.save(SETTINGS)
    assert again.store.get(Debtor, "d0").name == "张三"
    assert again.store.next_case_number("2026") == "CC-2026-00001"
    again.close()


def test_opening_does_not_follow_a_folder_that_went(tmp_path: Path) -> None:
    assert code(lambda: open_desk(tmp_path / "nowhere", PASSPHRASE, CLOCK)) == "desk_missing"
    assert os.listdir(tmp_path) == []
