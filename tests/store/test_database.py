"""The database opens, upgrades after an encrypted copy, and refuses kindly what it cannot read; every path ends in one schema."""

from __future__ import annotations

import shutil
import stat
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.source_tree import ROOT
from tests.store.stored import CLOCK, EVERY, KEY, SINCE, filled
from workstation.errors import Refused
from workstation.profile.debtor import Debtor
from workstation.store import migrations
from workstation.store.database import create_database, open_database
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.migrations import (
    step_0023_case_line,
    step_0024_case_line_key,
    step_0025_case_line_total,
    step_0026_filtered_list,
)
from workstation.store.records.entities import RECORDS
from workstation.store.store import Store

_FILES = (ROOT / "tests" / "files" / "desks").glob("schema-*.db")
RELEASED = sorted(_FILES, key=lambda file: int(file.stem.partition("-")[2]))
"""A desk of every released schema, filled with the entities of its time, under the test key."""

LATER_STEPS = (
    *migrations.STEPS,
    (
        'ALTER TABLE "debtor" ADD COLUMN "nickname" TEXT NOT NULL DEFAULT \'\'',
        'CREATE TABLE "later" ("id" TEXT) STRICT',
    ),
)


def code(act) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


def schema(database: EncryptedDatabase) -> dict[str, Any]:
    """Tables with their columns and references, and indexes by what they cover: all that a statement can depend on."""
    found: dict[str, Any] = {}
    for (table,) in database.run("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        columns = database.run(f'PRAGMA table_info("{table}")').fetchall()
        references = database.run(f'PRAGMA foreign_key_list("{table}")').fetchall()
        indexes = database.run(f'PRAGMA index_list("{table}")').fetchall()
        strict = database.run("SELECT strict FROM pragma_table_list WHERE name = ?", (table,)).fetchone()[0]
        found[table] = (
            strict,
            sorted(column[1:] for column in columns),
            sorted(reference[2:] for reference in references),
            sorted((unique, *covered(database, name)) for _, name, unique, *_ in indexes),
        )
    return found


def covered(database: EncryptedDatabase, index: str) -> tuple[str, ...]:
    return tuple(row[2] for row in database.run(f'PRAGMA index_info("{index}")').fetchall())


def test_records_and_steps_make_the_same_schema() -> None:
    fresh = create_database(None, KEY)
    bare = EncryptedDatabase(None, KEY)
    bare.connect()
    with bare.bind_ctx(list(RECORDS.values())):
        bare.create_tables(list(RECORDS.values()))
    bare.run('CREATE TABLE "case_counter" ("year" TEXT NOT NULL PRIMARY KEY, "last" INTEGER NOT NULL) STRICT')
    bare.run(
        'CREATE TABLE "desk_state" ("id" INTEGER NOT NULL PRIMARY KEY, "revision" INTEGER NOT NULL, '
        '"generation" INTEGER NOT NULL, "used_at" TEXT) STRICT'
    )
    bare.run(
        'CREATE TABLE "ledger" ("number" INTEGER NOT NULL PRIMARY KEY, "at" TEXT NOT NULL, "by" TEXT NOT NULL, '
        '"vouched" TEXT NOT NULL, "action" TEXT NOT NULL, "revision" INTEGER NOT NULL, "schema" INTEGER NOT NULL, '
        '"previous" TEXT NOT NULL, "digest" TEXT NOT NULL, "cases" TEXT NOT NULL, "rows" TEXT NOT NULL) STRICT'
    )
    # What is derived from the records, and which of it is behind them.
    for step in (step_0023_case_line, step_0024_case_line_key, step_0025_case_line_total, step_0026_filtered_list):
        for statement in step.STATEMENTS:
            bare.run(statement)
    assert schema(fresh) == schema(bare)
    fresh.close()
    bare.close()


def test_every_released_schema_has_its_file() -> None:
    assert [file.name for file in RELEASED] == [f"schema-{number}.db" for number in range(1, len(migrations.STEPS) + 1)]


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
def test_a_released_desk_opens_with_all_it_held(tmp_path: Path, file: Path) -> None:
    shutil.copy(file, tmp_path / "desk.db")
    store = Store.open(tmp_path / "desk.db", KEY, CLOCK)
    fresh = create_database(None, KEY)
    assert schema(store._database) == schema(fresh)
    number = int(file.stem.removeprefix("schema-"))
    for entity in EVERY:
        assert store.find(type(entity)) == ((entity,) if SINCE.get(type(entity), 1) <= number else ())
    fresh.close()
    store.close()


def test_steps_never_import_what_lives() -> None:
    folder = Path(migrations.__file__).parent
    for step in folder.glob("step_*.py"):
        imports = [line for line in step.read_text("utf-8").splitlines() if line.startswith(("import ", "from "))]
        assert imports == ["from __future__ import annotations", "from typing import Final"]


def old_desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.db"
    filled(Store.create(path, KEY, CLOCK)).close()
    return path


def test_an_upgrade_copies_first_and_keeps_everything(tmp_path: Path) -> None:
    path = old_desk(tmp_path)
    database = open_database(path, KEY, steps=LATER_STEPS)
    assert database.version == len(LATER_STEPS)
    assert database.run('SELECT "name", "nickname" FROM "debtor"').fetchall() == [("欧阳·阿依古丽", "")]
    database.close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == f"desk-schema-{len(migrations.STEPS)}-1.db"
    assert not copy.read_bytes().startswith(b"SQLite")
    assert "欧阳".encode() not in copy.read_bytes()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    old = Store.open(copy, KEY, CLOCK)
    assert [old.find(type(entity)) for entity in EVERY] == [(entity,) for entity in EVERY]
    old.close()


def test_the_copy_holds_what_is_still_in_the_log(tmp_path: Path) -> None:
    path = old_desk(tmp_path)
    busy = Store.open(path, KEY, CLOCK)
    busy.add(Debtor("n1", "刚刚写下"))
    assert (tmp_path / "desk.db-wal").stat().st_size
    copy = Store.open(busy.copy(tmp_path / "copies", "desk"), KEY, CLOCK)
    assert [debtor.name for debtor in copy.find(Debtor)] == ["欧阳·阿依古丽", "刚刚写下"]
    copy.close()
    busy.close()


def test_copies_never_overwrite_one_another(tmp_path: Path) -> None:
    store = filled(Store.create(tmp_path / "desk.db", KEY, CLOCK))
    names = [store.copy(tmp_path / "copies", "desk").name for _ in range(3)]
    assert names == ["desk-1.db", "desk-2.db", "desk-3.db"]
    store.close()


@pytest.mark.parametrize(
    "broken",
    ['CREATE TABLE "half" ("id" TEXT) STRICT', "DELETE FROM debtor", 'DROP TABLE "waiver"'],
    ids=["made", "orphaned", "dropped"],
)
def test_a_failing_step_leaves_the_old_schema(tmp_path: Path, broken: str) -> None:
    path = old_desk(tmp_path)
    step = (broken,) if broken.startswith("DELETE") else (broken, "NO SUCH STATEMENT")
    assert code(lambda: open_database(path, KEY, steps=(*migrations.STEPS, step))) == "desk_upgrade_failed"
    store = Store.open(path, KEY, CLOCK)
    assert [store.find(type(entity)) for entity in EVERY] == [(entity,) for entity in EVERY]
    store.close()


@pytest.mark.parametrize(("number", "version"), [(2_013_004, "2.13.4"), (1_000, "0.1.0"), (0, "")])
def test_a_newer_desk_is_refused_untouched(tmp_path: Path, number: int, version: str) -> None:
    """The version that brought it there is told; desks of before 0.1.0 was told do not know it."""
    path = old_desk(tmp_path)
    database = open_database(path, KEY, steps=LATER_STEPS)
    assert database.run("PRAGMA application_id").fetchone() == (1_000,)
    database.run(f"PRAGMA application_id = {number}")
    database.close()
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        Store.open(path, KEY, CLOCK)
    (finding,), known = refused.value.findings, len(migrations.STEPS)
    figures = {"found": str(known + 1), "known": str(known)} | ({"version": version} if version else {})
    assert (finding.code, dict(finding.figures)) == ("desk_needs_version" if version else "desk_newer", figures)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"", b"x" * 100, b"SQLite format 3\x00" + bytes(4080), b"\x00" * 40960],
    ids=["empty", "short", "plain", "zeros"],
)
def test_what_is_no_desk_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    assert code(lambda: Store.open(path, KEY, CLOCK)) == "desk_database_unreadable"
    assert path.read_bytes() == content


