"""The real program in a process of its own, begun at a day of one's own: ``python -m tests.ui.day.program 2026-11-23T10:00``.

Nothing reaches into it. Asked by a line on its standard input it tells what a screen reader could: which window is active, where
the cursor is, what can be read, and how many keys have arrived. One line of JSON answers each line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QSocketNotifier
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

import workstation.dates
from workstation.dates import SystemClock


class MovedClock(SystemClock):
    """The machine's clock, moved so that the program begins at an instant of local time; it goes on as time does."""

    ahead = timedelta()

    def today(self) -> date:
        """The day at the moved desk."""
        return self.now().astimezone().date()

    def now(self) -> datetime:
        """The moved instant."""
        return super().now() + self.ahead


class Observer(QObject):
    """Reads, never writes. ``keys`` counts releases of keys as the window system delivers them."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app, self._keys = app, 0
        app.installEventFilter(self)
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._on_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease and isinstance(watched, QWindow):
            self._keys += 1
        return False

    def _on_asked(self) -> None:
        asked = sys.stdin.readline().strip()
        if not asked:
            self._asked.setEnabled(False)
            return
        sys.stdout.write(json.dumps(self._told(words=asked == "read"), ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def _told(self, *, words: bool) -> dict[str, object]:
        window = self._app.activePopupWidget() or self._app.activeModalWidget() or self._app.activeWindow()
        told: dict[str, object] = {
            "keys": self._keys,
            "window": window.windowTitle() or type(window).__name__ if window is not None else "",
            "focus": _spoken(self._app.focusWidget()),
        }
        if words and window is not None:
            told["words"] = list(_read(window))
        return told


def _spoken(widget: QWidget | None) -> dict[str, object]:
    """What is said of a widget that has the cursor: its name, role and value, or whether it is ticked."""
    found = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
    if found is None:
        return {"name": "", "role": "", "value": ""}
    state, labels = found.state(), found.relations(QAccessible.RelationFlag.Label)
    ticked = "checked" if _has(state, "checked") else "unchecked" if _has(state, "checkable") else ""
    label = next((one.text(QAccessible.Text.Name) for one, _ in labels), "")
    return {
        "name": label or found.text(QAccessible.Text.Name),
        "role": found.role().name,
        "value": found.text(QAccessible.Text.Value) or ticked,
    }


def _has(state: object, flag: str) -> bool:
    """A flag of an accessible state; the stubs of PySide6 know none of them."""
    return bool(getattr(state, flag))


def _read(window: QWidget) -> Iterator[str]:
    """The words that can be seen in a window: labels and buttons, as they are written."""
    for one in window.findChildren(QWidget):
        if (
            isinstance(one, QLabel | QAbstractButton)
            and one.isVisible()
            and not one.visibleRegion().isEmpty()
            and one.text()
        ):
            yield one.text()


def main(words: Sequence[str]) -> int:
    """Run the program; its own words follow the instant."""
    start = datetime.fromisoformat(words[0]).astimezone()
    MovedClock.ahead = start - SystemClock().now()
    workstation.dates.SystemClock = MovedClock  # type: ignore[misc]
    import ui.app  # finds the moved clock

    made = ui.app.make_application

    def make(argv: Sequence[str]) -> QApplication:
        app = made(argv)
        Observer(app)
        return app

    ui.app.make_application = make
    from ui.__main__ import main as run

    sys.argv[1:] = words[1:]
    return run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
