"""A debt rebuilt from its history: equal to a day-by-day reckoning, bounded where something is hidden; where a claim is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from tests.plan.rebuilt import day_by_day
from tests.plan.rebuilt.histories import ORDER, hidden, known, random_facts, some_days, told
from tests.prove import how_many
from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.plan.rebuilt.claim import Claim, compare
from workstation.plan.rebuilt.history import (
    Charge,
    ContractTerms,
    History,
    MinimumDue,
    MonthlyPenalty,
    Paid,
    Pause,
    RateFrom,
)
from workstation.plan.rebuilt.rebuild import Rebuilt, rebuild
from workstation.rates import Rate

SINCE = date(2023, 1, 10)


def yearly(text: str, from_on: date = SINCE) -> RateFrom:
    return RateFrom.known(from_on, Rate(Decimal(text)))


TERMS = ContractTerms("actual/365", 20, False, False, False, (yearly("0.1825"),), ORDER)

EVEN = replace(TERMS, day_count="30/360", rates=(yearly("0.18"),))
DEFAULT = replace(TERMS, default_rates=(yearly("0.0365", date(2023, 1, 12)),))


def history(terms: ContractTerms = TERMS, principal: int = 1_000_000, **more: Any) -> History:
    return History(SINCE, "CNY", terms, {"principal": known(principal)}, **more)


def owed(of: History, on: date) -> tuple[str, ...]:
    reading = rebuild(of, [on]).readings[0]
    assert reading.is_exact
    return tuple(reading.least.part(component).text() for component in COMPONENTS)


# ── by hand ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("terms", "on", "expected"),
    [
        # 10,000.00 at 0.05 % a day: 5.00 a day, the first day counts, the evening asked for too.
        (TERMS, SINCE, ("10000.00", "5.00", "0.00", "0.00")),
        (TERMS, date(2023, 1, 20), ("10000.00", "55.00", "0.00", "0.00")),
        # Put down on 20 January and bearing interest from the 21st: 10,055.00 × 0.05 % = 5.0275 a day.
        (replace(TERMS, compounds=True), date(2023, 1, 22), ("10000.00", "65.06", "0.00", "0.00")),
        # 30/360: the 31st counts as the 30th, and the last of February as three days.
        (EVEN, date(2023, 1, 31), ("10000.00", "105.00", "0.00", "0.00")),
        (EVEN, date(2023, 2, 28), ("10000.00", "255.00", "0.00", "0.00")),
        (DEFAULT, date(2023, 1, 13), ("10000.00", "20.00", "2.00", "0.00")),
    ],
)  # fmt: skip
def test_interest_runs_by_the_day(terms, on, expected):
    assert owed(history(terms), on) == expected


@pytest.mark.parametrize(
    ("pause", "days"),
    [
        (Pause(date(2023, 1, 12), date(2023, 1, 15)), 7),
        (Pause(date(2023, 1, 12), date(2023, 1, 15), last_counts=True), 8),
        (Pause(date(2023, 1, 1), date(2023, 1, 10)), 10),
        (Pause(date(2023, 1, 12), date(2023, 1, 12), last_counts=True), 11),
    ],
)
def test_no_interest_runs_while_it_is_paused(pause, days):
    assert owed(history(pauses=(pause,)), date(2023, 1, 20))[1] == f"{days * 5}.00"


def test_the_day_of_a_payment_bears_interest_where_the_contract_says_so():
    paid = (Paid(date(2023, 1, 12), known(500_000)),)
    settled = replace(TERMS, settles_daily=True)
    assert owed(history(settled, payments=paid), date(2023, 1, 12)) == ("5010.00", "2.51", "0.00", "0.00")
    assert owed(history(replace(settled, payment_day_counts=True), payments=paid), date(2023, 1, 12)) == (
        "5015.00",
        "0.00",
        "0.00",
        "0.00",
    )


@pytest.mark.parametrize(
    ("day", "expected"), [("2023-05-01", "5000.00"), ("2023-05-02", "5000.00"), ("2023-05-03", "5000.00")]
)
def test_a_payment_settles_by_the_order_of_its_day(day, expected):
    """91 days after 31 January is 2 May: from then on the principal comes first."""
    on = date.fromisoformat(day)
    terms = replace(TERMS, due_on=date(2023, 1, 31), rates=(yearly("0"),))
    start = History(
        SINCE,
        "CNY",
        terms,
        {"principal": known(500_000), "interest": known(100_000)},
        payments=(Paid(on, known(100_000)),),
    )
    principal, interest, *_ = owed(start, on)
    assert (principal, interest) == (("5000.00", "0.00") if on < date(2023, 5, 2) else ("4000.00", "1000.00"))


PENALTY = MonthlyPenalty(Decimal("0.05"), known(1000), None, 20, 3, known(1000))
CARD = replace(TERMS, rates=(yearly("0"),), penalty=PENALTY, minimum=MinimumDue(Decimal("0.1"), carries_unpaid=True))
"""10 % of 10,000.00 is asked for on 20 January, to be paid by 9 February, with grace by the 12th."""


@pytest.mark.parametrize(
    ("payments", "penalty"),
    [
        ((), "50.00"),
        (((date(2023, 2, 12), 100_000),), "0.00"),
        (((date(2023, 2, 13), 100_000),), "50.00"),
        (((date(2023, 1, 20), 100_000),), "45.00"),  # the statement of that evening asks for the tenth of what is left
        (((date(2023, 2, 12), 99_000),), "0.00"),  # short by the tolerance, not by more
        (((date(2023, 2, 12), 98_999),), "10.00"),  # five per cent of 10.01, but at least 10.00
        (((date(2023, 2, 10), 60_000), (date(2023, 2, 12), 40_000)), "0.00"),
        (((date(2023, 2, 10), 100_000), (date(2023, 2, 11), -100_000)), "50.00"),
    ],
)
def test_a_minimum_that_was_not_paid_in_time_costs_a_penalty(payments, penalty):
    paid = tuple(Paid(on, known(minor)) for on, minor in payments)
    assert owed(history(CARD, payments=paid), date(2023, 2, 20))[2] == penalty
    assert owed(history(CARD, payments=paid), date(2023, 2, 19))[2] == "0.00"


def test_a_penalty_is_no_more_than_its_maximum():
    most = replace(CARD, penalty=replace(PENALTY, maximum=known(3000)))
    assert owed(history(most), date(2023, 2, 20))[2] == "30.00"


def test_an_unpaid_minimum_is_asked_for_again():
    """1,000.00 in January; in February 1,000.00, the unpaid 1,000.00 and its penalty of 50.00: 5 % of 2,050.00 in March."""
    assert owed(history(CARD), date(2023, 3, 20))[2] == "152.50"
    apart = replace(CARD, minimum=MinimumDue(Decimal("0.1"), carries_unpaid=False))
    assert owed(history(apart), date(2023, 3, 20))[2] == "102.50"


def test_what_was_paid_beyond_the_debt_settles_what_comes_later():
    zero = replace(TERMS, rates=(yearly("0"),))
    paid = history(zero, payments=(Paid(date(2023, 1, 12), known(1_000_500)),))
    assert rebuild(paid, [date(2023, 1, 12)]).readings[0].credit == Money(500)
    later = replace(paid, charges=(Charge(date(2023, 1, 13), "fees", known(2000)),))
    reading = rebuild(later, [date(2023, 1, 13)]).readings[0]
    assert (reading.least.fees, reading.credit) == (Money(1500), Money(0))


# ── against another reckoning ────────────────────────────────────────────────────────────────────────────────────────────


def plain(rebuilt: Rebuilt) -> dict[date, dict[str, int]]:
    assert rebuilt.is_exact
    return {
        one.on: {**{part: one.least.part(part).minor for part in COMPONENTS}, "credit": one.credit.minor}
        for one in rebuilt.readings
    }


@pytest.mark.prove
def test_a_rebuilt_debt_equals_the_evening_by_evening_reckoning():
    for seed in range(how_many(60, 1000)):
        chance = Random(seed)
        facts = random_facts(chance)
        days = some_days(facts, chance)
        assert plain(rebuild(told(facts), days)) == day_by_day.balances(facts, days), seed


# ── what is hidden ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.prove
def test_the_truth_lies_between_the_bounds_whatever_is_hidden():
    bounded = 0
    for seed in range(how_many(60, 1000)):
        chance = Random(seed)
        facts = random_facts(chance)
        days = some_days(facts, chance)
        truth, seen = rebuild(told(facts), days), rebuild(hidden(told(facts), chance), days)
        for true, one in zip(truth.readings, seen.readings, strict=True):
            for component in COMPONENTS:
                exact = true.least.part(component)
                assert one.least.part(component) <= exact, (seed, one.on, component)
                assert one.most is None or exact <= one.most.part(component), (seed, one.on, component)
            bounded += one.most is not None and not one.is_exact
    assert bounded


def test_nothing_is_said_of_the_most_where_a_rate_is_not_known():
    unknown = RateFrom(date(2023, 2, 1), Rate(Decimal(0)), None)
    rebuilt = rebuild(history(replace(TERMS, rates=(*TERMS.rates, unknown))), [date(2023, 1, 31), date(2023, 2, 1)])
    before, after = rebuilt.readings
    assert before.is_exact
    assert (after.most, after.least.interest) == (None, Money(11_000))


# ── claims ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def claims_of(rebuilt: Rebuilt) -> list[Claim]:
    return [
        Claim(one.on, {**{part: one.least.part(part) for part in COMPONENTS}, "total": one.least.total})
        for one in rebuilt.readings
    ]


@pytest.mark.prove
def test_the_first_day_and_item_of_a_wrong_claim_are_found():
    for seed in range(how_many(20, 200)):
        chance = Random(seed)
        facts = random_facts(chance)
        days = some_days(facts, chance)
        right = told(facts)
        claims = claims_of(rebuild(right, days))
        assert compare(right, claims).first is None
        at, item = chance.randrange(len(claims)), chance.choice(COMPONENTS)
        error = Money(chance.choice((1, -1)) * chance.randrange(1, 5000))
        for later in range(at, len(claims)):  # what is claimed once is claimed from then on
            amounts = claims[later].amounts
            claims[later] = replace(
                claims[later], amounts={**amounts, item: amounts[item] + error, "total": amounts["total"] + error}
            )
        found = compare(right, claims)
        assert found.first is not None
        assert (found.first.on, found.first.item, found.first.beyond) == (days[at], item, error), seed
        assert found.agreed_on == (days[at - 1] if at else None)


def test_a_claim_within_the_bounds_is_no_difference():
    loose = RateFrom(SINCE, Rate(Decimal("0.1825")), Rate(Decimal("0.365")))
    of = history(replace(TERMS, rates=(loose,)))
    on = date(2023, 1, 20)
    amounts = {"5500": [], "11000": [], "5499": ["interest"], "11001": ["interest"]}
    for minor, items in amounts.items():
        assert [one.item for one in compare(of, [Claim(on, {"interest": Money(int(minor))})]).differences] == items


# ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("of", "days", "code"),
    [
        (history(), [SINCE - timedelta(days=1)], "day_before_opening"),
        (history(payments=(Paid(SINCE - timedelta(days=1), known(1)),)), [SINCE], "day_before_opening"),
        (history(charges=(Charge(SINCE - timedelta(days=1), "fees", known(1)),)), [SINCE], "day_before_opening"),
        (history(payments=(Paid(SINCE, known(-1)),)), [SINCE], "reversal_unmatched"),
        (history(replace(TERMS, rates=(yearly("0.18", SINCE + timedelta(days=1)),))), [SINCE], "rate_missing"),
        (history(pauses=(Pause(SINCE + timedelta(days=2), SINCE),)), [SINCE], "days_reversed"),
        (history(replace(CARD, penalty=replace(PENALTY, due_days=25))), [SINCE], "number_range"),
        (history(), [date(2090, 1, 1)], "number_range"),
    ],
)
def test_what_does_not_fit_is_refused(of, days, code):
    with pytest.raises(Refused) as refused:
        rebuild(of, days)
    assert [one.code for one in refused.value.findings] == [code]
