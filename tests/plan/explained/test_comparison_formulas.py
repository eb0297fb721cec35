"""Every figure of a comparison comes out of its own formula again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.builders import TODAY, terms
from workstation.money import Money
from workstation.plan.debt.comparison import Compared, compare
from workstation.plan.debt.waiting import WaitingTerms
from workstation.plan.explained.comparison_formulas import of_payment, of_saved, of_total, of_waiting
from workstation.rates import Rate

CASES: dict[str, dict[str, Any]] = {
    "interest-free": {},
    "equal instalments": {"method": "equal_instalment", "rate": Rate(Decimal("0.18")), "instalments": 24},
    "charges up front and in the plan": {"treat_interest": "up_front", "treat_fees": "in_plan"},
    "down payment": {"down_payment": Money(5_000_00), "treat_interest": "first_instalment"},
}


def compared(changes: dict[str, Any], growth: WaitingTerms | None) -> Compared:
    return compare([terms(interest_from=TODAY, **changes)], growth, Money(1204_00), TODAY).plans[0]


@pytest.mark.parametrize("changes", CASES.values(), ids=CASES)
def test_total_payment_and_saving_are_worked_out_again(changes) -> None:
    plan = compared(changes, WaitingTerms(Decimal("0.0005")))
    for formula in (of_total(plan), of_saved(plan), of_payment(plan)):
        assert formula is not None
        assert formula.worked_out() == formula.amount
    assert of_total(plan).amount == plan.total


def test_no_saving_is_claimed_when_nobody_knows_how_the_debt_grows() -> None:
    assert of_saved(compared({}, None)) is None


def test_every_point_of_doing_nothing_is_worked_out_again() -> None:
    found = compare([terms(interest_from=TODAY)], WaitingTerms(Decimal("0.0005")), Money(1204_00), TODAY).waiting
    assert found is not None
    for point in found.points:
        formula = of_waiting(found, point)
        assert formula.worked_out() == formula.amount == point.owed.total
