"""Every edit of a case is taken back whole and done again, as entries of the log; what others stored since is never lost."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.actions.edits.hand import EVERY_EDIT, MORE, PLACE, WAGE
from tests.builders import BANK, account
from workstation.actions import cases
from workstation.actions.evidence import items, masks
from workstation.actions.evidence.items import ItemFacts
from workstation.actions.papers.entries import save_entries
from workstation.actions.plans import claims, lender_tables, versions
from workstation.casework.income.necessary_living import AMOUNT as LIVING_AMOUNT
from workstation.casework.income.necessary_living import SOURCE as LIVING_SOURCE
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.budget import Budget
from workstation.profile.debtor import Address


@pytest.fixture
def proof(hand, tmp_path):
    """A file on the checklist."""
    requirement = hand.file.checklist[0].requirement.code
    path = tmp_path / "证明.csv"
    path.write_text("日期,金额,说明\n2026-01-01,1.00,甲\n2026-01-02,2.00,乙\n", "utf-8")
    return items.add_file(hand.desk, hand.case_id, requirement, path)


@pytest.mark.parametrize(("action", "prepared"), EVERY_EDIT.values(), ids=EVERY_EDIT)
def test_each_edit_is_taken_back_and_done_again_and_again(hand, action, prepared) -> None:
    edit = prepared(hand)
    before = hand.state
    made = edit()
    assert made is not None and made.action == action
    after = hand.state
    assert after != before
    for _ in range(2):
        hand.back(made)
        assert hand.state == before
        hand.again(made)
        assert hand.state == after
    entries = [entry.action for entry in hand.desk.store.ledger.entries()][-3:]
    assert entries == ["undo.do_again", "undo.take_back", "undo.do_again"]


def test_many_edits_are_walked_back_to_the_beginning(hand) -> None:
    chance = random.Random(3)
    states = [hand.file]
    for step in range(20):
        kind = chance.randrange(3)
        if kind == 0:
            hand.debtor(email=f"{step}@example.cn")
        elif kind == 1:
            hand.budget(replace(WAGE, amount=Money(step + 1)))
        else:
            stored = next(one for one in hand.file.accounts)
            hand.run(cases.save_account, replace(stored, fees=Money(step + 1)), stored)
        states.append(hand.file)
    for made, before in zip(reversed(hand.edits), reversed(states[:-1]), strict=True):
        hand.back(made)
        assert hand.file == before
    for made, after in zip(hand.edits, states[1:], strict=True):
        hand.again(made)
        assert hand.file == after


def test_what_somebody_else_stored_in_another_field_stays(hand) -> None:
    made = hand.debtor(email="a@example.cn")
    hand.desk.run(cases.save_debtor, hand.case_id, replace(hand.file.debtor, employer="铁路局"), hand.file.debtor)
    hand.back(made)
    assert (hand.file.debtor.email, hand.file.debtor.employer) == ("", "铁路局")


def refused(action) -> list[str]:
    with pytest.raises(Refused) as refusal:
        action()
    return [one.code for one in refusal.value.findings]


def test_what_somebody_else_changed_in_the_same_field_stays_and_is_told(hand) -> None:
    made = hand.debtor(email="a@example.cn")
    hand.desk.run(cases.save_debtor, hand.case_id, replace(hand.file.debtor, email="b@example.cn"), hand.file.debtor)
    assert refused(lambda: hand.back(made)) == ["edit_overtaken"]
    assert hand.file.debtor.email == "b@example.cn"


def test_an_account_that_was_changed_or_planned_for_is_not_removed_by_undo(hand) -> None:
    made = hand.run(cases.save_account, account(id=new_id(), case_id=hand.case_id, number="99"))
    added = hand.file.accounts[-1]
    hand.desk.run(cases.save_account, replace(added, fees=Money(5)), added)
    assert refused(lambda: hand.back(made)) == ["edit_gone"]
    hand.desk.run(cases.save_account, added, replace(added, fees=Money(5)))
    from tests.builders import terms

    hand.desk.run(versions.keep_plan, hand.case_id, added.id, terms(added), "")
    assert refused(lambda: hand.back(made)) == ["account_has_plans"]
    assert len(hand.file.accounts) == 2


def test_an_account_that_is_there_again_is_not_put_back_twice(hand) -> None:
    made = hand.run(cases.remove_account, hand.account.id, hand.account)
    hand.desk.run(cases.save_account, hand.account)
    assert refused(lambda: hand.back(made)) == ["edit_gone"]


class TestProofs:
    def facts(self, hand, proof, **changes):
        item = hand.desk.store.get(EvidenceItem, proof.id)
        given = {name: getattr(item, name) for name in ItemFacts.__dataclass_fields__}
        return hand.run(items.change_facts, proof.id, ItemFacts(**given | changes), item)

    def check(self, hand, proof):
        line = next(one for one in hand.file.checklist if one.requirement.code == proof.requirement)
        check = (line.requirement.checks or ("original_seen",))[0]
        return hand.desk.run(items.verify, proof.id, check, "passed", "看过原件")

    def test_a_removed_file_comes_back(self, hand, proof) -> None:
        made = hand.run(items.withdraw, proof.id)
        assert hand.says(made) == "Evidence 证明.csv is back"
        hand.back(made)
        assert not hand.desk.store.get(EvidenceItem, proof.id).withdrawn
        hand.again(made)
        assert hand.desk.store.get(EvidenceItem, proof.id).withdrawn

    def test_checks_that_an_edit_of_facts_made_void_count_again(self, hand, proof) -> None:
        self.check(hand, proof)
        before = hand.file
        made = self.facts(hand, proof, issuer="第一医院")
        assert hand.desk.store.find(Verification) == ()
        hand.back(made)
        assert hand.file == before
        hand.again(made)
        assert hand.desk.store.find(Verification) == ()

    def test_a_check_made_since_is_never_lost(self, hand, proof) -> None:
        made = self.facts(hand, proof, issuer="第一医院")
        self.check(hand, proof)
        assert refused(lambda: hand.back(made)) == ["edit_checked"]
        assert len(hand.desk.store.find(Verification)) == 1


class TestSomebodyElse:
    """What others stored since is never written over by a key."""

    def both(self, hand, made) -> None:
        before = hand.state
        assert refused(lambda: hand.back(made)) == ["edit_gone"]
        assert hand.state == before

    def test_an_entry_more_of_a_claim_stays(self, hand) -> None:
        made = EVERY_EDIT["claim"][1](hand)()
        hand.desk.run(claims.keep_claim, hand.account.id, MORE, hand.file.claim_sheets[0])
        self.both(hand, made)

    def test_an_item_more_of_the_costs_stays(self, hand) -> None:
        made = EVERY_EDIT["costs"][1](hand)()
        hand.desk.run(lender_tables.keep_table, hand.table(), hand.file.lender_tables[0])
        self.both(hand, made)

    def test_costs_that_are_there_again_are_not_put_back(self, hand) -> None:
        made = EVERY_EDIT["costs dropped"][1](hand)()
        hand.desk.run(lender_tables.keep_table, hand.table())
        self.both(hand, made)

    def test_words_said_anew_stay(self, hand) -> None:
        made = EVERY_EDIT["words"][1](hand)()
        hand.desk.run(save_entries, hand.case_id, BANK, "answer", {"court": "丙法院"})
        self.both(hand, made)

    def test_other_rectangles_stay_and_nothing_that_was_covered_is_seen(self, hand) -> None:
        made = EVERY_EDIT["masks"][1](hand)()
        (item,) = hand.file.items
        hand.desk.run(masks.save_number_masks, item.id, (PLACE, replace(PLACE, page=1)), item)
        self.both(hand, made)

    def test_a_fact_that_was_withdrawn_already_is_not_withdrawn_twice(self, hand) -> None:
        made = EVERY_EDIT["fact"][1](hand)()
        hand.desk.run(claims.withdraw_fact, hand.file.facts[0].id)
        self.both(hand, made)


def taiwanese(hand):
    """The same debt in new dollars, beside the one of the mainland."""
    none = Money.zero("TWD")
    parts = dict.fromkeys(("interest", "penalty", "fees"), none)
    return account(id=new_id(), case_id=hand.case_id, number="77", currency="TWD", principal=Money(1, "TWD"), **parts)


def test_fields_that_ask_for_each_other_are_taken_back_together(hand) -> None:
    """The amount of a person's living asks for its source: neither goes, or comes, before the other."""
    hand.desk.run(cases.save_account, taiwanese(hand))
    hand.debtor(addresses=(Address("臺北市中正區重慶南路一段1號"),))
    hand.desk.run(cases.choose_pack, hand.case_id, "tw-prenegotiation")
    made = hand.run(save_entries, hand.case_id, BANK, "application", {LIVING_AMOUNT: "1500", LIVING_SOURCE: "公告"})
    assert made is not None
    hand.back(made)
    assert hand.file.said("application", BANK) == {}
    hand.again(made)
    assert hand.file.said("application", BANK) == {LIVING_AMOUNT: "1500", LIVING_SOURCE: "公告"}


def test_steps_of_one_field_in_a_row_are_one(hand) -> None:
    first, second = hand.debtor(email="a@b.cn"), hand.debtor(email="ab@b.cn")
    joined = first.joined(second)
    assert joined is not None
    hand.back(joined)
    assert hand.file.debtor.email == ""
    assert first.joined(hand.debtor(employer="x")) is None


def test_an_action_that_judges_is_no_edit(hand) -> None:
    from workstation.conversation.contact import ContactEntry
    from workstation.profile.case import Stage

    entry = ContactEntry(new_id(), hand.case_id, hand.desk.clock.now(), "林协商", note="谈过")
    assert hand.run(cases.log_contact, entry) is None
    assert hand.run(cases.new_case, "王五") is None
    assert hand.file.case.stage is Stage.UNDERSTAND
    assert hand.run(cases.save_budget, Budget(hand.case_id)) is None
