"""Promises: payments serve the oldest first, and what is late does not count."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.money import Money
from workstation.promise.promise import Promise, ReceivedPayment, kept_rate, promise_states

TODAY = date(2026, 11, 23)


def on(day: int) -> date:
    return date(2026, 11, day)


def states(promises: list[tuple[int, int]], payments: list[tuple[int, int]]) -> list[tuple[str, int]]:
    made = [Promise(f"p{number}", on(day), Money(minor)) for number, (day, minor) in enumerate(promises, start=1)]
    paid = [ReceivedPayment(on(day), Money(minor)) for day, minor in payments]
    return [(one.state, one.received.minor) for one in promise_states(made, paid, 3, TODAY)]


@pytest.mark.parametrize(
    ("promises", "payments", "expected"),
    [
        ([(10, 500)], [], [("broken", 0)]),
        ([(10, 500)], [(12, 300)], [("partly_kept", 300)]),
        ([(10, 500)], [(13, 500)], [("kept", 500)]),
        ([(10, 500)], [(14, 500)], [("broken", 0)]),
        ([(10, 500)], [(2, 200), (9, 300)], [("kept", 500)]),
        ([(20, 500)], [], [("open", 0)]),
        ([(19, 500)], [], [("broken", 0)]),
        ([(30, 500)], [(20, 500)], [("kept", 500)]),
        ([(10, 500), (15, 500)], [(12, 700)], [("kept", 500), ("partly_kept", 200)]),
        ([(15, 500), (10, 500)], [(12, 700)], [("partly_kept", 200), ("kept", 500)]),
        ([(10, 500), (20, 500)], [(14, 500)], [("broken", 0), ("kept", 500)]),
        ([(10, 500)], [(12, 900)], [("kept", 500)]),
        ([(20, 500)], [(24, 500)], [("open", 0)]),
    ],
)
def test_states(promises, payments, expected):
    assert states(promises, payments) == expected


def test_moved_and_cancelled_promises_take_no_payment_and_do_not_count():
    promises = [
        Promise("a", on(1), Money(500), "moved"),
        Promise("b", on(2), Money(500), "cancelled"),
        Promise("c", on(3), Money(500)),
    ]
    found = promise_states(promises, [ReceivedPayment(on(3), Money(500))], 3, TODAY)
    assert [one.state for one in found] == ["moved", "cancelled", "kept"]
    assert kept_rate(found).count == 1


def test_kept_rate_by_count_and_amount():
    promises = [Promise("a", on(1), Money(500)), Promise("b", on(5), Money(1000)), Promise("c", on(30), Money(700))]
    found = promise_states(promises, [ReceivedPayment(on(1), Money(500)), ReceivedPayment(on(5), Money(250))], 3, TODAY)
    rate = kept_rate(found)
    assert (rate.count, rate.amount) == (Fraction(1, 2), Fraction(1, 2))
    assert kept_rate(()).count is None


days = st.integers(0, 60).map(lambda number: date(2026, 10, 1) + timedelta(days=number))
amounts = st.integers(1, 100_000).map(Money)


@given(
    st.lists(st.tuples(days, amounts), max_size=8),
    st.lists(st.tuples(days, amounts), max_size=8),
    st.integers(0, 7),
    st.randoms(use_true_random=False),
)
def test_the_order_of_entry_does_not_matter_and_no_money_is_made(promised, paid, grace, random):
    promises = [Promise(str(number), day, amount) for number, (day, amount) in enumerate(promised)]
    payments = [ReceivedPayment(day, amount) for day, amount in paid]
    first = promise_states(promises, payments, grace, TODAY)
    shuffled = payments[:]
    random.shuffle(shuffled)
    again = promise_states(promises, shuffled, grace, TODAY)
    assert first == again
    assert sum(one.received.minor for one in first) <= sum(one.amount.minor for one in payments)
    assert all(one.received + one.missing == one.promise.amount for one in first)
    assert all((one.state == "kept") is (one.missing.minor == 0) for one in first)
