"""Questions about files, each worked on in the background when the one before is answered; the answers are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from workstation.evidence.verification import EvidenceItem

T = TypeVar("T")


class OneByOne(QObject, Generic[T]):
    """``arrived`` carries the id of an item whose answer is there. No more than ``most`` answers are kept, the latest."""

    arrived: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext, most: int = 0) -> None:
        super().__init__()
        self._session, self._context, self._most = session, context, most
        self._kept: dict[str, T] = {}
        self._waiting: list[EvidenceItem] = []
        self._task: TaskProgress | None = None
        session.closed.connect(self.forget)

    def of(self, item_id: str) -> T | None:
        """The answer for a file; None while it is being worked on."""
        return self._kept.get(item_id)

    def forget(self) -> None:
        """Drop what is kept and what is under way."""
        if self._task is not None:
            self._task.forget()
        self._task, self._waiting = None, []
        self._kept.clear()

    def work_on(self, item: EvidenceItem, task: TaskProgress) -> Callable[[], T]:
        """What answers the question about a file, on any thread."""
        raise NotImplementedError

    def _ask(self, items: Iterable[EvidenceItem]) -> None:
        """Work on those without an answer, in this order; what was asked before and is not among them is dropped."""
        lacking = [item for item in items if item.id not in self._kept]
        self._waiting = lacking[: self._most] if self._most else lacking

    def _go_on(self) -> None:
        while self._task is None and self._waiting:
            item = self._waiting.pop(0)
            task = self._task = TaskProgress(self)
            self._context.background.run(
                self.work_on(item, task), partial(self._on_answered, item.id), self._on_failed, task
            )

    def _on_answered(self, item_id: str, answer: T) -> None:
        self._task = None
        self._kept[item_id] = answer
        while self._most and len(self._kept) > self._most:
            self._kept.pop(next(iter(self._kept)))
        self.arrived.emit(item_id)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, Cancelled):
            raise error
