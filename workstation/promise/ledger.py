"""What is still owed on an account: its stated balance, what the plan charges, and payments in the order of their days.

Whole minor units throughout. The order in which things were entered plays no part: of one day charges come first, then larger
payments. A payment serves the components by the pack's order for the days overdue on its own day (`plan.debt.allocation`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from workstation.money import Money
from workstation.plan.debt.allocation import Order
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.promise.payment import Payment, standing

Parts = tuple[int, int, int, int]
"""Principal, interest, penalty, fees."""
NOTHING: Final[Parts] = (0, 0, 0, 0)


class Charge(NamedTuple):
    """New interest and fees that the adopted plan takes on a due day."""

    on: date
    interest: int
    fees: int


class Settled(NamedTuple):
    """What one payment settled; ``over`` is what was left of it, and ``after`` what is owed after it."""

    payment: Payment
    got: Parts
    over: int
    after: Parts


@dataclass(frozen=True, slots=True)
class Ledger:
    """An account as of a day: ``lines`` in the order of their days; ``credit`` was paid beyond what was owed."""

    lines: tuple[Settled, ...]
    parts: Parts
    credit: int
    currency: str

    @property
    def balances(self) -> Balances:
        """What is owed, by component."""
        return Balances(*[Money(part, self.currency) for part in self.parts])

    @property
    def owed(self) -> Money:
        """All components together."""
        return Money(sum(self.parts), self.currency)

    @property
    def received(self) -> Money:
        """All payments that stand and are not in the stated balance."""
        return Money(sum(line.payment.amount.minor for line in self.lines), self.currency)


def ledger(
    opening: Balances,
    due_on: date | None,
    payments: Sequence[Payment],
    order: Order,
    until: date,
    charges: Iterable[Charge] = (),
) -> Ledger:
    """The account on ``until``, that day included; days overdue count from ``due_on`` (day 0), none where it is not known.

    What was paid beyond the balance is kept as a credit and serves later charges.
    """
    early, late = _places(order.early), _places(order.late)
    edge = due_on + timedelta(days=order.until_days) if due_on else date.max
    left = [opening.principal.minor, opening.interest.minor, opening.penalty.minor, opening.fees.minor]
    coming = sorted((one for one in charges if one.on <= until), reverse=True)
    credit, lines = 0, []
    for payment in counted(payments, until):
        on = payment.on
        while coming and coming[-1].on <= on:
            credit = _charged(coming.pop(), left, credit)
        available, got = payment.amount.minor, [0, 0, 0, 0]
        for place in early if on <= edge else late:
            if available and (owed := left[place]) > 0:
                part = available if available < owed else owed
                got[place] = part
                left[place] = owed - part
                available -= part
        credit += available
        lines.append(
            Settled(payment, (got[0], got[1], got[2], got[3]), available, (left[0], left[1], left[2], left[3]))
        )
    while coming:
        credit = _charged(coming.pop(), left, credit)
    return Ledger(tuple(lines), (left[0], left[1], left[2], left[3]), credit, opening.principal.currency)


def counted(payments: Sequence[Payment], until: date) -> list[Payment]:
    """The payments that count on a day, in the order of their days: neither taken back nor in the stated balance."""
    found = [one for one in standing(payments) if one.on <= until and not one.in_balance]
    found.sort(key=_turn)
    return found


def _turn(payment: Payment) -> tuple[date, int, str]:
    return payment.on, -payment.amount.minor, payment.id


@cache
def _places(components: tuple[str, ...]) -> tuple[int, ...]:
    names: tuple[str, ...] = COMPONENTS
    return tuple(names.index(component) for component in components)


def _charged(charge: Charge, left: list[int], credit: int) -> int:
    """Take a charge, out of the credit first; answers the credit that is left."""
    for place, amount in ((1, charge.interest), (3, charge.fees)):
        paid = min(credit, amount)
        credit -= paid
        left[place] += amount - paid
    return credit
