"""The record of a person of the desk."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from peewee import TextField

from workstation.store.records.field_types import DayField, FlagField, ListField
from workstation.store.records.record import Record


class UserRecord(Record):
    id = TextField(primary_key=True)
    name = TextField(unique=True)
    roles = ListField(str)
    joined_on = DayField(null=True)
    left_on = DayField(null=True)
    one_time = FlagField()
