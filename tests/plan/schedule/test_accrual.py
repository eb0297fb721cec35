"""Days between days, by the conventions of the contract."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from workstation.money import Rounding
from workstation.plan.schedule.accrual import days_30_360, earned, rounded, year_part
from workstation.rates import Rate


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-10", "2026-12-10", 30),
        ("2026-11-10", "2026-12-15", 35),
        ("2027-01-31", "2027-02-28", 30),
        ("2027-02-28", "2027-03-31", 30),
        ("2027-01-30", "2027-02-28", 30),
        ("2028-02-29", "2028-03-30", 30),
        ("2028-02-28", "2028-03-30", 32),
        ("2026-11-30", "2027-02-28", 90),
        ("2027-01-31", "2027-03-15", 45),
        ("2026-12-31", "2027-01-15", 15),
        ("2026-11-10", "2026-11-10", 0),
    ],
)
def test_thirty_day_months(start, end, days):
    assert days_30_360(date.fromisoformat(start), date.fromisoformat(end)) == days


def test_years_of_actual_days_split_at_the_year_end():
    part = year_part(date(2027, 12, 12), date(2028, 1, 12), "actual/actual")
    assert part == Fraction(20, 365) + Fraction(11, 366)
    assert year_part(date(2027, 12, 12), date(2028, 1, 12), "actual/365") == Fraction(31, 365)
    assert year_part(date(2024, 1, 1), date(2028, 1, 1), "actual/actual") == 4


@pytest.mark.parametrize("mode", ["half_up", "half_even", "up", "down"])
def test_whole_number_rounding_is_that_of_money(mode):
    for top in range(-40, 41):
        for bottom in (1, 2, 3, 4, 8):
            assert rounded(top, bottom, mode) == Rounding(1, mode).whole(Fraction(top, bottom))


@pytest.mark.parametrize(
    ("value", "per", "day_count", "year"),
    [
        ("0.18", "annual", "30/360", Fraction(18, 100)),
        ("0.015", "monthly", "30/360", Fraction(18, 100)),
        ("0.015", "monthly", "actual/365", Fraction(18, 100)),
        ("0.015", "monthly", "actual/360", Fraction(18, 100) * Fraction(365, 360)),
        ("0.0005", "daily", "30/360", Fraction(18, 100)),
        ("0.0005", "daily", "actual/365", Fraction(1825, 10_000)),
    ],
)
def test_what_a_year_earns(value, per, day_count, year):
    assert earned(Rate(Decimal(value), per), date(2026, 11, 10), date(2027, 11, 10), day_count) == year
