"""Promises: taken after a check on the spot, moved and cancelled by further entries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal

from workstation.actions.desk import Desk
from workstation.actions.keep.accounts import case_of, needed, positive, refuse_ended
from workstation.casework.keeping.accounts import kept_account
from workstation.casework.keeping.promise_check import check_promise
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.money import Money
from workstation.promise.payment import METHODS
from workstation.promise.promise import PromiseState
from workstation.promise.promise_entry import PROMISERS, PromiseChange, PromiseEntry


def take_promise(
    desk: Desk,
    account_id: str,
    on: date,
    amount: Money,
    who: str = "debtor",
    method: str = "transfer",
    source: str = "",
    note: str = "",
    accepted: Collection[str] = (),
) -> PromiseEntry:
    """Take a promise. Refused with all that the check tells and no person ``accepted`` by its code, or that nobody may.

    Raises `Refused` as well: choice_unknown, required_field without a source of the money, account_has_ended.
    """
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    for value, choices in ((who, PROMISERS), (method, METHODS)):
        if value not in choices:
            figures = {"value": value[:40], "choices": ", ".join(choices)}
            raise Refused(Finding("choice_unknown", FieldRef.KEEP_KIND, figures))
    positive(amount, account.currency)
    funds = needed(source, FieldRef.KEEP_REASON)
    check = check_promise(file, account, amount, on)
    refuse_if(one for one in check.findings if one in check.refusing or one.code not in accepted)
    entry = PromiseEntry(
        new_id(),
        account.case_id,
        account.id,
        on,
        amount,
        desk.clock.now(),
        desk.agent,
        who,
        method,
        funds,
        note.strip(),
        tuple(one.code for one in check.findings),
        account.currency,
    )
    desk.store.add(entry)
    return entry


def move_promise(desk: Desk, promise_id: str, to: date, reason: str) -> PromiseChange:
    """Move a promise to another day, from today on.

    Raises `Refused`: promise_not_waiting, promise_day_past, promise_beyond_agent …
    """
    entry, state = _judged(desk, promise_id)
    if state.state in ("kept", "cancelled"):
        raise Refused(Finding("promise_not_waiting", f"promise.{entry.id}"))
    file, account = case_of(desk, entry.account_id)
    check = check_promise(file, account, entry.amount, to)
    refuse_if(
        one for one in check.refusing if one.code in ("promise_day_past", "promise_too_far", "promise_beyond_agent")
    )
    return _changed(desk, entry, "moved", needed(reason, FieldRef.KEEP_REASON), to)


def cancel_promise(desk: Desk, promise_id: str, reason: str) -> PromiseChange:
    """Cancel a promise that is not kept. Raises `Refused`: promise_not_waiting, required_field."""
    entry, state = _judged(desk, promise_id)
    if state.state in ("kept", "cancelled"):
        raise Refused(Finding("promise_not_waiting", f"promise.{entry.id}"))
    return _changed(desk, entry, "cancelled", needed(reason, FieldRef.KEEP_REASON), None)


def _changed(
    desk: Desk, entry: PromiseEntry, kind: Literal["moved", "cancelled"], reason: str, to: date | None
) -> PromiseChange:
    change = PromiseChange(new_id(), entry.case_id, entry.id, kind, reason, desk.clock.now(), desk.agent, to)
    desk.store.add(change)
    return change


def _judged(desk: Desk, promise_id: str) -> tuple[PromiseEntry, PromiseState]:
    entry = desk.store.get(PromiseEntry, promise_id)
    file, account = case_of(desk, entry.account_id)
    return next(pair for pair in kept_account(file, account).promises if pair[0].id == entry.id)
