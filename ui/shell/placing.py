"""Where the window stands: as it was left, and always inside the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow

from ui.preferences import Preferences

_FRAME = QSize(16, 40)
"""What a system may draw around a window: title and edges."""


def place(window: QMainWindow, preferences: Preferences) -> None:
    """Put a window that is not shown yet where it was left, maximised if it was, else in the middle of its screen."""
    geometry = preferences.geometry
    known = bool(geometry) and window.restoreGeometry(geometry)
    available = window.screen().availableGeometry()
    if not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(inside(window.geometry() if known else _middle(window.size(), available), available))


def inside(wanted: QRect, available: QRect) -> QRect:
    """The nearest place inside the screen, with room for what the system draws around; smaller where it has to be."""
    room = available.adjusted(_FRAME.width() // 2, _FRAME.height() - 8, -_FRAME.width() // 2, -8)
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.right() - size.width() + 1)
    top = min(max(wanted.top(), room.top()), room.bottom() - size.height() + 1)
    return QRect(left, top, size.width(), size.height())


def _middle(size: QSize, available: QRect) -> QRect:
    made = QRect(0, 0, size.width(), size.height())
    made.moveCenter(available.center())
    return made
