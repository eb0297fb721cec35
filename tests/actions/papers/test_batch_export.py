"""Packets and workbooks of many cases: one process or several write the same files, and final packets are on record."""

from __future__ import annotations

from dataclasses import replace
from multiprocessing import active_children

import pytest

from tests.actions.whole_case import whole_case
from workstation.actions import cases
from workstation.actions.evidence import items
from workstation.actions.papers import batch_export, workbooks
from workstation.actions.papers.batch_export import CaseMade, CaseSource, export_cases
from workstation.actions.papers.packet import packets
from workstation.actions.printing.left_before import left_before
from workstation.errors import Finding, Refused
from workstation.received.apart.readers import IN_PROCESS


class Counted:
    """Readers that keep what they are asked."""

    def __init__(self):
        self.asked, self.closed = [], False

    def read(self, about, work, *args, **kwargs):
        self.asked.append(work.__name__)
        return IN_PROCESS.read(about, work, *args, **kwargs)

    def close(self):
        self.closed = True


class OneForMany(Counted):
    """Readers of which others are for many cases."""

    def __init__(self):
        super().__init__()
        self.many = Counted()

    def for_many(self):
        return self.many


@pytest.fixture
def case_id(desk, tmp_path):
    return whole_case(desk, tmp_path)


def files_of(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_processes_write_what_one_writes_and_record_it_once(desk, case_id, tmp_path):
    for processes in (1, 2):
        for told in export_cases(desk, [case_id, case_id], tmp_path / str(processes), processes):
            assert told.findings == ()
            assert {path.name for path in told.files} == set(files_of(tmp_path / str(processes)))
    alone = files_of(tmp_path / "1")
    assert alone == files_of(tmp_path / "2")
    (kept,) = packets.printed_packets(desk, case_id)
    assert left_before(desk, kept.id).build().pdf in alone.values()
    assert workbooks.workbook(desk, case_id) in alone.values()


def test_a_draft_leaves_no_record(desk, case_id, tmp_path):
    (item,) = [one for one in cases.load_case(desk, case_id).live_items if one.requirement == "id_card"]
    desk.run(items.withdraw, item.id)
    (told,) = export_cases(desk, [case_id], tmp_path / "out")
    assert len(told.files) == 2
    assert packets.printed_packets(desk, case_id) == ()


def test_a_damaged_proof_is_told_and_stops_nothing_else(desk, case_id, tmp_path):
    for file in desk.vault.folder.glob("??/*"):
        file.write_bytes(b"spoiled")
    (told,) = export_cases(desk, [case_id], tmp_path / "out")
    assert [finding.code for finding in told.findings] == ["print_source_damaged"]
    assert [path.suffix for path in told.files] == [".xlsx"]


def test_a_case_that_changes_meanwhile_keeps_back_its_own_packet_alone(desk, case_id, tmp_path, monkeypatch):
    built = CaseSource.build

    def changed(source: CaseSource) -> CaseMade:
        debtor = cases.load_case(desk, case_id).debtor
        desk.run(cases.save_debtor, case_id, replace(debtor, children=(debtor.children or 0) + 1))
        return built(source)

    monkeypatch.setattr(CaseSource, "build", changed)
    for told in export_cases(desk, [case_id, case_id], tmp_path / "out"):
        assert [finding.code for finding in told.findings] == ["packet_outdated"]
        assert [path.suffix for path in told.files] == [".xlsx"]
    assert packets.printed_packets(desk, case_id) == ()


def test_no_more_cases_are_read_than_are_under_way_and_stopping_writes_those(desk, case_id, tmp_path, monkeypatch):
    read: list[int] = []

    def stopped_at(number: int) -> None:
        read.append(number)
        if number == 5:
            raise KeyboardInterrupt

    let_go: list[int] = []
    monkeypatch.setattr(desk.store._database, "let_pages_go", lambda: let_go.append(len(read)))
    written = export_cases(desk, (case_id for _ in range(100)), tmp_path / "out", 2, stopped_at)
    next(written)
    assert read == [0, 1, 2, 3]
    told = 1
    with pytest.raises(KeyboardInterrupt):
        for _ in written:
            told += 1
    assert told == 5 and len(let_go) == 1


def test_the_readers_are_for_many_cases_and_closed_whatever_happens(desk, case_id, tmp_path):
    made = desk.readers = OneForMany()
    written = export_cases(desk, (case_id for _ in range(3)), tmp_path / "out")
    next(written)
    assert not made.asked and not made.many.closed
    assert made.many.asked.count("build_packet") == 1
    written.close()
    assert made.many.closed


def test_exhibits_are_drawn_once_for_packet_and_workbook_and_again_where_the_packet_is_refused(
    desk, case_id, tmp_path, monkeypatch
):
    made = desk.readers = OneForMany()
    (told,) = export_cases(desk, [case_id], tmp_path / "out")
    assert "anchor_pages" not in made.many.asked
    assert workbooks.workbook(desk, case_id) == told.files[-1].read_bytes()
    assert "anchor_pages" in made.asked
    monkeypatch.setattr(
        "workstation.documents.packet.build.read_back_findings", lambda *_: [Finding("readback_lost", "print")]
    )
    (told,) = export_cases(desk, [case_id], tmp_path / "refused")
    assert [one.code for one in told.findings] == ["readback_lost"]
    assert told.files[-1].read_bytes() == workbooks.workbook(desk, case_id)


def test_the_processes_have_ended_when_a_file_cannot_be_written(desk, case_id, tmp_path, monkeypatch):
    def unwritable(*_, **__):
        raise Refused(Finding("file_unwritable", "--out"))

    monkeypatch.setattr(batch_export, "write_output", unwritable)
    with pytest.raises(Refused) as kept:  # whose frames hold what was under way
        next(export_cases(desk, (case_id for _ in range(9)), tmp_path / "out", 2))
    assert kept.value.findings[0].code == "file_unwritable" and active_children() == []
