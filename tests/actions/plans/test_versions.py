"""Plans are kept as versions; trying one keeps nothing; nobody grants in another's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.actions.signed_in import become
from tests.actions.test_cases import FREE, add_account, refused
from workstation.actions import cases
from workstation.actions.plans import versions
from workstation.casework.user import Vouched
from workstation.money import Money
from workstation.plan.version import PlanVersion


@pytest.fixture
def owed(desk):
    case_id = desk.run(cases.new_case, "甲")
    return add_account(desk, case_id)


def test_a_preview_keeps_nothing(desk, owed):
    before = cases.load_case(desk, owed.case_id)
    assert len(versions.preview(versions.opening_terms(owed, **FREE)).rows) == 60
    assert cases.load_case(desk, owed.case_id) == before


def test_terms_start_from_what_is_owed(owed):
    terms = versions.opening_terms(owed, **FREE)
    assert (terms.principal, terms.interest, terms.penalty, terms.fees) == (
        owed.principal,
        owed.interest,
        owed.penalty,
        owed.fees,
    )
    assert terms.down_payment == Money(0)


def test_versions_count_up_and_the_choice_is_separate(desk, owed):
    first = desk.run(versions.keep_plan, owed.case_id, owed.id, versions.opening_terms(owed, **FREE), "首次商谈")
    second = desk.run(versions.keep_plan, owed.case_id, owed.id, replace(first.terms, instalments=36), "")
    assert (first.version, second.version) == (1, 2)
    assert cases.load_case(desk, owed.case_id).chosen(owed.id) is None
    desk.run(versions.choose, second.id)
    desk.run(versions.choose, first.id)
    file = cases.load_case(desk, owed.case_id)
    assert file.chosen(owed.id) == first
    assert file.plans == (first, second)


def test_terms_the_calculator_refuses_are_not_kept(desk, owed):
    bad = versions.opening_terms(owed, first_due=date(2026, 12, 10), interest_from=date(2026, 11, 10), instalments=0)
    assert refused(desk.run, versions.keep_plan, owed.case_id, owed.id, bad, "")
    assert desk.store.find(PlanVersion) == ()


def test_a_plan_belongs_to_its_own_case(desk, owed):
    other = desk.run(cases.new_case, "乙")
    terms = versions.opening_terms(owed, **FREE)
    assert refused(desk.run, versions.keep_plan, other, owed.id, terms, "") == [("not_found", f"plan.{owed.id}")]


def test_decisions_are_kept_in_order(desk, owed):
    plan = desk.run(versions.keep_plan, owed.case_id, owed.id, versions.opening_terms(owed, **FREE), "")
    desk.run(versions.request_approval, plan.id)
    with desk.vouched_by(Vouched("周主管")):
        desk.run(versions.record_approval, plan.id, "supervisor", "granted", "", "同意")
    file = cases.load_case(desk, owed.case_id)
    assert [one.decision for one in file.approvals] == ["requested", "granted"]
    assert file.decision(plan.id, "supervisor").by == "周主管"


def test_the_agent_cannot_grant_for_the_supervisor(desk, owed):
    plan = desk.run(versions.keep_plan, owed.case_id, owed.id, versions.opening_terms(owed, **FREE), "")
    found = refused(desk.run, versions.record_approval, plan.id, "supervisor", "granted", "周主管")
    assert found == [("supervisor_elsewhere", "approval.by")]
    found = refused(desk.run, versions.record_approval, plan.id, "bank", "granted", desk.agent)
    assert found == [("approval_by_agent", "approval.by")]
    become(desk, "agent")
    found = refused(desk.run, versions.record_approval, plan.id, "supervisor", "granted", desk.agent)
    assert found == [("role_supervisor", "person.roles")]
    found = refused(desk.run, versions.record_approval, plan.id, "bank", "granted", " ")
    assert found == [("required_field", "approval.by")]
    assert cases.load_case(desk, owed.case_id).approvals == ()
