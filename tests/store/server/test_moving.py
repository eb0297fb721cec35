"""A desk moves to a server and back with all it holds, or not at all; who is stopped half-way begins again and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import SETTINGS
from tests.store.server.postgres import Office, Postgres
from tests.store.stored import CHEAP, CLOCK, EVERY
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.desk_files import DATABASE, VAULT
from workstation.actions.evidence import items
from workstation.actions.integrity import check_desk
from workstation.actions.making import create_desk
from workstation.actions.opening import desk_keys, open_desk, open_for_work
from workstation.actions.server import moving, seats
from workstation.errors import Refused, StorageFailed
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.ledger.judging import judged
from workstation.store.server.address import ServerAddress
from workstation.store.server.file import SERVER, is_on_server
from workstation.store.server.moving import held
from workstation.store.server.rows import ServerRows
from workstation.store.server.store import ServerStore
from workstation.store.server.vault import ServerVault

PASSPHRASE = "一只安静的猫 9"
FILE = b"a proof of income " * 40_000


def worked(folder: Path) -> Desk:
    """An embedded desk with one of everything, a case of its own and a proof."""
    desk = create_desk(folder, PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    with desk.store.transaction():
        desk.store.add_all(one for one in EVERY if type(one).__name__ not in ("DeskSettings", "User"))
    case_id = desk.run(cases.new_case, "司马相如")
    received = items.Received("诊断.pdf", "application/pdf", desk.vault.keep(FILE, "诊断.pdf"))
    desk.run(items.record, case_id, "id_card", received)
    desk.store.put_in_order(Debtor, ["d1"])
    return desk


def over(desk: Desk, office: Office, seen=lambda what, count: None) -> moving.Moved:
    address = office.address()
    return moving.move_to_server(desk, address, office.passwords[address.login], seen)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.findings]


@pytest.fixture
def office(postgres: Postgres) -> Office:
    return postgres.new_office(2)


def test_a_desk_goes_to_a_server_and_comes_back_as_it_was(office: Office, tmp_path: Path) -> None:
    desk = worked(tmp_path / "desk")
    before, chain = held(desk.store), [one.digest for one in desk.store.ledger.entries()]
    moved = over(desk, office)
    assert (moved.rows, moved.entries, moved.files) == (before.rows, before.entries, 1)
    assert is_on_server(tmp_path / "desk")
    assert not (tmp_path / "desk" / DATABASE).exists()
    assert (tmp_path / "desk" / moving.MOVED / DATABASE).exists()

    there = open_for_work(tmp_path / "desk", desk_keys(tmp_path / "desk", PASSPHRASE), CLOCK)
    assert isinstance(there.store, ServerStore)
    assert isinstance(there.vault, ServerVault)
    (case,) = there.store.case_lines("xiangru")
    (item,) = there.store.find(EvidenceItem, case_id=case.case_id)
    assert there.vault.read(item.sha256) == FILE
    there.run(cases.new_case, "卓文君")
    assert [one.digest for one in there.store.ledger.entries()][: len(chain)] == chain
    assert judged(there.store.ledger).findings == ()
    assert {one.code for one in check_desk(there).findings} <= {"vault_missing"}  # files that the examples only name
    now = held(there.store)
    back = moving.move_to_folder(there, tmp_path / "back")
    assert back.rows == now.rows

    home = open_desk(tmp_path / "back", PASSPHRASE, CLOCK)
    assert not isinstance(home.store, ServerStore)
    assert held(home.store).tables == now.tables
    assert judged(home.store.ledger).findings == ()
    assert home.vault.read(item.sha256) == FILE
    assert [one.name for one in home.store.case_lines("wenjun")] == ["卓文君"]
    assert home.store.next_case_number("2026") == f"CC-2026-{len(home.store.find(Case)):05d}"
    home.close()
    with pytest.raises(Refused) as refused:
        open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    assert codes(refused) == ["server_moved_away"]


def test_an_office_that_has_another_desk_is_left_alone(office: Office, tmp_path: Path) -> None:
    desk = worked(tmp_path / "desk")
    over(desk, office)
    other = create_desk(tmp_path / "other", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    with pytest.raises(Refused) as refused:
        over(other, office)
    assert codes(refused) == ["server_other_key"]
    assert not is_on_server(tmp_path / "other")
    other.close()
    open_desk(tmp_path / "desk", PASSPHRASE, CLOCK).close()


def test_what_came_over_otherwise_is_not_kept(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = worked(tmp_path / "desk")
    kept = ServerRows.insert

    def lossy(self, mapper, rows):
        if mapper.table != "draft":
            kept(self, mapper, rows)

    monkeypatch.setattr(ServerRows, "insert", lossy)
    with pytest.raises(Refused) as refused:
        over(desk, office)
    assert [(one.code, one.figures["records"]) for one in refused.value.findings] == [("move_differs", "draft")]
    assert not is_on_server(tmp_path / "desk")
    monkeypatch.undo()
    assert over(desk, office).rows
    open_desk(tmp_path / "desk", PASSPHRASE, CLOCK).close()


def test_two_workstations_share_one_office(office: Office, tmp_path: Path) -> None:
    desk = worked(tmp_path / "desk")
    over(desk, office)
    one = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    login = list(office.passwords)[1]
    address = seats.write_seat(one, tmp_path / "seat", seats.Login(login, office.passwords[login]))
    assert address.login == login
    assert office.passwords[login].encode() not in (tmp_path / "seat" / SERVER).read_bytes()
    two = open_desk(tmp_path / "seat", PASSPHRASE, CLOCK)
    assert [opener.host for opener in two.others] and [opener.host for opener in one.others]
    case_id = two.run(cases.new_case, "同看一案")
    for _ in range(100):
        if one.look():
            break
    assert one.store.get(Case, case_id).id == case_id
    for act in (lambda: moving.move_to_folder(one, tmp_path / "back"), lambda: over(one, office)):
        with pytest.raises(Refused) as refused:
            act()
        assert codes(refused) == ["move_others_open"]
    two.close()
    assert one.others == ()
    one.close()


def test_a_file_of_the_server_that_was_changed_leads_nowhere(office: Office, tmp_path: Path) -> None:
    """The password is given to the address for which it was sealed, and to no other."""
    desk = worked(tmp_path / "desk")
    over(desk, office)
    file = tmp_path / "desk" / SERVER
    file.write_text(file.read_text("utf-8").replace('"127.0.0.1"', '"127.0.0.2"'), "utf-8")
    with pytest.raises(Refused) as refused:
        open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    assert codes(refused) == ["server_file_damaged"]


def test_a_server_that_is_away_is_told(office: Office, tmp_path: Path) -> None:
    desk = worked(tmp_path / "desk")
    address = office.address()
    with pytest.raises(StorageFailed) as failed:
        moving.move_to_server(
            desk, ServerAddress(address.host, 1, address.database, address.login, address.office), "x"
        )
    assert codes(failed) == ["server_lost"]
    with pytest.raises(StorageFailed) as failed:
        moving.move_to_server(desk, address, "not the password")
    assert codes(failed) == ["server_refused"]
    assert not is_on_server(tmp_path / "desk")
    assert (tmp_path / "desk" / VAULT).exists()
    desk.close()


def test_nobody_waits_for_the_upkeep_of_a_desk_that_is_opened(office: Office, tmp_path: Path) -> None:
    over(worked(tmp_path / "desk"), office)
    busy = office.database(desk_keys(tmp_path / "desk", PASSPHRASE).database)
    desk = open_for_work(tmp_path / "desk", desk_keys(tmp_path / "desk", PASSPHRASE), CLOCK)
    spare = desk.vault.keep(b"nobody names this", "spare").sha256
    of = f"office = '{office.name}'"
    office.server.sql(f"UPDATE concord.vault_chunk SET at = now() - interval '2 days' WHERE {of}")
    busy.begin_transaction(writes=True)
    assert busy.taken is not None  # another workstation is saving
    assert desk.upkeep().set_aside == 1
    busy.roll_back()
    busy.finish()
    assert desk.vault.read(spare) == b"nobody names this"
    desk.close()
