"""What was found in a statement, as a list that leads to its rows; the whole sentence of the chosen one stands under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from ui.context import UiContext
from ui.look.icons import icon
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, Chip, label, row
from workstation.actions.evidence.statements import StatementRead, is_advice
from workstation.errors import Finding
from workstation.wording import filled

_ROW: Final = "row "
_LEAST, _MOST = 240, 332


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the list. ``row`` and ``month`` are where it leads (0 and empty: nowhere in particular)."""

    text: str
    advice: bool
    row: int = 0
    month: str = ""


class StatementFindings(Card):
    """``picked`` carries the `Remark` that was chosen, ``opened`` the one that was entered."""

    picked: TypedSignal[Remark] = signal(1)
    opened: TypedSignal[Remark] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self._signs = {
            True: icon(context.theme, "warning", "warning"),
            False: icon(context.theme, "state-failed", "bad"),
        }
        self.status = Chip()
        self.table: Table[Remark] = Table(
            [ColumnSpec(self.tr("Finding"), lambda one: one.text, icon=self._sign)],
            line=28,
            empty=self.tr("No remarks on this statement."),
        )
        self.table.setAccessibleName(self.tr("Findings"))
        self.table.horizontalHeader().hide()
        self.whole = label("", wrap=True)
        self.whole.setMinimumHeight(74)
        self.body.addLayout(row(caption(self.tr("Findings")), -1, self.status))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.whole)
        self.table.picked.connect(self._on_table_picked)
        self.table.opened.connect(self.opened)

    def sizeHint(self) -> QSize:
        """As wide as it may be; where the window is narrow it gives way."""
        return QSize(_MOST, super().sizeHint().height())

    def load(self, read: StatementRead) -> None:
        """Show the findings of a statement: what does not add up first, then advice, then the months without income."""
        found = sorted((self._remark(finding) for finding in read.analysis.findings), key=lambda one: one.advice)
        gaps = [Remark(self.tr("No income in {month}").format(month=month), True, month=month)
                for month in read.analysis.income_gaps]  # fmt: skip
        self.table.show_rows([*found, *gaps])
        wrong = sum(not one.advice for one in found)
        if wrong:
            self.status.set_text(filled(self.tr("{count} {count|discrepancy|discrepancies}"), {"count": wrong}), "bad")
        else:
            self.status.set_text(self.tr("Adds up") if not found else self.tr("Review"), "" if not found else "warning")
        nothing = self.tr("Balances, totals, order and duplicates were checked; no problems found.")
        self.whole.setText(nothing if not found else "")

    def _remark(self, finding: Finding) -> Remark:
        number = finding.subject.removeprefix(_ROW)
        return Remark(
            self._context.words.finding(finding),
            is_advice(finding),
            row=int(number) if finding.subject.startswith(_ROW) and number.isdigit() else 0,
        )

    def _sign(self, one: Remark) -> QIcon:
        return self._signs[one.advice]

    def _on_table_picked(self, one: Remark | None) -> None:
        if one is not None:
            self.whole.setText(one.text)
            self.picked.emit(one)


def named_rows(findings: Iterable[Finding]) -> frozenset[int]:
    """The numbers of the rows that findings name."""
    numbers = (finding.subject.removeprefix(_ROW) for finding in findings if finding.subject.startswith(_ROW))
    return frozenset(int(number) for number in numbers if number.isdigit())
