"""How accounts end, settled, closed and opened again, and the balances that banks state meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from workstation.actions.desk import Desk
from workstation.actions.keep.accounts import case_of, in_range, named, needed, not_later, refuse_ended
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import kept_account, payments_of
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.account import Account
from workstation.promise.ending import CLOSE_REASONS, REOPENED, SETTLED, AccountEnd
from workstation.promise.payment import standing
from workstation.promise.stated_balance import BankBalance


def settle(
    desk: Desk,
    account_id: str,
    on: date | None = None,
    note: str = "",
    requested_on: date | None = None,
    chase_on: date | None = None,
    confirmed: bool = False,
) -> AccountEnd:
    """Record that an account is settled 结清, when its certificate was asked for, and when to ask for it again.

    Raises `Refused`: account_has_ended, day_not_come, settled_before_entry, dates_reversed, and account_still_owes unless the
    schedule was paid to its end or a person ``confirmed`` that the bank counts it as settled.
    """
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    day = on or file.today
    not_later(day, file.today)
    _refuse_before_entries(file, account, day)
    if requested_on and chase_on and chase_on < requested_on:
        raise Refused(Finding("dates_reversed", FieldRef.KEEP_CHASE_ON))
    kept = kept_account(file, account).keeping
    if kept.ledger.owed and not kept.fulfilled and not confirmed:
        figures = {**named(account), "amount": kept.ledger.owed.grouped()}
        raise Refused(Finding("account_still_owes", f"keep.{account_id}", figures))
    return _ended(desk, file.case.id, account_id, SETTLED, day, note, requested_on, chase_on)


def close(desk: Desk, account_id: str, how: str, on: date | None = None, note: str = "") -> AccountEnd:
    """Close an account for a coded reason. Raises `Refused`: choice_unknown, required_field for "other" without a note …"""
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    if how not in CLOSE_REASONS:
        figures = {"value": how[:40], "choices": ", ".join(CLOSE_REASONS)}
        raise Refused(Finding("choice_unknown", FieldRef.KEEP_REASON, figures))
    if how == "other":
        needed(note, FieldRef.KEEP_REASON)
    return _ended(desk, file.case.id, account_id, how, on or file.today, note)


def reopen_account(desk: Desk, account_id: str, reason: str) -> AccountEnd:
    """Open a settled or closed account again; nothing of it was lost. Raises `Refused`: account_has_not_ended, required_field."""
    file, account = case_of(desk, account_id)
    if file.end(account_id) is None:
        raise Refused(Finding("account_has_not_ended", f"keep.{account_id}", named(account)))
    return _ended(desk, file.case.id, account_id, REOPENED, file.today, needed(reason, FieldRef.KEEP_REASON))


def state_balance(
    desk: Desk, account_id: str, on: date, source: str, total: Money, parts: Mapping[str, Money] | None = None
) -> BankBalance:
    """Keep what a bank states as owed on a day, by component where it says so; nothing is overwritten by it.

    Raises `Refused`: day_not_come, required_field without a source, amount_negative.
    """
    file, account = case_of(desk, account_id)
    not_later(on, file.today)
    told = dict(parts or {})
    for amount in (total, *told.values()):
        if amount.minor < 0:
            raise Refused(Finding("amount_negative", FieldRef.KEEP_AMOUNT, {"amount": amount.grouped()}))
        in_range(amount)
    balance = BankBalance(
        new_id(),
        file.case.id,
        account_id,
        on,
        needed(source, FieldRef.KEEP_REASON),
        desk.clock.now(),
        desk.agent,
        total,
        told.get("principal"),
        told.get("interest"),
        told.get("penalty"),
        told.get("fees"),
        account.currency,
    )
    desk.store.add(balance)
    return balance


def _refuse_before_entries(file: CaseFile, account: Account, day: date) -> None:
    """Raise `Refused` (settled_before_entry) for a day before one on which the account was still paid, or its schedule adopted."""
    adoption = file.adoption(account.id)
    known = [one.on for one in standing(payments_of(file, account))] + ([adoption.on] if adoption else [])
    if known and day < max(known):
        raise Refused(Finding("settled_before_entry", FieldRef.KEEP_ON, {"day": max(known).isoformat()}))


def _ended(
    desk: Desk,
    case_id: str,
    account_id: str,
    how: str,
    on: date,
    note: str,
    requested_on: date | None = None,
    chase_on: date | None = None,
) -> AccountEnd:
    not_later(on, desk.clock.today())
    end = AccountEnd(
        new_id(), case_id, account_id, how, on, desk.clock.now(), desk.agent, note.strip(), requested_on, chase_on
    )
    desk.store.add(end)
    return end
