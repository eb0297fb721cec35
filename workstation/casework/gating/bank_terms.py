"""Terms that are a bank's own: a plan version with which it answered one of ours, and that it granted."""

from __future__ import annotations

from workstation.casework.case_file import CaseFile
from workstation.plan.version import PlanVersion
from workstation.policy.rules import Tier
from workstation.promise.authority import required_authorities


def answered_plan(file: CaseFile, plan: PlanVersion) -> PlanVersion | None:
    """The version of ours that the bank answered with ``plan`` as terms of its own; None for terms that are ours."""
    countered = (one.plan_id for one in file.approvals if one.authority == "bank" and one.offer == plan.id)
    return next((ours for plan_id in countered if (ours := file.plan(plan_id))), None)


def is_banks_own(file: CaseFile, plan: PlanVersion) -> bool:
    """Whether a bank both offered these terms and granted them: then nobody at the desk concedes anything by them.

    An offer that the bank has not granted is an application like any other: who keyed it in cannot grant it by that.
    """
    decision = file.decision(plan.id, "bank")
    return decision is not None and decision.decision == "granted" and answered_plan(file, plan) is not None


def needed_authorities(file: CaseFile, plan: PlanVersion) -> tuple[Tier, ...]:
    """Whose approval a chosen plan needs before it is applied for or kept; nobody's where the terms are the bank's own."""
    if is_banks_own(file, plan):
        return ()
    return required_authorities(plan.terms, len(file.schedules[plan.id].rows), file.pack)
