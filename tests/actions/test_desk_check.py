"""One check of everything a desk keeps: whole desks are called whole, and each kind of damage is told as what it is."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK
from workstation.actions import integrity
from workstation.actions.desk import Desk
from workstation.actions.evidence.items import add_file
from workstation.actions.integrity import check_desk, desk_checker
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.actions.salvage import salvage_desk
from workstation.cli import run
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.log_check import log_findings

PASSPHRASE = "correct horse"
PAGE, FRAME = 4096, 4096 + 24


class Stopped(Exception):
    """The person stopped the check."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    made.store.add(Debtor("d1", "张三"))
    made.store.add(Case("c1", made.store.next_case_number("2026"), "d1", CLOCK.today()))
    (tmp_path / "流水.csv").write_text("a,b\n1,2\n", "utf-8")
    add_file(made, "c1", "id_card", tmp_path / "流水.csv")
    made.close()  # works the log into the database
    made = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    yield made
    made.close()


def codes(desk: Desk) -> list[str]:
    return [finding.code for finding in check_desk(desk).findings]


def spoilt(desk: Desk, at: int, name: str = "desk.db") -> Desk:
    """The desk again with one bit of a file turned over."""
    desk.close()
    data = bytearray((desk.folder / name).read_bytes())
    data[at] ^= 1
    (desk.folder / name).write_bytes(data)
    return open_desk(desk.folder, PASSPHRASE, CLOCK)


def test_a_whole_desk_is_whole(desk: Desk) -> None:
    report = check_desk(desk)
    assert report.findings == () and report.pages_whole and report.files == 1
    assert report.records == 5  # person, case, proof, settings, user


def test_a_page_that_fails_its_seal_is_counted(desk: Desk) -> None:
    (page,) = desk.store._database.run("SELECT rootpage FROM sqlite_schema WHERE name = 'verification'").fetchone()
    again = spoilt(desk, (page - 1) * PAGE + 100)
    assert codes(again)[0] == "check_pages_damaged" and codes(again)[-1] == "check_salvage_advised"
    again.close()


def test_a_database_cut_short_does_not_open_but_is_salvaged(desk: Desk, tmp_path: Path) -> None:
    desk.close()
    path = desk.folder / "desk.db"
    path.write_bytes(path.read_bytes()[:-PAGE])
    with pytest.raises(Refused) as refused:
        open_desk(desk.folder, PASSPHRASE, CLOCK)
    assert refused.value.findings[0].code == "desk_database_unreadable"
    new = open_desk(salvage_desk(desk.folder, tmp_path / "new", PASSPHRASE, CLOCK).folder, PASSPHRASE, CLOCK)
    assert [debtor.name for debtor in new.store.find(Debtor)] == ["张三"]
    assert codes(new) == []
    new.close()


def test_references_and_rows_are_told_by_kind(desk: Desk) -> None:
    run_ = desk.store._database.run
    run_("PRAGMA foreign_keys = OFF")
    run_("DELETE FROM debtor")
    run_("UPDATE evidence_item SET form = 'no form', received_at = 'soon'")
    found = check_desk(desk)
    assert [finding.code for finding in found.findings] == [
        "check_references_lost", "desk_row_unreadable", "check_files_unknown", "check_salvage_advised",
    ]  # fmt: skip
    assert found.findings[0].figures == {"records": "case", "count": "1"}
    assert not found.may_set_aside


def test_files_and_the_key_file_are_looked_at(desk: Desk) -> None:
    (file,) = (path for path in desk.vault.folder.rglob("*") if path.is_file())
    file.write_bytes(b"")
    (desk.folder / "desk.json").write_text("{}")
    found = check_desk(desk).findings
    assert [finding.code for finding in found] == ["desk_header_damaged", "vault_damaged"]
    assert found[1].figures["file"] == "CC-2026-00001 流水.csv"


def test_each_file_that_fails_is_named_and_those_that_hold_are_not(desk: Desk, tmp_path: Path) -> None:
    for name in ("工资.csv", "病历.csv"):
        (tmp_path / name).write_text(f"a,b\n1,{name}\n", "utf-8")
        add_file(desk, "c1", "id_card", tmp_path / name)
    kept = {one.file_name: desk.vault._path(one.sha256) for one in desk.store.find(EvidenceItem)}
    kept["流水.csv"].write_bytes(b"")
    kept["病历.csv"].unlink()
    report = check_desk(desk)
    assert report.files == 3
    assert [(one.code, one.figures["file"]) for one in report.findings] == [
        ("vault_damaged", "CC-2026-00001 流水.csv"), ("vault_missing", "CC-2026-00001 病历.csv"),
    ]  # fmt: skip


