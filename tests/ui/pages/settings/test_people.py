"""The people of a desk in the window: taken in, changed, sent away, and each opening the desk as themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.builders import SETTINGS
from tests.store.stored import CHEAP
from tests.ui.conftest import CLOCK
from tests.ui.driver import Driver
from ui.desk_session import DeskSession
from ui.pages.settings.banks import BanksPage
from ui.pages.settings.people_card import PeopleCard
from workstation.actions.making import create_desk, make_desk, new_desk_keys
from workstation.actions.opening import open_desk
from workstation.casework.user import User

OWN, FIRST, SECOND = "correct horse battery", "a first passphrase", "a passphrase of my own"
NAME = "王协商"


@pytest.fixture
def door(qtbot, window, answers, tmp_path) -> Driver:
    """The entry page in front of a desk of one person."""
    create_desk(tmp_path / "desk", OWN, SETTINGS, CLOCK, CHEAP).close()
    window.context.preferences.folder = str(tmp_path / "desk")
    window.show_entry()
    return Driver(qtbot, window, answers)


def open_as(door: Driver, passphrase: str, name: str = "") -> None:
    unlock = door.window.entry.unlock
    if name:
        door.pick(unlock.person.editor, name)
    door.type(unlock.passphrase.editor, passphrase)
    door.press(Qt.Key.Key_Return)


def card(door: Driver) -> PeopleCard:
    door.command("settings")
    settings = door.workbench.settings
    door.click(settings.sections.tabs["people"])
    return settings.people


def add(door: Driver, name: str = NAME, *roles: str) -> PeopleCard:
    people = card(door)
    door.click(people.buttons["add"])
    form = people.forms["add"]
    wanted = roles or ("agent",)
    values = {role: role in wanted for role in ("agent", "supervisor", "viewer")}
    door.fill(form.form, {"name": name, **values, "passphrase": FIRST, "again": FIRST})
    door.click(form.button)
    return people


def rows(people: PeopleCard) -> list[tuple[str, str, bool]]:
    return [(one.user.name, "+".join(one.user.roles), one.opens) for one in people.table.content.rows]


def choose_own(door: Driver) -> None:
    question = door.window.entry.question
    door.fill(question.form, {"passphrase": SECOND, "again": SECOND})
    door.click(question.button)


def test_one_person_is_not_asked_who_they_are(door) -> None:
    assert not door.window.entry.unlock.person.isVisible()
    open_as(door, OWN)
    assert door.window.session.desk.user.name == SETTINGS.agent
    assert door.workbench.sidebar.agent.whole == SETTINGS.agent
    assert door.workbench.sidebar.roles.whole == "协商专员、主管"


def test_a_person_is_taken_in_and_chooses_a_passphrase_of_their_own(door, tmp_path) -> None:
    open_as(door, OWN)
    people = add(door)
    assert rows(people) == [(SETTINGS.agent, "agent+supervisor", True), (NAME, "agent", True)]
    door.command("lock")
    unlock = door.window.entry.unlock
    assert unlock.person.isVisible()
    assert unlock.person.editor.raw() == SETTINGS.agent, "who opened it last comes first"
    open_as(door, FIRST, NAME)
    assert door.window.session is None
    question = door.window.entry.question
    assert NAME in question.layout().itemAt(1).widget().text()
    door.fill(question.form, {"passphrase": SECOND, "again": "something else"})
    door.click(question.button)
    assert question.form.fields["again"].wrong
    door.fill(question.form, {"passphrase": "short", "again": "short"})
    door.click(question.button)
    assert question.form.fields["passphrase"].wrong
    choose_own(door)
    session: DeskSession | None = door.window.session
    assert session is not None
    assert session.desk.agent == NAME
    assert not card(door).buttons["add"].isVisible()
    session.close()
    assert open_desk(tmp_path / "desk", SECOND, CLOCK, person=NAME).user.name == NAME


def test_going_back_from_the_question_shuts_the_desk(door) -> None:
    open_as(door, OWN)
    add(door)
    door.command("lock")
    open_as(door, FIRST, NAME)
    door.click(door.window.entry.other)
    assert door.window.entry.question is None
    open_as(door, OWN, SETTINGS.agent)
    assert door.window.session.desk.agent == SETTINGS.agent


def test_a_wrong_name_for_a_passphrase_is_answered_at_its_field(door) -> None:
    open_as(door, OWN)
    add(door)
    door.command("lock")
    open_as(door, OWN, NAME)
    assert door.window.session is None
    assert door.window.entry.unlock.passphrase.wrong


def test_what_is_missing_stands_at_its_field_and_nobody_is_taken_in(door) -> None:
    open_as(door, OWN)
    people = card(door)
    door.click(people.buttons["add"])
    form = people.forms["add"]
    for changes, field in (
        ({"name": ""}, "name"),
        ({"passphrase": "short", "again": "short"}, "passphrase"),
        ({"name": SETTINGS.agent}, "name"),
        ({"again": "something else"}, "again"),
    ):
        door.fill(form.form, {"name": NAME, "passphrase": FIRST, "again": FIRST} | changes)
        door.click(form.button)
        assert [key for key, one in form.form.fields.items() if one.wrong] == [field]
        assert len(rows(people)) == 1


def test_a_person_without_a_role_is_refused_in_words(door) -> None:
    open_as(door, OWN)
    people = card(door)
    door.click(people.buttons["add"])
    form = people.forms["add"]
    door.fill(form.form, {"name": NAME, "agent": False, "passphrase": FIRST, "again": FIRST})
    door.click(form.button)
    assert "角色" in form.note.text()


def test_roles_change_but_the_last_supervisor_stays(door) -> None:
    open_as(door, OWN)
    people = add(door)
    people.table.selectRow(0)
    door.click(people.buttons["roles"])
    door.fill(people.forms["roles"].form, {"supervisor": False})
    door.click(people.forms["roles"].button)
    assert "主管" in people.forms["roles"].note.text()
    people.table.selectRow(1)
    door.click(people.buttons["roles"])
    door.fill(people.forms["roles"].form, {"supervisor": True})
    door.click(people.forms["roles"].button)
    assert rows(people)[1] == (NAME, "agent+supervisor", True)


def test_leaving_says_plainly_that_old_copies_still_open(door) -> None:
    open_as(door, OWN)
    people = add(door)
    people.table.selectRow(1)
    door.click(people.buttons["leave"])
    form = people.forms["leave"]
    assert NAME in form.words.text()
    assert "desk.json" in form.words.text()
    door.click(form.button)
    assert rows(people) == [(SETTINGS.agent, "agent+supervisor", True), (NAME, "agent", False)]
    people.table.selectRow(1)
    assert not people.buttons["reset"].isEnabled()
    door.command("lock")
    assert not door.window.entry.unlock.person.isVisible()


def test_a_supervisor_sets_a_forgotten_passphrase(door) -> None:
    open_as(door, OWN)
    people = add(door)
    people.table.selectRow(1)
    door.click(people.buttons["reset"])
    door.fill(people.forms["reset"].form, {"passphrase": SECOND, "again": SECOND})
    door.click(people.forms["reset"].button)
    door.command("lock")
    open_as(door, SECOND, NAME)
    assert door.window.entry.question is not None


def test_everybody_changes_their_own_passphrase_by_the_old_one(door) -> None:
    open_as(door, OWN)
    people = card(door)
    door.click(people.buttons["own"])
    form = people.forms["own"]
    door.fill(form.form, {"old": "not the old one", "passphrase": SECOND, "again": SECOND})
    door.click(form.button)
    assert form.form.fields["passphrase"].wrong or form.form.fields["old"].wrong
    door.fill(form.form, {"old": OWN})
    door.click(form.button)
    door.command("lock")
    open_as(door, SECOND)
    assert door.window.session is not None


def test_a_viewer_looks_and_types_nothing(door) -> None:
    open_as(door, OWN)
    case = door.new_case("张伟")
    case_id = case.file.case.id
    add(door, NAME, "viewer")
    door.command("lock")
    open_as(door, FIRST, NAME)
    choose_own(door)
    assert door.workbench.sidebar.roles.whole == "查看者"
    door.workbench.open_case(case_id)
    name = door.page("profile").person.form.fields["name"].editor
    door.type(name, "another")
    assert name.text() == "张伟"
    door.workbench.open_page("banks")
    (banks,) = door.workbench.findChildren(BanksPage)
    assert all(field.editor.isReadOnly() for field in banks.form.fields.values())
    door.command("lock")
    assert door.window.session is None


def test_the_person_of_an_older_desk_is_asked_once(door, tmp_path) -> None:
    older = make_desk(tmp_path / "older", new_desk_keys(OWN, CHEAP), SETTINGS, CLOCK)
    older.store.delete(User, older.user.id)
    older.close()
    unlock = door.window.entry.unlock
    door.type(unlock.folder.editor, str(tmp_path / "older"))
    open_as(door, OWN)
    question = door.window.entry.question
    assert question.form.fields["name"].editor.text() == SETTINGS.agent
    door.type(question.form.fields["name"].editor, "")
    door.click(question.button)
    assert question.form.fields["name"].wrong
    door.type(question.form.fields["name"].editor, "林小姐")
    door.press(Qt.Key.Key_Return)
    assert door.window.session.desk.user.name == "林小姐"
    door.command("lock")
    open_as(door, OWN)
    assert door.window.session.desk.user.name == "林小姐"
