"""The first pages of files as small pictures: drawn in the background, one after the other, and kept while they are in use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QTransform

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from ui.widgets.pages_view import image_of
from workstation.actions.evidence import sorting
from workstation.evidence.verification import EvidenceItem

WIDTH: Final = 320
_MOST: Final = 80
"""Pictures that are kept: some 25 MB."""


@dataclass(frozen=True, slots=True)
class Shown:
    """``picture`` is null where the file shows nothing; ``pages`` 0 where nobody can say."""

    picture: QImage
    pages: int


class FirstPages(QObject):
    """``arrived`` carries the id of an item whose first page is there."""

    arrived: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._kept: dict[str, Shown] = {}
        self._waiting: list[EvidenceItem] = []
        self._task: TaskProgress | None = None
        self._drawn: sorting.Beginnings | None = None
        session.closed.connect(self.forget)

    def shown(self, item_id: str) -> Shown | None:
        """What is known of a file so far."""
        return self._kept.get(item_id)

    def ask(self, case_id: str, items: Iterable[EvidenceItem]) -> None:
        """Draw those that are not there yet, in this order; what was asked for before and is not among them is dropped."""
        self._waiting = [item for item in items if item.id not in self._kept][:_MOST]
        if self._waiting:
            self._drawn = self._session.read(sorting.beginnings, case_id)
        self._go_on()

    def forget(self) -> None:
        """Drop what is kept and what is under way."""
        if self._task is not None:
            self._task.forget()
        self._task, self._waiting = None, []
        self._kept.clear()

    def _go_on(self) -> None:
        while self._task is None and self._waiting and self._drawn is not None:
            item, drawn = self._waiting.pop(0), self._drawn
            task = self._task = TaskProgress(self)
            work = partial(_draw, drawn, item, task)
            self._context.background.run(work, partial(self._on_drawn, item.id), self._on_failed, task)

    def _on_drawn(self, item_id: str, shown: Shown) -> None:
        self._task = None
        self._kept[item_id] = shown
        while len(self._kept) > _MOST:
            self._kept.pop(next(iter(self._kept)))
        self.arrived.emit(item_id)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, Cancelled):
            raise error


def _draw(drawn: sorting.Beginnings, item: EvidenceItem, task: TaskProgress) -> Shown:
    page = drawn.picture(item, WIDTH, partial(task.step, 0, 1))
    image = image_of(page.picture) if page.picture is not None else QImage()
    quarters = drawn.turns.get(item.id, 0)
    return Shown(image.transformed(QTransform().rotate(90 * quarters)) if quarters else image, page.pages)
