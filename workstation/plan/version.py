"""Plan versions: every plan once tried and kept is immutable; which one is chosen is a separate, dated decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workstation.plan.schedule.terms import Terms


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """Version ``version`` (1, 2 …) of the plan for one account: who made it, when and why."""

    id: str
    case_id: str
    account_id: str
    version: int
    terms: Terms
    at: datetime
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """The decision for a version; the latest choice of an account counts."""

    id: str
    case_id: str
    account_id: str
    plan_id: str
    at: datetime
    by: str
