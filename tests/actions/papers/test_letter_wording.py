"""A letter with severe wording is written for a supervisor's reason, which stays at the desk and with these very texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.oversight.test_grants import code_of
from tests.actions.papers.test_single_papers import CONTACT
from tests.actions.signed_in import become
from tests.actions.whole_case import BANK, whole_case
from workstation.actions import cases, settings
from workstation.actions.banks import bank_contacts
from workstation.actions.oversight import timeline
from workstation.actions.papers.letter_wording import waive_wording
from workstation.actions.papers.packet import packets
from workstation.documents.typesetting.seal import read_seal
from workstation.profile.debtor import Address

SEVERE = replace(CONTACT, object_to="95555，逾期不还后果自负")
CALM = replace(CONTACT, repay="转到我个人账户")


@pytest.fixture
def case_id(desk, tmp_path):
    case_id = whole_case(desk, tmp_path)
    desk.run(settings.save_settings, replace(desk.settings, phone="010-8888 0000", address="建国路 1 号"))
    file = cases.load_case(desk, case_id)
    desk.run(cases.save_debtor, case_id, replace(file.debtor, addresses=(Address("建国路 88 号院"),)))
    return case_id


def letter(desk, case_id):
    return packets.paper(desk, case_id, BANK, "collection-letter")


def test_severe_words_are_a_supervisors_to_answer_for(desk, case_id):
    desk.run(bank_contacts.save_bank_contact, SEVERE)
    become(desk, "agent")
    assert code_of(letter, desk, case_id) == "wording_severe"
    assert code_of(desk.run, waive_wording, case_id, BANK, "银行原文") == "role_supervisor"
    become(desk, "agent", "supervisor")
    assert code_of(desk.run, waive_wording, case_id, BANK, " ") == "required_field"
    waiver = desk.run(waive_wording, case_id, BANK, "银行原文，须照录")
    assert (waiver.by, waiver.words) == (desk.agent, ("后果自负",))
    made = letter(desk, case_id)
    assert made.pages and read_seal(made.pdf) is not None
    last = timeline.timeline(desk, case_id)[-1]
    assert [one.table for one in last.changes] == ["wording_waiver"]
    desk.run(bank_contacts.save_bank_contact, replace(SEVERE, query="App，别怪我们不客气"))
    assert code_of(letter, desk, case_id) == "wording_severe"


def test_an_agent_answers_for_words_that_are_only_unwise(desk, case_id):
    desk.run(bank_contacts.save_bank_contact, CALM)
    become(desk, "agent")
    assert code_of(letter, desk, case_id) == "wording_avoid"
    desk.run(waive_wording, case_id, BANK, "银行指定的对公尾款户名")
    assert letter(desk, case_id).pages


def test_no_reason_is_kept_where_nothing_is_wrong(desk, case_id):
    desk.run(bank_contacts.save_bank_contact, CONTACT)
    assert code_of(desk.run, waive_wording, case_id, BANK, "x") == "wording_nothing"
