"""The records of what is typed and not saved yet: no reference to a case, so that typing never counts as a change of it."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import TextField

from workstation.casework.draft import Draft, WorkPlace
from workstation.store.records.field_types import InstantField
from workstation.store.records.record import Record


class DraftRecord(Record):
    id = TextField(primary_key=True)
    form = TextField()
    case = TextField(index=True)
    person = TextField()
    fields = TextField()
    base = TextField()
    at = InstantField()


class WorkPlaceRecord(Record):
    person = TextField(primary_key=True)
    place = TextField()
    at = InstantField()


DRAFT_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {Draft: DraftRecord, WorkPlace: WorkPlaceRecord}
)
