"""Accounts as actions of keeping find them, and what every entry about money asks first."""

from __future__ import annotations

from datetime import date

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.money import MOST, Money
from workstation.profile.account import Account


def case_of(desk: Desk, account_id: str) -> tuple[CaseFile, Account]:
    """The case of an account, read whole, and the account. Raises `Refused` (not_found)."""
    file = load_case(desk, desk.store.get(Account, account_id).case_id)
    return file, file.account(account_id)


def named(account: Account) -> dict[str, str]:
    """How a finding names an account."""
    return {"bank": account.bank, "tail": account.tail}


def refuse_ended(file: CaseFile, account: Account) -> None:
    """Raise `Refused` (account_has_ended) for an account that was settled or closed."""
    if file.end(account.id) is not None:
        raise Refused(Finding("account_has_ended", f"keep.{account.id}", named(account)))


def positive(amount: Money, currency: str) -> None:
    """Raise `Refused`: amount_not_positive, amount_other_currency, amount_beyond_range."""
    if amount.currency != currency:
        figures = {"text": amount.text(), "found": amount.currency, "currency": currency}
        raise Refused(Finding("amount_other_currency", FieldRef.KEEP_AMOUNT, figures))
    if amount.minor <= 0:
        raise Refused(Finding("amount_not_positive", FieldRef.KEEP_AMOUNT, {"amount": amount.grouped()}))
    in_range(amount)


def in_range(amount: Money) -> None:
    """Raise `Refused` (amount_beyond_range) for more than the desk can keep: a slip of the keyboard."""
    if abs(amount.minor) > MOST:
        figures = {"text": amount.text(), "most": Money(MOST, amount.currency).grouped()}
        raise Refused(Finding("amount_beyond_range", FieldRef.KEEP_AMOUNT, figures))


def needed(text: str, field_ref: FieldRef) -> str:
    """A text that must be said, stripped. Raises `Refused` (required_field)."""
    if not text.strip():
        raise Refused(Finding("required_field", field_ref))
    return text.strip()


def not_later(on: date, today: date) -> None:
    """Raise `Refused` (day_not_come) for a day that has not come."""
    if on > today:
        raise Refused(Finding("day_not_come", FieldRef.KEEP_ON, {"day": on.isoformat()}))
