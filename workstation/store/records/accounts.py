"""The record of one debt at one bank."""

# ruff: noqa: D101, D106 - a record is described by its entity

from __future__ import annotations

from peewee import SQL, IntegerField, TextField

from workstation.store.records.field_types import DayField, MoneyField, RateField, ReferenceField
from workstation.store.records.record import Record


class AccountRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    bank = TextField()
    number = TextField()
    product = TextField()
    currency = TextField()
    principal = MoneyField()
    interest = MoneyField()
    penalty = MoneyField()
    fees = MoneyField()
    limit = MoneyField(null=True)
    minimum_due = MoneyField(null=True)
    as_of = DayField(null=True)
    due_on = DayField(null=True)
    due_given = DayField(null=True)
    due_source = TextField(constraints=[SQL("DEFAULT ''")])
    opened_on = DayField(null=True)
    rate = RateField(null=True)
    term = IntegerField(null=True)
    instalments_paid = IntegerField(null=True)
    instalments_left = IntegerField(null=True)
    statement_day = IntegerField(null=True)
    due_day = IntegerField(null=True)
    purpose = TextField()
    import_id = ReferenceField("import", null=True)

    class Meta:
        indexes = ((("number", "case_id"), False), (("due_source", "due_on"), False))
