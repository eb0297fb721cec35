"""The one mapper between entities and rows, driven by the records: the same names on both sides, conversions by the fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from peewee import IntegerField, TextField

from workstation.errors import Finding, StorageFailed, WorkstationError
from workstation.money import CurrencyMismatch, Money
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import DerivedField, DerivedNumber, MoneyField
from workstation.store.records.record import Record
from workstation.store.sharing.stamp import Stamp

E = TypeVar("E")
Row = tuple[Any, ...]
NO_STAMP: Final = Stamp("", 0)
_AS_IT_IS: Final = (TextField, IntegerField)
DERIVED: Final = (DerivedField, DerivedNumber)


class Mapper(Generic[E]):
    """Turns entities of one class into rows of its record and back, and holds the SQL for them."""

    def __init__(self, kind: type[E], record: type[Record]) -> None:
        self.kind = kind
        self.columns = tuple(item.name for item in fields(kind))  # type: ignore[arg-type]  # every entity is a dataclass
        meta = record._meta
        self.table: str = meta.table_name
        self.key: str = meta.primary_key.name  # type: ignore[union-attr]  # every record has a key
        self.key_at = self.columns.index(self.key)
        self.has_case = "case_id" in self.columns
        self.case_at = self.columns.index("case_id") if self.has_case else None
        """Where a row names the case that it belongs to."""
        self._derived = [field for field in meta.sorted_fields if isinstance(field, DERIVED)]
        self._fields = {name: meta.fields[name] for name in self.columns}
        converted = [
            (at, self._fields[n]) for at, n in enumerate(self.columns) if type(self._fields[n]) not in _AS_IT_IS
        ]
        self._money = tuple(at for at, field in converted if isinstance(field, MoneyField))
        self._writers = tuple((at, field.db_value) for at, field in converted)
        self._readers = tuple((at, field.python_value) for at, field in converted if at not in self._money)
        self._currency = self.columns.index("currency") if self._money else -1
        self._values: Callable[[E], Row] = attrgetter(*self.columns)
        self._equal: dict[tuple[str, ...], str] = {}
        self._write_sql()

    def _write_sql(self) -> None:
        written = (*self.columns, *(field.name for field in self._derived))
        names = ", ".join(f'"{name}"' for name in written)
        places = ", ".join("?" * len(written))
        changes = ", ".join(f'"{name}" = excluded."{name}"' for name in written if name != self.key)
        columns = ", ".join(f'"{name}"' for name in self.columns)
        self.select = f'SELECT {columns} FROM "{self.table}"'
        self.select_one = f'{self.select} WHERE "{self.key}" = ?'
        self.select_many = f'{self.select} WHERE "{self.key}" IN (SELECT value FROM json_each(?))'
        self.insert = f'INSERT INTO "{self.table}" ({names}) VALUES ({places})'
        # An upsert, not a replacement: a replaced row would lose its place and break what refers to it.
        self.upsert = f'{self.insert} ON CONFLICT ("{self.key}") DO UPDATE SET {changes}'
        # An implicit rowid may be set anew; find() answers in its order.
        self.put_last = (
            f'UPDATE "{self.table}" SET "rowid" = (SELECT max("rowid") + 1 FROM "{self.table}") WHERE "{self.key}" = ?'
        )
        self.remove = f'DELETE FROM "{self.table}" WHERE "{self.key}" = ?'

    def row(self, entity: E, stamp: Stamp) -> Row:
        """Values in the order of `insert`. Raises as `values`."""
        return (*self.values(entity), *(field.derive(entity, stamp) for field in self._derived))

    def update(self, entity: E, stored: Row, row: Row, stamp: Stamp) -> tuple[str, Row] | None:
        """What makes the ``stored`` row that of the entity, ``row``; None where nothing differs.

        A column that is not named leaves its indexes and references alone, which SQLite else writes and looks up all the same.
        """
        changed = {name: now for name, was, now in zip(self.columns, stored, row, strict=True) if was != now}
        if not changed:
            return None
        derived = [field for field in self._derived if not changed.keys().isdisjoint(field.made_of)]
        changed |= {field.name: field.derive(entity, stamp) for field in derived}
        names = ", ".join(f'"{name}" = ?' for name in changed)
        return f'UPDATE "{self.table}" SET {names} WHERE "{self.key}" = ?', (*changed.values(), row[self.key_at])

    def values(self, entity: E) -> Row:
        """Values in the order of `columns`. Raises `CurrencyMismatch` when an amount is not in the entity's currency."""
        values = list(self._values(entity))
        for at in self._money:
            amount = values[at]
            if amount is not None and amount.currency != values[self._currency]:
                raise CurrencyMismatch(f"{self.columns[at]}: {amount.currency} in a record of {values[self._currency]}")
        for at, convert in self._writers:
            values[at] = convert(values[at])
        return tuple(values)

    @staticmethod
    def as_list(keys: Sequence[str]) -> str:
        """Keys as `select_many` takes them."""
        return json.dumps(keys)

    def entity(self, row: Row) -> E:
        """The entity of a row of `select`. Raises `StorageFailed` (desk_row_unreadable) for values that no entity can hold."""
        try:
            return self._entity(row)
        except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, WorkstationError) as error:
            key = str(row[self.key_at])
            raise StorageFailed(
                Finding("desk_row_unreadable", self.table, {"records": self.table, "key": key})
            ) from error

    def _entity(self, row: Row) -> E:
        values = list(row)
        for at, convert in self._readers:
            values[at] = convert(values[at])
        for at in self._money:
            if values[at] is not None:
                values[at] = Money(values[at], values[self._currency])
        return self.kind(*values)

    def wanted(self, equals: Mapping[str, Any]) -> dict[str, Any]:
        """Values of fields as the database holds them; raises KeyError for a field the entity has not."""
        return {name: self._fields[name].db_value(wanted) for name, wanted in equals.items()}

    def select_equal(self, equals: Mapping[str, Any]) -> tuple[str, Row]:
        """The rows whose fields equal these, in order, with the values; raises KeyError for a field the entity has not."""
        wanted = self.wanted(equals)
        names, values = tuple(wanted), tuple(wanted.values())
        if names not in self._equal:
            where = " WHERE " + " AND ".join(f'"{name}" IS ?' for name in names) if names else ""
            self._equal[names] = f'{self.select}{where} ORDER BY "rowid"'
        return self._equal[names], values


