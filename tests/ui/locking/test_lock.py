"""Locking always works, at once, by whatever way; and whoever unlocks stands where they stood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMessageBox, QToolTip

from tests.builders import NOW, SETTINGS
from tests.ui.driver import Answers, Driver, Tray
from ui.background import Inline
from ui.idle import IdleWatch
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from workstation.actions.demo.sample_desk import work_sample_case
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.casework.draft import Draft
from workstation.dates import FixedClock
from workstation.store.keys import Cost

CLOCK = FixedClock(NOW)
PASSPHRASE = "drei blaue Fische im Teich"
QUICK = Cost(64, 1, 1)


class Room:
    """A desk on disk and the window that opens it."""

    def __init__(self, qtbot, qapp, folder: Path, sampled: tuple[Path, str]) -> None:
        self.folder, self.qapp, self.case_id = folder / "desk", qapp, sampled[1]
        copytree(sampled[0], self.folder)
        self.replaced: list[bool] = []
        preferences = Preferences(folder / "window.ini")
        preferences.mode, preferences.folder, answers = "light", str(self.folder), Answers()
        self.window = MainWindow(qapp, preferences, folder, CLOCK, Inline(), answers, Tray(), relaunch=self.relaunch)
        self.window.show()
        self.driver = Driver(qtbot, self.window, answers)
        self.unlock()

    def relaunch(self) -> None:
        """What the process would be replaced after: is the desk closed by then?"""
        self.replaced.append(self.window.session is None)

    def unlock(self) -> None:
        self.window.open_desk(open_desk(self.folder, PASSPHRASE, CLOCK))
        for _ in range(4):
            self.qapp.processEvents()

    @property
    def locked(self) -> bool:
        self.qapp.processEvents()
        return self.window.session is None and self.window.entry is not None and self.window.entry.isVisible()

    def look(self) -> Desk:
        return open_desk(self.folder, PASSPHRASE, CLOCK)


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A desk with the sample case, to be copied, and the id of the case."""
    folder = tmp_path_factory.mktemp("sampled") / "desk"
    desk = create_desk(folder, PASSPHRASE, SETTINGS, CLOCK, QUICK)
    case_id = work_sample_case(desk)
    desk.close()
    return folder, case_id


@pytest.fixture
def room(qtbot, qapp, tmp_path: Path, sampled: tuple[Path, str]) -> Iterator[Room]:
    made = Room(qtbot, qapp, tmp_path, sampled)
    yield made
    if made.window.session is not None:
        made.window.lock_now()
    made.window.translations.use("en")
    made.window.close()
    made.window.deleteLater()


def open_person(room: Room):
    room.driver.workbench.open_case(room.case_id)
    return room.driver.page("profile").person


def test_nothing_typed_holds_the_lock_and_all_of_it_stands_there_again(room: Room) -> None:
    field = open_person(room).form.fields["children"]
    room.driver.put(field, "zwei oder drei")
    field.editor.setFocus()
    field.editor.setCursorPosition(4)
    room.driver.command("lock")
    assert room.locked
    assert room.replaced == [True], "the process is replaced once the desk is closed"
    room.unlock()
    profile: Any = room.driver.case.pages["profile"]
    again = profile.person.form.fields["children"].editor
    assert (room.driver.case.file.case.id, again.text()) == (room.case_id, "zwei oder drei")
    assert again.cursorPosition() == 4
    assert room.window.focusWidget() is again
    assert room.driver.workbench.strip.isVisible()


def test_the_same_tab_row_and_cursor_after_unlocking(room: Room) -> None:
    room.driver.workbench.open_case(room.case_id)
    page = room.driver.page("evidence")
    page.checklist.choose("id_card")
    room.driver.click(page.panel.switches["checks"])
    room.driver.put(page.panel.checks.form.fields["note"], "im Gespraech")
    QTest.keyClick(page.panel.checks.form.fields["note"].editor, Qt.Key.Key_Home)
    room.driver.command("lock")
    room.unlock()
    again: Any = room.driver.case.pages["evidence"]
    assert again.checklist.line.requirement.code == "id_card"
    assert again.panel.switches["checks"].isChecked()
    note = again.panel.checks.form.fields["note"].editor
    assert note.toPlainText() == "im Gespraech"
    assert note.textCursor().position() == 0
    assert room.window.focusWidget() is note


def test_the_same_page_of_the_desk_after_unlocking(room: Room) -> None:
    for name in ("cases", "settings", "banks"):
        room.driver.workbench.open_page(name)
        room.driver.command("lock")
        room.unlock()
        assert room.driver.workbench.open_name == name


