"""What files are proposed for, read in the background one after the other; the file that is looked at comes first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from workstation.actions.evidence import sorting
from workstation.evidence.proposal import Proposal
from workstation.evidence.verification import EvidenceItem


class Proposals(QObject):
    """``arrived`` carries the id of an item whose proposal is there; until then nothing is proposed for it."""

    arrived: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._kept: dict[str, Proposal] = {}
        self._waiting: list[EvidenceItem] = []
        self._task: TaskProgress | None = None
        self._sorter: sorting.Sorter | None = None
        session.closed.connect(self.forget)

    def of(self, item_id: str) -> Proposal | None:
        """What a file is proposed for; None while it is being read."""
        return self._kept.get(item_id)

    def ask(self, case_id: str, items: Iterable[EvidenceItem]) -> None:
        """Propose entries for those that have no proposal yet, in this order."""
        sorter = self._session.read(sorting.sorter, case_id)
        if self._sorter is not None and sorter.asked != self._sorter.asked:
            self._kept.clear()
        self._sorter = sorter
        self._waiting = [item for item in items if item.id not in self._kept]
        self._go_on()

    def forget(self) -> None:
        """Drop what is kept and what is under way."""
        if self._task is not None:
            self._task.forget()
        self._task, self._waiting = None, []
        self._kept.clear()

    def _go_on(self) -> None:
        while self._task is None and self._waiting and self._sorter is not None:
            item, sorter = self._waiting.pop(0), self._sorter
            task = self._task = TaskProgress(self)
            work = partial(sorter.by_content, item, partial(task.step, 0, 1))
            self._context.background.run(work, partial(self._on_read, item.id), self._on_failed, task)

    def _on_read(self, item_id: str, found: Proposal) -> None:
        self._task = None
        self._kept[item_id] = found
        self.arrived.emit(item_id)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, Cancelled):
            raise error
