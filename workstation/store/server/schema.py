"""The SQL by which an administrator prepares a server: roles with least rights, tables, and rows that only their office sees.

The program never needs an administrator's rights: it writes this text, and a person runs it with the server's own tool. What makes
tables only adds what is missing, so that the same text prepares a server and readies one for a later program while offices that
were not brought up yet work on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from workstation.store.migrations import STEPS
from workstation.store.server.tables import SCHEMA, ServerTable, server_tables, unique_column

OWNER: Final = "concord_owner"
"""Owns the tables, and nobody signs in by this role."""
DESK: Final = "concord_desk"
"""What an office may do; each office is a member of it, and sees its own rows alone."""
_OFFICE: Final = '"office" text NOT NULL DEFAULT current_user'
_OWN: Final = 'office = current_user::text COLLATE "default"'
"""The collation is said: a name's text has that of names, by which no index here is sorted, and a question would read it all."""
_CORE: Final = (
    _OFFICE,
    '"key" bytea NOT NULL',
    '"place" bigint GENERATED ALWAYS AS IDENTITY',
    '"sealed" bytea NOT NULL',
    'PRIMARY KEY ("office", "key")',
)
"""What every table of entities has, in every version."""
_LONGEST: Final = 64
_PLAIN: Final = (
    (
        "office",
        f'{_OFFICE} PRIMARY KEY, "schema" integer NOT NULL, "revision" bigint NOT NULL DEFAULT 0, '
        '"generation" bigint NOT NULL DEFAULT 0, "used_at" text NOT NULL DEFAULT \'\', "proof" bytea NOT NULL, '
        '"gone" bigint NOT NULL DEFAULT 0',
        "SELECT, INSERT, UPDATE, DELETE",
    ),
    (
        "ledger",
        f'{_OFFICE}, "number" bigint NOT NULL, "schema" integer NOT NULL, "cases" bytea[] NOT NULL, "sealed" bytea NOT NULL, '
        'PRIMARY KEY ("office", "number")',
        "SELECT, INSERT",
    ),
    (
        "case_counter",
        f'{_OFFICE}, "year" text NOT NULL, "last" bigint NOT NULL, PRIMARY KEY ("office", "year")',
        "SELECT, INSERT, UPDATE",
    ),
    (
        "opener",
        f'{_OFFICE}, "id" bytea NOT NULL, "sealed" bytea NOT NULL, "mark" bytea, "seen" timestamptz NOT NULL, '
        'PRIMARY KEY ("office", "id")',
        "SELECT, INSERT, UPDATE, DELETE",
    ),
    (
        "vault_object",
        f'{_OFFICE}, "name" bytea NOT NULL, "part" bytea NOT NULL, "size" bigint NOT NULL, "aside" date, '
        'PRIMARY KEY ("office", "name")',
        "SELECT, INSERT, UPDATE, DELETE",
    ),
    (
        "vault_chunk",
        f'{_OFFICE}, "part" bytea NOT NULL, "position" integer NOT NULL, "sealed" bytea NOT NULL, '
        '"at" timestamptz NOT NULL DEFAULT now(), '
        'PRIMARY KEY ("office", "part", "position")',
        "SELECT, INSERT, DELETE",
    ),
)
"""Tables of no entity: name, columns, and what an office may do to its rows. Entries of the log are never changed."""

_ADDED: Final = (("office", '"gone" bigint NOT NULL DEFAULT 0'),)
"""Columns that came to these tables since a server may have been prepared."""


def version() -> int:
    """The version of the schema that this program reads and writes on a server: that of its embedded desks."""
    return len(STEPS)


def prepared() -> str:
    """Everything that is made once for a database, in one transaction."""
    return "\n".join(("BEGIN;", *_roles(), *_made(), "COMMIT;", ""))


def widened() -> str:
    """What readies a prepared server for this program: nothing that an older one needs is changed or taken away."""
    return "\n".join(("BEGIN;", f"SET ROLE {OWNER};", *_made(), "COMMIT;", ""))


def wanted() -> frozenset[tuple[str, str]]:
    """Table and column of everything that this program writes on a server."""
    plain = {(name, column) for name, columns, _ in _PLAIN for column in re.findall(r'"(\w+)" [a-z]', columns)}
    return frozenset(plain | {(one.name, column) for one in server_tables().values() for column in one.columns})


def office_added(office: str, logins: tuple[str, ...]) -> str:
    """What adds an office and who signs in for it: passwords are set by the person, with ``\\password``."""
    lines = [
        "BEGIN;",
        f"CREATE ROLE {quoted(office)} NOLOGIN;",
        f"GRANT {DESK} TO {quoted(office)};",
    ]
    for login in logins:
        lines += (
            f"CREATE ROLE {quoted(login)} LOGIN NOINHERIT CONNECTION LIMIT 20;",
            f"GRANT {quoted(office)} TO {quoted(login)};",
        )
    return "\n".join((*lines, "COMMIT;", *(f"\\password {quoted(login)}" for login in logins), ""))


