"""How a debt grows from a day on when nothing is paid. Each day is worked out once: a slider changes plans and no debt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Final

from workstation.dates import add_days
from workstation.money import Money
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.waiting import WaitingTerms, months_later, waiting

HORIZON_DAYS: Final = (30, 60, 90, 180)
HORIZON_MONTHS: Final = (12,)


class Growth:
    """The debt ``owed`` on the day ``start``, under the terms of the wait."""

    def __init__(self, owed: Balances, minimum_due: Money, start: date, terms: WaitingTerms) -> None:
        self.owed, self.minimum_due, self.start, self.terms = owed, minimum_due, start, terms
        self._known: dict[date, Balances] = {}
        self._totals: dict[date, Money] = {}

    def at(self, on: date) -> Balances:
        """What is owed on a day; before the start, what is owed then. Raises `Refused` (``number_range``) for too long a wait."""
        on = max(on, self.start)
        if on not in self._known:
            self._known[on] = waiting(self.owed, self.minimum_due, self.start, (on,), self.terms)[0].owed
        return self._known[on]

    def total_at(self, on: date) -> Money:
        """All that is owed on a day, as `at` has it."""
        if on not in self._totals:
            self._totals[on] = self.at(on).total
        return self._totals[on]

    @cached_property
    def horizons(self) -> tuple[tuple[date, int, int], ...]:
        """(day, days, months) of each horizon."""
        by_days = [(add_days(self.start, days), days, 0) for days in HORIZON_DAYS]
        by_months = [(months_later(self.start, months, self.terms), 0, months) for months in HORIZON_MONTHS]
        return *by_days, *by_months


GrowthOf = Callable[[Balances, Money, date, WaitingTerms], Growth]
"""`Growth`, or a cache of it that the caller owns."""
