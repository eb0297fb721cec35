"""The record of checks that were withdrawn."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import TextField

from workstation.evidence.verification import WithdrawnCheck
from workstation.store.records.field_types import InstantField, ReferenceField
from workstation.store.records.record import Record


class WithdrawnCheckRecord(Record):
    verification_id = TextField(primary_key=True)  # a check of facts that were corrected since is gone
    case_id = ReferenceField("case")
    reason = TextField()
    at = InstantField()
    by = TextField()


WITHDRAWN_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType({WithdrawnCheck: WithdrawnCheckRecord})
"""A part of `RECORDS`."""
