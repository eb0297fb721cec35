"""Promises to pay: which were kept, partly kept or broken by the payments that came, and the rate of kept ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple, Protocol

from workstation.money import Money

State = Literal["open", "kept", "partly_kept", "broken", "moved", "cancelled"]


class Move(NamedTuple):
    """A promise was moved on ``at`` to ``to``."""

    at: date
    to: date


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: ``amount`` on ``on``, with what became of it: ``moves`` in the order of their days, the day it was cancelled.

    ``ended`` says of a promise without such days that it was moved into another promise or cancelled, and no longer counts.
    ``taken``: the day and the instant at which it was given, where they are known.
    """

    id: str
    on: date
    amount: Money
    ended: Literal["", "moved", "cancelled"] = ""
    moves: tuple[Move, ...] = ()
    cancelled_on: date | None = None
    taken: tuple[date, datetime] | None = None


class Received(Protocol):
    """Money that came on a day: a payment is one. ``at``: when it was put on record, where that is known."""

    @property
    def on(self) -> date:
        """The day."""
        ...

    @property
    def amount(self) -> Money:
        """How much."""
        ...

    @property
    def at(self) -> datetime | None:
        """The instant."""
        ...


@dataclass(frozen=True, slots=True)
class ReceivedPayment:
    """Money that came on a day."""

    on: date
    amount: Money
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PromiseState:
    """A promise as of a day. ``received`` + ``missing`` = what was promised; ``moves``: how often it was moved.

    ``in_time``: what came by the day that counts for the kept rate, which a move after that day does not put off.
    """

    promise: Promise
    state: State
    received: Money
    missing: Money
    due_on: date
    in_time: Money
    moves: int = 0


@dataclass(frozen=True, slots=True)
class KeptRate:
    """Kept promises over promises due, by count and by amount (received in time over promised); None when none was due yet.

    ``due`` of them were ``kept``; ``moves`` tells how often any was moved, ``cancelled`` how many do not count.
    """

    count: Fraction | None
    amount: Fraction | None
    kept: int = 0
    due: int = 0
    moves: int = 0
    cancelled: int = 0


class _Course(NamedTuple):
    """A promise on a day: ``due_on`` after its moves, ``deadline`` with grace; ``late``: it was moved after its day.

    ``in_time_until``: the deadline that counts for the kept rate, that of the day that a late move had missed.
    """

    promise: Promise
    due_on: date
    deadline: date
    in_time_until: date
    moves: int
    late: bool
    ended: str


def promise_states(
    promises: Sequence[Promise], payments: Sequence[Received], grace_days: int, today: date, tolerance: int = 0
) -> tuple[PromiseState, ...]:
    """The state of each promise, in the order given. ``tolerance``: by how many minor units what came may be short.

    Payments up to ``today`` serve promises oldest first; one made after a promise's day and grace no longer serves it, nor does one
    that was made before the day on which it was given, or was on record when it was: it is about other money. A promise is
    open until that day has passed, unless it was met before. One moved by its day at the latest counts by its new day, and is
    ``moved`` while it waits for it; one moved after its day was broken, whatever comes later. One cancelled takes no payment.
    """
    grace = timedelta(days=grace_days)
    courses = [_course(one, grace, today) for one in promises]
    live = sorted((one for one in courses if not one.ended), key=lambda one: (one.due_on, one.promise.id))
    received = dict.fromkeys((one.promise.id for one in live), 0)
    in_time = dict(received)
    for payment in sorted((one for one in payments if one.on <= today), key=lambda one: one.on):
        left, on = payment.amount.minor, payment.on
        for one in live:
            if left <= 0:
                break
            if on <= one.deadline and _may_serve(one.promise, payment):
                key = one.promise.id
                served = min(left, one.promise.amount.minor - received[key])
                received[key] += served
                left -= served
                if on <= one.in_time_until:
                    in_time[key] += served
    return tuple(
        _state(one, received.get(one.promise.id, 0), in_time.get(one.promise.id, 0), today, tolerance)
        for one in courses
    )


def _may_serve(promise: Promise, payment: Received) -> bool:
    if promise.taken is None:
        return True
    day, at = promise.taken
    return payment.on >= day and (payment.at is None or payment.at >= at)


def kept_rate(states: Sequence[PromiseState]) -> KeptRate:
    """The rate over all promises whose day is past or that were met, moved and cancelled ones aside."""
    due = [one for one in states if one.state in ("kept", "partly_kept", "broken")]
    moves = sum(one.moves for one in states)
    cancelled = sum(one.state == "cancelled" for one in states)
    if not due:
        return KeptRate(None, None, 0, 0, moves, cancelled)
    promised = sum(one.promise.amount.minor for one in due)
    kept = sum(one.state == "kept" for one in due)
    share = Fraction(sum(one.in_time.minor for one in due), promised) if promised else None
    return KeptRate(Fraction(kept, len(due)), share, kept, len(due), moves, cancelled)


def _course(promise: Promise, grace: timedelta, today: date) -> _Course:
    due_on, missed, moves = promise.on, None, 0
    for move in promise.moves:
        if move.at > today:
            break
        if move.at > due_on and missed is None:
            missed = due_on
        due_on, moves = move.to, moves + 1
    ended: str = promise.ended
    if promise.cancelled_on is not None and promise.cancelled_on <= today:
        ended = "cancelled"
    return _Course(promise, due_on, due_on + grace, (missed or due_on) + grace, moves, missed is not None, ended)


def _state(course: _Course, received: int, in_time: int, today: date, tolerance: int) -> PromiseState:
    promise = course.promise
    amount, currency = promise.amount.minor, promise.amount.currency
    state: State
    if course.ended:
        state = "moved" if course.ended == "moved" else "cancelled"
    elif amount <= in_time or (in_time and amount - in_time <= tolerance):
        state = "kept"
    elif course.late:
        state = "broken"
    elif today <= course.deadline:
        state = "moved" if course.moves else "open"
    else:
        state = "partly_kept" if received else "broken"
    received_money, missing = Money(received, currency), Money(amount - received, currency)
    return PromiseState(promise, state, received_money, missing, course.due_on, Money(in_time, currency), course.moves)
