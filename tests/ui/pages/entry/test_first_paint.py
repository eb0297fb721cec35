"""The door that asks for a passphrase is painted before half the program is loaded; who works there is told then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import ui.pages.entry.unlock as door
from tests.builders import SETTINGS
from tests.source_tree import ROOT
from tests.ui.conftest import CLOCK
from tests.ui.staff import passphrase_of
from ui.background import Inline
from workstation.actions.making import create_desk
from workstation.store.keys import Cost

SHOWN = """
import sys
from pathlib import Path
from bench.first_window import concord
application, window = concord(Path(sys.argv[1]))
window.show()
before = [one for one in ("peewee", "reportlab", "cryptography", "workstation.policy.pack") if one in sys.modules]
unlock = window.entry.unlock
while unlock.person.editor.count() == 0:
    application.processEvents()
print(before, unlock.person.editor.itemText(0), "peewee" in sys.modules, flush=True)
import os
os._exit(0)
"""


class Later(Inline):
    """Keeps what is submitted until it is asked to go on."""

    def __init__(self) -> None:
        self.kept: list[Callable[[], None]] = []

    def run(self, work, done, failed, task=None):
        self.kept.append(lambda: Inline.run(self, work, done, failed, task))


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """The folder of a desk of one person."""
    create_desk(tmp_path / "desk", passphrase_of(SETTINGS.agent), SETTINGS, CLOCK, Cost(64, 1, 1)).close()
    return tmp_path / "desk"


def test_the_first_paint_loads_no_desk(known: Path, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(f"[desk]\nfolder={known}\n", "utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", SHOWN, str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT, env=environment, timeout=60)
    assert done.stdout.strip() == f"[] {SETTINGS.agent} True", done.stderr


def test_names_that_arrive_late_are_those_of_the_folder_that_stands_there(qtbot, window, known, monkeypatch) -> None:
    monkeypatch.setattr(door, "_people_of", lambda folder: ("林协商", "王协商") if folder else ())
    monkeypatch.setattr(door, "_READER", "nothing.like.it")
    background = Later()
    window.context = replace(window.context, background=background)
    window.context.preferences.folder = str(known)
    window.context.preferences.remember_person("王协商")
    window.show_entry()
    unlock = window.entry.unlock
    assert not unlock.person.isVisible() and unlock.passphrase.editor.hasFocus()
    QApplication.processEvents()
    (asked,) = background.kept
    qtbot.keyClicks(unlock.passphrase.editor, "half typed")
    asked()
    assert unlock.person.isVisible() and unlock.person.editor.raw() == "王协商"
    assert unlock.passphrase.editor.text() == "half typed" and unlock.passphrase.editor.hasFocus()
    unlock.folder.editor.load("")
    asked()
    assert unlock.person.editor.count() == 2, "an answer about another folder changes nothing"
