"""Money received on an account. A payment is never edited: one that did not stand is taken back by a further, reversing one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from workstation.errors import Finding
from workstation.money import Money

METHODS: Final = (
    "transfer",
    "auto_debit",
    "counter",
    "mobile_pay",
    "cash",
    "third_party_pay",
    "other",
)
"""How money came; the words stand under ``payment_method.<code>``."""


@dataclass(frozen=True, slots=True)
class Payment:
    """``amount`` received on ``on``; of a reversing entry it is negative and ``reverses`` is the id of what it takes back.

    ``in_balance``: the balance that the account states contains it already, so that it settles nothing a second time.
    ``import_id``: the bank's file that it came with.
    """

    id: str
    case_id: str
    account_id: str
    on: date
    amount: Money
    at: datetime
    by: str
    method: str = "transfer"
    payer: str = ""
    reference: str = ""
    note: str = ""
    reverses: str = ""
    in_balance: bool = False
    import_id: str = ""
    currency: str = "CNY"


def standing(payments: Sequence[Payment]) -> list[Payment]:
    """The payments that were not taken back, in the order given, reversing entries left out."""
    gone = {one.reverses for one in payments if one.reverses}
    return [one for one in payments if not one.reverses and one.id not in gone] if gone else list(payments)


def doubles(payments: Sequence[Payment]) -> Iterator[tuple[Payment, Payment]]:
    """Pairs that may be one payment entered twice: the same amount with the same reference, or on one day where one has none."""
    seen: dict[int, list[Payment]] = {}
    for payment in standing(payments):
        earlier = seen.setdefault(payment.amount.minor, [])
        for before in earlier:
            if alike(before, payment):
                yield before, payment
                break
        earlier.append(payment)


def double_findings(payments: Sequence[Payment]) -> tuple[Finding, ...]:
    """One advice for every payment that may have been entered twice."""
    return tuple(
        Finding(
            "payment_double",
            f"payment.{again.id}",
            {"amount": again.amount.grouped(), "day": again.on.isoformat(), "other": before.on.isoformat()},
        )
        for before, again in doubles(payments)
    )


def alike(one: Payment, other: Payment) -> bool:
    """Whether two payments of one amount may be the same: by their references, where both have one, else by their day."""
    if one.reference and other.reference:
        return one.reference == other.reference
    return one.on == other.on
