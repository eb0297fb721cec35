"""The record of where figures were confirmed."""

# ruff: noqa: D101 - a record is described by its entity

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import IntegerField, TextField

from workstation.evidence.figure_source import FigureSource
from workstation.store.records.field_types import FlagField, InstantField, ReferenceField
from workstation.store.records.record import Record


class FigureSourceRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    figure = TextField()
    value = TextField()
    item_id = ReferenceField("evidence_item")
    page = IntegerField()
    left = IntegerField()
    top = IntegerField()
    width = IntegerField()
    height = IntegerField()
    how = TextField()
    at = InstantField()
    by = TextField()
    withdrawn = FlagField()


SOURCE_RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType({FigureSource: FigureSourceRecord})
