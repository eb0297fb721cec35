"""What terms answer of themselves: one list of methods, one way to a month, one balance they speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import account, case_file, terms
from workstation.money import Money
from workstation.plan.schedule.terms import METHODS, Every
from workstation.policy import rules


def test_packs_know_the_methods_of_the_calculator() -> None:
    assert rules.METHODS == METHODS


@pytest.mark.parametrize(
    ("every", "monthly"), [(Every(), 1_000), (Every(3), 334), (Every(0, 14), 2_143), (Every(0, 30), 1_000)]
)
def test_a_payment_a_month_is_never_made_lighter(every: Every, monthly: int) -> None:
    assert every.monthly(Money(1_000)) == Money(monthly)


@pytest.mark.parametrize("part", ["principal", "interest", "penalty", "fees"])
def test_terms_are_of_a_balance_while_each_component_stands(part: str) -> None:
    card = account()
    changed: dict[str, Any] = {part: Money(1)}
    assert terms(card).components == card.components
    assert terms(card).components != replace(card, **changed).components


def test_an_account_is_found_by_its_id() -> None:
    file = case_file(accounts=(account(), account(id="a2")))
    assert file.account("a2") is file.accounts[1]
    with pytest.raises(KeyError):
        file.account("a3")
