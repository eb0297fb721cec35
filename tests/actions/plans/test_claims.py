"""What is gathered for a claim is kept, read off statements, and merged with what others kept meanwhile."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.actions.test_cases import refused
from tests.builders import account
from tests.casework.claims.test_claims import QUESTION
from workstation.actions import cases
from workstation.actions.plans import claims
from workstation.casework.claims.check import check_claim
from workstation.errors import Refused
from workstation.evidence.statements.transactions import Transaction
from workstation.money import Money
from workstation.plan.rebuilt.claim_sheet import ClaimSheet


@pytest.fixture
def card(desk) -> Any:
    case_id = desk.run(cases.new_case, "王五")
    one = account(case_id=case_id, as_of=None)
    desk.run(cases.save_account, one)
    return one


def test_what_two_people_gathered_is_asked_about(desk, card):
    first = desk.run(claims.keep_claim, card.id, QUESTION)
    other = {**QUESTION, "since": "2025-01-09"} | {
        "terms": {**QUESTION["terms"], "rates": [{"from": "2025-01-01", "rate": "0.1"}]}
    }
    desk.run(claims.keep_claim, card.id, other, first)
    assert (
        refused(claims.keep_claim, desk, card.id, {**QUESTION, "opening": {"principal": "1"}}, first)[0][0]
        == "save_conflict"
    )
    assert json.loads(desk.store.get(ClaimSheet, card.id).question)["since"] == "2025-01-09"


def transaction(row: int, minor: int, counterparty: str, text: str = "", currency: str = "CNY") -> Transaction:
    return Transaction(row, date(2025, 2, row), Money(minor, currency), "other", counterparty=counterparty, text=text)  # type: ignore[arg-type]


def test_payments_to_the_bank_are_proposed_from_a_statement(card):
    rows = (
        transaction(1, -10_000, "招商银行股份有限公司"),
        transaction(2, -20_000, "", "招行信用卡还款 招商银行"),
        transaction(3, 30_000, "招商银行"),  # came from the bank
        transaction(4, -40_000, "平安银行"),
        transaction(5, -50_000, "招商银行", currency="USD"),
    )
    read: Any = SimpleNamespace(statement=SimpleNamespace(transactions=rows))
    assert claims.payments_in_statement(read, card) == (
        {"on": "2025-02-01", "amount": "100.00"}, {"on": "2025-02-02", "amount": "200.00"},
    )  # fmt: skip


def test_two_payments_alike_are_two_and_none_is_added_twice():
    one = {"on": "2025-02-01", "amount": "100.00"}
    assert claims.added({"payments": [one]}, (one, one))["payments"] == [one, one]
    assert claims.added({"payments": [one, one]}, (one,))["payments"] == [one, one]


def test_what_a_guarantor_paid_is_no_longer_claimed_by_the_bank(desk, card):
    desk.run(claims.add_fact, card.id, "guarantor_paid", date(2025, 1, 15), Money(400_000), "某担保公司", "代偿凭证")
    file = cases.load_case(desk, card.case_id)
    found = check_claim(file, card, {**QUESTION, "claims": [{"on": "2025-01-20", "principal": "10000.00"}]})
    assert found.first is not None and found.first.most == Money(600_000)


@pytest.mark.parametrize(
    ("kind", "said", "wrong"),
    [
        ("received", {"amount": Money(5_200_000), "agreed": Money(5_000_000)}, ["received_over_agreed"]),
        ("demanded", {"amount": Money(100)}, ["fact_says_not"]),
        ("mortgaged", {"party": "房屋", "agreed": Money(100)}, ["fact_says_not"]),
        ("mortgaged", {}, ["required_field"]),
        ("guaranteed", {"party": " "}, ["required_field"]),
        ("released", {"amount": Money(100)}, ["fact_says_not"]),
        ("vehicle_pledged", {"party": "粤A12345", "amount": Money(0)}, ["amount_not_positive"]),
        ("sued", {"party": "某公司", "agreed": Money(100)}, ["fact_says_not", "fact_says_not"]),
        ("assigned", {"party": "某公司", "amount": Money(100)}, ["fact_says_not"]),
        ("guarantor_paid", {"party": "某公司", "amount": Money(100), "agreed": Money(200)}, ["fact_says_not"]),
    ],
)
def test_what_a_fact_does_not_say_is_refused_and_not_dropped(desk, card, kind, said, wrong):
    with pytest.raises(Refused) as refused:
        desk.run(claims.add_fact, card.id, kind, date(2025, 1, 15), **said)
    assert [one.code for one in refused.value.findings] == wrong
    assert cases.load_case(desk, card.case_id).facts == ()
