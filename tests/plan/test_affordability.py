"""Offers to all creditors, and how long a household keeps a plan up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.plan.plans import plan, rounding, yuan
from workstation.money import Money, total
from workstation.plan.affordability import (
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
    assert offers("1000", "50000", "30000", "20000", rounding=rounding("300.00", "down")) == [
        "300.00",
        "300.00",
        "0.00",
    ]


def test_token_payments_when_little_or_nothing_is_there():
    assert offers("0", "5000", "3000", token=yuan("1")) == ["1.00", "1.00"]
    assert offers("100", "99000", "100", "0", token=yuan("5")) == ["95.00", "5.00", "0.00"]
    assert offers("100", "99000", "3", token=yuan("5")) == ["97.00", "3.00"]


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**7), min_size=1, max_size=8), st.integers(0, 5000))
def test_offers_add_up_and_stay_within_bounds(available, balances, token):
    owed = [Money(balance) for balance in balances]
    found = pro_rata(Money(available), owed, Money(token))
    floors = [min(token, balance) for balance in balances]
    assert all(floor <= offer.minor <= balance for floor, offer, balance in zip(floors, found, balances, strict=True))
    assert total(found).minor == max(sum(floors), min(available, sum(balances)))


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
