"""A true rate comes out of its monthly rate again, and the monthly rate discounts the payments to what was financed."""

from __future__ import annotations

import random
from decimal import Context, Decimal, localcontext

from tests.plan.plans import plan
from tests.plan.random_terms import random_terms
from workstation.errors import Refused
from workstation.plan.explained.rate_formulas import of_rates
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.rates import rounded


def schedules(count: int) -> list[Schedule]:
    found = []
    for seed in range(count):
        try:
            found.append(schedule(random_terms(random.Random(seed))))
        except Refused:
            continue
    return found


def test_both_rates_are_worked_out_to_the_digits_shown() -> None:
    explained = [(one, of_rates(one)) for one in schedules(200)]
    assert sum(told is not None for _, told in explained) > 50
    for one, told in explained:
        assert (told is None) == (one.true_rate is None)
        if told is not None:
            assert told.simple.worked_out() == told.simple.rate == rounded(one.true_rate.simple)
            assert told.compound.worked_out() == told.compound.rate == rounded(one.true_rate.compound)


def test_the_monthly_rate_discounts_the_payments_to_what_was_financed() -> None:
    one = plan(instalments=12)
    told = of_rates(one)
    with localcontext(Context(prec=30)):
        growth = 1 + Decimal(told.monthly.numerator) / told.monthly.denominator
        worth = sum(
            row.payment_minor / growth ** (Decimal(days) / 30) for row, days in zip(one.rows, one.times, strict=True)
        )
    assert abs(worth - told.financed.minor) < 100
    assert (told.rows, told.payments, told.financed) == (12, one.totals.payment, one.rows[0].opening)


def test_a_month_at_one_and_a_half_percent_is_eighteen_simple() -> None:
    told = of_rates(plan())
    assert (told.simple.rate, told.compound.rate) == (Decimal("0.1800"), Decimal("0.1956"))
