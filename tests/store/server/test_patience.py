"""A window stands still for no server: another thread connects, and a question to which nobody answers is given up.

Nothing here is timed: what would wait for ever would never end.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.store.server.postgres import Office
from tests.store.server.test_lost import code, names, opened
from tests.store.server.wire import Wire
from tests.store.stored import KEY
from workstation.errors import StorageFailed
from workstation.profile.debtor import Debtor
from workstation.store.server.store import ServerStore


@pytest.fixture
def store(office: Office, wire: Wire) -> Iterator[ServerStore]:
    """What a window has: it waits for a moment only."""
    made, _ = opened(office, wire.port)
    made.server.patience = 0.3
    yield made
    made.close()


class Door:
    """Stands before each try to connect, and lets nobody through until it is opened."""

    def __init__(self, store: ServerStore, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tries, self.open, through = 0, threading.Event(), store.server._reaching._connect

        def connect() -> psycopg.Connection[Any]:
            self.tries += 1
            self.open.wait()
            return through()

        monkeypatch.setattr(store.server._reaching, "_connect", connect)


def test_a_wire_that_was_cut_is_mended_within_the_question(store: ServerStore, wire: Wire) -> None:
    store.server.patience = 30
    for _ in range(3):
        wire.cut()
        assert store.get(Debtor, "d0").name == "原来"
    assert not store.is_lost


def test_nobody_waits_for_a_try_that_does_not_end(
    store: ServerStore, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Door(store, monkeypatch)
    wire.cut()
    for _ in range(20):
        with pytest.raises(StorageFailed) as failed:
            store.get(Debtor, "d0")
        assert code(failed) == "server_lost"
        assert store.counters.news() is None
    assert store.is_lost
    assert door.tries == 1
    door.open.set()
    assert store.answers()
    assert store.get(Debtor, "d0").name == "原来"
    assert not store.is_lost
    assert door.tries == 1  # what the other thread reached is what is used


def test_what_was_refused_elsewhere_is_told(store: ServerStore, wire: Wire) -> None:
    wire.down = True
    wire.cut()
    for _ in range(2):
        with pytest.raises(StorageFailed) as failed:
            store.get(Debtor, "d0")
        assert code(failed) == "server_lost"
    assert not store.answers()
    wire.down = False
    assert store.answers()
    assert store.get(Debtor, "d0").name == "原来"


@pytest.mark.parametrize("inside", [False, True])
def test_a_question_to_which_nobody_answers_is_given_up(
    store: ServerStore, office: Office, wire: Wire, inside: bool
) -> None:
    assert store.get(Debtor, "d0").name == "原来"

    def ask() -> None:
        if not inside:
            wire.mute()
            store.get(Debtor, "d0")
            return
        with store.transaction():
            store.add(Debtor("d1", "未存"))
            wire.mute()
            store.add(Debtor("d2", "也未存"))

    with pytest.raises(StorageFailed) as failed:
        ask()
    assert code(failed) == "server_lost"
    assert store.is_lost
    wire.speak()
    wire.cut()  # what was held back arrives nowhere, nor does a try that was under way
    assert any(store.answers() for _ in range(50))
    assert store.get(Debtor, "d0").name == "原来"
    assert names(office) == ["原来"]


def test_a_server_that_is_only_busy_is_waited_for(
    store: ServerStore, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ServerStore.connected(office.database(KEY))
    other.server.begin_transaction(writes=True)
    assert other.server.taken is not None
    plain, probes = store.server._answers_otherwise, list[bool]()

    def probed() -> bool:
        probes.append(plain())
        other.server.roll_back()  # whoever was saving is done
        return probes[-1]

    store.server.patience = 30
    monkeypatch.setattr(store.server, "_answers_otherwise", probed)
    monkeypatch.setattr("workstation.store.server.link.attentive", _impatient())
    store.add(Debtor("d1", "已存"))
    assert probes == [True]
    assert names(office) == ["原来", "已存"]
    other.close()


def _impatient() -> Any:
    """As it is, but for asking otherwise after a tenth of a second."""
    from workstation.store.server.wire import reaching

    plain = reaching.attentive
    return lambda waiting, seconds, answers: plain(waiting, 0.1, answers)


def test_a_commit_without_an_answer_keeps_nobody_standing(store: ServerStore, wire: Wire) -> None:
    wire.cut_at_commit("behind")
    wire.down = True
    with pytest.raises(StorageFailed) as failed:
        store.add(Debtor("d1", "不知"))
    assert code(failed) == "server_unsure"
    wire.down = False
    assert store.answers()
    assert [one.name for one in store.find(Debtor)] == ["原来", "不知"]
