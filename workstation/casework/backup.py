"""What a desk knows of its copies: how they are kept, and every try to make one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """One row a desk: how many days, weeks and months keep their newest copy, and after how many days to remind.

    Where the copies go is no part of it: that belongs to the computer at which a person sits.
    """

    id: str
    daily: int = 7
    weekly: int = 4
    monthly: int = 12
    remind_days: int = 7
    automatic: bool = True


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """One try to copy the desk. ``size``: bytes that the copy needs, ``copied``: files new to the place, ``lacking``: files of the
    desk that could not be copied; ``problem``: code of what kept the copy from being made, empty for one that was proven."""

    id: str
    at: datetime
    by: str
    place: str
    name: str = ""
    cases: int = 0
    evidence: int = 0
    size: int = 0
    copied: int = 0
    lacking: int = 0
    problem: str = ""


def last_good(records: Iterable[BackupRecord], now: datetime) -> BackupRecord | None:
    """The newest proven copy; one of the future (a clock was wrong) does not count."""
    good = (one for one in records if not one.problem and one.at <= now + timedelta(hours=1))
    return max(good, key=lambda one: one.at, default=None)


def days_without(records: Iterable[BackupRecord], now: datetime) -> int | None:
    """Whole days since the last good copy; None when there is none."""
    last = last_good(records, now)
    return None if last is None else max(0, (now - last.at).days)
