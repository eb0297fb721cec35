"""What the server knows of each table besides sealed rows: tokens of keys and references, and what is looked up by equality."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import DerivedField, DerivedNumber, ReferenceField
from workstation.store.records.repository import Mapper, Mappers, Row
from workstation.store.server.sealing import OfficeSeal

SCHEMA: Final = "concord"
"""The schema of the server's database in which everything of this program lies."""

LOOKED_UP: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "evidence_item": frozenset({"sha256"}),
        "import": frozenset({"sha256"}),
        "payment": frozenset({"reverses"}),
        "account_fact": frozenset({"withdraws"}),
        "draft": frozenset({"person", "case"}),
        "account": frozenset({"due_source"}),
    }
)
"""Fields of a table by which single rows of many are asked for: the server keeps a token of their value, none of an empty one."""

OPEN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"case": MappingProxyType({"stage": "smallint", "touched_at": "text", "revision": "bigint"})}
)
"""The only columns whose values the server can read: how far a case is, and when it was last touched."""


class ServerTable:
    """How the rows of one kind of entity lie on the server."""

    def __init__(self, mapper: Mapper[Any]) -> None:
        meta: Any = RECORDS[mapper.kind]._meta
        fields: Mapping[str, Any] = meta.fields
        self.mapper, self.name = mapper, mapper.table
        self._names = mapper.columns + tuple(
            one.name for one in meta.sorted_fields if isinstance(one, (DerivedField, DerivedNumber))
        )
        self.open: Mapping[str, str] = OPEN.get(self.name, {})
        self._sealed = tuple(
            (at, name) for at, name in enumerate(self._names) if name not in self.open or name in mapper.columns
        )
        key = fields[mapper.key]
        self.key_space: str = key.table if isinstance(key, ReferenceField) else self.name
        self.references: Mapping[str, str] = {
            one: fields[one].table for one in mapper.columns if isinstance(fields[one], ReferenceField)
        }
        uniques: list[tuple[str, ...]] = [
            (one.name,) for one in meta.sorted_fields if one.unique and one.name != mapper.key
        ]
        uniques += [tuple(names) for names, unique in meta.indexes if unique]
        self.uniques: tuple[tuple[str, ...], ...] = tuple(uniques)
        self.looked_up = tuple(sorted(LOOKED_UP.get(self.name, ())))
        self._column = {name: f"{name}_is" for name in self.looked_up}
        self._column |= {names[0]: unique_column(names) for names in uniques if not names[1:]}
        self._column |= {name: f"{name}_ref" for name in self.references}
        self._column[mapper.key] = "key"
        self._spaces = {name: f"{self.name}.{name}" for name in self._column} | dict(self.references)
        self._spaces[mapper.key] = self.key_space
        self._defaults: dict[str, Any] = {}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that `projected` fills, in its order; the sealed row is the last."""
        return (
            "key",
            *(self._column[name] for name in self.references if name != self.mapper.key),
            *(f"{name}_is" for name in self.looked_up),
            *map(unique_column, self.uniques),
            *self.open,
            "sealed",
        )

    def asked(self, name: str, value: object, seal: OfficeSeal) -> tuple[str, bytes] | None:
        """The column and the token by which the server finds a value of a field; None where it cannot."""
        column = self._column.get(name)
        if column is None or not value:
            return None
        return column, seal.token(self._spaces[name], str(value))

    def key(self, key: str, seal: OfficeSeal) -> bytes:
        """The token of a key."""
        return seal.token(self.key_space, key)

    def projected(self, row: Row, seal: OfficeSeal) -> tuple[Any, ...]:
        """A row of `Mapper.row` as the server takes it."""
        values = dict(zip(self._names, row, strict=True))
        key, tokens = self.key(values[self.mapper.key], seal), self.tokens(row, seal)
        sealed = seal.sealed(self.name, key, {name: row[at] for at, name in self._sealed})
        return (key, *tokens, *(values[name] for name in self.open), sealed)

    def tokens(self, row: Row, seal: OfficeSeal) -> tuple[bytes | None, ...]:
        """What the server knows of the columns of an entity beside its key."""
        values = dict(zip(self.mapper.columns, row, strict=False))
        return (
            *(self._token(name, values, seal) for name in self.references if name != self.mapper.key),
            *(self._token(name, values, seal) for name in self.looked_up),
            *(self._joint(names, values, seal) for names in self.uniques),
        )

    def row(self, key: bytes, sealed: bytes, seal: OfficeSeal) -> Row:
        """The columns of an entity. Raises ValueError for bytes that were not sealed here."""
        found = seal.opened(self.name, key, sealed)
        return tuple(found[name] for name in self.mapper.columns)

    def _token(self, name: str, values: Mapping[str, Any], seal: OfficeSeal) -> bytes | None:
        asked = self.asked(name, values[name], seal)
        return asked[1] if asked else None

    def _joint(self, names: tuple[str, ...], values: Mapping[str, Any], seal: OfficeSeal) -> bytes:
        return seal.token(f"{self.name}.{'.'.join(names)}", "\0".join(str(values[name]) for name in names))


def unique_column(names: tuple[str, ...]) -> str:
    """The column that holds the joint token of fields of which no two rows may have the same values."""
    return f"{'_'.join(names)}_one"


@cache
def server_tables() -> Mapping[str, ServerTable]:
    """Table name → how it lies on the server; one comes after all that it refers to."""
    return MappingProxyType({mapper.table: ServerTable(mapper) for mapper in Mappers()})
