"""How much of a year lies between two days, and what a rate earns in it, as exact whole-number ratios."""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import gcd
from typing import Final, NamedTuple

from workstation.dates import month_end
from workstation.money import RoundingMode
from workstation.plan.schedule.due_days import DueDays
from workstation.plan.schedule.terms import Terms
from workstation.rates import DayCount, Rate

YEAR_DAYS: Final[dict[DayCount, int]] = {"30/360": 360, "actual/365": 365, "actual/360": 360, "actual/actual": 365}
_MONTH: Final = 30


class Accrual(NamedTuple):
    """Interest of row i on a balance B is B × ``shares[i]`` / ``whole``; ``days`` are the days it runs."""

    days: tuple[int, ...]
    interest_factors: tuple[int, ...]
    whole: int


def days_30_360(start: date, end: date) -> int:
    """30E/360 days, but whole months count 30 days each, also from and to a month's end (contract of the plan)."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if _whole_months(start, end):
        return _MONTH * months
    return _MONTH * months + min(end.day, _MONTH) - min(start.day, _MONTH)


def _whole_months(start: date, end: date) -> bool:
    """Whether one day of the month, clamped to either month's end, names both days."""
    if start.day == end.day:
        return True
    if start.day < end.day:
        return start == month_end(start.year, start.month)
    return end == month_end(end.year, end.month)


def days_between(start: date, end: date, day_count: DayCount) -> int:
    """Days that interest counts from ``start`` to ``end``."""
    return days_30_360(start, end) if day_count == "30/360" else (end - start).days


def is_leap(year: int) -> bool:
    """Whether the year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def year_part(start: date, end: date, day_count: DayCount) -> Fraction:
    """The exact part of a year between two days; actual/actual splits at the year's end."""
    if day_count != "actual/actual":
        return Fraction(days_between(start, end, day_count), YEAR_DAYS[day_count])
    common, leap = split_days(start, end)
    return Fraction(common, 365) + Fraction(leap, 366)


def split_days(start: date, end: date) -> tuple[int, int]:
    """Days in common years and in leap years."""
    days = {False: 0, True: 0}
    while start.year < end.year:
        turn = date(start.year + 1, 1, 1)
        days[is_leap(start.year)] += (turn - start).days
        start = turn
    days[is_leap(start.year)] += (end - start).days
    return days[False], days[True]


def earned(rate: Rate, start: date, end: date, day_count: DayCount) -> Fraction:
    """What one unit earns at ``rate`` (simple interest) between two days."""
    if rate.per == "daily":
        return Fraction(rate.value) * days_between(start, end, day_count)
    yearly = Fraction(rate.value) * (12 if rate.per == "monthly" else 1)
    return yearly * year_part(start, end, day_count)


def accrual(terms: Terms, due: DueDays) -> Accrual:
    """The days and interest shares of every row."""
    ends = due.nominal if terms.day_count == "30/360" else due.due_on
    days = _row_days(terms, due, ends)
    value = Fraction(terms.rate.value)
    if not value:
        return Accrual(days, (0,) * len(days), 1)
    top, bottom = value.numerator * (12 if terms.rate.per == "monthly" else 1), value.denominator
    if terms.rate.per == "daily":
        return _by_days(days, top, bottom)
    if terms.day_count == "actual/actual":
        spans = [split_days(a, b) for a, b in zip((due.runs_from, *ends), ends, strict=False)]
        interest_factors = [top * (common * 366 + leap * 365) for common, leap in spans]
        whole = bottom * 365 * 366
        unit = gcd(whole, *interest_factors)
        return Accrual(days, tuple([factor // unit for factor in interest_factors]), whole // unit)
    return _by_days(days, top, bottom * YEAR_DAYS[terms.day_count])


def _row_days(terms: Terms, due: DueDays, ends: tuple[date, ...]) -> tuple[int, ...]:
    first = days_between(due.runs_from, ends[0], terms.day_count)
    if terms.day_count != "30/360":
        numbers = [day.toordinal() for day in ends]
        return (first, *[b - a for a, b in pairwise(numbers)])
    if terms.every.days:
        return (first, *[days_30_360(a, b) for a, b in pairwise(ends)])
    month = _MONTH * terms.every.months
    if not terms.skip_months:
        return (first, *((month,) * (len(ends) - 1)))
    return (first, *[month * steps for steps in due.steps[1:]])


def _by_days(days: tuple[int, ...], top: int, whole: int) -> Accrual:
    """Shares of rows that earn ``top`` / ``whole`` a day, in lowest terms; few rows differ in their days."""
    kinds = set(days)
    unit = gcd(whole, *[top * count for count in kinds])
    share_of = {count: top * count // unit for count in kinds}
    if len(kinds) == 1:
        return Accrual(days, (share_of[days[0]],) * len(days), whole // unit)
    return Accrual(days, tuple([share_of[count] for count in days]), whole // unit)


def rounded(top: int, bottom: int, mode: RoundingMode) -> int:
    """``top`` / ``bottom`` (bottom > 0) as a whole number; modes act on the magnitude, as `Rounding` does."""
    if top < 0:
        return -rounded(-top, bottom, mode)
    match mode:
        case "half_up":
            return (2 * top + bottom) // (2 * bottom)
        case "down":
            return top // bottom
        case "up":
            return -(-top // bottom)
        case "half_even":
            whole, rest = divmod(2 * top + bottom, 2 * bottom)
            return whole - (rest == 0 and whole % 2)
