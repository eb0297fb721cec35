"""An office of an earlier schema is brought to today's as an embedded desk is, once, by one workstation, or left as it was."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.store.release_file import FOLDER
from tests.store.server.postgres import USER, Office, Postgres, running
from tests.store.stored import CLOCK, EVERY, KEY
from workstation.errors import Refused, StorageFailed
from workstation.evidence.verification import EvidenceItem
from workstation.profile.debtor import Debtor
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.ledger.judging import judged
from workstation.store.migrations import STEPS
from workstation.store.server import log_table, upgrading
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.moving import tables_of
from workstation.store.server.register import ServerRegister
from workstation.store.server.schema import widened
from workstation.store.server.store import ServerStore
from workstation.store.server.tables import server_tables, unique_column
from workstation.store.server.upgrading import ASIDE, bring_up
from workstation.store.sharing.open_register import Opener
from workstation.store.store import Store

NOW = len(STEPS)


def put_old(office: Office, schema: int) -> None:
    """Let an office hold what the released file of a schema holds, sealed as a program of that day sealed it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(log_table, "version", lambda: schema)
        store = ServerStore.begin(office.database(KEY), CLOCK)
    server = store.server
    with closing(EncryptedDatabase(FOLDER / f"schema-{schema}.db", KEY, reading="mode=ro&immutable=1")) as old:
        old.connect()
        server.run("BEGIN")
        for table in server_tables().values():
            there = old.run(f'PRAGMA table_info("{table.name}")').fetchall()
            names = [column[1] for column in there]
            for row in old.run(f'SELECT * FROM "{table.name}" ORDER BY "rowid"').fetchall() if there else ():
                values = dict(zip(names, row, strict=True))
                key = table.key(values[table.mapper.key], server.seal)
                beside = {name: values.pop(name) for name in ("touched_at", "revision") if table.name == "case"}
                beside |= {"stage": values["stage"]} if table.name == "case" else {}
                beside |= {unique_column(one): secrets.token_bytes(16) for one in table.uniques}
                columns = {"key": key, "sealed": server.seal.sealed(table.name, key, values), **beside}
                named, marks = ", ".join(f'"{one}"' for one in columns), ", ".join(["%s"] * len(columns))
                server.run(f'INSERT INTO "{table.name}" ({named}) VALUES ({marks})', tuple(columns.values()))
        server.run('UPDATE "office" SET "schema" = %s', (schema,))
        server.run("COMMIT")
    store.close()


@contextmanager
def connection(office: Office) -> Iterator[ServerDatabase]:
    """One that is closed afterwards."""
    made = office.database(KEY)
    yield made
    made.finish()


def embedded(tmp_path: Path, schema: int) -> dict[str, tuple[int, str]]:
    """What an embedded desk of the same file holds once it was brought up."""
    shutil.copyfile(FOLDER / f"schema-{schema}.db", tmp_path / "same.db")
    store = Store.open(tmp_path / "same.db", KEY, CLOCK)
    try:
        return tables_of(store)
    finally:
        store.close()


@pytest.fixture
def office(postgres: Postgres) -> Office:
    return postgres.new_office(2)


@pytest.mark.parametrize("schema", [21, 22, NOW - 1])
def test_an_older_office_becomes_what_an_embedded_desk_becomes(office: Office, tmp_path: Path, schema: int) -> None:
    put_old(office, schema)
    with connection(office) as server:
        assert bring_up(server, tmp_path)
        assert not bring_up(server, tmp_path)
    store = ServerStore.connected(office.database(KEY), CLOCK)
    assert tables_of(store) == embedded(tmp_path, schema)
    held = next(one for one in EVERY if isinstance(one, EvidenceItem))
    assert [one.id for one in store.find(EvidenceItem, sha256=held.sha256)] == [held.id]  # by a token of today
    assert judged(store.ledger).findings == ()
    assert not (tmp_path / ASIDE).exists()
    store.close()


class Stopped(Exception):
    """Somebody ends the upgrade."""


@pytest.mark.parametrize("at", ["case", "draft"])
def test_one_that_is_stopped_leaves_the_office_as_it_was(office: Office, tmp_path: Path, at: str) -> None:
    put_old(office, NOW - 1)

    def stop(table: str, count: int) -> None:
        if table == at:
            raise Stopped

    with connection(office) as server:
        with pytest.raises(Stopped):
            bring_up(server, tmp_path, stop)
        assert server.version == NOW - 1
        assert list(tmp_path.iterdir()) == []
        (tmp_path / ASIDE).mkdir()
        (tmp_path / ASIDE / "office.db").write_bytes(b"left by one that was killed")
        assert bring_up(server, tmp_path)
        assert server.version == NOW