def quoted(name: str) -> str:
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def _roles() -> Iterator[str]:
    yield f"CREATE ROLE {OWNER} NOLOGIN;"
    yield f"CREATE ROLE {DESK} NOLOGIN;"
    yield f"CREATE SCHEMA {SCHEMA} AUTHORIZATION {OWNER};"
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC;"
    yield f"SET ROLE {OWNER};"


def _made() -> Iterator[str]:
    yield "SET client_min_messages = warning;"
    for name, columns, _ in _PLAIN:
        yield f"CREATE TABLE IF NOT EXISTS {SCHEMA}.{quoted(name)} ({columns});"
        yield from _guarded(name)
    yield from (f"ALTER TABLE {SCHEMA}.{quoted(name)} ADD COLUMN IF NOT EXISTS {column};" for name, column in _ADDED)
    yield f"CREATE INDEX IF NOT EXISTS ledger_by_cases ON {SCHEMA}.ledger USING gin (cases);"
    for table in server_tables().values():
        at = f"{SCHEMA}.{quoted(table.name)}"
        yield f"CREATE TABLE IF NOT EXISTS {at} ({', '.join(_CORE)});"
        yield from (f"ALTER TABLE {at} ADD COLUMN IF NOT EXISTS {column};" for column in _columns(table))
        yield from _indexes(table)
        yield from _references(table)
        yield from _guarded(table.name)
    yield f"GRANT USAGE ON SCHEMA {SCHEMA} TO {DESK};"
    yield from (f"GRANT {rights} ON {SCHEMA}.{quoted(table)} TO {DESK};" for table, rights in _rights())
    yield "RESET ROLE;"


def _columns(table: ServerTable) -> Iterator[str]:
    """A column that comes to a table with rows is empty in them until their office is brought up."""
    yield from (f'"{name}_ref" bytea' for name in table.references if name != table.mapper.key)
    yield from (f'"{name}_is" bytea' for name in table.looked_up)
    yield from (f'"{unique_column(names)}" bytea' for names in table.uniques)
    yield from (f'"{name}" {kind}' for name, kind in table.open.items())


def _references(table: ServerTable) -> Iterator[str]:
    for name, other in table.references.items():
        column = "key" if name == table.mapper.key else f"{name}_ref"
        named = _named(table.name, column, "to", other)
        known = f"conname = '{named}' AND conrelid = '{SCHEMA}.{quoted(table.name)}'::regclass"
        added = (
            f"ALTER TABLE {SCHEMA}.{quoted(table.name)} ADD CONSTRAINT {named} "
            f'FOREIGN KEY ("office", "{column}") REFERENCES {SCHEMA}.{quoted(other)} ("office", "key")'
        )
        yield f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE {known}) THEN {added}; END IF; END $$;"


def _indexes(table: ServerTable) -> Iterator[str]:
    found = [f"{name}_ref" for name in table.references if name != table.mapper.key]
    found += [f"{name}_is" for name in table.looked_up]
    kinds = [("INDEX", column, f'"{column}", "place"') for column in found]
    kinds += [("UNIQUE INDEX", column, f'"{column}"') for column in map(unique_column, table.uniques)]
    kinds.append(("INDEX", "place", '"place"'))
    if "revision" in table.open:
        kinds += (("INDEX", "revision", '"revision"'), ("INDEX", "touched_at", '"touched_at" COLLATE "C", "place"'))
        kinds.append(("INDEX", "stage", '"stage", "touched_at" COLLATE "C", "place"'))
    for kind, column, columns in kinds:
        named = _named(table.name, "by", column)
        yield f'CREATE {kind} IF NOT EXISTS {named} ON {SCHEMA}.{quoted(table.name)} ("office", {columns});'


def _named(*words: str) -> str:
    """A name as short as PostgreSQL keeps it, the same each time."""
    whole = "_".join(words)
    return whole if len(whole) < _LONGEST else f"{whole[:48]}_{sha256(whole.encode()).hexdigest()[:12]}"


def _guarded(name: str) -> Iterator[str]:
    at = f"{SCHEMA}.{quoted(name)}"
    yield f"ALTER TABLE {at} ENABLE ROW LEVEL SECURITY;"
    yield f"ALTER TABLE {at} FORCE ROW LEVEL SECURITY;"
    yield f"DROP POLICY IF EXISTS office_only ON {at};"
    yield f"CREATE POLICY office_only ON {at} USING ({_OWN}) WITH CHECK ({_OWN});"


def _rights() -> Iterator[tuple[str, str]]:
    yield from ((name, rights) for name, _, rights in _PLAIN)
    yield from ((name, "SELECT, INSERT, UPDATE, DELETE") for name in server_tables())
