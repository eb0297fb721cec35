"""What files are proposed for, read in the background one after the other; the file that is looked at comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.evidence.files.one_by_one import OneByOne
from workstation.actions.evidence import sorting
from workstation.evidence.proposal import Proposal
from workstation.evidence.verification import EvidenceItem


class Proposals(OneByOne[Proposal]):
    """``arrived`` carries the id of an item whose proposal is there; until then nothing is proposed for it."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self._sorter: sorting.Sorter | None = None

    def ask(self, case_id: str, items: Iterable[EvidenceItem]) -> None:
        """Propose entries for those that have no proposal yet, in this order."""
        sorter = self._session.read(sorting.sorter, case_id)
        if self._sorter is not None and sorter.asked != self._sorter.asked:
            self._kept.clear()
        self._sorter = sorter
        self._ask(items)
        self._go_on()

    def work_on(self, item: EvidenceItem, task: TaskProgress) -> Callable[[], Proposal]:
        assert self._sorter is not None
        return partial(self._sorter.by_content, item, partial(task.step, 0, 1))