def test_rows_that_came_out_otherwise_are_not_kept(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_old(office, NOW - 1)
    put = upgrading._put

    def lossy(local: Store, target: ServerStore) -> None:
        put(local, target)
        target.server.run('DELETE FROM "draft"')

    monkeypatch.setattr(upgrading, "_put", lossy)
    with connection(office) as server:
        held = server.run('SELECT count(*), max("place") FROM "draft"').fetchone()
        with pytest.raises(Refused) as refused:
            bring_up(server, tmp_path)
        assert [(one.code, one.figures) for one in refused.value.findings] == [
            ("server_upgrade_failed", {"records": "draft"})
        ]
        assert server.run('SELECT count(*), max("place") FROM "draft"').fetchone() == held
        assert server.version == NOW - 1


def test_two_workstations_at_once(office: Office, tmp_path: Path) -> None:
    """The second is told, and comes in once the first is done."""
    put_old(office, NOW - 1)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    told: list[str] = []

    def meanwhile(table: str, count: int) -> None:
        if not told:
            with connection(office) as second, pytest.raises(Refused) as refused:
                bring_up(second, tmp_path / "two")
            told.extend(one.code for one in refused.value.findings)

    with connection(office) as first:
        assert bring_up(first, tmp_path / "one", meanwhile)
    assert told == ["server_upgraded_now"]
    with connection(office) as second:
        assert not bring_up(second, tmp_path / "two")


def test_nobody_is_brought_up_under_the_hands_of_others(office: Office, tmp_path: Path) -> None:
    put_old(office, NOW - 1)
    with connection(office) as other, connection(office) as server:
        register = ServerRegister(other)
        register.enter(Opener("王某", "PC-2", CLOCK.now()))
        with pytest.raises(Refused) as refused:
            bring_up(server, tmp_path)
        (finding,) = refused.value.findings
        assert (finding.code, finding.figures) == ("server_upgrade_others", {"people": "王某"})
        register.leave()
        other.finish()
        assert bring_up(server, tmp_path)


@pytest.mark.parametrize(
    ("schema", "code"), [(NOW + 1, "server_newer"), (NOW - 1, "server_older"), (0, "server_moved_away")]
)
def test_a_workstation_whose_office_changed_meanwhile_writes_nothing(office: Office, schema: int, code: str) -> None:
    """One that was cut off when the others brought the office up, or took it away, comes back with the old program."""
    store = ServerStore.begin(office.database(KEY), CLOCK)
    with psycopg.connect(office.server.conninfo(), autocommit=True) as administrator:
        administrator.execute("UPDATE concord.office SET schema = %s WHERE office = %s", (schema, office.name))
    with pytest.raises(StorageFailed) as failed:
        store.add(Debtor("d9", "未存"))
    assert [one.code for one in failed.value.findings] == [code]
    store.server.marked = True
    store.server.close()
    with pytest.raises(StorageFailed) as failed:
        store.find(Debtor)
    assert [one.code for one in failed.value.findings] == [code]
    store.close()
    if schema != NOW - 1:
        with pytest.raises(StorageFailed) as failed:
            ServerStore.connected(office.database(KEY))
        assert [one.code for one in failed.value.findings] == [code]


def catalogue(server: Postgres) -> list[tuple[str, ...]]:
    """Columns, indexes, constraints, rights and policies as the server has them."""
    asked = (
        "SELECT relname, attname, format_type(atttypid, atttypmod) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid "
        "WHERE relnamespace = 'concord'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped",
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'concord'",
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'concord'::regnamespace AND contype IN ('p', 'f')",
        "SELECT relname, relacl::text FROM pg_class WHERE relnamespace = 'concord'::regnamespace AND relkind = 'r'",
        "SELECT tablename, policyname, qual FROM pg_policies WHERE schemaname = 'concord'",
    )
    with psycopg.connect(server.conninfo()) as administrator:
        return sorted(tuple(map(str, row)) for one in asked for row in administrator.execute(one).fetchall())


def test_an_administrator_readies_the_tables_once(tmp_path: Path) -> None:
    """What an older program prepared is told of, widened, and is then as if prepared today; a second run changes nothing."""
    with running() as server:
        office, whole = server.new_office(), catalogue(server)
        put_old(office, NOW - 1)
        server.sql("DROP TABLE concord.draft; ALTER TABLE concord.account DROP COLUMN due_source_is;")
        with connection(office) as made:
            with pytest.raises(Refused) as refused:
                bring_up(made, tmp_path)
            assert refused.value.findings[0].code == "server_tables_older"
            for _ in range(2):
                server.run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-U", USER, "-d", "desks", text=widened())
                assert catalogue(server) == whole
            assert bring_up(made, tmp_path)
        fresh = server.new_office()
        server.sql("ALTER TABLE concord.account DROP COLUMN due_source_is;")
        with pytest.raises(Refused) as refused:
            ServerStore.begin(fresh.database(KEY))
        assert refused.value.findings[0].code == "server_tables_older"
