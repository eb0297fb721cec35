"""A statement read and analysed: months with income and spending, the gaps named, and what does not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.desk import DeskSession
from ui.kit import Kit
from ui.table import Column, Table
from ui.widgets.parts import column, label
from ui.wording import amount, day
from workstation.actions import evidence
from workstation.errors import Damaged, Refused

if TYPE_CHECKING:
    from workstation.evidence.statements.statement import Analysis, Statement


class StatementView(QWidget):
    """Shows what `read_item_statement` found; reading is quick enough to be done at once."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.head = label("", "quiet", wrap=True)
        self.table: Table[Any] = Table(
            [
                Column(self.tr("Month"), lambda one: str(one.month), 90),
                Column(self.tr("Income"), lambda one: amount(one.income), 0, figure=True),
                Column(self.tr("Spending"), lambda one: amount(one.expense), 0, figure=True),
                Column(self.tr("Entries"), lambda one: str(one.count), 64, figure=True),
            ]
        )
        self.table.setAccessibleName(self.tr("Months of the statement"))
        self.gaps = label("", "advice", wrap=True)
        self.findings = label("", "finding", wrap=True)
        body = column(self.head, self.table, self.gaps, self.findings, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)

    def read(self, session: DeskSession, item_id: str) -> None:
        """Read an item as a statement and show the outcome, or why it could not be read."""
        try:
            statement, analysis = session.read(evidence.read_item_statement, item_id)
        except Refused as refused:
            self.findings.setText("\n".join(self._kit.words.finding(one) for one in refused.findings))
            return
        except Damaged as damaged:
            self.findings.setText(str(damaged))
            return
        self._show(statement, analysis)

    def _show(self, statement: Statement, analysis: Analysis) -> None:
        self.head.setText(
            self.tr("{layout}, {start} to {end}, {rows} rows read").format(
                layout=statement.layout,
                start=day(statement.from_on),
                end=day(statement.to_on),
                rows=statement.rows_read,
            )
        )
        self.table.show_rows(tuple(analysis.months))
        if analysis.income_gaps:
            self.gaps.setText(
                "△ " + self.tr("No income in {months}").format(months=self._kit.words.listed(analysis.income_gaps))
            )
        found = (*statement.findings, *analysis.findings)
        self.findings.setText("\n".join("✕ " + self._kit.words.finding(one) for one in found[:4]))
