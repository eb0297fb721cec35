"""One list of papers: what the list promises is what the writer does, for every kind and every state of a case."""

from __future__ import annotations

import pytest

from tests.actions.whole_case import BANK, whole_case
from workstation.actions import cases
from workstation.actions.evidence import items
from workstation.actions.papers import single_papers
from workstation.actions.papers.packet import packets
from workstation.casework.paper_kinds import KINDS
from workstation.documents.packet.build import PAPERS
from workstation.errors import Refused
from workstation.policy.filing import EACH_BANK
from workstation.wording import LANGUAGES, Wording


def test_every_kind_has_one_writer_and_a_name_in_every_language():
    assert [kind.name for kind in KINDS if kind.bound] == list(PAPERS)
    opening_the_vault = {"id-copy"}
    assert {kind.name for kind in KINDS if not kind.bound} == set(single_papers.WRITERS) | opening_the_vault
    for language in LANGUAGES:
        wording = Wording(language)
        assert all(wording.has(f"paper_kind.{kind.name}") for kind in KINDS)
        assert all(wording.has(f"paper_reader.{kind.reader}") for kind in KINDS)


@pytest.mark.parametrize("ready", [True, False])
def test_a_paper_is_written_just_when_the_list_says_so(desk, tmp_path, ready):
    case_id = whole_case(desk, tmp_path) if ready else desk.run(cases.new_case, "买买提·吐尔逊")
    bank = BANK if ready else ""
    states = packets.paper_kinds(desk, case_id)
    assert [state.kind.name for state in states] == [
        one.name for one in KINDS if not one.bound or one.name in EACH_BANK
    ]
    for state in states:
        if not state.findings:
            assert packets.paper(desk, case_id, bank, state.kind.name).pages
            continue
        with pytest.raises(Refused) as refusal:
            packets.paper(desk, case_id, bank, state.kind.name)
        assert refusal.value.findings == state.findings
    assert packets.printed_packets(desk, case_id) == ()


def test_the_list_tells_a_draft(desk, tmp_path):
    case_id = whole_case(desk, tmp_path)
    assert {state.kind.name for state in packets.paper_kinds(desk, case_id) if state.draft_findings} == {"agreement"}
    item = cases.load_case(desk, case_id).live_items[0]
    desk.run(items.verify, item.id, "original_seen", "failed", "编号查无此件")
    draft_findings = {state.kind.name for state in packets.paper_kinds(desk, case_id) if state.draft_findings}
    assert draft_findings == {*EACH_BANK, "agreement"}
