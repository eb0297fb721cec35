"""A statement beside its checks: its months as bars and figures, what is missing in it, and the way to the whole of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import amount
from ui.pages.evidence.statement.recognition import RecognitionBar
from ui.pages.evidence.statement.sheet import layout_words, month_bars, statement_facts
from ui.value_table import ColumnSpec, Table
from ui.widgets.charts.month_chart import MonthChart
from ui.widgets.parts import Elided, button, column, label, row
from workstation.actions.evidence.recognition import SCANNED, can_recognise
from workstation.actions.evidence.statements import StatementRead, is_advice
from workstation.actions.formulas import NOT_COMPUTED, can_compute
from workstation.errors import Damaged, Refused
from workstation.evidence.statements.income import Month


class StatementView(QWidget):
    """``opened`` asks for the whole statement, ``mapping_requested`` for the columns of one whose layout is not known,
    ``compute_requested`` for the results of formulas that the file lacks. ``item_id``: the proof that is spoken of.
    """

    opened = Signal()
    compute_requested = Signal()
    mapping_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.item_id = ""
        self.head = Elided("", "section")
        self.facts = Elided("", "quiet")
        self.chart = MonthChart(context.theme)
        self.chart.setFixedHeight(142)
        self.table: Table[Month] = Table(
            [
                ColumnSpec(self.tr("Month"), lambda one: str(one.month), 90),
                ColumnSpec(self.tr("Income"), lambda one: amount(one.income), 0, figure=True),
                ColumnSpec(self.tr("Spending"), lambda one: amount(one.expense), 0, figure=True),
                ColumnSpec(self.tr("Entries"), lambda one: str(one.count), 64, figure=True),
            ],
            line=26,
            empty=self.tr("The months of the statement are shown here."),
        )
        self.table.setAccessibleName(self.tr("Months of the statement"))
        self.gaps = label("", "advice", wrap=True)
        self.findings = label("", "finding", wrap=True)
        self.open_button = button(self.tr("&Open statement"), on_click=self.opened.emit)
        self.map_button = button(self.tr("&Map columns"), on_click=self.mapping_requested.emit)
        self.compute_button = button(self.tr("&Compute with LibreOffice"), on_click=self.compute_requested.emit)
        self.recognition = RecognitionBar(session, context)
        notes = column(self.gaps, self.findings, gap=2)
        buttons = row(-1, self.compute_button, self.map_button, self.open_button, gap=8)
        parts = (self.head, self.facts, self.chart, self.table, self.recognition, notes, buttons)
        body = column(*parts, gap=6)
        body.setStretch(3, 1)
        body.addStretch(0)  # without a table the words stay under the head
        self.setLayout(body)
        self.chart.picked.connect(self._on_month_picked)
        self.wait()

    def wait(self) -> None:
        """Say that the statement is being read."""
        self.recognition.offer("")
        self._show_parts(read=False, unknown=False)
        self.head.set_text(self.tr("Reading the statement…"))
        self.facts.set_text("")
        self.gaps.setText("")
        self.findings.setText("")

    def refuse(self, error: Refused | Damaged) -> None:
        """Say why it could not be read; an unknown layout can be named by hand."""
        codes = {one.code for one in error.findings} if isinstance(error, Refused) else set()
        self._show_parts(read=False, unknown="statement_layout_unknown" in codes)
        self.compute_button.setVisible(NOT_COMPUTED in codes and can_compute())
        self.recognition.offer(self.item_id if SCANNED in codes else "")
        self.head.set_text(self.tr("Could not be read as a statement"))
        if isinstance(error, Refused):
            self.findings.setText("\n".join(self._context.words.finding(one) for one in error.findings))
        else:
            self.findings.setText(str(error))

    def offers_recognition(self, error: Refused | Damaged) -> bool:
        """Whether what could not be read is a scan whose text can be recognised here."""
        return isinstance(error, Refused) and error.findings[0].code == SCANNED and can_recognise()

    def load(self, read: StatementRead) -> None:
        """Show what was read."""
        self.recognition.offer(read.item.id, read.recognised)
        self._show_parts(read=True, unknown=False)
        words = self._context.words
        self.head.set_text(layout_words(self._context, read.statement.layout))
        self.facts.set_text("  ·  ".join(statement_facts(self._context, read)))
        self.chart.show_bars(tuple(month_bars(self._context, read)))
        self.table.show_rows(read.analysis.months)
        gaps = self.tr("No income in {months}").format(months=words.listed(read.analysis.income_gaps))
        self.gaps.setText("△ " + gaps if read.analysis.income_gaps else "")
        self.findings.setText(self._summary(read))

    def _summary(self, read: StatementRead) -> str:
        """The first thing that does not add up, and how many more there are."""
        found = sorted(read.analysis.findings, key=is_advice)
        if not found:
            return ""
        sign = "△ " if is_advice(found[0]) else "✕ "
        more = self.tr(" And {count} more.").format(count=len(found) - 1) if len(found) > 1 else ""
        return sign + self._context.words.finding(found[0]) + more

    def _show_parts(self, *, read: bool, unknown: bool) -> None:
        for part in (self.chart, self.table, self.open_button):
            part.setVisible(read)
        self.map_button.setVisible(unknown)
        self.compute_button.setVisible(False)

    def _on_month_picked(self, month: str) -> None:
        self.table.clearSelection()
        self.table.select(lambda one: one.month == month)
