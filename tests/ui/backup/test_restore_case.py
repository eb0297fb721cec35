"""One case brought back from a backup in the window, by the keyboard: gone ones whole, worked-on ones by conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driver import Driver
from ui.pages.bundles.restore_case import RestoreCasePage
from workstation.actions import cases
from workstation.actions.evidence.items import add_file
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

PASSPHRASE = "a long enough passphrase"


@pytest.fixture
def door(qtbot, window, answers, tmp_path) -> Driver:
    """A desk in files with two cases and a proof, backed up to a stick."""
    made = Driver(qtbot, window, answers)
    values = {"folder": str(tmp_path / "desk"), "passphrase": PASSPHRASE, "again": PASSPHRASE}
    made.fill(window.entry.first.form, values | {"desk_name": "一号台", "agent": "林协商", "language": "zh-Hans"})
    made.click(window.entry.first.create_button)
    desk = window.session.desk
    case_id = desk.run(cases.new_case, "欧阳夏丹")
    desk.run(cases.new_case, "张三")
    (tmp_path / "证明.csv").write_text("a,b\n1,2\n", "utf-8")
    add_file(desk, case_id, "id_card", tmp_path / "证明.csv")
    (tmp_path / "stick").mkdir()
    made.command("settings")
    made.workbench.settings.sections.open("safety")
    made.answers.paths = [tmp_path / "stick"]
    made.click(made.workbench.settings.backup.now_button)
    return made


def page(door: Driver) -> RestoreCasePage:
    door.click(door.workbench.settings.backup.case_button)
    found = door.workbench.shown
    assert isinstance(found, RestoreCasePage)
    return found


def worked_case(door: Driver) -> tuple[Case, Debtor]:
    store = door.window.session.desk.store
    (debtor,) = store.find(Debtor, name="欧阳夏丹")
    (case,) = store.find(Case, debtor_id=debtor.id)
    return case, debtor


def press(widget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def search(door: Driver, shown: RestoreCasePage, text: str) -> None:
    shown.search.setText(text)
    press(shown.search, Qt.Key.Key_Return)


def test_a_proof_that_is_gone_comes_back_by_keys_alone(door) -> None:
    desk = door.window.session.desk
    (item,) = desk.store.find(EvidenceItem)
    desk.store.delete(EvidenceItem, item.id)
    desk.vault.quarantine([], desk.clock.today())
    door.command("restore_case")
    shown = door.workbench.shown
    assert shown.copies.hasFocus() and shown.copies.current().manifest.cases == 2
    assert {line.name for line in shown.cases.content.rows} == {"欧阳夏丹", "张三"}
    assert not shown.restore_button.isEnabled()
    search(door, shown, "欧阳")
    assert shown.cases.hasFocus() and len(shown.cases.content.rows) == 1
    press(shown.cases, Qt.Key.Key_Return)
    assert [entry.key for entry in shown.plan.added] == [item.id]
    assert shown.restore_button.hasFocus() and "新增" in shown.does.text()
    press(shown.restore_button, Qt.Key.Key_Return)
    assert desk.store.get(EvidenceItem, item.id) == item
    assert len(desk.vault.read(item.sha256)) == item.size
    assert door.workbench.in_case and door.workbench.case.file.case.id == item.case_id


def test_what_was_typed_since_stays_unless_the_backup_is_taken(door) -> None:
    desk = door.window.session.desk
    case, debtor = worked_case(door)
    desk.run(cases.save_debtor, case.id, replace(debtor, employer="新单位", position="只在这里"))
    shown = page(door)
    search(door, shown, case.number)
    press(shown.cases, Qt.Key.Key_Return)
    assert len(shown.conflicts.table.content.rows) == 2 and shown.conflicts.table.hasFocus()
    assert not shown.restore_button.isEnabled(), "nothing would be written"
    shown.conflicts.table.select(lambda one: one.field == "employer")
    press(shown.conflicts.table, Qt.Key.Key_Space)
    door.click(shown.restore_button)
    _, now = worked_case(door)
    assert (now.employer, now.position) == ("", "只在这里")


def test_a_case_that_is_as_it_was_is_said_to_be(door) -> None:
    shown = page(door)
    search(door, shown, "张三")
    press(shown.cases, Qt.Key.Key_Return)
    assert shown.plan.does_nothing and "无需恢复" in shown.does.text()
    assert not shown.restore_button.isEnabled()


def test_a_case_worked_on_while_it_is_compared_is_compared_again(door) -> None:
    desk = door.window.session.desk
    case, debtor = worked_case(door)
    desk.store.delete(EvidenceItem, desk.store.find(EvidenceItem)[0].id)
    shown = page(door)
    search(door, shown, case.number)
    press(shown.cases, Qt.Key.Key_Return)
    desk.run(cases.save_debtor, case.id, replace(debtor, employer="新单位"))
    door.click(shown.restore_button)
    assert shown.steps.note.text() and [one.field for one in shown.plan.conflicts] == ["employer"]
    door.click(shown.restore_button)
    assert worked_case(door)[1].employer == "新单位" and len(desk.store.find(EvidenceItem)) == 1


def test_a_file_that_the_backup_lost_is_named(door, tmp_path) -> None:
    desk = door.window.session.desk
    (item,) = desk.store.find(EvidenceItem)
    desk.store.delete(EvidenceItem, item.id)
    desk.vault.quarantine([], desk.clock.today())
    for file in tmp_path.glob("stick/*/vault/??/*"):
        file.unlink()
    shown = page(door)
    assert shown.copies.current().state.value == "lacking"
    search(door, shown, "欧阳")
    press(shown.cases, Qt.Key.Key_Return)
    door.click(shown.restore_button)
    assert item.file_name in shown.steps.note.text()
    assert not desk.store.find(EvidenceItem)


def test_a_pulled_stick_a_foreign_folder_and_damage_are_told(door, tmp_path) -> None:
    shown = page(door)
    (tmp_path / "stick").rename(tmp_path / "pulled")
    press(shown.cases, Qt.Key.Key_Return)
    assert shown.steps.note.text() and shown.plan is None
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.choose_button)
    assert str(tmp_path / "stick") in shown.steps.note.text() and shown.copies.current() is None
    (tmp_path / "pulled").rename(tmp_path / "stick")
    (other,) = (tmp_path / "stick").iterdir()
    other.rename(other.with_name("concord-backup-0000000000000000"))
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.choose_button)
    assert str(tmp_path / "stick") in shown.steps.note.text(), "copies of another desk"
    (tmp_path / "stick" / "concord-backup-0000000000000000").rename(other)
    (database,) = other.glob("copies/*/desk.db")
    whole = database.read_bytes()
    database.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.choose_button)
    assert shown.steps.note.text() and not shown.cases.content.rows


def test_names_are_covered_in_privacy_mode(door) -> None:
    shown = page(door)
    search(door, shown, "欧阳")
    press(shown.cases, Qt.Key.Key_Return)
    door.command("privacy")
    name = next(number for number, one in enumerate(shown.cases.content.columns) if one.private)
    assert "阳" not in shown.cases.content.index(0, name).data()
    assert "阳" not in shown.person.text()


def test_without_backups_a_folder_is_asked_for(door) -> None:
    desk_id = door.window.backup._desk_id()
    door.window.context.preferences.set_backup_place(desk_id, "")
    shown = page(door)
    assert shown.choose_button.hasFocus() and not shown.look_button.isEnabled()
