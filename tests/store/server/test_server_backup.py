"""An office is copied into the ordinary form while others work, restored into a folder and, from there, onto a server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.server.postgres import Office, Postgres
from tests.store.server.test_moving import FILE, PASSPHRASE, over, worked
from tests.store.server.wire import Wire
from tests.store.stored import CLOCK
from workstation.actions import cases
from workstation.actions.backup import copying, restoring
from workstation.actions.desk import Desk
from workstation.actions.integrity import check_desk
from workstation.actions.opening import open_desk
from workstation.casework.backup import BackupRecord
from workstation.casework.settings import DeskSettings
from workstation.errors import Refused, StorageFailed
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.store.backup.reading import CopyState
from workstation.store.server import copying as server_copying
from workstation.store.server.moving import copy_all, tables_of
from workstation.store.server.store import ServerStore


@pytest.fixture
def office(postgres: Postgres) -> Office:
    return postgres.new_office()


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    """A desk of an office that holds one of everything, a case of its own and a proof."""
    over(worked(tmp_path / "desk"), office)
    return open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)


def place(tmp_path: Path) -> Path:
    (made := tmp_path / "stick").mkdir()
    return made


def test_a_copy_of_an_office_is_a_desk_again_in_a_folder_and_on_a_server(
    desk: Desk, postgres: Postgres, tmp_path: Path
) -> None:
    stick = place(tmp_path)
    before = tables_of(desk.store)
    made = copying.back_up(desk, stick)
    assert (made.copied, made.manifest.cases) == (1, len(desk.store.find(Case)))
    assert {one.code for one in made.findings} <= {
        "backup_file_lacking",
        "backup_same_disk",
    }  # files only named in examples
    assert desk.store.find(BackupRecord)[-1].problem == ""
    again = copying.back_up(desk, tmp_path / "stick")
    assert again.copied == 0
    before = tables_of(desk.store) | {"backup_record": before["backup_record"]}
    desk.close()

    found = restoring.check_copies(restoring.copies_in(stick, PASSPHRASE))
    assert {one.state for one in found.copies} <= {CopyState.VERIFIED, CopyState.LACKING}
    restored = restoring.restore_desk(found, found.copies[0], tmp_path / "home", CLOCK)
    assert restored.files == 1
    home = open_desk(tmp_path / "home", PASSPHRASE, CLOCK)
    assert not isinstance(home.store, ServerStore)
    held = tables_of(home.store)
    assert held | {"backup_record": before["backup_record"]} == before
    (item,) = (one for one in home.store.find(EvidenceItem) if one.file_name == "诊断.pdf")
    assert home.vault.read(item.sha256) == FILE
    assert {one.code for one in check_desk(home).findings} <= {"vault_missing"}
    assert [one.name for one in home.store.case_lines("xiangru")] == ["司马相如"]

    over(home, postgres.new_office())
    there = open_desk(tmp_path / "home", PASSPHRASE, CLOCK)
    assert isinstance(there.store, ServerStore)
    assert tables_of(there.store) == held
    assert there.vault.read(item.sha256) == FILE
    there.close()


def test_a_copy_is_of_one_moment_while_others_write(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables_of(desk.store)
    other = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    wrote: list[str] = []

    def copied(source, target, seen):
        def meanwhile(table: str, count: int) -> None:
            if not wrote:
                wrote.append(other.run(cases.new_case, "后来的人"))
            seen(table, count)

        copy_all(source, target, meanwhile)

    monkeypatch.setattr(server_copying, "copy_all", copied)
    stick = place(tmp_path)
    copying.back_up(desk, stick)
    assert wrote
    assert other.store.get(Case, wrote[0]).id == wrote[0]
    other.close()
    desk.close()
    found = restoring.copies_in(stick, PASSPHRASE)
    restoring.restore_desk(found, found.copies[0], tmp_path / "home", CLOCK)
    home = open_desk(tmp_path / "home", PASSPHRASE, CLOCK)
    assert tables_of(home.store) == before
    home.close()


def test_a_copy_that_is_cut_short_leaves_none_and_is_told(
    desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = Wire(office.server.port)
    stick = place(tmp_path)

    def cut(source, target, seen):
        source.get(DeskSettings, desk.settings.id)  # the moment is one from here on
        wire.cut()
        copy_all(source, target, seen)

    monkeypatch.setattr(server_copying, "copy_all", cut)
    monkeypatch.setattr("workstation.store.server.opening.read_server", lambda folder, key: far(office, wire))
    with pytest.raises(StorageFailed) as failed:
        copying.back_up(desk, stick)
    assert failed.value.findings[0].code == "server_lost"
    wire.close()
    assert [one.problem for one in desk.store.find(BackupRecord)[-1:]] == ["server_lost"]
    with pytest.raises(Refused) as refused:
        restoring.copies_in(stick, PASSPHRASE)
    assert refused.value.findings[0].code == "backup_none"
    desk.close()


def far(office: Office, wire: Wire):
    """The address of an office by way of a wire, and the password."""
    address = office.address()
    return replace(address, port=wire.port), office.passwords[address.login]
