"""One case merged into an open desk: entry by entry, with conflicts where both sides changed the same field."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.actions.transfer.two_desks import CASE, content, empty_desk, full_desk
from tests.builders import NOW, terms
from workstation.actions.transfer.merging import merge, plan_merge
from workstation.conversation.contact import ContactEntry
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.money import Money
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

OTHER = Account("a9", CASE, "农业银行", "6228480000001111", principal=Money(1))


@pytest.fixture
def desks(tmp_path):
    """Two desks that hold the same case, and its state when it left the first."""
    with full_desk(tmp_path / "a") as here, empty_desk(tmp_path / "b") as there:
        left = content(here)
        there.vault.holds = here.vault.holds = lambda content_hash: True  # type: ignore[method-assign]
        there.run(merge, left, plan_merge(there, left))
        yield here, there, left


def come_back(here, there, left, *chosen):
    """Merge the case of ``there`` into ``here``; answers the plan and what was done."""
    incoming = content(there)
    plan = plan_merge(here, incoming, (left,))
    return plan, here.run(merge, incoming, plan, chosen, (left,))


def names(changes):
    return [f"{change.ref[0]}.{change.field}" for change in changes]


def test_a_case_arrives_as_it_left(desks):
    here, there, left = desks
    assert content(there) == left
    assert there.store.get(Case, CASE) == here.store.get(Case, CASE)


def test_the_same_case_again_changes_nothing(desks):
    _, there, left = desks
    plan = plan_merge(there, left)
    assert plan.does_nothing and not plan.new and plan.equal == len(left.entries)
    done = there.run(merge, left, plan)
    assert (done.added, done.changed, done.removed) == (0, 0, 0)
    assert content(there) == left


def test_a_field_changed_there_only_is_taken_and_one_changed_here_only_kept(desks):
    here, there, left = desks
    there.store.save(replace(there.store.get(Debtor, "d1"), employer="某厂"))
    here.store.save(replace(here.store.get(Debtor, "d1"), email="new@example.cn"))
    plan, _ = come_back(here, there, left)
    assert names(plan.changed) == ["debtor.employer"] and names(plan.kept) == ["debtor.email"] and not plan.conflicts
    assert here.store.get(Debtor, "d1").employer == "某厂"
    assert here.store.get(Debtor, "d1").email == "new@example.cn"


@pytest.mark.parametrize(("chosen", "kept"), [((), "张三厂"), (("debtor/d1/employer",), "李四厂")])
def test_a_field_changed_on_both_sides_is_decided_by_a_person(desks, chosen, kept):
    here, there, left = desks
    here.store.save(replace(here.store.get(Debtor, "d1"), employer="张三厂"))
    there.store.save(replace(there.store.get(Debtor, "d1"), employer="李四厂"))
    plan, _ = come_back(here, there, left, *chosen)
    (conflict,) = plan.conflicts
    assert (conflict.mine, conflict.theirs, conflict.was) == ("张三厂", "李四厂", "")
    assert here.store.get(Debtor, "d1").employer == kept


def test_without_a_common_state_every_difference_is_a_conflict(desks):
    here, there, _ = desks
    there.store.save(replace(there.store.get(Debtor, "d1"), employer="某厂"))
    plan = plan_merge(here, content(there))
    assert names(plan.conflicts) == ["debtor.employer"] and not plan.changed


def test_entries_of_both_sides_are_kept_in_the_order_of_their_time(desks):
    here, there, left = desks
    for minutes, desk, note in ((10, here, "甲一"), (20, there, "乙一"), (30, here, "甲二"), (5, there, "乙〇")):
        at = NOW + timedelta(minutes=minutes)
        desk.store.add(ContactEntry(f"n{minutes}", CASE, at, "某人", note=note))
    come_back(here, there, left)
    # 乙〇 was written down after 乙一: a side keeps its own order, whatever its clock said.
    assert [one.note for one in here.store.find(ContactEntry)][1:] == ["甲一", "乙一", "乙〇", "甲二"]


def test_the_later_of_two_choices_counts_and_both_are_told_of(desks):
    here, there, left = desks
    there.store.add(PlanChoice("h-there", CASE, "a1", "p1", NOW + timedelta(minutes=1), "乙"))
    here.store.add(PlanChoice("h-here", CASE, "a1", "p1", NOW + timedelta(minutes=2), "甲"))
    plan, _ = come_back(here, there, left)
    assert [notice.code for notice in plan.notices] == ["transfer_both_decided"]
    assert here.store.find(PlanChoice)[-1].id == "h-here"


def test_what_was_removed_there_goes_unless_it_was_changed_here(desks):
    here, there, left = desks
    for desk in desks[:2]:
        desk.store.add(OTHER)
    left = content(here)
    there.store.delete(Account, "a9")
    plan, _ = come_back(here, there, left)
    assert [entry.key for entry in plan.removed] == ["a9"] and not here.store.find(Account, id="a9")
    here.store.add(replace(OTHER, bank="建设银行"))
    plan, _ = come_back(here, there, left)
    assert [conflict.name for conflict in plan.conflicts] == ["account/a9"] and here.store.find(Account, id="a9")
    come_back(here, there, left, "account/a9")
    assert not here.store.find(Account, id="a9")


def test_what_was_removed_here_stays_so_unless_something_there_rests_on_it(desks):
    here, there, left = desks
    for desk in desks[:2]:
        desk.store.add(OTHER)
    left = content(here)
    here.store.delete(Account, "a9")
    plan, _ = come_back(here, there, left)
    assert [entry.key for entry in plan.gone] == ["a9"] and not here.store.find(Account, id="a9")
    there.store.add(PlanVersion("p9", CASE, "a9", 1, terms(), NOW, "乙"))
    plan, _ = come_back(here, there, left)
    assert [notice.code for notice in plan.notices] == ["transfer_brought_back"]
    assert here.store.get(Account, "a9") == OTHER and here.store.get(PlanVersion, "p9")


def test_two_plans_of_one_number_are_both_kept(desks):
    here, there, left = desks
    here.store.add(PlanVersion("p-here", CASE, "a1", 2, terms(), NOW, "甲"))
    there.store.add(PlanVersion("p-there", CASE, "a1", 2, terms(), NOW, "乙"))
    there.store.add(PlanVersion("p-more", CASE, "a1", 3, terms(), NOW, "乙"))
    plan, _ = come_back(here, there, left)
    assert [(one.code, one.figures["version"], one.figures["new"]) for one in plan.notices] == [
        ("transfer_version_renumbered", "2", "3"),
        ("transfer_version_renumbered", "3", "4"),
    ]
    assert {one.id: one.version for one in here.store.find(PlanVersion)} == {
        "p1": 1, "p-here": 2, "p-there": 3, "p-more": 4,
    }  # fmt: skip
    back = content(here)
    again = plan_merge(there, back, (content(there),))
    assert not again.conflicts and names(again.changed) == []


def test_a_check_of_facts_that_were_corrected_elsewhere_is_void(desks):
    here, there, left = desks
    here.store.save(replace(here.store.get(EvidenceItem, "i1"), document_number="B-2"))
    here.store.delete(Verification, "v1")
    there.store.add(Verification("v2", "i1", CASE, "portal", "ok", NOW, "乙"))
    plan, _ = come_back(here, there, left)
    assert [notice.code for notice in plan.notices] == ["transfer_check_void"]
    assert here.store.find(Verification) == ()


def test_a_number_in_use_is_given_anew_and_never_changed_afterwards(desks, tmp_path):
    here, _, left = desks
    with empty_desk(tmp_path / "c") as other:
        other.vault.holds = lambda content_hash: True  # type: ignore[method-assign]
        other.store.add(Debtor("d7", "另一人", "11010519491231002X"))
        other.store.add(Case("c7", "CC-2026-00417", "d7", NOW.date()))
        plan = plan_merge(other, left)
        assert [one.code for one in plan.notices] == ["transfer_number_taken", "transfer_same_person"]
        done = other.run(merge, left, plan)
        assert done.number == other.store.get(Case, CASE).number == "CC-2026-00001"
        back = content(other)
        plan = plan_merge(here, back, (left,))
        assert plan.does_nothing and [one.code for one in plan.notices] == ["transfer_number_kept"]
        here.run(merge, back, plan, (), (left,))
        assert here.store.get(Case, CASE).number == "CC-2026-00417"


def test_numbers_that_came_along_are_not_given_again(desks):
    _, there, _ = desks
    numbers = there.store.next_case_numbers("2026", 500)
    assert len(set(numbers)) == 500 and "CC-2026-00417" not in numbers and numbers[-1] == "CC-2026-00501"


def test_a_plan_that_was_overtaken_is_refused(desks):
    here, there, left = desks
    there.store.save(replace(there.store.get(Debtor, "d1"), employer="某厂"))
    plan = plan_merge(here, content(there), (left,))
    here.store.save(replace(here.store.get(Debtor, "d1"), employer="别厂"))
    with pytest.raises(Refused, match="transfer_outdated"):
        here.run(merge, content(there), plan, (), (left,))
    assert here.store.get(Debtor, "d1").employer == "别厂"


def test_a_missing_file_or_pack_and_a_foreign_entry_are_refused(desks, tmp_path):
    here, _, left = desks
    with empty_desk(tmp_path / "c") as other:
        with pytest.raises(Refused, match="file_gone"):
            other.run(merge, left, plan_merge(other, left))
        assert other.store.find(Case) == ()
        other.packs = {}
        with pytest.raises(Refused, match="transfer_pack_unknown"):
            plan_merge(other, left)
    here.store.add(replace(here.store.get(Case, CASE), id="c2", number="CC-2026-00418"))
    here.store.save(replace(here.store.get(Account, "a1"), case_id="c2"))
    with pytest.raises(Refused, match="transfer_mixed_up"):
        plan_merge(here, left)
