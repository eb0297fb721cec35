"""The records of what the desk and the banks are called and how they are reached."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from peewee import TextField

from workstation.store.records.record import Record


class DeskSettingsRecord(Record):
    desk_name = TextField()
    agent = TextField()
    role = TextField()
    language = TextField()
    id = TextField(primary_key=True)
    phone = TextField()
    address = TextField()


class BankContactRecord(Record):
    bank = TextField(primary_key=True)
    phone = TextField()
    address = TextField()
    query = TextField()
    repay = TextField()
    object_to = TextField()
