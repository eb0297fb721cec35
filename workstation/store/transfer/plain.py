"""Entities as plain values by field, as their typed columns hold them: text, whole numbers or nothing; and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

from peewee import IntegerField

from workstation.errors import WorkstationError
from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import (
    ChoiceField,
    FlagField,
    InstantField,
    ListField,
    MoneyField,
    ReferenceField,
)
from workstation.store.records.repository import Mapper, Mappers

Plain = str | int | None
Nature = Literal["money", "flag", "stage", "instant", "list", "text"]
Ref = tuple[str, str]
"""Table and key."""

_NATURES: Final[tuple[tuple[type[Any], Nature], ...]] = (
    (MoneyField, "money"),
    (FlagField, "flag"),
    (ChoiceField, "stage"),
    (InstantField, "instant"),
    (ListField, "list"),
)
_LARGEST: Final = 2**63
_UNREADABLE: Final = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, WorkstationError,
)  # fmt: skip
"""Derived columns are left out, so what they are made of does not matter."""


class NotPlain(ValueError):
    """Values that no entity of this kind could have been written from; the message names the place, never a value."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity as plain values. ``table`` names its kind."""

    table: str
    key: str
    values: Mapping[str, Plain]

    @property
    def ref(self) -> Ref:
        """What it is called wherever it is."""
        return self.table, self.key


class PlainForm:
    """Turns entities into entries and back by the columns of their records."""

    def __init__(self) -> None:
        mappers = Mappers()
        self._mappers: dict[str, Mapper[Any]] = {(one := mappers.of(kind)).table: one for kind in RECORDS}
        self._references = {self._mappers[mapper.table].table: _references(mapper) for mapper in self._mappers.values()}

    def kind(self, table: str) -> type[Any]:
        """The entity class of a table; raises `NotPlain` for an unknown one."""
        return self._of(table).kind

    def table(self, kind: type[Any]) -> str:
        """The table of an entity class."""
        return next(name for name, mapper in self._mappers.items() if mapper.kind is kind)

    def key_field(self, table: str) -> str:
        """The field that is the key."""
        return self._of(table).key

    def fields(self, table: str) -> tuple[str, ...]:
        """The fields of a kind, in their order."""
        return self._of(table).columns

    def order(self, table: str) -> int:
        """Where a kind stands: after all that it refers to."""
        return list(self._mappers).index(table)

    def entry(self, entity: object) -> Entry:
        """An entity as plain values."""
        mapper = self._of(self.table(type(entity)))
        values = dict(zip(mapper.columns, mapper.values(entity), strict=True))
        return Entry(mapper.table, str(values[mapper.key]), MappingProxyType(values))

    def entity(self, entry: Entry) -> Any:
        """The entity of an entry. Raises `NotPlain` for values that it could not have been written from."""
        mapper = self._of(entry.table)
        if set(entry.values) != set(mapper.columns):
            raise NotPlain(f"{entry.table}: other fields than its own")
        for name in mapper.columns:
            _check(mapper, name, entry.values[name])
        try:
            made = mapper.entity(tuple(entry.values[name] for name in mapper.columns))
            again = self.entry(made)
        except _UNREADABLE as error:
            raise NotPlain(f"{entry.table}: {type(error).__name__}") from None
        if again.key != entry.key or again.values.keys() != entry.values.keys():
            raise NotPlain(f"{entry.table}: another key")
        return made

    def nature(self, table: str, field: str) -> Nature:
        """What kind of value a field holds, for whoever shows it."""
        column = RECORDS[self.kind(table)]._meta.fields[field]
        return next((nature for kind, nature in _NATURES if isinstance(column, kind)), "text")

    def references(self, entry: Entry) -> Iterable[Ref]:
        """What an entry refers to."""
        for name, table in self._references[entry.table]:
            if entry.values[name]:
                yield table, str(entry.values[name])

    def _of(self, table: str) -> Mapper[Any]:
        try:
            return self._mappers[table]
        except KeyError:
            raise NotPlain(f"unknown kind {table[:40]!r}") from None


def _references(mapper: Mapper[Any]) -> tuple[tuple[str, str], ...]:
    """Field and table of every reference."""
    fields = RECORDS[mapper.kind]._meta.fields
    return tuple((n, fields[n].table) for n in mapper.columns if isinstance(fields[n], ReferenceField))


def _check(mapper: Mapper[Any], name: str, value: object) -> None:
    field = RECORDS[mapper.kind]._meta.fields[name]
    wanted = int if isinstance(field, IntegerField) else str
    if value is None and field.null:
        return
    if type(value) is not wanted:
        raise NotPlain(f"{mapper.table}.{name}: not {wanted.__name__}")
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        raise NotPlain(f"{mapper.table}.{name}: too large")
    if isinstance(value, str) and (any("\ud800" <= char <= "\udfff" for char in value)):
        raise NotPlain(f"{mapper.table}.{name}: no text")
