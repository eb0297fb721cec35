"""Offers to all creditors, and how long a household keeps a plan up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.plan.plans import plan, yuan
from workstation.money import Money, total
from workstation.plan.options.affordability import (
    Household,
    Stress,
    largest_safe_instalment,
    payable,
    pro_rata,
    stress_test,
    usual_stresses,
)

NOTHING = yuan("0")
MONTHS = [(2027, month) for month in range(1, 13)]
UNITS = st.sampled_from((1, 1, 7, 100, 1000))


def offers(available: str, *balances: str, **changes) -> list[str]:
    return [offer.text() for offer in pro_rata(yuan(available), [yuan(one) for one in balances], **changes)]


def household(income="6000", spending="4000", reserve="0", festival_month=None, festival_cost=None) -> Household:
    cost = yuan(festival_cost) if festival_cost else None
    return Household(yuan(income), yuan(spending), yuan(reserve), festival_month, cost)


def test_a_margin_is_kept():
    assert payable(yuan("2000"), Fraction(1, 10)) == yuan("1800")
    assert payable(Money(-5), Fraction(0)) == NOTHING


def test_offers_follow_the_balances_to_the_cent():
    assert offers("1000", "50000", "30000", "20000") == ["500.00", "300.00", "200.00"]
    assert offers("100", "1", "1", "1") == ["1.00", "1.00", "1.00"]
    assert offers("10", "100", "100", "100") == ["3.34", "3.33", "3.33"]


def test_offers_in_whole_units_leave_less_than_one():
    assert offers("1000", "50000", "30000", "20000", unit=300_00) == ["300.00", "300.00", "300.00"]
    assert offers("1083.60", "59236.45", "20000", "5000", unit=10_00) == ["760.00", "260.00", "60.00"]
    assert offers("1083.60", "59236.45", "20000", "56.30", unit=100_00) == ["700.00", "300.00", "0.00"]
    assert offers("1083.60", "59236.45", "20000", "56.30", unit=100_00, token=yuan("25")) == [
        "700.00",
        "300.00",
        "25.00",
    ]
    assert offers("300", "200", "56.30", unit=100_00) == ["200.00", "56.30"]


def test_token_payments_when_little_or_nothing_is_there():
    assert offers("0", "5000", "3000", token=yuan("1")) == ["1.00", "1.00"]
    assert offers("100", "99000", "100", "0", token=yuan("5")) == ["95.00", "5.00", "0.00"]
    assert offers("100", "99000", "3", token=yuan("5")) == ["97.00", "3.00"]


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**7), min_size=1, max_size=8), st.integers(0, 5000), UNITS)
def test_offers_add_up_and_stay_within_bounds(available, balances, token, unit):
    owed = [Money(balance) for balance in balances]
    found = pro_rata(Money(available), owed, Money(token), unit)
    floors = [min(token, balance) for balance in balances]
    assert all(floor <= offer.minor <= balance for floor, offer, balance in zip(floors, found, balances, strict=True))
    whole = max(sum(floors), min(available, sum(balances)))
    assert 0 <= whole - total(found).minor < unit
    for offer, floor, balance in zip(found, floors, balances, strict=True):
        assert offer.minor % unit == 0 or offer.minor in (floor, balance)


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**7), min_size=1, max_size=8), st.integers(0, 5000), UNITS)
def test_offers_are_those_of_a_level_raised_until_the_money_is_spent(available, balances, token, unit):
    """Each account gets the same share of its balance, but never less than its token: found here by trying every level."""
    floors = [min(token, balance) for balance in balances]
    levels = [Fraction(floor, balance) for floor, balance in zip(floors, balances, strict=True) if balance]
    exact: list[Fraction] = [Fraction(floor) for floor in floors]
    for start in sorted({Fraction(0), *levels}):
        free = [i for i, balance in enumerate(balances) if balance and Fraction(floors[i], balance) <= start]
        held = sum(floors) - sum(floors[i] for i in free)
        if free:
            level = min(Fraction(available - held, sum(balances[i] for i in free)), Fraction(1))
            if level >= start:
                exact = [max(Fraction(floor), level * balance) for floor, balance in zip(floors, balances, strict=True)]
    found = pro_rata(Money(available), [Money(balance) for balance in balances], Money(token), unit)
    assert all(abs(offer.minor - one) < 2 * unit for offer, one in zip(found, exact, strict=True))


def test_the_first_month_that_breaks_is_named():
    rows = [(row.due_on, row.payment) for row in plan(principal="18000", method="interest_free", instalments=12).rows]
    found = {result.stress.name: result for result in stress_test(
        household(reserve="600", festival_month=2, festival_cost="1800"), rows,
        usual_stresses(household(festival_month=2, festival_cost="1800")),
    )}  # fmt: skip
    assert found["as_is"].breaks_in is None
    assert found["income_10"].breaks_in == (2027, 6)
    assert found["income_20"].breaks_in == (2026, 12)
    assert found["income_30"].breaks_in == (2026, 12)
    assert found["festival"].breaks_in is None
    assert found["missed_payment"].breaks_in is None
    assert found["missed_payment"].largest_safe == yuan("1533.33")
    assert found["as_is"].largest_safe == yuan("2050")


def test_the_largest_safe_instalment_is_the_largest():
    strained = household(income="6100.07", festival_month=2, festival_cost="2500", reserve="333.33")
    for stress in usual_stresses(strained):
        safe = largest_safe_instalment(strained, MONTHS, stress)
        for extra, keeps in ((0, True), (1, False)):
            rows = [(date(year, month, 5), safe + Money(extra)) for year, month in MONTHS]
            (result,) = stress_test(strained, rows, [stress])
            assert (result.breaks_in is None) == keeps or safe == NOTHING, stress


def test_payments_of_one_month_are_taken_together():
    rows = [(date(2027, 1, 5), yuan("1500")), (date(2027, 1, 25), yuan("600")), (date(2027, 2, 5), yuan("1"))]
    (result,) = stress_test(household(), rows, [Stress("as_is")])
    assert result.breaks_in == (2027, 1)


def test_of_two_payments_the_missed_first_is_owed_with_the_second():
    """2,000.00 are left a month. With 1,500.00 gone elsewhere in the first, 500.00 and 2,000.00 do not reach for 3,000.00."""
    twice = [(date(2027, month, 10), yuan("1500")) for month in (1, 2)]
    held, missed = stress_test(household(), twice, (Stress("as_is"), Stress("missed", missed_first=True)))
    assert (held.breaks_in, missed.breaks_in) == (None, (2027, 2))
