"""The freshness clock: until when proofs may be used, and which of them makes a packet go stale first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from workstation.evidence.verification import EvidenceItem
from workstation.policy.rules import Requirement


@dataclass(frozen=True, slots=True)
class GoesStale:
    """``on`` is the first day on which ``requirement`` no longer holds."""

    on: date
    requirement: Requirement


def dated_on(requirement: Requirement, item: EvidenceItem) -> date | None:
    """The day from which the age of a proof counts: the last day it covers where a period is asked, else its issue."""
    if requirement.covers_months and item.covers_to:
        return item.covers_to - timedelta(days=1)
    return item.issued_on


def stale_on(requirement: Requirement, items: Iterable[EvidenceItem]) -> date | None:
    """The first day on which these proofs are too old; None when age does not matter or no day is known.

    Statements of one account in several parts age with the latest part, other papers with the oldest.
    """
    days = [day for item in items if (day := dated_on(requirement, item))]
    if requirement.freshness_days is None or not days:
        return None
    day = max(days) if requirement.covers_months else min(days)
    return day + timedelta(days=requirement.freshness_days + 1)


def first_stale(entries: Iterable[tuple[Requirement, date | None]]) -> GoesStale | None:
    """Which requirement goes stale first, from (requirement, first stale day) pairs; None when nothing ages."""
    dated = [GoesStale(day, requirement) for requirement, day in entries if day is not None]
    return min(dated, key=lambda one: one.on) if dated else None
