"""From what a person can pay to the number of instalments: the fewest rows that keep every payment within it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from workstation.errors import Finding, Refused
from workstation.plan.checks import LAST_YEAR, ROWS_MAX
from workstation.plan.terms import Terms

if TYPE_CHECKING:
    from workstation.plan.schedule import Schedule

_SCAN: Final = 240
"""Rows tried past the first plausible number; rounding to coarse units may need a few."""


def fewest_rows(terms: Terms, rows_of: Callable[[Terms, int], Schedule]) -> Schedule:
    """The schedule with the fewest rows whose payments all stay within ``terms.affordable``.

    Raises `Refused`: ``negative_amortisation`` when even the longest plan's interest is more, else ``affordable_too_small``.
    """
    within = terms.affordable.minor if terms.affordable is not None else 0
    least = max(1, terms.grace_principal + 1, *[payment.no for payment in terms.fixed])

    def tried(count: int, slack: int) -> Schedule | None:
        try:
            plan = rows_of(terms, count)
        except Refused:
            return None
        ordinary = plan.rows[:-1] if slack and count > 1 else plan.rows
        return plan if max(row.payment_minor for row in ordinary) <= within + slack else None

    most = _most(terms)
    start = _first_plausible(least, most, lambda count: tried(count, terms.rounding.unit + 2) is not None)
    for count in range(start, min(start + _SCAN, most) + 1):
        plan = tried(count, 0)
        if plan is not None:
            return plan
    raise Refused(_too_small(terms, rows_of, most))


def _most(terms: Terms) -> int:
    """As many rows as the calendar and the limit allow."""
    step = (terms.every.days or 31 * terms.every.months) * (12 if terms.skip_months else 1)
    return max(1, min(ROWS_MAX, (LAST_YEAR - terms.first_due.year) * 365 // step))


def _first_plausible(least: int, most: int, holds: Callable[[int], bool]) -> int:
    """The smallest count that holds, for a condition that once true stays true; doubling, then halving."""
    low, high = least - 1, least
    while high < most and not holds(high):
        low, high = high, min(2 * high, most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _too_small(terms: Terms, rows_of: Callable[[Terms, int], Schedule], most: int) -> Finding:
    figures = {"affordable": terms.affordable.text() if terms.affordable is not None else ""}
    try:
        first = rows_of(terms, min(most, _SCAN)).rows[0]
    except Refused as refusal:
        return refusal.findings[0]
    if terms.affordable is not None and first.interest > terms.affordable:
        return Finding("negative_amortisation", "affordable", {"row": "1", "amount": first.interest.text(), **figures})
    return Finding("affordable_too_small", "affordable", {**figures, "least": first.payment.text()})
