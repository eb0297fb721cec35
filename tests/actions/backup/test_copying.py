"""A copy holds what the desk held, costs only what is new, and goes by the rule; no place that cannot hold one is taken."""

from __future__ import annotations

import os

import pytest

from tests.actions.backup.backed_up import PASSPHRASE, Sitting, sitting
from workstation.actions.backup import copying
from workstation.actions.backup.restoring import CopyState, copies_in, restore_desk
from workstation.actions.opening import change_passphrase, desk_keys, open_desk, open_for_work
from workstation.actions.upkeep import check_vault
from workstation.casework.backup import BackupSettings
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.store.backup import vault_copy
from workstation.store.backup.making import Named
from workstation.store.sharing.generation import last_known
from workstation.store.store import Store


def codes(findings) -> list[str]:
    return [finding.code for finding in findings]


def refused(action, *args) -> str:
    with pytest.raises(Refused) as caught:
        action(*args)
    return caught.value.findings[0].code


def test_what_was_copied_comes_back(at_desk: Sitting) -> None:
    made = at_desk.back_up()
    assert (made.manifest.cases, made.manifest.evidence, made.copied) == (1, 3, 3)
    assert codes(made.findings) == ["backup_same_disk"]
    back = at_desk.restored()
    assert (back.cases, back.evidence, back.files, back.findings) == (1, 3, 3, ())
    desk = at_desk.opened()
    for kind in (Case, EvidenceItem):
        assert desk.store.find(kind) == at_desk.desk.store.find(kind)
    assert check_vault(desk) == ()
    desk.close()


def test_a_second_copy_brings_only_what_is_new(at_desk: Sitting) -> None:
    at_desk.back_up()
    at_desk.later(days=1)
    at_desk.add_proof(at_desk.add_case())
    made = at_desk.back_up()
    assert (made.copied, len(made.manifest.vault)) == (1, 4)
    assert [one.state for one in at_desk.found().copies] == [CopyState.VERIFIED] * 2


def test_what_stands_in_the_log_only_is_copied(at_desk: Sitting) -> None:
    """Nothing was brought from the log into the database file yet, as the desk is open."""
    at_desk.add_case()
    assert (at_desk.home / "desk.db-wal").stat().st_size
    assert at_desk.back_up().manifest.cases == 2
    at_desk.restored()
    desk = at_desk.opened()
    assert desk.store.case_count() == 2
    desk.close()


def test_a_copy_is_one_moment_though_others_write(at_desk: Sitting, monkeypatch) -> None:
    """Whoever writes while the database is copied is not held up, and the copy knows nothing of it."""
    whole = vault_copy.copied

    def slowly(*args):
        at_desk.add_proof(at_desk.add_case())
        return whole(*args)

    monkeypatch.setattr("workstation.store.backup.making.copied", slowly)
    made = at_desk.back_up()
    assert at_desk.desk.store.case_count() == 4
    assert (made.manifest.cases, made.manifest.evidence, len(made.manifest.vault)) == (1, 3, 3)


def test_a_desk_opened_while_it_is_copied_comes_back_without_alarm(at_desk: Sitting, monkeypatch) -> None:
    """The key file is read before the database: after it, it could count an opening that the copied database knows nothing of."""
    named = copying.named

    def while_somebody_opens(store: Store) -> Named:
        open_desk(at_desk.home, PASSPHRASE, at_desk.desk.clock).close()
        return named(store)

    monkeypatch.setattr(copying, "named", while_somebody_opens)
    before = last_known(at_desk.home).generation
    made = at_desk.back_up()
    assert last_known(at_desk.home).generation == before + 1
    assert last_known(made.folder).generation == before
    at_desk.restored()
    at_desk.opened().close()


def test_history_tells_of_good_copies_and_of_failures(at_desk: Sitting) -> None:
    at_desk.back_up()
    at_desk.later(days=1)
    assert refused(copying.back_up, at_desk.desk, at_desk.root / "gone") == "backup_missing"
    failed, good = copying.history(at_desk.desk)
    assert (failed.problem, good.problem, good.cases, good.evidence) == ("backup_missing", "", 1, 3)
    assert good.place == str(at_desk.place)


def test_the_next_copy_is_due_after_a_day(at_desk: Sitting) -> None:
    assert copying.is_due(at_desk.desk)
    at_desk.back_up()
    assert not copying.is_due(at_desk.desk)
    at_desk.later(hours=21)
    assert copying.is_due(at_desk.desk)


