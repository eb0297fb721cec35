"""What step and custom plans start from: amounts that can be planned at once, whatever plan stood before."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.plan.plans import annual, plan
from tests.plan.random_terms import random_terms
from workstation.errors import Refused
from workstation.money import Money, Rounding
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.starting import completed, first_steps, own_rows
from workstation.plan.schedule.terms import FixedPayment, Step


def test_the_first_half_pays_half_in_whole_tens() -> None:
    """833.34 a month over 60 rows: 420.00, then what is left."""
    assert first_steps(plan(instalments=60, rate=annual("0")).terms) == (Step(1, Money(420_00)), Step(31, None))


def test_a_first_step_covers_what_a_row_owes_beside_principal() -> None:
    made = plan(instalments=60)  # 1.5 % a month of 50,000.00 is 750.00, more than half of 1,269.67
    least = first_steps(made.terms)[0].amount
    assert least is not None
    assert Money(750_00) <= least <= Money(760_00)
    assert schedule(replace(made.terms, method="step", steps=first_steps(made.terms))).rows[-1].closing == Money(0)


def test_one_row_has_one_step() -> None:
    assert first_steps(plan(instalments=1).terms) == (Step(1, None),)


@pytest.mark.parametrize("method", ["equal_instalment", "equal_principal"])
def test_custom_rows_are_the_same_plan_at_first(method) -> None:
    made = plan(instalments=24, method=method)
    custom = schedule(replace(made.terms, method="custom", fixed=own_rows(made.terms, method)))
    assert custom.rows == made.rows


@pytest.mark.parametrize("given", [(), (1,), (1, 5), (2, 3, 11)])
def test_rows_without_an_amount_share_the_rest_evenly(given) -> None:
    made = plan(instalments=12, method="interest_free")
    fixed = tuple(FixedPayment(no, Money(1000_00)) for no in given)
    full = completed(replace(made.terms, method="custom", fixed=fixed))
    assert [one.no for one in full] == list(range(1, 12))
    others = {one.amount.minor for one in full if one.no not in given}
    assert all(one.amount == Money(1000_00) for one in full if one.no in given)
    assert max(others) - min(others) <= 1


def test_steps_can_be_planned_at_once_for_debts_of_any_size() -> None:
    tried = 0
    for seed in range(120):
        given = random_terms(random.Random(seed))
        level = given.method in ("equal_instalment", "equal_principal", "interest_free") and not given.grace_principal
        if not level or given.principal < Money(200_00 * (given.instalments or 1)):
            continue
        terms = replace(given, skip_months=(), steps=(), fixed=(), affordable=None, rounding=Rounding())
        try:
            steps = first_steps(terms)
        except Refused:
            continue  # no even payment either
        schedule(replace(terms, method="step", steps=steps))
        tried += 1
    assert tried > 5
