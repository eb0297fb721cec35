"""The lists that a workstation makes itself: read once, then only what was touched since, and never another than read anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.store.server.postgres import Office, Postgres
from tests.store.stored import CLOCK, KEY
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor, Phone
from workstation.profile.filing import AgentChange, ArchiveChange
from workstation.store.listing.case_line import CaseLine
from workstation.store.listing.wanted import Order
from workstation.store.server.rows import ServerRows
from workstation.store.server.store import ServerStore
from workstation.store.store import Store

COUNT = 12
NAMED = Order("name", down=False)


@pytest.fixture
def office(postgres: Postgres) -> Office:
    return postgres.new_office()


@pytest.fixture
def store(office: Office) -> Iterator[ServerStore]:
    """A desk of twelve cases that has listed them by name."""
    made = ServerStore.begin(office.database(KEY), CLOCK)
    for no in range(COUNT):
        put(made, f"{no}")
    assert len(listed(made)) == COUNT
    yield made
    made.close()


def put(store: Store, no: str) -> None:
    """One more case."""
    store.add(Debtor(f"d{no}", f"债务人{no}"))
    store.add(Case(f"c{no}", f"CC-2026-{no}", f"d{no}", date(2026, 1, 1)))
    store.add(Account(f"a{no}", f"c{no}", "招商银行", f"62258800{no}", principal=Money(7)))


def listed(store: Store) -> list[CaseLine]:
    """By name, which a server cannot sort by."""
    return list(store.case_list(order=NAMED).each())


def given(store: Store, case_id: str, agent: str) -> None:
    store.add(AgentChange(new_id(), case_id, agent, CLOCK.now(), "林协商"))


def archived(store: Store, case_id: str, *, away: bool) -> None:
    store.add(ArchiveChange(new_id(), case_id, away, "", CLOCK.now(), "林协商"))


def renamed(store: Store, case_id: str) -> None:
    person = store.get(Debtor, store.get(Case, case_id).debtor_id)
    store.save(replace(person, name=person.name + "改"), person)


def owing(store: Store, case_id: str) -> None:
    for account in store.find(Account, case_id=case_id):
        store.save(replace(account, principal=Money(account.owed.minor + 5)), account)


def gone(store: Store, case_id: str) -> None:
    person = store.get(Case, case_id).debtor_id
    with store.transaction():
        kinds: tuple[type[Any], ...] = (Account, AgentChange, ArchiveChange)
        for kind in kinds:
            store.delete_all(kind, [one.id for one in store.find(kind, case_id=case_id)])
        store.delete(Case, case_id)
        store.delete(Debtor, person)


def undone(store: Store, case_id: str) -> None:
    """Changed and listed inside a transaction that is not kept."""
    with pytest.raises(RuntimeError), store.transaction():
        renamed(store, case_id)
        store.save(replace(store.get(Case, case_id), reason_note="未存"))
        put(store, "undone")
        given(store, case_id, "未存")
        listed(store)
        store.agent_names()
        raise RuntimeError


WORK: tuple[Callable[[Store, str], None], ...] = (
    renamed,
    owing,
    undone,
    lambda store, case_id: given(store, case_id, "王坐席"),
    lambda store, case_id: given(store, case_id, "赵坐席"),
    lambda store, case_id: archived(store, case_id, away=True),
    lambda store, case_id: archived(store, case_id, away=False),
)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_held_is_what_is_stored(store: ServerStore, office: Office, seed: int) -> None:
    chance, other = random.Random(seed), ServerStore.connected(office.database(KEY), FixedClock(CLOCK.now()))
    ids = [f"c{no}" for no in range(COUNT)]
    for step in range(24):
        writer = chance.choice((store, other))
        if step % 8 == 7:
            gone(writer, ids.pop(chance.randrange(len(ids))))
            put(writer, f"9{step}")
            ids.append(f"c9{step}")
        else:
            chance.choice(WORK)(writer, chance.choice(ids))
        anew = ServerStore.connected(office.database(KEY), CLOCK)
        for held in (store, other):
            assert listed(held) == listed(anew)
            assert held.agent_names() == anew.agent_names()
            assert held.case_count() == anew.case_count() == len(listed(anew))
            assert {line.case_id for line in held._lists._read.values()} == {
                *ids
            }  # nobody who is gone is kept in memory
        anew.close()
    other.close()
    with pytest.raises(Refused):
        store.get(Case, "none")


def test_only_what_was_touched_is_read_again(store: ServerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    given(store, "c1", "王坐席")
    archived(store, "c2", away=True)
    listed(store)
    store.agent_names()
    opened, plain = list[str](), ServerRows._opened

    def counted(self, table, key, sealed):
        opened.append(table.name)
        return plain(self, table, key, sealed)

    monkeypatch.setattr(ServerRows, "_opened", counted)
    listed(store)
    store.agent_names()
    store.case_count()
    assert opened == []
    renamed(store, "c3")
    opened.clear()
    listed(store)
    assert sorted(opened) == ["account", "case", "debtor"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda one: replace(one, name="欧阳修"), "欧阳修"),
        (lambda one: replace(one, name="欧阳修"), "ouyang"),
        (lambda one: replace(one, phones=(Phone("13912345678"),)), "13912345678"),
        (lambda one: replace(one, resident_id="11010519491231002X"), "11010519491231002X"),
        (lambda one: replace(one, bank="中国银行", number="9558801234567890"), "9558801234567890"),
    ],
)
def test_what_was_changed_is_found_by_its_new_words(
    store: ServerStore, change: Callable[[Any], Any], word: str
) -> None:
    assert store.case_count(word) == 0
    before: Any = store.get(Debtor, "d3")
    changed = change(before) if word != "9558801234567890" else change(store.get(Account, "a3"))
    store.save(changed)
    assert [line.case_id for line in store.case_list(word).each()] == ["c3"]
    store.save(replace(before, employer="东方"))  # back to the old words
    store.save(replace(store.get(Account, "a3"), number="622588003"))
    assert store.case_count(word) == 0
