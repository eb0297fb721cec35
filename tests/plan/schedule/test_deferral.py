"""Interest of a deferral: it stops, or it runs on what is financed and is carried evenly by the rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.plan.plans import annual, plan, yuan
from workstation.rates import Rate

RUNS = "accrues"


@pytest.mark.parametrize(
    ("months", "interest", "carried"),
    [
        (0, "stops", "0.00"),
        (3, "stops", "0.00"),
        (12, "stops", "0.00"),
        (0, RUNS, "0.00"),
        (1, RUNS, "750.00"),  # 1.5 % of 50,000.00
        (3, RUNS, "2250.00"),
        (12, RUNS, "9000.00"),  # simple: nothing is charged on the interest of the months before
    ],
)
def test_what_the_months_of_a_deferral_cost(months, interest, carried):
    found = plan(deferral_months=months, deferral_interest=interest)
    assert found.totals.carried == yuan(carried)
    assert found.rows[0].opening == yuan("50000")
    assert found.rows[0].interest == yuan("750")  # the rows charge from the end of the deferral on, never twice
    assert found.totals.payment == plan().totals.payment + yuan(carried)


@pytest.mark.parametrize(
    ("changes", "carried"),
    [
        ({"down_payment": "10000"}, "600.00"),  # on what is left after the down payment
        ({"waive_principal": "10000"}, "600.00"),
        ({"interest": "1000", "treat_interest": "capitalise"}, "765.00"),  # what joined the principal bears interest
        ({"interest": "1000", "treat_interest": "in_plan"}, "1750.00"),  # what did not, bears none
        ({"interest": "1000", "treat_interest": "waive"}, "750.00"),
        ({"rate": Rate(Decimal("0.015"), "monthly")}, "750.00"),
        ({"rate": Rate(Decimal("0.0005"), "daily")}, "750.00"),
        ({"rate": annual("0")}, "0.00"),
        ({"day_count": "actual/365"}, "739.73"),  # 30 days from 10 November
        ({"day_count": "actual/360"}, "750.00"),
        ({"day_count": "actual/365", "rate": Rate(Decimal("0.015"), "monthly")}, "739.73"),
        ({"method": "equal_principal"}, "750.00"),
    ],
)
def test_what_a_month_of_deferral_is_charged_on(changes, carried):
    assert plan(deferral_months=1, deferral_interest=RUNS, **changes).totals.carried == yuan(carried)


def test_a_deferral_that_fits_before_the_first_due_day_is_charged_too():
    found = plan(deferral_months=3, deferral_interest=RUNS, first_due=date(2027, 3, 10))
    assert (found.rows[0].due_on, found.totals.carried) == (date(2027, 3, 10), yuan("2250"))
