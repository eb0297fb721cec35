"""Contacts of a case on the command line: the same verdicts, terms, complaints and notes as in the window."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from workstation.actions.contacts import agreements, complaints, vulnerabilities
from workstation.actions.desk import Desk
from workstation.casework.contacts.desk import Callee, ContactDesk
from workstation.cli.answers import Answer, finding_json
from workstation.cli.cases import case_named
from workstation.conversation.complaint import Complaint, ComplaintStatus
from workstation.conversation.vulnerability import Vulnerability
from workstation.day_text import read_day
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.policy.rules import Source
from workstation.profile.debtor import masked
from workstation.wording import Wording


def contact_check(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every number of a case, masked, with the verdict of now."""
    file = case_named(desk, given.case)
    contacts = ContactDesk(file)
    return {
        "number": file.case.number,
        "contacts": [_verdict(contacts, one, desk, wording) for one in contacts.callees],
        "complaints": [finding_json(one, wording) for one in contacts.complaint_findings()],
        "vulnerability": [_vulnerability(one) for one in file.contact_records.current],
    }


def contact_override(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Record why a number is called in spite of a rule."""
    file = case_named(desk, given.case)
    made = desk.run(agreements.override, file.case.id, given.number, given.reason)
    return {"override": made.id, "rules": list(made.rules), "at": made.at.isoformat()}


def contact_term(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Record a term of contact."""
    file = case_named(desk, given.case)
    made = desk.run(agreements.record_term, file.case.id, given.kind, given.value, given.person, given.note)
    return {"term": made.id, "kind": made.kind, "value": made.value}


def complaint_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Register a complaint; the contacts are held at once."""
    file = case_named(desk, given.case)
    now = desk.clock.now()
    received = _instant(given.at, file.zone) if given.at else now
    made = Complaint(
        new_id(), file.case.id, received, given.by, given.channel, given.kind, given.about, now, desk.agent, given.reference
    )  # fmt: skip
    desk.run(complaints.register, made)
    return {"complaint": _status(_of(desk, file.case.id, made.id))}


def complaint_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The complaints of a case, or of the whole desk."""
    if given.case:
        file = case_named(desk, given.case)
        found = [{"number": file.case.number, **_status(one)} for one in ContactDesk(file).complaints]
    else:
        found = [{"number": line.number, **_status(line.status)} for line in complaints.report(desk)]
    kept = [one for one in found if one["state"] != "closed" or not given.open]
    return {"complaints": kept, "open": sum(one["state"] != "closed" for one in found)}


def complaint_extend(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take the longest time for an answer."""
    return _stepped(desk, given, lambda case_id, one: desk.run(complaints.extend, case_id, one, given.note))


def complaint_answer(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Record the answer that was given."""
    return _stepped(desk, given, lambda case_id, one: desk.run(complaints.answer, case_id, one, given.note))


def complaint_close(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """End a complaint."""
    return _stepped(
        desk, given, lambda case_id, one: desk.run(complaints.close, case_id, one, given.outcome, given.note)
    )


def vulnerability_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Note a circumstance, with the person's consent."""
    file, today = case_named(desk, given.case), desk.clock.today()
    made = Vulnerability(
        new_id(), file.case.id, given.kind, read_day(given.consent_on, today), given.consent, desk.clock.now(), desk.agent,
        read_day(given.since, today, "first") if given.since else None, given.note, given.channel, _days(given.pace),
        given.referral,
    )  # fmt: skip
    return {"vulnerability": _vulnerability(desk.run(vulnerabilities.note, made))}


def vulnerability_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What was noted, and what it changes."""
    return {
        "vulnerability": [_vulnerability(one) for one in case_named(desk, given.case).contact_records.vulnerabilities]
    }


def vulnerability_end(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """It is over, or consent was withdrawn."""
    file = case_named(desk, given.case)
    found = vulnerabilities.vulnerability_named(file, given.vulnerability)
    return {"vulnerability": _vulnerability(desk.run(vulnerabilities.end, found.id))}


COMMANDS: Final[Mapping[tuple[str, str], Callable[[Desk, argparse.Namespace, Wording], Answer]]] = MappingProxyType(
    {
        ("contact", "check"): contact_check,
        ("contact", "override"): contact_override,
        ("contact", "term"): contact_term,
        ("complaint", "add"): complaint_add,
        ("complaint", "list"): complaint_list,
        ("complaint", "extend"): complaint_extend,
        ("complaint", "answer"): complaint_answer,
        ("complaint", "close"): complaint_close,
        ("vulnerability", "add"): vulnerability_add,
        ("vulnerability", "list"): vulnerability_list,
        ("vulnerability", "end"): vulnerability_end,
    }
)
"""By noun and verb."""


def _verdict(contacts: ContactDesk, callee: Callee, desk: Desk, wording: Wording) -> dict[str, Any]:
    verdict = contacts.verdict(callee, desk.clock.now())
    return {
        "party": callee.party,
        "kind": callee.kind,
        "contact": masked(callee.number, 3, 4),
        "valid": callee.valid,
        "allowed": verdict.allowed,
        "next_allowed": verdict.next_allowed and verdict.next_allowed.isoformat(),
        "reasons": [{**finding_json(one.finding, wording), "source": _source(one.source)} for one in verdict.reasons],
        "not_known": [finding_json(one, wording) for one in verdict.not_known],
    }


def _stepped(desk: Desk, given: argparse.Namespace, record: Callable[[str, str], object]) -> Answer:
    file = case_named(desk, given.case)
    found = complaints.complaint_named(file, given.complaint)
    record(file.case.id, found.id)
    return {"complaint": _status(_of(desk, file.case.id, found.id))}


def _of(desk: Desk, case_id: str, complaint_id: str) -> ComplaintStatus:
    contacts = ContactDesk(case_named(desk, case_id))
    return next(one for one in contacts.complaints if one.complaint.id == complaint_id)


def _status(status: ComplaintStatus) -> dict[str, Any]:
    """A complaint as it stands; ``answer_by`` is null where nobody knows how long an answer may take."""
    one = status.complaint
    return {
        "id": one.id,
        "received_at": one.received_at.isoformat(),
        "by": one.complainant,
        "channel": one.channel,
        "kind": one.kind,
        "about": one.about,
        "reference": one.reference,
        "state": status.state,
        "outcome": status.outcome,
        "answer_by": _day(status.answer_by),
        "answered_on": _day(status.answered_on),
        "source": _source(status.source) if status.source else None,
        "steps": [
            {"kind": step.kind, "at": step.at.isoformat(), "by": step.by, "note": step.note} for step in status.steps
        ],
    }


def _vulnerability(one: Vulnerability) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "since": _day(one.since_on),
        "consent_on": _day(one.consent_on),
        "channel": one.channel,
        "pace_days": one.pace_days,
        "referral": one.referral,
        "ended_on": _day(one.ended_on),
    }


def _source(source: Source) -> dict[str, str]:
    return {"name": source.name, "dated": source.dated, "confidence": source.confidence}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        raise Refused(Finding("number_unreadable", FieldRef.VULNERABILITY_PACE_DAYS, {"text": text[:40]}))
    return int(text)


def _instant(text: str, zone: Any) -> datetime:
    """An instant; one without zone is of the pack's."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Refused(Finding("instant_unreadable", FieldRef.COMPLAINT_RECEIVED_AT, {"text": text[:40]})) from None
    if not 1900 <= found.year <= 9000:
        raise Refused(Finding("instant_unreadable", FieldRef.COMPLAINT_RECEIVED_AT, {"text": text[:40]}))
    return found if found.tzinfo else found.replace(tzinfo=zone)
