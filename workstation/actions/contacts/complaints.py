"""Complaints of a case: registered, extended, answered, closed. One that is not closed holds the contacts at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.keep.reading import files_of
from workstation.casework.case_file import CaseFile
from workstation.casework.contacts.desk import ContactDesk
from workstation.conversation.complaint import (
    CHANNELS,
    KINDS,
    OUTCOMES,
    Complaint,
    ComplaintStatus,
    ComplaintStep,
)
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.profile.case import Case


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One complaint with the number of its case."""

    number: str
    case_id: str
    status: ComplaintStatus


def register(desk: Desk, complaint: Complaint) -> Complaint:
    """Put a complaint on record. Refuses one without complainant or words, and one that comes from the future."""
    needed = {FieldRef.COMPLAINT_COMPLAINANT: complaint.complainant, FieldRef.COMPLAINT_ABOUT: complaint.about}
    refuse_if(Finding("required_field", ref) for ref, value in needed.items() if not value.strip())
    _known(complaint.channel, CHANNELS, FieldRef.COMPLAINT_CHANNEL)
    _known(complaint.kind, KINDS, FieldRef.COMPLAINT_KIND)
    if complaint.received_at > desk.clock.now():
        raise Refused(Finding("complaint_in_future", FieldRef.COMPLAINT_RECEIVED_AT))
    desk.store.get(Case, complaint.case_id)
    kept = replace(complaint, received_at=complaint.received_at.astimezone(UTC))
    desk.store.add(kept)
    return kept


def extend(desk: Desk, case_id: str, complaint_id: str, reason: str) -> ComplaintStep:
    """Take the longest time that the pack allows for an answer, with a reason. Refused where it knows no longer one."""
    file = cases.load_case(desk, case_id)
    status = _open(file, complaint_id)
    if ContactDesk(file).rules.complaint_most_days is None:
        raise Refused(Finding("complaint_no_extension", complaint_id))
    return _step(desk, status, "extended", reason)


def answer(desk: Desk, case_id: str, complaint_id: str, words: str) -> ComplaintStep:
    """Record the answer that was given. Refused for a complaint that is answered or closed."""
    status = _open(cases.load_case(desk, case_id), complaint_id)
    if status.state == "answered":
        raise Refused(Finding("complaint_answered", complaint_id))
    return _step(desk, status, "answered", words)


def close(desk: Desk, case_id: str, complaint_id: str, outcome: str, words: str) -> ComplaintStep:
    """End a complaint with its outcome; the contacts that waited for it are free again."""
    status = _open(cases.load_case(desk, case_id), complaint_id)
    _known(outcome, OUTCOMES, FieldRef.COMPLAINT_OUTCOME)
    return _step(desk, status, "closed", words, outcome)


def complaint_named(file: CaseFile, name: str) -> Complaint:
    """The complaint whose id begins so. Raises `Refused` (complaint_unknown) for none, or several."""
    found = [one for one in file.contact_records.complaints if name and one.id.startswith(name)]
    if len(found) != 1:
        raise Refused(Finding("complaint_unknown", name, {"id": name}))
    return found[0]


def report(desk: Desk, *, only_open: bool = False) -> tuple[ReportLine, ...]:
    """The complaints of the whole desk, those first whose answer is due first; without a known day last."""
    case_ids = dict.fromkeys(case_id for (case_id,) in desk.store.texts(Complaint, "case_id"))
    lines = [
        ReportLine(file.case.number, file.case.id, status)
        for file in files_of(desk, case_ids, {"contact_records"})
        for status in ContactDesk(file).complaints
        if status.state != "closed" or not only_open
    ]
    return tuple(sorted(lines, key=lambda line: (line.status.state == "closed", line.status.answer_by or date.max)))


def _open(file: CaseFile, complaint_id: str) -> ComplaintStatus:
    statuses = ContactDesk(file).complaints
    status = next((one for one in statuses if one.complaint.id == complaint_id), None)
    if status is None:
        raise Refused(Finding("complaint_unknown", complaint_id, {"id": complaint_id}))
    if status.state == "closed":
        raise Refused(Finding("complaint_closed", complaint_id))
    return status


def _step(desk: Desk, status: ComplaintStatus, kind: str, words: str, outcome: str = "") -> ComplaintStep:
    if not words.strip():
        raise Refused(Finding("required_field", FieldRef.COMPLAINT_NOTE))
    complaint = status.complaint
    step = ComplaintStep(
        new_id(), complaint.id, complaint.case_id, kind, desk.clock.now(), desk.agent, words.strip(), outcome
    )
    desk.store.add(step)
    return step


def _known(code: str, codes: tuple[str, ...], ref: FieldRef) -> None:
    if code not in codes:
        raise Refused(Finding("choice_unknown", ref, {"value": code, "choices": ", ".join(codes)}))
