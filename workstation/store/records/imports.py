"""The records of imports: each batch, the rows of it that were sent back, and what columns of a bank's lists were named."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from peewee import SQL, IntegerField, TextField

from workstation.errors import Finding
from workstation.promise.named_columns import NamedColumn
from workstation.store.records.field_types import InstantField, ListField, ReferenceField
from workstation.store.records.record import Record


class ImportRecord(Record):
    id = TextField(primary_key=True)
    file_name = TextField()
    sha256 = TextField()
    at = InstantField()
    by = TextField()
    rows = IntegerField()
    accepted = IntegerField()
    rejected = IntegerField()
    undone_at = InstantField(null=True)
    header = ListField(str, constraints=[SQL("DEFAULT '[]'")])
    revision = IntegerField(constraints=[SQL("DEFAULT 0")])


class ImportRejectRecord(Record):
    id = TextField(primary_key=True)
    import_id = ReferenceField("import")
    row = IntegerField()
    cells = ListField(str)
    reasons = ListField(Finding)


class ListMappingRecord(Record):
    id = TextField(primary_key=True)
    list_kind = TextField()
    bank = TextField()
    header = ListField(str)
    columns = ListField(NamedColumn)
    at = InstantField()
    by = TextField()
