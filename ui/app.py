"""The composition root of the window: makes the application, the clock and the files, and hands them down."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from ui.background import Pool
from ui.crash import hook, watch_threads
from ui.files import FileChooser
from ui.look.fonts import use_fonts
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from workstation.dates import SystemClock
from workstation.event_log import FOLDER, FileLog
from workstation.received.apart.worker import Workers


def make_application(argv: Sequence[str]) -> QApplication:
    """The Qt application in our typeface and the Fusion style, the same on every desk."""
    app = QApplication([sys.argv[0], *argv])
    app.setApplicationName("concord")
    app.setApplicationDisplayName("Concord")
    app.setStyle("Fusion")
    use_fonts(app)
    return app


def main(argv: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; answers the exit code."""
    from platformdirs import user_data_path

    app = make_application(argv)
    home = user_data_path("concord", appauthor=False)
    with suppress(OSError):  # a machine that keeps nothing of the user's shows the window all the same
        home.mkdir(parents=True, exist_ok=True)
    clock = SystemClock()
    log = FileLog(home / FOLDER / "window.log", clock)
    preferences, files = Preferences(home / "window.ini"), FileChooser()
    readers = Workers()
    window = MainWindow(app, preferences, Path(home), clock, Pool(app, log), files, log=log, readers=readers)
    reports = home / "reports"
    sys.excepthook = hook(
        reports, clock.now, lambda text: _show_text(window, text), lambda found: window.context.words.finding(found)
    )
    watch_threads(reports, clock.now)
    window.show()
    try:
        return app.exec()
    finally:
        readers.close()
        log.close()


def _show_text(window: MainWindow, text: str) -> None:
    QMessageBox.information(window, window.windowTitle(), text)
