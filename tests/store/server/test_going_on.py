"""Who is stopped or cut off on the way to a server, or back, goes on where it was, and loses nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.server.postgres import Office, Postgres
from tests.store.server.test_moving import PASSPHRASE, codes, over, worked
from tests.store.server.wire import Wire
from tests.store.stored import CLOCK
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.desk_files import DATABASE
from workstation.actions.opening import open_desk
from workstation.actions.server import moving
from workstation.casework.draft import Draft
from workstation.errors import Refused, StorageFailed
from workstation.store.ledger.judging import judged
from workstation.store.server import arriving
from workstation.store.server.file import is_on_server
from workstation.store.server.moving import held
from workstation.store.server.rows import ServerRows
from workstation.store.server.store import ServerStore
from workstation.store.server.vault import ServerVault


@pytest.fixture
def office(postgres: Postgres) -> Office:
    return postgres.new_office()


class Stopped(Exception):
    """Somebody stops the move."""


class Counting:
    """Which rows go over, by table, and which files."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rows, self.files = dict[str, int](), list[str]()
        insert, write = ServerRows.insert, ServerVault._write

        def inserted(rows_of, mapper, rows):
            self.rows[mapper.table] = self.rows.get(mapper.table, 0) + len(rows)
            insert(rows_of, mapper, rows)

        def written(vault, source, content_hash, name):
            self.files.append(name)
            write(vault, source, content_hash, name)

        monkeypatch.setattr(ServerRows, "insert", inserted)
        monkeypatch.setattr(ServerVault, "_write", written)


@pytest.mark.parametrize(
    ("at", "meanwhile"),
    [
        ("vault", "nothing"),
        ("debtor", "work"),
        ("account", "nothing"),
        ("draft", "typing"),
        ("ledger", "typing"),
        ("ledger", "work"),
    ],
)
def test_a_move_that_is_stopped_leaves_the_desk_where_it_was_and_goes_on(
    office: Office, tmp_path: Path, at: str, meanwhile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = worked(tmp_path / "desk")
    before = held(desk.store)
    monkeypatch.setattr(arriving, "_ENTRIES", 1)

    def stop(what: str, count: int) -> None:
        if what == at:
            raise Stopped

    with pytest.raises(Stopped):
        over(desk, office, stop)
    assert not is_on_server(tmp_path / "desk")
    assert held(desk.store) == before
    if at != "vault":
        with pytest.raises(StorageFailed) as failed:  # nobody opens what did not arrive yet
            ServerStore.connected(office.database(desk.store.key))
        assert codes(failed) == ["server_moving"]
    if meanwhile == "work":
        desk.run(cases.new_case, "又一人")
    if meanwhile == "typing":
        (draft,) = desk.store.find(Draft)
        desk.store.delete(Draft, draft.id)
        desk.store.add(replace(draft, id="later", fields='{"name": "阳"}'))
    now = held(desk.store)
    counted = Counting(monkeypatch)
    moved = over(desk, office)
    assert moved.rows == now.rows
    assert ("诊断.pdf" in counted.files) is (at == "vault")  # else it went over the first time
    there = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    assert held(there.store).tables == now.tables
    assert judged(there.store.ledger).findings == ()
    there.close()
    if meanwhile == "work":
        assert counted.rows["debtor"] == now.tables["debtor"][0]
    elif at == "account":
        assert {"debtor", "case", "account"}.isdisjoint(counted.rows)
        assert counted.rows["draft"] == 1


def test_another_desk_does_not_go_on_where_one_was_stopped(office: Office, tmp_path: Path) -> None:
    def stop(what: str, count: int) -> None:
        if what == "account":
            raise Stopped

    desk = worked(tmp_path / "desk")
    with pytest.raises(Stopped):
        over(desk, office, stop)
    other = worked(tmp_path / "other")
    with pytest.raises(Refused) as refused:
        over(other, office)
    assert codes(refused) == ["server_other_key"]
    other.close()
    over(desk, office)
    open_desk(tmp_path / "desk", PASSPHRASE, CLOCK).close()


@pytest.mark.parametrize("cuts", [3, 10])
def test_a_wire_that_is_cut_again_and_again_only_delays(office: Office, tmp_path: Path, cuts: int) -> None:
    desk = worked(tmp_path / "desk")
    before = held(desk.store)
    wire = Wire(office.server.port)
    address = office.address()
    far = replace(address, port=wire.port)
    left = [cuts]

    def cut(what: str, count: int) -> None:
        left[0] -= 1
        if left[0] % 4 == 0:
            wire.cut()

    tries = 0
    while not is_on_server(tmp_path / "desk"):
        tries += 1
        assert tries < 60
        with suppress(StorageFailed):
            moving.move_to_server(desk, far, office.passwords[address.login], cut)
    wire.close()
    there = ServerStore.connected(office.database(before_key(desk)))
    assert held(there).tables == before.tables
    there.close()


def before_key(desk: Desk) -> bytes:
    """The key under which a desk that moved was sealed."""
    assert desk.keys is not None
    return desk.keys.database


def test_a_way_back_that_was_stopped_goes_on_in_the_same_folder(office: Office, tmp_path: Path) -> None:
    over(worked(tmp_path / "desk"), office)
    now = None
    for at in ("vault", "debtor", ""):
        there = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
        now = held(there.store)

        def stop(what: str, count: int, at: str = at) -> None:
            if what == at:
                raise Stopped

        if at:
            with pytest.raises(Stopped):
                moving.move_to_folder(there, tmp_path / "back", stop)
            there.close()
        else:
            moving.move_to_folder(there, tmp_path / "back")
    home = open_desk(tmp_path / "back", PASSPHRASE, CLOCK)
    assert now is not None
    assert held(home.store).tables == now.tables
    home.close()


def test_a_move_stopped_before_its_folder_was_closed_is_finished(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = worked(tmp_path / "desk")

    def stopped(*given: object) -> None:
        raise Stopped

    with monkeypatch.context() as patch, pytest.raises(Stopped):
        patch.setattr(moving, "write_server", stopped)
        over(desk, office)
    assert (tmp_path / "desk" / DATABASE).exists()
    assert over(desk, office).rows
    open_desk(tmp_path / "desk", PASSPHRASE, CLOCK).close()
