"""How many ways there and back each thing that people do takes: each costs the server a waking up, and others their turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.store.server.four_desks_worker import PASSPHRASE
from tests.store.server.postgres import Office, Postgres
from tests.store.server.test_four_desks import portfolio
from tests.store.stored import CLOCK, KEY
from workstation.actions import cases, drafts
from workstation.actions.desk import Desk
from workstation.actions.opening import open_desk
from workstation.actions.server import moving
from workstation.casework.draft import Draft
from workstation.errors import StorageFailed
from workstation.profile.debtor import Debtor
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.store import ServerStore
from workstation.store.server.wire.batch import Answer, Question


@dataclass
class Ways:
    """What was sent, a list of statements for each way there and back."""

    sent: list[list[str]] = field(default_factory=list)

    def of(self, work: Callable[[], object]) -> list[list[str]]:
        """What some work sends."""
        self.sent.clear()
        work()
        return [*self.sent]


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> Ways:
    made, plain = Ways(), ServerDatabase._sent

    def counted(self: ServerDatabase, questions: Sequence[Question]) -> list[Answer]:
        made.sent.append([statement for statement, _ in questions])
        return plain(self, questions)

    monkeypatch.setattr(ServerDatabase, "_sent", counted)
    return made


@pytest.fixture
def desks(postgres: Postgres, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """Two workstations of one office with twelve cases, both past their first look."""
    portfolio(tmp_path / "desk", 12)
    office: Office = postgres.new_office()
    address = office.address()
    moving.move_to_server(open_desk(tmp_path / "desk", PASSPHRASE, CLOCK), address, office.passwords[address.login])
    one, other = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK), open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    for desk in (one, other):
        cases.load_case(desk, "c000001")
        desk.look()
    yield one, other
    one.close()
    other.close()


def saved(desk: Desk, case_id: str, employer: str) -> Callable[[], object]:
    """Saves the person of a case as just read."""
    base = cases.load_case(desk, case_id).debtor
    return lambda: desk.run(cases.save_debtor, case_id, replace(base, employer=employer), base)


def heard(desk: Desk) -> bool:
    """Whether news came; the server hands them on a moment after the commit."""
    return any(desk.look() for _ in range(2000))


def test_a_save_holds_the_office_for_one_answer(desks: tuple[Desk, Desk], ways: Ways) -> None:
    one, _ = desks
    first, last = ways.of(saved(one, "c000002", "东方"))
    assert first[0] == "BEGIN"
    assert "FOR NO KEY UPDATE" in first[1]
    assert [statement for statement in first if "debtor" in statement]  # the person, and whose cases these are
    assert last[-1] == "COMMIT"


def test_a_case_is_read_in_five_ways(desks: tuple[Desk, Desk], ways: Ways) -> None:
    one, other = desks
    assert len(ways.of(lambda: cases.load_case(one, "c000003"))) == 4
    saved(other, "c000004", "西方")()
    sent = ways.of(lambda: cases.load_case(one, "c000003"))
    assert len(sent) == 5  # who can be found is brought up by one more
    assert sent[-1] == ["ROLLBACK"]


def test_news_are_heard_and_not_asked_for(desks: tuple[Desk, Desk], ways: Ways) -> None:
    one, other = desks
    told = list[frozenset[str]]()
    for number in range(3):
        saved(other, f"c{number + 5:06d}", "西方")()
        saved(one, "c000002", f"自己{number}")()  # one's own are no news, and no gap
    one.listeners.append(lambda changes: told.append(changes.case_ids))
    assert ways.of(lambda: heard(one)) == []
    while one.look():
        pass
    assert frozenset().union(*told) == {"c000005", "c000006", "c000007"}
    assert ways.of(one.look) == []


def test_who_missed_news_asks(desks: tuple[Desk, Desk], ways: Ways) -> None:
    one, other = desks
    told = list[frozenset[str]]()
    one.listeners.append(lambda changes: told.append(changes.case_ids))
    saved(other, "c000005", "西方")()
    assert isinstance(one.store, ServerStore)
    assert any(one.store.server.heard() for _ in range(2000))  # lost on the way
    saved(other, "c000006", "北方")()
    asked = ways.of(lambda: heard(one))
    assert [len(way) for way in asked] == [2, 1, 1]  # the number and the cases; then who works here
    assert told == [{"c000005", "c000006"}]


def test_an_older_program_tells_only_that_it_wrote(desks: tuple[Desk, Desk], ways: Ways) -> None:
    one, other = desks
    assert isinstance(other.store, ServerStore)
    assert isinstance(one.store, ServerStore)
    with other.store.alone(keep=True):
        other.store.server.run('UPDATE "office" SET "revision" = "revision" + 1')
        channel = one.store.counters._channel  # type: ignore[attr-defined]
        other.store.server.run("SELECT pg_notify(%s, %s)", (channel, "ab" * 16))
    assert ways.of(lambda: heard(one)) != []


def test_what_nothing_is_asked_in_sends_nothing(postgres: Postgres, ways: Ways) -> None:
    store = ServerStore.begin(postgres.new_office().database(KEY))

    def idle() -> None:
        with store.transaction(), store.reading():
            pass
        with store.reading():
            pass

    assert ways.of(idle) == []
    store.add(Debtor("d1", "一"))
    assert [one.name for one in store.find(Debtor)] == ["一"]
    store.close()


def test_a_transaction_that_ended_takes_no_further_write(postgres: Postgres) -> None:
    """Whoever swallows the loss of a connection does not go on writing one row at a time."""
    office = postgres.new_office()
    store = ServerStore.begin(office.database(KEY))
    database = store.server
    database.begin_transaction(writes=True)
    database.run("SELECT 1")
    database.connection().close()
    for _ in range(2):
        with pytest.raises(Exception, match="server_lost"):
            database.run("SELECT 1")
    database.roll_back()
    assert database.run("SELECT 1").fetchone() == (1,)
    store.close()


def typed(desk: Desk, text: str) -> Draft:
    """What somebody typed into a form."""
    return Draft("d1", "profile/person", "c000003", desk.agent, text, "{}", desk.clock.now())


def test_typing_waits_for_nobody_who_saves(desks: tuple[Desk, Desk], ways: Ways) -> None:
    one, other = desks
    assert isinstance(other.store, ServerStore)
    with other.store.transaction():
        assert other.store.server.taken is not None  # the other is saving
        for text in ("一", "二"):
            assert len(ways.of(lambda text=text: drafts.keep_drafts(one, [typed(one, text)]))) == 1  # type: ignore[misc]
        assert [draft.fields for draft in one.store.find(Draft)] == ["二"]
        assert len(ways.of(lambda: drafts.keep_place(one, "{}"))) == 1
        assert len(ways.of(lambda: drafts.drop_drafts(one, ["d1", "none"]))) == 1
        assert one.store.find(Draft) == ()
    assert drafts.place_of(one) == "{}"
    assert not heard(other)


@pytest.mark.parametrize("way", ["moves", "upgrades"])
def test_typing_is_kept_out_while_the_office_moves(desks: tuple[Desk, Desk], way: str) -> None:
    one, other = desks
    assert isinstance(other.store, ServerStore)
    with other.store.alone(keep=True):
        with pytest.raises(StorageFailed, match="desk_busy"):
            drafts.keep_drafts(one, [typed(one, "一")])
        if way == "moves":
            other.store.give_up()
        else:
            other.store.server.run('UPDATE "office" SET "schema" = "schema" + 1')
    with pytest.raises(StorageFailed, match="server_moved_away" if way == "moves" else "server_newer"):
        drafts.keep_drafts(one, [typed(one, "一")])
    assert other.store.find(Draft) == ()


def test_typing_that_was_let_in_is_seen_by_who_moves_the_office(desks: tuple[Desk, Desk]) -> None:
    """Whoever moves waits for typing that is under way: none is read past and left behind."""
    one, other = desks
    assert isinstance(one.store, ServerStore)
    assert isinstance(other.store, ServerStore)
    writing = one.store.server
    writing.run("BEGIN")
    one.store.keep_typed([typed(one, "一")], 0)
    other.store.server.run("SELECT set_config('lock_timeout', '50ms', false)")
    with pytest.raises(StorageFailed, match="desk_busy"), other.store.alone(keep=False):
        pass
    writing.run("COMMIT")
    with other.store.alone(keep=False):
        assert [draft.fields for draft in other.store.find(Draft)] == ["一"]
