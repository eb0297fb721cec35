"""A desk on its way: its keys are worked out in the background, then it is opened on the thread that will use it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.background import Background, TaskProgress
from workstation.errors import Refused

if TYPE_CHECKING:
    from workstation.actions.desk import Desk

T = TypeVar("T")


class Opening(QObject):
    """One desk at a time: what is asked for while another is on its way is ignored. ``busy_changed`` carries whether one is."""

    busy_changed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._task = watch = TaskProgress()
        self.busy = False
        # The page goes with the language of the window, and with the window: a desk that arrives later is not opened.
        self.destroyed.connect(lambda: watch.forget())

    def begin(
        self,
        work: Callable[[], T],
        finish: Callable[[T], Desk],
        opened: Callable[[Desk], None],
        refused: Callable[[Refused], None],
    ) -> None:
        """``work`` runs on another thread; ``finish`` makes the open desk of its result here, and either answer comes here."""
        if not self.busy:
            self._set_busy(True)
            arrived = partial(self._on_arrived, finish, opened, refused)
            self._background.run(work, arrived, partial(self._on_failed, refused), self._task)

    def _on_arrived(
        self,
        finish: Callable[[T], Desk],
        opened: Callable[[Desk], None],
        refused: Callable[[Refused], None],
        result: T,
    ) -> None:
        try:
            desk = finish(result)
        except Refused as refusal:
            self._on_failed(refused, refusal)
            return
        self._set_busy(False)
        opened(desk)

    def _on_failed(self, refused: Callable[[Refused], None], error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Refused):
            raise error
        refused(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