def test_a_file_whose_record_goes_during_the_check_is_still_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (item,) = desk.store.find(EvidenceItem)
    desk.vault._path(item.sha256).unlink()
    told = iter([[(item.sha256, "流水")], []])
    monkeypatch.setattr(integrity, "_PARTS", (lambda store: iter(next(told)),))
    (found,) = check_desk(desk).findings
    assert (found.code, found.figures["file"]) == ("vault_missing", desk.vault.name(item.sha256))


def test_the_files_of_a_large_desk_are_not_held_by_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 50_000
    files = ((sha256(b"%d" % (number // 2)).hexdigest(), f"某人的银行流水 {number}") for number in range(2 * count))
    monkeypatch.setattr(integrity, "_PARTS", (lambda store: files,))
    tracemalloc.start()
    known, _ = integrity._known(desk.store)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(known) == count and held < 6 * 2**20 + 90 * count


def test_a_check_can_be_stopped_while_the_database_is_read(desk: Desk) -> None:
    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        desk_checker(desk)(stop)
    assert codes(desk) == []


def left_log(desk: Desk) -> bytearray:
    """The log of three steps, as a crash leaves it: nothing was worked into the database since."""
    for number in range(3):
        desk.store.add(Debtor(f"n{number}", "李四"))
    return bytearray((desk.folder / "desk.db-wal").read_bytes())


@pytest.mark.parametrize(
    ("spoil", "wanted"),
    [
        (lambda log: log, []),
        (lambda log: log[: -FRAME // 2], ["desk_log_torn"]),
        (lambda log: flipped(log, -10), ["desk_log_torn"]),
        (lambda log: flipped(log, 32 + FRAME + 50), ["desk_log_damaged"]),
        (lambda log: flipped(log, 32 + 9), ["desk_log_damaged"]),
        (lambda log: flipped(log, 17), ["desk_log_damaged"]),
        (lambda log: log[:32], []),
        (lambda log: b"", []),
    ],
    ids=["whole", "torn", "last frame", "early frame", "salt of a frame", "head", "empty", "none"],
)
def test_a_log_left_by_a_crash_is_read_before_it_is_used(desk: Desk, tmp_path: Path, spoil, wanted) -> None:
    log = left_log(desk)
    (tmp_path / "log").write_bytes(spoil(log))
    assert [finding.code for finding in log_findings(tmp_path / "log")] == wanted


def flipped(log: bytearray, at: int) -> bytearray:
    log[at] ^= 1
    return log


def test_a_damaged_log_is_kept_and_told(desk: Desk) -> None:
    log = flipped(left_log(desk), 32 + FRAME + 50)
    database = (desk.folder / "desk.db").read_bytes()
    desk.close()
    (desk.folder / "desk.db").write_bytes(database)
    (desk.folder / "desk.db-wal").write_bytes(log)
    again = open_desk(desk.folder, PASSPHRASE, CLOCK)
    assert [finding.code for finding in again.opening_findings] == ["desk_log_damaged"]
    assert [path.read_bytes() for path in (desk.folder / "backups").iterdir()] == [log]
    again.close()


def test_a_log_that_is_being_written_is_not_called_damaged(desk: Desk) -> None:
    left_log(desk)
    other = open_desk(desk.folder, PASSPHRASE, CLOCK)
    assert other.opening_findings == ()
    other.close()


def test_the_command_says_all_of_it(desk: Desk, tmp_path: Path, capsys) -> None:
    desk.close()
    (tmp_path / "words").write_text(PASSPHRASE, "utf-8")
    words = ["--desk", str(desk.folder), "--passphrase-file", str(tmp_path / "words"), "--json", "desk"]
    assert run([*words, "check"], CLOCK) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["findings"] == [] and answer["whole"] and answer["files"] == 1 and answer["records"] == 5
    assert run([*words, "salvage", str(tmp_path / "new")], CLOCK) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["findings"] == [] and answer["files"] == 1
    assert {one["table"]: one["kept"] for one in answer["tables"]}["debtor"] == 1


def test_what_was_altered_behind_the_log_is_told_by_the_check_of_the_desk(desk: Desk) -> None:
    report = check_desk(desk)
    assert report.entries and report.entries == len(list(desk.store.ledger.entries()))
    desk.store._database.run('UPDATE "debtor" SET "employer" = ?', ("X",))
    assert [(one.code, one.figures["key"]) for one in check_desk(desk).findings] == [("ledger_row_altered", "d1")]


def test_the_first_entry_that_was_altered_is_named_by_the_check_of_the_desk(desk: Desk) -> None:
    desk.store._database.run('UPDATE "ledger" SET "by" = ? WHERE "number" >= 2', ("某人",))
    (found,) = check_desk(desk).findings
    assert (found.code, found.figures["number"]) == ("ledger_altered", "2")
