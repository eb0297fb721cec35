"""While a supervisor has not granted a plan, no paper, table, queue or command says that anybody has."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.actions.whole_case import whole_case
from tests.builders import BANK
from tests.source_tree import ROOT
from workstation.actions import cases
from workstation.actions.papers import workbooks
from workstation.actions.papers.packet import packets
from workstation.actions.plans import versions
from workstation.actions.printing import outgoing
from workstation.casework.paper_kinds import KINDS
from workstation.errors import Refused
from workstation.plan.version import PlanVersion
from workstation.promise.authority import Approval
from workstation.received.pdf.texts import page_texts

SAYS_GRANTED = ("已批准", "已同意", "已获准")


@pytest.fixture
def asked(desk, tmp_path: Path) -> str:
    """A case that lacks nothing but the supervisor's grant, which is requested."""
    case_id = whole_case(desk, tmp_path)
    for one in desk.store.find(Approval):
        desk.store.delete(Approval, one.id)
    (plan,) = desk.store.find(PlanVersion)
    desk.run(versions.request_approval, plan.id)
    desk.run(versions.request_approval, plan.id, "bank")
    return case_id


def refusal(action, *args) -> set[str]:
    with pytest.raises(Refused) as refused:
        action(*args)
    return {one.code for one in refused.value.findings}


def words_of(pdf: bytes) -> str:
    return "".join("\n".join(page_texts(pdf) or ()).split())


def cells_of(data: bytes) -> str:
    book = load_workbook(io.BytesIO(data))
    return "\n".join(str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line if cell.value)


def says_granted(text: str) -> list[str]:
    return [one for one in SAYS_GRANTED if one in text]


def test_no_paper_says_so(desk, asked) -> None:
    told = {}
    for kind in KINDS:
        try:
            made = packets.paper(desk, asked, BANK, kind.name)
        except Refused:
            continue
        told[kind.name] = says_granted(words_of(made.pdf))
    assert len(told) > 8
    assert {name: found for name, found in told.items() if found} == {}


def test_the_draft_of_the_packet_says_that_it_is_applied_for(desk, asked) -> None:
    text = words_of(packets.packet(desk, asked, BANK, draft=True).pdf)
    assert says_granted(text) == []
    assert "申请" in text


def test_no_final_packet_is_written_kept_queued_or_followed_by_the_next_stage(desk, asked) -> None:
    assert "approval_requested" in refusal(packets.packet, desk, asked, BANK)
    source = packets.packet_source(desk, asked, BANK)
    assert source.draft
    assert "approval_requested" in refusal(desk.run, packets.keep_packet, source, source.build())
    while True:
        file = cases.load_case(desk, asked)
        try:
            desk.run(cases.advance, asked)
        except Refused:
            break
        assert cases.load_case(desk, asked).case.stage != file.case.stage
    assert cases.load_case(desk, asked).case.stage.name in ("PLAN", "VERIFY", "APPLY")
    assert says_granted(str(cases.load_case(desk, asked).approvals)) == []


def test_no_table_says_so_before_the_bank_has_and_then_it_does(desk, asked) -> None:
    data = workbooks.workbook(desk, asked)
    assert says_granted(cells_of(data)) == []
    (plan,) = desk.store.find(PlanVersion)
    desk.run(versions.record_approval, plan.id, "bank", "granted", "王经理")
    assert "已批准" in cells_of(workbooks.workbook(desk, asked))


def test_no_queue_takes_it(desk, asked) -> None:
    assert list(outgoing.ready_jobs(desk, [asked])) == []
    (job,) = outgoing.jobs_of(desk, [asked])
    assert "approval_requested" in refusal(outgoing.source_of, desk, job)


def test_decisions_are_made_in_one_place() -> None:
    """Whoever else made one would pass by the supervisor."""
    files = (file for room in ("workstation", "ui") for file in (ROOT / room).rglob("*.py"))
    makers = {file.name for file in files if " Approval(" in file.read_text("utf-8").replace("class Approval(", "")}
    assert makers == {"versions.py", "sample_papers.py"}
