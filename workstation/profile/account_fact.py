"""What happened to a debt beside its balance: what was really received, who became creditor, what began the time limit anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from workstation.money import Money

FactKind = Literal["received", "guarantor_paid", "assigned", "demanded", "acknowledged", "sued"]
FACT_KINDS: Final[tuple[FactKind, ...]] = (
    "received", "guarantor_paid", "assigned", "demanded", "acknowledged", "sued",
)  # fmt: skip
"""The words stand under ``account_fact.<kind>``."""
WITH_AMOUNT: Final = ("received", "guarantor_paid")
"""Kinds that say nothing without an amount."""
WITH_PARTY: Final = ("guarantor_paid", "assigned")
"""Kinds that say nothing without who became creditor."""


@dataclass(frozen=True, slots=True)
class AccountFact:
    """``received``: ``amount`` was paid out on ``on``; ``agreed``: what the contract names. ``guarantor_paid``: ``party`` paid
    ``amount`` to the bank and claims it now. ``assigned``: ``party`` took over the claim. ``demanded``, ``acknowledged``, ``sued``:
    what begins the time limit anew. ``proof``: what shows it. Never edited: ``withdraws`` is the id of an entry that did not stand.
    """

    id: str
    case_id: str
    account_id: str
    kind: str
    on: date
    at: datetime
    by: str
    amount: Money | None = None
    party: str = ""
    proof: str = ""
    withdraws: str = ""
    agreed: Money | None = None
    currency: str = "CNY"


def standing_facts(facts: Iterable[AccountFact], account_id: str) -> tuple[AccountFact, ...]:
    """The facts of an account that were not withdrawn, by their days."""
    mine = [one for one in facts if one.account_id == account_id]
    gone = {one.withdraws for one in mine if one.withdraws}
    return tuple(sorted((one for one in mine if not one.withdraws and one.id not in gone), key=lambda one: one.on))


def received_fact(facts: Iterable[AccountFact], account_id: str) -> AccountFact | None:
    """What was really received, as the latest entry has it."""
    return next((one for one in reversed(standing_facts(facts, account_id)) if one.kind == "received"), None)
