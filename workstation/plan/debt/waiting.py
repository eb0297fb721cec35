"""What waiting costs: daily interest, joined to what bears interest each month where the contract says so; penalties never are.

Interest is kept exact until a point is asked for and rounded there once, half up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from workstation.dates import add_months
from workstation.errors import Finding, Refused
from workstation.money import HALF_UP, Money
from workstation.plan.debt.balances import Balances

MONTH_DAYS: Final = 30
MONTHS_MAX: Final = 1200
"""A century; a longer wait is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """违约金: ``rate`` of the unpaid minimum due, at least ``minimum`` and at most ``maximum``, once for each month that passes."""

    rate: Decimal
    minimum: Money
    maximum: Money | None = None


@dataclass(frozen=True, slots=True)
class WaitingTerms:
    """How the debt grows. ``month`` "30": every month has 30 days; "actual": months turn on the statement day.

    ``statement_day`` None means the day of the month on which the wait begins.
    """

    daily_rate: Decimal
    compounding: Literal["monthly", "none"] = "monthly"
    month: Literal["30", "actual"] = "30"
    penalty: Penalty | None = None
    statement_day: int | None = None


@dataclass(frozen=True, slots=True)
class WaitingPoint:
    """What is owed on a day, if nothing is paid until then."""

    on: date
    owed: Balances


def months_later(start: date, months: int, terms: WaitingTerms) -> date:
    """The day after so many months of waiting, by the contract's kind of month."""
    if not 0 <= months <= MONTHS_MAX:
        figures = {"value": str(months), "least": "0", "most": str(MONTHS_MAX)}
        raise Refused(Finding("number_range", "points", figures))
    return start + timedelta(days=MONTH_DAYS * months) if terms.month == "30" else add_months(start, months)


def waiting(
    owed: Balances, minimum_due: Money, start: date, points: Sequence[date], terms: WaitingTerms
) -> tuple[WaitingPoint, ...]:
    """What is owed on each of ``points``; raises `Refused` (``day_too_early``, ``number_range``) outside the wait."""
    return tuple(_point(owed, minimum_due, start, on, terms) for on in points)


def _point(owed: Balances, minimum_due: Money, start: date, on: date, terms: WaitingTerms) -> WaitingPoint:
    if on < start:
        raise Refused(Finding("day_too_early", "points", {"day": on.isoformat(), "earliest": start.isoformat()}))
    gone = spans(start, on, terms)
    currency = owed.principal.currency
    interest = owed.interest + Money(HALF_UP.whole(_interest(owed, gone, terms)), currency)
    charged = month_penalty(minimum_due, terms).minor * (len(gone) - 1)
    return WaitingPoint(on, Balances(owed.principal, interest, owed.penalty + Money(charged, currency), owed.fees))


def month_penalty(minimum_due: Money, terms: WaitingTerms) -> Money:
    """What one month that passes adds to the penalty."""
    if terms.penalty is None or minimum_due.minor <= 0:
        return Money.zero(minimum_due.currency)
    by_rate = minimum_due.times(terms.penalty.rate, HALF_UP)
    charged = max(by_rate.minor, terms.penalty.minimum.minor)
    most = terms.penalty.maximum
    return Money(charged if most is None else min(charged, most.minor), minimum_due.currency)


def spans(start: date, on: date, terms: WaitingTerms) -> list[int]:
    """Days of every completed month of the wait, then the days since the last turn."""
    if (on - start).days > MONTH_DAYS * MONTHS_MAX + 366 * 2:
        figures = {"value": str((on - start).days // MONTH_DAYS), "least": "0", "most": str(MONTHS_MAX)}
        raise Refused(Finding("number_range", "points", figures))
    if terms.month == "30":
        months, odd = divmod((on - start).days, MONTH_DAYS)
        return [MONTH_DAYS] * months + [odd]
    gone: list[int] = []
    last = start
    turn_day = terms.statement_day or start.day
    turn = add_months(start, 0, turn_day)
    while True:
        if turn > last:
            if turn > on:
                return [*gone, (on - last).days]
            gone.append((turn - last).days)
            last = turn
        turn = add_months(turn, 1, turn_day)


def _interest(owed: Balances, gone: list[int], terms: WaitingTerms) -> Fraction:
    """New interest in minor units, exact."""
    rate = Fraction(terms.daily_rate)
    if terms.compounding == "none":
        return owed.principal.minor * rate * sum(gone)
    bearing = owed.principal.minor + owed.interest.minor
    growth = Fraction(1)
    for days in gone:
        growth *= 1 + rate * days
    return bearing * (growth - 1)
