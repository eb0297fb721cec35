"""Calendar days and instants. Dates are ``datetime.date`` (``_on``), instants aware UTC (``_at``), spans half-open [start, end)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from workstation.errors import Finding, Refused


class Clock(Protocol):
    """Where the time comes from; only the composition root makes a real one."""

    def today(self) -> date:
        """The calendar day at the desk."""
        ...

    def now(self) -> datetime:
        """The aware UTC instant."""
        ...


class SystemClock:
    """The machine's own clock."""

    def today(self) -> date:
        """Today in the machine's time zone."""
        return date.today()

    def now(self) -> datetime:
        """This instant, whole seconds, UTC."""
        return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A stopped clock: for tests, samples and re-prints."""

    at: datetime

    def today(self) -> date:
        """The fixed day."""
        return self.at.date()

    def now(self) -> datetime:
        """The fixed instant."""
        return self.at


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` up to, not including, ``end``; an open end means until further notice."""

    start: date
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies inside."""
        return self.start <= day and (self.end is None or day < self.end)

    def covers(self, other: Period) -> bool:
        """Whether every day of ``other`` lies inside."""
        if other.end is None:
            return self.end is None and self.start <= other.start
        return self.start <= other.start and (self.end is None or other.end <= self.end)


def desk_time(instant: datetime) -> datetime:
    """An instant by the machine's own clock: for what happened to the desk (an import, a layout) and to no case."""
    return instant.astimezone()


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int, anchor_day: int | None = None) -> date:
    """``months`` later on day ``anchor_day`` (default: the same day), clamped to the month's end."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    wanted = anchor_day or day.day
    return date(year, month + 1, min(wanted, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """``days`` later."""
    return day + timedelta(days=days)


def months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Every (year, month) from the month of ``first`` to that of ``last``, both included."""
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield index // 12, index % 12 + 1


def parse_day(text: str) -> date:
    """Read an ISO day, also ``2026/11/3``, ``2026.11.3``, ``20261103`` or ``2026年11月3日``.

    Raises `Refused` with ``day_unreadable``.
    """
    plain = text.strip().replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    parts = [plain[:4], plain[4:6], plain[6:]] if plain.isdigit() and len(plain) == 8 else plain.split("-")
    try:
        year, month, day = (int(part) for part in parts)
        if year < 1000:
            raise ValueError(text)
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise Refused(Finding("day_unreadable", "", {"text": text})) from None
