"""What the hot paths send keeps to one office, joins nothing, and is found by an index that begins with the office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import psycopg
import pytest

from tests.store.server.postgres import Postgres
from tests.store.stored import KEY, filled
from workstation.evidence.verification import EvidenceItem
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.store import ServerStore
from workstation.store.server.wire.batch import Answer, Question


@pytest.fixture(scope="module")
def sent(postgres: Postgres) -> list[str]:
    """The statements of reading, searching, saving and removing, once each."""
    office = postgres.new_office()
    store = ServerStore.begin(office.database(KEY))
    filled(store)
    found: list[str] = []

    def work(self: ServerDatabase, questions: Sequence[Question]) -> list[Answer]:
        found.extend(statement for statement, _ in questions)
        return plain(self, questions)

    plain = ServerDatabase._sent
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ServerDatabase, "_sent", work)
        store.case_lines()
        store.case_lines("ouyang")
        store.case_count("6214")
        store.of_case("c1", (EvidenceItem, Account)).all(EvidenceItem)
        store.find(EvidenceItem, sha256="ab" * 32)
        one = store.get(Debtor, "d1")
        store.save(replace(one, employer="东方"), one)
        store.add(Debtor("d2", "又一人"))
        store.delete(Debtor, "d2")
        store.cases_of_id(one.resident_id)
        store.counters.cases_since(0)
        store.next_case_number("2026")
    store.close()
    return sorted(set(found))


def test_no_statement_joins(sent: list[str]) -> None:
    assert len(sent) > 15
    assert [one for one in sent if re.search(r"\bjoin\b", one, re.IGNORECASE)] == []
    tables = {one: re.findall(r'(?:FROM|UPDATE|INTO) "(\w+)"', one) for one in sent}
    several = {one: found for one, found in tables.items() if len(set(found)) > 1}
    assert all(set(found) <= {"office", "case"} or "UNION ALL" in one for one, found in several.items()), several


def test_every_key_and_reference_begins_with_the_office(postgres: Postgres) -> None:
    asked = (
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'concord'::regnamespace AND contype IN ('p', 'u', 'f')"
    )
    with psycopg.connect(postgres.conninfo()) as connection:
        found = connection.execute(asked).fetchall()
        indexes = connection.execute(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'concord' AND indexdef NOT LIKE '%%USING gin%%'"
        ).fetchall()
    assert len(found) + len(indexes) > 300
    assert [one for one in found if not re.match(r"(PRIMARY KEY|UNIQUE|FOREIGN KEY) \(office\b", one[1])] == []
    assert [one for (one,) in indexes if not re.search(r"btree \(office\b", one)] == []


def test_what_is_found_by_a_key_is_found_by_the_index_of_its_office(postgres: Postgres) -> None:
    """The row-level condition is one of the index: else each question would read the index of all offices."""
    store = ServerStore.begin(postgres.new_office().database(KEY))
    token = store.server.seal.token("debtor", "d1")
    asked = (
        ('SELECT "sealed" FROM "debtor" WHERE "key" = ANY(%s)', ([token],)),
        ('UPDATE "debtor" SET "sealed" = %s WHERE "key" = %s', (b"", token)),
        ('SELECT "sealed" FROM "account" WHERE "case_id_ref" = %s ORDER BY "place"', (token,)),
        ('SELECT "sealed" FROM "case" WHERE "revision" > %s', (7,)),
        ('SELECT "sealed" FROM "ledger" ORDER BY "number" DESC LIMIT 1', ()),
    )
    with store.reading():
        for kind in ("seqscan", "bitmapscan"):
            store.server.run(f"SET LOCAL enable_{kind} = off")
        for statement, values in asked:
            plan = "\n".join(row[0] for row in store.server.run(f"EXPLAIN {statement}", values).fetchall())
            assert re.search(r"Index Cond: \(+office = ", plan), (statement, plan)
    store.close()
