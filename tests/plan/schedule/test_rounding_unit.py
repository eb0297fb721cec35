"""A rounding unit reaches the whole payment: what is old, what is a fee, and interest beside an even principal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.plans import terms
from workstation.errors import Refused
from workstation.money import Money, Rounding
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Every, Terms

TAIWAN = replace(
    terms(),
    principal=Money(12_000_000, "TWD"),
    interest=Money(1_562_136, "TWD"),
    penalty=Money(0, "TWD"),
    fees=Money(0, "TWD"),
    waive_principal=Money(0, "TWD"),
    down_payment=Money(0, "TWD"),
    rounding=Rounding(100, "up"),
)


def off_unit(plan: Schedule) -> list[int]:
    """The numbers of rows whose payment is not of the unit."""
    return [row.no for row in plan.rows if row.payment_minor % plan.terms.rounding.unit]


@pytest.mark.parametrize("method", ["equal_instalment", "equal_principal", "interest_free", "flat_fee"])
@pytest.mark.parametrize("grace", [0, 3])
def test_payments_of_whole_dollars_but_for_the_last(method, grace):
    asked = replace(TAIWAN, method=method, grace_principal=grace if method != "flat_fee" else 0)
    asked = replace(asked, period_fee=asked.rate.value / 24) if method == "flat_fee" else asked
    plan = schedule(asked)
    assert set(off_unit(plan)) <= {60}
    assert plan.rows[-1].closing_minor == 0
    assert plan.totals.carried == asked.interest
    assert plan.totals.principal == asked.principal


def test_old_amounts_are_spread_in_whole_units_and_the_odd_cents_go_where_the_remainder_goes():
    last = [row.carried_minor for row in schedule(replace(TAIWAN, method="interest_free")).rows]
    first = [row.carried_minor for row in schedule(replace(TAIWAN, method="interest_free", remainder="first")).rows]
    assert (last[0], last[21], last[-1]) == (26_100, 26_000, 26_036)
    assert (first[0], first[-1]) == (26_136, 26_000)
    assert sum(last) == sum(first) == 1_562_136


@given(
    st.integers(1_000_000, 9_000_000),
    st.integers(0, 900_000),
    st.sampled_from((10, 100, 500, 1_000)),
    st.sampled_from(("up", "down", "half_up", "half_even")),
    st.sampled_from(("equal_instalment", "equal_principal", "interest_free", "flat_interest")),
    st.integers(2, 36),
    st.integers(0, 2),
    st.sampled_from((Every(1), Every(0, 14))),
)
def test_every_regular_payment_is_of_the_unit(principal, interest, unit, mode, method, count, grace, every):
    asked: Terms = terms(
        principal=Money(principal),
        interest=Money(interest),
        rounding=Rounding(unit, mode),
        method=method,
        instalments=count,
        grace_principal=min(grace, count - 1) if method != "flat_interest" else 0,
        every=every,
    )
    try:
        plan = schedule(asked)
    except Refused:  # too coarse for so many rows
        return
    assert set(off_unit(plan)) <= {count}
    assert sum(row.principal_minor for row in plan.rows) == principal
    assert sum(row.carried_minor for row in plan.rows) == interest
    for row in plan.rows:
        assert row.payment_minor == row.principal_minor + row.interest_minor + row.fee_minor + row.carried_minor
        assert row.principal_minor >= 0
