"""What a bank is asked for follows its plans; where the conversation says otherwise, both places are named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import BANK, NOW, TODAY, account, case_file, plan, terms
from workstation.casework.gates import final_packet_findings, missing
from workstation.casework.gating.asked_for import request_findings, requested
from workstation.casework.keeping.progress import account_progress
from workstation.money import Money
from workstation.plan.version import PlanChoice
from workstation.profile.case import Stage
from workstation.promise.authority import Approval
from workstation.promise.ending import AccountEnd
from workstation.rates import Rate

AT_A_RATE: dict[str, Any] = {"method": "equal_instalment", "rate": Rate(Decimal("0.0475"))}


def case(asked=("instalment_plan", "stop_interest", "reduction"), **changes):
    file = case_file()
    return replace(file, case=replace(file.case, requests=asked), plans=(plan(terms=terms(**changes)),))


def found(file):
    return [(one.code, one.subject) for one in request_findings(file, BANK)]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ("instalment_plan", "stop_interest", "reduction")),
        (AT_A_RATE, ("instalment_plan", "reduction")),
        ({**AT_A_RATE, "deferral_months": 3}, ("instalment_plan", "reduction", "deferral")),
        (
            {"treat_interest": "in_plan", "treat_penalty": "in_plan", "treat_fees": "in_plan"},
            ("instalment_plan", "stop_interest"),
        ),
        ({"method": "flat_fee", "period_fee": Decimal("0.005")}, ("instalment_plan", "reduction")),
        ({"method": "lump_sum", "instalments": 1}, ("reduction", "settlement")),
    ],
)
def test_requests_are_those_of_the_plan(changes, told):
    assert requested(case(**changes), BANK) == told


def test_what_no_plan_shows_is_asked_for_as_it_was_said():
    assert requested(case(asked=("stop_collection",)), BANK) == (
        "instalment_plan",
        "stop_interest",
        "stop_collection",
        "reduction",
    )
    assert requested(replace(case(asked=("stop_collection",)), plans=(), choices=()), BANK) == ("stop_collection",)


@pytest.mark.parametrize(
    ("asked", "changes", "codes"),
    [
        (("instalment_plan", "stop_interest", "reduction"), {}, []),
        (("instalment_plan", "stop_interest", "reduction"), AT_A_RATE, ["request_not_in_plan"]),
        (("instalment_plan", "reduction", "settlement"), AT_A_RATE, ["request_not_in_plan"]),
        (("instalment_plan",), {}, ["plan_beyond_requests", "plan_beyond_requests"]),
        (("instalment_plan", "reduction", "deferral"), {**AT_A_RATE, "deferral_months": 2}, []),
        (("instalment_plan", "reduction", "stop_collection"), AT_A_RATE, []),
    ],
)
def test_a_difference_closes_the_gate_and_names_the_plan(asked, changes, codes):
    file = case(asked, **changes)
    assert found(file) == [(code, "plan.a1") for code in codes]
    closed = {one.code for one in final_packet_findings(file, BANK)}
    assert set(codes) <= closed
    at_the_plan = [(one.code, one.subject) for one in missing(file, Stage.PLAN) if one.code != "cap_term"]
    assert at_the_plan == found(file)


def test_the_plan_of_an_account_that_has_ended_asks_for_nothing_more():
    file = replace(case(("instalment_plan",)), ends=(AccountEnd("e1", "c1", "a1", "settled", TODAY, NOW, "林协商"),))
    assert missing(file, Stage.PLAN) == ()


@pytest.mark.parametrize(
    ("decision", "offer", "codes"),
    [
        ("granted", "p2", []),
        ("requested", "p2", ["approval_missing", "plan_beyond_requests", "request_not_in_plan"]),
        ("granted", "", ["approval_missing", "plan_beyond_requests", "request_not_in_plan"]),
    ],
    ids=["its own and granted", "its own, not granted", "ours and granted"],
)
def test_what_a_bank_offered_and_granted_is_conceded_by_nobody_here(decision, offer, codes):
    """Asked without interest, the bank answers with a rate and waives the charges: neither needs a supervisor, nor a request."""
    file = case(("instalment_plan", "stop_interest"), treat_interest="in_plan", treat_penalty="in_plan")
    file = replace(file, plans=(plan(terms=replace(file.plans[0].terms, treat_fees="in_plan")),))
    theirs = plan(id="p2", version=2, terms=terms(**AT_A_RATE))
    answers = (
        Approval("b1", "p1", "c1", "bank", "countered", "李经理", NOW, offer=offer),
        Approval("b2", "p2", "c1", "bank", decision, "李经理", NOW),
    )
    accepted = replace(
        file,
        plans=(*file.plans, theirs),
        choices=(*file.choices, PlanChoice("ch2", "c1", "a1", "p2", NOW, "林协商")),
        approvals=answers,
    )
    assert [one.code for one in missing(accepted, Stage.PLAN)] == codes
    assert (account_progress(accepted, accepted.accounts[0]).state("approval") == "done") is (not codes)


def test_what_one_bank_gives_answers_the_request_of_the_case():
    """The person asked once; each bank is asked for what its own plan gives."""
    file = case()
    other = account(id="a2", bank="平安银行", number="4000111122223333")
    theirs = replace(plan(terms=terms(other, **AT_A_RATE)), id="p2", account_id="a2")
    both = replace(
        file,
        accounts=(*file.accounts, other),
        plans=(*file.plans, theirs),
        choices=(*file.choices, PlanChoice("x2", "c1", "a2", "p2", NOW, "林协商")),
    )
    assert found(both) == [] == [one.code for one in request_findings(both, "平安银行")]
    assert "stop_interest" in requested(both, BANK)
    assert "stop_interest" not in requested(both, "平安银行")


def test_while_an_account_waits_for_its_plan_nothing_is_missing_yet():
    file = case(**AT_A_RATE)
    waiting = replace(
        file, accounts=(*file.accounts, account(id="a2", number="4000111122223333", principal=Money(1_00)))
    )
    assert found(waiting) == []
