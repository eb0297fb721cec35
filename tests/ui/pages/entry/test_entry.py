"""The door: a new desk is made, opened again with its passphrase, and stays shut to a wrong one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.driver import Driver
from ui.pages.help.page import HelpPage
from workstation.actions.backup.copying import desk_id, settings_of
from workstation.actions.banks.bank_contacts import all_banks
from workstation.actions.cases import new_case
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.projection import begin_anew, writing

pytestmark = pytest.mark.styled

PASSPHRASE = "a long enough passphrase"


@pytest.fixture
def door(qtbot, window, answers) -> Driver:
    return Driver(qtbot, window, answers)


def create(door: Driver, tmp_path, **changes: str) -> None:
    values = {
        "folder": str(tmp_path / "desk"),
        "passphrase": PASSPHRASE,
        "again": PASSPHRASE,
        "desk_name": "Desk One",
        "agent": "Lin",
    } | changes
    door.fill(door.window.entry.first.form, values)
    door.click(door.window.entry.first.create_button)


def test_first_start_offers_a_new_desk_in_chinese(door) -> None:
    assert door.window.entry.creating
    assert door.window.entry.first.create_button.text() == "建立工作台"


def test_language_of_the_first_start_keeps_what_was_typed(door) -> None:
    first = door.window.entry.first
    door.type(first.form.fields["agent"].editor, "Lin")
    door.pick(first.form.fields["language"].editor, "en")
    first = door.window.entry.first
    assert first.create_button.text() == "Create desk"
    assert first.form.fields["agent"].editor.text() == "Lin"


def test_a_new_desk_opens_at_once_and_again_with_its_passphrase(door, tmp_path) -> None:
    create(door, tmp_path)
    assert door.workbench.today.isVisible()
    assert door.window.session.desk.agent == "Lin"
    door.command("lock")
    unlock = door.window.entry.unlock
    assert unlock.folder.editor.text() == str(tmp_path / "desk")
    door.type(unlock.passphrase.editor, PASSPHRASE)
    door.press(Qt.Key.Key_Return)
    assert door.window.session.desk.settings.desk_name == "Desk One"


def test_a_desk_whose_list_is_made_anew_tells_how_far_it_is(door, tmp_path) -> None:
    create(door, tmp_path)
    desk = door.window.session.desk
    desk.run(new_case, "张三")
    database = EncryptedDatabase(desk.folder / "desk.db", desk.store.key)
    door.command("lock")
    database.connect()
    with writing(database):
        begin_anew(database)
    database.close()
    unlock, told = door.window.entry.unlock, list[str]()
    unlock.progress.setText = told.append
    door.type(unlock.passphrase.editor, PASSPHRASE)
    door.click(unlock.open_button)
    assert told[-1].endswith("1 / 1。") and door.window.session.desk.store.case_count() == 1


def test_a_wrong_passphrase_is_answered_at_its_field_which_keeps_the_cursor(door, tmp_path) -> None:
    create(door, tmp_path)
    door.command("lock")
    unlock = door.window.entry.unlock
    door.type(unlock.passphrase.editor, "something else")
    door.click(unlock.open_button)
    assert door.window.session is None
    assert "口令" in unlock.passphrase.message
    assert unlock.passphrase.editor.property("wrong")
    assert unlock.passphrase.editor.hasFocus()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("passphrase", {"passphrase": "short", "again": "short"}),
        ("again", {"again": "another passphrase"}),
        ("agent", {"agent": " "}),
        ("desk_name", {"desk_name": ""}),
    ],
)
def test_what_is_missing_stands_at_its_field(door, tmp_path, field, changes) -> None:
    create(door, tmp_path, **changes)
    assert door.window.session is None
    form = door.window.entry.first.form
    assert [key for key, one in form.fields.items() if one.editor.property("wrong")] == [field]
    assert form.fields[field].editor.hasFocus()


def test_a_folder_without_a_desk_is_answered_at_the_folder(door, tmp_path) -> None:
    door.click(door.window.entry.other)
    unlock = door.window.entry.unlock
    door.type(unlock.folder.editor, str(tmp_path))
    door.type(unlock.passphrase.editor, PASSPHRASE)
    door.click(unlock.open_button)
    assert unlock.folder.editor.property("wrong")


def test_commands_of_a_desk_rest_at_the_door(door) -> None:
    assert not door.window.menus.actions["new_case"].isEnabled()
    assert not door.window.menus.actions["export_pdf"].isEnabled()
    assert door.window.menus.actions["quit"].isEnabled()


def test_what_no_record_names_is_set_aside_and_said_on_opening(door, tmp_path) -> None:
    create(door, tmp_path)
    proof = tmp_path / "proof.pdf"
    proof.write_bytes(b"known to a newer database")
    door.window.session.desk.vault.add(proof)
    door.command("lock")
    door.type(door.window.entry.unlock.passphrase.editor, PASSPHRASE)
    door.press(Qt.Key.Key_Return)
    assert "1 个没有记录引用的文件已移入保险库的隔离区" in door.window._toast.text.text()


LATER = {"phone": "010-88880000", "address": "北京市东城区", "bank_1": "招商银行", "bank_phone_1": "95555"}


def test_a_desk_is_made_in_steps_and_nothing_is_written_before_the_end(door, tmp_path) -> None:
    first = door.window.entry.first
    copies = tmp_path / "stick"
    copies.mkdir()
    needed = {"folder": str(tmp_path / "desk"), "passphrase": PASSPHRASE, "again": PASSPHRASE}
    door.fill(first.form, needed | {"desk_name": "One", "agent": "Lin", "text_size": "110"})
    door.press(Qt.Key.Key_Return)
    assert first.step == 1 and first.form.fields["place"].editor.hasFocus()
    door.fill(first.form, {"place": str(tmp_path / "none"), "idle_minutes": "5"})
    door.click(first.next_button)
    assert first.step == 1 and first.form.fields["place"].wrong
    door.fill(first.form, {"place": str(copies)})
    door.click(first.form.fields["automatic"].editor)
    door.press(Qt.Key.Key_Escape)
    assert first.step == 0
    door.click(first.next_button)
    door.click(first.next_button)
    door.fill(first.form, LATER)
    preferences = door.window.context.preferences
    assert not (tmp_path / "desk").exists() and not preferences.folder and preferences.idle_minutes == 10
    door.click(first.create_button)
    desk = door.window.session.desk
    assert (desk.settings.phone, desk.settings.address) == (LATER["phone"], LATER["address"])
    assert [(one.bank, one.phone) for one in all_banks(desk)] == [("招商银行", "95555")]
    assert (preferences.idle_minutes, preferences.text_size) == (5, 110)
    assert preferences.backup_place(desk_id(desk)) == str(copies)
    assert not settings_of(desk).automatic


def test_steps_are_left_out_by_a_press(door, tmp_path) -> None:
    create(door, tmp_path)
    desk = door.window.session.desk
    assert door.window.context.preferences.backup_place(desk_id(desk)) == ""
    assert settings_of(desk).automatic and all_banks(desk) == ()


def test_what_is_missing_is_said_on_its_step(door, tmp_path) -> None:
    first = door.window.entry.first
    door.fill(
        first.form,
        {"folder": str(tmp_path / "desk"), "passphrase": PASSPHRASE, "again": PASSPHRASE, "desk_name": "One"},
    )
    door.click(first.next_button)
    assert first.step == 0 and first.form.fields["agent"].editor.hasFocus()


def test_a_language_is_tried_without_being_kept(door) -> None:
    door.pick(door.window.entry.first.form.fields["language"].editor, "en")
    assert door.window.context.preferences.language == "zh-Hans"


def test_a_phone_without_a_bank_and_a_bank_named_twice_are_asked_about_before_anything_is_made(door, tmp_path) -> None:
    form = door.window.entry.first.form
    create(
        door, tmp_path, bank_phone_1="95555", bank_2="招商银行", bank_phone_2="1", bank_3=" 招商银行 ", bank_phone_3="2"
    )
    assert door.window.entry.creating and not (tmp_path / "desk" / "desk.db").exists()
    assert form.fields["bank_1"].editor.hasFocus()
    assert form.fields["bank_1"].wrong and form.fields["bank_3"].wrong
    door.fill(form, {"bank_1": "平安银行", "bank_3": "中信银行"})
    door.click(door.window.entry.first.create_button)
    kept = {one.bank: one.phone for one in all_banks(door.window.session.desk)}
    assert kept == {"平安银行": "95555", "招商银行": "1", "中信银行": "2"}


@pytest.mark.parametrize(
    ("command", "title"),
    [("help", "第一次打开"), ("keys", "快捷键"), ("news", "新增")],
)
def test_help_opens_at_the_door_and_leaves_it_as_it_was(door, command, title) -> None:
    agent = door.window.entry.first.form.fields["agent"].editor
    door.type(agent, "Lin")
    door.command(command)
    door.command(command)  # asked for twice, it is still left at once
    assert not agent.isVisible()
    pages = door.window.entry.findChildren(HelpPage)
    assert [page.isVisible() for page in pages] == [True]
    assert title in pages[0].text.toPlainText()
    door.press(Qt.Key.Key_Escape)
    assert agent.isVisible() and agent.text() == "Lin"
    assert agent.hasFocus() or agent.isAncestorOf(door.window.focusWidget())


def test_what_is_wrong_with_a_new_desk_has_the_cursor_in_the_first_field_that_is_read(door) -> None:
    first = door.window.entry.first
    door.click(first.next_button)
    wrong = [key for key, field in first.form.fields.items() if field.wrong]
    assert wrong == ["passphrase", "desk_name", "agent"]
    assert first.form.fields["passphrase"].editor.isAncestorOf(door.window.focusWidget()) or (
        first.form.fields["passphrase"].editor is door.window.focusWidget()
    )
