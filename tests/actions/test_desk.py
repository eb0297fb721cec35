"""A desk is made, opened and shut; an action is one transaction, heard once, after it is true."""

from __future__ import annotations

import stat
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK, EVERY, filled
from workstation.actions import making
from workstation.actions import opening as desks
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import change_passphrase, desk_keys, open_desk, open_for_work
from workstation.actions.upkeep import check_vault, known_files, named_contents, quarantine_orphans
from workstation.casework.settings import DeskSettings
from workstation.errors import Finding, Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.batch import Import
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.keys import HEADER
from workstation.store.lock import locked
from workstation.store.quarantine import Quarantined
from workstation.store.store import Changes, Store
from workstation.store.upgrade import copy_database

PASSPHRASE = "correct horse"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    yield made
    made.close()


def code(act) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


def open_case(desk: Desk, name: str) -> str:
    desk.store.add(Debtor("d1", name))
    desk.store.add(Case("c1", desk.store.next_case_number("2026"), "d1", CLOCK.today()))
    return "c1"


def refuse(desk: Desk) -> None:
    desk.store.add(Debtor("d2", "半途"))
    raise Refused(Finding("not_found"))


def test_a_new_desk_opens_again_with_what_it_held(desk: Desk) -> None:
    desk.run(open_case, "张三")
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE, CLOCK)
    assert again.settings == SETTINGS
    assert again.agent == SETTINGS.agent
    assert "cn-card" in again.packs
    assert [line.name for line in again.store.case_lines()] == ["张三"]
    again.close()


def test_an_action_answers_and_is_heard_once_after_its_commit(desk: Desk) -> None:
    heard: list[tuple[set[str], set[str], bool]] = []
    desk.listeners.append(
        lambda changes: heard.append((set(changes.kinds), set(changes.case_ids), desk.store.in_transaction))
    )
    assert desk.run(open_case, "张三") == "c1"
    assert heard == [({"Debtor", "Case"}, {"c1"}, False)]


def test_a_refused_action_leaves_nothing_and_is_not_heard(desk: Desk) -> None:
    heard: list[Changes] = []
    desk.listeners.append(heard.append)
    with pytest.raises(Refused):
        desk.run(refuse)
    assert desk.store.find(Debtor) == ()
    assert heard == []


def test_an_action_within_an_action_shares_its_transaction(desk: Desk) -> None:
    heard: list[Changes] = []
    desk.listeners.append(heard.append)

    def outer(desk: Desk) -> None:
        desk.run(open_case, "张三")
        refuse(desk)

    with pytest.raises(Refused):
        desk.run(outer)
    assert desk.store.find(Debtor) == ()
    assert heard == []


def test_reading_is_not_heard(desk: Desk) -> None:
    heard: list[Changes] = []
    desk.listeners.append(heard.append)
    assert desk.run(lambda desk: desk.store.case_count()) == 0
    assert heard == []


def test_changed_settings_are_the_desks_own_at_once_and_still_name_who_is_signed_in(desk: Desk) -> None:
    desk.run(lambda desk: desk.store.save(replace(SETTINGS, agent="周协商", phone="010-1")))
    assert (desk.settings.phone, desk.settings.agent, desk.agent) == ("010-1", SETTINGS.agent, SETTINGS.agent)
    assert len(desk.store.find(DeskSettings)) == 1


def test_the_folder_is_for_its_owner_only(desk: Desk) -> None:
    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in desk.folder.iterdir() if path.is_file()}
    assert set(modes.values()) == {0o600}, modes


def test_a_desk_is_never_made_over_another(desk: Desk) -> None:
    before = (desk.folder / HEADER).read_bytes()
    assert code(lambda: create_desk(desk.folder, PASSPHRASE, SETTINGS, CLOCK, CHEAP)) == "desk_exists"
    (desk.folder / HEADER).unlink()
    assert code(lambda: create_desk(desk.folder, PASSPHRASE, SETTINGS, CLOCK, CHEAP)) == "desk_exists"
    (desk.folder / HEADER).write_bytes(before)
    open_desk(desk.folder, PASSPHRASE, CLOCK).close()


