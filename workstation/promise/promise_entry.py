"""Promises as they are kept on record: who promised what; moves and cancellations are further entries, never edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from workstation.money import Money
from workstation.promise.promise import Move, Promise

PROMISERS: Final = ("debtor", "spouse", "guarantor", "relative", "other")
"""Who promised; the words stand under ``promiser.<code>``."""


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    """``who`` promised ``amount`` for ``on``, by ``method`` of payment, out of ``source`` of money.

    ``accepted``: codes of what the check told and a person took it in spite of.
    """

    id: str
    case_id: str
    account_id: str
    on: date
    amount: Money
    at: datetime
    by: str
    who: str = "debtor"
    method: str = "transfer"
    source: str = ""
    note: str = ""
    accepted: tuple[str, ...] = ()
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """A promise was moved to ``to``, or cancelled, for a reason."""

    id: str
    case_id: str
    promise_id: str
    kind: Literal["moved", "cancelled"]
    reason: str
    at: datetime
    by: str
    to: date | None = None


def promise_of(entry: PromiseEntry, changes: Iterable[PromiseChange], day_of: Callable[[datetime], date]) -> Promise:
    """The promise with what became of it; ``day_of`` tells the day of an instant where the rules hold."""
    mine = sorted((one for one in changes if one.promise_id == entry.id), key=lambda one: one.at)
    moves = tuple(Move(day_of(one.at), one.to) for one in mine if one.kind == "moved" and one.to is not None)
    cancelled = next((day_of(one.at) for one in mine if one.kind == "cancelled"), None)
    return Promise(entry.id, entry.on, entry.amount, "", moves, cancelled, (day_of(entry.at), entry.at))
