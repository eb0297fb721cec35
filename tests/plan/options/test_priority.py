"""Several debts from one sum a month: who comes first, what it costs, and that no minimum is ever another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.debt.allocation import GivenOrder
from workstation.plan.debt.balances import Balances
from workstation.plan.options.priority import METHODS, Conditions, Debt, Ordered, cheapest, orders

TODAY, FIRST = date(2026, 11, 29), date(2026, 12, 29)
COURT = ("due", "security", "burden", "earlier_due")
NONE = Money(0)


def debt(name: str, principal: int, yearly: str, minimum: int = 0, **more: Any) -> Debt:
    """Whole yuan; the rate in a year of 360 days, so that a month of 30 days is a twelfth."""
    owed = Balances(Money(principal * 100), NONE, NONE, NONE)
    return Debt(name, owed, Money(minimum * 100), Fraction(yearly) / 360, **more)


def compared(debts: list[Debt], monthly: int, court: tuple[str, ...] = COURT) -> dict[str, Ordered]:
    return {one.method: one for one in orders(debts, Conditions(Money(monthly * 100), TODAY, FIRST, court))}


def ranked(one: Ordered) -> list[tuple[str, int]]:
    return [(debt.debt_id, debt.rank) for debt in one.debts]


DEBTS = [
    debt("loan", 3000, "0.12", 100, due_on=date(2026, 8, 1)),
    debt("card", 5000, "0.24", 100, due_on=date(2026, 12, 1)),
    debt("small", 1000, "0.06", 50, due_on=date(2026, 6, 1)),
]


def test_each_order_says_who_comes_first():
    found = compared(DEBTS, 500)
    assert ranked(found["snowball"]) == [("loan", 2), ("card", 3), ("small", 1)]
    assert ranked(found["avalanche"]) == [("loan", 2), ("card", 1), ("small", 3)]
    assert ranked(found["pro_rata"]) == [("loan", 1), ("card", 1), ("small", 1)]
    assert ranked(found["court"]) == [("loan", 1), ("card", 3), ("small", 2)]  # what is due, then the heavier burden


def test_of_two_debts_that_are_due_the_one_without_a_security_comes_first():
    """Civil Code 560: what is due, then what is least secured, then the heavier burden."""
    secured = [replace(DEBTS[0], secured=True), *DEBTS[1:]]
    assert ranked(compared(secured, 500)["court"]) == [("loan", 2), ("card", 3), ("small", 1)]
    assert ranked(compared(secured, 500, ("due", "burden"))["court"]) == [("loan", 1), ("card", 3), ("small", 2)]
    every = [replace(one, secured=True) for one in DEBTS]
    assert ranked(compared(every, 500)["court"]) == ranked(compared(DEBTS, 500)["court"])


def test_the_first_month_holds_each_minimum_and_gives_the_rest_by_the_order():
    found = {name: one.payments[0] for name, one in compared(DEBTS, 500).items()}
    assert found["snowball"] == (100_00, 100_00, 300_00)
    assert found["avalanche"] == (100_00, 350_00, 50_00)
    assert found["court"] == (350_00, 100_00, 50_00)
    # after 30 days 3,030.00, 5,100.00 and 1,005.00 are owed: 250.00 by 2,930 : 5,000 : 955, what lies above the minimums
    assert found["pro_rata"] == (100_00 + 82_44, 100_00 + 140_69, 50_00 + 26_87)


def test_a_hand_worked_example():
    """100.00 at 12 % and 200.00 at 24 %, 150.00 a month on the 29th: 30 days, 31, and 30 to the end of February."""
    found = compared([debt("a", 100, "0.12"), debt("b", 200, "0.24")], 150)
    snowball, avalanche = found["snowball"], found["avalanche"]
    # 101.00 + 204.00; a 101.00, b 49.00; 155.00 × 1.0206667 = 158.20; 150.00; 8.20 × 1.02 = 8.36
    assert [tuple(month) for month in snowball.payments] == [(101_00, 49_00), (0, 150_00), (0, 8_36)]
    # b 150.00: 54.00 left → 55.12; a 101.00 → 102.04; then 94.88 to a: 7.16 left × 1.01 = 7.23
    assert [tuple(month) for month in avalanche.payments] == [(0, 150_00), (94_88, 55_12), (7_23, 0)]
    assert (snowball.cost.minor, avalanche.cost.minor) == (8_36, 7_23)
    assert (snowball.last_on, snowball.first_cleared.debt_id) == (date(2027, 2, 28), "a")


@pytest.mark.parametrize(
    ("debts", "monthly", "code"),
    [
        (DEBTS[:1], 500, "priority_count"),
        (DEBTS, 249, "priority_minimums"),
        ([DEBTS[0], replace(DEBTS[1], minimum=Money(1, "USD"))], 500, "priority_currency"),
        ([DEBTS[0], replace(DEBTS[1], minimum=Money(-1))], 500, "amount_negative"),
        ([DEBTS[0], replace(DEBTS[1], daily=Fraction(-1, 100))], 500, "rate_negative"),
    ],
)
def test_what_cannot_be_compared_is_refused(debts, monthly, code):
    with pytest.raises(Refused) as refused:
        compared(debts, monthly)
    assert [one.code for one in refused.value.findings] == [code]


def test_the_sum_that_just_holds_the_minimums_is_taken():
    assert {one.payments[0] for one in compared(DEBTS, 250).values()} == {(100_00, 100_00, 50_00)}


def test_an_order_of_the_law_is_left_out_where_none_is_known():
    assert list(compared(DEBTS, 500, ())) == ["snowball", "avalanche", "pro_rata"]


def test_what_is_never_paid_off_says_so_and_costs_nobody_knows_what():
    found = compared([debt("a", 100_000, "0.24"), debt("b", 100_000, "0.24")], 100)
    assert all(one.last_on is None for one in found.values())
    assert cheapest(found.values()) == ()


def test_components_are_settled_in_the_order_of_the_day():
    late = GivenOrder(90, ("fees", "penalty", "interest", "principal"), ("principal", "interest", "penalty", "fees"))
    owed = Balances(Money(100_00), Money(50_00), NONE, NONE)

    def cost(due_on: date) -> int:
        first = Debt("a", owed, NONE, Fraction(1, 1000), False, due_on, late)
        return compared([first, debt("b", 1, "0")], 60)["court"].debts[0].cost.minor

    assert cost(date(2026, 1, 1)) < cost(date(2026, 11, 1))  # principal first leaves less to bear interest


# ── Properties ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_DEBT = st.tuples(st.integers(1, 900_000), st.integers(0, 40), st.integers(0, 20_000), st.integers(0, 300))


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Debt], Conditions]:
    """Debts of one kind: interest first, compounding each month, so that only the order differs."""
    drawn = draw(st.lists(_DEBT, min_size=2, max_size=5))
    debts = [
        Debt(
            str(i),
            Balances(Money(owed), NONE, NONE, NONE),
            Money(least),
            Fraction(rate, 36_000),
            due_on=date.fromordinal(TODAY.toordinal() + 100 - due),
        )
        for i, (owed, rate, least, due) in enumerate(drawn)
    ]
    minimums = sum(min(one.minimum.minor, one.owed.total.minor) for one in debts)
    interest = sum(one.owed.total.minor * one.daily * 31 for one in debts)
    monthly = (
        minimums + int(interest) + sum(one.owed.total.minor for one in debts) // 30 + draw(st.integers(100, 100_000))
    )
    return debts, Conditions(Money(monthly), TODAY, FIRST, COURT)


@given(cases())
def test_every_month_adds_up_and_no_minimum_goes_elsewhere(case):
    debts, conditions = case
    for one in orders(debts, conditions):
        assert one.last_on is not None
        left = [debt.owed.total.minor for debt in debts]
        assert one.paid.minor == sum(left) + one.cost.minor == sum(map(sum, one.payments))
        for month in one.payments[:-1]:
            assert sum(month) == conditions.monthly.minor
        paid = [0] * len(debts)
        for month in one.payments:
            for i, (amount, debt) in enumerate(zip(month, debts, strict=True)):
                assert amount >= min(debt.minimum.minor, one.debts[i].paid.minor - paid[i])
                paid[i] += amount
        assert paid == [debt.paid.minor for debt in one.debts]
        assert all(debt.paid == d.owed.total + debt.cost for debt, d in zip(one.debts, debts, strict=True))


@given(cases())
def test_the_dearest_first_is_never_dearer_but_for_rounding(case):
    debts, conditions = case
    found = {one.method: one for one in orders(debts, conditions)}
    for method in METHODS:
        # each debt rounds its interest once a month, by half a fen at most, and that grows no further than itself
        most = len(debts) * (len(found[method].payments) + len(found["avalanche"].payments))
        assert found["avalanche"].cost.minor <= found[method].cost.minor + most


@given(cases())
def test_the_order_in_which_debts_are_given_plays_no_part(case):
    debts, conditions = case
    forth, back = orders(debts, conditions), orders(debts[::-1], conditions)
    unlike = len({(one.owed.total, one.daily, one.due_on, one.minimum) for one in debts}) == len(debts)
    if unlike and len({one.owed.total for one in debts}) == len(debts):
        assert [one.cost for one in forth[:2]] == [one.cost for one in back[:2]]


@pytest.mark.parametrize(
    ("owed", "rates", "minimums", "monthly"),
    [
        ((40_00, 80_00), ("1.2", "2.4"), (0, 0), 30_00),
        ((80_00, 40_00), ("1.2", "2.4"), (10_00, 5_00), 35_00),
        ((20_00, 90_00), ("0.6", "3.6"), (20_00, 5_00), 40_00),
        ((60_00, 60_00), ("2.4", "2.4"), (0, 10_00), 35_00),
        ((90_00, 20_00), ("0", "1.2"), (15_00, 5_00), 32_50),
        ((30_00, 30_00), ("4.8", "1.2"), (0, 15_00), 25_00),
    ],
)
def test_no_way_of_paying_at_all_costs_less_than_the_dearest_first(owed, rates, minimums, monthly):
    """Brute force: every way to pay two debts month by month, in steps of 5.00, with the interest of the days between."""
    days = [30, 31, 31, 28, 31, 30, 31]
    daily = [Fraction(rate) / 360 for rate in rates]

    @cache
    def least(a: int, b: int, month: int) -> int:
        if not a and not b:
            return 0
        if month == len(days):
            return 10**9
        more = [int(one * rate * days[month] + Fraction(1, 2)) for one, rate in zip((a, b), daily, strict=True)]
        a, b = a + more[0], b + more[1]
        whole = min(monthly, a + b)
        low, high = max(min(minimums[0], a), whole - b), min(a, whole - min(minimums[1], b))
        return sum(more) + min(least(a - to_a, b - whole + to_a, month + 1) for to_a in {*range(low, high, 5_00), high})

    debts = [Debt(str(i), Balances(Money(owed[i]), NONE, NONE, NONE), Money(minimums[i]), daily[i]) for i in range(2)]
    found = orders(debts, Conditions(Money(monthly), TODAY, FIRST, COURT))
    best = least(*owed, 0)
    dearest_first = next(one for one in found if one.method == "avalanche")
    assert len(dearest_first.payments) <= len(days)
    assert dearest_first.cost.minor <= best + len(dearest_first.payments)
    assert all(one.cost.minor >= best - 3 * len(one.payments) - 5_00 for one in found)
