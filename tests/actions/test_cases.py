"""What the talk brings is kept whole; stages move only through their gates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import NOW, TODAY, account, case_file
from workstation.actions import cases
from workstation.actions.banks.bank_contacts import save_bank_contact
from workstation.actions.plans import versions
from workstation.actions.settings import save_settings
from workstation.casework.name_check import unconfirmed_name
from workstation.casework.settings import DeskSettings
from workstation.conversation.contact import ContactEntry
from workstation.errors import Refused
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.budget import Budget
from workstation.profile.case import Case, Stage, StageChange
from workstation.profile.debtor import Debtor, Phone
from workstation.store.changes import Changes


def refused(action, *arguments, **named):
    with pytest.raises(Refused) as refusal:
        action(*arguments, **named)
    return [(finding.code, finding.subject) for finding in refusal.value.findings]


@pytest.fixture
def case_id(desk):
    return desk.run(cases.new_case, " 买买提·吐尔逊 ")


def add_account(desk, case_id, **changes):
    mine = replace(account(id=new_id(), case_id=case_id), **changes)
    desk.run(cases.save_account, mine)
    return mine


def test_a_new_case_is_empty_but_whole(desk, case_id):
    file = cases.load_case(desk, case_id)
    assert file.debtor.name == "买买提·吐尔逊"
    assert file.case.number == "CC-2026-00001"
    assert (file.case.stage, file.case.opened_on, file.accounts, file.budget.lines) == (Stage.UNDERSTAND, TODAY, (), ())


def test_name_and_number_are_kept_in_one_writing(desk):
    case_id = desk.run(cases.new_case, "买买提•⼤⼭\ue863")
    debtor = cases.load_case(desk, case_id).debtor
    assert debtor.name == "买买提·大山䶮"
    typed = replace(debtor, name="王\ue81e", resident_id="１１０１０５ 19491231-002x")
    desk.run(cases.save_debtor, case_id, typed, debtor)
    kept = cases.load_case(desk, case_id).debtor
    assert (kept.name, kept.resident_id) == ("王龴", "11010519491231002X")


def test_a_damaged_name_is_confirmed_once_and_for_just_this_name(desk):
    case_id = desk.run(cases.new_case, "张?")
    assert refused(desk.run, cases.confirm_name, case_id, "张三") == [("not_found", "debtor.name")]
    waiver = desk.run(cases.confirm_name, case_id, "张?")
    assert (waiver.by, waiver.reason) == (desk.agent, "张?")
    assert refused(desk.run, cases.confirm_name, case_id, "张?") == [("not_found", "debtor.name")]
    assert unconfirmed_name(cases.load_case(desk, case_id)) == ()


def test_a_case_without_a_name_is_refused_and_leaves_nothing(desk):
    assert refused(desk.run, cases.new_case, "  ") == [("required_field", "debtor.name")]
    assert desk.store.case_count() == 0


def test_numbers_go_on(desk, case_id):
    second = cases.load_case(desk, desk.run(cases.new_case, "乙"))
    assert second.case.number == "CC-2026-00002"


def test_the_person_is_kept_as_typed(desk, case_id):
    debtor = replace(cases.load_case(desk, case_id).debtor, resident_id="110105194912310021", phones=(Phone("139"),))
    desk.run(cases.save_debtor, case_id, debtor)
    assert cases.load_case(desk, case_id).debtor == debtor


def test_somebody_elses_debtor_cannot_slip_into_a_case(desk, case_id):
    other = cases.load_case(desk, desk.run(cases.new_case, "乙"))
    assert refused(desk.run, cases.save_debtor, case_id, other.debtor) == [("not_found", "debtor")]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"bank": " "}, ("required_field", "account.bank")),
        ({"number": ""}, ("required_field", "account.number")),
        ({"principal": Money(-1)}, ("amount_negative", "account.principal")),
        ({"limit": Money(-1)}, ("amount_negative", "account.limit")),
        ({"fees": Money(1, "USD")}, ("amount_currency", "account.fees")),
    ],
)
def test_an_account_must_make_sense(desk, case_id, changes, found):
    assert refused(desk.run, cases.save_account, account(case_id=case_id, **changes)) == [found]
    assert cases.load_case(desk, case_id).accounts == ()


def test_an_account_with_plans_stays(desk, case_id):
    mine, spare = add_account(desk, case_id), add_account(desk, case_id, number="4000")
    desk.run(versions.keep_plan, case_id, mine.id, versions.opening_terms(mine, **FREE), "")
    assert refused(desk.run, cases.remove_account, mine.id) == [("account_has_plans", "case.accounts")]
    desk.run(cases.remove_account, spare.id)
    assert cases.load_case(desk, case_id).accounts == (mine,)


FREE = {
    "first_due": date(2026, 12, 10),
    "interest_from": date(2026, 11, 10),
    "method": "interest_free",
    "instalments": 60,
}


def test_the_conversation_cannot_move_the_stage(desk, case_id):
    case = cases.load_case(desk, case_id).case
    sly = replace(case, reason="illness", stage=Stage.APPLY, number="X")
    desk.run(cases.save_conversation, sly)
    assert cases.load_case(desk, case_id).case == replace(case, reason="illness")


def test_reason_dates_in_the_wrong_order_are_refused(desk, case_id):
    case = replace(cases.load_case(desk, case_id).case, reason_from=date(2026, 7, 2), reason_to=date(2026, 7, 1))
    assert refused(desk.run, cases.save_conversation, case) == [("dates_reversed", "case.reason_to")]


def test_the_log_wants_words(desk, case_id):
    entry = ContactEntry(new_id(), case_id, NOW, "林协商")
    assert refused(desk.run, cases.log_contact, entry) == [("required_field", "contact.note")]
    desk.run(cases.log_contact, replace(entry, note="说明来意"))
    assert [one.note for one in cases.load_case(desk, case_id).contacts] == ["说明来意"]


def understand(desk, case_id):
    """Fill in everything the first gate asks for."""
    model, file = case_file(), cases.load_case(desk, case_id)
    desk.run(cases.save_debtor, case_id, replace(model.debtor, id=file.debtor.id))
    desk.run(cases.save_budget, replace(model.budget, case_id=case_id))
    talk = {field: getattr(model.case, field) for field in ("reason", "reason_from", "requests")}
    desk.run(cases.save_conversation, replace(file.case, **talk))
    desk.run(cases.log_contact, ContactEntry(new_id(), case_id, NOW, "林协商", note="面谈"))
    return add_account(desk, case_id)


def test_the_gate_keeps_a_case_back_and_then_lets_it_through(desk, case_id):
    assert ("required_field", "case.reason") in refused(desk.run, cases.advance, case_id)
    assert cases.load_case(desk, case_id).case.stage is Stage.UNDERSTAND
    understand(desk, case_id)
    assert desk.run(cases.advance, case_id) is Stage.EVIDENCE
    assert "evidence.id_card" in [place for _, place in refused(desk.run, cases.advance, case_id)]


def test_a_stage_is_reopened_with_a_reason_and_nothing_is_lost(desk, case_id):
    mine = understand(desk, case_id)
    desk.run(cases.advance, case_id)
    assert refused(desk.run, cases.reopen, case_id, Stage.UNDERSTAND, " ") == [("required_field", "stage.note")]
    assert refused(desk.run, cases.reopen, case_id, Stage.PLAN, "x") == [("stage_not_earlier", "case.stage")]
    desk.run(cases.reopen, case_id, Stage.UNDERSTAND, "收入有变")
    file = cases.load_case(desk, case_id)
    assert (file.case.stage, file.accounts) == (Stage.UNDERSTAND, (mine,))
    moves = [(change.stage, change.note) for change in desk.store.find(StageChange, case_id=case_id)]
    assert moves == [(Stage.EVIDENCE, ""), (Stage.UNDERSTAND, "收入有变")]


def test_listeners_hear_what_changed_once_it_is_kept(desk, case_id):
    heard: list[Changes] = []
    desk.listeners.append(heard.append)
    add_account(desk, case_id)
    assert [(set(change.kinds), set(change.case_ids)) for change in heard] == [({"Account"}, {case_id})]
    refused(desk.run, cases.save_account, account(case_id=case_id, bank=""))
    assert len(heard) == 1


def test_an_unknown_case_is_refused(desk):
    assert refused(cases.load_case, desk, "nothing") == [("not_found", "case")]
    assert desk.store.find(Account) == ()


@pytest.mark.parametrize(
    ("action", "kind", "field"),
    [
        (cases.save_debtor, Debtor, "employer"),
        (cases.save_account, Account, "product"),
        (cases.save_budget, Budget, "currency"),
        (cases.save_conversation, Case, "repayment_source"),
        (save_bank_contact, BankContact, "phone"),
        (save_settings, DeskSettings, "phone"),
    ],
)
def test_a_save_asks_nothing_twice(desk, case_id, action, kind, field):
    add_account(desk, case_id)
    desk.run(save_bank_contact, BankContact("招商银行"))
    (base,) = desk.store.find(kind)
    typed = replace(base, **{field: "USD" if field == "currency" else "别的"})
    asked, connection = list[str](), desk.store._database.connection()
    connection.set_trace_callback(asked.append)
    desk.run(action, *((case_id,) if kind is Debtor else ()), typed, base)
    connection.set_trace_callback(None)
    questions = [one for one in asked[: asked.index("COMMIT")] if one.startswith("SELECT")]
    assert len(questions) == len(set(questions)) > 0
    assert desk.store.find(kind) == (typed,)
