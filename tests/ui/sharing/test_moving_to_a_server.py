"""A desk goes to a server and back by the window, and a further seat joins: by keys alone, no password in clear anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import NOW
from tests.store.server.postgres import Office, Postgres
from tests.store.stored import CHEAP
from tests.ui.driver import Driver
from ui.pages.entry.moving import MovePage
from ui.shell.main_window import MainWindow
from workstation.actions import cases
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.actions.server import closed
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.errors import Finding
from workstation.store.server.file import SERVER, is_on_server
from workstation.store.server.store import ServerStore

PASSPHRASE = "一盏灯照着两个人写字"
CLOCK = FixedClock(NOW)


@pytest.fixture
def office(postgres: Postgres) -> Office:
    return postgres.new_office(2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = create_desk(tmp_path / "desk", PASSPHRASE, DeskSettings("样例工作台", "林协商"), CLOCK, CHEAP)
    desk.run(cases.new_case, "欧阳修")
    desk.close()
    return tmp_path / "desk"


def asked(window: MainWindow, driver: Driver, way: str, folder: Path) -> MovePage:
    """The page of a way, by the menu of the entry."""
    assert window.entry is not None
    window.entry.show_first(False)
    unlock = window.entry.unlock
    driver.put(unlock.folder, str(folder))
    unlock.ways[way].trigger()
    return window.entry.moving


def address(driver: Driver, page: MovePage, office: Office, login: int = 0) -> str:
    """Type where the office is; answers the password that was typed."""
    at = office.address(login)
    for field, text in (
        *((page.host, at.host), (page.port, str(at.port)), (page.database, at.database)),
        *((page.office, at.office), (page.login, at.login), (page.password, office.passwords[at.login])),
    ):
        driver.put(field, text)
    return office.passwords[at.login]


def test_the_way_there_and_a_seat_for_another(
    qtbot, window: MainWindow, answers, office: Office, folder: Path, tmp_path: Path
) -> None:
    driver = Driver(qtbot, window, answers)
    page = asked(window, driver, "server", folder)
    assert page.folder.editor.draft() == str(folder)
    assert page.told.text()
    driver.click(page.begin_button)
    assert page._task is None  # nothing was typed
    word = address(driver, page, office)
    driver.put(page.password, "wrong")
    driver.put(page.passphrase, PASSPHRASE)
    driver.click(page.begin_button)
    qtbot.waitUntil(lambda: page._task is None, timeout=20_000)
    assert page.message.text() == page._context.words.finding(Finding("server_refused", "desk.server"))
    assert not is_on_server(folder)
    driver.put(page.password, word)
    driver.click(page.begin_button)
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    assert window.session is not None
    assert isinstance(window.session.desk.store, ServerStore)
    assert word.encode() not in (folder / SERVER).read_bytes()
    assert page.password.editor.text() == page.passphrase.editor.text() == ""

    card = driver.workbench.settings.server
    assert office.name in card.text.text()
    login, other_word = list(office.passwords.items())[1]
    answers.paths = [tmp_path / "stick"]
    driver.click(card.write_button)
    assert not (tmp_path / "stick").exists()  # nothing was typed
    driver.put(card.login, login)
    driver.put(card.password, other_word)
    driver.click(card.write_button)
    assert is_on_server(tmp_path / "stick")
    assert card.password.editor.text() == ""


def test_a_seat_joins_from_its_stick_by_keys_alone(
    qtbot, window: MainWindow, answers, office: Office, folder: Path, tmp_path: Path
) -> None:
    at = office.address()
    closed.move_out(folder, PASSPHRASE, "", CLOCK, at, office.passwords[at.login], lambda what, count: None)
    driver = Driver(qtbot, window, answers)
    page = asked(window, driver, "join", tmp_path / "nothing")
    driver.put(page.folder, str(folder))
    assert [page.host.editor.text(), page.office.editor.text()] == [at.host, at.office]  # as the seat names them
    driver.put(page.login, list(office.passwords)[1])
    driver.put(page.target, str(tmp_path / "seat"))
    driver.put(page.passphrase, PASSPHRASE)
    page.folder.editor.setFocus()
    word = list(office.passwords.values())[1]
    for _ in range(30):
        focus = window.focusWidget()
        if focus is page.password.editor:
            qtbot.keyClicks(focus, word)
        if focus is page.begin_button:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert window.focusWidget() is page.begin_button
    qtbot.keyClick(page.begin_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    assert window.session is not None
    assert window.session.desk.folder == tmp_path / "seat"
    assert [line.name for line in window.session.desk.store.case_lines()] == ["欧阳修"]


def test_the_way_back(qtbot, window: MainWindow, answers, office: Office, folder: Path, tmp_path: Path) -> None:
    at = office.address()
    closed.move_out(folder, PASSPHRASE, "", CLOCK, at, office.passwords[at.login], lambda what, count: None)
    driver = Driver(qtbot, window, answers)
    page = asked(window, driver, "folder", folder)
    assert page.host.isHidden()
    other = open_desk(folder, PASSPHRASE, CLOCK)
    driver.put(page.target, str(tmp_path / "home"))
    driver.put(page.passphrase, PASSPHRASE)
    driver.click(page.begin_button)
    qtbot.waitUntil(lambda: page._task is None, timeout=20_000)
    assert "林协商" in page.message.text()  # who still has it open
    other.close()
    driver.click(page.begin_button)
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)
    assert window.session is not None
    assert window.session.desk.folder == tmp_path / "home"
    assert not isinstance(window.session.desk.store, ServerStore)
