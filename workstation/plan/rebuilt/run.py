"""One run through a history at one end of its bounds: everything that is not known at its least, or all of it at its most.

Whole numbers only: interest that was not put down yet is kept over one denominator for all rates, and rounded once, half up, when
it is put down. Each step grows with every component and shrinks with every payment, so that a run at the least lies below the
truth in each component, and a run at the most above it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Final, Literal, Protocol, TypeVar

from workstation.money import HALF_UP, Money
from workstation.plan.debt.balances import COMPONENTS, Component
from workstation.plan.rebuilt.events import YEAR, End, Event
from workstation.plan.rebuilt.history import Charge, CountOfDays, History, MinimumDue, MonthlyPenalty, Paid, RateFrom
from workstation.rates import Rate

T = TypeVar("T", covariant=True)
_PER_YEAR: Final = {"annual": 1, "monthly": 12}
_ANY_AMOUNT: Final = 10**20
"""More than anybody owes: what may have been paid where nobody knows the most."""
_AT: Final[dict[str, int]] = {name: at for at, name in enumerate(COMPONENTS)}
_PRINCIPAL, _INTEREST, _PENALTY = (_AT[name] for name in ("principal", "interest", "penalty"))
_BESIDE: Final = tuple(at for name, at in _AT.items() if name != "principal")

Reason = Literal["opening", "interest", "default_interest", "penalty", "charge", "waiver", "payment"]


@dataclass(frozen=True, slots=True)
class Posted:
    """What joined a component on a day, or left it: whole minor units."""

    on: date
    reason: Reason
    component: Component
    minor: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What is owed in the evening, minor units in the order of `COMPONENTS`, and what was paid beyond it."""

    owed: tuple[int, ...]
    credit: int


class NothingKnownAbove(Exception):
    """From this event on nobody knows how much is owed at most."""


class _Bounded(Protocol[T]):
    @property
    def least(self) -> T: ...

    @property
    def most(self) -> T | None: ...


