"""The records of what was let pass for a reason: wording of a letter, and promises that wait longer than an agent may allow."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import IntegerField, TextField

from workstation.conversation.wording.waiver import WordingWaiver
from workstation.promise.wait_grant import PromiseApproval, PromiseRequest
from workstation.store.records.field_types import DayField, InstantField, ListField, MoneyField, ReferenceField
from workstation.store.records.record import Record


class WordingWaiverRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    bank = TextField()
    texts = TextField()
    words = ListField(str)
    reason = TextField()
    at = InstantField()
    by = TextField()


class PromiseApprovalRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    on = DayField()
    amount = MoneyField()
    authority = TextField()
    decision = TextField()
    by = TextField()
    at = InstantField()
    note = TextField()
    currency = TextField()


class PromiseRequestRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    on = DayField()
    amount = MoneyField()
    content = TextField()
    log = IntegerField()
    at = InstantField()
    by = TextField()
    decision = TextField()
    supervisor = TextField()
    code = TextField()
    answered_at = InstantField(null=True)
    currency = TextField()


REASON_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {
        WordingWaiver: WordingWaiverRecord,
        PromiseApproval: PromiseApprovalRecord,
        PromiseRequest: PromiseRequestRecord,
    }
)
"""A part of `RECORDS`."""
