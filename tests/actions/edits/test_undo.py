"""Every edit of a case is taken back whole and done again, as entries of the log; what others stored since is never lost."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from tests.builders import account
from workstation.actions import cases
from workstation.actions.edits.edit import Edit, edit_of
from workstation.actions.edits.told import told
from workstation.actions.edits.undo import do_again, take_back
from workstation.actions.evidence import items
from workstation.actions.evidence.items import ItemFacts
from workstation.actions.plans import versions
from workstation.errors import Refused
from workstation.event_log import name_of
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.debtor import Contact, Phone
from workstation.profile.statement import StatementLine
from workstation.store.changes import Changes
from workstation.wording import Wording


class Hand:
    """Works at one case and remembers the edits."""

    def __init__(self, desk) -> None:
        self.desk = desk
        self.edits: list[Edit] = []
        self.case_id = desk.run(cases.new_case, "张三")
        self.account = account(id=new_id(), case_id=self.case_id)
        desk.run(cases.save_account, self.account)

    @property
    def file(self):
        return cases.load_case(self.desk, self.case_id)

    def run(self, action, *arguments) -> Edit | None:
        heard: list[Changes] = []
        self.desk.listeners.append(heard.append)
        try:
            self.desk.run(action, *arguments)
        finally:
            self.desk.listeners.remove(heard.append)
        made = edit_of(name_of(action), heard[0]) if heard else None
        if made is not None:
            self.edits.append(made)
        return made

    def debtor(self, **changes):
        return self.run(cases.save_debtor, self.case_id, replace(self.file.debtor, **changes), self.file.debtor)

    def budget(self, *lines):
        return self.run(cases.save_budget, replace(self.file.budget, lines=lines), self.file.budget)

    def back(self, edit):
        self.desk.run(take_back, edit, self.case_id)

    def again(self, edit):
        self.desk.run(do_again, edit, self.case_id)

    def says(self, edit, *, back=True, hidden=False, language="en"):
        return told(edit, Wording(language), lambda field, code: "", back=back, hidden=hidden)


@pytest.fixture
def hand(desk) -> Hand:
    return Hand(desk)


@pytest.fixture
def proof(hand, tmp_path):
    """A file on the checklist."""
    requirement = hand.file.checklist[0].requirement.code
    path = tmp_path / "证明.csv"
    path.write_text("日期,金额,说明\n2026-01-01,1.00,甲\n2026-01-02,2.00,乙\n", "utf-8")
    return items.add_file(hand.desk, hand.case_id, requirement, path)


WAGE = BudgetLine("income", "wage", Money(500000))


def edits(hand: Hand):
    """One edit of every kind."""
    yield lambda: hand.debtor(email="a@example.cn", children=2)
    yield lambda: hand.debtor(contacts=(Contact("李四", "spouse", "13800000000"),))
    yield lambda: hand.debtor(phones=(Phone("13900000000", "mobile"),))
    yield lambda: hand.run(cases.save_account, replace(hand.account, principal=Money(100)), hand.account)
    yield lambda: hand.run(cases.save_account, account(id=new_id(), case_id=hand.case_id, number="99"))
    yield lambda: hand.run(cases.remove_account, hand.account.id, hand.account)
    yield lambda: hand.budget(WAGE)
    yield lambda: hand.run(
        cases.save_statement,
        replace(hand.file.statement, lines=(StatementLine("vehicle", "车", Money(100)),)),
        hand.file.statement,
    )
    yield lambda: hand.run(
        cases.save_conversation,
        replace(hand.file.case, reason="illness", reason_from=date(2026, 1, 1), requests=("waive_interest",)),
        hand.file.case,
    )


@pytest.mark.parametrize("number", range(9))
def test_each_edit_is_taken_back_and_done_again(hand, number) -> None:
    before = hand.file
    made = list(edits(hand))[number]()
    assert made is not None
    after = hand.file
    assert after != before
    hand.back(made)
    assert hand.file == before
    hand.again(made)
    assert hand.file == after
    entries = [entry.action for entry in hand.desk.store.ledger.entries()][-3:]
    assert entries == [made.action, "undo.take_back", "undo.do_again"]


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


class TestTold:
    def test_a_line_of_the_budget_by_its_name_and_amounts(self, hand) -> None:
        hand.budget(WAGE)
        made = hand.budget(replace(WAGE, amount=Money(480000)))
        assert hand.says(made) == f"{Wording('en').text('category.income.wage')} 4,800.00 → 5,000.00"
        assert hand.says(made, back=False).endswith("5,000.00 → 4,800.00")

    def test_fields_by_name_codes_in_words_and_no_more_than_three(self, hand) -> None:
        made = hand.debtor(marital="married", children=1, position="司机", employer="铁路局")
        assert hand.says(made) == "Marital status Married → —; Children 1 → —; Employer 铁路局 → —; and 1 more"

    def test_people_who_came_or_went(self, hand) -> None:
        made = hand.debtor(contacts=(Contact("李四", "spouse", "13800000000"),))
        assert hand.says(made) == "Contacts − 李四"
        assert hand.says(made, back=False, language="zh-Hans").endswith("+ 李四")

    def test_nothing_private_is_told_while_it_is_hidden(self, hand) -> None:
        secrets = {
            "name": "欧阳绝密", "resident_id": "11010519491231002X", "email": "x@y.cn", "employer": "绝密厂", "position": "绝密",
            "contacts": (Contact("李绝密", "spouse", "13811112222"),), "phones": (Phone("13911112222", "mobile"),),
        }  # fmt: skip
        made = [hand.debtor(**{key: value}) for key, value in secrets.items()]
        made.append(hand.run(cases.save_account, account(id=new_id(), case_id=hand.case_id, number="6222889977")))
        said = " ".join(hand.says(one, back=back, hidden=True) for one in made for back in (True, False))
        assert not any(part in said for part in ("绝密", "139", "138", "1101", "9977", "x@y"))


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
