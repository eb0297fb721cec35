"""A connection that is lost, a server that restarts: what was acknowledged is kept, what was not is told, never a false "saved"."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from tests.store.server.postgres import Office, running
from tests.store.server.wire import Wire
from tests.store.stored import KEY
from workstation.errors import StorageFailed
from workstation.profile.debtor import Debtor
from workstation.store.engine.conflict import StoreConflict
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.register import ServerRegister
from workstation.store.server.store import ServerStore
from workstation.store.sharing.open_register import Opener

SINCE = datetime(2026, 11, 29, 8, tzinfo=UTC)


def opened(office: Office, port: int, wait_seconds: int = 2) -> tuple[ServerStore, ServerRegister]:
    """A desk by way of a port."""
    made = office.database(KEY, wait_seconds=wait_seconds)
    far = ServerDatabase({**made.parameters, "port": str(port)}, office.name, KEY, made.password, wait_seconds)
    store = ServerStore.connected(far)
    register = ServerRegister(far)
    register.enter(Opener("林协商", "PC-1", SINCE))
    return store, register


def names(office: Office) -> list[str]:
    """Who is stored, seen by another desk."""
    other = ServerStore.connected(office.database(KEY))
    try:
        return [one.name for one in other.find(Debtor)]
    finally:
        other.close()


def code(failed: pytest.ExceptionInfo[StorageFailed]) -> str:
    return failed.value.findings[0].code


def test_reading_goes_on_after_a_cut(office: Office, wire: Wire) -> None:
    store, register = opened(office, wire.port)
    for _ in range(3):
        wire.cut()
        assert store.get(Debtor, "d0").name == "原来"
    register.leave()
    store.close()


def test_what_was_under_way_is_undone_and_told(office: Office, wire: Wire) -> None:
    store, _ = opened(office, wire.port)
    with pytest.raises(StorageFailed) as failed, store.transaction():
        store.add(Debtor("d1", "未存"))
        wire.cut()
        store.add(Debtor("d2", "也未存"))
    assert code(failed) == "server_lost"
    assert names(office) == ["原来"]
    store.add(Debtor("d3", "再存"))
    assert names(office) == ["原来", "再存"]
    store.close()


@pytest.mark.parametrize(("when", "kept"), [("before", False), ("behind", True)])
def test_a_commit_without_an_answer_is_settled(office: Office, wire: Wire, when, kept: bool) -> None:
    store, _ = opened(office, wire.port)
    revision = store.counters.revision
    wire.cut_at_commit(when)
    if kept:
        store.add(Debtor("d1", "已存"))
    else:
        with pytest.raises(StorageFailed) as failed:
            store.add(Debtor("d1", "已存"))
        assert code(failed) == "server_lost"
    assert names(office) == (["原来", "已存"] if kept else ["原来"])
    assert store.counters.revision == revision + kept
    store.close()


def test_where_nobody_can_know_nobody_claims_to(office: Office, wire: Wire) -> None:
    store, _ = opened(office, wire.port, wait_seconds=1)
    wire.cut_at_commit("behind")
    wire.down = True
    with pytest.raises(StorageFailed) as failed:
        store.add(Debtor("d1", "不知"))
    assert code(failed) == "server_unsure"
    with pytest.raises(StorageFailed) as failed:
        store.get(Debtor, "d0")
    assert code(failed) == "server_lost"
    assert store.counters.news() is None
    wire.down = False
    assert [one.name for one in store.find(Debtor)] == ["原来", "不知"]
    store.close()


def test_a_failed_write_that_is_forgiven_is_never_taken_for_kept(office: Office) -> None:
    """The server answers a COMMIT of a failed transaction with a ROLLBACK and no error."""
    store = ServerStore.connected(office.database(KEY))
    with pytest.raises(StoreConflict), store.transaction():
        store.add(Debtor("d1", "先"))
        with suppress(StoreConflict):
            store.add(Debtor("d0", "重复"))
    assert names(office) == ["原来"]
    store.close()


def test_others_are_told_who_has_the_office_and_which_case_open(office: Office, wire: Wire) -> None:
    store, register = opened(office, wire.port)
    other, others = opened(office, office.server.port)
    assert [(one.person, one.host, one.since, one.case_id) for one in others.others()] == [
        ("林协商", "PC-1", SINCE, "")
    ]
    register.at("c1")
    assert [one.case_id for one in others.others()] == ["c1"]
    wire.cut()
    assert store.find(Debtor)  # connected anew, and alive again
    assert len(others.others()) == 1
    wire.close()
    until_gone(others)
    store.close()
    other.close()


def until_gone(register: ServerRegister) -> None:
    """A desk whose wire is gone is nobody's neighbour any more, as soon as the server noticed."""
    for _ in range(200):
        if not register.others():
            return
        time.sleep(0.02)
    assert not register.others()


def test_news_of_others_come_again_after_a_cut(office: Office, wire: Wire) -> None:
    store, _ = opened(office, wire.port)
    other = ServerStore.connected(office.database(KEY))
    assert store.counters.news() is None
    wire.cut()
    other.add(Debtor("d9", "他人"))
    found = [store.counters.news() is not None for _ in range(3)]
    assert found.count(True) == 1
    store.close()
    other.close()


@pytest.mark.timeout(120)
def test_a_server_that_crashes_loses_nothing_acknowledged() -> None:
    with running() as server:
        office = server.new_office()
        store = ServerStore.begin(office.database(KEY, wait_seconds=1))
        ServerRegister(store.server).enter(Opener("林", "PC", SINCE))
        acknowledged = []
        for number in range(4):
            with suppress(StorageFailed):
                with store.transaction():
                    store.add(Debtor(f"d{number}", f"人{number}"))
                    if number % 2:
                        server.stop("immediate")
                acknowledged.append(f"人{number}")
            if server.process is None:
                server.start()
        assert acknowledged == ["人0", "人2"]
        assert [one.name for one in store.find(Debtor)] == acknowledged
        store.close()