@pytest.mark.parametrize("weak", ["", "short"])
def test_a_weak_passphrase_makes_no_folder(tmp_path: Path, weak: str) -> None:
    assert code(lambda: create_desk(tmp_path / "desk", weak, SETTINGS, CLOCK)).startswith("passphrase_")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert code(lambda: create_desk(tmp_path / "file", PASSPHRASE, SETTINGS, CLOCK, CHEAP)) == "desk_folder_unusable"
    assert (
        code(lambda: create_desk(tmp_path / "file" / "a", PASSPHRASE, SETTINGS, CLOCK, CHEAP)) == "desk_folder_unusable"
    )


def test_a_desk_cut_short_in_the_making_is_begun_anew(tmp_path: Path, monkeypatch) -> None:
    def dies(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "add", dies)
    with pytest.raises(KeyboardInterrupt):
        create_desk(tmp_path, PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    monkeypatch.undo()
    assert code(lambda: open_desk(tmp_path, PASSPHRASE, CLOCK)) == "desk_missing"
    create_desk(tmp_path, PASSPHRASE, SETTINGS, CLOCK, CHEAP).close()
    open_desk(tmp_path, PASSPHRASE, CLOCK).close()


@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        ((HEADER,), "desk_header_missing"),
        (("desk.db",), "desk_database_missing"),
        ((HEADER, "desk.db"), "desk_missing"),
    ],
)
def test_what_is_lost_is_named(desk: Desk, lost: tuple[str, ...], expected: str) -> None:
    desk.close()
    for name in lost:
        (desk.folder / name).unlink()
    assert code(lambda: open_desk(desk.folder, PASSPHRASE, CLOCK)) == expected


def test_a_wrong_passphrase_touches_nothing(desk: Desk) -> None:
    desk.close()
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in desk.folder.rglob("*") if path.is_file()}
    assert code(lambda: open_desk(desk.folder, "wrong horse", CLOCK)) == "passphrase_wrong"
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in before} == before


def test_no_desk_at_all(tmp_path: Path) -> None:
    assert code(lambda: open_desk(tmp_path / "nowhere", PASSPHRASE, CLOCK)) == "desk_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_new_passphrase_opens_the_same_desk(desk: Desk) -> None:
    desk.run(open_case, "张三")
    change_passphrase(desk, PASSPHRASE, "another one, longer")
    desk.close()
    assert code(lambda: open_desk(desk.folder, PASSPHRASE, CLOCK)) == "passphrase_wrong"
    again = open_desk(desk.folder, "another one, longer", CLOCK)
    assert again.store.case_count() == 1
    again.close()


def test_one_desk_open_twice_sees_the_same(desk: Desk) -> None:
    second = open_desk(desk.folder, PASSPHRASE, CLOCK)
    desk.run(open_case, "张三")
    assert second.store.case_count() == 1
    second.close()


def test_while_another_process_makes_or_mends_the_desk_is_busy(desk: Desk, monkeypatch) -> None:
    monkeypatch.setattr(desks, "WAIT_SECONDS", 0)
    with locked(desk.folder, 0):
        assert code(lambda: open_desk(desk.folder, PASSPHRASE, CLOCK)) == "desk_busy"
    open_desk(desk.folder, PASSPHRASE, CLOCK).close()


