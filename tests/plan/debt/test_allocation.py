"""Which component a payment settles, up to and from day 91, whatever order payments were keyed in."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from tests.plan.plans import yuan
from workstation.errors import Refused
from workstation.money import Money, total
from workstation.plan.debt.allocation import GivenOrder, Payment, allocate
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.policy.pack import packs

SINCE = date(2026, 1, 1)
ORDER = GivenOrder(90, ("fees", "penalty", "interest", "principal"), ("principal", "interest", "penalty", "fees"))
OWED = Balances(yuan("1000"), yuan("100"), yuan("50"), yuan("10"))


def paid(day: int, amount: str) -> Payment:
    return Payment(SINCE + timedelta(days=day), Money.parse(amount))


def got(*payments: Payment) -> list[list[str]]:
    done = allocate(OWED, SINCE, payments, ORDER)
    return [[one.got[component].text() for component in COMPONENTS] for one in done]


@pytest.mark.parametrize(
    ("day", "settled"),
    [
        (0, ["40.00", "100.00", "50.00", "10.00"]),
        (90, ["40.00", "100.00", "50.00", "10.00"]),
        (91, ["200.00", "0.00", "0.00", "0.00"]),
    ],
)
def test_day_ninety_is_the_last_on_which_interest_goes_first(day, settled):
    assert got(paid(day, "200")) == [settled]


def test_a_back_dated_payment_is_as_if_it_had_come_in_time():
    late, early = paid(120, "300"), paid(30, "100")
    assert allocate(OWED, SINCE, [late, early], ORDER) == allocate(OWED, SINCE, [early, late], ORDER)
    assert got(late, early) == [["0.00", "40.00", "50.00", "10.00"], ["300.00", "0.00", "0.00", "0.00"]]


@pytest.mark.parametrize("keyed", [("10", "100"), ("100", "10")])
def test_of_two_payments_of_one_day_the_larger_settles_first(keyed):
    """Day 10, owed 10 fees, 50 penalty, 100 interest: 100.00 take fees, penalty and 40 of the interest, 10.00 what follows."""
    assert got(*[paid(10, amount) for amount in keyed]) == [
        ["0.00", "40.00", "50.00", "10.00"],
        ["0.00", "10.00", "0.00", "0.00"],
    ]


def test_a_reversal_of_the_same_day_comes_after_its_payment():
    done = allocate(OWED, SINCE, [paid(10, "-200"), paid(10, "200"), paid(10, "30")], ORDER)
    assert [(one.payment.amount.text(), one.reversed) for one in done] == [
        ("200.00", True), ("30.00", False), ("-200.00", True),
    ]  # fmt: skip


def test_money_beyond_the_debt_is_left_over():
    (done,) = allocate(OWED, SINCE, [paid(10, "2000")], ORDER)
    assert (done.unallocated, done.balances.total) == (yuan("840"), yuan("0"))


def test_a_reversal_takes_its_payment_out():
    done = allocate(OWED, SINCE, [paid(10, "200"), paid(20, "50"), paid(25, "-200")], ORDER)
    assert [one.reversed for one in done] == [True, False, True]
    assert done[-1].balances == allocate(OWED, SINCE, [paid(20, "50")], ORDER)[-1].balances
    with pytest.raises(Refused):
        allocate(OWED, SINCE, [paid(10, "-200"), paid(20, "200")], ORDER)


def test_a_reversal_takes_the_latest_payment_of_its_size():
    """Of 200.00 on day 10 and on day 100 the second is taken back, so the first still went to fees, penalty and interest."""
    done = allocate(OWED, SINCE, [paid(10, "200"), paid(100, "200"), paid(105, "-200")], ORDER)
    assert [one.reversed for one in done] == [False, True, True]
    assert done[-1].balances == allocate(OWED, SINCE, [paid(10, "200")], ORDER)[-1].balances


def test_entry_order_never_matters_and_no_cent_is_lost():
    chance = random.Random(7)
    for _ in range(300):
        payments = [paid(chance.randrange(200), f"{chance.randrange(1, 60000) / 100:.2f}") for _ in range(6)]
        done = allocate(OWED, SINCE, payments, ORDER)
        chance.shuffle(payments)
        assert allocate(OWED, SINCE, payments, ORDER) == done
        settled = total([*[amount for one in done for amount in one.got.values()], *[one.unallocated for one in done]])
        assert settled == total([payment.amount for payment in payments])
        assert min(done[-1].balances.part(component).minor for component in COMPONENTS) >= 0


def test_the_order_of_a_pack_serves():
    (done,) = allocate(OWED, SINCE, [paid(100, "1000")], packs()["cn-card"].allocation)
    assert done.got["principal"] == yuan("1000")


def test_an_order_names_each_component_once():
    with pytest.raises(Refused):
        allocate(OWED, SINCE, [], GivenOrder(90, ("fees", "fees", "interest", "principal"), ORDER.late))
