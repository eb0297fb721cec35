"""The records of how copies are kept, and of every try to make one."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from peewee import IntegerField, TextField

from workstation.store.records.field_types import FlagField, InstantField
from workstation.store.records.record import Record


class BackupSettingsRecord(Record):
    id = TextField(primary_key=True)
    daily = IntegerField()
    weekly = IntegerField()
    monthly = IntegerField()
    remind_days = IntegerField()
    automatic = FlagField()


class BackupRecordRecord(Record):  # the entity is a record of its own
    id = TextField(primary_key=True)
    at = InstantField(index=True)
    by = TextField()
    place = TextField()
    name = TextField()
    cases = IntegerField()
    evidence = IntegerField()
    size = IntegerField()
    copied = IntegerField()
    lacking = IntegerField()
    problem = TextField()