def test_a_clock_that_was_ahead_does_not_put_copies_off(at_desk: Sitting) -> None:
    at_desk.later(days=400)
    at_desk.back_up()
    at_desk.later(days=-400)
    assert copying.is_due(at_desk.desk)


def test_the_rule_removes_the_oldest_and_what_only_they_needed(at_desk: Sitting) -> None:
    at_desk.desk.run(copying.save_backup_settings, BackupSettings("backup", daily=2, weekly=0, monthly=0))
    gone = at_desk.desk.store.find(EvidenceItem)[0]
    at_desk.back_up()
    at_desk.desk.store.delete(EvidenceItem, gone.id)
    for _ in range(2):
        at_desk.later(days=1)
        assert not codes(at_desk.back_up().findings)[1:]
    assert len(at_desk.found().copies) == 2
    held = vault_copy.held_sizes(at_desk.kept / "vault")
    assert at_desk.desk.vault.name(gone.sha256) not in held and len(held) == 2


def test_a_second_copy_of_a_day_takes_the_place_of_the_first(at_desk: Sitting) -> None:
    first = at_desk.back_up()
    second = at_desk.back_up()
    assert second.removed == (first.folder.name,)
    assert [one.folder for one in at_desk.found().copies] == [second.folder]


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("desk", "backup_inside_desk"),
        ("desk/vault", "backup_inside_desk"),
        ("nowhere", "backup_missing"),
        ("file", "backup_no_folder"),
        ("concord-backup-0123456789abcdef", "backup_other_desk"),
        ("link-to-desk", "backup_inside_desk"),
        ("circle", "backup_gone"),
    ],
)
def test_a_place_that_cannot_be_one_is_refused_before_anything_is_written(at_desk: Sitting, where, code) -> None:
    (at_desk.root / "file").write_text("")
    (at_desk.root / "concord-backup-0123456789abcdef").mkdir()
    (at_desk.root / "link-to-desk").symlink_to(at_desk.home)
    (at_desk.root / "circle").symlink_to(at_desk.root / "circle")
    before = sorted(at_desk.root.rglob("*"))
    assert refused(copying.judge_place, at_desk.desk, at_desk.root / where) == code
    assert sorted(at_desk.root.rglob("*")) == before


def test_its_own_folder_of_copies_means_the_place_that_holds_it(at_desk: Sitting) -> None:
    at_desk.back_up()
    at_desk.later(days=1)
    made = copying.back_up(at_desk.desk, at_desk.kept)
    assert made.copied == 0 and len(at_desk.found().copies) == 2


def test_two_desks_share_a_stick(at_desk: Sitting, tmp_path) -> None:
    other = sitting(tmp_path / "other")
    at_desk.back_up()
    copying.back_up(other.desk, at_desk.place)
    other.desk.close()
    assert len(list(at_desk.place.iterdir())) == 2
    assert len(at_desk.found().copies) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_place_that_cannot_be_written_is_told(at_desk: Sitting) -> None:
    at_desk.place.chmod(0o500)
    assert refused(at_desk.back_up) == "backup_unwritable"
    at_desk.place.chmod(0o700)


def test_a_disk_too_small_is_told_before_anything_is_written(at_desk: Sitting, monkeypatch) -> None:
    free = type("Usage", (), {"free": 1000})()
    monkeypatch.setattr("workstation.store.backup.destination.shutil.disk_usage", lambda _place: free)
    assert refused(at_desk.back_up) == "backup_too_small"
    assert not list((at_desk.kept / "copies").iterdir())


