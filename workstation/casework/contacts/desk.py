"""Who of a case may be called now, by the rules that bind this desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.conversation.attempts import Call, Intent, Party
from workstation.conversation.complaint import ComplaintStatus
from workstation.conversation.conduct import Verdict, may_contact, number_key
from workstation.conversation.contact import ContactEntry, valid_entries
from workstation.conversation.contact_terms import HOUSEHOLD, OUTSIDE_HOURS, STOP, YES, ZONE, term_of
from workstation.errors import Finding
from workstation.evidence.checklist import ChecklistLine
from workstation.policy.conduct_rules import Conduct
from workstation.policy.contact_rules import DEBTOR_SIDE, contact_rules
from workstation.policy.zones import parse_zone

_MANDATE: Final = "power_of_attorney"


@dataclass(frozen=True, slots=True)
class Callee:
    """One number of a case. ``person`` is empty for the debtor; ``kind``: a code of phone kinds, or how the person is related.

    ``stop``: asked not to be contacted; ``valid``: not found wrong.
    """

    party: Party
    person: str
    number: str
    kind: str
    valid: bool = True
    stop: bool = False


@dataclass(frozen=True)
class ContactDesk:
    """The numbers of a case file and the verdict on each, by those of its pack or, at a debtor's desk, of such desks."""

    file: CaseFile

    @cached_property
    def rules(self) -> Conduct:
        """The rules that bind this desk."""
        if self.file.settings.role == "debtor_adviser":
            return contact_rules()[DEBTOR_SIDE]
        return self.file.pack.conduct

    @cached_property
    def callees(self) -> tuple[Callee, ...]:
        """Every number: the debtor's own first, then those of the people who may relay a message."""
        return tuple(self._callees())

    def verdict(self, callee: Callee, now: datetime) -> Verdict:
        """Whether a number may be called at ``now``."""
        return may_contact(self.rules, self._intent(callee, now), self.log)

    @cached_property
    def log(self) -> tuple[Call, ...]:
        """The contact log as the rules count it."""
        return tuple(call_of(entry) for entry in valid_entries(self.file.contacts))

    def callee(self, number: str) -> Callee | None:
        """The entry of a number, in whatever writing."""
        key = self.key(number)
        return next((one for one in self.callees if key and self.key(one.number) == key), None)

    def key(self, number: str) -> str:
        """The key by which two writings of a number are one."""
        return number_key(self.rules, number)

    def _callees(self) -> Iterator[Callee]:
        records, debtor = self.file.contact_records, self.file.debtor
        stopped = term_of(records.terms, STOP) == YES
        for phone in debtor.phones:
            if phone.number.strip():
                yield Callee("debtor", "", phone.number, phone.kind, phone.valid, stopped)
        for one in debtor.contacts:
            if one.phone.strip():
                party: Party = "spouse" if one.relation == "spouse" else "third_party"
                stop = one.stop or term_of(records.terms, STOP, one.name) == YES
                yield Callee(party, one.name, one.phone, one.relation, stop=stop)

    def _intent(self, callee: Callee, now: datetime) -> Intent:
        records, phones = self.file.contact_records, self.file.debtor.phones
        terms, numbers = records.terms, [phone for phone in phones if phone.number.strip()]
        agreed = term_of(terms, OUTSIDE_HOURS, callee.person) == YES
        return Intent(
            now,
            callee.party,
            callee.number,
            consent_outside_hours=agreed,
            complaint_open=records.holds(self.rules),
            stop_requested=callee.stop,
            person=callee.person or self.file.debtor.id,
            household_debt=term_of(terms, HOUSEHOLD) == YES,
            zone=parse_zone(term_of(terms, ZONE)),
            numbers=tuple(phone.number for phone in numbers if phone.valid),
            no_valid_number=bool(numbers) and not any(phone.valid for phone in numbers),
            mandate=self._mandate,
            pace_days=max((one.pace_days for one in records.current), default=0) if callee.party == "debtor" else 0,
        )

    @cached_property
    def complaints(self) -> tuple[ComplaintStatus, ...]:
        """Every complaint as it stands, by the rules that bind this desk."""
        return self.file.contact_records.statuses(self.rules)

    def complaint_findings(self) -> tuple[Finding, ...]:
        """What every complaint that is still open asks for, and by when; a day that nobody knows is said to be so."""
        return tuple(self._due(status) for status in self.complaints if status.state == "open")

    def _due(self, status: ComplaintStatus) -> Finding:
        who = {"complainant": status.complaint.complainant}
        if status.answer_by is None:
            return Finding("complaint_no_deadline", status.complaint.id, who)
        figures = {**who, "day": status.answer_by.isoformat()}
        if status.late(self.file.today):
            return Finding("complaint_late", status.complaint.id, figures)
        return Finding("complaint_due", status.complaint.id, figures)

    @cached_property
    def _mandate(self) -> bool:
        """Whether the client's power of attorney is on file."""

        def held(line: ChecklistLine) -> bool:
            return line.requirement.code == _MANDATE and line.state in ("received", "verified", "waived")

        return any(held(line) for line in self.file.checklist)


def call_of(entry: ContactEntry) -> Call:
    """An entry of the log as the rules count it."""
    return Call(
        entry.at,
        entry.party,
        entry.number,
        entry.outcome == "answered",
        "" if entry.party == "debtor" else entry.person,
        entry.outcome,
        entry.channel == "phone",
        entry.id,
    )
