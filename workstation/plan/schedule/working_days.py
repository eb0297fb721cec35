"""Business-day calendars, read from resources/calendars/<id>.toml; days beyond a calendar's years know weekends only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import resources
from workstation.errors import Finding, Refused
from workstation.plan.schedule.terms import ShiftRule

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """``closed`` weekdays without work and ``opened`` weekend days with work, known from ``first_year`` to ``last_year``."""

    id: str
    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    first_year: int = 1
    last_year: int = 9999

    def holds(self, day: date) -> bool:
        """Whether banks work on the day."""
        return day not in self.closed if day.weekday() < _SATURDAY else day in self.opened

    def knows(self, day: date) -> bool:
        """Whether the calendar's data reach the day."""
        return self.first_year <= day.year <= self.last_year

    def next(self, day: date) -> date:
        """The day itself or the first working day after it."""
        while not self.holds(day):
            day += _DAY
        return day

    def previous(self, day: date) -> date:
        """The day itself or the last working day before it."""
        while not self.holds(day):
            day -= _DAY
        return day

    def shifted(self, day: date, rule: ShiftRule) -> date:
        """Where a due day falls: ``modified_following`` turns back rather than leave the month."""
        match rule:
            case "none":
                return day
            case "following":
                return self.next(day)
            case "preceding":
                return self.previous(day)
            case "modified_following":
                later = self.next(day)
                return later if later.month == day.month else self.previous(day)


WEEKENDS: Final = WorkingDays("weekends")
"""Monday to Friday, without holidays: what a plan without a calendar shifts by."""


def calendar_ids() -> tuple[str, ...]:
    """The calendars that ship with Concord."""
    return tuple(sorted(file.stem for file in resources.path("calendars").glob("*.toml")))


def working_days(calendar: str | None) -> WorkingDays:
    """The calendar of an id, weekends only for None; raises `Refused` with ``calendar_unknown``."""
    if calendar is None:
        return WEEKENDS
    if calendar not in calendar_ids():
        figures = {"calendar": calendar, "known": ", ".join(calendar_ids())}
        raise Refused(Finding("calendar_unknown", "shift.calendar", figures))
    return _read(calendar)


@cache
def _read(calendar: str) -> WorkingDays:
    import tomllib  # most plans follow no calendar

    tree = tomllib.loads(resources.path("calendars", f"{calendar}.toml").read_text("utf-8"))
    return WorkingDays(
        calendar, _days(tree, "closed"), _days(tree, "open"), int(tree["first_year"]), int(tree["last_year"])
    )


def _days(tree: dict[str, Any], key: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(f"{year}-{day}") for year, days in tree[key].items() for day in days)
