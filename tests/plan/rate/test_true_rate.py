"""True rates: exactness, conventions, roots that do not exist or are several."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.plan.rate.true_rate import DIGITS, Flow, rate_of_rows, rate_of_times, true_rate


def flows(*given: tuple[str, object]) -> list[Flow]:
    return [Flow(Fraction(str(amount)), Fraction(time)) for time, amount in given]


@pytest.mark.parametrize("rate", ["0.12", "0", "-0.5", "-0.99", "3", "1000", "1e7", "0.0000001"])
def test_one_payment_after_a_year_gives_its_own_rate(rate):
    repaid = (1 + Decimal(rate)) * 10**9
    assert true_rate(flows(("0", -(10**9)), ("1", repaid))).rate == Decimal(rate)


@pytest.mark.parametrize("days", [1, 9, 365, 3650])
def test_the_rate_discounts_the_flows_to_nothing(days):
    found = rate_of_times([-10000, 4000, 7001], [0, days, 3 * days], 365).rate
    with localcontext() as context:
        context.prec = 40
        grown = 1 + found
        worth = -10000 + 4000 * grown ** (-Decimal(days) / 365) + 7001 * grown ** (-3 * Decimal(days) / 365)
    assert abs(worth) < Decimal("1e-9")


def test_simple_and_compound_of_a_monthly_plan():
    found = rate_of_rows(100_000_00, [1_775_11] * 119 + [1_775_69], list(range(30, 3601, 30)), 360)
    assert found is not None
    assert abs((1 + found.simple / 12) ** 12 - 1 - found.compound) < Decimal("1e-12") * found.compound


@pytest.mark.parametrize(
    "given",
    [[("0", -100), ("1", -5)], [("0", 100)], [], [("0", -100), ("0", 100)], [("0", 0), ("1", 0)],
     [("0", -100), ("1", 150), ("2", -100)]],
)  # fmt: skip
def test_no_rate(given):
    with pytest.raises(Refused) as refused:
        true_rate(flows(*given))
    assert [finding.code for finding in refused.value.findings] == ["no_rate"]


def test_of_several_rates_the_one_nearest_zero():
    """−1 + 2.3/(1+x) − 1.32/(1+x)² = 0 at 10 % and 20 %."""
    found = true_rate(flows(("0", "-1"), ("1", "2.3"), ("2", "-1.32")))
    assert (found.rate, found.several) == (Decimal("0.1"), (Decimal("0.1"), Decimal("0.2")))
    assert [finding.code for finding in found.findings] == ["several_rates"]


def test_a_rate_that_only_touches_nothing_is_found():
    assert true_rate(flows(("0", "-1"), ("1", "2.2"), ("2", "-1.21"))).rate == Decimal("0.1")


def test_odd_fractions_bear_simple_interest():
    """Repaid after half a period with simple interest of 4 %: 8 % a period."""
    given = [Flow(Fraction(-1000), Fraction(0)), Flow(Fraction(1040), Fraction(0), Fraction(1, 2))]
    assert true_rate(given, Fraction(12)).rate == Decimal("0.96")


def test_order_and_splitting_of_flows_do_not_matter():
    given = flows(("0", -5000), ("1/12", 1700), ("2/12", 1700), ("3/12", 1700))
    parted = [*given[:0:-1], Flow(Fraction(-2000), Fraction(0)), Flow(Fraction(-3000), Fraction(0))]
    assert true_rate(parted) == true_rate(given)


def half_a_digit(rate: Decimal) -> Decimal:
    """Half a unit of the last digit that an answer has."""
    return Decimal(5).scaleb(rate.adjusted() - DIGITS)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=40), st.integers(1, 10**7), st.integers(1, 400))
def test_a_loan_always_has_one_rate_and_every_digit_of_it_is_right(paid, lent, step):
    times = [step * (i + 1) for i in range(len(paid))]
    found = rate_of_times([-lent, *paid], [0, *times], 365).rate
    assert found >= -1  # a total loss but for less than thirteen digits show
    assert (found > 0) == (sum(paid) > lent)
    if not found or found < Decimal("-0.99"):
        return
    with localcontext(Context(prec=60)):
        below, above = (
            sum(a * (1 + rate) ** (-Decimal(t) / 365) for a, t in zip(paid, times, strict=True)) - lent
            for rate in (found - half_a_digit(found), found + half_a_digit(found))
        )
    assert below >= 0 >= above


@pytest.mark.parametrize("lent", [99_999, 99_999_999, 99_999_999_999_999])
def test_a_rate_near_nothing_has_all_its_digits(lent):
    """Machine numbers leave a rate of so little in doubt, so whole numbers settle it: 1 cent a year on ``lent``."""
    found = rate_of_times([-lent, lent + 1], [0, 365], 365).rate
    assert abs(found - 1 / Decimal(lent)) <= half_a_digit(found)


def test_a_rate_half_way_between_two_answers_is_settled_exactly():
    """0.12345678901235 has a digit more than an answer; half of it goes to the even neighbour, on every machine."""
    lent = 10**14
    assert rate_of_times([-lent, lent + 12345678901235], [0, 365], 365).rate == Decimal("0.1234567890124")
    assert rate_of_times([-lent, lent + 12345678901225], [0, 365], 365).rate == Decimal("0.1234567890122")


def test_both_rates_of_a_plan_agree_with_the_general_solver():
    rows, times = [127_000 + 900 * (i % 5) for i in range(60)], [30 * (i + 1) for i in range(60)]
    found = rate_of_rows(5_000_000, rows, times, 360)
    assert found is not None
    flows = [-5_000_000, *rows]
    assert found.compound == rate_of_times(flows, [0, *times], 360).rate
    assert found.simple == rate_of_times(flows, list(range(61)), 1, Fraction(12)).rate