def test_a_plain_database_is_refused(tmp_path: Path) -> None:
    plain = dbapi2.connect(tmp_path / "desk.db")
    plain.execute("CREATE TABLE t (a)")
    plain.execute("PRAGMA user_version = 1")
    plain.commit()
    plain.close()
    assert code(lambda: Store.open(tmp_path / "desk.db", KEY, CLOCK)) == "desk_database_unreadable"


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    path = old_desk(tmp_path)
    assert code(lambda: Store.open(path, bytes(32), CLOCK)) == "desk_database_unreadable"
    Store.open(path, KEY, CLOCK).close()


def test_a_missing_database_is_said_and_not_made(tmp_path: Path) -> None:
    assert code(lambda: Store.open(tmp_path / "desk.db", KEY, CLOCK)) == "desk_database_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_new_desk_replaces_nothing(tmp_path: Path) -> None:
    path = old_desk(tmp_path)
    assert code(lambda: Store.create(path, KEY, CLOCK)) == "desk_exists"


def test_what_is_switched_on(tmp_path: Path) -> None:
    database = create_database(tmp_path / "desk.db", KEY)
    asked = ("journal_mode", "synchronous", "foreign_keys", "temp_store", "cipher_page_size", "cipher_use_hmac")
    assert [str(database.run(f"PRAGMA {name}").fetchone()[0]) for name in asked] == ["wal", "2", "1", "2", "4096", "1"]
    assert stat.S_IMODE((tmp_path / "desk.db").stat().st_mode) == 0o600
    database.close()


def test_a_statement_used_before_is_not_compiled_again_however_many_came_before_it(tmp_path):
    """The steps that made the desk, and more statements than it will ever ask, fill the cache of statements first."""
    database = create_database(tmp_path / "desk.db", KEY)
    for number in range(300):
        database.run(f"SELECT {number}").fetchall()
    asked: list[int] = []

    def allow(action: int, *_: object) -> int:
        asked.append(action)
        return 0

    database.connection().set_authorizer(allow)

    def ask() -> int:
        asked.clear()
        for column in ("revision", "generation"):
            database.run(f'SELECT max("{column}") FROM "desk_state"').fetchall()
        return len(asked)

    assert ask() > 0
    assert ask() == 0
    database.close()


def test_a_statement_leaves_nothing_behind(tmp_path: Path) -> None:
    """A window that is open all day asks millions of questions over one connection."""
    database = create_database(tmp_path / "desk.db", KEY)

    def held(count: int) -> int:
        tracemalloc.start()
        for number in range(count):
            database.run("SELECT ?", (number,)).fetchall()
        database.run_many('DELETE FROM "debtor" WHERE "id" = ?', ((str(number),) for number in range(3)))
        found = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        return found

    held(500)
    assert held(3_000) < 60_000  # 130 bytes for each, once
    database.close()
