"""What is owed by contract and payments on any day: exact where all is known, else between two bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workstation.money import Money
from workstation.plan.debt.balances import Balances
from workstation.plan.rebuilt.events import End, events
from workstation.plan.rebuilt.history import History
from workstation.plan.rebuilt.run import NothingKnownAbove, Posted, Run, Standing


@dataclass(frozen=True, slots=True)
class Reading:
    """What is owed in the evening of a day. ``most`` None: nobody knows. ``credit``: surely paid beyond all that is owed."""

    on: date
    least: Balances
    most: Balances | None
    credit: Money

    @property
    def is_exact(self) -> bool:
        """Whether both bounds are one."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The days that were asked for, and every movement on the way, as it is at the least and at the most."""

    readings: tuple[Reading, ...]
    posted_least: tuple[Posted, ...]
    posted_most: tuple[Posted, ...]

    @property
    def is_exact(self) -> bool:
        """Whether nothing had to be bounded."""
        return all(reading.is_exact for reading in self.readings)


def rebuild(history: History, days: Sequence[date]) -> Rebuilt:
    """What was owed on each of ``days`` (at least one), in order of the days.

    Raises `Refused`: day_before_opening, rate_missing, number_range, days_reversed, reversal_unmatched.
    """
    least, posted_least = _read(history, days, "least")
    most, posted_most = (least, posted_least) if history.is_known else _read(history, days, "most")
    readings = tuple(
        Reading(
            on,
            _balances(low.owed, history.currency),
            _balances(most[at].owed, history.currency) if at < len(most) else None,
            Money(most[at].credit if at < len(most) else 0, history.currency),
        )
        for at, (on, low) in enumerate(zip(sorted(set(days)), least, strict=True))
    )
    return Rebuilt(readings, posted_least, posted_most)


def _read(history: History, days: Sequence[date], end: End) -> tuple[list[Standing], tuple[Posted, ...]]:
    readings: list[Standing] = []
    posted: list[Posted] = []
    found = events(history, days, end)
    try:
        run = Run(history, end, posted)
        for event in found:
            if (standing := run.go(event)) is not None:
                readings.append(standing)
    except NothingKnownAbove:
        return readings, tuple(posted)  # they end where nothing is known any more
    return readings, tuple(posted)


def _balances(owed: Sequence[int], currency: str) -> Balances:
    return Balances(*[Money(minor, currency) for minor in owed])