class Run:
    """The debt between two events. ``owed``: minor units in the order of `COMPONENTS`."""

    def __init__(self, history: History, end: End, posted: list[Posted]) -> None:
        self._history, self._end, self.posted = history, end, posted
        terms = history.terms
        self._whole = _denominator((*terms.rates, *terms.default_rates), terms.day_count)
        self._rate: int | None = 0
        self._default_rate: int | None = 0
        self._paused = 0
        self._tick = 0
        self._running = self._running_default = 0
        self._asked = self._paid = self._short = self._missed = 0
        self._fresh = [0] * len(COMPONENTS)
        self.owed = [0] * len(COMPONENTS)
        self.credit = 0
        for component, bounds in history.opening.items():
            self._join(history.since, "opening", _AT[component], self._amount(bounds))

    def go(self, event: Event) -> Standing | None:
        """Take the next event; answers what a reading sees, the interest of that day among it."""
        self._accrue(event.tick)
        return _STEPS[event.what](self, event)

    def _accrue(self, tick: int) -> None:
        days, self._tick = tick - self._tick, tick
        if not days or self._paused:
            return
        bearing = self.owed[_PRINCIPAL] + (self.owed[_INTEREST] if self._history.terms.compounds else 0)
        if bearing:
            self._running += bearing * days * _known(self._rate)
        if self.owed[_PRINCIPAL]:
            self._running_default += self.owed[_PRINCIPAL] * days * _known(self._default_rate)

    def _set_rate(self, event: Event) -> None:
        self._rate = self._tick_rate(event.value)

    def _set_default_rate(self, event: Event) -> None:
        self._default_rate = self._tick_rate(event.value)

    def _pause(self, event: Event) -> None:
        self._paused += event.value

    def _charge(self, event: Event) -> None:
        charge: Charge = event.value
        at, minor = _AT[charge.component], self._amount(charge.amount)
        if minor < 0:
            self._leave(event.on, "waiver", at, -minor)
        else:
            self._join(event.on, "charge", at, minor)

    def _pay(self, event: Event) -> None:
        payment: Paid = event.value
        if self._history.terms.settles_daily:
            self._put_down(event.on)
        # Paying less leaves more owed: the run at the most takes the least that may have been paid.
        paid = payment.amount.least if self._end == "most" else payment.amount.most
        left = paid.minor if paid is not None else _ANY_AMOUNT
        self._paid += left
        self.credit += self._settle(event.on, left)

    def _settle(self, on: date, left: int) -> int:
        order, due_on = self._history.terms.order, self._history.terms.due_on
        late = due_on is not None and (on - due_on).days > order.until_days
        for name in order.late if late else order.early:
            left -= self._leave(on, "payment", _AT[name], left)
        return left

    def _deadline(self, event: Event) -> None:
        short = self._asked - self._paid
        self._short = short if short > self._tolerated() else 0
        self._missed = self._missed + 1 if self._short else 0

    def _tolerated(self) -> int:
        """The more is tolerated, the less is owed."""
        penalty = self._history.terms.penalty
        if penalty is None:
            return 0
        bound = penalty.tolerance.most if self._end == "least" else penalty.tolerance.least
        return _ANY_AMOUNT if bound is None else bound.minor

    def _statement(self, event: Event) -> None:
        self._put_down(event.on)
        penalty = self._history.terms.penalty
        if penalty and self._short:
            self._join(event.on, "penalty", _PENALTY, self._penalty_of(self._short, penalty))
        if self._history.terms.minimum:
            self._ask(self._history.terms.minimum)
        self._short = self._paid = 0

    def _read(self, event: Event) -> Standing:
        read = list(self.owed)
        read[_INTEREST] += _rounded(self._running, self._whole)
        read[_PENALTY] += _rounded(self._running_default, self._whole)
        return Standing(tuple(read), self.credit)

    def _put_down(self, on: date) -> None:
        self._join(on, "interest", _INTEREST, _rounded(self._running, self._whole))
        self._join(on, "default_interest", _PENALTY, _rounded(self._running_default, self._whole))
        self._running = self._running_default = 0

    def _penalty_of(self, short: int, penalty: MonthlyPenalty) -> int:
        stepped = penalty.step is not None and self._missed > penalty.step.after
        rate = penalty.step.rate if penalty.step and stepped else penalty.rate
        charged = max(HALF_UP.whole(short * Fraction(rate)), self._amount(penalty.minimum))
        most = penalty.maximum and (penalty.maximum.least if self._end == "least" else penalty.maximum.most)
        return min(charged, most.minor) if most else charged

    def _ask(self, rule: MinimumDue) -> None:
        unpaid = max(self._asked - self._paid, 0) if rule.carries_unpaid else 0
        beside = self._fresh if rule.carries_unpaid else self.owed
        of_principal = rule.share if self._end == "least" or rule.share_most is None else rule.share_most
        share = HALF_UP.whole(self.owed[_PRINCIPAL] * Fraction(of_principal))
        self._asked = min(share + unpaid + sum(beside[at] for at in _BESIDE), sum(self.owed))
        self._fresh = [0] * len(COMPONENTS)

    def _join(self, on: date, reason: Reason, at: int, minor: int) -> None:
        if not minor:
            return
        self.owed[at] += minor
        self._fresh[at] += minor
        self.posted.append(Posted(on, reason, COMPONENTS[at], minor))
        if self.credit:
            self.credit = self._settle(on, self.credit)

    def _leave(self, on: date, reason: Reason, at: int, most: int) -> int:
        left = min(most, self.owed[at])
        if left:
            self.owed[at] -= left
            self.posted.append(Posted(on, reason, COMPONENTS[at], -left))
        return left

    def _amount(self, bounds: _Bounded[Money]) -> int:
        return _known(bounds.least if self._end == "least" else bounds.most).minor

    def _tick_rate(self, rate: RateFrom) -> int | None:
        chosen = rate.least if self._end == "least" else rate.most
        return None if chosen is None else int(per_tick(chosen, self._history.terms.day_count) * self._whole)


_STEPS: Final[dict[str, Callable[[Run, Event], Standing | None]]] = {
    "rate": Run._set_rate, "default_rate": Run._set_default_rate, "pause": Run._pause, "charge": Run._charge,
    "payment": Run._pay, "deadline": Run._deadline, "statement": Run._statement, "reading": Run._read,
}  # fmt: skip


def per_tick(rate: Rate, count: CountOfDays) -> Fraction:
    """What a unit earns in one day of the count."""
    if rate.per == "daily":
        return Fraction(rate.value)
    return Fraction(rate.value) * _PER_YEAR[rate.per] / YEAR[count]


def _denominator(rates: Sequence[RateFrom], count: CountOfDays) -> int:
    ends = [end for rate in rates for end in (rate.least, rate.most) if end is not None]
    return lcm(1, *[per_tick(end, count).denominator for end in ends])


V = TypeVar("V")


def _known(value: V | None) -> V:
    if value is None:
        raise NothingKnownAbove
    return value


def _rounded(running: int, whole: int) -> int:
    return (2 * running + whole) // (2 * whole)