def test_a_case_that_is_gone_leads_to_the_list(room: Room) -> None:
    from workstation.actions import drafts

    desk = room.window.session.desk
    room.driver.command("lock")
    desk = room.look()
    drafts.keep_place(desk, '{"page": "case", "case": "nobody", "tab": "plan"}')
    desk.close()
    room.unlock()
    assert room.driver.workbench.open_name == "cases"


def test_a_person_who_locks_has_saved_what_can_be_saved(room: Room) -> None:
    room.driver.put(open_person(room).form.fields["employer"], "春风电子厂")
    room.driver.command("lock")
    desk = room.look()
    assert any(line.employer == "春风电子厂" for line in desk.store.find(_debtor()))
    desk.close()


def test_nobody_there_saves_nothing_half_typed(room: Room) -> None:
    room.driver.put(open_person(room).form.fields["employer"], "春风")
    room.window.lock_now()
    assert room.locked
    desk = room.look()
    assert not any(line.employer == "春风" for line in desk.store.find(_debtor()))
    assert [draft.form for draft in desk.store.find(Draft)] == ["profile/debtor"]
    desk.close()


def test_closing_asks_nothing_and_loses_nothing(room: Room) -> None:
    room.driver.put(open_person(room).form.fields["children"], "viele")
    assert room.window.close()
    assert room.window.session is None
    assert room.replaced == []
    desk = room.look()
    assert len(desk.store.find(Draft)) == 1
    desk.close()


def test_dialogs_menus_tips_messages_and_the_clipboard_go_with_it(room: Room, monkeypatch) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: True)  # no such thing off screen
    room.driver.workbench.open_case(room.case_id)
    name = room.driver.case.file.debtor.name
    box = QMessageBox(QMessageBox.Icon.Information, name, name, parent=room.window)
    box.open()
    dialog = QDialog(room.window)
    QLabel(name, dialog)
    dialog.show()
    menu = QMenu(room.window)
    menu.addAction(name)
    menu.popup(QPoint(0, 0))
    QToolTip.showText(QPoint(5, 5), name, room.window)
    QApplication.clipboard().setText(name)
    undone: list[bool] = []
    room.window.context.notices.show_message(name, "undo", lambda: undone.append(True))
    room.window.lock_now()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert room.locked
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [room.window]
    assert name not in QApplication.clipboard().text()
    texts = [one.text() for one in room.window.findChildren(QLabel)]
    assert not [text for text in texts if name in text]
    assert name not in room.window.windowTitle()
    room.window._toast.undo.click()
    assert undone == []


def test_what_another_program_put_on_the_clipboard_stays(room: Room, monkeypatch) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: False)
    QApplication.clipboard().setText("aus einem anderen Programm")
    room.window.lock_now()
    assert QApplication.clipboard().text() == "aus einem anderen Programm"


def test_it_locks_while_a_dialog_waits_for_an_answer(room: Room) -> None:
    from PySide6.QtCore import QTimer

    box = QMessageBox(room.window)
    QTimer.singleShot(0, room.window.lock_now)
    box.exec()
    assert room.locked


def test_idle_time_counts_from_the_last_input_and_can_be_off(room: Room, qapp) -> None:
    minutes = [10]
    watch = IdleWatch(qapp, lambda: minutes[0])
    watch.idle.connect(room.window.lock_now)
    assert watch.timer.interval() == 600_000
    minutes[0] = 3
    QTest.mouseClick(room.driver.workbench.sidebar, Qt.MouseButton.LeftButton)
    assert watch.timer.interval() == 180_000
    room.driver.workbench.cases.table.viewport().update()
    minutes[0] = 0
    qapp.processEvents()
    assert watch.timer.interval() == 180_000, "what the program does itself is no sign of a person"
    QTest.keyClick(room.driver.workbench.cases.search, Qt.Key.Key_X)
    assert not watch.timer.isActive()
    minutes[0] = 1
    watch.restart()
    watch.timer.timeout.emit()
    assert room.locked
    qapp.removeEventFilter(watch)
    watch.timer.stop()


def test_the_idle_time_is_a_setting_of_the_machine(room: Room) -> None:
    preferences = room.window.context.preferences
    assert preferences.idle_minutes == 10
    room.driver.workbench.open_page("settings")
    card = room.driver.workbench.settings.lock
    assert card.minutes.editor.raw() == "10"
    room.driver.pick(card.minutes.editor, "3")
    assert preferences.idle_minutes == 3
    room.driver.pick(card.minutes.editor, "0")
    assert preferences.idle_minutes == 0


def test_geometry_goes_over_to_the_next_process(tmp_path: Path) -> None:
    Preferences(tmp_path / "window.ini").geometry = b"\x01\xd9\xd0"
    assert Preferences(tmp_path / "window.ini").geometry == b"\x01\xd9\xd0"


def _debtor():
    from workstation.profile.debtor import Debtor

    return Debtor