@pytest.mark.parametrize(
    ("number", "code"),
    [(28, "backup_full"), (5, "backup_disk_error"), (19, "backup_gone"), (30, "backup_unwritable")],
)
def test_a_disk_that_fails_midway_is_told_and_leaves_no_copy(at_desk: Sitting, monkeypatch, number, code) -> None:
    def failing(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("workstation.store.backup.making.copied", failing)
    assert refused(at_desk.back_up) == code
    assert not list((at_desk.kept / "copies").iterdir())
    assert copying.history(at_desk.desk)[0].problem == code


def test_a_damaged_proof_of_the_desk_is_told_and_the_rest_is_copied(at_desk: Sitting) -> None:
    item = at_desk.desk.store.find(EvidenceItem)[0]
    vault_copy.place_of(at_desk.home / "vault", at_desk.desk.vault.name(item.sha256)).write_bytes(b"rot")
    made = at_desk.back_up()
    lacking = [one for one in made.findings if one.code == "backup_file_lacking"]
    assert len(lacking) == 1 and lacking[0].figures["file"].endswith(item.file_name)
    assert copying.history(at_desk.desk)[0].lacking == 1
    (copy,) = at_desk.found().copies
    assert (copy.state, len(copy.lacking)) == (CopyState.LACKING, 1)
    assert codes(at_desk.restored().findings) == ["restore_file_lacking"]


def test_rot_in_the_place_is_healed_from_the_desk_within_thirty_days(at_desk: Sitting) -> None:
    at_desk.back_up()
    name = at_desk.desk.vault.name(at_desk.desk.store.find(EvidenceItem)[0].sha256)
    file = vault_copy.place_of(at_desk.kept / "vault", name)
    data = bytearray(file.read_bytes())
    data[60] ^= 1
    file.write_bytes(data)
    assert at_desk.found().copies[0].state is CopyState.LACKING
    at_desk.later(days=30)
    made = at_desk.back_up()
    assert (made.copied, made.checked) == (1, 4)  # two other proofs, and both files of the first copy
    assert [one.state for one in at_desk.found().copies] == [CopyState.VERIFIED] * 2


def test_a_file_cut_off_in_the_place_is_seen_at_the_next_copy(at_desk: Sitting) -> None:
    at_desk.back_up()
    name = at_desk.desk.vault.name(at_desk.desk.store.find(EvidenceItem)[0].sha256)
    vault_copy.place_of(at_desk.kept / "vault", name).write_bytes(b"")
    assert at_desk.back_up().copied == 1
    assert at_desk.found().copies[0].state is CopyState.VERIFIED


def test_no_file_stays_unread_for_more_than_thirty_days(at_desk: Sitting, monkeypatch) -> None:
    """A copy a day: what is read back is spread, and within thirty days it is everything."""
    case_id = at_desk.add_case()
    for _ in range(60):
        at_desk.add_proof(case_id)
    at_desk.back_up()
    read: set[str] = set()
    whole = type(at_desk.desk.vault).proves

    def proves(vault, file, name):
        read.add(name)
        return whole(vault, file, name)

    monkeypatch.setattr(type(at_desk.desk.vault), "proves", proves)
    counts = []
    for _ in range(30):
        at_desk.later(days=1)
        counts.append(at_desk.back_up().checked)
    assert len(read) == 63
    assert max(counts) < 12, "spread over the days"


@pytest.mark.parametrize(
    "wrong", [BackupSettings("backup", daily=0), BackupSettings("backup", remind_days=0)], ids=["daily", "remind"]
)
def test_settings_that_keep_nothing_are_refused(at_desk: Sitting, wrong: BackupSettings) -> None:
    assert refused(at_desk.desk.run, copying.save_backup_settings, wrong) == "backup_count"
    assert copying.settings_of(at_desk.desk) == BackupSettings("backup")


def test_an_older_passphrase_opens_the_copies_of_its_time(at_desk: Sitting) -> None:
    at_desk.back_up()
    change_passphrase(at_desk.desk, "a long enough passphrase", "quite another passphrase")
    at_desk.later(days=1)
    at_desk.back_up()
    for words in ("a long enough passphrase", "quite another passphrase"):
        assert len(copies_in(at_desk.place, words).copies) == 2
    assert refused(copies_in, at_desk.place, "none of them all") == "passphrase_wrong"


def test_an_older_copy_restored_by_a_newer_passphrase_is_no_older_database_put_back(at_desk: Sitting) -> None:
    """The key file is the newer one, its count of openings that of the copy."""
    at_desk.back_up()
    change_passphrase(at_desk.desk, PASSPHRASE, "quite another passphrase")
    for _ in range(3):
        at_desk.desk.close()
        at_desk.desk = open_for_work(
            at_desk.home, desk_keys(at_desk.home, "quite another passphrase"), FixedClock(at_desk.at)
        )
    at_desk.later(days=1)
    at_desk.back_up()
    found = copies_in(at_desk.place, "quite another passphrase")
    restore_desk(found, found.copies[1], at_desk.root / "restored", at_desk.desk.clock)
    keys = desk_keys(at_desk.root / "restored", "quite another passphrase")
    open_for_work(at_desk.root / "restored", keys, at_desk.desk.clock).close()
