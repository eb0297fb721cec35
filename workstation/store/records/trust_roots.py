"""The records of whom and what a desk trusts: root certificates, supervisors elsewhere, and checks no more."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import TextField

from workstation.casework.trust_root import TrustRoot
from workstation.evidence.verification import WithdrawnCheck
from workstation.store.records.field_types import DayField, InstantField, ReferenceField
from workstation.store.records.grants import GRANT_RECORDS
from workstation.store.records.record import Record


class TrustRootRecord(Record):
    id = TextField(primary_key=True)
    subject = TextField()
    certificate = TextField()
    expires_on = DayField()
    at = InstantField()
    by = TextField()


class WithdrawnCheckRecord(Record):
    verification_id = TextField(primary_key=True)  # a check of facts that were corrected since is gone
    case_id = ReferenceField("case")
    reason = TextField()
    at = InstantField()
    by = TextField()


TRUST_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {TrustRoot: TrustRootRecord, **GRANT_RECORDS, WithdrawnCheck: WithdrawnCheckRecord}
)
