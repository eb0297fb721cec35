"""Questions of the command line about promises; `conduct_calc` answers those about contacts. `Refused` names the key at fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.plan.calc.question import Question, currency_of
from workstation.promise.conduct_calc import conduct_answer as conduct_answer
from workstation.promise.conduct_calc import instant
from workstation.promise.promise import (
    KeptRate,
    Move,
    Promise,
    PromiseState,
    ReceivedPayment,
    kept_rate,
    promise_states,
)

_LISTED_MAX: Final = 20_000
_RATE_DIGITS: Final = Decimal("1e-12")


def promises_answer(question: Mapping[str, Any]) -> dict[str, Any]:
    """State of each promise and the kept rate, in the shape of the contract; a rate of no due promise is null."""
    reader = Question(question)
    currency = currency_of(reader)
    today, grace = reader.day("today"), reader.whole("grace_days", 0)
    if not 0 <= grace <= 60:
        raise Refused(Finding("number_range", "grace_days", {"value": str(grace), "least": "0", "most": "60"}))
    tolerance = reader.money("tolerance", currency, "0")
    if tolerance.minor < 0:
        raise Refused(Finding("amount_negative", "tolerance", {"amount": tolerance.text()}))
    promises = [_promise(one, currency) for one in _listed(reader, "promises")]
    payments = [_payment(one, currency) for one in _listed(reader, "payments")]
    reader.refuse_unknown()
    if len({one.id for one in promises}) < len(promises):
        raise Refused(Finding("promise_repeated", "promises"))
    states = promise_states(promises, payments, grace, today, tolerance.minor)
    return {"promises": [_state_json(one) for one in states], "kept_rate": rate_json(kept_rate(states))}


def _state_json(one: PromiseState) -> dict[str, Any]:
    answer = {"id": one.promise.id, "state": one.state, "received": one.received.text(), "missing": one.missing.text()}
    return answer | {"moves": one.moves, "due": one.due_on.isoformat()} if one.promise.moves else answer


def rate_json(rate: KeptRate) -> dict[str, Any]:
    """A kept rate; what was moved or cancelled is told where something was."""
    apart = {name: number for name, number in (("moves", rate.moves), ("cancelled", rate.cancelled)) if number}
    return {"count": _share(rate.count), "amount": _share(rate.amount), **apart}


def _promise(one: Question, currency: str) -> Promise:
    moves = [_move(move) for move in _listed(one, "moved", ())]
    cancelled = one.get("cancelled_at", None) is not None
    promise = Promise(
        one.text("id"),
        one.day("on"),
        one.money("amount", currency),
        one.choice("ended", ("", "moved", "cancelled"), ""),
        tuple(sorted(moves, key=lambda move: move.at)),
        instant(one, "cancelled_at", UTC).date() if cancelled else None,
    )
    one.refuse_unknown()
    if promise.amount.minor <= 0:
        raise Refused(Finding("amount_not_positive", one.path("amount"), {"amount": promise.amount.text()}))
    return promise


def _move(one: Question) -> Move:
    """The day of a move is that of the place where it was written down."""
    move = Move(instant(one, "at", UTC).date(), one.day("to"))
    one.refuse_unknown()
    return move


def _payment(one: Question, currency: str) -> ReceivedPayment:
    payment = ReceivedPayment(one.day("on"), one.money("amount", currency))
    one.refuse_unknown("id")
    if payment.amount.minor < 0:
        raise Refused(Finding("amount_negative", one.path("amount"), {"amount": payment.amount.text()}))
    return payment


def _listed(reader: Question, key: str, default: object = None) -> list[Question]:
    found = list(reader.each(key) if default is None else reader.each(key, default))
    if len(found) > _LISTED_MAX:
        raise Refused(Finding("number_range", key, {"value": str(len(found)), "least": "0", "most": str(_LISTED_MAX)}))
    return found


def _share(share: Fraction | None) -> str | None:
    """A share as a decimal text of at most 12 digits after the point."""
    if share is None:
        return None
    exact = (Decimal(share.numerator) / share.denominator).quantize(_RATE_DIGITS).normalize()
    return format(exact, "f")
