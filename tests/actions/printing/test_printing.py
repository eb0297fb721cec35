"""What goes to a printer passes the same gates, leaves its mark, is not printed twice unasked, and never as several on a sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.papers.test_packet import unverify
from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from workstation.actions import cases
from workstation.actions.banks.bank_forms import BANK_FORM
from workstation.actions.papers.packet import packets
from workstation.actions.printing import outgoing
from workstation.actions.printing.left_before import left_before
from workstation.actions.printing.outgoing import FolderPrinter, OutgoingPaper, PrintJob
from workstation.actions.printing.spooler import lp_options
from workstation.actions.upkeep import check_vault, quarantine_orphans
from workstation.casework.print_order import PrintOrder, order_findings
from workstation.casework.printed import PACKET, PrintRecord
from workstation.errors import Finding, Refused, StorageFailed

ORDER = PrintOrder("HP", copies=2, sides="long_edge")


class Tray:
    """A printer that keeps what it was given; it refuses the papers of ``jams``."""

    on_paper = True

    def __init__(self, jams: str = "") -> None:
        self.jams = jams
        self.taken: list[tuple[PrintOrder, bytes]] = []

    def send(self, order, leaving):
        if leaving.number == self.jams:
            raise Refused(Finding("print_refused", "print.printer", {"printer": order.printer, "reason": "no paper"}))
        self.taken.append((order, leaving.pdf))


@pytest.fixture
def case_id(desk, tmp_path):
    return whole_case(desk, tmp_path)


def run(desk, jobs, printer, **options):
    return list(outgoing.print_jobs(desk, jobs, ORDER, printer, **options))


def test_a_printed_packet_is_on_record_and_marked(desk, case_id):
    tray = Tray()
    (outcome,) = run(desk, outgoing.ready_jobs(desk), tray)
    (packet,) = packets.printed_packets(desk, case_id)
    (record,) = outgoing.print_records(desk, case_id)
    assert (outcome.state, outcome.record) == ("printed", record)
    assert (record.kind, record.bank, record.packet_id, record.sha256) == (PACKET, BANK, packet.id, packet.sha256)
    assert (record.copies, record.printer, record.by, record.part) == (2, "HP", desk.agent, "")
    assert record.pages == packet.pages
    assert tray.taken == [(ORDER, left_before(desk, packet.id).build().pdf)]
    (line,) = desk.store.case_lines()
    assert line.printed_at == record.at


def test_what_was_printed_is_not_printed_twice_unless_asked(desk, case_id):
    tray, jobs = Tray(), tuple(outgoing.ready_jobs(desk))
    (first,) = run(desk, jobs, tray)
    (second,) = run(desk, jobs, tray)
    assert (second.state, second.record) == ("already", first.record)
    assert len(tray.taken) == 1
    assert [one.state for one in run(desk, jobs, tray, again=True)] == ["printed"]
    assert tray.taken[0] == tray.taken[1]
    debtor = cases.load_case(desk, case_id).debtor
    desk.run(cases.save_debtor, case_id, replace(debtor, employer="北方机械厂"))
    assert [one.state for one in run(desk, jobs, tray)] == ["printed"], "a changed packet is another paper"


def test_the_form_of_a_bank_is_queued_marked_and_printed_again_to_the_byte(desk, case_id):
    tray, jobs = Tray(), outgoing.jobs_of(desk, [case_id], BANK_FORM)
    (first,) = run(desk, jobs, tray)
    assert (first.state, first.record.kind, first.record.bank, first.record.draft) == (
        "printed",
        BANK_FORM,
        BANK,
        False,
    )
    assert [one.state for one in run(desk, jobs, tray)] == ["already"]
    assert left_before(desk, first.record.id).build().pdf == tray.taken[0][1]
    assert [one.code for one in order_findings(replace(ORDER, per_sheet=2), BANK_FORM, 1)] == ["print_several_on_sheet"]
    unverify(desk, case_id)
    (closed,) = run(desk, jobs, tray, again=True)
    assert (closed.state, len(tray.taken)) == ("failed", 1)
    assert closed.findings


def test_one_that_fails_stops_no_other(desk, case_id, tmp_path):
    (tmp_path / "second").mkdir()
    other = whole_case(desk, tmp_path / "second")
    jobs = [PrintJob(one, cases.load_case(desk, one).case.number, "", BANK) for one in (case_id, other)]
    jams = Tray(jams=jobs[0].number)
    unverify(desk, other)
    assert [job.case_id for job in outgoing.ready_jobs(desk)] == [case_id]
    jobs.insert(1, PrintJob(case_id, jobs[0].number, "", "某银行"))
    jobs.append(PrintJob(case_id, "", "", "", "evidence-request"))
    outcomes = run(desk, jobs, jams)
    assert [(one.state, [finding.code for finding in one.findings]) for one in outcomes] == [
        ("failed", ["print_refused"]),
        ("failed", ["bank_has_no_account"]),
        ("failed", ["evidence_missing"]),
        ("failed", ["print_refused"]),
    ]
    assert desk.store.find(PrintRecord) == ()
    assert [one.state for one in run(desk, jobs, Tray())] == ["printed", "failed", "failed", "printed"]


def test_a_folder_takes_papers_without_a_mark(desk, case_id, tmp_path):
    outcomes = run(desk, outgoing.ready_jobs(desk), FolderPrinter(tmp_path / "out"))
    (packet,) = packets.printed_packets(desk, case_id)
    (file,) = (tmp_path / "out").iterdir()
    assert (outcomes[0].state, outcomes[0].record) == ("printed", None)
    assert file.read_bytes() == left_before(desk, packet.id).build().pdf
    assert BANK in file.name
    assert outgoing.print_records(desk, case_id) == ()


def test_an_old_version_leaves_again_to_the_byte_and_is_marked_as_that_version(desk, case_id):
    made = packets.packet(desk, case_id, BANK)
    (old,) = packets.printed_packets(desk, case_id)
    unverify(desk, case_id)
    leaving = left_before(desk, old.id).build()
    assert (leaving.pdf, leaving.pages, leaving.draft) == (made.pdf, made.pages, False)
    assert desk.run(outgoing.record_print, leaving, ORDER).packet_id == old.id


def test_single_papers_are_kept_as_they_were_handed_out(desk, case_id):
    (job,) = outgoing.jobs_of(desk, [case_id], "comparison")
    (outcome,) = run(desk, [job], Tray())
    assert outcome.record.packet_id == ""
    assert desk.vault.read(outcome.record.sha256).startswith(b"%PDF")
    assert check_vault(desk) == ()
    assert not quarantine_orphans(desk)
    assert next(iter(desk.store.case_lines())).printed_at is None


def test_jobs_go_to_every_bank_only_where_the_paper_needs_one(desk, case_id):
    assert [job.bank for job in outgoing.jobs_of(desk, [case_id])] == [BANK]
    assert [job.bank for job in outgoing.jobs_of(desk, [case_id], "evidence-request")] == [""]


LEAVING = OutgoingPaper("c1", "CC-2026-00417", BANK, PACKET, b"%PDF-1.7", "", 9)


def test_the_printers_list_shows_no_name():
    assert LEAVING.title == "CC-2026-00417 packet"


@pytest.mark.parametrize(
    ("changes", "kind", "found"),
    [
        ({}, PACKET, []),
        ({"sides": "short_edge", "copies": 50}, PACKET, []),
        ({"part": "3"}, PACKET, []),
        ({"part": "2 - 9"}, PACKET, []),
        ({"per_sheet": 2}, PACKET, ["print_several_on_sheet"]),
        ({"per_sheet": 4}, "application", ["print_several_on_sheet"]),
        ({"per_sheet": 2}, "agreement", ["print_several_on_sheet"]),
        ({"per_sheet": 2}, "comparison", []),
        ({"copies": 0}, PACKET, ["print_copies_unusual"]),
        ({"copies": 51, "printer": ""}, PACKET, ["printer_missing", "print_copies_unusual"]),
        ({"part": "0"}, PACKET, ["print_pages_unreadable"]),
        ({"part": "9-2"}, PACKET, ["print_pages_unreadable"]),
        ({"part": "2-10"}, PACKET, ["print_pages_unreadable"]),
        ({"part": "all"}, PACKET, ["print_pages_unreadable"]),
    ],
)
def test_an_order_is_refused_at_its_field(changes, kind, found):
    order = PrintOrder(**{"printer": "HP"} | changes)
    assert [finding.code for finding in order_findings(order, kind, 9)] == found


def test_the_spooler_prints_at_full_size_whatever_its_queue_is_set_to():
    words = list(lp_options(PrintOrder("HP", 3, "long_edge", part="2-3"), LEAVING))
    assert words[:4] == ["-d", "HP", "-n", "3"]
    assert words[-1] == "-", "through the pipe, not from a file"
    wanted = {"print-scaling=none", "number-up=1", "media=A4", "sides=two-sided-long-edge", "page-ranges=2-3"}
    assert wanted <= set(words)


def test_a_several_pages_order_never_reaches_the_printer(desk, case_id):
    tray = Tray()
    job = next(outgoing.ready_jobs(desk))
    (outcome,) = outgoing.print_jobs(desk, [job], PrintOrder("HP", per_sheet=2), tray)
    assert [finding.code for finding in outcome.findings] == ["print_several_on_sheet"]
    assert tray.taken == []
    assert refused(packets.packet, desk, job.case_id, "某银行") == [("bank_has_no_account", "case.accounts")]


def test_a_paper_that_the_printer_took_is_never_told_as_not_printed(desk, case_id, monkeypatch):
    tray, add = Tray(), desk.store.add

    def full(entity):
        if isinstance(entity, PrintRecord):
            raise StorageFailed(Finding("desk_disk_full", "desk"))
        add(entity)

    monkeypatch.setattr(desk.store, "add", full)
    (outcome,) = run(desk, outgoing.ready_jobs(desk), tray)
    assert len(tray.taken) == 1
    assert [one.code for one in outcome.findings] == ["print_unrecorded", "desk_disk_full"]
