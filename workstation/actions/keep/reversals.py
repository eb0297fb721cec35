"""Rows of a bank's list that take a payment back: which one, and what was taken back before."""

from __future__ import annotations

from collections.abc import Sequence

from workstation.errors import Finding, Refused
from workstation.promise.payment import Payment, alike, standing
from workstation.promise.payment_list import PaymentRow


def was_reversed(new: Payment, paid: Sequence[Payment]) -> bool:
    """Whether a payment like this was taken back, or, of one that takes back, whether one like it is on record."""
    gone = {one.reverses for one in paid if one.reverses}
    if new.reverses:
        return any(one.reverses and one.amount == new.amount and alike(one, new) for one in paid)
    return any(one.id in gone and one.amount == new.amount and alike(one, new) for one in paid)


def reversed_payment(row: PaymentRow, paid: Sequence[Payment]) -> str:
    """The payment that a row takes back: the last of that amount, with the same reference where both have one."""
    fits = [
        one
        for one in standing(paid)
        if one.amount == -row.amount
        and one.on <= row.on
        and not (one.reference and row.reference and one.reference != row.reference)
    ]
    if not fits:
        raise Refused(*unmatched(row))
    return fits[-1].id


def unmatched(row: PaymentRow) -> tuple[Finding, ...]:
    """What is said of a row that takes back what was never paid."""
    figures = {"day": row.on.isoformat(), "amount": row.amount.text()}
    return (Finding("reversal_unmatched", f"row {row.row}", figures),)
