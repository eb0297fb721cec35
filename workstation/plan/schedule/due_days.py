"""The due days of a plan: steps from the first due day, calendar months left out, business-day shifts, all distinct."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from workstation.dates import add_months
from workstation.plan.schedule.terms import Every, Terms
from workstation.plan.schedule.working_days import WorkingDays, working_days

_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SAFE_DAY: Final = 28
"""Every month has this day, so that a later one alone needs clamping."""


class DueDays(NamedTuple):
    """``nominal`` days follow the step exactly, ``due_on`` are shifted to working days; ``runs_from`` starts interest.

    ``steps`` counts the periods a row spans: 1, or more after left-out months. ``unknown_on`` is the first due day
    that the calendar's data do not reach.
    """

    runs_from: date
    nominal: tuple[date, ...]
    due_on: tuple[date, ...]
    steps: tuple[int, ...]
    unknown_on: date | None


def start_of(terms: Terms) -> tuple[date, date]:
    """The day from which row interest runs and the first nominal due day, after the deferral.

    The months of a deferral lie before the first due day. Where the given first due day leaves no room for them, it
    moves by as many months.
    """
    if not terms.deferral_months:
        return terms.interest_from, terms.first_due
    runs_from = add_months(terms.interest_from, terms.deferral_months)
    if runs_from < terms.first_due:
        return runs_from, terms.first_due
    return runs_from, add_months(terms.first_due, terms.deferral_months)


def due_days(terms: Terms, count: int) -> DueDays:
    """``count`` due days; raises OverflowError or ValueError past the year 9999 (terms are checked before)."""
    runs_from, first = start_of(terms)
    if terms.skip_months:
        nominal, steps = _kept(first, terms.every, count, frozenset(terms.skip_months))
    else:
        nominal, steps = _stepped(first, terms.every, count), (1,) * count
    if terms.shift == "none":
        return DueDays(runs_from, nominal, nominal, steps, None)
    calendar = working_days(terms.calendar)
    due_on = tuple(_distinct(nominal, terms, calendar))
    unknown = next((day for day in due_on if not calendar.knows(day)), None)
    return DueDays(runs_from, nominal, due_on, steps, unknown)


def due_day_after(terms: Terms, day: date) -> date:
    """The first due day after ``day`` on which a plan of these terms would go on, shifted as they say."""
    calendar = working_days(terms.calendar)
    shifted = (calendar.shifted(one, terms.shift) for one in _endless(terms))
    return next(one for one in shifted if one > day)


def nominal_day_from(terms: Terms, day: date) -> date:
    """The first due day from ``day`` on in the steps of these terms, before any shift."""
    return next(one for one in _endless(terms) if one >= day)


def _endless(terms: Terms) -> Iterator[date]:
    """The nominal due days, without an end."""
    return (day for day in _all_steps(start_of(terms)[1], terms.every) if day.month not in terms.skip_months)


def last_due_day(terms: Terms, count: int) -> date:
    """The last of ``count`` due days, without the others where that can be told."""
    if terms.skip_months or terms.shift != "none":
        return due_days(terms, count).due_on[-1]
    return _step(start_of(terms)[1], terms.every, count - 1)


def _step(first: date, every: Every, index: int) -> date:
    if every.days:
        return first + timedelta(days=every.days * index)
    return add_months(first, every.months * index, first.day)


def _stepped(first: date, every: Every, count: int) -> tuple[date, ...]:
    if every.days:
        return tuple([first + timedelta(days=every.days * i) for i in range(count)])
    anchor, month = first.day, first.year * 12 + first.month - 1
    months = range(month, month + every.months * count, every.months)
    if anchor <= _SAFE_DAY:
        return tuple([date(index // 12, index % 12 + 1, anchor) for index in months])
    return tuple([_clamped(index // 12, index % 12, anchor) for index in months])


def _clamped(year: int, month: int, anchor: int) -> date:
    leap = month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month + 1, min(anchor, _MONTH_DAYS[month] + leap))


def _all_steps(first: date, every: Every) -> Iterator[date]:
    index = 0
    while True:
        yield _step(first, every, index)
        index += 1


def _kept(first: date, every: Every, count: int, skipped: frozenset[int]) -> tuple[tuple[date, ...], tuple[int, ...]]:
    days: list[date] = []
    steps: list[int] = []
    passed = 0
    for day in _all_steps(first, every):
        passed += 1
        if day.month not in skipped:
            days.append(day)
            steps.append(passed)
            passed = 0
        if len(days) == count:
            break
    return tuple(days), tuple(steps)


def _distinct(nominal: tuple[date, ...], terms: Terms, calendar: WorkingDays) -> Iterator[date]:
    """Shifted days; one that would meet its predecessor goes to the next working day after it."""
    last = date.min
    for day in nominal:
        shifted = calendar.shifted(day, terms.shift)
        if shifted <= last:
            shifted = calendar.next(last + timedelta(days=1))
        last = shifted
        yield shifted
