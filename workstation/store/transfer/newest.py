"""The newest thing on record about each case, found table by table without reading any entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from workstation.profile.case import Case
from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import InstantField
from workstation.store.records.repository import Mapper, Mappers
from workstation.store.store import Store
from workstation.store.transfer.scopes import SCOPES


class Newest(NamedTuple):
    """The last instant on record about a case, and the table in which it stands."""

    at: datetime
    table: str


def newest_of_cases(store: Store, case_ids: Sequence[str]) -> dict[str, Newest]:
    """Case id → its newest record, of these cases; one without any instant is left out. One question a column."""
    found: dict[str, Newest] = {}
    for mapper, column in _instants():
        for case, text in store.latest(mapper.kind, column, case_ids):
            at = datetime.fromisoformat(text)
            if case not in found or at > found[case].at:
                found[case] = Newest(at, mapper.table)
    return found


def _instants() -> Iterator[tuple[Mapper[Any], str]]:
    """Every column that holds an instant of a record of one case; where it lies is no news of it."""
    mappers = Mappers()
    for kind, scope in SCOPES.items():
        if scope.belongs in ("case", "stays") and kind is not Case and not scope.files_only:
            mapper, fields = mappers.of(kind), RECORDS[kind]._meta.fields
            if mapper.has_case:
                yield from ((mapper, name) for name in mapper.columns if isinstance(fields[name], InstantField))
