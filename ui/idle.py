"""Whether anybody is there: time without a key, a click or a move of the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_INPUT: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)
_MINUTE_MS: Final = 60_000


class IdleWatch(QObject):
    """``idle`` after so many minutes without input; 0 minutes is never. The number is asked for at every input."""

    idle = Signal()

    def __init__(self, application: QObject, minutes: Callable[[], int]) -> None:
        super().__init__(application)
        self._minutes = minutes
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.idle)
        application.installEventFilter(self)
        self.restart()

    def restart(self) -> None:
        """Count from now."""
        minutes = self._minutes()
        if minutes:
            self.timer.start(minutes * _MINUTE_MS)
        else:
            self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Events that the program makes itself, as when a widget moves under a resting mouse, are no sign of a person.
        if event.type() in _INPUT and event.spontaneous():
            self.restart()
        return False
