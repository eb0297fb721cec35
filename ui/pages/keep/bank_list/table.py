"""The table of the rows of a bank's list: whose each is, its figures, and what speaks against it."""

from __future__ import annotations

from typing import Final

from ui.context import UiContext
from ui.look.wording import NONE, amount, day
from ui.pages.keep.bank_list.lines import ListLine
from ui.value_table import ColumnSpec, Table

_MARKS: Final = {True: "✓", None: "?", False: "✕"}


class ListTable(Table[ListLine]):
    """✓ is taken, ? waits for an answer, ✕ is not taken. Of balances ours and the difference stand beside what is stated."""

    def __init__(self, context: UiContext, *, balances: bool) -> None:
        self._context = context
        super().__init__(self._specs(balances=balances), line=26, privacy=context.privacy)
        self.setAccessibleName(self.tr("Rows of the list"))

    def say_empty(self, *, read: bool) -> None:
        """What to do while there are no rows; ``read``: a file is there, and its columns are not known yet."""
        self.say_instead(
            self.tr("Name the columns above; the rows are shown here then.")
            if read
            else self.tr("Choose a file, drop one here, or paste a file or copied cells (Ctrl+V).")
        )

    def _specs(self, *, balances: bool) -> list[ColumnSpec[ListLine]]:
        stated = self.tr("Stated") if balances else self.tr("Amount")
        found: list[ColumnSpec[ListLine]] = [
            ColumnSpec("", lambda one: _MARKS[one.taken], 28, whole=True),
            ColumnSpec(self.tr("Row"), lambda one: str(one.row), 48, figure=True),
            ColumnSpec(self.tr("Bank"), lambda one: one.account.bank if one.account else NONE, 110, bold=True),
            ColumnSpec(
                self.tr("Ending"), lambda one: one.account.tail if one.account else "", 62, private=True, keep=(0, 0)
            ),
            ColumnSpec(self.tr("Day"), lambda one: day(one.on), 88, whole=True),
            ColumnSpec(stated, lambda one: amount(one.amount), 104, figure=True),
        ]
        if balances:
            found.append(ColumnSpec(self.tr("Ours"), lambda one: amount(one.ours), 104, figure=True))
            found.append(ColumnSpec(self.tr("Difference"), self._difference, 104, figure=True))
        found.append(ColumnSpec(self.tr("In the list"), lambda one: one.who, 130, private=True, keep=(0, 0)))
        found.append(ColumnSpec(self.tr("Question"), self._reasons))
        return found

    def _reasons(self, one: ListLine) -> str:
        return " ".join(self._context.words.finding(finding) for finding in one.findings)

    def _difference(self, one: ListLine) -> str:
        if one.amount is None or one.ours is None or one.amount == one.ours:
            return NONE
        return amount(one.amount - one.ours)
