"""Two people at one desk: the window follows what the other stored, keeps what was typed, and asks where both changed a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.builders import NOW, account
from tests.store.stored import CHEAP
from tests.ui.driver import Driver
from ui.pages.profile.page import ProfilePage
from ui.pages.profile.person import PersonSection
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.actions.settings import save_settings
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.money import Money
from workstation.profile.budget import BudgetLine

PASSPHRASE = "一盏灯照着两个人写字"
CLOCK = FixedClock(NOW)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """One desk folder, opened twice: by the window, and by somebody else."""
    mine = create_desk(tmp_path / "desk", PASSPHRASE, DeskSettings("样例工作台", "林协商"), CLOCK, CHEAP)
    theirs = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    theirs.settings = replace(theirs.settings, agent="王敏")
    yield mine, theirs
    theirs.close()


@pytest.fixture
def other(shared: tuple[Desk, Desk]) -> Desk:
    return shared[1]


@pytest.fixture
def two(qtbot, window, shared, answers) -> Driver:
    """The window at the shared desk, with a case open on its profile."""
    window.open_desk(shared[0])
    driver = Driver(qtbot, window, answers)
    case_id = shared[0].run(cases.new_case, "张三")
    shared[0].run(cases.save_account, account(case_id=case_id))
    driver.workbench.open_case(case_id)
    driver.case.turn_to("profile")
    return driver


def person(two: Driver) -> PersonSection:
    page = two.case.pages["profile"]
    assert isinstance(page, ProfilePage)
    return page.person


def change(two: Driver, other: Desk, **changes) -> None:
    file = cases.load_case(other, two.case.file.case.id)
    other.run(cases.save_debtor, file.case.id, replace(file.debtor, **changes), file.debtor)


def kept(two: Driver, other: Desk):
    return cases.load_case(other, two.case.file.case.id).debtor


def test_what_the_other_stored_is_shown_and_what_was_typed_stays(two, other):
    form = person(two).form
    two.put(form.fields["employer"], "北方机械厂")
    change(two, other, email="zhang@example.cn")
    two.window.session.look()
    assert form.fields["email"].editor.text() == "zhang@example.cn"
    assert form.fields["employer"].editor.text() == "北方机械厂"
    assert not form.conflicted
    assert person(two).save()
    assert (kept(two, other).email, kept(two, other).employer) == ("zhang@example.cn", "北方机械厂")


@pytest.mark.parametrize(("take", "expected"), [(False, "南方机械厂"), (True, "北方机械厂")])
def test_a_field_that_both_changed_is_asked_about_with_both_values(two, other, take, expected):
    form = person(two).form
    change(two, other, employer="北方机械厂", children=2)
    two.put(form.fields["employer"], "南方机械厂")
    assert not person(two).save()  # noticed at the save, within the second
    shown = form.conflicts.keep_button.accessibleDescription()
    assert "北方机械厂" in shown
    assert "南方机械厂" in shown
    assert "北方机械厂" in form.fields["employer"].message
    assert form.fields["employer"].editor.text() == "南方机械厂"
    assert QApplication.focusWidget() is form.conflicts.keep_button
    assert kept(two, other).employer == "北方机械厂"
    if take:
        two.press(Qt.Key.Key_Tab)
    two.press(Qt.Key.Key_Space)
    assert not form.conflicts.isVisible()
    assert person(two).save()
    assert (kept(two, other).employer, kept(two, other).children) == (expected, 2)


def test_the_same_change_on_both_sides_is_no_conflict(two, other):
    form = person(two).form
    two.put(form.fields["employer"], "北方机械厂")
    change(two, other, employer="北方机械厂")
    two.window.session.look()
    assert not form.conflicted
    assert not person(two).modified


def test_two_phones_of_one_person_are_changed_side_by_side(two, other):
    form = person(two).form
    two.type(form.fields["phones"].editor.number, "13800006214")
    assert person(two).save()
    two.type(form.fields["phones"].editor.number, "13800000000")
    first = kept(two, other).phones[0]
    change(two, other, phones=(first, replace(first, number="010-8888")))
    assert person(two).save()
    assert [phone.number for phone in kept(two, other).phones] == ["13800000000", "010-8888"]


def test_a_budget_that_both_changed_is_asked_about_as_one(two, other):
    section = two.case.pages["profile"].budget
    two.case.pages["profile"].show_section("budget")
    file = cases.load_case(other, two.case.file.case.id)
    wage = BudgetLine("income", "wage", Money(4_600_00))
    other.run(cases.save_budget, replace(file.budget, lines=(wage,)), file.budget)
    mine = BudgetLine("income", "wage", Money(5_000_00))
    section._load_lines((mine,))
    assert not section.save()
    assert section.form.conflicted
    two.click(section.form.conflicts.keep_button)
    assert section.save()
    assert cases.load_case(other, file.case.id).budget.lines == (mine,)


def test_an_account_removed_meanwhile_can_be_added_again(two, other):
    page = two.case.pages["profile"]
    page.show_section("accounts")
    two.put(page.accounts.form.fields["purpose"], "装修")
    other.run(cases.remove_account, two.case.file.accounts[0].id)
    assert not page.accounts.save()
    assert page.accounts.form.fields["purpose"].editor.text() == "装修"
    assert page.accounts.save()
    assert [one.purpose for one in cases.load_case(other, two.case.file.case.id).accounts] == ["装修"]


def test_how_the_desk_is_reached_follows_the_other_and_keeps_what_was_typed(two, other):
    two.workbench.open_page("banks")
    page = two.workbench.page("banks")
    two.put(page.desk_form.fields["phone"], "010-1111")
    before = other.store.get(DeskSettings, "desk")
    other.run(save_settings, replace(before, address="建国路 1 号"), before)
    two.window.session.look()
    assert page.desk_form.fields["address"].editor.text() == "建国路 1 号"
    assert page.save()
    after = other.store.get(DeskSettings, "desk")
    assert (after.phone, after.address) == ("010-1111", "建国路 1 号")


def test_the_sidebar_tells_who_else_has_the_desk_open(two, shared):
    text = two.workbench.sidebar.others
    assert "林协商" in text.text()  # the second opener came under the name of the desk's settings
    assert text.isVisible()
    shared[1].close()
    two.window.session.look()
    assert not text.isVisible()


def test_the_timer_looks_by_itself(two, other):
    change(two, other, email="a@example.cn")
    two.window.session._timer.timeout.emit()
    assert person(two).form.fields["email"].editor.text() == "a@example.cn"


def test_a_reason_and_its_words_changed_side_by_side(two, other):
    page = two.page("conversation")
    two.put(page.form.fields["reason_note"], "住院两个月")
    file = cases.load_case(other, two.case.file.case.id)
    other.run(cases.save_conversation, replace(file.case, requests=("reduction",)), file.case)
    two.save()
    after = cases.load_case(other, file.case.id).case
    assert (after.reason_note, after.requests) == ("住院两个月", ("reduction",))
    assert not page.modified
