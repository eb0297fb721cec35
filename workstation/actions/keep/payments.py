"""Payments: entered, on any day, and taken back by a reversing entry; nothing is ever edited."""

from __future__ import annotations

from datetime import date

from workstation.actions.desk import Desk
from workstation.actions.keep.accounts import needed, not_later, positive
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.account import Account
from workstation.promise.payment import METHODS, Payment


def add_payment(
    desk: Desk,
    account_id: str,
    on: date,
    amount: Money,
    method: str = "transfer",
    payer: str = "",
    reference: str = "",
    note: str = "",
    in_balance: bool | None = None,
) -> Payment:
    """Enter money that came on a day, today or before.

    ``in_balance``: whether the account's stated balance contains it already; unsaid, it counts, and `before_balance` tells of it.
    Raises `Refused`: day_not_come, amount_not_positive, amount_other_currency, choice_unknown.
    """
    account = desk.store.get(Account, account_id)
    positive(amount, account.currency)
    if method not in METHODS:
        raise Refused(
            Finding("choice_unknown", FieldRef.KEEP_KIND, {"value": method[:40], "choices": ", ".join(METHODS)})
        )
    not_later(on, desk.clock.today())
    payment = Payment(
        new_id(),
        account.case_id,
        account.id,
        on,
        amount,
        desk.clock.now(),
        desk.agent,
        method,
        payer.strip(),
        reference.strip(),
        note.strip(),
        in_balance=bool(in_balance),
        currency=account.currency,
    )
    desk.store.add(payment)
    return payment


def before_balance(account: Account, on: date) -> tuple[Finding, ...]:
    """What to ask of a payment on a day before that of the account's stated balance: whether the balance contains it already."""
    if account.as_of is None or on >= account.as_of:
        return ()
    figures = {"day": on.isoformat(), "as_of": account.as_of.isoformat()}
    return (Finding("payment_before_balance", FieldRef.KEEP_ON, figures),)


def reverse_payment(desk: Desk, payment_id: str, on: date | None = None, reason: str = "") -> Payment:
    """Take a payment back: it settles nothing, and both entries stay.

    Raises `Refused`: required_field without a reason, payment_reversed, payment_is_reversal, day_not_come, dates_reversed.
    """
    payment = desk.store.get(Payment, payment_id)
    why = needed(reason, FieldRef.KEEP_REASON)
    if payment.reverses:
        raise Refused(Finding("payment_is_reversal", f"payment.{payment.id}"))
    if desk.store.find(Payment, account_id=payment.account_id, reverses=payment.id):
        raise Refused(Finding("payment_reversed", f"payment.{payment.id}", {"day": payment.on.isoformat()}))
    day = on or desk.clock.today()
    not_later(day, desk.clock.today())
    if day < payment.on:
        raise Refused(Finding("dates_reversed", FieldRef.KEEP_ON))
    back = Payment(
        new_id(),
        payment.case_id,
        payment.account_id,
        day,
        -payment.amount,
        desk.clock.now(),
        desk.agent,
        payment.method,
        payment.payer,
        payment.reference,
        why,
        payment.id,
        payment.in_balance,
        currency=payment.currency,
    )
    desk.store.add(back)
    return back
