"""A new database out of what can be read of a damaged one: what is lost is named, and what referred to it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Final

from workstation.casework.settings import DeskSettings
from workstation.casework.user import ALONE, User, named
from workstation.errors import StorageFailed
from workstation.identity import new_id
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.database import create_database, open_database
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.ledger.ledger import SALVAGED
from workstation.store.listing.projection import begin_anew, catch_up
from workstation.store.migrations import STEPS
from workstation.store.records.repository import Mapper, Mappers
from workstation.store.records.search_text import EDGE
from workstation.store.salvage.pages import read_pages
from workstation.store.salvage.records import Row
from workstation.store.salvage.tables import Facts, Found, Shape, salvaged_tables, version_of
from workstation.store.sharing.stamp import Stamp
from workstation.store.store import Store

LOST: Final = "〔？〕"
"""The name of a person of whom only references are left."""
_OF_CASE: Final = "case_id"
_AT_ONCE: Final = 500
_BROKEN_AT_ONCE: Final = 20_000
"""References to nothing that are mended before the next are looked for, from the beginning again."""


@dataclass(frozen=True, slots=True)
class TableSalvage:
    """One table: rows ``kept``; rows known to be ``lost``, with the ``names`` by which a person knows some of them; ``uncertain``:
    rows kept whose page had lost its place; ``more``: whether others may be lost that nothing tells of.
    """

    table: str
    kept: int
    lost: int
    uncertain: int
    more: bool
    names: tuple[str, ...] = ()
    dropped: int = 0
    made: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """What a desk must have though its record is lost: ``settings``, the ``people`` who open it, how often it was opened."""

    today: date
    settings: DeskSettings
    people: tuple[str, ...] = ()
    generation: int = 0


def rebuild(
    source: Path, log: Path | None, key: bytes, salts: Iterable[bytes], target: Path, outline: Outline
) -> tuple[TableSalvage, ...]:
    """Make ``target`` from what can be read of ``source`` and its log."""
    pages = read_pages(source, log, key, tuple(salts))
    version = version_of(pages)
    steps = STEPS[: version if version and version <= len(STEPS) else len(STEPS)]
    database = create_database(target, key, steps=steps)
    shapes = _shapes(database)
    database.run("PRAGMA foreign_keys = OFF")
    found = salvaged_tables(pages, shapes, _Filling(database))
    database.close()
    database = open_database(target, key, steps=STEPS, check_references=False)
    try:
        salvaged = _Mending(database, found, outline).done()
        catch_up(database)
        return salvaged
    finally:
        database.close()


def _shapes(database: EncryptedDatabase) -> dict[str, Shape]:
    mappers = {mapper.table: mapper for mapper in Mappers()}
    shapes: dict[str, Shape] = {}
    for name, kind in database.run("SELECT name, type FROM pragma_table_list WHERE schema = 'main'").fetchall():
        if kind != "table" or name.startswith("sqlite_"):
            continue  # the words of the list are made anew
        info = database.run(f'PRAGMA table_info("{name}")').fetchall()
        indexes = {
            index: tuple(column for *_, column in database.run(f'PRAGMA index_info("{index}")').fetchall())
            for _, index, *_ in database.run(f'PRAGMA index_list("{name}")').fetchall()
        }
        columns, types = tuple(row[1] for row in info), tuple(row[2] for row in info)
        required = tuple(bool(row[3]) for row in info)
        numbered = next((row[1] for row in info if row[5] and row[2] == "INTEGER"), "")
        shapes[name] = Shape(name, columns, types, required, numbered, indexes, _fitting(mappers.get(name)))
    return shapes


def _fitting(mapper: Mapper[Any] | None) -> Any:
    def fits(facts: Facts) -> bool:
        if mapper is None or not set(mapper.columns) <= set(facts):
            return mapper is None
        try:
            mapper.entity(tuple(facts[column] for column in mapper.columns))
        except StorageFailed:
            return False
        return True

    return fits


class _Filling:
    """Puts rows into the tables of a new database as they come."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database
        self._begun: set[str] = set()

    def put(self, shape: Shape, rows: Iterable[Row]) -> Iterator[int]:
        """Put rows in under their own numbers; answers those that the table does not take."""
        self._database.run("BEGIN IMMEDIATE")
        for row in rows:
            if shape.name not in self._begun:
                self._begun.add(shape.name)
                self._database.run(f'DELETE FROM "{shape.name}"')  # what the steps of the schema have put there
            facts = {**({} if shape.numbered else {"rowid": row.rowid}), **shape.facts(row)}
            names, places = ", ".join(f'"{name}"' for name in facts), ", ".join("?" * len(facts))
            asked = f'INSERT OR IGNORE INTO "{shape.name}" ({names}) VALUES ({places})'
            if self._database.run(asked, tuple(facts.values())).rowcount != 1:
                yield row.rowid
        self._database.commit()

    def holds(self, shape: Shape, rowid: int) -> bool:
        """Whether a row of this number was put in."""
        asked = f'SELECT 1 FROM "{shape.name}" WHERE "rowid" = ?'
        return shape.name in self._begun and self._database.run(asked, (rowid,)).fetchone() is not None