class Prepared(Generic[E]):
    """Entities as the rows that `Store.load` will store, made beforehand and on any thread; of classes that bear no stamp."""

    def __init__(self, mapper: Mapper[E]) -> None:
        self._mapper, self._width = mapper, len(mapper.columns)

    def values(self, entity: E) -> Row:
        """The row of an entity, with what is derived of it. Raises as `Mapper.values`."""
        return self._mapper.row(entity, NO_STAMP)

    def entity(self, values: Row) -> E:
        """The entity of such a row."""
        return self._mapper.entity(values[: self._width])


@cache
def _mapper(kind: type[Any]) -> Mapper[Any]:
    """The mapper of a class. Nothing in it changes, so it serves every store."""
    return Mapper(kind, RECORDS[kind])


class Mappers:
    """All mappers, by entity class."""

    def __init__(self) -> None:
        self._by_kind: dict[type[Any], Mapper[Any]] = {kind: _mapper(kind) for kind in RECORDS}  # type: ignore[arg-type]  # a class has a hash

    def of(self, kind: type[E]) -> Mapper[E]:
        """The mapper of a class; raises TypeError for one that is not stored."""
        try:
            return self._by_kind[kind]
        except KeyError:
            raise TypeError(f"{kind.__name__} is not stored") from None

    def __iter__(self) -> Iterator[Mapper[Any]]:
        return iter(self._by_kind.values())

    def sorted_by_kind(self, entities: Iterable[Any]) -> list[tuple[type[Any], Sequence[Any]]]:
        """Entities by class, those first that others refer to; the order within a class is kept."""
        groups: dict[type[Any], list[Any]] = {kind: [] for kind in self._by_kind}
        for entity in entities:
            self.of(type(entity))
            groups[type(entity)].append(entity)
        return [(kind, group) for kind, group in groups.items() if group]


def case_finder(mapper: Mapper[Any], cases_of_debtor: Callable[[str], Iterable[str]]) -> Callable[[Any], Iterable[str]]:
    """What tells the ids of the cases that an entity of a class belongs to; ``cases_of_debtor``: of the id of a debtor."""
    if mapper.kind is Case:
        return lambda case: (case.id,)
    if mapper.kind is Debtor:
        return lambda debtor: cases_of_debtor(debtor.id)
    if mapper.has_case:
        return lambda entity: (entity.case_id,)
    return lambda entity: ()
