"""The log of a large desk is begun in entries of bounded length, and judged without holding it or the rows."""

from __future__ import annotations

import pytest

from workstation.profile.debtor import Debtor
from workstation.store.ledger import ledger, rows_judged
from workstation.store.ledger.judging import judged
from workstation.store.ledger.ledger import STOOD, UPGRADED
from workstation.store.store import Store

PEOPLE = 57


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store whose log was begun anew, at most ten rows an entry; rows are looked at in groups of parts."""
    monkeypatch.setattr(ledger, "_ROWS", 10)
    monkeypatch.setattr(rows_judged, "_AT_ONCE", 5)
    store = Store.memory()
    store.add_all([Debtor(f"d{number:02}", f"债务人{number}") for number in range(PEOPLE)])
    with store.alone(keep=True):
        store.ledger.start(UPGRADED)
    return store


def test_every_row_stands_in_some_entry_and_no_entry_is_long(store: Store) -> None:
    begun = [one for one in store.ledger.entries() if one.action in (UPGRADED, STOOD)]
    assert [one.action for one in begun] == [UPGRADED, *[STOOD] * (len(begun) - 1)] and len(begun) > 5
    assert max(len(one.rows.splitlines()) for one in begun) == 10
    report = judged(store.ledger)
    assert report.findings == () and report.rows >= PEOPLE


def test_only_the_rows_that_are_wrong_are_named_wherever_they_are(store: Store) -> None:
    run = store._database.run
    run("UPDATE debtor SET name = '别人' WHERE id = 'd07'")
    run("DELETE FROM debtor WHERE id = 'd31'")
    found = {(one.code, one.figures["key"]) for one in judged(store.ledger).findings}
    assert found == {("ledger_row_altered", "d07"), ("ledger_row_gone", "d31")}


def test_of_many_wrong_rows_the_first_are_named_and_the_others_counted(store: Store) -> None:
    store._database.run("UPDATE debtor SET name = '别人'")
    codes = [one.code for one in judged(store.ledger).findings]
    assert codes == ["ledger_row_altered"] * 20 + ["ledger_rows_more"]
    assert judged(store.ledger).findings[-1].figures["count"] == str(PEOPLE - 20)
