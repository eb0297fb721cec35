"""One plan in each of its lengths: due days, shares of interest and old amounts are alike in all and worked out once.

What a length comes to then follows from its even amount and the balance before its last row, which one short loop over whole
numbers finds without keeping rows. Rows that are not so plain are walked by `walk`; tests hold the loop against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from operator import add
from typing import Final, NamedTuple

from workstation.plan.schedule.components import spread_evenly
from workstation.plan.schedule.frame import EVEN, PlanFrame, frame
from workstation.plan.schedule.terms import Terms
from workstation.plan.schedule.walk import Walked, walk

_A_YEAR: Final = 360 * 10**6


class LengthFigures(NamedTuple):
    """What a plan comes to, in minor units: its largest payment, all that is paid in rows and up front, new interest and fees.

    ``steepest``: no row charges more than this on its balance, in millionths a year of 360 days.
    """

    payment: int
    total: int
    cost: int
    steepest: int


class Lengths:
    """The terms ``longest`` with as many rows as they name, or fewer. They are checked before; raises `Refused` as `frame` does."""

    def __init__(self, longest: Terms) -> None:
        self.longest = longest
        self._frame = frame(longest, longest.instalments or 1)

    def terms(self, rows: int) -> Terms:
        """The terms with so many rows."""
        return self.longest if rows == self.longest.instalments else replace(self.longest, instalments=rows)

    def due_on(self, row: int) -> date:
        """The day on which instalment ``row`` (1-based) falls due; it does not depend on how many follow."""
        return self._frame.due.due_on[row - 1]

    @property
    def up_front(self) -> int:
        """What is paid at once."""
        return self._frame.old.up_front

    @cached_property
    def held(self) -> int:
        """What the rows hold of the debt, without any new interest or fee."""
        terms = self.longest
        old = (
            (terms.interest, terms.treat_interest),
            (terms.penalty, terms.treat_penalty),
            (terms.fees, terms.treat_fees),
        )
        kept = sum(amount.minor for amount, treatment in old if treatment not in ("waive", "up_front"))
        return terms.principal.minor - terms.waive_principal.minor - terms.down_payment.minor + kept

    def figures(self, rows: int) -> LengthFigures:
        """What so many rows come to; raises `Refused` as `walk` does."""
        found = self._unwalked(rows) if self._plain else None
        return found or _walked_figures(self.longest, rows)

    @cached_property
    def _plain(self) -> bool:
        """Whether every row is even, whole minor units are rounded up, and the last row takes the remainder."""
        plan, rounding = self._frame, self.longest.rounding
        even = set(plan.parts) == {EVEN} and not plan.skipping and plan.flat is None and not plan.fee
        return even and (rounding.unit, rounding.mode, self.longest.remainder) == (1, "up", "last")

    @cached_property
    def _charging(self) -> bool:
        return any(self._frame.interest_factors)

    @cached_property
    def _evens(self) -> tuple[int, ...]:
        """The even amount of each length."""
        plan = self._frame
        if plan.even_principal:
            return tuple([-(-plan.old.financed // rows) for rows in range(1, plan.rows + 1)])
        return tuple(_level_amounts(plan))

    @cached_property
    def _growths(self) -> tuple[int, ...]:
        """What a balance of ``whole`` grows to in each row."""
        return tuple([self._frame.whole + factor for factor in self._frame.interest_factors])

    @cached_property
    def _steepness(self) -> tuple[int, int]:
        """The most that a row charges before it is rounded, and what one minor unit more is on a balance of one."""
        plan = self._frame
        bearing = {one for one in zip(plan.interest_factors, plan.accrual.days, strict=True) if one[0]}
        if not bearing:
            return 0, 0
        steepest = max(-(-_A_YEAR * factor // (plan.whole * days)) for factor, days in bearing)
        return steepest, -(-_A_YEAR // min(days for _, days in bearing))

    def _unwalked(self, rows: int) -> LengthFigures | None:
        """The figures without the rows; None where a row would pay less than its interest, or more than is left."""
        plan, even = self._frame, self._evens[rows - 1]
        rest = self._before_last(even, rows)
        if rest <= 0:
            return None
        carried = spread_evenly(plan.old.spread, rows)
        carried[0] += plan.old.first
        interest = -(-rest * plan.interest_factors[rows - 1] // plan.whole)
        if plan.even_principal and self._charging:
            earlier = self._interests(even, rows)
            cost = sum(earlier) + interest
            most = max(map(add, earlier, carried), default=0)
        else:
            cost = even * (rows - 1) + rest + interest - plan.old.financed
            most = carried[0]
        payment = max(even + most if rows > 1 else 0, rest + interest + carried[-1])
        total = plan.old.financed + cost + plan.old.spread + plan.old.first + plan.old.up_front
        steepest, unit = self._steepness
        return LengthFigures(payment, total, cost, steepest + -(-unit // rest))

    def _before_last(self, even: int, rows: int) -> int:
        """The balance before the last row; nothing or less where an earlier row would raise it or pay it off."""
        plan = self._frame
        if plan.even_principal or not self._charging:
            return plan.old.financed - even * (rows - 1)
        whole, growths = plan.whole, self._growths[: rows - 1]
        owed = -plan.old.financed  # below nothing, so that whole division rounds interest up
        if growths and -owed * (max(growths) - whole) > even * whole:
            return 0
        for growth in growths:
            owed = owed * growth // whole + even
        return -owed

    def _interests(self, even: int, rows: int) -> list[int]:
        """The interest of every row but the last, on a principal that falls evenly."""
        plan = self._frame
        openings = range(plan.old.financed, 0, -even)
        factors = plan.interest_factors[: rows - 1]
        return [-(-opening * factor // plan.whole) for opening, factor in zip(openings, factors, strict=False)]


def _level_amounts(plan: PlanFrame) -> Iterator[int]:
    """The even instalment of each length, rounded up: `even_ratio` carried on from one row to the next."""
    top, bottom, scale = plan.old.financed, 0, 1
    for factor in plan.interest_factors:
        scale *= plan.whole
        top, bottom = top * (plan.whole + factor), bottom * (plan.whole + factor) + scale
        yield -(-top // bottom)


def _walked_figures(terms: Terms, rows: int) -> LengthFigures:
    plan = frame(terms, rows)
    walked = walk(plan, terms.currency, terms.remainder)
    payments = list(map(add, map(add, walked.principal, walked.interest), plan.carried))
    fees = plan.fee * rows
    return LengthFigures(
        max(payments) + plan.fee,
        sum(payments) + fees + plan.old.up_front,
        sum(walked.interest) + fees,
        _steepest(plan, walked),
    )


def _steepest(plan: PlanFrame, walked: Walked) -> int:
    openings = (plan.old.financed, *walked.closing)
    rows = zip(walked.interest, openings, plan.accrual.days, strict=False)
    charged = [(interest + plan.fee, opening * days) for interest, opening, days in rows]
    return max([-(-charge * _A_YEAR // borne) if borne else _A_YEAR for charge, borne in charged if charge], default=0)
