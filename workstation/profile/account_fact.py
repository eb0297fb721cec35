"""What a debt has beside its balance: what was received, who is creditor, what secures it, what began the time limit anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from workstation.folding import folded
from workstation.money import Money

FactKind = Literal[
    "received", "guarantor_paid", "assigned", "demanded", "acknowledged", "sued", "mortgaged", "vehicle_pledged", "guaranteed",
    "released",
]  # fmt: skip
FACT_KINDS: Final[tuple[FactKind, ...]] = (
    "received", "guarantor_paid", "assigned", "demanded", "acknowledged", "sued", "mortgaged", "vehicle_pledged", "guaranteed",
    "released",
)  # fmt: skip
"""The words stand under ``account_fact.<kind>``."""
WITH_AMOUNT: Final = ("received", "guarantor_paid")
"""Kinds that say nothing without an amount."""
PROPERTY: Final = ("mortgaged", "vehicle_pledged")
"""Securities in a thing: a debt that has one is kept apart from those without."""
SECURITIES: Final = (*PROPERTY, "guaranteed")
"""What secures a debt: a mortgage of a home or land, a pledged car, a guarantor."""
MAY_AMOUNT: Final = SECURITIES
"""Kinds that may tell an amount: up to what the security holds."""
WITH_PARTY: Final = ("guarantor_paid", "assigned", *SECURITIES)
"""Kinds that say nothing without who became creditor, or what or who secures the debt."""
MAY_PARTY: Final = ("released",)
"""Kinds that may name one: the security that was given free; without a name, every one until that day."""


@dataclass(frozen=True, slots=True)
class AccountFact:
    """``received``: ``amount`` was paid out on ``on``; ``agreed``: what the contract names. ``guarantor_paid``: ``party`` paid
    ``amount`` to the bank and claims it now. ``assigned``: ``party`` took over the claim. ``demanded``, ``acknowledged``, ``sued``:
    what begins the time limit anew. ``mortgaged``, ``vehicle_pledged``, ``guaranteed``: ``party`` (a thing or a person) secures the
    debt, up to ``amount`` where that is known; ``released``: it does so no longer. ``proof``: what shows it. Never edited:
    ``withdraws`` is the id of an entry that did not stand.
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


def securities(
    facts: Iterable[AccountFact], account_id: str, kinds: Iterable[str] = SECURITIES
) -> tuple[AccountFact, ...]:
    """What secures an account now, of some kinds: what was not given free on its own day or later."""
    standing = standing_facts(facts, account_id)
    gone = [one for one in standing if one.kind == "released"]
    return tuple(fact for fact in standing if fact.kind in kinds and not any(_releases(one, fact) for one in gone))


def _releases(free: AccountFact, fact: AccountFact) -> bool:
    return free.on >= fact.on and (not free.party or folded(free.party) == folded(fact.party))
