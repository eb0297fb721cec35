"""A check that was recorded wrongly counts no more, with a reason; both the check and its withdrawal stay on record."""

from __future__ import annotations

from collections.abc import Mapping

from workstation.actions.desk import Desk
from workstation.errors import Finding, Refused
from workstation.evidence.verification import Verification, WithdrawnCheck


def withdraw_check(desk: Desk, verification_id: str, reason: str) -> WithdrawnCheck:
    """Let a check count no more; an earlier result of the same check counts again.

    Raises `Refused`: not_found, required_field, check_withdrawn (it was already).
    """
    check = desk.store.get(Verification, verification_id)
    if not reason.strip():
        raise Refused(Finding("required_field", "verification.note"))
    if before := withdrawn_checks(desk, check.case_id).get(check.id):
        raise Refused(Finding("check_withdrawn", "verification.note", {"by": before.by, "reason": before.reason}))
    kept = WithdrawnCheck(check.id, check.case_id, reason.strip(), desk.clock.now(), desk.agent)
    desk.store.add(kept)
    return kept


def withdrawn_checks(desk: Desk, case_id: str) -> Mapping[str, WithdrawnCheck]:
    """The withdrawals of a case, by the id of the check."""
    return {one.verification_id: one for one in desk.store.find(WithdrawnCheck, case_id=case_id)}


def all_checks(desk: Desk, item_id: str) -> tuple[Verification, ...]:
    """Every check of a proof, withdrawn ones too, oldest first."""
    return desk.store.find(Verification, item_id=item_id)
