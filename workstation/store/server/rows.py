"""What is asked of the tables, answered by a server: it finds rows by tokens, the workstation opens them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from workstation.errors import Finding, StorageFailed
from workstation.profile.case import Case
from workstation.store.engine.rows import EmbeddedRows
from workstation.store.records.repository import Mapper, Row
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.office import TYPED_IN
from workstation.store.server.schema import quoted
from workstation.store.server.tables import ServerTable, server_tables
from workstation.store.server.wire.batch import Question
from workstation.store.sharing.stamp import Stamp

_PIECE: Final = 500
_PLACE: Final = '"place"'


class ServerRows(EmbeddedRows):
    """The rows of every kind of entity on the server."""

    def __init__(self, server: ServerDatabase) -> None:
        self._server, self._seal = server, server.seal
        self._tables = server_tables()

    def one(self, mapper: Mapper[Any], key: str) -> Row | None:
        """The row of a key."""
        return next((row for _, row in self._found(self._tables[mapper.table], *self._by_key(mapper, key))), None)

    def many(self, mapper: Mapper[Any], keys: Sequence[str]) -> list[Row]:
        """The rows of those of the keys that are there, in the order of the keys."""
        table = self._tables[mapper.table]
        tokens = {table.key(key, self._seal): None for key in keys}
        found = dict(self._found(table, 'WHERE "key" = ANY(%s)', (list(tokens),)))
        return [found[token] for token in tokens if token in found]

    def every(self, mapper: Mapper[Any]) -> Iterable[Row]:
        """All rows, in the order in which they came."""
        return [row for _, row in self._found(self._tables[mapper.table], "", ())]

    def equal(self, mapper: Mapper[Any], equals: Mapping[str, Any]) -> list[Row]:
        """The rows whose fields equal these, in the order in which they came; what the server cannot tell is told here."""
        rows = self._found(self._tables[mapper.table], *self._by_values(mapper, equals))
        places = [(mapper.columns.index(name), value) for name, value in mapper.wanted(equals).items()]
        return [row for _, row in rows if all(row[at] == value for at, value in places)]

    def count(self, mapper: Mapper[Any], equals: Mapping[str, Any]) -> int:
        """How many rows `equal` would find, counted by the server where it can tell all of the fields."""
        where, values = self._by_values(mapper, equals)
        if len(values) < len(equals):
            return len(self.equal(mapper, equals))
        return int(self._server.run(f'SELECT count(*) FROM "{mapper.table}" {where}', values).fetchone()[0])

    def foresee(self, *asked: tuple[Mapper[Any], Mapping[str, Any]]) -> None:
        """In a transaction: read together what `one`, of a key alone, and `equal` are going to be asked, each once."""
        self._server.foresee([self._foreseen(mapper, equals) for mapper, equals in asked])

    def _foreseen(self, mapper: Mapper[Any], equals: Mapping[str, Any]) -> Question:
        by_key = equals.keys() == {mapper.key}
        where, values = self._by_key(mapper, equals[mapper.key]) if by_key else self._by_values(mapper, equals)
        return _selected(self._tables[mapper.table], where, values)

    def _by_key(self, mapper: Mapper[Any], key: str) -> tuple[str, tuple[object, ...]]:
        return 'WHERE "key" = %s', (self._tables[mapper.table].key(key, self._seal),)

    def _by_values(self, mapper: Mapper[Any], equals: Mapping[str, Any]) -> tuple[str, tuple[object, ...]]:
        table = self._tables[mapper.table]
        asked = [f for name, value in mapper.wanted(equals).items() if (f := table.asked(name, value, self._seal))]
        where = " AND ".join(f'"{column}" = %s' for column, _ in asked)
        return f"WHERE {where}" if where else "", tuple(token for _, token in asked)

    def among(self, mapper: Mapper[Any], field: str, values: Sequence[str]) -> list[Row]:
        """The rows that have one of these texts in a field, in the order in which they came; told here if not by the server."""
        table, at, wanted = self._tables[mapper.table], mapper.columns.index(field), frozenset(values)
        tokens = [table.asked(field, value, self._seal) for value in wanted]
        if None in tokens:
            return [row for piece in self.pieces(mapper) for row in piece if row[at] in wanted]
        asked = [one for one in tokens if one is not None]
        if not asked:
            return []
        rows = self._found(table, f'WHERE "{asked[0][0]}" = ANY(%s)', ([token for _, token in asked],))
        return [row for _, row in rows if row[at] in wanted]

    def pages(self, mapper: Mapper[Any], equals: Mapping[str, Any], size: int) -> Iterator[list[Row]]:
        """As `equal`, some rows at a time; those of a page may be removed before the next one is asked for."""
        wanted = [(mapper.columns.index(name), value) for name, value in mapper.wanted(equals).items()]
        for piece in self.pieces(mapper):
            if rows := [row for row in piece if all(row[at] == value for at, value in wanted)]:
                yield rows

    def held(self, mappers: Sequence[Mapper[Any]], case_id: str) -> list[int]:
        """At which places of ``mappers`` is a kind of which the case has any row; one question."""
        asked, values = [], []
        for at, mapper in enumerate(mappers):
            found = self._tables[mapper.table].asked("case_id", case_id, self._seal)
            if found:
                asked.append(f'SELECT {at} WHERE EXISTS (SELECT 1 FROM "{mapper.table}" WHERE "{found[0]}" = %s)')
                values.append(found[1])
        return [at for (at,) in self._server.run(" UNION ALL ".join(asked), values).fetchall()] if asked else []

    def whole(self, mappers: Sequence[Mapper[Any]], case_id: str) -> dict[str, list[Row]]:
        """All rows that a case has in the tables of ``mappers``, and the case itself, asked for in one question; by table.

        A table of which the server cannot tell what belongs to a case is left out.
        """
        question, tables = self._of_cases(mappers, (case_id,))
        if tables:
            case = self._tables["case"]
            self._server.foresee([_selected(case, *self._by_key(case.mapper, case_id)), question])
        return self._held_of(question, tables, {case_id})

    def of_cases(self, mappers: Sequence[Mapper[Any]], case_ids: Sequence[str]) -> dict[str, list[Row]]:
        """By table, the rows that cases have, in the order in which they came; one question where the server can tell."""
        question, tables = self._of_cases(mappers, case_ids)
        found, known = self._held_of(question, tables, set(case_ids)), {table.name for table in tables}
        others = [mapper for mapper in mappers if mapper.table not in known]
        return found | {mapper.table: self.among(mapper, "case_id", case_ids) for mapper in others}

    def _of_cases(
        self, mappers: Sequence[Mapper[Any]], case_ids: Sequence[str]
    ) -> tuple[Question, tuple[ServerTable, ...]]:
        """What asks for the rows of cases, each with the place of its table among those that are answered with it."""
        asked, values, tables = list[str](), list[object](), list[ServerTable]()
        for mapper in mappers:
            table = self._tables[mapper.table]
            found = [one for case_id in case_ids if (one := table.asked("case_id", case_id, self._seal))]
            if found:
                one_of, tokens = ("%s" if len(found) == 1 else "ANY(%s)"), [token for _, token in found]
                of = f'"{table.name}" WHERE "{found[0][0]}" = {one_of}'
                asked.append(f'SELECT {len(tables)}, "place", "key", "sealed" FROM {of}')
                values.append(tokens if len(found) > 1 else tokens[0])
                tables.append(table)
        return (f"{' UNION ALL '.join(asked)} ORDER BY 1, 2", values), tuple(tables)

    def _held_of(
        self, question: Question, tables: Sequence[ServerTable], case_ids: Collection[str]
    ) -> dict[str, list[Row]]:
        held = dict[str, list[Row]]((table.name, []) for table in tables)
        for at, _, key, sealed in self._server.rows(*question) if tables else ():
            row = self._opened(tables[at], key, sealed)
            if row[tables[at].mapper.columns.index("case_id")] in case_ids:
                held[tables[at].name].append(row)
        return held

    def columns(self, mapper: Mapper[Any], names: Sequence[str]) -> Iterator[Row]:
        """Some columns of all rows; some hundred are held at a time."""
        places = [mapper.columns.index(name) for name in names]
        return (tuple(row[at] for at in places) for piece in self.pieces(mapper) for row in piece)

    def latest(self, mapper: Mapper[Any], column: str, case_ids: Sequence[str] | None = None) -> list[Row]:
        """Case id and the greatest text of a column that holds one, for some cases or for each."""
        at, of = mapper.columns.index(column), mapper.columns.index("case_id")
        found: dict[str, str] = {}
        pieces = self.pieces(mapper) if case_ids is None else (self.among(mapper, "case_id", case_ids),)
        for row in chain.from_iterable(pieces):
            if row[at] and row[at] > found.get(row[of], ""):
                found[row[of]] = row[at]
        return list(found.items())

    def cases_of(self, mapper: Mapper[Any]) -> Iterator[str]:
        """The ids of the cases that have any row, each once and in their order; the server cannot tell, so all are held."""
        at = mapper.columns.index(mapper.key if mapper.kind is Case else "case_id")
        return iter(sorted({row[at] for piece in self.pieces(mapper) for row in piece}))

    def cases_until(self, mapper: Mapper[Any], column: str, until: str) -> Iterator[str]:
        """The ids of the cases of which a row has a text in a column that is no greater, each once; all are held."""
        at, of = mapper.columns.index(column), mapper.columns.index("case_id")
        due = (row[of] for piece in self.pieces(mapper) for row in piece if row[at] and row[at] <= until)
        return iter(dict.fromkeys(due))

    def pieces(self, mapper: Mapper[Any]) -> Iterator[list[Row]]:
        """All rows in the order in which they came, some hundred at a time."""
        last = 0
        asked = (
            f'SELECT "place", "key", "sealed" FROM "{mapper.table}" WHERE "place" > %s ORDER BY "place" LIMIT {_PIECE}'
        )
        while rows := self._server.run(asked, (last,)).fetchall():
            last = rows[-1][0]
            yield [self._opened(self._tables[mapper.table], key, sealed) for _, key, sealed in rows]

    def stamps(self) -> dict[str, Stamp]:
        """When, and by which transaction, each case was last touched."""
        table, found = self._tables["case"], dict[str, Stamp]()
        asked = 'SELECT "key", "touched_at", "revision", "sealed" FROM "case"'
        for key, at, revision, sealed in self._server.run(asked).fetchall():
            found[self._opened(table, key, sealed)[table.mapper.key_at]] = Stamp(at, revision)
        return found

    def numbers_given(self) -> list[tuple[str, int]]:
        """The last number of a case that was given in each year."""
        found: list[tuple[str, int]] = self._server.run('SELECT "year", "last" FROM "case_counter"').fetchall()
        return found

    def give_numbers(self, year: str, last: int) -> None:
        """Count on from a number in a year of which none was given yet."""
        self._server.run('INSERT INTO "case_counter" ("year", "last") VALUES (%s, %s)', (year, last))

    def insert(self, mapper: Mapper[Any], rows: Sequence[Row]) -> None:
        """Put new rows down, as `Mapper.row` makes them. Raises `peewee.IntegrityError`."""
        self._put(self._tables[mapper.table], rows, "")

    def upsert(self, mapper: Mapper[Any], rows: Sequence[Row]) -> None:
        """Put rows down, in the place of those that are there. Raises `peewee.IntegrityError`."""
        table = self._tables[mapper.table]
        self._put(table, rows, _upserted(table))

    def change(self, mapper: Mapper[Any], entity: Any, stored: Row, row: Row, stamp: Stamp) -> None:
        """Let ``row``, of the entity, stand where ``stored`` stood. Raises `peewee.IntegrityError`."""
        if row == stored:
            return
        table = self._tables[mapper.table]
        key, *values = table.projected(mapper.row(entity, stamp), self._seal)
        if not table.open and table.tokens(row, self._seal) == table.tokens(stored, self._seal):
            # What refers to others and is unique stays as it was, so nothing can be wrong with it: it goes with what is asked next.
            self._server.later(f'UPDATE "{table.name}" SET "sealed" = %s WHERE "key" = %s', (values[-1], key))
            return
        changes = ", ".join(f'"{name}" = %s' for name in table.columns[1:])
        self._server.run(f'UPDATE "{table.name}" SET {changes} WHERE "key" = %s', (*values, key))

    def put_beside(self, mapper: Mapper[Any], rows: Sequence[Row]) -> bool:
        """Put rows down as `upsert`, outside of a transaction and in nobody's turn; whether the office was there to be written."""
        table = self._tables[mapper.table]
        places = ", ".join(["%s::bytea"] * len(table.columns))
        asked = f"{_inserted(table)} SELECT {places} {TYPED_IN}{_upserted(table)}"
        projected = [(*table.projected(row, self._seal), self._server.expected) for row in rows]
        return all(answer.rowcount for answer in self._server.run_all([(asked, one) for one in projected]))

    def remove_beside(self, mapper: Mapper[Any], keys: Sequence[str]) -> None:
        """Remove the rows of those of the keys that are there, as `put_beside`; a power cut of the server may bring them back."""
        table = self._tables[mapper.table]
        tokens = [table.key(key, self._seal) for key in keys]
        self._server.run_unsynced((f'DELETE FROM "{table.name}" WHERE "key" = ANY(%s)', (tokens,)))

    def remove(self, mapper: Mapper[Any], keys: Sequence[str]) -> None:
        """Remove the rows of these keys. Raises `peewee.IntegrityError` where others refer to one."""
        table = self._tables[mapper.table]
        tokens = [table.key(key, self._seal) for key in keys]
        self._server.run(f'DELETE FROM "{table.name}" WHERE "key" = ANY(%s)', (tokens,))
        if table.open:  # whoever holds cases in memory learns that some are gone
            self._server.later('UPDATE "office" SET "gone" = "gone" + 1', ())

    def put_last(self, mapper: Mapper[Any], keys: Sequence[str]) -> None:
        """Let the rows of these keys come behind all others, in this order."""
        table = self._tables[mapper.table]
        asked = f'UPDATE "{table.name}" SET "place" = DEFAULT WHERE "key" = %s'
        self._server.run_many(asked, [(table.key(key, self._seal),) for key in keys])

    def tokened_question(self, mapper: Mapper[Any], where: str, values: Sequence[object]) -> Question:
        """What `tokened` asks."""
        return _selected(self._tables[mapper.table], where, values, ordered=False)

    def tokened(self, mapper: Mapper[Any], where: str, values: Sequence[object]) -> list[Row]:
        """The rows of a condition on what the server knows, in its order."""
        return [row for _, row in self._found(self._tables[mapper.table], where, values, ordered=False)]

    def opened(self, mapper: Mapper[Any], rows: Iterable[Any]) -> Iterator[Row]:
        """The rows of an answer to `tokened_question`."""
        return (self._opened(self._tables[mapper.table], key, sealed) for key, sealed in rows)

    def _put(self, table: ServerTable, rows: Sequence[Row], further: str) -> None:
        places = ", ".join(["%s"] * len(table.columns))
        asked = f"{_inserted(table)} VALUES ({places}){further}"
        projected = [table.projected(row, self._seal) for row in rows]
        if len(projected) == 1:
            self._server.run(asked, projected[0])
        else:
            self._server.run_many(asked, projected)

    def _found(
        self, table: ServerTable, where: str, values: Sequence[object], *, ordered: bool = True
    ) -> list[tuple[bytes, Row]]:
        rows = self._server.rows(*_selected(table, where, values, ordered=ordered))
        return [(key, self._opened(table, key, sealed)) for key, sealed in rows]

    def _opened(self, table: ServerTable, key: bytes, sealed: bytes) -> Row:
        try:
            return table.row(key, sealed, self._seal)
        except (ValueError, LookupError) as error:
            figures = {"records": table.name, "key": key.hex()}
            raise StorageFailed(Finding("desk_row_unreadable", table.name, figures)) from error


def _inserted(table: ServerTable) -> str:
    return f'INSERT INTO "{table.name}" ({", ".join(map(quoted, table.columns))})'


def _upserted(table: ServerTable) -> str:
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in table.columns if name != "key")
    return f' ON CONFLICT ("office", "key") DO UPDATE SET {changes}'


def _selected(table: ServerTable, where: str, values: Sequence[object], *, ordered: bool = True) -> Question:
    ordered = ordered and where != 'WHERE "key" = %s'
    return f'SELECT "key", "sealed" FROM "{table.name}" {where}{" ORDER BY " + _PLACE if ordered else ""}', values
