"""The real window in a process of its own: a case is edited and another half typed, text sizes are chosen one after the other."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import ui.app
from ui.shell.main_window import MainWindow
from ui.shell.workbench import Workbench

TASK = json.loads(sys.stdin.readline())
SIZES = list(TASK["sizes"])


def window() -> MainWindow | None:
    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None
    )


def bench() -> Workbench:
    shown = window()
    assert shown is not None and shown.workbench is not None
    return shown.workbench


def when(ready: Callable[[], bool], then: Callable[[], None]) -> None:
    """Look again and again, as a person waits."""

    def look() -> None:
        if ready():
            timer.stop()
            try:
                then()
            except Exception:  # noqa: BLE001 - the parent reads why
                traceback.print_exc()
                os._exit(3)

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()


def say(**told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def unlock() -> None:
    shown = window()
    assert shown is not None and shown.entry is not None
    QTest.keyClicks(shown.entry.unlock.passphrase.editor, TASK["passphrase"])
    shown.entry.unlock.open_button.click()
    when(lambda: shown.workbench is not None, work)


def work() -> None:
    """An edit that is stored, and a name of a new case that is not."""
    bench().open_case(TASK["case"])
    bench().case.turn_to("profile")
    editor = bench().case.pages["profile"].person.form.fields["employer"].editor  # type: ignore[attr-defined]
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, TASK["employer"])
    bench().open_page("cases")
    QTest.keyClicks(bench().cases.name, TASK["typed"])
    choose()


def choose() -> None:
    """Choose the next size in the settings; what the next window is like is told from there."""
    bench().open_page("settings")
    form = bench().settings.form
    editor = form.fields["text_size"].editor
    editor.load(str(SIZES.pop(0)))
    editor.edited.emit()
    bench().settings.save_button.setFocus()
    QTest.keyClick(bench().settings.save_button, Qt.Key.Key_Space)


def drawn_anew() -> None:
    shown = window()
    assert shown is not None
    focus = QApplication.focusWidget()
    say(
        scale=shown.devicePixelRatio(),
        page=bench().open_name,
        cursor=focus.text() if isinstance(focus, QPushButton) else type(focus).__name__,
        size=[shown.width(), shown.height()],
        typed=bench().cases.name.text(),
        hidden=shown.context.privacy.hidden,
        applications=sum(isinstance(one, MainWindow) for one in QApplication.topLevelWidgets()),
    )
    if SIZES:
        shown.context.privacy.toggle()
        choose()
    else:
        end()


def end() -> None:
    """What was edited two windows ago is taken back by its key; then the desk is locked as ever."""
    if bench().case.isHidden():
        bench().open_case(TASK["case"])
        bench().case.turn_to("profile")
    shown = window()
    assert shown is not None
    form = bench().case.pages["profile"].person.form  # type: ignore[attr-defined]
    before = form.fields["employer"].editor.text()
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    say(before=before, after=form.fields["employer"].editor.text())
    shown.close()


def main() -> int:
    made = ui.app.make_application
    lives: list[int] = []

    def make(argv: object) -> QApplication:
        app = made(())
        lives.append(1)
        if len(lives) == 1:
            when(lambda: window() is not None, unlock)
        else:
            when(lambda: window() is not None and QApplication.focusWidget() is not None, drawn_anew)
        return app

    ui.app.make_application = make
    return ui.app.main()


if __name__ == "__main__":
    sys.exit(main())
