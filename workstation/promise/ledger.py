"""What is still owed on an account: its stated balance, what the plan charges, and payments in the order of their days.

Whole minor units throughout. The order in which things were entered plays no part: of one day charges come first, then what was
agreed, then larger payments. A payment serves the components by the pack's order for the days overdue on its own day
(`plan.debt.allocation`); what an agreement waives comes after everything else, since no instalment asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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


class Relief(NamedTuple):
    """What an adopted plan waives from its day on, until the next one is adopted: it stays owed until the account is settled."""

    on: date
    waived: Parts


class Settled(NamedTuple):
    """What one payment settled; ``over`` is what was left of it, and ``after`` what is owed after it."""

    payment: Payment
    got: Parts
    over: int
    after: Parts


@dataclass(frozen=True, slots=True)
class Ledger:
    """An account as of a day: ``lines`` in the order of their days; ``credit`` was paid beyond what was owed.

    ``aside``: what of ``parts`` the adopted plan waives.
    """

    lines: tuple[Settled, ...]
    parts: Parts
    credit: int
    currency: str
    aside: Parts = NOTHING

    @property
    def balances(self) -> Balances:
        """What is owed, by component."""
        return Balances(*[Money(part, self.currency) for part in self.parts])

    @property
    def owed(self) -> Money:
        """All components together."""
        return Money(sum(self.parts), self.currency)

    @property
    def waived(self) -> Money:
        """What of it no instalment of the adopted plan asks for."""
        return Money(sum(self.aside), self.currency)

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
    charges: Collection[Charge] = (),
    reliefs: Collection[Relief] = (),
) -> Ledger:
    """The account on ``until``, that day included; days overdue count from ``due_on`` (day 0), none where it is not known.

    What was paid beyond the balance is kept as a credit and serves later charges. ``reliefs``: of one day the last one counts.
    """
    begun = opened(opening)
    if not (payments or charges or reliefs):
        return begun
    early, late = _places(order.early), _places(order.late)
    edge = due_on + timedelta(days=order.until_days) if due_on else date.max
    left = list(begun.parts)
    aside = [0, 0, 0, 0]
    coming = _in_turn(charges, reliefs, until)
    credit, lines = 0, []
    for payment in counted(payments, until):
        on = payment.on
        while coming and coming[-1].on <= on:
            credit = _taken(coming.pop(), left, aside, credit)
        available, got = payment.amount.minor, [0, 0, 0, 0]
        places = early if on <= edge else late
        for part in (left, aside):
            available = _served(available, part, places, got)
        credit += available
        after = (left[0] + aside[0], left[1] + aside[1], left[2] + aside[2], left[3] + aside[3])
        lines.append(Settled(payment, (got[0], got[1], got[2], got[3]), available, after))
    while coming:
        credit = _taken(coming.pop(), left, aside, credit)
    parts = (left[0] + aside[0], left[1] + aside[1], left[2] + aside[2], left[3] + aside[3])
    waived = (aside[0], aside[1], aside[2], aside[3])
    return Ledger(tuple(lines), parts, credit, begun.currency, waived)


def opened(opening: Balances) -> Ledger:
    """An account of which nothing was paid, charged or waived."""
    parts = (opening.principal.minor, opening.interest.minor, opening.penalty.minor, opening.fees.minor)
    return Ledger((), parts, 0, opening.principal.currency)


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


def _in_turn(charges: Iterable[Charge], reliefs: Iterable[Relief], until: date) -> list[Charge | Relief]:
    """What happens beside the payments, the last day first; of one day charges come before reliefs, and these as given."""
    found: list[Charge | Relief] = sorted(one for one in charges if one.on <= until)
    found += [one for one in reliefs if one.on <= until]
    found.sort(key=lambda one: one.on)
    found.reverse()
    return found


def _taken(one: Charge | Relief, left: list[int], aside: list[int], credit: int) -> int:
    """Take a charge, out of the credit first, or set aside what is waived; answers the credit that is left."""
    if isinstance(one, Relief):
        for place, waived in enumerate(one.waived):
            owed = left[place] + aside[place]
            aside[place] = min(owed, waived)
            left[place] = owed - aside[place]
        return credit
    for place, amount in ((1, one.interest), (3, one.fees)):
        paid = min(credit, amount)
        credit -= paid
        left[place] += amount - paid
    return credit


def _served(available: int, owed: list[int], places: tuple[int, ...], got: list[int]) -> int:
    """Serve what is owed in the order of ``places``; answers what is left of the payment."""
    for place in places:
        if available and (amount := owed[place]) > 0:
            part = available if available < amount else amount
            got[place] += part
            owed[place] = amount - part
            available -= part
    return available
