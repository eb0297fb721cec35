"""The lock of the whole session on Windows: the system tells a window that asked for it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

_SESSION_CHANGE: Final = 0x02B1  # WM_WTSSESSION_CHANGE
_LOCKED: Final = 0x7  # WTS_SESSION_LOCK
_POWER: Final = 0x0218  # WM_POWERBROADCAST
_SUSPEND: Final = 0x4  # PBT_APMSUSPEND
_THIS_SESSION: Final = 0  # NOTIFY_FOR_THIS_SESSION


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wide", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
    )


class WindowsSessionLock(QAbstractNativeEventFilter):
    """Calls ``locked`` when the session is locked or the machine goes to sleep."""

    def __init__(self, window: int, locked: Callable[[], None]) -> None:
        super().__init__()
        self._locked = locked
        library: Any = ctypes.CDLL("wtsapi32")
        library.WTSRegisterSessionNotification(ctypes.c_void_p(window), _THIS_SESSION)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        said = _Message.from_address(int(message))
        if (said.message, said.wide) in ((_SESSION_CHANGE, _LOCKED), (_POWER, _SUSPEND)):
            self._locked()
        return False, 0
