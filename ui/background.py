"""Work beside the window: computed on frozen values in a thread, its outcome delivered on the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")


class Background(Protocol):
    """Runs ``work`` and answers once: ``done(result)`` or ``failed(error)``."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Start the work; the answer comes on the thread that asked."""
        ...


class Inline:
    """Runs at once on the same thread: for tests and for pictures."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Work, then answer, before returning."""
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - handed on to the caller, never swallowed
            failed(error)
        else:
            done(result)


class _Answer(QObject):
    """Lives on the asking thread; the queued signal crosses over to it."""

    finished = Signal(object, object)

    def __init__(self, parent: QObject, done: Callable[[object], None], failed: Callable[[Exception], None]) -> None:
        super().__init__(parent)
        self._done, self._failed = done, failed
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def _on_finished(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._work, self._answer = work, answer

    def run(self) -> None:
        try:
            self._answer.finished.emit(self._work(), None)
        except Exception as error:  # noqa: BLE001 - travels to the thread that asked
            self._answer.finished.emit(None, error)


class Pool(QObject):
    """Runs on Qt's thread pool; a queued signal brings each answer home."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = QThreadPool(self)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Start the work on a free thread."""
        answer = _Answer(self, cast(Callable[[object], None], done), failed)
        self._threads.start(_Job(work, answer))
