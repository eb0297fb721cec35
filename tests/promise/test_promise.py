"""Promises: payments serve the oldest first, and what is late does not count."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
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


@pytest.mark.parametrize(
    ("taken", "payments", "expected"),
    [
        ((10, 9), [(9, 10, 500)], [("broken", 0)]),  # the day before: known to both when it was given
        ((10, 9), [(9, 15, 500)], [("broken", 0)]),  # put on record later, by a bank's list
        ((10, 9), [(10, 10, 500)], [("kept", 500)]),  # later that day
        ((10, 9), [(10, 8, 500)], [("broken", 0)]),  # on record that morning: the rest was promised
        ((10, 9), [(10, 8, 500), (14, 15, 200)], [("partly_kept", 200)]),
        ((10, 9), [(15, 15, 500)], [("kept", 500)]),
    ],
)
def test_what_was_paid_before_a_promise_was_given_does_not_keep_it(taken, payments, expected):
    """``taken``: day and hour; ``payments``: day, hour of the entry (on the tenth at the earliest), amount."""
    day, hour = taken
    promise = Promise("p1", on(15), Money(500), taken=(on(day), datetime(2026, 11, day, hour, tzinfo=UTC)))
    paid = [
        ReceivedPayment(on(day), Money(minor), datetime(2026, 11, max(day, 10), entered, tzinfo=UTC))
        for day, entered, minor in payments
    ]
    found = promise_states([promise], paid, 3, TODAY)
    assert [(one.state, one.received.minor) for one in found] == expected


def test_what_came_between_two_promises_serves_the_earlier_one_alone():
    given = [
        Promise(f"p{day}", on(due), Money(500), taken=(on(day), datetime(2026, 11, day, 9, tzinfo=UTC)))
        for day, due in ((5, 20), (12, 19))
    ]
    found = promise_states(given, [ReceivedPayment(on(8), Money(800)), ReceivedPayment(on(13), Money(200))], 3, on(13))
    assert [(one.state, one.received.minor) for one in found] == [("kept", 500), ("open", 200)]


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
