"""Rates stay the exact decimal that was agreed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from workstation.errors import Refused
from workstation.rates import Rate, percent, rounded, share_percent


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.18", "0.18"), ("18%", "0.18"), ("18 ％", "0.18"), ("0.5‰", "0.0005"), ("5‱", "0.0005"), ("0", "0")],
)
def test_reads_rates_as_people_write_them(text, value):
    assert Rate.parse(text).value == Decimal(value)


@pytest.mark.parametrize("text", ["", "x", "NaN", "Infinity", "1..2", "%"])
def test_refuses_what_is_no_rate(text):
    with pytest.raises(Refused) as refusal:
        Rate.parse(text)
    assert refusal.value.findings[0].code == "rate_unreadable"


def test_conversion_is_simple_proportion():
    assert Rate(Decimal("0.18")).per_day(360) == Fraction(5, 10000)
    assert Rate(Decimal("0.015"), "monthly").per_day(360) == Fraction(5, 10000)


@pytest.mark.parametrize(
    ("value", "per", "year_days", "a_day"),
    [
        ("0.18", "annual", 360, Fraction(18, 36_000)),
        ("0.18", "annual", 365, Fraction(18, 36_500)),
        ("0.015", "monthly", 360, Fraction(18, 36_000)),  # 1.5 % a month is 18 % a year, however long the year
        ("0.015", "monthly", 365, Fraction(18, 36_500)),
        ("0.0005", "daily", 360, Fraction(5, 10_000)),
        ("0.0005", "daily", 365, Fraction(5, 10_000)),
    ],
)
def test_a_day_is_a_part_of_the_year_that_is_counted(value, per, year_days, a_day):
    assert Rate(Decimal(value), per).per_day(year_days) == a_day


def test_percent_is_never_rounded():
    assert Rate(Decimal("0.0005"), "daily").percent() == "0.05%"
    assert Rate(Decimal("0.18")).percent() == "18.00%"
    assert Rate(Decimal("18e-2")).percent() == Rate(Decimal("0.1800")).percent() == "18.00%"
    assert Rate(Decimal("0.00035"), "daily").percent() == "0.035%" and Rate(Decimal("1.2e1")).percent() == "1200.00%"
    assert Rate(Decimal("0")).percent() == "0.00%"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(83334, 120400), "69.2%"),
        (Fraction(1, 2), "50.0%"),
        (Fraction(1001, 1000), "100.1%"),
        (Fraction(0), "0.0%"),
        (Fraction(6925, 10000), "69.3%"),
    ],
)
def test_a_part_of_the_surplus_reads_as_on_a_calculator(share, said):
    assert share_percent(share) == said


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("0.182449", "18.24%"), ("0.18245", "18.25%"), ("0.18255", "18.26%"), ("0.12344999999", "12.34%"), ("0.24", "24.00%"),
        ("0", "0.00%"), ("-0.00001", "0.00%"), ("-0.18245", "-18.25%"), ("1000000.000049", "100000000.00%"),
    ],
)  # fmt: skip
def test_what_was_worked_out_is_shown_to_a_hundredth_of_a_per_cent_half_up(share, shown):
    assert percent(Decimal(share)) == shown
    assert percent(Fraction(share)) == shown


def test_one_place_and_thirds():
    assert percent(Fraction(2, 3)) == "66.67%"
    assert percent(Fraction(2, 3), 1) == "66.7%"
    assert rounded(Fraction(2, 3), 6) == Decimal("0.666667")
    assert str(rounded(Decimal("0.19565"))) == "0.1957"
