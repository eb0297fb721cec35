"""The statement in full, over the whole page: months, rows with filters and findings that lead to them, and the income."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import amount, day
from ui.pages.evidence.statement.findings import Remark, StatementFindings, named_rows
from ui.pages.evidence.statement.income import StatementIncome
from ui.pages.evidence.statement.recognition import RecognitionBar
from ui.pages.evidence.statement.rows import StatementRows
from ui.widgets.charts.month_chart import MonthBar, MonthChart
from ui.widgets.parts import Card, Elided, button, column, icon_button, label
from ui.widgets.room.flow import flow
from ui.widgets.room.page_stack import PageStack
from ui.widgets.scrolled import beside
from workstation.actions.evidence.statements import IncomeRead, StatementRead


class StatementSheet(QWidget):
    """Two parts behind two buttons. ``closed`` asks to go back to the evidence, ``income_requested`` for the income of the case."""

    closed = Signal()
    income_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._read: StatementRead | None = None
        self.title = label("", "section")
        self.facts = Elided("", "quiet")
        self.chart = MonthChart(context.theme)
        self.rows = StatementRows(context)
        self.findings = StatementFindings(context)
        self.income = StatementIncome(context)
        self._stack = PageStack()
        self.parts: dict[str, QWidget] = {"rows": self._rows_part(), "income": self.income}
        for part in self.parts.values():
            self._stack.addWidget(part)
        names = {"rows": self.tr("T&ransactions"), "income": self.tr("&Income")}
        self.switches = {name: self._switch(name, text) for name, text in names.items()}
        self.back = icon_button(context.theme, "back", self.tr("Back to evidence (Esc)"), self.closed.emit)
        self.recognition = RecognitionBar(session, context)
        head = flow(self.back, self.title, self.facts, self.recognition, *self.switches.values(), gap=10)
        head.setStretch(2, 1)
        body = column(head, self._stack, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)
        self._connect()
        self.show_part("rows")

    def _rows_part(self) -> QWidget:
        view = QWidget()
        self.chart.setFixedHeight(150)
        rows = Card(self.chart, self.rows, gap=8)
        rows.body.setStretch(1, 1)
        parts = beside(rows, self.findings)
        parts.setStretch(0, 1)
        view.setLayout(parts)
        return view

    def _connect(self) -> None:
        self.chart.picked.connect(self.rows.set_month)
        self.rows.month_picked.connect(self.chart.choose)
        self.findings.picked.connect(lambda one: self._lead(one, focus=False))
        self.findings.opened.connect(lambda one: self._lead(one, focus=True))

    def _switch(self, name: str, text: str) -> QPushButton:
        made = button(text, "segment", lambda: self.show_part(name))
        made.setCheckable(True)
        made.setMinimumWidth(104)
        return made

    def show_part(self, name: str) -> None:
        """Turn to the rows or to the income; the income is read when it is first looked at."""
        self._stack.setCurrentWidget(self.parts[name])
        for other, switch in self.switches.items():
            switch.setChecked(other == name)
        if name == "income":
            self.income_requested.emit()

    def load(self, read: StatementRead) -> None:
        """Show a statement, its rows first."""
        self._read = read
        self.recognition.offer(read.item.id if read.recognised else "", read.recognised)
        self.title.setText(layout_words(self._context, read.statement.layout))
        self.facts.set_text("  ·  ".join(statement_facts(self._context, read)))
        self.chart.show_bars(tuple(month_bars(self._context, read)))
        self.findings.load(read)
        self.rows.load(read, named_rows(read.analysis.findings))
        self.show_part("rows")

    def load_income(self, read: IncomeRead) -> None:
        """Show the income of the case."""
        self.income.load(read)

    def _lead(self, one: Remark, *, focus: bool) -> None:
        if one.row:
            self.rows.jump(one.row, focus=focus)
        elif one.month:
            self.rows.clear()
            self.rows.set_month(one.month)
            self.chart.choose(one.month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def cover(self) -> None:
        """Say again what names people and numbers; rows and filters stay as they are."""
        if self._read is not None:
            self.facts.set_text("  ·  ".join(statement_facts(self._context, self._read)))
            self.findings.load(self._read)
        self.income.cover()


def layout_words(context: UiContext, layout: str) -> str:
    """A layout in words; one that was mapped by hand bears the name it was given."""
    return layout.removeprefix("hand.") if layout.startswith("hand.") else context.words.label("layout", layout)


def statement_facts(context: UiContext, read: StatementRead) -> Iterator[str]:
    """Account, period and rows of a statement, in words."""
    statement = read.statement
    if statement.account:
        yield context.privacy.text(statement.account)
    yield f"{day(statement.from_on)} – {day(statement.to_on)}"
    yield context.words.sentence("statement_facts.rows", {"count": f"{statement.rows_read:,}"})
    if statement.rows_left_out:
        yield context.words.sentence("statement_facts.left_out", {"count": str(len(statement.rows_left_out))})


def month_bars(context: UiContext, read: StatementRead) -> Iterator[MonthBar]:
    """The months of a statement as bars."""
    gaps = set(read.analysis.income_gaps)
    for month in read.analysis.months:
        figures = {"month": month.month, "income": amount(month.income), "expense": amount(month.expense)}
        words = context.words.sentence("statement_facts.month", figures)
        yield MonthBar(month.month, month.income.minor, month.expense.minor, month.month in gaps, month.whole, words)
