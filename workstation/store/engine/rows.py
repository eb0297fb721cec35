"""What is asked of the tables that entities live in: the one place that knows how the embedded database answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from workstation.profile.case import Case
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.records.repository import Mapper, Row
from workstation.store.sharing.stamp import Stamp

_PIECE: Final = 500
_AMONG: Final = ' AND "case_id" IN (SELECT value FROM json_each(?))'


class EmbeddedRows:
    """The rows of every kind of entity in the embedded database, as `Mapper` has them."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database
        self._held: dict[tuple[str, ...], str] = {}
        self._near: dict[tuple[str, ...], str] = {}

    def one(self, mapper: Mapper[Any], key: str) -> Row | None:
        """The row of a key."""
        found: Row | None = self._database.run(mapper.select_one, (key,)).fetchone()
        return found

    def many(self, mapper: Mapper[Any], keys: Sequence[str]) -> list[Row]:
        """The rows of those of the keys that are there."""
        found: list[Row] = self._database.run(mapper.select_many, (mapper.as_list(keys),)).fetchall()
        return found

    def equal(self, mapper: Mapper[Any], equals: Mapping[str, Any]) -> list[Row]:
        """The rows whose fields equal these, in the order in which they came."""
        found: list[Row] = self._database.run(*mapper.select_equal(equals)).fetchall()
        return found

    def count(self, mapper: Mapper[Any], equals: Mapping[str, Any]) -> int:
        """How many rows `equal` would find."""
        wanted = mapper.wanted(equals)
        where = " AND ".join(f'"{name}" IS ?' for name in wanted)
        asked = f'SELECT count(*) FROM "{mapper.table}"' + (f" WHERE {where}" if where else "")
        found: int = self._database.run(asked, tuple(wanted.values())).fetchone()[0]
        return found

    def among(self, mapper: Mapper[Any], field: str, values: Sequence[str]) -> list[Row]:
        """The rows that have one of these texts in a field, in the order in which they came."""
        name = mapper.columns[mapper.columns.index(field)]
        asked = f'{mapper.select} WHERE "{name}" IN (SELECT value FROM json_each(?)) ORDER BY "rowid"'
        found: list[Row] = self._database.run(asked, (mapper.as_list(values),)).fetchall()
        return found

    def pages(self, mapper: Mapper[Any], equals: Mapping[str, Any], size: int) -> Iterator[list[Row]]:
        """As `equal`, ``size`` rows at a time; those of a page may be removed before the next one is asked for."""
        wanted, last = mapper.wanted(equals), 0
        where = "".join(f' AND "{name}" IS ?' for name in wanted)
        columns = mapper.select.removeprefix("SELECT ")
        asked = f'SELECT "rowid", {columns} WHERE "rowid" > ?{where} ORDER BY "rowid" LIMIT {size}'
        while rows := self._database.run(asked, (last, *wanted.values())).fetchall():
            last = rows[-1][0]
            yield [row[1:] for row in rows]

    def held(self, mappers: Sequence[Mapper[Any]], case_id: str) -> list[int]:
        """At which places of ``mappers`` is a kind of which the case has any row; one question."""
        tables = tuple(mapper.table for mapper in mappers)
        if tables not in self._held:
            asked = (f'EXISTS(SELECT 1 FROM "{table}" WHERE "case_id" = ?1)' for table in tables)
            self._held[tables] = " UNION ALL ".join(f"SELECT {at} WHERE {one}" for at, one in enumerate(asked))
        return [at for (at,) in self._database.run(self._held[tables], (case_id,)).fetchall()]

    def of_cases(self, mappers: Sequence[Mapper[Any]], case_ids: Sequence[str]) -> dict[str, list[Row]]:
        """By table, the rows that cases have, in the order in which they came; a kind of which none is near is not asked for."""
        tables = tuple(mapper.table for mapper in mappers)
        near = self._near.get(tables)
        if near is None:
            asked = (f'EXISTS(SELECT 1 FROM "{table}" WHERE "case_id" BETWEEN ?1 AND ?2)' for table in tables)
            near = self._near[tables] = " UNION ALL ".join(f"SELECT {at} WHERE {one}" for at, one in enumerate(asked))
        found = self._database.run(near, (min(case_ids), max(case_ids))).fetchall() if mappers and case_ids else ()
        return {tables[at]: self.among(mappers[at], "case_id", case_ids) for (at,) in found}

    def columns(self, mapper: Mapper[Any], names: Sequence[str]) -> Iterator[Row]:
        """Some columns of all rows, as the database has them; some hundred are held at a time."""
        last, wanted = 0, ", ".join(f'"{mapper.columns[mapper.columns.index(name)]}"' for name in names)
        asked = f'SELECT "rowid", {wanted} FROM "{mapper.table}" WHERE "rowid" > ? ORDER BY "rowid" LIMIT {_PIECE}'
        while rows := self._database.run(asked, (last,)).fetchall():
            last = rows[-1][0]
            yield from (row[1:] for row in rows)

    def latest(self, mapper: Mapper[Any], column: str, case_ids: Sequence[str] | None = None) -> list[Row]:
        """Case id and the greatest text of a column that holds one, for some cases or for each."""
        some, values = ("", ()) if case_ids is None else (_AMONG, (mapper.as_list(case_ids),))
        asked = (
            f'SELECT "case_id", MAX("{column}") FROM "{mapper.table}" WHERE "{column}" > \'\'{some} GROUP BY "case_id"'
        )
        found: list[Row] = self._database.run(asked, values).fetchall()
        return found

    def cases_of(self, mapper: Mapper[Any]) -> Iterator[str]:
        """The ids of the cases that have any row, each once and in their order; some hundred are held at a time."""
        last, of = "", mapper.key if mapper.kind is Case else "case_id"
        asked = f'SELECT DISTINCT "{of}" FROM "{mapper.table}" WHERE "{of}" > ? ORDER BY "{of}" LIMIT {_PIECE}'
        while rows := self._database.run(asked, (last,)).fetchall():
            last = rows[-1][0]
            yield from (case_id for (case_id,) in rows)

    def cases_until(self, mapper: Mapper[Any], column: str, until: str) -> Iterator[str]:
        """The ids of the cases of which a row has a text in a column that is no greater, each once; held as in `cases_of`."""
        last, due = 0, f'"{column}" > \'\' AND "{column}" <= ?2'
        asked = (
            f'SELECT "rowid", "case_id" FROM "{mapper.table}" AS "one" WHERE "rowid" > ?1 AND {due} AND NOT EXISTS (SELECT 1 '
            f'FROM "{mapper.table}" WHERE "case_id" = "one"."case_id" AND "rowid" < "one"."rowid" AND {due}) '
            f'ORDER BY "rowid" LIMIT {_PIECE}'
        )
        while rows := self._database.run(asked, (last, until)).fetchall():
            last = rows[-1][0]
            yield from (case_id for _, case_id in rows)

    def pieces(self, mapper: Mapper[Any]) -> Iterator[list[Row]]:
        """All rows in the order in which they came, some hundred at a time."""
        last, columns = 0, mapper.select.removeprefix("SELECT ")
        asked = f'SELECT "rowid", {columns} WHERE "rowid" > ? ORDER BY "rowid" LIMIT {_PIECE}'
        while rows := self._database.run(asked, (last,)).fetchall():
            last = rows[-1][0]
            yield [row[1:] for row in rows]

    def stamps(self) -> dict[str, Stamp]:
        """When, and by which transaction, each case was last touched."""
        found = self._database.run('SELECT "id", "touched_at", "revision" FROM "case"').fetchall()
        return {case_id: Stamp(at, revision) for case_id, at, revision in found}

    def numbers_given(self) -> list[tuple[str, int]]:
        """The last number of a case that was given in each year."""
        found: list[tuple[str, int]] = self._database.run('SELECT "year", "last" FROM "case_counter"').fetchall()
        return found

    def give_numbers(self, year: str, last: int) -> None:
        """Count on from a number in a year of which none was given yet."""
        self._database.run('INSERT INTO "case_counter" ("year", "last") VALUES (?, ?)', (year, last))

    def insert(self, mapper: Mapper[Any], rows: Sequence[Row]) -> None:
        """Put new rows down, as `Mapper.row` makes them. Raises `peewee.IntegrityError`."""
        self._run(mapper.insert, rows)

    def upsert(self, mapper: Mapper[Any], rows: Sequence[Row]) -> None:
        """Put rows down, in the place of those that are there. Raises `peewee.IntegrityError`."""
        self._run(mapper.upsert, rows)

    def change(self, mapper: Mapper[Any], entity: Any, stored: Row, row: Row, stamp: Stamp) -> None:
        """Let ``row``, of the entity, stand where ``stored`` stood. Raises `peewee.IntegrityError`."""
        if update := mapper.update(entity, stored, row, stamp):
            self._database.run(*update)

    def remove(self, mapper: Mapper[Any], keys: Sequence[str]) -> None:
        """Remove the rows of these keys. Raises `peewee.IntegrityError` where others refer to one."""
        self._database.run_many(mapper.remove, ((key,) for key in keys))

    def put_last(self, mapper: Mapper[Any], keys: Sequence[str]) -> None:
        """Let the rows of these keys come behind all others, in this order."""
        self._database.run_many(mapper.put_last, ((key,) for key in keys))

    def _run(self, statement: str, rows: Sequence[Row]) -> None:
        if len(rows) == 1:
            self._database.run(statement, rows[0])
        else:
            self._database.run_many(statement, rows)
