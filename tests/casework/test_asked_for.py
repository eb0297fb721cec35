"""What a bank is asked for follows its plans; where the conversation says otherwise, both places are named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import BANK, NOW, account, case_file, plan, terms
from workstation.casework.asked_for import request_findings, requested
from workstation.casework.gates import final_packet_findings
from workstation.money import Money
from workstation.plan.version import PlanChoice
from workstation.rates import Rate

AT_A_RATE = {"method": "equal_instalment", "rate": Rate(Decimal("0.0475"))}


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
