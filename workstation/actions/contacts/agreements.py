"""What was agreed or found out about contacts of a case, and contacts made in spite of a rule."""

from __future__ import annotations

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.casework.contacts.desk import ContactDesk
from workstation.conversation.contact_terms import NO, TERMS, YES, ZONE, ContactOverride, ContactTerm
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.policy.zones import parse_zone
from workstation.profile.case import Case


def record_term(desk: Desk, case_id: str, kind: str, value: str, person: str = "", note: str = "") -> ContactTerm:
    """Put a term on record; it counts from now on. Refuses an unknown kind, a value that is neither yes nor no, or no zone.

    A yes to contacts outside the hours, and a wish to stop, say in ``note`` how they were told.
    """
    desk.store.get(Case, case_id)
    if kind not in TERMS:
        raise Refused(Finding("choice_unknown", FieldRef.TERM_KIND, {"value": kind, "choices": ", ".join(TERMS)}))
    if kind == ZONE and value and parse_zone(value) is None:
        raise Refused(Finding("zone_unreadable", FieldRef.TERM_VALUE, {"text": value[:40]}))
    if kind != ZONE and value not in (YES, NO):
        raise Refused(Finding("choice_unknown", FieldRef.TERM_VALUE, {"value": value, "choices": f"{YES}, {NO}"}))
    if kind != ZONE and not note.strip():
        raise Refused(Finding("required_field", FieldRef.TERM_NOTE))
    term = ContactTerm(
        new_id(), case_id, kind, value.strip(), desk.clock.now(), desk.agent, person.strip(), note.strip()
    )
    desk.store.add(term)
    return term


def override(desk: Desk, case_id: str, number: str, reason: str) -> ContactOverride:
    """Record that a number is called although rules are against it, with the reason.

    Raises `Refused`: ``contact_unknown`` for a number of nobody in the case, ``contact_allowed`` where no rule is against it.
    """
    contacts = ContactDesk(cases.load_case(desk, case_id))
    callee = contacts.callee(number)
    if callee is None:
        raise Refused(Finding("contact_unknown", FieldRef.OVERRIDE_NUMBER, {"number": number}))
    if not reason.strip():
        raise Refused(Finding("required_field", FieldRef.OVERRIDE_REASON))
    now = desk.clock.now()
    verdict = contacts.verdict(callee, now)
    if verdict.allowed:
        raise Refused(Finding("contact_allowed", FieldRef.OVERRIDE_NUMBER))
    rules = tuple(one.finding.code for one in verdict.reasons)
    made = ContactOverride(
        new_id(), case_id, callee.party, callee.person, callee.number, rules, reason.strip(), now, desk.agent
    )
    desk.store.add(made)
    return made
