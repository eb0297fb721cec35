"""Which file of a case is to be checked next, and whether one leaves anything to do."""

from __future__ import annotations

from workstation.casework.case_file import CaseFile
from workstation.evidence.item_state import is_to_check, item_state
from workstation.evidence.judging import BLOCKING, item_findings, passed
from workstation.evidence.verification import EvidenceItem
from workstation.policy.rules import Requirement


def next_to_check(file: CaseFile, after: str = "") -> EvidenceItem | None:
    """The first file without a check in the order of the checklist, from the one after ``after`` on; None where all have one."""
    all_items = [(line.requirement, item) for line in file.checklist for item in line.items]
    start = next((number + 1 for number, (_, item) in enumerate(all_items) if item.id == after), 0)
    for requirement, item in (*all_items[start:], *all_items[:start]):
        if item.id != after and is_to_check(requirement, item, file.verifications, file.today):
            return item
    return None


def is_done(file: CaseFile, requirement: Requirement, item: EvidenceItem) -> bool:
    """Whether all that this person can do about a file is done: it passed, and only a second person's look may be missing."""
    state = item_state(requirement, item, file.verifications, file.today)
    if state != "received":
        return state == "verified"
    own = [check for check in file.verifications if check.item_id == item.id]
    open_now = {finding.code for finding in item_findings(requirement, item, own, file.today)} & BLOCKING
    return passed(requirement, own) and open_now <= {"second_look_needed"}
