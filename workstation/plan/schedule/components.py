"""Where the old amounts go: principal, interest, penalty and fees owed today, by their treatment, in whole minor units."""

from typing import NamedTuple

from workstation.money import Money
from workstation.plan.schedule.accrual import earned, rounded
from workstation.plan.schedule.due_days import DueDays
from workstation.plan.schedule.terms import Terms, Treatment


class Waived(NamedTuple):
    """What the creditor gives up under the terms."""

    principal: Money
    interest: Money
    penalty: Money
    fees: Money


class Components(NamedTuple):
    """``financed`` is the opening balance of row 1; ``original`` the same before the down payment: what flat fees and
    flat interest are a share of. ``spread`` is carried evenly by all rows, ``first`` by row 1, ``up_front`` paid at once.
    """

    original: int
    financed: int
    spread: int
    first: int
    up_front: int
    waived: Waived


def components(terms: Terms, due: DueDays) -> Components:
    """The old amounts placed; deferral interest that accrues is simple on what is financed and joins ``spread``."""
    put = {"waive": 0, "in_plan": 0, "capitalise": 0, "first_instalment": 0, "up_front": 0}
    for amount, treatment in _old(terms):
        put[treatment] += amount.minor
    original = terms.principal.minor - terms.waive_principal.minor + put["capitalise"]
    financed = original - terms.down_payment.minor
    return Components(
        original,
        financed,
        put["in_plan"] + _deferred(terms, due, financed),
        put["first_instalment"],
        put["up_front"] + terms.down_payment.minor,
        _waived(terms),
    )


def _old(terms: Terms) -> tuple[tuple[Money, Treatment], ...]:
    return (
        (terms.interest, terms.treat_interest),
        (terms.penalty, terms.treat_penalty),
        (terms.fees, terms.treat_fees),
    )


def _waived(terms: Terms) -> Waived:
    given_up = [amount if treatment == "waive" else Money(0, terms.currency) for amount, treatment in _old(terms)]
    return Waived(terms.waive_principal, *given_up)


def _deferred(terms: Terms, due: DueDays, financed: int) -> int:
    if not terms.deferral_months or terms.deferral_interest == "stops":
        return 0
    exact = financed * earned(terms.rate, terms.interest_from, due.runs_from, terms.day_count)
    return rounded(exact.numerator, exact.denominator, terms.rounding.mode)


def spread_evenly(amount: int, rows: int, unit: int = 1, odd_row: int = -1) -> list[int]:
    """Shares that differ by one ``unit`` at most, the larger first, adding up to ``amount``.

    ``odd_row`` takes what is less than a unit.
    """
    if not amount:
        return [0] * rows
    units, odd = divmod(amount, unit)
    share, rest = divmod(units, rows)
    shares = [(share + 1) * unit] * rest + [share * unit] * (rows - rest)
    shares[odd_row] += odd
    return shares
