"""Which component a payment settles: by the pack's order for the days overdue on the payment's own day.

Payments are taken in order of their days, whatever order they were keyed in, so a back-dated one changes nothing else.
Reference: 银监会令2011年第2号 Art. 57 (interest and fees first up to 90 days overdue, principal first from day 91).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS, Balances, Component


class Order(Protocol):
    """The order of a pack: ``early`` up to and including ``until_days`` overdue, ``late`` from the day after."""

    @property
    def until_days(self) -> int:
        """The last day overdue on which ``early`` counts."""
        ...

    @property
    def early(self) -> tuple[str, ...]:
        """Components, first settled first."""
        ...

    @property
    def late(self) -> tuple[str, ...]:
        """Components, first settled first."""
        ...


@dataclass(frozen=True, slots=True)
class GivenOrder:
    """An order given by hand rather than by a pack."""

    until_days: int
    early: tuple[str, ...]
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received; a negative amount reverses the latest payment of that size made on or before its day."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Allocated:
    """What one payment settled, what was left of it, and the balances after it. Reversed pairs settle nothing."""

    payment: Payment
    got: Mapping[Component, Money]
    unallocated: Money
    balances: Balances
    reversed: bool = False


def allocate(owed: Balances, due_on: date | None, payments: Sequence[Payment], order: Order) -> tuple[Allocated, ...]:
    """Payments in order of their days (larger first on one day) with what each settled; days overdue count from ``due_on``.

    Raises `Refused`: ``component_order`` when an order does not name each component once, ``reversal_unmatched``.
    """
    for key, components in (("order.early", order.early), ("order.late", order.late)):
        if sorted(components) != sorted(COMPONENTS):
            raise Refused(Finding("component_order", key))
    ordered = sorted(payments, key=lambda payment: (payment.on, -payment.amount.minor))
    cancelled = _cancelled(ordered)
    left = {component: owed.part(component).minor for component in COMPONENTS}
    done = []
    for i, payment in enumerate(ordered):
        days = (payment.on - due_on).days if due_on else 0
        components = order.early if days <= order.until_days else order.late
        available = 0 if i in cancelled else payment.amount.minor
        done.append(_settle(payment, available, components, left, i in cancelled))
    return tuple(done)


def _settle(
    payment: Payment, available: int, components: Sequence[str], left: dict[Component, int], cancelled: bool
) -> Allocated:
    currency, got = payment.amount.currency, dict.fromkeys(COMPONENTS, 0)
    for name in components:
        component = next(one for one in COMPONENTS if one == name)
        got[component] = min(available, max(left[component], 0))
        left[component] -= got[component]
        available -= got[component]
    return Allocated(
        payment,
        {component: Money(minor, currency) for component, minor in got.items()},
        Money(available, currency),
        Balances(*[Money(left[component], currency) for component in COMPONENTS]),
        cancelled,
    )


def _cancelled(ordered: Sequence[Payment]) -> frozenset[int]:
    """The places of reversals and of the payments they reverse."""
    gone: set[int] = set()
    for i, payment in enumerate(ordered):
        if payment.amount.minor >= 0:
            continue
        matches = [j for j in range(i) if j not in gone and ordered[j].amount.minor == -payment.amount.minor]
        if not matches:
            figures = {"day": payment.on.isoformat(), "amount": payment.amount.text()}
            raise Refused(Finding("reversal_unmatched", "payments", figures))
        gone |= {i, matches[-1]}
    return frozenset(gone)
