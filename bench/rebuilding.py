"""Five years of a card rebuilt from its contract against the same years in a bare loop of whole numbers over the days.

The loop adds interest by the day, puts it down on statement days and takes payments off in one order; it knows neither bounds,
penalties, pauses nor waivers, and what comes on which day was sorted out before the clock started.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final

from bench.contest import Contender, Contest
from workstation.money import Money
from workstation.plan.debt.allocation import GivenOrder
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
from workstation.rates import Rate

SINCE: Final = date(2021, 1, 1)
DAYS: Final = 1826
MOVEMENTS: Final = 200
DAILY: Final = Decimal("0.0005")
STATEMENT: Final = 20
ORDER: Final = ("interest", "penalty", "fees", "principal")


def contests(folder: Path) -> list[Contest]:
    """One contest; nothing is written to ``folder``."""
    chance = Random(7)
    moved = [(chance.randrange(DAYS), chance.randrange(1, 90_000), at % 2 == 0) for at in range(MOVEMENTS)]
    asked = [SINCE + timedelta(days=DAYS - 1)]
    history = _history(moved)
    interest_only = _bare(moved)
    if rebuild(_plain(history), asked).readings[0].least.total.minor != interest_only:
        raise RuntimeError("the two reckon differently")
    bare = Contender("a bare loop over the days", lambda: _bare(moved))
    return [Contest("a card rebuilt: 60 statements, 200 movements", lambda: rebuild(history, asked), (bare,))]


def _history(moved: list[tuple[int, int, bool]]) -> History:
    nothing = Bounds.known(Money(0))
    terms = ContractTerms(
        "actual/365",
        STATEMENT,
        compounds=True,
        settles_daily=False,
        payment_day_counts=False,
        rates=(RateFrom.known(SINCE, Rate(DAILY, "daily")),),
        order=GivenOrder(90, ORDER, ORDER),
        penalty=MonthlyPenalty(Decimal("0.05"), nothing, None, 20, 3, Money(1000)),
        minimum=MinimumDue(Decimal("0.1"), carries_unpaid=True),
    )
    on = [(SINCE + timedelta(days=day), Bounds.known(Money(minor)), drawn) for day, minor, drawn in moved]
    charges = tuple(Charge(day, "principal", amount) for day, amount, drawn in on if drawn)
    payments = tuple(Paid(day, amount) for day, amount, drawn in on if not drawn)
    return History(SINCE, "CNY", terms, {"principal": Bounds.known(Money(9_000_000))}, charges, payments)


def _plain(history: History) -> History:
    """The same without penalties, which the bare loop does not know."""
    return replace(history, terms=replace(history.terms, penalty=None, minimum=None))


def _bare(moved: list[tuple[int, int, bool]]) -> int:
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
