"""How the interest of one row accrues, as a spreadsheet expression and as the exact amount it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final

from workstation.plan.schedule.accrual import YEAR_DAYS, days_between, earned, is_leap
from workstation.plan.schedule.calculate import ScheduleRow
from workstation.plan.schedule.due_days import start_of
from workstation.plan.schedule.frame import PlanFrame
from workstation.plan.schedule.terms import Terms

_MONTH: Final = 30


@dataclass(frozen=True, slots=True)
class Accrual:
    """``factor`` (``{days}`` stands for the cell of the days) times the balance is the interest, ``exact`` in minor units.

    An empty factor: the row bears no interest by its terms.
    """

    factor: str
    exact: Fraction


NO_INTEREST: Final = Accrual("", Fraction(0))


def accruals(terms: Terms, frame: PlanFrame, rows: Sequence[ScheduleRow]) -> tuple[Accrual, ...]:
    """The accrual of every row: on the balance before it, or on the original amount under flat interest."""
    flat = frame.flat is not None
    shares = frame.accrual.interest_factors if flat else frame.interest_factors
    free = terms.grace_interest if flat else 0
    days = (start_of(terms)[0], *(row.due_on for row in rows))
    return tuple(
        Accrual(
            _factor(terms, since, until), Fraction((frame.old.original if flat else row.opening_minor) * share, whole)
        )
        if share and index >= free
        else NO_INTEREST
        for index, (row, share, whole, (since, until)) in enumerate(
            zip(rows, shares, (frame.accrual.whole,) * len(rows), pairwise(days), strict=True)
        )
    )


def deferral(terms: Terms, frame: PlanFrame) -> Accrual:
    """The simple interest that runs while the first due day is put off; with the days written into the factor."""
    since, until = terms.interest_from, start_of(terms)[0]
    if not terms.deferral_months or terms.deferral_interest == "stops" or not terms.rate.value:
        return NO_INTEREST
    days = str(days_between(since, until, terms.day_count))
    exact = frame.old.financed * earned(terms.rate, since, until, terms.day_count)
    return Accrual(_factor(terms, since, until).format(days=days), exact)


def _factor(terms: Terms, since: date, until: date) -> str:
    """What the balance is multiplied by; speaks of the cell plan_rate."""
    span = terms.rate.per
    if span == "daily":
        return "plan_rate*{days}"
    yearly = "plan_rate" if span == "annual" else "plan_rate*12"
    if terms.day_count == "actual/actual":
        return f"{yearly}*({'+'.join(_year_parts(since, until))})"
    year = YEAR_DAYS[terms.day_count]
    if span == "monthly" and year == 12 * _MONTH:
        return f"plan_rate*{{days}}/{_MONTH}"
    return f"{yearly}*{{days}}/{year}"


def _year_parts(since: date, until: date) -> Iterator[str]:
    """Days from ``since`` to ``until`` in each calendar year over the days of that year: ``20/365``."""
    while since < until:
        end = min(until, date(since.year + 1, 1, 1))
        yield f"{(end - since).days}/{366 if is_leap(since.year) else 365}"
        since = end
