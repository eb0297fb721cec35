"""Put cases away into the archive with a reason, bring them back, and give them to agents; nothing else about a case changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.casework.contacts.desk import ContactDesk
from workstation.casework.keeping.coming import coming_days
from workstation.errors import Finding, Refused, refuse_if
from workstation.identity import new_id
from workstation.policy.keeping_rules import keeping_calendar
from workstation.profile.case import Case
from workstation.profile.filing import AgentChange, ArchiveChange

MOST_AT_ONCE: Final = 500
"""Each case is read whole and judged by itself."""
_AHEAD: Final = 3650
"""Days; what comes due later than that is no longer this desk's. The end of a time limit is told of archived cases, too."""
_REASON: Final = "archive.reason"


@dataclass(frozen=True, slots=True)
class Filed:
    """What was done with many cases: ``done``, their ids, and what kept others as they were."""

    done: tuple[str, ...]
    left: tuple[Finding, ...] = ()


def archive_case(desk: Desk, case_id: str, reason: str) -> ArchiveChange:
    """Put a case away: the list and the day's work show it no more until it is brought back, or touched and due again.

    Raises `Refused`: required_field, case_archived, archive_coming while something of it still comes due, and
    archive_complaint while a complaint is open.
    """
    if not reason.strip():
        raise Refused(Finding("required_field", _REASON))
    refuse_if(_holds(desk, load_case(desk, case_id)))
    return _change(desk, case_id, reason, archived=True)


def bring_back(desk: Desk, case_id: str, reason: str = "") -> ArchiveChange:
    """Take a case out of the archive. Raises `Refused`: case_not_archived, not_found."""
    case = desk.store.get(Case, case_id)
    if not is_archived(desk, case_id):
        raise Refused(Finding("case_not_archived", case.number, {"case": case.number}))
    return _change(desk, case_id, reason, archived=False)


def archive_cases(desk: Desk, case_ids: Sequence[str], reason: str) -> Filed:
    """Put many cases away for one reason; each is judged by itself, and one that is held is named and left.

    Raises `Refused`: required_field, filing_too_many.
    """
    if not reason.strip():
        raise Refused(Finding("required_field", _REASON))
    _refuse_many(case_ids)
    done, left = list[str](), list[Finding]()
    for case_id in dict.fromkeys(case_ids):
        if holds := _holds(desk, load_case(desk, case_id)):
            left += holds[:1]
        else:
            _change(desk, case_id, reason, archived=True)
            done.append(case_id)
    return Filed(tuple(done), tuple(left))


def bring_back_cases(desk: Desk, case_ids: Sequence[str], reason: str = "") -> Filed:
    """Take many cases out of the archive; those that are not in it stay as they are. Raises `Refused`: filing_too_many."""
    _refuse_many(case_ids)
    done = tuple(one for one in dict.fromkeys(case_ids) if is_archived(desk, one))
    for case_id in done:
        _change(desk, case_id, reason, archived=False)
    return Filed(done)


def give_to(desk: Desk, case_ids: Sequence[str], agent: str) -> Filed:
    """Give cases to an agent by name, or, without a name, to nobody; those that are theirs already stay as they are.

    Raises `Refused`: filing_too_many, not_found.
    """
    _refuse_many(case_ids)
    name = " ".join(agent.split())
    done = []
    for case_id in dict.fromkeys(case_ids):
        desk.store.get(Case, case_id)
        before = desk.store.find(AgentChange, case_id=case_id)[-1:]
        if name != (before[0].agent if before else ""):
            desk.store.add(AgentChange(new_id(), case_id, name, desk.clock.now(), desk.agent))
            done.append(case_id)
    return Filed(tuple(done))


def is_archived(desk: Desk, case_id: str) -> bool:
    """Whether a case lies in the archive."""
    return any(one.archived for one in desk.store.find(ArchiveChange, case_id=case_id)[-1:])


def _holds(desk: Desk, file: CaseFile) -> list[Finding]:
    """What keeps a case out of the archive."""
    number = file.case.number
    if is_archived(desk, file.case.id):
        return [Finding("case_archived", number, {"case": number})]
    found = []
    if due := [one for one in coming_days(file, keeping_calendar(), _AHEAD) if one.kind != "limitation"]:
        figures = {"case": number, "count": str(len(due)), "day": due[0].on.isoformat()}
        found.append(Finding("archive_coming", number, figures))
    if any(status.holds for status in ContactDesk(file).complaints):
        found.append(Finding("archive_complaint", number, {"case": number}))
    return found


def _refuse_many(case_ids: Sequence[str]) -> None:
    if len(case_ids) > MOST_AT_ONCE:
        figures = {"count": f"{len(case_ids):,}", "most": str(MOST_AT_ONCE)}
        raise Refused(Finding("filing_too_many", "cases", figures))


def _change(desk: Desk, case_id: str, reason: str, *, archived: bool) -> ArchiveChange:
    change = ArchiveChange(new_id(), case_id, archived, reason.strip(), desk.clock.now(), desk.agent)
    desk.store.add(change)
    return change
