"""The lock of the whole session, heard over D-Bus: the screen is locked, or the machine goes to sleep."""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

_LOGIN: Final = "org.freedesktop.login1"
_MANAGER: Final = "org.freedesktop.login1.Manager"
_LOGIN_PATH: Final = "/org/freedesktop/login1"
_SESSION_PATH: Final = f"{_LOGIN_PATH}/session/"
_WAIT_MS: Final = 300
_ON_HEARD: Final = SLOT("on_heard(QDBusMessage)")
_HEARD_ON_SYSTEM: Final = (("org.freedesktop.login1.Session", "Lock"), (_MANAGER, "PrepareForSleep"))
_HEARD_ON_SESSION: Final = (
    ("org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "ActiveChanged"),
)


class SessionLock(QObject):
    """``locked`` when the desk has to be locked. A bus that is not there is passed over; nothing ever waits for one.

    While it lives it asks the machine to wait a moment with going to sleep, until the desk is locked.
    """

    locked = Signal()

    def __init__(self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._delay: QDBusUnixFileDescriptor | None = None
        for bus, heard in ((system, _HEARD_ON_SYSTEM), (session, _HEARD_ON_SESSION)):
            for interface, signal in heard:
                bus.connect("", "", interface, signal, self, _ON_HEARD)  # type: ignore[call-overload]  # a text, whatever the stub says
        self._ask_for_a_moment()

    @Slot(QDBusMessage)
    def on_heard(self, message: QDBusMessage) -> None:
        """A screen that is unlocked, and a machine that wakes up, say so with False."""
        said = message.arguments()
        if said and not said[0]:
            self._ask_for_a_moment()
        elif self._concerns_us(message):
            self.locked.emit()
            self._delay = None

    def _concerns_us(self, message: QDBusMessage) -> bool:
        """The session of another user locks that one only; where ours is not known, locking once too often does no harm."""
        if not message.path().startswith(_SESSION_PATH):
            return True
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "GetSessionByPID")
        call.setArguments([os.getpid()])
        answer = self._system.call(call, QDBus.CallMode.Block, _WAIT_MS).arguments()
        ours = getattr(answer[0], "path", lambda: "")() if answer else ""
        return not ours.startswith(_SESSION_PATH) or ours == message.path()

    def _ask_for_a_moment(self) -> None:
        if not self._system.isConnected():
            return
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        call.setArguments(["sleep", "Concord", "Locks the desk", "delay"])
        answer = self._system.call(call, QDBus.CallMode.Block, _WAIT_MS).arguments()
        if answer and isinstance(answer[0], QDBusUnixFileDescriptor):
            self._delay = answer[0]


def session_lock(parent: QObject) -> SessionLock:
    """On the buses of this machine."""
    return SessionLock(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), parent)
