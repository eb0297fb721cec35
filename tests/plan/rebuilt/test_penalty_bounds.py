"""Penalties of which something is not known, and those that step up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.plan.rebuilt.histories import known
from tests.plan.rebuilt.test_rebuild import CARD, PENALTY, history, owed
from workstation.money import Money
from workstation.plan.rebuilt.history import Bounds, MinimumDue, Paid, StepUp
from workstation.plan.rebuilt.rebuild import rebuild


def test_a_penalty_steps_up_after_months_in_a_row():
    """5 % of 1,000.00 in February, 5 % of 2,050.00 in March, then 6 % of 3,152.50 in April."""
    stepped = replace(CARD, penalty=replace(PENALTY, step=StepUp(Decimal("0.06"), 2)))
    assert owed(history(stepped), date(2023, 3, 20))[2] == "152.50"
    assert owed(history(stepped), date(2023, 4, 20))[2] == "341.65"
    paid = (Paid(date(2023, 2, 10), known(100_000)),)  # one month in time: the count begins anew
    assert (
        owed(history(stepped, payments=paid), date(2023, 4, 20))[2]
        == owed(history(CARD, payments=paid), date(2023, 4, 20))[2]
    )


@pytest.mark.parametrize(
    ("change", "on", "least", "most"),
    [
        ({"tolerance": Bounds(Money(0), Money(1000))}, date(2023, 2, 12), "0.00", "10.00"),
        ({"tolerance": Bounds(Money(0), None)}, date(2023, 2, 12), "0.00", "10.00"),
        ({"grace_days": 0, "grace_most": 3}, date(2023, 2, 11), "0.00", "50.00"),
        ({"grace_days": 0, "grace_most": 3}, date(2023, 2, 13), "50.00", "50.00"),
    ],
)
def test_what_is_not_known_of_tolerance_and_grace_bounds_the_penalty(change, on, least, most):
    paid = (Paid(on, known(99_500 if "tolerance" in change else 100_000)),)
    bounded = history(replace(CARD, penalty=replace(PENALTY, **change)), payments=paid)
    reading = rebuild(bounded, [date(2023, 2, 20)]).readings[0]
    assert (reading.least.penalty.text(), reading.most and reading.most.penalty.text()) == (least, most)


def test_a_share_that_is_not_known_bounds_the_penalty():
    bounded = history(
        replace(CARD, minimum=MinimumDue(Decimal("0.05"), carries_unpaid=True, share_most=Decimal("0.1")))
    )
    reading = rebuild(bounded, [date(2023, 2, 20)]).readings[0]
    assert reading.most is not None
    assert (reading.least.penalty.text(), reading.most.penalty.text()) == ("25.00", "50.00")