def test_the_vault_is_checked_and_mended(desk: Desk, tmp_path: Path) -> None:
    desk.run(open_case, "张三")
    file = tmp_path / "证明.pdf"
    file.write_bytes(b"proof")
    kept = desk.vault.add(file)
    item = EvidenceItem("i1", "c1", "id_card", kept.sha256, file.name, kept.size, "application/pdf", CLOCK.now(), "林")
    desk.store.add(item)
    assert check_vault(desk) == ()
    file.write_bytes(b"spare")
    desk.vault.add(file)
    assert desk.run(quarantine_orphans) == Quarantined(set_aside=1)
    assert check_vault(desk) == ()
    (only,) = desk.vault.folder.glob("??/*")
    only.unlink()
    assert [finding.code for finding in check_vault(desk)] == ["vault_missing"]


def test_a_proof_newer_than_a_database_put_back_is_set_aside_and_comes_back_with_it(desk: Desk, tmp_path: Path) -> None:
    desk.run(open_case, "张三")
    older = copy_database(desk.store._database, tmp_path / "stick", "older")
    file = tmp_path / "证明.pdf"
    file.write_bytes(b"the only proof")
    kept = desk.vault.add(file)
    item = EvidenceItem("i1", "c1", "id_card", kept.sha256, file.name, kept.size, "application/pdf", CLOCK.now(), "林")
    desk.store.add(item)
    newer = copy_database(desk.store._database, tmp_path / "stick", "newer")
    folder = desk.folder
    for copy, moved in ((older, Quarantined(set_aside=1)), (newer, Quarantined(brought_back=1))):
        desk.close()
        put_back(copy, folder)
        desk = open_for_work(folder, desk_keys(folder, PASSPHRASE), CLOCK, accept_older=True)
        assert desk.quarantined == moved
        assert check_vault(desk) == ()
    assert desk.vault.read(kept.sha256) == b"the only proof"
    desk.close()


def put_back(copy: Path, folder: Path) -> None:
    """As a person does who has a copy of the database on a stick."""
    for old in folder.glob("desk.db*"):
        old.unlink()
    (folder / "desk.db").write_bytes(copy.read_bytes())


def test_what_a_crash_left_is_set_aside_beside_the_work(desk: Desk, tmp_path: Path) -> None:
    proof = tmp_path / "a.pdf"
    proof.write_bytes(b"left without its record")
    desk.vault.add(proof)
    folder = desk.folder
    desk.close()
    again = open_for_work(folder, desk_keys(folder, PASSPHRASE), CLOCK)
    again.vault.keep(b"taken in since, its record comes next", "b.pdf")
    assert again.upkeep() == Quarantined(set_aside=1)
    assert len(again.vault.orphans(())) == 1, "what came after the opening stays"
    assert again.upkeep() == Quarantined()
    again.close()


def test_a_desk_stands_though_its_first_opening_is_not_put_down(tmp_path, monkeypatch) -> None:
    """The disk turns read-only after the header was renamed: whoever is told that the desk was made finds it."""

    def failing(*_given) -> None:
        raise OSError(30, "read-only")

    with monkeypatch.context() as patch:
        patch.setattr(making, "write_opened", failing)
        create_desk(tmp_path / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP).close()
    again = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    assert again.settings == SETTINGS
    again.close()


def test_what_is_spare_is_found_in_the_memory_of_a_few_bytes_a_file(desk, monkeypatch):
    """Twelve bytes of each name and a mark of a megabyte, however long the records are."""
    count = 40_000
    names = (sha256(b"%d" % number).hexdigest() for number in range(count))
    kept = desk.vault.keep(b"a paper", "a paper")
    spare = desk.vault.keep(b"another paper", "another paper")
    tracemalloc.start()
    done = desk.vault.quarantine(chain(names, (kept.sha256,)), desk.clock.today())
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert done.set_aside == 1 and desk.vault.holds(kept.sha256) and not desk.vault.holds(spare.sha256)
    assert held < 6 * 2**20 + 60 * count


def test_every_kind_of_record_that_names_a_file_is_asked():
    store = filled()
    named = {one.sha256 for one in EVERY if hasattr(one, "sha256") and not isinstance(one, Import)}
    assert set(named_contents(store)) == named == set(known_files(store))
