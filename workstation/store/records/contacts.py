"""The record of the contact log."""

from __future__ import annotations

from peewee import SQL, TextField

from workstation.store.records.field_types import DayField, FlagField, InstantField, ReferenceField
from workstation.store.records.record import Record


class ContactEntryRecord(Record):
    """One entry; a correction is a further one."""

    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    at = InstantField()
    by = TextField()
    channel = TextField()
    party = TextField()
    number = TextField()
    connected = FlagField()
    result = TextField()
    note = TextField()
    next_step = TextField()
    next_on = DayField(null=True)
    recording = TextField()
    reached = TextField(constraints=[SQL("DEFAULT ''")])
    person = TextField(constraints=[SQL("DEFAULT ''")])
    corrects = TextField(constraints=[SQL("DEFAULT ''")])
    logged_at = InstantField(null=True)
