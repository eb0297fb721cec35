"""The records of cases that go from desk to desk: the desk's own keys, known desks, bundles and the states that they held."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import IntegerField, TextField

from workstation.casework.handover import BundleState, CaseBundle, DeskIdentity, KnownDesk, OriginEntry
from workstation.store.records.field_types import InstantField, ListField, ReferenceField
from workstation.store.records.record import Record


class DeskIdentityRecord(Record):
    id = TextField(primary_key=True)
    encryption = TextField()
    signing = TextField()
    at = InstantField()


class KnownDeskRecord(Record):
    id = TextField(primary_key=True)
    name = TextField()
    encryption = TextField()
    signing = TextField()
    at = InstantField()
    by = TextField()


class CaseBundleRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    direction = TextField()
    desk = TextField()
    desk_name = TextField()
    at = InstantField()
    by = TextField()
    ancestors = ListField(str)
    entries = IntegerField()
    files = IntegerField()
    size = IntegerField()


class BundleStateRecord(Record):
    bundle_id = ReferenceField("case_bundle", primary_key=True)
    case_id = ReferenceField("case")
    content = TextField()


class OriginEntryRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    origin = TextField()
    desk = TextField()
    number = IntegerField()
    at = InstantField()
    by = TextField()
    vouched = TextField()
    action = TextField()
    what = TextField()
    digest = TextField()


BUNDLE_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {
        DeskIdentity: DeskIdentityRecord,
        KnownDesk: KnownDeskRecord,
        CaseBundle: CaseBundleRecord,
        BundleState: BundleStateRecord,
        OriginEntry: OriginEntryRecord,
    }
)
"""A part of `RECORDS`."""
