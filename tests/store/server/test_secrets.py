"""A whole dump of the server holds nothing that names, numbers or tells of a person, in no encoding; other offices see nothing."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.store.server.postgres import DATABASE, USER, Office, Postgres
from tests.store.stored import EVERY, KEY
from workstation.casework.private_fields import PRIVATE
from workstation.errors import Refused, StorageFailed
from workstation.profile.debtor import Debtor
from workstation.store.ledger.ledger import Act
from workstation.store.server.store import ServerStore
from workstation.store.server.tables import SCHEMA, server_tables
from workstation.store.server.vault import ServerVault

FILE = "诊断证明：胃恶性肿瘤。Diagnosis: carcinoma of the stomach".encode() * 3000
PERSON = Debtor(
    "d77", "司马相如", "44030619881204551X", email="xiangru@example.cn", employer="长门宫乐坊", position="乐师"
)
OPEN_WORDS = frozenset({"", "ok", "card", "home", "[]", "anybody"})

_BY_CHANCE = 11
"""A dump is half a million hex digits: of fewer than these any stand there by chance."""
_HEAD = 8
"""Bytes by which a form is looked up among all that the dump has, before the dump is searched for the whole of it."""


def texts(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))


def private_texts() -> set[str]:
    """What the one list of private fields covers in everything stored, and whatever is written in Chinese."""
    found = set(texts(PERSON)) - {PERSON.id}
    for entity in EVERY:
        for name in PRIVATE.get(type(entity), ()):
            found |= set(texts(getattr(entity, name)))
        found |= {text for text in texts(entity) if any("一" <= char <= "鿿" for char in text)}
    return {text for text in found if len(text) > 4 or any("一" <= char <= "鿿" for char in text)} - OPEN_WORDS


def written(text: str) -> Iterator[bytes]:
    """A text in every way in which a dump might have it."""
    for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        raw = text.encode(code)
        if not set(raw) <= set(b"0123456789abcdef") or len(raw) >= _BY_CHANCE:
            yield raw
        if len(raw.hex()) >= _BY_CHANCE:
            yield raw.hex().encode()
        for shift in range(3):
            coded = base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 : -4]
            if len(coded) >= 8:
                yield coded


def told(dump: bytes, wanted: set[str]) -> set[str]:
    """Which of these texts a dump has, in any way."""
    lower = dump.lower()
    heads = {lower[start : start + _HEAD] for start in range(len(lower))}
    return {
        text
        for text in wanted
        for form in written(text)
        if len(form) >= 4
        and (len(form) < _HEAD or form[:_HEAD].lower() in heads)
        and form.lower() in lower
        and (form in dump or (form.isalnum() and len(form) > 8))
    }


def dumped(postgres: Postgres, office: Office) -> bytes:
    """The whole server written out, but for the rows of other offices: those of a run would be searched for minutes."""
    lines = postgres.run("pg_dump", "-U", USER, "--format=plain", DATABASE).splitlines(keepends=True)
    return "".join(
        line for line in lines if not line.startswith("office_") or line.startswith(f"{office.name}\t")
    ).encode()


@pytest.fixture(scope="module")
def office(postgres: Postgres) -> Office:
    """An office that holds one of everything, a person and a file."""
    made = postgres.new_office()
    store = ServerStore.begin(made.database(KEY))
    with store.transaction(Act("司马林", "卓文君", "cases.new_case")):
        store.add_all(EVERY)
        store.add(PERSON)
    store.case_lines("xiangru")
    store.close()
    vault = ServerVault(Path("/nonexistent"), made.database(KEY), bytes(32))
    vault.keep(FILE, "诊断证明.pdf")
    vault.close()
    return made


def test_a_dump_tells_nothing(postgres: Postgres, office: Office) -> None:
    dump = dumped(postgres, office)
    assert office.name.encode() in dump
    rows = sum(dump.count(f"COPY {SCHEMA}.{name} ".encode()) for name in server_tables())
    assert rows > 50
    assert dump.count(f"\n{office.name}\t".encode()) > 70
    wanted = private_texts() | {"司马林", "卓文君"}
    wanted |= {FILE.decode()[start : start + 12] for start in (0, 30, 5000)}
    assert len(wanted) > 60
    assert told(dump, wanted) == set()


def test_what_is_looked_for_would_be_found(postgres: Postgres, office: Office) -> None:
    """The scan can fail: a column that is not sealed is seen, as text and as bytes."""
    with psycopg.connect(postgres.conninfo(), autocommit=True) as connection:
        connection.execute(f"CREATE TABLE {SCHEMA}.leak (a text, b bytea)")
        for code in ("utf-8", "utf-16-le", "gb18030"):
            values = (PERSON.name if code == "utf-8" else "", PERSON.name.encode(code))
            connection.execute(f"INSERT INTO {SCHEMA}.leak VALUES (%s, %s)", values)
        dump = dumped(postgres, office)
        connection.execute(f"DROP TABLE {SCHEMA}.leak")
    seen = [form for form in written(PERSON.name) if form in dump]
    assert len(seen) >= 4
    assert told(dump, {PERSON.name, PERSON.position}) == {PERSON.name}


def test_an_office_sees_its_own_rows_alone(postgres: Postgres, office: Office) -> None:
    other = postgres.new_office()
    stranger = ServerStore.begin(other.database(bytes(32)))
    try:
        for name in (*server_tables(), "ledger", "office", "vault_object", "vault_chunk", "opener", "case_counter"):
            rows = stranger.server.run(f'SELECT count(*) FROM "{name}" WHERE office <> %s', (other.name,)).fetchone()
            assert rows == (0,), name
        with pytest.raises(StorageFailed):
            stranger.server.run(
                'INSERT INTO "case_counter" ("office", "year", "last") VALUES (%s, %s, 1)', (office.name, b"x")
            )
        assert stranger.server.run('DELETE FROM "debtor"').rowcount == 0
    finally:
        stranger.close()


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE "ledger" SET "number" = "number" + 1',
        'DELETE FROM "ledger"',
        'TRUNCATE "ledger"',
        'DROP TABLE "ledger"',
        'ALTER TABLE "debtor" DISABLE ROW LEVEL SECURITY',
        "CREATE TABLE mine (a int)",
        "CREATE TABLE public.mine (a int)",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$",
        "SET ROLE concord_owner",
        "SET ROLE postgres",
        "CREATE ROLE another",
        "COPY debtor TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
    ],
)
def test_an_office_may_do_no_more_than_it_needs(office: Office, statement: str) -> None:
    store = ServerStore.connected(office.database(KEY))
    try:
        with pytest.raises(StorageFailed) as failed:
            store.server.run(statement)
        assert failed.value.findings[0].code in ("server_refused", "desk_storage_failed")
    finally:
        store.close()


def test_a_login_is_nobody_until_it_speaks_for_its_office(postgres: Postgres, office: Office) -> None:
    login, word = next(iter(office.passwords.items()))
    where = f"host=127.0.0.1 port={postgres.port} user={login} password={word} dbname=desks"
    with psycopg.connect(where, autocommit=True) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(f"SELECT * FROM {SCHEMA}.debtor")
    with psycopg.connect(where, autocommit=True) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(f"SET ROLE {postgres.new_office().name}")


def test_another_key_opens_no_office(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        ServerStore.connected(office.database(bytes(range(1, 33))))
    assert [one.code for one in refused.value.findings] == ["server_other_key"]


def test_a_row_that_was_swapped_or_changed_behind_the_program_is_not_opened(postgres: Postgres) -> None:
    made = postgres.new_office()
    store = ServerStore.begin(made.database(KEY))
    store.add_all([Debtor("d1", "甲"), Debtor("d2", "乙")])
    with psycopg.connect(postgres.conninfo(), autocommit=True) as connection:
        connection.execute(
            f"UPDATE {SCHEMA}.debtor SET sealed = (SELECT sealed FROM {SCHEMA}.debtor d WHERE d.office = %s AND d.key <> "
            f"{SCHEMA}.debtor.key) WHERE office = %s",
            (made.name, made.name),
        )
    for key in ("d1", "d2"):
        with pytest.raises(StorageFailed) as failed:
            store.get(Debtor, key)
        assert failed.value.findings[0].code == "desk_row_unreadable"
    store.close()
