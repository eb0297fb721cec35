"""Several debts paid from one sum a month: smallest first, dearest first, by balance, or in the order of the law, side by side.

Each debt gets its own minimum every month; no debt's minimum ever goes to another. What is left of the sum goes by the order,
and what a cleared debt took before is left then. Interest runs by days from one payment to the next and is rounded there once,
half up, for each debt; penalties and fees bear none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any, Final, Literal

from workstation.dates import add_months
from workstation.errors import Finding, refuse_if
from workstation.money import Money, total
from workstation.plan.debt.allocation import Order
from workstation.plan.debt.balances import COMPONENTS, Balances

Method = Literal["snowball", "avalanche", "pro_rata", "court"]
METHODS: Final[tuple[Method, ...]] = ("snowball", "avalanche", "pro_rata", "court")
MONTHS_MAX: Final = 600
"""Fifty years; what is not paid off by then is told as never."""
DEBTS_MAX: Final = 100


@dataclass(frozen=True, slots=True)
class Debt:
    """One debt as it is owed on the day from which the months count. ``daily``: interest of a day per unit, exact.

    ``compounds``: interest not paid bears interest from the next payment day on. ``order``: which component a payment settles.
    ``secured``: whether a thing or a guarantor stands for it.
    """

    id: str
    owed: Balances
    minimum: Money
    daily: Fraction
    compounds: bool = True
    due_on: date | None = None
    order: Order | None = None
    secured: bool = False


@dataclass(frozen=True, slots=True)
class Conditions:
    """``monthly`` is paid on each payment day, first on ``first_on``; interest runs from ``today``.

    ``court``: what the order of the law looks at, one after the other (`CRITERIA`); empty where no such order is known.
    """

    monthly: Money
    today: date
    first_on: date
    court: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleared:
    """One debt under an order: its ``rank`` (1 first; alike ones share it), the day of its last payment, what it took and cost.

    ``last_on`` is None for a debt that is never paid off.
    """

    debt_id: str
    rank: int
    last_on: date | None
    paid: Money
    cost: Money


@dataclass(frozen=True, slots=True)
class Ordered:
    """One order. ``paid`` less what is owed today is ``cost``; ``last_on`` None: not paid off within `MONTHS_MAX` months.

    ``payments``: for every month the amount of each debt in minor units, in the order in which the debts were given.
    """

    method: Method
    debts: tuple[Cleared, ...]
    paid: Money
    cost: Money
    last_on: date | None
    payments: tuple[tuple[int, ...], ...]

    @property
    def first_cleared(self) -> Cleared | None:
        """The debt that is gone first; None where none ever is."""
        gone = [one for one in self.debts if one.last_on is not None]
        return min(gone, key=lambda one: one.last_on or date.max, default=None)


def orders(debts: Sequence[Debt], conditions: Conditions) -> tuple[Ordered, ...]:
    """Every order that is known, beside the others under equal conditions.

    Raises `Refused`: ``priority_count``, ``priority_currency``, ``priority_minimums`` where the sum does not hold every minimum,
    ``amount_negative``, ``rate_negative``, ``day_too_early``.
    """
    refuse_if(_unusable(debts, conditions))
    methods = [method for method in METHODS if method != "court" or conditions.court]
    return tuple(_ordered(method, debts, conditions) for method in methods)


def cheapest(found: Iterable[Ordered]) -> tuple[Method, ...]:
    """The orders that cost least of those that end."""
    ending = [one for one in found if one.last_on is not None]
    least = min((one.cost for one in ending), default=None)
    return tuple(one.method for one in ending if one.cost == least)


def _unusable(debts: Sequence[Debt], conditions: Conditions) -> Iterator[Finding]:
    monthly, currency = conditions.monthly, conditions.monthly.currency
    if not 2 <= len(debts) <= DEBTS_MAX:
        yield Finding("priority_count", "debts", {"count": str(len(debts)), "most": str(DEBTS_MAX)})
        return
    for i, debt in enumerate(debts):
        if {debt.minimum.currency, *(debt.owed.part(name).currency for name in COMPONENTS)} != {currency}:
            yield Finding("priority_currency", f"debts[{i}]", {"currency": currency})
            return
        for name, amount in (("minimum", debt.minimum), *((name, debt.owed.part(name)) for name in COMPONENTS)):
            if amount.minor < 0:
                yield Finding("amount_negative", f"debts[{i}].{name}", {"amount": amount.grouped()})
        if debt.daily < 0:
            yield Finding("rate_negative", f"debts[{i}].rate", {"rate": str(debt.daily)})
    if conditions.first_on <= conditions.today:
        figures = {"day": conditions.first_on.isoformat(), "earliest": conditions.today.isoformat()}
        yield Finding("day_too_early", "first_on", figures)
    minimums = total([min(debt.minimum, debt.owed.total) for debt in debts], currency)
    if minimums > monthly:
        figures = {
            "monthly": monthly.grouped(),
            "minimums": minimums.grouped(),
            "short": (minimums - monthly).grouped(),
        }
        yield Finding("priority_minimums", "monthly", figures)


# ── Who comes first ──────────────────────────────────────────────────────────────────────────────────────────────────────

Key = Callable[[Debt, date], Any]
CRITERIA: Final[Mapping[str, Key]] = {
    "due": lambda debt, today: debt.due_on is None or debt.due_on > today,
    "security": lambda debt, today: debt.secured,
    "burden": lambda debt, today: -debt.daily,
    "earlier_due": lambda debt, today: debt.due_on or date.max,
}
"""What the order of the law asks of a debt, the lesser first. Nobody knows what a security is worth: secured debts are alike."""


def ranks(method: Method, debts: Sequence[Debt], conditions: Conditions) -> tuple[tuple[int, ...], ...]:
    """Places of the debts, group by group; within a group by balance. Fixed on the first day, so that a person can follow it."""
    alike: dict[Method, Callable[[Debt], Any]] = {
        "snowball": lambda debt: debt.owed.total.minor,
        "avalanche": lambda debt: -debt.daily,
        "pro_rata": lambda debt: 0,
        "court": lambda debt: tuple(CRITERIA[name](debt, conditions.today) for name in conditions.court),
    }
    key = alike[method]
    placed = sorted(range(len(debts)), key=lambda i: key(debts[i]))
    groups = [tuple(group) for _, group in groupby(placed, key=lambda i: key(debts[i]))]
    if method == "avalanche":  # of two that cost the same, the one that is gone sooner
        groups = [(i,) for group in groups for i in sorted(group, key=lambda i: debts[i].owed.total.minor)]
    return tuple((i,) for group in groups for i in group) if method == "snowball" else tuple(groups)


# ── Month by month ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Running:
    """A debt while it is paid: its components in minor units, what it has cost and taken, and the day it was gone."""

    debt: Debt
    left: dict[str, int]
    cost: int = 0
    paid: int = 0
    last_on: date | None = None

    @property
    def owed(self) -> int:
        return sum(self.left.values())

    def accrue(self, days: int) -> None:
        """Interest of so many days, rounded once; nothing here is below zero, so adding a half rounds half up."""
        bearing = self.left["principal"] + (self.left["interest"] if self.debt.compounds else 0)
        over, under = bearing * self.debt.daily.numerator * days, self.debt.daily.denominator
        interest = (2 * over + under) // (2 * under)
        self.left["interest"] += interest
        self.cost += interest

    def pay(self, amount: int, on: date) -> None:
        """Settle components in the order of the day."""
        self.paid += amount
        for name in _components(self.debt, on) if amount else ():
            got = min(amount, self.left[name])
            self.left[name] -= got
            amount -= got
            if got and not self.owed:
                self.last_on = on


def _components(debt: Debt, on: date) -> tuple[str, ...]:
    if debt.order is None:
        return "fees", "penalty", "interest", "principal"
    days = (on - debt.due_on).days if debt.due_on else 0
    return debt.order.early if days <= debt.order.until_days else debt.order.late


def _ordered(method: Method, debts: Sequence[Debt], conditions: Conditions) -> Ordered:
    groups = ranks(method, debts, conditions)
    running = [_Running(debt, {name: debt.owed.part(name).minor for name in COMPONENTS}) for debt in debts]
    payments = tuple(_months(running, groups, conditions))
    place = {i: rank for rank, group in enumerate(groups, start=1) for i in group}
    currency = conditions.monthly.currency
    cleared = tuple(
        Cleared(one.debt.id, place[i], one.last_on, Money(one.paid, currency), Money(one.cost, currency))
        for i, one in enumerate(running)
    )
    paid, cost = total([one.paid for one in cleared], currency), total([one.cost for one in cleared], currency)
    days = [one.last_on or conditions.today for one in running]
    return Ordered(method, cleared, paid, cost, None if any(one.owed for one in running) else max(days), payments)


def _months(
    running: Sequence[_Running], groups: Sequence[Sequence[int]], conditions: Conditions
) -> Iterator[tuple[int, ...]]:
    last = conditions.today
    for month in range(MONTHS_MAX):
        if not any(one.owed for one in running):
            return
        on = add_months(conditions.first_on, month, conditions.first_on.day)
        for one in running:
            one.accrue((on - last).days)
        given = _month(running, groups, conditions.monthly.minor)
        for one, amount in zip(running, given, strict=True):
            one.pay(amount, on)
        yield tuple(given)
        last = on


def _month(running: Sequence[_Running], groups: Sequence[Sequence[int]], monthly: int) -> list[int]:
    """Every debt's own minimum, then the rest by the order; nothing is paid beyond what is owed."""
    given = [min(one.debt.minimum.minor, one.owed) for one in running]
    rest = monthly - sum(given)
    for group in groups:
        room = [running[i].owed - given[i] for i in group]
        taken = min(rest, sum(room))
        if taken <= 0:
            continue
        parts = [taken] if len(group) == 1 else [one.minor for one in Money(taken).split_by(room)]
        for i, part in zip(group, parts, strict=True):
            given[i] += part
        rest -= taken
    return given
