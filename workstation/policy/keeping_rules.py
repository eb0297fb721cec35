"""Rules of keeping that hold for every pack (``resources/keeping``): reminders, review, a plan anew, what counts as settled."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

import resources
from workstation.errors import refuse_if
from workstation.policy import building
from workstation.policy.rules import Rule
from workstation.policy.toml_section import Review, Section

T = TypeVar("T")
_MOST_DAYS: Final = 366


@dataclass(frozen=True, slots=True)
class KeepingCalendar:
    """``remind_days``: what comes due within so many days is told; ``late_days``: so long after it where nothing can tell it done.

    A schedule is reviewed every ``review_months``; proofs are asked for from ``invite_days`` before, but those of ``left_out``.
    A plan made anew falls due first after ``leaves_days`` at least.
    ``settled_by``: the ends of an account (`AccountEnd.how`) after which its debt is settled.
    """

    remind_days: Rule[int]
    late_days: Rule[int]
    review_months: Rule[int]
    invite_days: Rule[int]
    left_out: Rule[tuple[str, ...]]
    leaves_days: Rule[int]
    settled_by: Rule[tuple[str, ...]]


def load_keeping_calendar(file: Path) -> KeepingCalendar:
    """Read the rules. Raises `Refused` with one finding a mistake, as `load_pack` does."""
    text = file.read_text("utf-8")
    review = Review(file.name, text)
    top = Section(review, tomllib.loads(text))
    top.day("dated")
    building.sources(top)
    remind, again, anew, records = (top.table(name) for name in ("reminders", "review", "replan", "records"))
    found = KeepingCalendar(
        _rule(remind, "days", _days),
        _rule(remind, "late_days", _days),
        _rule(again, "every_months", lambda table: table.whole("value", 1, 60)),
        _rule(again, "invite_days", _days),
        _rule(again, "left_out", lambda table: table.texts("value")),
        _rule(anew, "leaves_days", _days),
        _rule(records, "settled_by", lambda table: table.texts("value")),
    )
    for section in (remind, again, anew, records, top):
        section.done()
    refuse_if(sorted(review.findings, key=lambda finding: int(finding.figures["line"])))
    return found


@cache
def keeping_calendar() -> KeepingCalendar:
    """The rules of the program. Read once: the file lies inside the program."""
    return load_keeping_calendar(resources.path("keeping", "rules.toml"))


def _rule(section: Section, key: str, read: Callable[[Section], T]) -> Rule[T]:
    table = section.table(key)
    found = Rule(read(table), table.source())
    table.done()
    return found


def _days(table: Section) -> int:
    return table.whole("value", 0, _MOST_DAYS)
