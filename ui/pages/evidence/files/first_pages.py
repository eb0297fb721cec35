"""The first pages of files as small pictures: drawn in the background, one after the other, and kept while they are in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtGui import QImage, QTransform

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.evidence.files.one_by_one import OneByOne
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


class FirstPages(OneByOne[Shown]):
    """``arrived`` carries the id of an item whose first page is there."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context, _MOST)
        self._drawn: sorting.Beginnings | None = None

    def ask(self, case_id: str, items: Iterable[EvidenceItem]) -> None:
        """Draw those that are not there yet, in this order; what was asked for before and is not among them is dropped."""
        self._ask(items)
        if self._waiting:
            self._drawn = self._session.read(sorting.beginnings, case_id)
        self._go_on()

    def work_on(self, item: EvidenceItem, task: TaskProgress) -> Callable[[], Shown]:
        assert self._drawn is not None
        return partial(_draw, self._drawn, item, task)


def _draw(drawn: sorting.Beginnings, item: EvidenceItem, task: TaskProgress) -> Shown:
    page = drawn.picture(item, WIDTH, partial(task.step, 0, 1))
    image = image_of(page.picture) if page.picture is not None else QImage()
    quarters = drawn.turns.get(item.id, 0)
    return Shown(image.transformed(QTransform().rotate(90 * quarters)) if quarters else image, page.pages)
