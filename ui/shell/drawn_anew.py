"""An open desk handed on to a window of another text size: Qt takes a size only when an application begins.

The process stays, and with it the open desk and what can be undone; what is typed goes through the journal as in a lock. Nobody is
asked for a passphrase, and nothing about a person is written outside the desk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QTimer

from ui.shell.placing import inside

if TYPE_CHECKING:
    from ui.edits.history import EditHistory
    from ui.shell.main_window import MainWindow
    from ui.shell.work_place import Place
    from workstation.actions.desk import Desk

LOOK_MS: Final = 20
LONGEST_MS: Final = 5000
"""So long is waited for work under way; a copy of the desk or a list being read takes longer, and the size then waits for it."""


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What one window leaves to the next: the desk as it is open, where the person was, what can be undone, what is covered."""

    desk: Desk
    place: Place
    edits: EditHistory
    hidden: bool
    room: QRect | None
    """Where the window was, in pixels of the screen; None where it filled it."""


class Redrawing(QObject):
    """Hands on the desk of a window as soon as nothing is under way; ``later`` is called where that takes too long."""

    def __init__(self, window: MainWindow, redraw: Callable[[HandedOn], None], later: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._redraw, self._later = window, redraw, later
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Hand on now if nothing is under way."""
        self._looks += 1
        window = self._window
        if window.session is None or window.workbench is None:  # locked meanwhile: the next process has the size
            self._end()
        elif not window.context.background.busy and not window.printing:
            self._end()
            self._redraw(hand_on(window))
        elif self._looks * LOOK_MS >= LONGEST_MS:
            self._end()
            self._later()

    def _end(self) -> None:
        self._timer.stop()
        self.deleteLater()


def hand_on(window: MainWindow) -> HandedOn:
    """Take the desk out of a window, which shows nothing of it afterwards."""
    from ui.shell.work_place import place_of

    session, workbench = window.session, window.workbench
    if session is None or workbench is None:
        raise ValueError("no desk is open in this window")
    place = place_of(workbench)
    workbench.leave()
    filled = window.isMaximized() or window.isFullScreen()
    handed = HandedOn(
        session.desk, place, session.edits, window.context.privacy.hidden,
        None if filled else scaled(window.geometry(), window.screen().devicePixelRatio()),
    )  # fmt: skip
    session.hand_on()
    window.leave_place()
    window.release()
    return handed


def take_over(window: MainWindow, handed: HandedOn) -> None:
    """Go on in another window, which is not shown yet."""
    from ui.shell.work_place import return_to

    if handed.room is not None:
        screen = window.screen()
        window.setGeometry(inside(scaled(handed.room, 1 / screen.devicePixelRatio()), screen.availableGeometry()))
    if handed.hidden != window.context.privacy.hidden:
        window.context.privacy.toggle()
    window.seat(handed.desk, window.context.preferences.language)
    if window.session is not None and window.workbench is not None:
        window.session.edits = handed.edits
        return_to(window.workbench, handed.place)


def scaled(room: QRect, factor: float) -> QRect:
    """A room with every length taken times a factor."""
    return QRect(*(round(one * factor) for one in (room.x(), room.y(), room.width(), room.height())))
