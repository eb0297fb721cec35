"""The rows of a list that go back to the bank, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QPushButton

from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, label, row
from workstation.errors import Finding
from workstation.profile.portfolio.portfolio import RejectedRow

_SHOWN: Final = 1000
"""Rows that are listed; the workbook holds all."""


class RejectedPart(Card):
    """``save``: the button that writes them; ``words``: a finding as a sentence."""

    def __init__(self, words: Callable[[Finding], str], save: QPushButton) -> None:
        super().__init__(gap=8)
        self._words = words
        self.table: Table[RejectedRow] = Table(
            [
                ColumnSpec(self.tr("Row"), lambda one: str(one.row), 64, figure=True),
                ColumnSpec(self.tr("Reason"), self._reasons),
            ],
            empty=self.tr("Rows that cannot be taken in are listed here with the reason."),
        )
        self.table.setAccessibleName(self.tr("Rejected rows"))
        self.more = label("", "hint", wrap=True)
        self.reason = label("", "finding", wrap=True)
        self.table.picked.connect(self._on_picked)
        self.body.addLayout(row(caption(self.tr("Rejected rows")), -1, save))
        for part in (self.table, self.more, self.reason):
            self.body.addWidget(part)
        self.body.setStretch(1, 1)

    def show_rows(self, rows: Sequence[RejectedRow]) -> None:
        """List the first of them, and say how many more there are."""
        self.reason.setText("")
        self.table.show_rows(rows[:_SHOWN], lambda _one: True)
        left = len(rows) - _SHOWN
        self.more.setText(
            self.tr("{count} more rejected rows are only in the saved workbook.").format(count=f"{left:,}")
        )
        self.more.setVisible(left > 0)

    def _on_picked(self, one: RejectedRow | None) -> None:
        self.reason.setText(self._reasons(one) if one else "")

    def _reasons(self, one: RejectedRow) -> str:
        return " ".join(self._words(finding) for finding in one.findings)
