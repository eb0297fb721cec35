"""When each file of the copies was read back last, and which are due: all within thirty days, spread over the days between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from workstation.errors import Damaged
from workstation.store.backup.signed import read_signed, write_signed

LONGEST_DAYS: Final = 30
"""No file stays unread for longer, as long as copies are made."""
_SPREAD_DAYS: Final = 25
"""Read so many days' worth a day; less than the longest, so that a few days without a copy put nothing off."""
_NEVER: Final = 10 * LONGEST_DAYS
"""The age of what was never read."""
_FORM: Final = "concord-checks-1"


@dataclass(frozen=True, slots=True)
class Proven:
    """A file as it was when it was read back: its bytes, and the day."""

    size: int
    on: date


Checks = dict[str, Proven]
"""By path inside the folder of copies."""


def read_checks(path: Path, key: bytes) -> Checks:
    """The list as kept. Raises `Damaged` when it is missing or was altered: then nothing counts as read."""
    form, *lines = read_signed(path, key).splitlines()
    if form != _FORM:
        raise Damaged(f"{path.name} is of another form")
    parts = [line.split(" ") for line in lines]
    days = {day: date.fromisoformat(day) for day in {day for _, _, day in parts}}  # few, of many files
    return {name: Proven(int(size), days[day]) for name, size, day in parts}


def write_checks(path: Path, checks: Checks, key: bytes) -> None:
    """Keep the list."""
    days = {day: day.isoformat() for day in {one.on for one in checks.values()}}
    lines = [_FORM, *(f"{name} {checks[name].size} {days[checks[name].on]}" for name in sorted(checks))]
    write_signed(path, "\n".join(lines) + "\n", key)


def due(names: Iterable[str], checks: Checks, today: date) -> tuple[str, ...]:
    """Which of the files to read back today, the longest unread first: what never was, what is old, and a day's worth of the rest.

    A day in the future (a clock was wrong) counts as never.
    """
    by_day = {day: _age(day, today) for day in {one.on for one in checks.values()}}
    known = {name: by_day[one.on] for name, one in checks.items()}
    ages = sorted(((known.get(name, _NEVER), name) for name in names), reverse=True)
    if not ages:
        return ()
    days = ages[-1][0]  # since the last copy: how long ago the file read last was read
    share = -(-len(ages) * min(days, _SPREAD_DAYS) // _SPREAD_DAYS)
    return tuple(name for at, (age, name) in enumerate(ages) if age >= LONGEST_DAYS - 1 or (at < share and age > 0))


def _age(on: date, today: date) -> int:
    return _NEVER if on > today else (today - on).days
