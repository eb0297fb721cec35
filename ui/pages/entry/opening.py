"""A desk on its way: its keys are worked out and it is opened in the background, then handed to the thread that will use it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.background import Background, TaskProgress
from workstation.errors import Refused

if TYPE_CHECKING:
    from workstation.actions.desk import Desk


class Opening(QObject):
    """One desk at a time: what is asked for while another is on its way is ignored. ``busy_changed`` carries whether one is."""

    busy_changed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._gone = gone = Event()
        self.busy = False
        # The page goes with the language of the window, and with the window: a desk that arrives later is shut again.
        self.destroyed.connect(lambda: gone.set())

    def begin(
        self,
        work: Callable[[], Desk],
        opened: Callable[[Desk], None],
        refused: Callable[[Refused], None],
        task: TaskProgress | None = None,
    ) -> None:
        """``work`` makes or opens the desk on another thread, which leaves it to this one; either answer comes here."""
        if not self.busy:
            self._set_busy(True)
            self._background.run(work, partial(self._on_arrived, opened), partial(self._on_failed, refused), task)

    def _on_arrived(self, opened: Callable[[Desk], None], desk: Desk) -> None:
        if self._gone.is_set():
            desk.close()
            return
        self._set_busy(False)
        opened(desk)

    def _on_failed(self, refused: Callable[[Refused], None], error: Exception) -> None:
        if self._gone.is_set():
            return
        self._set_busy(False)
        if not isinstance(error, Refused):
            raise error
        refused(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
