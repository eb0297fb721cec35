"""The records of complaints, of vulnerability, and of what was agreed about contacts."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import IntegerField, TextField

from workstation.conversation.complaint import Complaint, ComplaintStep
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability
from workstation.store.records.field_types import DayField, InstantField, ListField, ReferenceField
from workstation.store.records.record import Record


class ComplaintRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    received_at = InstantField()
    complainant = TextField()
    channel = TextField()
    kind = TextField()
    about = TextField()
    at = InstantField()
    by = TextField()
    reference = TextField()


class ComplaintStepRecord(Record):
    id = TextField(primary_key=True)
    complaint_id = ReferenceField("complaint")
    case_id = ReferenceField("case")
    kind = TextField()
    at = InstantField()
    by = TextField()
    note = TextField()
    outcome = TextField()


class VulnerabilityRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    kind = TextField()
    consent_on = DayField()
    consent = TextField()
    at = InstantField()
    by = TextField()
    since_on = DayField(null=True)
    note = TextField()
    channel = TextField()
    pace_days = IntegerField()
    referral = TextField()
    ended_on = DayField(null=True)


class ContactTermRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    kind = TextField()
    value = TextField()
    at = InstantField()
    by = TextField()
    person = TextField()
    note = TextField()


class ContactOverrideRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    party = TextField()
    person = TextField()
    number = TextField()
    rules = ListField(str)
    reason = TextField()
    at = InstantField()
    by = TextField()


CONDUCT_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {
        Complaint: ComplaintRecord,
        ComplaintStep: ComplaintStepRecord,
        Vulnerability: VulnerabilityRecord,
        ContactTerm: ContactTermRecord,
        ContactOverride: ContactOverrideRecord,
    }
)
