"""The list of an office: pages by the server's indexes, the same cases in the same order as sorted here, and no more read."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.store.server.postgres import Postgres
from tests.store.stored import CLOCK, KEY
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.store.listing.held import HeldList
from workstation.store.listing.wanted import Order
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.store import ServerStore

COUNT = 230


@pytest.fixture(scope="module")
def store(postgres: Postgres):
    made = ServerStore.begin(postgres.new_office().database(KEY), CLOCK)
    stages = random.Random(3)
    with made.transaction():
        for no in range(COUNT):
            made.add(Debtor(f"d{no}", f"债务人{no}"))
            made.add(Case(f"c{no}", f"CC-2026-{no:05d}", f"d{no}", date(2026, 1, 1), stage=stages.choice(list(Stage))))
            made.add(Account(f"a{no}", f"c{no}", "招商银行", f"62258800{no:08d}", principal=Money(no)))
    for no in stages.sample(range(COUNT), 40):
        one = made.get(Debtor, f"d{no}")
        made.save(replace(one, employer="新"), one)
    yield made
    made.close()


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("by", ["updated", "stage"])
@pytest.mark.parametrize(("typed", "stage"), [("", None), ("债务人1", None), ("", Stage.PLAN), ("1", Stage.PLAN)])
def test_pages_are_the_whole_list_in_its_order(store: ServerStore, typed: str, stage: Stage | None, by, down) -> None:
    order = Order(by, down)
    listed = store.case_list(typed, stage, order)
    every = HeldList(store._lists.lines("", None))
    wanted = [one.case_id for one in every.each() if (stage in (None, one.stage)) and typed in one.name + one.number]
    got = [line.case_id for start in range(0, listed.count, 7) for line in listed.lines(start, 7)]
    assert sorted(got) == sorted(wanted)
    assert listed.count == store.case_count(typed, stage) == len(wanted)
    lines = list(listed.each())
    assert [one.case_id for one in lines] == got
    keys = [(one.stage, one.updated_at) if by == "stage" else one.updated_at for one in lines]
    assert keys == sorted(keys, reverse=down)
    middle = len(got) // 2
    assert [one.case_id for one in store.case_list(typed, stage, order).lines(middle, 5)] == got[middle : middle + 5]
    assert [one.case_id for one in listed.each(9)] == got[:9]
    assert listed.lines(len(got), 5) == ()


def test_the_first_page_reads_what_it_shows(store: ServerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    plain = ServerDatabase.run

    def run(self: ServerDatabase, statement: str, values: Sequence[object] = ()) -> object:
        found = plain(self, statement, values)
        read.append((statement, found.rowcount))
        return found

    monkeypatch.setattr(ServerDatabase, "run", run)
    assert len(store.case_list().lines(0, 20)) == 20
    assert max(rows for _, rows in read) <= 20, read
    assert len(read) <= 11


@pytest.mark.parametrize("order", [Order("updated"), Order("updated", down=False), Order("stage")])
def test_a_page_is_entered_by_an_index(store: ServerStore, order: Order) -> None:
    listed = store.case_list(order=order)
    listed.lines(0, 20)
    statement, values = listed._statement(listed._keys[-1], 20, 0)  # type: ignore[attr-defined]  # as it asks the server
    with store.reading():
        store.server.run("SET LOCAL enable_seqscan = off")
        store.server.run("SET LOCAL enable_bitmapscan = off")
        plan = "\n".join(row[0] for row in store.server.run(f"EXPLAIN {statement}", values).fetchall())
    assert "Sort" not in plan, plan
    assert "case_by_" in plan
