"""Ctrl+Z and Ctrl+Y over the edits of a case: in and out of fields, from any page, told in a line, kindly refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.builders import account
from ui.widgets.note_edit import NoteEdit
from ui.widgets.toast import Toast
from workstation.actions import cases
from workstation.money import Money
from workstation.profile.debtor import Contact

CTRL = Qt.KeyboardModifier.ControlModifier


def stored(driver):
    return cases.load_case(driver.window.session.desk, driver.case.file.case.id)


def told(driver) -> str:
    return driver.window.findChild(Toast).text.text()


def type_and_save(driver, profile, key: str, text: str) -> None:
    driver.put(profile.person.form.fields[key], text)
    driver.press(Qt.Key.Key_S, CTRL)


def test_letters_of_the_field_go_first_then_what_was_saved(driver, profile) -> None:
    type_and_save(driver, profile, "employer", "北方机械厂")
    type_and_save(driver, profile, "email", "a@b.cn")
    email = profile.person.form.fields["email"].editor
    QTest.keyClicks(email, "x")
    driver.press(Qt.Key.Key_Z, CTRL)
    assert email.text() == "" and stored(driver).debtor.email == "a@b.cn"
    driver.press(Qt.Key.Key_Z, CTRL)
    assert (stored(driver).debtor.email, stored(driver).debtor.employer) == ("", ""), "the letters were that edit"
    assert email.text() == ""
    assert profile.person.form.fields["employer"].editor.text() == ""


def test_it_survives_changing_pages_and_is_told(driver, profile) -> None:
    type_and_save(driver, profile, "employer", "北方机械厂")
    driver.page("evidence")
    driver.command("undo")
    assert stored(driver).debtor.employer == ""
    assert told(driver) == "已撤销：工作单位 北方机械厂 → —"
    driver.command("redo")
    assert stored(driver).debtor.employer == "北方机械厂"
    assert told(driver) == "已重做：工作单位 — → 北方机械厂"
    actions = [entry.action for entry in driver.window.session.desk.store.ledger.entries()]
    assert actions[-3:] == ["cases.save_debtor", "undo.take_back", "undo.do_again"]


@pytest.mark.parametrize(("hidden", "tail"), [(False, " ····0012"), (True, "")])
def test_of_several_accounts_the_one_that_was_edited_is_named(driver, profile, hidden, tail) -> None:
    desk, case_id = driver.window.session.desk, driver.case.file.case.id
    other = account(id="other", case_id=case_id, bank="招商银行", number="6225880000000012")
    desk.run(cases.save_account, other)
    driver.workbench.open_case(case_id)
    driver.window.session.run(cases.save_account, replace(other, penalty=Money(5_00)), other)
    if hidden:
        driver.window.context.privacy.toggle()
    driver.command("undo")
    assert told(driver) == f"已撤销：招商银行{tail}：违约金 5.00 → 894.35"


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)])
def test_both_keys_of_redo_work_where_no_text_is(driver, profile, keys) -> None:
    type_and_save(driver, profile, "employer", "北方机械厂")
    profile.switches["person"].setFocus()
    driver.press(Qt.Key.Key_Z, CTRL)
    assert stored(driver).debtor.employer == ""
    driver.press(*keys)
    assert stored(driver).debtor.employer == "北方机械厂"


def test_a_removed_account_comes_back_and_the_toast_takes_the_same_step(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    driver.click(profile.accounts.remove_button)
    assert stored(driver).accounts == ()
    driver.click(driver.window.findChild(Toast).undo)
    assert len(stored(driver).accounts) == 1
    driver.command("redo")
    assert stored(driver).accounts == ()
    driver.command("undo")
    assert len(stored(driver).accounts) == 1


def test_a_removed_contact_comes_back(driver, profile, desk) -> None:
    before = stored(driver).debtor
    desk.run(cases.save_debtor, driver.case.file.case.id, replace(before, contacts=(Contact("李四"),)), before)
    profile.person.contacts.table.selectRow(0)
    driver.click(profile.person.contacts.remove_button)
    driver.press(Qt.Key.Key_S, CTRL)
    assert stored(driver).debtor.contacts == ()
    driver.command("undo")
    assert [one.name for one in stored(driver).debtor.contacts] == ["李四"]
    assert profile.person.contacts.table.content.rows[0].name == "李四"


def test_an_edit_of_another_case_is_not_touched(driver, profile, desk) -> None:
    first = driver.case.file.case.id
    type_and_save(driver, profile, "employer", "北方机械厂")
    driver.workbench.open_case(desk.run(cases.new_case, "李四"))
    driver.command("undo")
    assert "没有可撤销" in told(driver)
    assert cases.load_case(desk, first).debtor.employer == "北方机械厂"
    driver.workbench.open_case(first)
    driver.command("undo")
    assert stored(driver).debtor.employer == ""


def test_what_another_seat_changed_is_kept_and_told_kindly_and_the_step_before_is_next(driver, profile, desk) -> None:
    type_and_save(driver, profile, "employer", "北方机械厂")
    type_and_save(driver, profile, "email", "a@b.cn")
    now = stored(driver).debtor
    desk.run(
        cases.save_debtor, driver.case.file.case.id, replace(now, email="other@b.cn"), now
    )  # not through the window
    driver.command("undo")
    assert stored(driver).debtor.email == "other@b.cn" and "other@b.cn" in told(driver)
    driver.command("undo")
    assert stored(driver).debtor.employer == ""


def test_nothing_private_is_told_in_privacy_mode(driver, profile) -> None:
    type_and_save(driver, profile, "employer", "北方机械厂")
    driver.command("privacy")
    driver.command("undo")
    assert "北方" not in told(driver) and "•••" in told(driver)


def test_it_ends_when_the_desk_is_locked(driver, profile, desk) -> None:
    type_and_save(driver, profile, "employer", "北方机械厂")
    session = driver.window.session
    assert session.edits.last(driver.case.file.case.id) is not None
    driver.window.lock()
    QApplication.processEvents()
    assert driver.window.session is not session
    assert not driver.window.menus.actions["undo"].isEnabled()


def test_a_trial_on_the_plan_page_goes_first(driver, profile) -> None:
    type_and_save(driver, profile, "employer", "北方机械厂")
    page = driver.page("plan")
    field = page.inputs.form.fields["instalments"]
    driver.put(field, "24")
    driver.press(Qt.Key.Key_Z, CTRL)
    assert stored(driver).debtor.employer == "北方机械厂"
    while page.walk(back=True):
        pass
    driver.press(Qt.Key.Key_Z, CTRL)
    assert stored(driver).debtor.employer == ""


def test_what_follows_a_text_that_was_taken_out_again_is_a_step_of_its_own(driver, profile) -> None:
    editor = profile.person.form.fields["employer"].editor
    type_and_save(driver, profile, "employer", "A")
    profile.switches["person"].setFocus()
    QApplication.processEvents()
    editor.setFocus()
    for text in ("AB", "A", "AC"):
        type_and_save(driver, profile, "employer", text)
    driver.page("evidence")
    driver.command("undo")
    assert stored(driver).debtor.employer == "A"


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)])
@pytest.mark.parametrize("field", ["employer", "note"])
def test_letters_come_again_by_both_keys_where_qt_knows_neither(driver, profile, monkeypatch, keys, field) -> None:
    """Ctrl+Y is no redo to Qt's own fields on Linux and Mac: the redo of another edit of the case took the key."""
    type_and_save(driver, profile, "email", "a@b.cn")
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.press(Qt.Key.Key_Z, CTRL)
    assert stored(driver).debtor.email == ""
    notes = driver.page("conversation").findChildren(NoteEdit) if field == "note" else ()
    editor = notes[0] if notes else profile.person.form.fields[field].editor
    for kind in (QLineEdit, QPlainTextEdit):
        known = kind.keyPressEvent

        def press(self, event, known=known) -> None:
            event.ignore() if event.matches(QKeySequence.StandardKey.Redo) else known(self, event)

        monkeypatch.setattr(kind, "keyPressEvent", press)
    editor.setFocus()
    QTest.keyClicks(editor, "x")
    driver.press(Qt.Key.Key_Z, CTRL)
    assert editor.raw() == ""
    QTest.keyClick(editor, *keys)
    assert editor.raw() == "x" and stored(driver).debtor.email == ""


def test_a_field_leaves_the_key_that_exports_to_the_menu(driver, profile) -> None:
    """Qt's own fields hold on to Ctrl+E on Linux: they go to the end of the line by it."""
    editor = profile.person.form.fields["employer"].editor
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, CTRL)
    key.accept()  # as a field of Qt leaves it there
    editor.event(key)
    assert not key.isAccepted()
