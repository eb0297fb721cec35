"""Opens one window in a fresh process and leaves at its first paint: ``python -m bench.first_window concord|empty FOLDER``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Ends the process once the window it watches is painted; nothing is torn down, so that only opening counts."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QApplication.processEvents()
            os._exit(0)
        return False


def empty() -> tuple[QApplication, QMainWindow]:
    """The least a Qt window can be."""
    return QApplication([]), QMainWindow()


def concord(folder: Path) -> tuple[QApplication, QMainWindow]:
    """The window as ``ui.app`` makes it, its files in ``folder``."""
    from ui.app import make_application
    from ui.background import Pool
    from ui.files import FileChooser
    from ui.preferences import Preferences
    from ui.shell.main_window import MainWindow
    from workstation.dates import SystemClock

    app = make_application(())
    return app, MainWindow(app, Preferences(folder / "window.ini"), folder, SystemClock(), Pool(app), FileChooser())


if __name__ == "__main__":
    application, window = concord(Path(sys.argv[2])) if sys.argv[1] == "concord" else empty()
    window.installEventFilter(first := FirstPaint())
    window.show()
    sys.exit(application.exec() or 1)
