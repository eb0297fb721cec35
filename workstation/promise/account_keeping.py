"""One account as it is kept: what is owed, the instalments and the promises with their states, all derived for a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from workstation.money import Money
from workstation.plan.debt.allocation import Order
from workstation.plan.debt.balances import Balances
from workstation.plan.schedule.calculate import Schedule
from workstation.promise.instalments import Instalment, Lenience, Planned, instalment_states
from workstation.promise.ledger import Charge, Ledger, Relief, ledger
from workstation.promise.payment import Payment
from workstation.promise.promise import Promise, PromiseState, promise_states


@dataclass(frozen=True, slots=True)
class Opening:
    """What an account started from: its stated balance and its due day."""

    balances: Balances
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Adopted:
    """An adopted schedule: its rows as treated, and the day from which payments serve it.

    ``charges``, ``reliefs``: what it and those before it charge and waive. ``contained``: ids of payments that the balance which it
    is about contains, so that they serve none of its rows.
    """

    rows: tuple[Planned, ...]
    charges: tuple[Charge, ...]
    on: date
    reliefs: tuple[Relief, ...] = ()
    contained: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KeepingRules:
    """The pack's order of components, and how late and short a payment may be: for instalments, and for promises."""

    order: Order
    instalments: Lenience = field(default_factory=Lenience)
    promises: Lenience = field(default_factory=Lenience)


@dataclass(frozen=True, slots=True)
class AccountKeeping:
    """An account on a day. ``beyond_plan``: what was paid beyond every instalment, in minor units.

    ``before_plan``: payments that lessen what is owed and serve no row, as they came before the balance of the schedule was
    reckoned and were not known then.
    """

    today: date
    ledger: Ledger
    instalments: tuple[Instalment, ...] = ()
    promises: tuple[PromiseState, ...] = ()
    beyond_plan: int = 0
    before_plan: tuple[Payment, ...] = ()

    @property
    def next_due(self) -> Instalment | None:
        """The first instalment that still asks for money."""
        return next((one for one in self.instalments if one.state in ("due", "part", "missed")), None)

    @property
    def unpaid(self) -> tuple[Instalment, ...]:
        """Instalments whose day and grace are past and that were not paid, or only in part."""
        return tuple(one for one in self.instalments if one.state in ("part", "missed"))

    @property
    def behind(self) -> Money:
        """What the unpaid instalments lack together."""
        return Money(sum(one.amount_minor - one.received_minor for one in self.unpaid), self.ledger.currency)

    @property
    def broken(self) -> bool:
        """Whether the schedule is not kept today."""
        return bool(self.unpaid)

    @property
    def fulfilled(self) -> bool:
        """Whether every instalment was paid."""
        return bool(self.instalments) and self.next_due is None


def account_keeping(
    opening: Opening,
    payments: Sequence[Payment],
    rules: KeepingRules,
    today: date,
    adopted: Adopted | None = None,
    promises: Sequence[Promise] = (),
) -> AccountKeeping:
    """The account on ``today``; the order in which anything was entered plays no part."""
    charges, reliefs = (adopted.charges, adopted.reliefs) if adopted else ((), ())
    book = ledger(opening.balances, opening.due_on, payments, rules.order, today, charges, reliefs)
    counting = [line.payment for line in book.lines]
    instalments: tuple[Instalment, ...] = ()
    before: tuple[Payment, ...] = ()
    beyond = 0
    if adopted:
        unknown = [one for one in counting if one.id not in adopted.contained]
        serving = [one for one in unknown if one.on >= adopted.on]
        before = tuple(one for one in unknown if one.on < adopted.on)
        instalments, beyond = instalment_states(adopted.rows, serving, rules.instalments, today, book.currency)
    lenience = rules.promises
    states = promise_states(promises, counting, lenience.grace_days, today, lenience.tolerance) if promises else ()
    return AccountKeeping(today, book, instalments, states, beyond, before)


def charges_of(plan: Schedule, adopted_on: date) -> tuple[Charge, ...]:
    """What a schedule charges beyond the balance it is about: interest and fees by row, and what a deferral accrued."""
    terms = plan.terms
    spread = ("in_plan", "first_instalment")
    carried = sum(
        part.minor
        for part, treatment in (
            (terms.interest, terms.treat_interest),
            (terms.penalty, terms.treat_penalty),
            (terms.fees, terms.treat_fees),
        )
        if treatment in spread
    )
    accrued = max(0, sum(row.carried_minor for row in plan.rows) - carried)
    found = [Charge(max(row.due_on, adopted_on), row.interest_minor, row.fee_minor) for row in plan.rows]
    if accrued and found:
        first = found[0]
        found[0] = first._replace(interest=first.interest + accrued)
    return tuple(one for one in found if one.interest or one.fees)


def relief_of(plan: Schedule, adopted_on: date) -> Relief:
    """What a schedule waives of the balance that it is about."""
    waived = plan.waived
    return Relief(adopted_on, (waived.principal.minor, waived.interest.minor, waived.penalty.minor, waived.fees.minor))
