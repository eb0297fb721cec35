"""Work in the background: computed on frozen values in a thread, its outcome delivered on the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool
from shiboken6 import isValid

from ui.typed_signal import TypedSignal, signal
from workstation.event_log import EventLog
from workstation.process_guard import give_memory_back

T = TypeVar("T")


class Cancelled(Exception):
    """The person stopped the work; raised inside it at its next step."""


class TaskProgress(QObject):
    """Follows one piece of work from the window: ``stepped`` reports how far it is (done, total), `cancel` stops it.

    The work calls `step` on its own thread; who receives ``stepped`` by a method of a widget receives it on the window's.
    """

    stepped: TypedSignal[int, int] = signal(2)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel_requested = Event()
        self._last_percent = -1
        self.forgotten = False

    def step(self, done: int, total: int) -> None:
        """Report how far the work is. Raises `Cancelled` once it was stopped."""
        if self._cancel_requested.is_set():
            raise Cancelled
        share = done * 100 // max(1, total)
        if share != self._last_percent:
            self._last_percent = share
            self.stepped.emit(done, total)

    def cancel(self) -> None:
        """Stop the work at its next step."""
        self._cancel_requested.set()

    def forget(self) -> None:
        """Stop the work and ignore its outcome: whoever asked is gone."""
        self.forgotten = True
        self.cancel()


class Background(Protocol):
    """Runs ``work`` and answers once: ``done(result)`` or ``failed(error)``, a `Cancelled` among them."""

    makes_ahead: bool
    """Whether what is likely to be asked for next is made while nobody waits."""

    @property
    def busy(self) -> bool:
        """Whether something runs, or its answer is on the way."""
        ...

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        task: TaskProgress | None = None,
    ) -> None:
        """Start the work; the answer comes on the thread that asked, and not at all once ``task`` was told to forget, or was
        destroyed with its parent, who asked.
        """
        ...


class Inline:
    """Runs at once on the same thread: for tests and for pictures."""

    makes_ahead = False
    busy = False

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        task: TaskProgress | None = None,
    ) -> None:
        """Work, then answer, before returning."""
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - passed on to the caller, never swallowed
            if task is None or not task.forgotten:
                failed(error)
        else:
            if task is None or not task.forgotten:
                done(result)


class _Answer(QObject):
    """Lives on the asking thread; the queued signal crosses over to it."""

    finished: TypedSignal[Any, Exception | None] = signal(2)

    def __init__(
        self,
        parent: QObject,
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
        task: TaskProgress | None,
    ) -> None:
        super().__init__(parent)
        self._done, self._failed, self._task = done, failed, task
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def _on_finished(self, result: Any, error: Exception | None) -> None:
        self.deleteLater()
        if self._is_asker_gone():
            return
        if error is None:
            self._done(result)
        else:
            self._failed(error)

    def _is_asker_gone(self) -> bool:
        """Whether nobody waits any more: told to forget, or the asker was destroyed, and its task with it."""
        if self._task is not None:
            return self._task.forgotten or not isValid(self._task)
        asker = getattr(self._done, "__self__", None)
        return isinstance(asker, QObject) and not isValid(asker)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], answer: _Answer, log: EventLog) -> None:
        super().__init__()
        self._work, self._answer, self._log = work, answer, log

    def run(self) -> None:
        try:
            with self._log.timed("task", self._work):
                result = self._work()
            self._answer.finished.emit(result, None)
        except Exception as error:  # noqa: BLE001 - travels to the thread that asked
            self._answer.finished.emit(None, error)
        give_memory_back()


class Pool(QObject):
    """Runs on Qt's thread pool; a queued signal brings each answer home."""

    makes_ahead = True

    def __init__(self, parent: QObject | None = None, log: EventLog | None = None) -> None:
        super().__init__(parent)
        self._threads, self._log = QThreadPool(self), log or EventLog()

    @property
    def busy(self) -> bool:
        """Whether something runs, or its answer is on the way."""
        return bool(self.findChildren(_Answer)) or self._threads.activeThreadCount() > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        task: TaskProgress | None = None,
    ) -> None:
        """Start the work on a free thread."""
        answer = _Answer(self, cast(Callable[[object], None], done), failed, task)
        self._threads.start(_Job(work, answer, self._log))