class _Mending:
    """Makes a salvaged database whole: unreadable rows go, people and cases that are referred to get a placeholder."""

    def __init__(
        self,
        database: EncryptedDatabase,
        found: Mapping[str, Found],
        outline: Outline,
    ) -> None:
        self._database, self._found, self._outline = database, found, outline
        self._store, self._mappers = Store(database), Mappers()
        self._dropped: dict[str, int] = {}
        self._made: dict[str, int] = {}
        self._lost_cases = {facts["id"]: facts for facts in self._lost("case") if "id" in facts}

    def done(self) -> tuple[TableSalvage, ...]:
        """Mend, and say what became of each table."""
        run = self._database.run
        run("PRAGMA foreign_keys = OFF")
        run("BEGIN IMMEDIATE")
        self._drop_unreadable()
        while broken := run("PRAGMA foreign_key_check").fetchmany(_BROKEN_AT_ONCE):
            for table, rowid, parent, which in broken:
                self._mend(table, rowid, parent, which)
        self._count_cases()
        self._count_steps()
        self._place_people()
        if not self._store.find(DeskSettings):
            self._place(self._outline.settings)
        self._store.ledger.start(SALVAGED)
        begin_anew(self._database)
        self._database.commit()
        run("PRAGMA foreign_keys = ON")
        return tuple(self._table(name) for name in self._found)

    def _number(self, case_id: str) -> str:
        """The number of a case, from the table or from what the indexes still know; empty for none."""
        found = self._database.run('SELECT "number" FROM "case" WHERE "id" = ?', (case_id,)).fetchone()
        known = found[0] if found else self._lost_cases.get(case_id, {}).get("number", "")
        return "" if known.startswith(LOST) else str(known)

    def _drop_unreadable(self) -> None:
        for mapper in self._mappers:
            for rowid, *values in self._each(mapper.table, mapper.columns):
                try:
                    mapper.entity(tuple(values))
                except StorageFailed:
                    self._drop(mapper.table, rowid)

    def _each(self, table: str, columns: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """Number and columns of every row, some hundred held at a time; a row that was given may be removed."""
        names, last = ", ".join(f'"{name}"' for name in ("rowid", *columns)), -(2**63)
        asked = f'SELECT {names} FROM "{table}" WHERE "rowid" > ? ORDER BY "rowid" LIMIT {_AT_ONCE}'
        while rows := self._database.run(asked, (last,)).fetchall():
            last = rows[-1][0]
            yield from rows

    def _drop(self, table: str, rowid: int) -> None:
        self._database.run(f'DELETE FROM "{table}" WHERE "rowid" = ?', (rowid,))
        self._dropped[table] = self._dropped.get(table, 0) + 1

    def _mend(self, table: str, rowid: int, parent: str, which: int) -> None:
        column, required = self._reference(table, which)
        row = self._database.run(f'SELECT "{column}" FROM "{table}" WHERE "rowid" = ?', (rowid,)).fetchone()
        if row is None:
            return  # mended with another of its references
        if parent == "debtor":
            self._place(Debtor(row[0], self._person(row[0])))
        elif parent == "case":
            self._place(self._case(row[0]))
        elif required:
            self._drop(table, rowid)
        else:
            self._database.run(f'UPDATE "{table}" SET "{column}" = NULL WHERE "rowid" = ?', (rowid,))

    def _reference(self, table: str, which: int) -> tuple[str, bool]:
        listed = self._database.run(f'PRAGMA foreign_key_list("{table}")').fetchall()
        column = next(row[3] for row in listed if row[0] == which)
        info = self._database.run(f'PRAGMA table_info("{table}")').fetchall()
        return column, next(bool(row[3]) for row in info if row[1] == column)

    def _place(self, entity: Any) -> None:
        mapper = self._mappers.of(type(entity))
        if not self._database.run(f'SELECT 1 FROM "{mapper.table}" WHERE "id" = ?', (entity.id,)).fetchone():
            stamp = Stamp(f"{self._outline.today.isoformat()}T00:00:00+00:00", 1)
            self._database.run(mapper.insert, mapper.row(entity, stamp))
            self._made[mapper.table] = self._made.get(mapper.table, 0) + 1

    def _case(self, case_id: str) -> Case:
        known = self._lost_cases.get(case_id, {})
        number = self._number(case_id) or f"{LOST}-{case_id[:8]}"
        return Case(case_id, number, known.get("debtor_id") or f"lost-{case_id}", self._outline.today)

    def _person(self, debtor_id: str) -> str:
        known = next((one for one in self._lost("debtor") if one.get("id") == debtor_id), {})
        return _first_word(known.get("search", "")) or LOST

    def _lost(self, table: str) -> Iterable[Facts]:
        return self._found.get(table, Found()).lost.values()

    def _count_cases(self) -> None:
        """No number is ever given twice, though the counter, or the case that had it, is lost."""
        last: dict[str, int] = {}
        lost = (facts.get("number", "") for facts in self._lost("case"))
        for number in chain((number for _, number in self._each("case", ("number",))), lost):
            _, _, rest = number.partition("CC-")
            year, _, count = rest.partition("-")
            if count.isdigit():
                last[year] = max(last.get(year, 0), int(count))
        for year, highest in last.items():
            self._database.run(
                'INSERT INTO "case_counter" ("year", "last") VALUES (?, ?) '
                'ON CONFLICT ("year") DO UPDATE SET "last" = max("last", excluded."last")',
                (year, highest),
            )

    def _count_steps(self) -> None:
        """The order of events and the count of openings go on from the highest that anything bears."""
        if not self._database.run('SELECT 1 FROM "desk_state"').fetchone():
            self._database.run('INSERT INTO "desk_state" ("id", "revision", "generation") VALUES (1, 1, 0)')
        for table in ("case", "import"):
            self._database.run(
                f'UPDATE "desk_state" SET "revision" = max("revision", coalesce((SELECT max("revision") FROM "{table}"), 0))'
            )
        self._database.run('UPDATE "desk_state" SET "generation" = max("generation", ?)', (self._outline.generation,))

    def _place_people(self) -> None:
        """Whoever opens the desk is somebody there; a supervisor is made only where none is left."""
        users = self._store.find(User)
        roles = ("agent",) if any(user.supervises for user in users) else ALONE
        for name in self._outline.people if users or len(self._outline.people) > 1 else ():
            if named(users, name) is None:
                self._place(User(new_id(), name, roles, self._outline.today))

    def _table(self, name: str) -> TableSalvage:
        one = self._found[name]
        made = self._made.get(name, 0)
        kept = self._database.run(f'SELECT count(*) FROM "{name}"').fetchone()[0] - made
        dropped = self._dropped.get(name, 0)
        lost = max(len(one.lost), len(one.refused))
        names = tuple(dict.fromkeys(filter(None, (self._name(name, facts) for facts in one.lost.values()))))
        return TableSalvage(name, kept, lost, one.strays, one.more, names, dropped, made)

    def _name(self, table: str, facts: Facts) -> str:
        """How a person knows a lost row: the number of its case, else a name."""
        if table == "case":
            return str(facts.get("number", ""))
        if table == "debtor":
            return _first_word(facts.get("search", ""))
        return self._number(facts.get(_OF_CASE, "")) or str(facts.get("bank", ""))


def _first_word(search: str) -> str:
    return next((word for word in search.split(EDGE) if word), "")
