"""The real window in a process of its own: unlocked by its passphrase, looked at, locked by its menu; after that it runs anew."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import ui.app
from ui.shell.main_window import MainWindow
from workstation.process_guard import guard_memory

SECOND_LIFE = "CONCORD_TEST_LOCKED"


def window() -> MainWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def when(ready: Callable[[], bool], then: Callable[[], None]) -> None:
    """Look again and again, as a person waits."""

    def look() -> None:
        if ready():
            timer.stop()
            then()

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def unlock() -> None:
    task = json.loads(sys.stdin.readline())
    entry = window().entry
    assert entry is not None
    QTest.keyClicks(entry.unlock.passphrase.editor, task["passphrase"])
    entry.unlock.open_button.click()
    when(lambda: window().workbench is not None, lambda: look_around(task["case"]))


def look_around(case_id: str) -> None:
    bench = window().workbench
    assert bench is not None
    bench.open_case(case_id)
    for page in ("profile", "conversation", "evidence", "plan"):
        bench.case.turn_to(page)
        QApplication.processEvents()
    bench.case.turn_to("conversation")
    say("open")
    sys.stdin.readline()
    os.environ[SECOND_LIFE] = "1"
    window().menus.actions["lock"].trigger()


def locked() -> None:
    say("locked" if window().entry is not None and window().session is None else "not locked")


def main() -> int:
    guard_memory()
    made = ui.app.make_application

    def make(argv: object) -> QApplication:
        app = made(())
        then = locked if os.environ.get(SECOND_LIFE) else unlock
        when(lambda: any(isinstance(one, MainWindow) and one.isVisible() for one in app.topLevelWidgets()), then)
        return app

    ui.app.make_application = make
    return ui.app.main()


if __name__ == "__main__":
    sys.exit(main())
