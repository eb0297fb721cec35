"""The days that count together with a day: itself, so many in a row up to it, or its month so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days ``first`` to ``last``; ``following`` is the first day from which the last of them no longer counts."""

    first: date
    last: date
    following: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


def day_span(day: date) -> Span:
    """The day alone."""
    return Span(day, day, day + _DAY)


def window_span(days: int, day: date) -> Span:
    """So many days in a row, the last of them ``day``."""
    return Span(day - (days - 1) * _DAY, day, day + days * _DAY)


def month_span(day: date) -> Span:
    """The calendar month up to ``day``."""
    first = day.replace(day=1)
    return Span(first, day, (first + 32 * _DAY).replace(day=1))
