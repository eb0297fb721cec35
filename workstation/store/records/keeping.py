"""The records of keeping and claims: adopted schedules, payments, promises, stated balances, replies and ends of accounts."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import IntegerField, TextField

from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderCost, LenderTable
from workstation.profile.account_fact import AccountFact
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.store.records.field_types import (
    DayField,
    FlagField,
    InstantField,
    ListField,
    MoneyField,
    RateField,
    ReferenceField,
)
from workstation.store.records.record import Record


class BankReplyRecord(Record):
    approval_id = ReferenceField("approval", primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    replied_at = InstantField()
    clerk = TextField()
    clerk_number = TextField()
    words = TextField()
    document = TextField()
    valid_until = DayField(null=True)
    refusal = TextField()
    mend = TextField()
    again_on = DayField(null=True)


class AdoptionRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    plan_id = ReferenceField("plan_version")
    on = DayField()
    at = InstantField()
    by = TextField()
    document = TextField()
    clerk = TextField()


class MissedTreatmentRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    adoption_id = ReferenceField("adoption")
    instalment = IntegerField()
    kind = TextField()
    reason = TextField()
    at = InstantField()
    by = TextField()
    amount = MoneyField()
    to = DayField(null=True)
    consent = TextField()
    currency = TextField()


class PaymentRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    on = DayField()
    amount = MoneyField()
    at = InstantField()
    by = TextField()
    method = TextField()
    payer = TextField()
    reference = TextField()
    note = TextField()
    reverses = TextField()
    in_balance = FlagField()
    import_id = ReferenceField("import", null=True)
    currency = TextField()


class PromiseEntryRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    on = DayField()
    amount = MoneyField()
    at = InstantField()
    by = TextField()
    who = TextField()
    method = TextField()
    source = TextField()
    note = TextField()
    accepted = ListField(str)
    currency = TextField()


class PromiseChangeRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    promise_id = ReferenceField("promise_entry")
    kind = TextField()
    reason = TextField()
    at = InstantField()
    by = TextField()
    to = DayField(null=True)


class BankBalanceRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    on = DayField()
    source = TextField()
    at = InstantField()
    by = TextField()
    total = MoneyField()
    principal = MoneyField(null=True)
    interest = MoneyField(null=True)
    penalty = MoneyField(null=True)
    fees = MoneyField(null=True)
    currency = TextField()


class AccountEndRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    how = TextField()
    on = DayField()
    at = InstantField()
    by = TextField()
    note = TextField()
    certificate_requested_on = DayField(null=True)
    chase_on = DayField(null=True)


class OralAgreementRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    agreed_at = InstantField()
    terms = TextField()
    recording = TextField()
    at = InstantField()
    by = TextField()
    clerk = TextField()
    clerk_number = TextField()


class AccountFactRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    kind = TextField()
    on = DayField()
    at = InstantField()
    by = TextField()
    amount = MoneyField(null=True)
    party = TextField()
    proof = TextField()
    withdraws = TextField()
    agreed = MoneyField(null=True)
    currency = TextField()


class ClaimSheetRecord(Record):
    account_id = ReferenceField("account", primary_key=True)
    case_id = ReferenceField("case")
    question = TextField()
    at = InstantField()
    by = TextField()


class LenderTableRecord(Record):
    account_id = ReferenceField("account", primary_key=True)
    case_id = ReferenceField("case")
    lent = MoneyField()
    on = DayField()
    first_due = DayField()
    instalments = IntegerField()
    method = TextField()
    day_count = TextField()
    rate = RateField()
    items = ListField(LenderCost)
    at = InstantField()
    by = TextField()
    stated = RateField(null=True)
    currency = TextField()


KEEPING_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {
        BankReply: BankReplyRecord,
        Adoption: AdoptionRecord,
        MissedTreatment: MissedTreatmentRecord,
        Payment: PaymentRecord,
        PromiseEntry: PromiseEntryRecord,
        PromiseChange: PromiseChangeRecord,
        BankBalance: BankBalanceRecord,
        AccountEnd: AccountEndRecord,
        OralAgreement: OralAgreementRecord,
        AccountFact: AccountFactRecord,
        ClaimSheet: ClaimSheetRecord,
        LenderTable: LenderTableRecord,
    }
)
"""A part of `RECORDS`."""
