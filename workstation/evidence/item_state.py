"""How far one proof has come by itself, whatever else its entry needs; derived on a day, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from workstation.evidence.freshness import stale_on
from workstation.evidence.judging import BLOCKING, failed, item_findings, passed
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.policy.rules import Requirement

ItemState = Literal["unassigned", "withdrawn", "received", "failed", "stale", "verified"]


def item_state(
    requirement: Requirement | None, item: EvidenceItem, checks: Sequence[Verification], today: date
) -> ItemState:
    """The state of a proof; ``requirement``: its entry, None where the checklist asks for none such. ``checks``: those that
    count, of any proof, in their order.
    """
    if item.withdrawn:
        return "withdrawn"
    if requirement is None:
        return "received" if item.requirement else "unassigned"
    own = [check for check in checks if check.item_id == item.id]
    codes = {finding.code for finding in item_findings(requirement, item, own, today)}
    if failed(own) or "issuer_refused" in codes:
        return "failed"
    gone = stale_on(requirement, (item,))
    if gone is not None and gone <= today:
        return "stale"
    return "verified" if passed(requirement, own) and codes.isdisjoint(BLOCKING) else "received"


def is_to_check(requirement: Requirement, item: EvidenceItem, checks: Sequence[Verification], today: date) -> bool:
    """Whether the next thing that this proof needs is a check: none that counts was made yet, and none failed."""
    own = [check for check in checks if check.item_id == item.id]
    return item_state(requirement, item, checks, today) == "received" and not passed(requirement, own)
