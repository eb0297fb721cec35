"""What the reports have in common: lines with their formulas, and under them the cases of the chosen line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, amount
from ui.pages.registers.case_lists import FoundTable
from ui.pages.registers.part import RegisterPart
from ui.value_table import ColumnSpec, Table
from ui.widgets.charts.stacked_bars import Bar, StackedBars
from ui.widgets.parts import column, row

if TYPE_CHECKING:
    from workstation.actions.reports.figures import ReportCase


class FiguresPart(RegisterPart):
    """Choosing a line shows its cases; Enter on a case opens it. ``became`` is the section of words for what became of each."""

    became = ""
    _TALL = 300
    """Pixels below which the chart gives its room to the tables."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.groups: Table[Any] = Table(
            self.columns(), sortable=True, privacy=context.privacy, empty=self.tr("Nothing to count yet.")
        )
        self.groups.setAccessibleName(self.tr("Figures"))
        self.groups.picked.connect(self._show_cases)
        self.groups.opened.connect(self._on_opened)
        empty = self.tr("Choose a line above; its cases are listed here.")
        self.cases = FoundTable(self._case_columns(), context.privacy, empty, context.background)
        self.cases.setAccessibleName(self.tr("Cases of the line"))
        self.cases.opened.connect(self._on_case_opened)
        self.chart = StackedBars(context.theme)
        self.chart.picked.connect(self._on_bar_picked)
        choices = self.choices()
        body = column(
            *([row(*choices, -1, gap=8)] if choices else []), self.note, self.chart, self.groups, self.cases, gap=8
        )
        at = body.indexOf(self.groups)
        body.setStretch(at, 2)
        body.setStretch(at + 1, 3)
        self.setLayout(body)

    def columns(self) -> list[ColumnSpec[Any]]:
        """The columns of the lines."""
        raise NotImplementedError

    def choices(self) -> Sequence[QWidget | QLayout]:
        """What is chosen above the lines."""
        return ()

    def explained(self) -> str:
        """How the rates are reckoned."""
        raise NotImplementedError

    def legend(self) -> Sequence[str]:
        """What the parts of every bar are."""
        raise NotImplementedError

    def grounds(self) -> Sequence[str]:
        """The colours of the parts by what they mean, tokens of the theme; none where they mean neither good nor bad."""
        return ()

    def bar(self, line: Any) -> Bar:
        """A line as a bar."""
        raise NotImplementedError

    def show_lines(self) -> None:
        self.chart.show_bars(self.legend(), [self.bar(line) for line in self.lines], self.grounds())
        self._give_room()
        self.groups.show_rows(self.lines)
        if self.lines:
            self.groups.selectRow(0)
        self._show_cases(self.groups.current())
        self.note.setText(self.explained() if self.lines else "")

    def entry(self) -> QWidget:
        return self.groups

    def _case_columns(self) -> list[ColumnSpec[ReportCase]]:
        words = self.context.words
        found: list[ColumnSpec[ReportCase]] = [
            ColumnSpec(self.tr("Case no."), lambda one: one.number, 124, whole=True),
            ColumnSpec(self.tr("Name"), lambda one: one.name, 130, private=True),
            ColumnSpec(self.tr("Bank"), lambda one: one.bank),
            ColumnSpec(self.tr("Ending"), lambda one: one.tail or NONE, 70, private=True, keep=(0, 0)),
            ColumnSpec(
                self.tr("Days"), lambda one: NONE if one.days is None else str(one.days), 64, figure=True,
                order=lambda one: one.days,
            ),
            ColumnSpec(
                self.tr("Owed"), lambda one: amount(one.amount) if one.amount else NONE, 124, figure=True,
                order=lambda one: one.amount.minor if one.amount else -1,
            ),
        ]  # fmt: skip
        if self.became:
            section = self.became
            found.append(ColumnSpec(self.tr("Became"), lambda one: words.label(section, one.became), 110))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        self.chart.setVisible(bool(self.lines) and self.height() >= self._TALL + self.chart.sizeHint().height())

    def _on_bar_picked(self, number: int) -> None:
        chosen = self.lines[number]
        self.groups.select(lambda one: one is chosen)

    def _show_cases(self, line: Any) -> None:
        self.cases.show_rows(line.cases if line is not None else ())

    def _on_opened(self, _line: Any) -> None:
        self.cases.setFocus()
        self.cases.selectRow(0)

    def _on_case_opened(self, one: ReportCase) -> None:
        self.opened.emit(one.case_id)
