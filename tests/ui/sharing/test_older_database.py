"""The window asks about a desk whose database somebody put back, with both ways out, before anything is moved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.store.stored import CHEAP
from tests.ui.driver import Driver
from tests.ui.sharing.conftest import CLOCK, PASSPHRASE, unlocked
from ui.shell.main_window import MainWindow
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.casework.settings import DeskSettings
from workstation.store.quarantine import QUARANTINE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "desk"
    create_desk(made, PASSPHRASE, DeskSettings("样例工作台", "林协商"), CLOCK, CHEAP).close()
    shutil.copy(made / "desk.db", tmp_path / "copy.db")
    working = open_desk(made, PASSPHRASE, CLOCK)
    working.vault.keep(b"a proof", "proof.pdf")
    working.close()
    for file in made.glob("desk.db*"):
        file.unlink()
    shutil.copy(tmp_path / "copy.db", made / "desk.db")
    return made


@pytest.fixture
def asked(qtbot, window: MainWindow, folder: Path, answers) -> Iterator[Driver]:
    """The entry page after the passphrase was typed."""
    yield unlocked(Driver(qtbot, window, answers), folder)


def test_going_back_leaves_everything_as_it_was(asked, folder):
    unlock = asked.window.entry.unlock
    assert unlock.older.isVisible()
    assert not unlock.asked.isVisible()
    assert "1" in unlock.older.text.text()
    assert unlock.older.back_button.hasFocus()
    asked.press(Qt.Key.Key_Return)
    assert unlock.asked.isVisible()
    assert asked.window.session is None
    assert not (folder / "vault" / QUARANTINE).exists()


def test_it_opens_as_it_is_and_keeps_the_newer_file(asked, folder):
    asked.click(asked.window.entry.unlock.older.open_button)
    assert asked.window.session is not None
    assert len(list((folder / "vault" / QUARANTINE).glob("*/*"))) == 1
