"""The records of grants from elsewhere: keys, requests that left, codes that were written."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import IntegerField, TextField

from workstation.promise.grant import GrantRequest, GrantWritten, SigningKey, SupervisorKey
from workstation.store.records.field_types import DayField, FlagField, InstantField, ReferenceField
from workstation.store.records.record import Record


class SigningKeyRecord(Record):
    id = TextField(primary_key=True)
    name = TextField()
    public = TextField()
    sealed = TextField()
    at = InstantField()


class SupervisorKeyRecord(Record):
    id = TextField(primary_key=True)
    name = TextField()
    public = TextField()
    at = InstantField()
    by = TextField()


class GrantRequestRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    plan_id = ReferenceField("plan_version")
    content = TextField()
    log = IntegerField()
    at = InstantField()
    by = TextField()
    decision = TextField()
    supervisor = TextField()
    code = TextField()
    answered_at = InstantField(null=True)


class GrantWrittenRecord(Record):
    id = TextField(primary_key=True)
    request = TextField()
    granted = FlagField()
    until = DayField()
    at = InstantField()
    by = TextField()


GRANT_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {
        SigningKey: SigningKeyRecord,
        SupervisorKey: SupervisorKeyRecord,
        GrantRequest: GrantRequestRecord,
        GrantWritten: GrantWrittenRecord,
    }
)
"""A part of `RECORDS`."""
