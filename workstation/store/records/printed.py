"""The records of what left the desk: packets, every printing of a paper; and the forms of banks that it keeps."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from peewee import SQL, IntegerField, TextField

from workstation.casework.printed import PacketFact
from workstation.store.records.field_types import FlagField, InstantField, ListField, ReferenceField
from workstation.store.records.record import Record


class PrintedPacketRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    bank = TextField()
    version = IntegerField()
    sha256 = TextField()
    pages = IntegerField()
    at = InstantField()
    by = TextField()
    draft = FlagField()
    facts = ListField(PacketFact, constraints=[SQL("DEFAULT '[]'")])


class PrintMarkRecord(Record):  # its table keeps the name under which it was released
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    kind = TextField()
    bank = TextField()
    sha256 = TextField()
    pages = IntegerField()
    copies = IntegerField()
    printer = TextField()
    at = InstantField()
    by = TextField()
    part = TextField()
    draft = FlagField()
    packet_id = ReferenceField("printed_packet", null=True)


class BankFormRecord(Record):
    id = TextField(primary_key=True)
    bank = TextField()
    title = TextField()
    file_name = TextField()
    sha256 = TextField()
    mapping = TextField()
    at = InstantField()
    by = TextField()
    password = TextField()
    retired = FlagField()


class PaperEntryRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    bank = TextField()
    paper = TextField()
    key = TextField()
    text = TextField()
    at = InstantField()
    by = TextField()
