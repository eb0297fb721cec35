"""From what a person can pay to the number of instalments: the fewest rows that keep every payment within it."""

from collections.abc import Callable
from typing import Final, NamedTuple

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.schedule.term_checks import LAST_YEAR, ROWS_MAX
from workstation.plan.schedule.terms import Terms

_YEARS: Final = 50
_SCAN: Final = 240
"""Rows tried past the first plausible number; rounding to coarse units may need a few."""


class AffordableTrial(NamedTuple):
    """A plan of some number of rows, as far as this search cares: its payments and its first interest."""

    payments: list[int]
    first_interest: int


def fewest_rows(terms: Terms, within: Money, trial: Callable[[int], AffordableTrial]) -> int:
    """The fewest rows whose payments all stay ``within``; ``trial`` works them out and raises `Refused`.

    Raises `Refused`: ``negative_amortisation`` when the first interest alone is more, else ``affordable_too_small``.
    """
    least = max(1, terms.grace_principal + 1, *[payment.no for payment in terms.fixed])
    most = _most(terms)
    if _first_interest(trial, least) > within.minor:
        raise Refused(_too_small(within, trial, min(most, _SCAN)))
    slack = terms.rounding.unit + 2
    # Rounding to coarse units refuses some long plans; they do not prevent finding where to begin.
    start = _first_plausible(least, most, lambda rows: _keeps(trial, rows, within.minor + slack, rows > 1, True))
    for rows in range(start, min(start + _SCAN, most) + 1):
        if _keeps(trial, rows, within.minor, False, False):
            return rows
    raise Refused(_too_small(within, trial, min(most, _SCAN)))


def _first_interest(trial: Callable[[int], AffordableTrial], rows: int) -> int:
    """The interest of row 1, which does not depend on how many rows follow."""
    try:
        return trial(rows).first_interest
    except Refused:
        return 0


def _keeps(trial: Callable[[int], AffordableTrial], rows: int, within: int, but_last: bool, if_refused: bool) -> bool:
    try:
        payments = trial(rows).payments
    except Refused:
        return if_refused
    return max(payments[:-1] if but_last else payments) <= within


def _most(terms: Terms) -> int:
    """As many rows as a long working life has room for, and the calendar and the limit allow."""
    step = terms.every.days or 31 * terms.every.months
    thinned = 12 if terms.skip_months else 1
    until_end = (LAST_YEAR - terms.first_due.year) * 365 // (step * thinned)
    return max(1, min(ROWS_MAX, _YEARS * 366 // step, until_end))


def _first_plausible(least: int, most: int, holds: Callable[[int], bool]) -> int:
    """The smallest count that holds, for a condition that once true stays true; doubling, then halving."""
    low, high = least - 1, least
    while high < most and not holds(high):
        low, high = high, min(2 * high, most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _too_small(within: Money, trial: Callable[[int], AffordableTrial], rows: int) -> Finding:
    try:
        longest = trial(rows)
    except Refused as refusal:
        return refusal.findings[0]
    figures = {"affordable": within.text()}
    if longest.first_interest > within.minor:
        owed = Money(longest.first_interest, within.currency).text()
        return Finding("negative_amortisation", "affordable", {"row": "1", "amount": owed, **figures})
    least = Money(max(longest.payments), within.currency).text()
    return Finding("affordable_too_small", "affordable", {**figures, "least": least})
