"""What the household can keep up: payable surplus, pro-rata offers, stress of the budget, the largest safe instalment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from workstation.dates import months_between
from workstation.errors import Finding, Refused
from workstation.money import HALF_UP, Money, Rounding

INCOME_DROPS: Final = (Fraction(10, 100), Fraction(20, 100), Fraction(30, 100))
"""The falls of income a plan is tried against when nobody names others."""


def payable(surplus: Money, margin: Fraction, rounding: Rounding = HALF_UP) -> Money:
    """What may go into instalments: the surplus less the share ``margin`` kept for the unforeseen; never below nothing."""
    return Money(max(0, surplus.times(1 - margin, rounding).minor), surplus.currency)


def pro_rata(
    available: Money, balances: Sequence[Money], token: Money | None = None, unit: int = 1
) -> tuple[Money, ...]:
    """Monthly offers by balance, offer_i = available × balance_i / Σ balances, adding up to ``available`` to the cent.

    No offer is below ``token`` (while something is owed) nor above its balance. When the tokens are more than is there,
    each account gets its token: such offers show good will and are meant to exceed what is left. With a ``unit`` (minor
    units) every other offer is a whole number of them, by largest remainder; less than one unit stays undivided.
    """
    floors = [min(token.minor if token else 0, balance.minor) for balance in balances]
    short = sum(floors) >= available.minor
    shares = floors if short else _shared(available.minor, [b.minor for b in balances], floors, unit)
    return tuple(Money(share, available.currency) for share in shares)


def _shared(available: int, balances: list[int], floors: list[int], unit: int) -> list[int]:
    """Largest-remainder shares between floor and balance; those pushed to a bound leave the rest to the others."""
    shares: dict[int, int] = {}
    open_ones = [i for i, balance in enumerate(balances) if balance > 0]
    while open_ones:
        left = available - sum(shares.values())
        if left <= 0:
            break
        units = Money(left // unit).split_by([balances[i] for i in open_ones])
        split = {i: one.minor * unit for i, one in zip(open_ones, units, strict=True)}
        bound = {i: min(max(share, floors[i]), balances[i]) for i, share in split.items()}
        over = sum(bound.values()) - sum(split.values())
        # Only one kind of bound is settled at a time, as the other kind may dissolve when the rest is shared anew.
        pushed = [
            i for i, share in split.items() if bound[i] != share and (over == 0 or (bound[i] > share) == (over > 0))
        ]
        for i in pushed or open_ones:
            shares[i] = bound[i]
        open_ones = [i for i in open_ones if i not in shares]
    return [shares.get(i, floors[i]) for i in range(len(balances))]


@dataclass(frozen=True, slots=True)
class Household:
    """A month of the household, and the money put by (``reserve``) when the plan begins.

    ``festival``: a calendar month with extra spending (春节), if there is one.
    """

    income: Money
    spending: Money
    reserve: Money
    festival_month: int | None = None
    festival_cost: Money | None = None


@dataclass(frozen=True, slots=True)
class Stress:
    """One trial: income lower by a share, the festival month counted, the first payment missed and owed with the next."""

    name: str
    income_drop: Fraction = Fraction(0)
    festival: bool = False
    missed_first: bool = False


@dataclass(frozen=True, slots=True)
class StressResult:
    """``breaks_in``: the first (year, month) that cannot be paid, or None; ``largest_safe``: the level payment that holds."""

    stress: Stress
    breaks_in: tuple[int, int] | None
    largest_safe: Money


def usual_stresses(household: Household, drops: Sequence[Fraction] = INCOME_DROPS) -> tuple[Stress, ...]:
    """The budget as it is, each fall of income, the festival month if there is one, and one missed payment."""
    falls = [Stress(f"income_{drop.numerator * 100 // drop.denominator}", drop) for drop in drops]
    festival = [Stress("festival", festival=True)] if household.festival_month else []
    return (Stress("as_is"), *falls, *festival, Stress("missed_payment", missed_first=True))


def stress_test(
    household: Household, payments: Sequence[tuple[date, Money]], stresses: Sequence[Stress]
) -> tuple[StressResult, ...]:
    """Each stress against the payments of all plans together, month by month with what is left carried on.

    Raises `Refused` with ``payments_missing`` when there are none.
    """
    if not payments:
        raise Refused(Finding("payments_missing", "payments"))
    days = [on for on, _ in payments]
    months = list(months_between(min(days), max(days)))
    due = dict.fromkeys(months, 0)
    for on, amount in payments:
        due[on.year, on.month] += amount.minor
    return tuple(_stressed(household, due, stress) for stress in stresses)


def _stressed(household: Household, due: dict[tuple[int, int], int], stress: Stress) -> StressResult:
    months = list(due)
    kept = _kept(household, months, stress)
    paid = list(due.values())
    # A missed payment is money gone elsewhere in the first month, and owed again in the second.
    if stress.missed_first and len(paid) > 1:
        paid[1] += paid[0]
    return StressResult(
        stress,
        _first_break(months, kept, paid, household.reserve.minor),
        _largest_safe(household, kept, stress),
    )


def _kept(household: Household, months: Sequence[tuple[int, int]], stress: Stress) -> list[int]:
    """What each month leaves before any instalment."""
    income = household.income.times(1 - stress.income_drop, HALF_UP)
    left = (income - household.spending).minor
    extra = household.festival_cost.minor if stress.festival and household.festival_cost is not None else 0
    return [left - (extra if month == household.festival_month else 0) for _, month in months]


def _first_break(
    months: Sequence[tuple[int, int]], kept: Sequence[int], paid: Sequence[int], reserve: int
) -> tuple[int, int] | None:
    for month, left, payment in zip(months, kept, paid, strict=True):
        reserve += left - payment
        if reserve < 0:
            return month
    return None


def largest_safe_instalment(household: Household, months: Sequence[tuple[int, int]], stress: Stress) -> Money:
    """The largest level monthly payment over ``months`` that the household can keep under the stress, to the cent."""
    return _largest_safe(household, _kept(household, months, stress), stress)


def _largest_safe(household: Household, kept: Sequence[int], stress: Stress) -> Money:
    safe, put_by = None, household.reserve.minor
    for count, left in enumerate(kept, start=1):
        put_by += left
        owed = count + (1 if stress.missed_first and count > 1 else 0)
        most = max(put_by, 0) // owed
        safe = most if safe is None else min(safe, most)
    return Money(safe or 0, household.income.currency)
