"""Whether unlocking a large desk keeps the window waiting: ``python -m bench.unlocking [FOLDER]`` prints milliseconds.

The real window opens a desk with 10,000 cases and 10,000 proofs, made first where FOLDER holds none. Told are the time from the
click on Open until the sign of work is painted, until the list of cases is painted, and the longest gaps of a timer of 10 ms.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bench.opening import PASSPHRASE, PROOFS, made_desk
from ui.app import make_application
from ui.background import Pool
from ui.files import FileChooser
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from workstation.dates import SystemClock
from workstation.store.keys import STANDARD

BEAT_MS: Final = 10
SETTLED_MS: Final = 3_000
"""After the list was painted, so that what follows the opening in the background is watched too."""
LONGEST: Final = 5


class Watch(QObject):
    """Ticks, and the first paint of what it is told to watch, in milliseconds since the click."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = self.last = perf_counter()
        self.gaps: list[tuple[float, float]] = []
        self.painted: dict[str, float] = {}
        self._names: dict[QObject, str] = {}

    def click(self) -> None:
        self.begun = self.last = perf_counter()
        self.gaps.clear()

    def tick(self) -> None:
        now = perf_counter()
        self.gaps.append(((now - self.last) * 1000, (now - self.begun) * 1000))
        self.last = now

    def follow(self, widget: QWidget, name: str) -> None:
        self._names[widget] = name
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._names:
            self.painted.setdefault(self._names[watched], (perf_counter() - self.begun) * 1000)
        return False


def unlocked(folder: Path, home: Path) -> Watch:
    """The watch over one unlocking."""
    app = make_application(())
    preferences = Preferences(home / "window.ini")
    preferences.folder = str(folder)
    window = MainWindow(app, preferences, home, SystemClock(), Pool(app), FileChooser())
    window.show()
    app.processEvents()
    watch, beat = Watch(), QTimer()
    beat.timeout.connect(watch.tick)
    beat.start(BEAT_MS)
    QTimer.singleShot(300, lambda: _click(window, watch, app))
    app.exec()
    return watch


def _click(window: MainWindow, watch: Watch, app: QApplication) -> None:
    entry = window.entry
    if entry is None:
        raise AssertionError("no entry page")
    entry.unlock.form.load({"folder": str(entry.unlock.folder.editor.draft()), "passphrase": PASSPHRASE})
    watch.follow(entry.busy, "busy")
    entry.unlock.opened.connect(lambda _desk: QTimer.singleShot(0, lambda: _opened(window, watch, app)))
    watch.click()
    entry.unlock.open_button.click()


def _opened(window: MainWindow, watch: Watch, app: QApplication) -> None:
    if window.workbench is None:
        raise AssertionError("no workbench")
    watch.follow(window.workbench.cases.table.viewport(), "cases")
    window.workbench.cases.table.viewport().update()
    QTimer.singleShot(SETTLED_MS, app.quit)


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as home:
        folder = Path(sys.argv[1]) if sys.argv[1:] else Path(home) / "desk"
        if not (folder / "desk.json").exists():
            made_desk(folder, PROOFS, STANDARD).close()
        watch = unlocked(folder, Path(home))
        shown = {name: round(at) for name, at in watch.painted.items()}
        gaps = sorted(watch.gaps, reverse=True)[:LONGEST]
        print(f"painted {shown}", "gaps", ", ".join(f"{gap:.0f} at {at:.0f}" for gap, at in gaps), flush=True)
        os._exit(0)


if __name__ == "__main__":
    main()
