"""Whatever changed the list behind the records is found, and made good by making it anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.store.stored import filled
from workstation.money import Money
from workstation.profile.account import Account
from workstation.store.listing.drift import LIST_DRIFTED, list_findings
from workstation.store.listing.projection import begin_anew, make_list_anew, writing


def look() -> None:
    """Nobody waits."""


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ("SELECT 1", ()),
        ("UPDATE case_line SET name = '李四'", ("check_list_behind",)),
        ("UPDATE case_line SET amount = amount + 1", ("check_list_behind",)),
        ("DELETE FROM case_line_owed", ("check_list_behind",)),
        ("UPDATE case_line_owed SET amount = amount + 1", ("check_list_behind",)),
        ("UPDATE case_line_owed SET rank = '000CNY'", ("check_list_behind",)),
        ("INSERT INTO case_line_owed VALUES (127, '000CNY', 5)", ("check_list_behind",)),
        ("INSERT INTO case_line_owed VALUES (6400, '000CNY', 5)", ("check_list_behind",)),
        ("DELETE FROM case_line", LIST_DRIFTED),
        ("UPDATE case_line_total SET count = 7", ("check_list_behind",)),
        ("DELETE FROM case_words WHERE rowid = 1", ("check_words_behind",)),
        ("DELETE FROM case_line_key WHERE place = (SELECT min(place) FROM case_line_key)", ("check_words_behind",)),
        ("UPDATE case_line_key SET key = key + 1", ("check_words_behind",)),
        ("INSERT INTO case_line_key (place, key) VALUES (999999, 7)", ("check_words_behind",)),
        ("INSERT INTO case_words (rowid, words) VALUES (9, 'g张')", ("check_words_behind",)),
        ("INSERT INTO case_words (rowid, words) VALUES (1, 'g张')", ("check_words_behind",)),
    ],
)
def test_drift_is_found_and_mended(changed: str, codes: tuple[str, ...]) -> None:
    store = filled()
    (account,) = store.find(Account)
    for at in ("USD", "JPY"):
        owed, none = Money(500, at), Money.zero(at)
        further = replace(account, id=at, number="1", currency=at, principal=owed, limit=None, minimum_due=None)
        store.add(replace(further, interest=none, penalty=none, fees=none))
    before = store.case_lines()
    store._database.run(changed)
    assert tuple(one.code for one in list_findings(store._database, look)) == codes
    assert make_list_anew(store._database) == 1
    assert list_findings(store._database, look) == [] and store.case_lines("oyay") == before
    store.close()


def test_every_table_is_emptied_by_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Row by row, as triggers have it, what stood there is held until the statement ends: a gigabyte of a million cases."""
    store, seen = filled(), dict[str, set[str]]()
    database, run = store._database, store._database.run

    def explained(asked: str, values: tuple[object, ...] = ()) -> Any:
        if asked.startswith("DELETE FROM"):
            seen[asked] = {row[1] for row in run(f"EXPLAIN {asked}", values).fetchall()}
        return run(asked, values)

    monkeypatch.setattr(database, "run", explained)
    with writing(database):
        begin_anew(database)
    store.close()
    assert len(seen) == 4 and all("Clear" in steps and "Delete" not in steps for steps in seen.values())
