"""Plans beside doing nothing: what is paid, what is saved at each horizon, and curves that end at nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.plans import rounding, terms, yuan
from tests.plan.random_terms import random_terms
from workstation.errors import Refused
from workstation.money import Money, total
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.comparison import Comparison, compare
from workstation.plan.debt.waiting import WaitingTerms, waiting
from workstation.plan.schedule.terms import Every

TODAY = date(2026, 11, 10)
GROWTH = WaitingTerms(Decimal("0.0005"))
FREE = terms(
    method="interest_free", interest="8142.10", penalty="894.35", treat_penalty="waive", treat_interest="waive",
    rounding=rounding("0.01", "up"),
)  # fmt: skip


def side_by_side(*plans, growth=GROWTH, surplus="1204") -> Comparison:
    return compare(plans or (FREE,), growth, yuan(surplus), TODAY)


def refused(*plans) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refusal:
        side_by_side(*plans)
    return [(finding.code, finding.subject) for finding in refusal.value.findings]


def test_what_each_plan_asks():
    loan = replace(FREE, method="equal_instalment", instalments=36)
    free, cost = side_by_side(FREE, loan).plans
    assert (free.payment, free.total, free.cost) == (yuan("833.34"), yuan("50000"), yuan("0"))
    assert (free.share, free.last_due) == (Fraction(83334, 120400), date(2031, 11, 10))
    assert cost.total == total([row.payment for row in cost.schedule.rows])
    assert cost.cost == cost.schedule.totals.interest
    assert cost.true_rate == cost.schedule.true_rate


@pytest.mark.parametrize(
    ("every", "monthly"),
    [
        (Every(1), "10.01"),
        (Every(3), "3.34"),  # 10.01 a quarter: 3.3366… a month, never told as less
        (Every(12), "0.84"),
        (Every(0, 14), "21.45"),  # every fortnight: 10.01 × 30 ÷ 14
        (Every(0, 30), "10.01"),
    ],
)
def test_a_payment_as_an_amount_a_month_is_rounded_up(every, monthly):
    quarterly = terms(principal="20.02", method="interest_free", instalments=2, every=every)
    (found,) = side_by_side(quarterly).plans
    assert (found.payment.text(), found.monthly.text()) == ("10.01", monthly)


def test_horizons_are_days_a_year_and_the_end_of_the_plan():
    (plan,) = side_by_side().plans
    assert [(one.days, one.months) for one in plan.saved] == [(30, 0), (60, 0), (90, 0), (180, 0), (0, 12), (0, 0)]
    assert plan.saved[-1].on == plan.last_due


def test_what_is_saved_is_what_waiting_owes_less_what_the_plan_takes():
    (plan,) = side_by_side().plans
    owed = Balances(FREE.principal, FREE.interest, FREE.penalty, FREE.fees)
    for one in plan.saved:
        (point,) = waiting(owed, Money(0), TODAY, (one.on,), GROWTH)
        assert (one.waited, one.spent) == (point.owed.total, yuan("50000"))
        assert one.amount == point.owed.total - yuan("50000")
    assert plan.saved[0].amount > yuan("9000")


def test_interest_counts_as_it_is_earned():
    loan = terms(instalments=12, interest_from=TODAY)
    (plan,) = side_by_side(loan).plans
    first = plan.schedule.rows[0]
    at_first = plan.saved[0]
    assert (at_first.on, first.due_on) == (date(2026, 12, 10), date(2026, 12, 10))
    assert at_first.spent == yuan("50000") + first.interest
    assert plan.saved[-1].spent == plan.total


def test_waiting_has_a_point_for_each_horizon_and_a_curve_beyond_every_end():
    found = side_by_side(FREE, replace(FREE, instalments=12))
    assert [(one.days, one.months) for one in found.waiting.points] == [
        (0, 0),
        (30, 0),
        (60, 0),
        (90, 0),
        (180, 0),
        (0, 12),
    ]
    days = [day for day, _ in found.waiting.curve]
    amounts = [owed for _, owed in found.waiting.curve]
    assert (days[0], amounts[0]) == (0, (FREE.principal + FREE.interest + FREE.penalty).minor)
    assert days[-1] >= (found.plans[0].last_due - TODAY).days
    assert amounts == sorted(amounts)


def test_without_a_rate_nobody_says_what_waiting_costs():
    found = side_by_side(growth=None)
    assert found.waiting is None
    assert found.plans[0].saved == ()
    assert found.plans[0].payment == yuan("833.34")


@pytest.mark.parametrize(
    ("changes", "surplus", "share"),
    [
        ({}, "0", None), ({}, "-5", None), ({"method": "lump_sum", "instalments": 1}, "1204", None),
        ({"instalments": 50}, "2000", Fraction(1, 2)), ({"instalments": 50, "every": Every(2)}, "2000", Fraction(1, 4)),
        ({"instalments": 50, "every": Every(0, 15)}, "2000", Fraction(1)),
    ],
)  # fmt: skip
def test_share_of_the_surplus(changes, surplus, share):
    assert side_by_side(replace(FREE, **changes), surplus=surplus).plans[0].share == share


def test_more_than_four_other_balances_and_refused_terms():
    assert refused(*[FREE] * 5) == [("comparison_count", "option")]
    assert refused(FREE, replace(FREE, principal=yuan("1"))) == [("comparison_debts", "option")]
    assert refused(FREE, replace(FREE, instalments=0)) == [("number_range", "option.2.instalments")]


@given(st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_every_curve_ends_at_nothing_and_every_plan_is_paid_in_full(seed):
    asked = random_terms(Random(seed))
    try:
        found = compare((asked,), GROWTH, yuan("1000"), asked.interest_from)
    except Refused:
        return
    (plan,) = found.plans
    assert plan.curve[-1] == ((plan.last_due - asked.interest_from).days, 0)
    assert plan.saved[-1].spent == plan.total
    assert all(isinstance(number, int) for point in plan.curve for number in point)
    assert plan.saved[-1].amount == plan.saved[-1].waited - plan.total
