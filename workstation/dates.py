"""Calendar days and instants. Dates are ``datetime.date`` (``_on``), instants aware UTC (``_at``), spans half-open [start, end)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Final, Protocol

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
    return date(year, month, _days_in(year, month))


def _days_in(year: int, month: int) -> int:
    """By the rule of 1582; `calendar` would load half of the library of locales."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _MONTH_DAYS[month - 1]


def add_months(day: date, months: int, anchor_day: int | None = None) -> date:
    """``months`` later on day ``anchor_day`` (default: the same day), clamped to the month's end."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    wanted = anchor_day or day.day
    return date(year, month + 1, min(wanted, _days_in(year, month + 1)))


def add_days(day: date, days: int) -> date:
    """``days`` later."""
    return day + timedelta(days=days)


def months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Every (year, month) from the month of ``first`` to that of ``last``, both included."""
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield index // 12, index % 12 + 1


def parse_day(text: str) -> date:
    """Read an ISO day, also ``2026/11/3``, ``2026.11.3``, ``2026 11 05``, ``20261103``, ``2026年11月3日``, and years of 民國.

    A year of three digits is one of 民國 (``115/08/18``, ``1150818``), one of two only behind that word.
    Raises `Refused` (day_unreadable; day_beyond_range for a year that can only be a slip).
    """
    typed = folded_day(text)
    found = re.fullmatch(_DAY, typed) or re.fullmatch(_COMPACT, typed)
    try:
        if found is None:
            raise ValueError(text)
        era, year, month, day = found[1], *(int(part) for part in found.groups()[1:])
        found_day = date(year + _REPUBLIC_BEGAN if era else republic_year(year), month, day)
    except (ValueError, OverflowError):
        raise Refused(Finding("day_unreadable", "", {"text": text})) from None
    if not _YEARS[0] <= found_day.year <= _YEARS[1]:
        raise Refused(Finding("day_beyond_range", "", {"text": text, "first": str(_YEARS[0]), "last": str(_YEARS[1])}))
    return found_day


def folded_day(text: str) -> str:
    """A day as it was typed, in half-width forms, with plain blanks and hyphens, and none around it."""
    return text.translate(_AS_TYPED).strip()


def republic_year(year: int) -> int:
    """A year of our era; one of three digits is one of 民國. Raises ValueError for what is neither."""
    if _REPUBLIC[0] <= year <= _REPUBLIC[1]:
        return year + _REPUBLIC_BEGAN
    if year < _FIRST_YEAR:
        raise ValueError(year)
    return year


def parse_offset_instant(text: str) -> datetime | None:
    """The local time (UTC+8, without zone) of an instant that is printed with its offset: ``2026-03-31T23:30:00Z`` is the next day.

    None for a text without one. All markets of this program keep UTC+8.
    """
    found = re.fullmatch(_OFFSET, text.strip())
    if found is None:
        return None
    zone = _zone(found[3])
    try:
        instant = datetime.fromisoformat(f"{found[1].replace('/', '-')}T{found[2]}{zone}")
    except ValueError:
        raise Refused(Finding("day_unreadable", "", {"text": text})) from None
    return instant.astimezone(_LOCAL).replace(tzinfo=None)


def _zone(text: str) -> str:
    """``Z``, ``UTC``, ``GMT+8`` or ``+0800`` as ``+08:00``."""
    offset = text.upper().removeprefix("UTC").removeprefix("GMT").strip("Z ")
    if not offset:
        return "+00:00"
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits, "00") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return f"{offset[0]}{hours.zfill(2)}:{minutes}"


def parse_serial_day(text: str) -> datetime | None:
    """The local time (UTC+8, without zone) that a bare number stands for in a column of days; None for any other text.

    ``46083`` is 2 March 2026, ``46083.5`` noon; ``1772409600`` and ``1772409600000`` are seconds and milliseconds since 1970.
    Only for a cell that must hold a day: elsewhere such a number may be anything.
    """
    if re.fullmatch(_SERIAL, text):
        found = _BEGAN + timedelta(seconds=round(Decimal(text) * _DAY_SECONDS))
    elif re.fullmatch(_EPOCH, text):
        seconds = int(text[:10])
        found = datetime.fromtimestamp(seconds, UTC).astimezone(_LOCAL).replace(tzinfo=None)
    else:
        return None
    return found if _BELIEVED[0] <= found.date() < _BELIEVED[1] else None


_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Patterns as text: `re` compiles each once, when the first such text is read.
_AS_TYPED: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys((0x3000, 0xA0), 0x20)
    | dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x30FC), 0x2D)
)
_DAY: Final = (
    r"(中華民國|中华民国|民國|民国)? ?([0-9]{2,4}) ?[-/.年 ] ?([0-9]{1,2}) ?[-/.月 ] ?([0-9]{1,2}) ?(?:日|號|号)?"
)
_COMPACT: Final = r"(民國|民国)?((?:19|20)[0-9]{2}(?=[0-9]{4}$)|1[0-9]{2}(?=[0-9]{4}$))([0-9]{2})([0-9]{2})"
_OFFSET: Final = (
    r"([0-9]{4}[-/][0-9]{2}[-/][0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)? ?"
    r"([Zz]|(?:UTC|GMT)(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?|[+-][0-9]{2}(?::?[0-9]{2})?)"
)
_REPUBLIC: Final = (100, 150)
"""Years of 民國 that are read without their name: 2011 to 2061."""
_REPUBLIC_BEGAN: Final = 1911
_FIRST_YEAR: Final = 1000
_YEARS: Final = (1900, 2199)
"""No person, debt or plan reaches further; what is counted from such a day would run out of the calendar."""
_SERIAL: Final = r"[0-9]{5}(?:\.[0-9]{1,12})?"
_EPOCH: Final = r"1[0-9]{9}(?:[0-9]{3})?"
_BEGAN: Final = datetime.combine(date(1899, 12, 30), time())
"""Day 0 of the 1900 system, from its day 61 on: the day 29 February 1900 that it counts never was (ECMA-376 Part 1, 18.17.4.1)."""
_BELIEVED: Final = (date(1990, 1, 1), date(2100, 1, 1))
_LOCAL: Final = timezone(timedelta(hours=8))
_DAY_SECONDS: Final = 86_400
