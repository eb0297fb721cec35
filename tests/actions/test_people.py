"""The people of a desk: who comes, who leaves, who opens it, and the one person of an older desk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK
from workstation.actions import people
from workstation.actions.backup import recovery
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk, make_desk, new_desk_keys
from workstation.actions.opening import desk_people, open_desk, open_with
from workstation.casework.user import ALONE, User, Vouched
from workstation.errors import Refused
from workstation.store import keys

OWN, OTHER, THIRD = "correct horse", "battery staple", "another long one"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "desk", OWN, SETTINGS, CLOCK, CHEAP)
    yield made
    made.close()


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A desk of the time before people: no row, and a key file of form 1."""
    folder = tmp_path / "older"
    made = make_desk(folder, new_desk_keys(OWN, CHEAP), SETTINGS, CLOCK)
    made.store.delete(User, made.user.id)
    made.close()
    return folder


def code(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


def add(desk: Desk, name: str, *roles: str, passphrase: str = OTHER) -> User:
    user = desk.run(people.add_user, name, roles)
    people.passphrase_setting(desk, user.id, passphrase)()
    desk.run(people.passphrase_set, user.id)
    return user


def sign_in(desk: Desk, passphrase: str, person: str = "") -> Desk:
    return open_desk(desk.folder, passphrase, CLOCK, person=person)


def test_the_maker_of_a_desk_is_agent_and_supervisor(desk: Desk) -> None:
    assert (desk.user.name, desk.user.roles, desk.user.joined_on) == (SETTINGS.agent, ALONE, CLOCK.today())
    assert desk_people(desk.folder) == (SETTINGS.agent,)
    assert people.people(desk) == (people.Person(desk.user, True),)


def test_a_person_who_was_taken_in_opens_the_desk_as_themselves(desk: Desk) -> None:
    user = add(desk, "  王  协商 ", "agent")
    again = sign_in(desk, OTHER, "王　协商")
    assert again.user == replace(user, one_time=True)
    assert (again.agent, again.settings.agent) == ("王 协商", "王 协商")
    assert code(lambda: again.run(people.add_user, "丙", ("agent",))) == "role_supervisor"
    again.close()


def test_without_a_passphrase_a_person_is_on_the_list_but_opens_nothing(desk: Desk) -> None:
    user = desk.run(people.add_user, "王协商", ("agent",))
    assert people.people(desk)[1] == people.Person(user, False)
    assert desk_people(desk.folder) == (SETTINGS.agent,)


@pytest.mark.parametrize(
    ("name", "roles", "expected"),
    [
        ("", ("agent",), "person_name_empty"),
        ("字" * 65, ("agent",), "person_name_long"),
        (SETTINGS.agent, ("agent",), "person_exists"),
        ("王协商", (), "roles_missing"),
        ("王协商", ("owner",), "roles_missing"),
        ("王协商", ("viewer", "agent"), "viewer_alone"),
    ],
)
def test_who_cannot_be_taken_in(desk: Desk, name: str, roles: tuple[str, ...], expected: str) -> None:
    assert code(lambda: desk.run(people.add_user, name, roles)) == expected
    assert len(desk.store.find(User)) == 1


def test_an_own_passphrase_ends_the_one_somebody_else_chose(desk: Desk) -> None:
    add(desk, "王协商", "agent")
    mine = sign_in(desk, OTHER)
    assert code(people.passphrase_change(mine, OTHER, OTHER)) == "passphrase_same"
    assert code(people.passphrase_change(mine, OWN, THIRD)) == "passphrase_wrong"
    people.passphrase_change(mine, OTHER, THIRD)()
    mine.run(people.passphrase_changed)
    assert not mine.user.one_time
    mine.close()
    assert code(lambda: sign_in(desk, OTHER)) == "passphrase_wrong"
    assert sign_in(desk, OWN).user.name == SETTINGS.agent


def test_a_supervisor_resets_a_forgotten_passphrase(desk: Desk) -> None:
    user = add(desk, "王协商", "agent")
    people.passphrase_setting(desk, user.id, THIRD)()
    assert code(lambda: sign_in(desk, OTHER)) == "passphrase_wrong"
    assert sign_in(desk, THIRD).user.name == "王协商"


def test_an_agent_sets_nobodys_passphrase(desk: Desk) -> None:
    user = add(desk, "王协商", "agent")
    mine = sign_in(desk, OTHER)
    assert code(lambda: people.passphrase_setting(mine, user.id, THIRD)) == "role_supervisor"
    mine.close()


def test_who_left_opens_nothing_and_stays_on_record(desk: Desk) -> None:
    old_copy = desk.folder.parent / "copy"
    user = add(desk, "王协商", "agent")
    header = (desk.folder / keys.HEADER).read_bytes()
    desk.run(people.leave, user.id)
    assert desk_people(desk.folder) == (SETTINGS.agent,)
    assert code(lambda: sign_in(desk, OTHER)) == "passphrase_wrong"
    (gone,) = [one for one in desk.store.find(User) if one.left_on]
    assert (gone.name, gone.left_on) == ("王协商", CLOCK.today())
    old_copy.mkdir()
    (old_copy / keys.HEADER).write_bytes(header)
    assert keys.open_keys(old_copy, OTHER) == desk.keys  # as the window says plainly
    (desk.folder / keys.HEADER).write_bytes(header)
    assert code(lambda: sign_in(desk, OTHER)) == "person_left"


def test_who_comes_back_is_the_same_person(desk: Desk) -> None:
    user = add(desk, "王协商", "agent")
    desk.run(people.leave, user.id)
    again = add(desk, "王协商", "supervisor", passphrase=THIRD)
    assert (again.id, again.roles, again.left_on) == (user.id, ("supervisor",), None)
    assert sign_in(desk, THIRD).user.supervises


def test_the_last_supervisor_stays(desk: Desk) -> None:
    add(desk, "王协商", "agent")
    assert code(lambda: desk.run(people.leave, desk.user.id)) == "supervisor_last"
    assert code(lambda: desk.run(people.change_roles, desk.user.id, ("agent",))) == "supervisor_last"
    waiting = desk.run(people.add_user, "赵主管", ("supervisor",))
    assert code(lambda: desk.run(people.leave, desk.user.id)) == "supervisor_last", "who cannot open does not count"
    people.passphrase_setting(desk, waiting.id, THIRD)()
    desk.run(people.change_roles, desk.user.id, ("agent",))
    assert not desk.user.supervises
    assert code(lambda: desk.run(people.add_user, "丙", ("agent",))) == "role_supervisor"


def test_a_refused_leaving_keeps_the_slot(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    user = add(desk, "王协商", "agent")

    def fails(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(keys, "remove_person", fails)
    with pytest.raises(OSError, match="no space"):
        desk.run(people.leave, user.id)
    assert people.people(desk)[1].opens
    assert desk.store.get(User, user.id).left_on is None


def test_a_second_person_vouches_by_their_own_passphrase(desk: Desk) -> None:
    add(desk, "王协商", "agent")
    assert people.colleagues(desk) == ("王协商",)
    assert people.supervisors(desk) == (SETTINGS.agent,)
    assert people.vouching(desk, "王协商", OTHER)() == Vouched("王协商", ("agent",))
    assert code(people.vouching(desk, "王协商", OWN)) == "passphrase_wrong"
    assert code(lambda: people.vouching(desk, "某人", OWN)) == "person_unknown"


def test_who_left_or_only_looks_vouches_for_nothing(desk: Desk) -> None:
    user = add(desk, "王协商", "viewer")
    assert code(lambda: people.vouching(desk, "王协商", OTHER)) == "person_unknown"
    desk.run(people.leave, user.id)
    assert code(lambda: people.vouching(desk, "王协商", OTHER)) == "person_unknown"


def test_an_older_desk_is_worked_at_without_a_word(older: Path) -> None:
    desk = open_desk(older, OWN, CLOCK)
    assert desk.user == User("", SETTINGS.agent, ALONE)
    assert json.loads((older / keys.HEADER).read_bytes())["form"] == "concord-desk-1"
    desk.close()


def test_the_person_of_an_older_desk_says_once_who_they_are(older: Path) -> None:
    desk = open_desk(older, OWN, CLOCK)
    desk.run(people.claim, "林 小姐")
    assert (desk.user.name, desk.user.roles, desk.settings.agent) == ("林 小姐", ALONE, "林 小姐")
    assert code(lambda: desk.run(people.claim, "别人")) == "person_exists"
    desk.close()
    assert desk_people(older) == ("林 小姐",)
    assert open_desk(older, OWN, CLOCK, person="林 小姐").user.name == "林 小姐"


def test_a_claim_cut_short_before_the_key_file_still_opens(older: Path) -> None:
    desk = open_desk(older, OWN, CLOCK)
    desk.store.add(User("u1", SETTINGS.agent, ALONE, CLOCK.today()))
    desk.close()
    again = open_desk(older, OWN, CLOCK)
    assert again.user.id == "u1"
    assert people.people(again)[0].opens
    add(again, "王协商", "agent")
    assert desk_people(older) == (SETTINGS.agent, "王协商")
    again.close()


def recovered(desk: Desk) -> Desk:
    """The desk opened by its recovery key."""
    assert desk.keys is not None
    keys.set_recovery(desk.folder, desk.keys, bytes(32))
    return open_with(desk.folder, keys.open_with_recovery(desk.folder, bytes(32)), CLOCK)


def test_the_recovery_key_of_a_desk_of_several_looks_and_lets_a_supervisor_in_again(desk: Desk) -> None:
    add(desk, "王协商", "agent")
    again = recovered(desk)
    assert again.user.roles == ("viewer",)
    assert code(lambda: again.run(people.add_user, "丙", ("supervisor",))) == "role_viewer"
    boss = next(one.user for one in people.people(again) if one.user.supervises)
    people.passphrase_setting(again, boss.id, THIRD)()
    again.run(people.passphrase_set, boss.id)
    again.close()
    back = sign_in(desk, THIRD, boss.name)
    assert (back.user.name, back.user.supervises, back.user.one_time) == (boss.name, True, True)
    back.close()


def test_the_recovery_key_of_a_desk_of_one_gives_them_a_new_passphrase(desk: Desk) -> None:
    again = recovered(desk)
    people.passphrase_setting(again, again.user.id, THIRD)()
    again.run(people.passphrase_set, again.user.id)
    again.close()
    back = sign_in(desk, THIRD)
    assert back.user.supervises
    back.close()


def test_only_a_supervisor_makes_or_renews_a_recovery_key(desk: Desk) -> None:
    made = recovery.recovery_maker(desk, OWN)()
    for roles, expected in ((("agent",), "role_supervisor"), (("viewer",), "role_viewer")):
        desk.user = replace(desk.user, roles=roles)
        assert code(lambda: recovery.recovery_maker(desk, OWN)) == expected
        assert code(lambda: recovery.recovery_keeper(desk, made)) == expected
    assert not keys.has_recovery(desk.folder)
