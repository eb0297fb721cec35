"""Which copies are kept: the newest of each of the last days, weeks and months that have one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KeepRule:
    """How many days, weeks (ISO 8601) and months with a copy keep their newest one."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 12


def kept(copies: Iterable[tuple[str, date]], rule: KeepRule) -> frozenset[str]:
    """The names to keep, of copies given with the day on which each was made; the newest is always among them.

    Names of one day sort in the order in which they were made.
    """
    newest_first = sorted(copies, key=lambda copy: (copy[1], copy[0]), reverse=True)
    found = {name for name, _ in newest_first[:1]}
    days: dict[date, str] = {}
    weeks: dict[tuple[int, int], str] = {}
    months: dict[tuple[int, int], str] = {}
    for name, day in newest_first:
        days.setdefault(day, name)
        weeks.setdefault(day.isocalendar()[:2], name)
        months.setdefault((day.year, day.month), name)
    for names, count in ((days, rule.daily), (weeks, rule.weekly), (months, rule.monthly)):
        found.update(list(names.values())[:count])
    return frozenset(found)
