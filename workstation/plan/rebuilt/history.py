"""What a debt is rebuilt from: the contract's terms, what was charged and paid. What is not known lies between two bounds.

Every amount and rate has a ``least`` and a ``most``; a ``most`` of None says that nothing is known above. Known values have both
alike (`known`). What is owed grows with every one of them but the payments, so one run at each end bounds it from both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from workstation.money import Money
from workstation.plan.debt.allocation import Order
from workstation.plan.debt.balances import Component
from workstation.rates import Rate

CountOfDays = Literal["30/360", "actual/365", "actual/360"]
DEADLINE_MAX: Final = 27
"""Days from a statement to the last day of grace, so that it lies before the next statement."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """An amount that is at least ``least`` and at most ``most``; None: nobody knows the most."""

    least: Money
    most: Money | None

    @classmethod
    def known(cls, amount: Money) -> Bounds:
        """An amount that is known."""
        return cls(amount, amount)

    @property
    def is_known(self) -> bool:
        """Whether there is nothing to guess."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class RateFrom:
    """The rate in force from a day on, until the next one begins."""

    from_on: date
    least: Rate
    most: Rate | None

    @classmethod
    def known(cls, from_on: date, rate: Rate) -> RateFrom:
        """A rate that is known."""
        return cls(from_on, rate, rate)


@dataclass(frozen=True, slots=True)
class Charge:
    """What joined a component on a day: a purchase, cash, an annual fee. A negative amount was waived; it leaves no less than 0."""

    on: date
    component: Component
    amount: Bounds


@dataclass(frozen=True, slots=True)
class Paid:
    """Money received on a day. A negative amount reverses the latest payment of that size made on or before its day."""

    on: date
    amount: Bounds


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which no interest runs, both ends among them; ``last_counts``: interest runs again on the ``last`` day already."""

    first: date
    last: date
    last_counts: bool = False


@dataclass(frozen=True, slots=True)
class StepUp:
    """The ``rate`` of a penalty where this is the ``after`` + 1st month or a later one in a row with an unpaid minimum due."""

    rate: Decimal
    after: int


@dataclass(frozen=True, slots=True)
class MonthlyPenalty:
    """违约金 on a statement day, for what was not paid of the minimum due that the statement before it asked for.

    ``rate`` of the unpaid part, at least ``minimum`` and at most ``maximum``. ``due_days`` from a statement day to the day by which
    to pay, and ``grace_days`` more, at most ``grace_most`` where that is not known; a shortfall up to ``tolerance`` counts as paid.
    """

    rate: Decimal
    minimum: Bounds
    maximum: Bounds | None
    due_days: int
    grace_days: int
    tolerance: Bounds
    grace_most: int | None = None
    step: StepUp | None = None

    @property
    def days_most(self) -> int:
        """Days from a statement to the last day on which a payment may still have been in time."""
        return self.due_days + (self.grace_days if self.grace_most is None else self.grace_most)


@dataclass(frozen=True, slots=True)
class MinimumDue:
    """What a statement asks for: ``share`` of the principal, and all interest, penalty and fees.

    ``carries_unpaid``: of those only what is new since the last statement, and what was not paid of its minimum due.
    ``share_most``: the most that the share may be where it is not known.
    """

    share: Decimal
    carries_unpaid: bool
    share_most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """How the debt grows and what a payment settles.

    ``compounds``: interest that was put down bears interest. It is put down, rounded to the minor unit, on the ``statement_day`` of
    each month (the month's last day where it is shorter), and with ``settles_daily`` also before each payment.
    ``payment_day_counts``: a payment is taken off at the end of its day, which still bears interest in full.
    ``default_rates`` add default interest on the principal, which joins the penalty. Days overdue count from ``due_on``.
    """

    day_count: CountOfDays
    statement_day: int
    compounds: bool
    settles_daily: bool
    payment_day_counts: bool
    rates: tuple[RateFrom, ...]
    order: Order
    due_on: date | None = None
    default_rates: tuple[RateFrom, ...] = ()
    penalty: MonthlyPenalty | None = None
    minimum: MinimumDue | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A debt from the morning of ``since`` on, when ``opening`` was owed; what is not named there was nothing."""

    since: date
    currency: str
    terms: ContractTerms
    opening: Mapping[Component, Bounds]
    charges: tuple[Charge, ...] = ()
    payments: tuple[Paid, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether every amount and rate is known, so that there is but one run through it."""
        terms = self.terms
        amounts = [
            *self.opening.values(),
            *[one.amount for one in self.charges],
            *[one.amount for one in self.payments],
        ]
        rates = (*terms.rates, *terms.default_rates)
        return (
            all(one.is_known for one in (*amounts, *_of_penalty(terms.penalty)))
            and all(rate.least == rate.most for rate in rates)
            and (terms.minimum is None or terms.minimum.share_most in (None, terms.minimum.share))
            and (terms.penalty is None or terms.penalty.grace_most in (None, terms.penalty.grace_days))
        )


def _of_penalty(penalty: MonthlyPenalty | None) -> Iterator[Bounds]:
    if penalty:
        yield from (penalty.minimum, penalty.tolerance)
        if penalty.maximum:
            yield penalty.maximum
