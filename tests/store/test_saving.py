"""A save reads its row once, is judged as merged, and writes what differs; what is made of an entity stays true."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any

import peewee
import pytest

from tests.store.server.engines import Engine
from tests.store.stored import EVERY, filled
from workstation.errors import Finding, Refused
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Address, Contact, Debtor, Phone
from workstation.store.records.search_text import MADE_OF, search_text
from workstation.store.store import Store

OTHER: dict[str, Any] = {
    "name": "李四",
    "resident_id": "110105199003070012",
    "phones": (Phone("13800138000"),),
    "addresses": (Address("home", "北京"),),
    "contacts": (Contact("王五", "friend", "13900139000"),),
    "children": 3,
    "other_dependants": 1,
    "pay_day": 12,
}
"""Another value of a field of a debtor; any text where none is named."""
FIELDS = [item.name for item in fields(Debtor) if item.name != "id"]


@contextmanager
def asked(store: Store) -> Iterator[list[str]]:
    """The statements run inside, with their values."""
    connection, found = store._database.connection(), list[str]()
    connection.set_trace_callback(found.append)
    try:
        yield found
    finally:
        connection.set_trace_callback(None)


def searched(store: Store) -> str:
    return str(store._database.run('SELECT "search" FROM "debtor" WHERE "id" = ?', ("d1",)).fetchone()[0])


@pytest.mark.parametrize("field", FIELDS)
def test_a_person_is_found_as_stored_whatever_was_changed(field):
    store = filled()
    changed = replace(store.get(Debtor, "d1"), **{field: OTHER.get(field, "别的")})
    with asked(store) as statements:
        store.save(changed)
    (written,) = {one for one in statements if one.startswith('UPDATE "debtor"')}
    assert store.get(Debtor, "d1") == changed
    assert searched(store) == search_text(changed)
    assert ('"search" =' in written) is (field in MADE_OF)
    assert [name for name in FIELDS if f'"{name}" =' in written] == [field]
    store.close()


def test_a_case_that_is_saved_bears_the_stamp_of_that_whatever_differs():
    store = filled()
    case, before = store.get(Case, "c1"), store.counters.revision
    for saved in (case, replace(case, stage=Stage.PLAN)):
        store.save(saved)
        assert store.get(Case, "c1") == saved
        assert store._database.run('SELECT "revision" FROM "case"').fetchone()[0] == store.counters.revision > before
        before = store.counters.revision
    store.close()


def test_saving_what_is_stored_leaves_it_and_is_told_all_the_same(engine: Engine):
    store = engine.filled()
    last = store.ledger.head
    for entity in EVERY:
        with store.transaction() as changes:
            assert store.save(entity) == entity
            assert changes.kinds == {type(entity).__name__}
        assert store.find(type(entity)) == (entity,)
        assert store.ledger.head == last, entity  # nothing is other than it was
    store.close()


def test_as_many_are_counted_as_are_found(engine: Engine):
    """By what the server can tell and by what only the desk can, alone and together, by nothing at all, and by an empty text."""
    store = engine.filled()
    (one,) = store.find(Account)
    for number in range(3):
        store.add(
            replace(one, id=f"more{number}", due_source="bank_unclear" if number else "", bank=f"银行{number % 2}")
        )
    asked: list[dict[str, str]] = [
        {}, {"due_source": "bank_unclear"}, {"due_source": ""}, {"due_source": "nobody"}, {"bank": "银行0"},
        {"due_source": "bank_unclear", "bank": "银行0"}, {"case_id": one.case_id}, {"id": "more1"},
    ]  # fmt: skip
    found = [len(store.find(Account, **equals)) for equals in asked]
    assert [store.count(Account, **equals) for equals in asked] == found
    assert found == [4, 3, 1, 0, 2, 1, 4, 1]
    store.close()


def test_what_is_judged_is_what_was_merged_and_what_stands(engine: Engine):
    store = engine.filled()
    base = store.get(Debtor, "d1")
    theirs = store.save(replace(base, children=4))
    seen = []

    def judged(merged: Debtor, stored: Debtor | None) -> Debtor:
        seen.append((merged, stored))
        return replace(merged, position="技工")

    kept = store.save(replace(base, employer="南方"), base, judged, of_case="c1")
    assert seen == [(replace(theirs, employer="南方"), theirs)]
    assert kept == store.get(Debtor, "d1") == replace(theirs, employer="南方", position="技工")
    store.close()


def test_what_is_refused_by_its_judge_or_is_of_another_case_is_not_written(engine: Engine):
    def judged(merged: Debtor, stored: Debtor | None) -> Debtor:
        raise Refused(Finding("required_field", "debtor.name"))

    store = engine.filled()
    base = store.get(Debtor, "d1")
    for given, code in (({"judged": judged}, "required_field"), ({"of_case": "c2"}, "not_found")):
        with pytest.raises(Refused) as refused:
            store.save(replace(base, name="李四"), base, **given)
        assert [one.code for one in refused.value.findings] == [code]
        assert store.get(Debtor, "d1") == base
    store.close()


def test_the_log_tells_a_row_as_it_was_before_the_first_of_many_saves(engine: Engine):
    store = engine.filled()
    base = store.get(Debtor, "d1")
    with store.transaction():
        store.save(replace(base, name="李四"))
        with pytest.raises(Refused), store.transaction():
            store.save(replace(base, name="王五"))
            raise Refused(Finding("not_found", "debtor"))
        store.save(replace(base, employer="南方"))
    once, *entries = [one.rows for one in store.ledger.entries()][::-1]
    store.save(base)
    back = list(store.ledger.entries())[-1].rows
    assert once.split()[:2] == back.split()[:2] == ["debtor", "d1"]
    assert once.split()[2:] == back.split()[:1:-1]  # the digests before and after, the other way round
    assert len(entries) == len(set(entries))
    store.close()


@pytest.mark.parametrize(
    ("statement", "values", "error"),
    [
        ("SELEC 1", (), peewee.OperationalError),
        ("SELECT ?", (object(),), peewee.InterfaceError),
        ('INSERT INTO "debtor" ("id") VALUES (?)', ("d1",), peewee.IntegrityError),
    ],
)
def test_errors_that_storage_has_no_part_in_are_of_one_family_by_whatever_way(statement, values, error):
    store = filled()
    with pytest.raises(error):
        store._database.run(statement, values)
    if values:
        with pytest.raises(error), store.transaction():
            store._database.run_many(statement.replace("SELECT ?", 'DELETE FROM "draft" WHERE "id" = ?'), [values])
    store.close()
