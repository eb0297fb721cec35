"""Circumstances that make a person vulnerable: noted with consent, ended when they are over or consent is withdrawn."""

from __future__ import annotations

from dataclasses import replace

from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.conversation.vulnerability import KINDS, PACE_MOST, REFERRALS, Vulnerability
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.profile.case import Case


def note(desk: Desk, found: Vulnerability) -> Vulnerability:
    """Put a circumstance on record. Refused without the person's consent and how it was given, or with a day that lies ahead."""
    today = desk.clock.today()
    if not found.consent.strip():
        raise Refused(Finding("consent_needed", FieldRef.VULNERABILITY_CONSENT))
    refuse_if(
        Finding("consent_in_future", ref)
        for ref, day in (
            (FieldRef.VULNERABILITY_CONSENT_ON, found.consent_on),
            (FieldRef.VULNERABILITY_SINCE_ON, found.since_on),
        )
        if day is not None and day > today
    )
    for ref, code, codes in (
        (FieldRef.VULNERABILITY_KIND, found.kind, KINDS),
        (FieldRef.VULNERABILITY_REFERRAL, found.referral, REFERRALS),
    ):
        if code not in codes:
            raise Refused(Finding("choice_unknown", ref, {"value": code, "choices": ", ".join(codes)}))
    if not 0 <= found.pace_days <= PACE_MOST:
        figures = {"value": str(found.pace_days), "least": "0", "most": str(PACE_MOST)}
        raise Refused(Finding("number_range", FieldRef.VULNERABILITY_PACE_DAYS, figures))
    desk.store.get(Case, found.case_id)
    desk.store.add(found)
    return found


def end(desk: Desk, vulnerability_id: str) -> Vulnerability:
    """It is over, or consent is withdrawn: it changes nothing from today on. Ending it again changes nothing."""
    found = desk.store.get(Vulnerability, vulnerability_id)
    if found.ended_on is not None:
        return found
    ended = replace(found, ended_on=desk.clock.today())
    desk.store.save(ended, found)
    return ended


def vulnerability_named(file: CaseFile, name: str) -> Vulnerability:
    """The circumstance whose id begins so. Raises `Refused` (vulnerability_unknown) for none, or several."""
    found = [one for one in file.contact_records.vulnerabilities if name and one.id.startswith(name)]
    if len(found) != 1:
        raise Refused(Finding("vulnerability_unknown", name, {"id": name}))
    return found[0]
