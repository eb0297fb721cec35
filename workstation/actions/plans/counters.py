"""The debtor's answer to a bank's counter-offer, each in one step."""

from __future__ import annotations

from workstation.actions.desk import Desk
from workstation.actions.keep.accounts import case_of, refuse_ended
from workstation.actions.plans import versions
from workstation.actions.plans.options import record_counter
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanVersion


def accept_counter(desk: Desk, plan_id: str, terms: Terms, by: str, note: str = "") -> PlanVersion:
    """Keep the bank's terms, choose them and record that the bank grants them.

    Raises `Refused`: account_has_ended, and as `record_counter` does.
    """
    refuse_ended(*case_of(desk, desk.store.get(PlanVersion, plan_id).account_id))
    theirs = record_counter(desk, plan_id, terms, by, note)
    versions.choose(desk, theirs.id)
    versions.record_approval(desk, theirs.id, "bank", "granted", by, note)
    return theirs
