"""A passphrase is judged as it is typed, for whomever it is; one of earlier days that is weak opens with one advice."""

from __future__ import annotations

import pytest

from tests.builders import SETTINGS
from tests.store.stored import CHEAP
from tests.ui.conftest import CLOCK
from tests.ui.driver import Driver
from tests.ui.pages.settings.test_people import NAME, OWN, SECOND, card, open_as, rows
from workstation.actions import people as people_actions
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk


@pytest.fixture
def door(qtbot, window, answers, tmp_path) -> Driver:
    """The entry page in front of a desk of one person."""
    create_desk(tmp_path / "desk", OWN, SETTINGS, CLOCK, CHEAP).close()
    window.context.preferences.folder = str(tmp_path / "desk")
    window.show_entry()
    return Driver(qtbot, window, answers)


def test_the_bar_follows_a_passphrase_for_others_and_for_oneself(door) -> None:
    open_as(door, OWN)
    people = card(door)
    for name, weak in (("add", f"{NAME}2026"), ("own", f"{SETTINGS.agent}2026")):
        door.click(people.buttons[name])
        form = people.forms[name]
        if name == "add":
            door.put(form.form.fields["name"], NAME)
        assert form.strength.level == ""
        door.put(form.form.fields["passphrase"], weak)
        form.strength.judge()
        assert form.strength.level == "weak" and form.strength.text.whole
        door.put(form.form.fields["passphrase"], SECOND)
        form.strength.judge()
        assert form.strength.level == "strong"
        people.put_away()
        form.strength.judge()
        assert form.strength.level == "", "nothing is left standing"


def test_what_the_bar_calls_weak_because_of_the_name_is_refused(door) -> None:
    open_as(door, OWN)
    people = card(door)
    door.click(people.buttons["add"])
    form, weak = people.forms["add"], "wangxieshang2026"
    door.fill(form.form, {"name": "王协商", "agent": True, "passphrase": weak, "again": weak})
    form.strength.judge()
    assert form.strength.level == "weak"
    door.click(form.button)
    assert form.form.fields["passphrase"].wrong
    assert rows(people) == [] or all(name != "王协商" for name, _, _ in rows(people))


WEAK = "12345678"


@pytest.fixture
def weak_door(qtbot, window, answers, tmp_path) -> Driver:
    """A desk of the time when length was enough."""
    folder = tmp_path / "desk"
    desk = create_desk(folder, OWN, SETTINGS, CLOCK, CHEAP)
    desk.close()
    with pytest.MonkeyPatch.context() as then:
        then.setattr("workstation.store.passphrases.refuse_weak", lambda passphrase, known=(): None)
        desk = open_desk(folder, OWN, CLOCK)
        people_actions.passphrase_change(desk, OWN, WEAK)()
        desk.close()
    window.context.preferences.folder = str(folder)
    window.show_entry()
    return Driver(qtbot, window, answers)


def test_an_old_weak_passphrase_opens_with_one_advice_that_leads_to_a_new_one(weak_door) -> None:
    door = weak_door
    open_as(door, WEAK)
    banner = door.workbench.banner
    assert banner.isVisible() and "口令" in banner.text.text()
    door.click(banner.passphrase_button)
    people = door.workbench.settings.people
    form = people.forms["own"]
    assert people.isVisible() and form.isVisible() and form.form.fields["old"].editor.hasFocus()
    door.fill(form.form, {"old": WEAK, "passphrase": SECOND, "again": SECOND})
    door.click(form.button)
    assert not banner.isVisible()
    door.command("lock")
    open_as(door, SECOND)
    assert not door.workbench.banner.isVisible()


def test_the_advice_is_put_away_and_nothing_of_it_is_kept(weak_door, tmp_path) -> None:
    door = weak_door
    open_as(door, WEAK)
    desk = door.window.session.desk
    assert [one.code for one in desk.opening_findings] == ["passphrase_outdated"]
    assert desk.opening_findings[0].figures == {}
    door.click(door.workbench.banner.close_button)
    assert not door.workbench.banner.isVisible()
    assert "outdated" not in (tmp_path / "window.ini").read_text("utf-8")


def test_a_strong_one_opens_without_a_word(door) -> None:
    open_as(door, OWN)
    assert not door.workbench.banner.isVisible()
