"""A window in a process of its own in which somebody types without end; each keystroke is reported with its time."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import make_application
from ui.background import Inline
from ui.files import FileChooser
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from workstation.actions.opening import open_desk
from workstation.dates import SystemClock

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main(folder: Path, passphrase: str, case_id: str) -> int:
    app = make_application(())
    preferences = Preferences(folder.parent / "window.ini")
    window = MainWindow(app, preferences, folder.parent, SystemClock(), Inline(), FileChooser())
    window.show()
    window.open_desk(open_desk(folder, passphrase, SystemClock()))
    assert window.workbench is not None
    window.workbench.open_case(case_id)
    window.workbench.case.turn_to("conversation")
    page: Any = window.workbench.case.pages["conversation"]
    editor = page.log.form.fields["note"].editor
    editor.load("")
    typed = 0

    def press() -> None:
        nonlocal typed
        QTest.keyClicks(editor, LETTERS[typed % len(LETTERS)])
        typed += 1
        sys.stdout.write(f"{typed} {time.monotonic()}\n")
        sys.stdout.flush()

    timer = QTimer(app, interval=15)
    timer.timeout.connect(press)
    timer.start()
    return QApplication.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
