"""The newest thing on record about each case, found table by table without reading any entity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from workstation.profile.case import Case
from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import InstantField
from workstation.store.records.repository import Mappers
from workstation.store.store import Store
from workstation.store.transfer.scopes import SCOPES


class Newest(NamedTuple):
    """The last instant on record about a case, and the table in which it stands."""

    at: datetime
    table: str


def newest_of_cases(store: Store, case_id: str = "") -> dict[str, Newest]:
    """Case id → its newest record, of one case or of all; a case without any instant is left out. One question a column."""
    found: dict[str, Newest] = {}
    where, values = (' WHERE "case_id" = ?', (case_id,)) if case_id else ("", ())
    for table, column in _instants():
        asked = f'SELECT "case_id", MAX("{column}") FROM "{table}"{where} GROUP BY "case_id"'
        for case, text in store._database.run(asked, values):
            if text:
                at = datetime.fromisoformat(text)
                if case not in found or at > found[case].at:
                    found[case] = Newest(at, table)
    return found


def _instants() -> Iterator[tuple[str, str]]:
    """Every column that holds an instant of a record of one case."""
    mappers = Mappers()
    for kind, scope in SCOPES.items():
        if scope.belongs in ("case", "stays") and kind is not Case:
            mapper, fields = mappers.of(kind), RECORDS[kind]._meta.fields
            if mapper.has_case:
                yield from ((mapper.table, name) for name in mapper.columns if isinstance(fields[name], InstantField))
