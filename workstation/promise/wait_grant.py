"""A promise that waits longer than the agent may allow: who granted it, and the request that went to a supervisor elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Final, Literal

from workstation.money import Money
from workstation.policy.pack import Pack
from workstation.policy.rules import TIERS, Tier

WAIT: Final = "promise_wait"
PromiseDecision = Literal["requested", "granted", "refused"]


@dataclass(frozen=True, slots=True)
class PromiseApproval:
    """One decision of one authority on a promise of just this amount for just this day; its latest counts."""

    id: str
    case_id: str
    account_id: str
    on: date
    amount: Money
    authority: str
    decision: PromiseDecision
    by: str
    at: datetime
    note: str = ""
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class PromiseRequest:
    """A request for a promise that left this desk, and how it was answered: the fields of `GrantRequest`, for a promise."""

    id: str
    case_id: str
    account_id: str
    on: date
    amount: Money
    content: str
    log: int
    at: datetime
    by: str
    decision: str = ""
    supervisor: str = ""
    code: str = field(default="")
    answered_at: datetime | None = None
    currency: str = "CNY"


def tier_of_wait(pack: Pack, today: date, on: date) -> Tier:
    """Who may allow a promise for ``on``. A pack that says nothing of waiting leaves it to the agent."""
    days = (on - today).days
    if days <= 0 or not any(rule.concession == WAIT for rule in pack.authority):
        return "agent"
    return pack.authority_for(WAIT, Decimal(days))


def agent_most(pack: Pack) -> str:
    """The days of waiting that an agent may allow."""
    known = (rule.up_to for rule in pack.authority if rule.concession == WAIT and rule.tier == "agent")
    return format(next((most for most in known if most is not None), Decimal(0)).normalize(), "f")


def is_granted(approvals: Iterable[PromiseApproval], account_id: str, on: date, amount: Money, tier: Tier) -> bool:
    """Whether the authority of ``tier``, or a higher one, has granted this very promise, and has not refused it since."""
    latest = {
        one.authority: one.decision
        for one in approvals
        if (one.account_id, one.on, one.amount) == (account_id, on, amount)
    }
    return any(latest.get(who) == "granted" for who in TIERS[TIERS.index(tier) :])


def promise_digest(account_id: str, on: date, amount: Money) -> str:
    """Of just this promise; 16 bytes, in hex."""
    text = f"concord promise {account_id} {on.isoformat()} {amount.currency} {amount.minor}"
    return sha256(text.encode()).hexdigest()[:32]
