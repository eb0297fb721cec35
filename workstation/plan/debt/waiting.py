"""What waiting costs: daily interest, joined to what bears interest each month where the contract says so; penalties never are.

Interest is kept exact until a point is asked for and rounded there once, half up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
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
    """违约金: ``rate`` of the unpaid minimum due, at least ``minimum`` and at most ``maximum``, once for each month that passes.

    A minimum due up to ``tolerance`` counts as paid. After ``step_after`` months in a row with an unpaid minimum due the rate is
    ``step_rate``; ``missed`` months had passed so before the wait.
    """

    rate: Decimal
    minimum: Money
    maximum: Money | None = None
    tolerance: Money | None = None
    step_rate: Decimal | None = None
    step_after: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class WaitingTerms:
    """How the debt grows. ``month`` "30": every month has 30 days; "actual": months turn on the statement day.

    ``statement_day`` None means the day of the month on which the wait begins. ``minimum_share`` of the principal is asked for
    again each month, with what is new beside it and the minimum due that was not paid; None: nobody knows how it grows, it stays.
    """

    daily_rate: Decimal
    compounding: Literal["monthly", "none"] = "monthly"
    month: Literal["30", "actual"] = "30"
    penalty: Penalty | None = None
    statement_day: int | None = None
    minimum_share: Decimal | None = None


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
    charged = sum(month_penalties(owed, minimum_due, gone, terms))
    return WaitingPoint(on, Balances(owed.principal, interest, owed.penalty + Money(charged, currency), owed.fees))


def month_penalties(owed: Balances, minimum_due: Money, gone: list[int], terms: WaitingTerms) -> list[int]:
    """What each completed month of a wait adds to the penalty, minor units; ``gone`` as `spans` gives it."""
    if terms.minimum_share is None or terms.penalty is None:
        return [month_penalty(minimum_due, terms, month).minor for month in range(1, len(gone))]
    share = owed.principal.times(terms.minimum_share, HALF_UP).minor
    charged: list[int] = []
    due, owing, before = minimum_due, owed.total.minor, 0
    for month, earned in enumerate(_interest_by_month(owed, gone[:-1], terms), 1):
        charged.append(month_penalty(due, terms, month).minor)
        new, before = HALF_UP.whole(earned) - before + charged[-1], HALF_UP.whole(earned)
        owing += new
        due = Money(min(share + due.minor + new, owing), due.currency)
    return charged


def month_penalty(minimum_due: Money, terms: WaitingTerms, month: int = 1) -> Money:
    """What the ``month``-th month of a wait adds to the penalty where ``minimum_due`` is unpaid."""
    rule = terms.penalty
    if rule is None or minimum_due.minor <= (rule.tolerance.minor if rule.tolerance else 0):
        return Money.zero(minimum_due.currency)
    by_rate = minimum_due.times(penalty_rate(rule, month), HALF_UP)
    charged = max(by_rate.minor, rule.minimum.minor)
    most = rule.maximum
    return Money(charged if most is None else min(charged, most.minor), minimum_due.currency)


def penalty_rate(rule: Penalty, month: int) -> Decimal:
    """The rate of the ``month``-th month of a wait."""
    return rule.step_rate if rule.step_rate is not None and rule.missed + month > rule.step_after else rule.rate


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
    *_, last = _interest_by_month(owed, gone, terms)
    return last


def _interest_by_month(owed: Balances, gone: Sequence[int], terms: WaitingTerms) -> Iterator[Fraction]:
    """All new interest at the end of each span, in minor units, exact."""
    rate = Fraction(terms.daily_rate)
    if terms.compounding == "none":
        yield from (owed.principal.minor * rate * days for days in accumulate(gone))
        return
    bearing = owed.principal.minor + owed.interest.minor
    growth = Fraction(1)
    for days in gone:
        growth *= 1 + rate * days
        yield bearing * (growth - 1)
