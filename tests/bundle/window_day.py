"""A short day at the window in a process of its own, with Qt's own dialogs: ``python -m tests.bundle.window_day DESK SETTINGS``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.ui.driver import Answers, Driver
from ui.app import make_application
from ui.background import Inline
from ui.files import FileChooser
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from workstation.dates import SystemClock

_PASSPHRASE = "Plum-Rain 9 bridges"
_PLACES = ("cases", "print_queue", "banks", "settings", "today")


def main(desk: Path, settings: Path) -> None:
    """Live through it; an assertion fails where the window does not follow."""
    settings.mkdir()
    app = make_application(())
    files = FileChooser()
    window = MainWindow(app, Preferences(settings / "window.ini"), settings, SystemClock(), Inline(), files)
    window.show()
    hands = Driver(None, window, Answers())
    first = window.entry.first
    values = {"folder": str(desk), "passphrase": _PASSPHRASE, "again": _PASSPHRASE, "desk_name": "甲", "agent": "李明"}
    hands.fill(first.form, values)
    hands.click(first.create_button)
    for name in _PLACES:
        hands.workbench.open_page(name)
        app.processEvents()
    hands.new_case("张三")
    for tab in hands.case.tabs.values():
        hands.click(tab)
    hands.save()
    _name_in_dialog(desk / "vault")
    assert files.folder(window, "", str(desk)) == desk / "vault"
    _name_in_dialog(desk / "desk.json")
    assert files.existing(window, "", "", str(desk)) == desk / "desk.json"
    hands.command("lock")
    hands.type(window.entry.unlock.passphrase.editor, _PASSPHRASE)
    hands.click(window.entry.unlock.open_button)
    assert window.session is not None
    window.close()


def _name_in_dialog(path: Path) -> None:
    """Type a path into the dialog that is about to open, and take it."""

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert isinstance(name, QLineEdit)
        name.setText(str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)

    QTimer.singleShot(200, take)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
