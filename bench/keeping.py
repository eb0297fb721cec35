"""What accounts come to: states and balances of many cases, and a card rebuilt over five years, each against a bare loop.

The loops use whole numbers. That of the payments knows neither reversals, promises, moves nor tolerances; it hands amounts over
in the same orders and counts the same instalments. That of the card adds interest by the day, puts it down on statement days and
takes payments off in one order; it knows neither bounds, penalties, pauses nor waivers. What was sorted before the clock started
is the least that the question costs in Python.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final

from bench.contest import Contender, Contest
from workstation.money import Money
from workstation.plan.debt.allocation import GivenOrder
from workstation.plan.debt.balances import Balances
from workstation.plan.rebuilt.history import (
    Bounds,
    Charge,
    ContractTerms,
    History,
    MinimumDue,
    MonthlyPenalty,
    Paid,
    RateFrom,
)
from workstation.plan.rebuilt.rebuild import rebuild
from workstation.promise.account_keeping import Adopted, KeepingRules, Opening, account_keeping
from workstation.promise.instalments import Lenience, Planned
from workstation.promise.payment import Payment
from workstation.promise.promise import Promise
from workstation.rates import Rate

CASES: Final = 1_000
PAYMENTS: Final = 24
START: Final = date(2026, 1, 10)
TODAY: Final = date(2027, 12, 31)
GRACE: Final = 3
EARLY: Final = (3, 2, 1, 0)
LATE: Final = (0, 1, 2, 3)
ORDER: Final = GivenOrder(
    90, ("fees", "penalty", "interest", "principal"), ("principal", "interest", "penalty", "fees")
)
NOW: Final = datetime(2026, 1, 10, tzinfo=UTC)
SINCE: Final = date(2021, 1, 1)
DAYS: Final = 1826
MOVEMENTS: Final = 200
DAILY: Final = Decimal("0.0005")
STATEMENT: Final = 20
CARD_ORDER: Final = ("interest", "penalty", "fees", "principal")


Case = tuple[Opening, list[Payment], Adopted, list[Promise]]
Plain = tuple[tuple[int, int, int, int], int, list[tuple[int, int]], list[tuple[int, int]]]


def contests(folder: Path) -> list[Contest]:
    """Two contests; nothing is written to ``folder``."""
    random = Random(7)
    cases = [_case(random) for _ in range(CASES)]
    plain = [_plain(case) for case in cases]
    if [_ours(case) for case in cases] != [_bare(case) for case in plain]:
        raise RuntimeError("the two reckon differently")
    task = f"states and balances, {CASES:,} cases × {PAYMENTS} payments"
    bare = Contender("a bare loop of whole numbers", lambda: [_bare(case) for case in plain])
    return [Contest(task, lambda: [_ours(case) for case in cases], (bare,)), _card()]


def _case(random: Random) -> Case:
    owed = Balances(*[Money(random.randrange(most)) for most in (6_000_000, 900_000, 90_000, 30_000)])
    rows = tuple(Planned(no, START + timedelta(days=30 * no), 200_000) for no in range(1, PAYMENTS + 1))
    payments = [
        Payment(f"{no}", "c", "a", row.due_on + timedelta(days=random.randrange(-9, 12)), _amount(random), NOW, "x")
        for no, row in enumerate(rows)
    ]
    random.shuffle(payments)
    due_on = START - timedelta(days=random.randrange(200))
    return Opening(owed, due_on), payments, Adopted(rows, (), START - timedelta(days=60)), []


def _amount(random: Random) -> Money:
    return Money(random.choice((200_000, 200_000, 120_000, 260_000)))


def _ours(case: Case) -> tuple[tuple[int, ...], list[str]]:
    opening, payments, adopted, promises = case
    lenience = Lenience(GRACE, 0)
    kept = account_keeping(opening, payments, KeepingRules(ORDER, lenience, lenience), TODAY, adopted, promises)
    return kept.ledger.parts, [one.state for one in kept.instalments]


def _plain(case: Case) -> Plain:
    opening, payments, adopted, _ = case
    owed = opening.balances
    edge = opening.due_on.toordinal() + ORDER.until_days if opening.due_on else 0
    return (
        (owed.principal.minor, owed.interest.minor, owed.penalty.minor, owed.fees.minor),
        edge,
        sorted((one.on.toordinal(), one.amount.minor) for one in payments if one.on <= TODAY),
        [(row.due_on.toordinal(), row.amount) for row in adopted.rows],
    )


def _bare(case: Plain) -> tuple[tuple[int, ...], list[str]]:
    owed, edge, payments, rows = case
    left = list(owed)
    purse = 0
    for on, amount in payments:
        purse += amount
        for place in EARLY if on <= edge else LATE:
            part = min(amount, left[place])
            left[place] -= part
            amount -= part
    states = []
    today = TODAY.toordinal()
    for due, need in rows:
        got = min(purse, need)
        purse -= got
        states.append("paid" if got == need else "due" if today <= due + GRACE else "part" if got else "missed")
    return tuple(left), states


def _card() -> Contest:
    chance = Random(7)
    moved = [(chance.randrange(DAYS), chance.randrange(1, 90_000), at % 2 == 0) for at in range(MOVEMENTS)]
    asked = [SINCE + timedelta(days=DAYS - 1)]
    history = _card_history(moved)
    interest_only = _bare_card(moved)
    if rebuild(_without_penalty(history), asked).readings[0].least.total.minor != interest_only:
        raise RuntimeError("the two reckon differently")
    bare = Contender("a bare loop over the days", lambda: _bare_card(moved))
    return Contest("a card rebuilt: 60 statements, 200 movements", lambda: rebuild(history, asked), (bare,))


def _card_history(moved: list[tuple[int, int, bool]]) -> History:
    nothing = Bounds.known(Money(0))
    terms = ContractTerms(
        "actual/365",
        STATEMENT,
        compounds=True,
        settles_daily=False,
        payment_day_counts=False,
        rates=(RateFrom.known(SINCE, Rate(DAILY, "daily")),),
        order=GivenOrder(90, CARD_ORDER, CARD_ORDER),
        penalty=MonthlyPenalty(Decimal("0.05"), nothing, None, 20, 3, Bounds.known(Money(1000))),
        minimum=MinimumDue(Decimal("0.1"), carries_unpaid=True),
    )
    on = [(SINCE + timedelta(days=day), Bounds.known(Money(minor)), drawn) for day, minor, drawn in moved]
    charges = tuple(Charge(day, "principal", amount) for day, amount, drawn in on if drawn)
    payments = tuple(Paid(day, amount) for day, amount, drawn in on if not drawn)
    return History(SINCE, "CNY", terms, {"principal": Bounds.known(Money(9_000_000))}, charges, payments)


def _without_penalty(history: History) -> History:
    """The same without penalties, which the bare loop does not know."""
    return replace(history, terms=replace(history.terms, penalty=None, minimum=None))


def _bare_card(moved: list[tuple[int, int, bool]]) -> int:
    drawn = [0] * DAYS
    paid = [0] * DAYS
    for day, minor, is_drawn in moved:
        (drawn if is_drawn else paid)[day] += minor
    principal, interest, running = 9_000_000, 0, 0
    first = SINCE.toordinal()
    for day in range(DAYS):
        principal += drawn[day]
        left = paid[day]
        settled = min(left, interest)
        interest -= settled
        principal -= min(left - settled, principal)
        running += (principal + interest) * 5
        if date.fromordinal(first + day).day == STATEMENT:
            interest += (2 * running + 10_000) // 20_000
            running = 0
    return principal + interest + (2 * running + 10_000) // 20_000
