"""What a merge of one case would do, a line each."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.context import UiContext
from workstation.actions.transfer.merge_plan import MergePlan
from workstation.actions.transfer.shown import record_name
from workstation.wording import Wording


class PlanLabel(QLabel):
    """Counts, no values: nothing in it is private."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context, self._words = context, Wording(context.words.language)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def show_plan(self, plan: MergePlan | None) -> None:
        """Tell of a plan; of none, nothing."""
        self.setText("\n".join(self._lines(plan)) if plan is not None else "")

    def _lines(self, plan: MergePlan) -> list[str]:
        lines = [self.tr("The case is new here.") if plan.new else self.tr("The case is here already.")]
        if plan.added:
            counted = Counter(entry.table for entry in plan.added)
            parts = [f"{record_name(table, self._words)} {count}" for table, count in counted.items()]
            lines.append(self.tr("Added: {entries}").format(entries=self._context.words.listed(parts)))
        figures = {
            self.tr("Fields taken over, changed there only: {count}"): len(plan.changed),
            self.tr("Fields kept, changed here only: {count}"): len(plan.kept),
            self.tr("Entries removed, as they were there: {count}"): len(plan.removed),
            self.tr("Entries unchanged: {count}"): plan.equal,
        }
        return [*lines, *(text.format(count=count) for text, count in figures.items() if count)]
