"""Promises to pay: which were kept, partly kept or broken by the payments that came, and the rate of kept ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from workstation.money import Money, total

State = Literal["open", "kept", "partly_kept", "broken", "moved", "cancelled"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: ``amount`` on ``on``. ``ended`` says that it was moved to another day or cancelled, and no longer counts."""

    id: str
    on: date
    amount: Money
    ended: Literal["", "moved", "cancelled"] = ""


@dataclass(frozen=True, slots=True)
class ReceivedPayment:
    """Money that came on a day."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class PromiseState:
    """A promise as of a day. ``received`` + ``missing`` = what was promised."""

    promise: Promise
    state: State
    received: Money
    missing: Money


@dataclass(frozen=True, slots=True)
class KeptRate:
    """Kept promises over promises due, by count and by amount (received over promised); None when none was due yet."""

    count: Fraction | None
    amount: Fraction | None


def promise_states(
    promises: Sequence[Promise], payments: Sequence[ReceivedPayment], grace_days: int, today: date
) -> tuple[PromiseState, ...]:
    """The state of each promise, in the order given.

    Payments up to ``today`` serve promises oldest first; one made after a promise's day and grace no longer serves it. A promise is
    open until that day has passed, unless it was met before.
    """
    grace = timedelta(days=grace_days)
    live = sorted((one for one in promises if not one.ended), key=lambda one: one.on)
    received = dict.fromkeys((one.id for one in live), 0)
    for payment in sorted((one for one in payments if one.on <= today), key=lambda one: one.on):
        left = payment.amount.minor
        for one in live:
            if payment.on <= one.on + grace:
                served = min(left, one.amount.minor - received[one.id])
                received[one.id] += served
                left -= served
    return tuple(_state(one, received.get(one.id, 0), today > one.on + grace) for one in promises)


def kept_rate(states: Sequence[PromiseState]) -> KeptRate:
    """The rate over all promises that are no longer open, moved and cancelled ones aside."""
    due = [one for one in states if one.state in ("kept", "partly_kept", "broken")]
    if not due:
        return KeptRate(None, None)
    promised = total([one.promise.amount for one in due])
    kept = Fraction(sum(one.state == "kept" for one in due), len(due))
    return KeptRate(kept, total([one.received for one in due]).share_of(promised) if promised else None)


def _state(promise: Promise, received: int, past: bool) -> PromiseState:
    missing = promise.amount.minor - received
    state: State
    if promise.ended:
        state = promise.ended
    elif missing <= 0:
        state = "kept"
    elif not past:
        state = "open"
    else:
        state = "partly_kept" if received else "broken"
    return PromiseState(
        promise, state, Money(received, promise.amount.currency), Money(missing, promise.amount.currency)
    )
