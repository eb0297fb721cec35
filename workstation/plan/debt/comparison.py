"""Up to four plans beside each other and beside doing nothing: payments, cost, what is saved against waiting, and curves.

A pure function of values, quick enough for every step of a slider. Waiting starts today from what the terms say is owed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import Final

from workstation.errors import Finding, Refused
from workstation.money import HALF_UP, Money
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.growth import Growth, GrowthOf
from workstation.plan.debt.waiting import WaitingTerms, months_later
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.calculate import Schedule, ScheduleRow, schedule
from workstation.plan.schedule.terms import Terms

MOST: Final = 4
"""More plans than this are not compared at a glance."""
_QUARTER: Final = 3
Point = tuple[int, int]
"""Days from today, whole minor units still owed."""


@dataclass(frozen=True, slots=True)
class Saved:
    """On a day: ``waited``, what doing nothing would owe; ``spent``, what the plan has taken and still asks; their difference.

    ``months`` or ``days`` name the horizon from today; both are 0 for the end of the plan.
    """

    on: date
    waited: Money
    spent: Money
    days: int = 0
    months: int = 0

    @property
    def amount(self) -> Money:
        """What the plan saves against waiting until that day; negative when it costs more."""
        return self.waited - self.spent


@dataclass(frozen=True, slots=True)
class Compared:
    """One plan: ``payment`` is its largest instalment, ``monthly`` the same as an amount a month, ``total`` all that is paid.

    ``share`` of the surplus that ``monthly`` takes; None for a lump sum and where there is no surplus in that currency.
    ``saved`` are the horizons and last the end of the plan; empty without waiting terms.
    """

    schedule: Schedule
    payment: Money
    monthly: Money
    up_front: Money
    total: Money
    cost: Money
    true_rate: TrueRate | None
    share: Fraction | None
    first_due: date
    last_due: date
    saved: tuple[Saved, ...]
    curve: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Doing nothing: what is owed at each horizon, and its curve by the quarter until every plan has ended."""

    points: tuple[Owing, ...]
    curve: tuple[Point, ...]
    minimum_due: Money
    terms: WaitingTerms


@dataclass(frozen=True, slots=True)
class Owing:
    """What doing nothing owes on a day, ``days`` or ``months`` from today (both 0: today)."""

    on: date
    owed: Balances
    days: int = 0
    months: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plans in the order given; ``waiting`` is None when nobody knows how the debt grows."""

    today: date
    plans: tuple[Compared, ...]
    waiting: Waiting | None


def compare(
    terms_list: Sequence[Terms],
    waiting_terms: WaitingTerms | None,
    surplus: Money,
    today: date,
    minimum_due: Money | None = None,
    growth_of: GrowthOf = Growth,
) -> Comparison:
    """One to four plans of one debt side by side with doing nothing.

    ``growth_of``: a cache that the caller owns, since a slider changes the plan and not the debt.
    Raises `Refused`: ``comparison_count``; ``comparison_debts`` when they speak of different balances; and what the
    calculator refuses, its subject led by ``option.<no>.``.
    """
    if not 1 <= len(terms_list) <= MOST:
        raise Refused(Finding("comparison_count", "option", {"count": str(len(terms_list)), "most": str(MOST)}))
    if len({Balances.of(terms) for terms in terms_list}) > 1:
        raise Refused(Finding("comparison_debts", "option"))
    made = [_made(no, terms) for no, terms in enumerate(terms_list, 1)]
    if waiting_terms is None:
        return Comparison(today, tuple(_compared(plan, surplus, today, None) for plan in made), None)
    least = minimum_due or Money.zero(terms_list[0].currency)
    growth = growth_of(Balances.of(terms_list[0]), least, today, waiting_terms)
    plans = tuple(_compared(plan, surplus, today, growth) for plan in made)
    return Comparison(today, plans, _waiting(growth, max(plan.last_due for plan in plans)))


def _waiting(growth: Growth, until: date) -> Waiting:
    points = [Owing(on, growth.at(on), days, months) for on, days, months in growth.horizons]
    today = Owing(growth.start, growth.owed)
    return Waiting((today, *points), tuple(_waiting_curve(growth, until)), growth.minimum_due, growth.terms)


def _waiting_curve(growth: Growth, until: date) -> Iterator[Point]:
    on, months = growth.start, 0
    yield 0, growth.owed.total.minor
    while on < until:
        months += _QUARTER
        on = months_later(growth.start, months, growth.terms)
        yield (on - growth.start).days, growth.total_at(on).minor


def _made(no: int, terms: Terms) -> Schedule:
    try:
        return schedule(terms)
    except Refused as refusal:
        raise Refused(*[Finding(f.code, f"option.{no}.{f.subject}", f.figures) for f in refusal.findings]) from None


def _compared(plan: Schedule, surplus: Money, today: date, growth: Growth | None) -> Compared:
    rows, currency = plan.rows, plan.terms.currency
    largest = Money(max(row.payment_minor for row in rows), currency)
    monthly = _a_month(largest, plan.terms)
    paid = sum(row.payment_minor for row in rows) + plan.up_front.minor
    course = _Course(plan, today)
    return Compared(
        plan,
        largest,
        monthly,
        plan.up_front,
        Money(paid, currency),
        Money(sum(row.interest_minor + row.fee_minor for row in rows), currency),
        plan.true_rate,
        _share(monthly, surplus, plan.terms),
        rows[0].due_on,
        rows[-1].due_on,
        tuple(_saved(course, growth)) if growth else (),
        course.curve(),
    )


def _a_month(payment: Money, terms: Terms) -> Money:
    return terms.every.monthly(payment)


def _share(monthly: Money, surplus: Money, terms: Terms) -> Fraction | None:
    if terms.method == "lump_sum" or surplus.minor <= 0 or surplus.currency != monthly.currency:
        return None
    return monthly.share_of(surplus)


def _saved(course: _Course, growth: Growth) -> list[Saved]:
    end = course.plan.rows[-1].due_on
    return [
        Saved(on, growth.total_at(on), course.spent(on), days, months)
        for on, days, months in (*growth.horizons, (end, 0, 0))
    ]


class _Course:
    """A plan as time goes by: what was paid until a day, and what is left then."""

    def __init__(self, plan: Schedule, today: date) -> None:
        self.plan, self._today = plan, today
        rows = plan.rows
        self._days = [row.due_on for row in rows]
        self._paid = list(accumulate((row.payment_minor for row in rows), initial=plan.up_front.minor))
        carried = sum(row.carried_minor for row in rows)
        closing = [rows[0].opening_minor, *[row.closing_minor for row in rows]]
        served = accumulate((row.carried_minor for row in rows), initial=0)
        self._left = [balance + carried - done for balance, done in zip(closing, served, strict=True)]

    def spent(self, on: date) -> Money:
        """Paid until the day, what is still owed then, and the part of the running row's interest earned by then."""
        done = bisect_right(self._days, on)
        running = self._running(self.plan.rows[done], done, on) if done < len(self._days) else 0
        return Money(self._paid[done] + self._left[done] + running, self.plan.terms.currency)

    def _running(self, row: ScheduleRow, done: int, on: date) -> int:
        start = self._days[done - 1] if done else self._today
        span, charged = (row.due_on - start).days, row.interest_minor + row.fee_minor
        return HALF_UP.of_ratio(charged * (on - start).days, span) if span > 0 else 0

    def curve(self) -> tuple[Point, ...]:
        """The balance today, after what is paid up front, and after each due day."""
        days = [0, *[(day - self._today).days for day in self._days]]
        return tuple(zip(days, self._left, strict=True))
