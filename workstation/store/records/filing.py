"""The records of where cases lie, and of the views that people keep of their list."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import TextField

from workstation.casework.draft import CaseView
from workstation.profile.filing import AgentChange, ArchiveChange
from workstation.store.records.field_types import FlagField, InstantField, ReferenceField
from workstation.store.records.record import Record


class ArchiveChangeRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    archived = FlagField()
    reason = TextField()
    at = InstantField()
    by = TextField()


class AgentChangeRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    agent = TextField()
    at = InstantField()
    by = TextField()


class CaseViewRecord(Record):
    id = TextField(primary_key=True)
    person = TextField(index=True)
    name = TextField()
    shown = TextField()
    at = InstantField()


FILING_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {ArchiveChange: ArchiveChangeRecord, AgentChange: AgentChangeRecord, CaseView: CaseViewRecord}
)
"""A part of `RECORDS`."""
