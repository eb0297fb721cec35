"""What a method that takes amounts row by row starts from, when a plan of another method stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from workstation.money import Money, Rounding
from workstation.plan.schedule.calculate import ScheduleRow, schedule
from workstation.plan.schedule.terms import FixedPayment, Method, Step, Terms

_TEN: Final = 10
"""First steps are whole tens of the currency: amounts that people name."""
_EVEN_PRINCIPAL: Final = ("equal_principal", "interest_free")


def first_steps(terms: Terms) -> tuple[Step, ...]:
    """Half the even payment for the first half of the rows, but no less than what a row owes beside principal; then solved.

    Raises `Refused` as `schedule` does.
    """
    rows = schedule(replace(terms, method="equal_instalment", steps=(), fixed=())).rows
    if len(rows) < 2:
        return (Step(1, None),)
    middle = rows[len(rows) // 2]
    beside = max(_beside(row, rows[0].opening_minor) for row in rows)
    least = Money(max(middle.payment_minor // 2, beside), middle.currency)
    unit = _TEN * 10**least.digits
    half = Money(Rounding(unit, "up").whole(least.minor), least.currency)
    return Step(1, half), Step(len(rows) // 2 + 1, None)


def _beside(row: ScheduleRow, balance: int) -> int:
    """What the row owes beside principal while the whole ``balance`` still stands."""
    interest = -(-row.interest_minor * balance // row.opening_minor) if row.opening_minor else 0
    return interest + row.fee_minor + row.carried_minor


def own_rows(terms: Terms, before: str) -> tuple[FixedPayment, ...]:
    """Every payment but the last, which is solved, as the method ``before`` has them where its rows follow from a balance.

    Raises `Refused` as `schedule` does.
    """
    even: Method = "equal_principal" if before in _EVEN_PRINCIPAL else "equal_instalment"
    return _fixed(schedule(replace(terms, method=even, steps=(), fixed=())).rows)


def completed(terms: Terms) -> tuple[FixedPayment, ...]:
    """The given payments of custom terms, with an even share of the rest for rows that have none.

    Raises `Refused` as `schedule` does when the given payments leave no plan.
    """
    rows = terms.instalments or 1
    given = {one.no for one in terms.fixed}
    if given >= set(range(1, rows)):
        return terms.fixed
    return _fixed(schedule(replace(terms, method="equal_instalment")).rows)


def _fixed(rows: tuple[ScheduleRow, ...]) -> tuple[FixedPayment, ...]:
    return tuple(FixedPayment(row.no, row.payment) for row in rows[:-1])
