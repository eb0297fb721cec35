"""The Excel workbook of a case: summary, a schedule sheet per chosen plan, a trial sheet, options, budget, evidence, sources.

All sums are live formulas with stored results that equal the program to the fen; nothing in the file depends on the clock.
"""

from __future__ import annotations

from typing import Final

from openpyxl import Workbook

from workstation.documents.workbook.budget import BudgetSheet
from workstation.documents.workbook.cell_text import safe_text
from workstation.documents.workbook.evidence import fill_evidence
from workstation.documents.workbook.figures import PlanSheetFigures, WorkbookFigures, workbook_figures
from workstation.documents.workbook.options import OptionsSheet
from workstation.documents.workbook.schedule import FIRST_ROW, ScheduleSheet
from workstation.documents.workbook.sheet import WorkbookSheet, new_sheet, quoted_title
from workstation.documents.workbook.sources import fill_sources
from workstation.documents.workbook.styles import ACCENT, INK, INPUT_LINE, SOFT_INK, Styles
from workstation.documents.workbook.summary import PlanRange, SummarySheet
from workstation.documents.workbook.trial.sheet import TrialSheet
from workstation.documents.workbook.writer import workbook_bytes
from workstation.wording import Wording

TABS: Final = {
    "summary": INK,
    "schedule": ACCENT,
    "trial": INPUT_LINE,
    "options": ACCENT,
    "budget": SOFT_INK,
    "evidence": SOFT_INK,
    "sources": SOFT_INK,
}
"""Colour of the tab by kind of sheet."""

__all__ = ["WorkbookFigures", "case_workbook", "workbook_figures"]


def case_workbook(figures: WorkbookFigures) -> bytes:
    """The .xlsx of a case; the same figures give the same bytes."""
    return _CaseWorkbook(figures).bytes()


class _CaseWorkbook:
    """One workbook under construction."""

    def __init__(self, figures: WorkbookFigures) -> None:
        self.figures = figures
        self.words = Wording(figures.language)
        self.book = Workbook()
        self.styles = Styles(self.book, figures.language)
        self.sheets: list[WorkbookSheet] = []
        self.subtitle = f"{figures.case_number}　{figures.name}　{self.words.day(figures.on)}"

    def bytes(self) -> bytes:
        """Fill every sheet and write the file."""
        figures, book = self.figures, self.book
        blank = book.worksheets[0]
        summary = SummarySheet(self._sheet("summary", figures.budget.currency), figures, self.words)
        ranges = tuple(self._plan(plan) for plan in figures.plans)
        for plan in figures.plans:
            self._trial(plan)
        currency = figures.budget.currency
        options = OptionsSheet(self._sheet("options", currency), figures.options, self.words)
        options.fill(self.subtitle, self._footer(), figures.orders, figures.costs)
        budget = BudgetSheet(self._sheet("budget", currency), figures.budget, self.words)
        budget.fill(self.subtitle, self._footer())
        evidence = self._sheet("evidence", currency)
        fill_evidence(evidence, figures, self.words, self.subtitle, self._footer())
        fill_sources(self._sheet("sources", currency), figures.sources, self.words, self.subtitle, self._footer())
        surplus = f"{quoted_title(budget.sheet.frame.title)}!{budget.surplus}"
        summary.fill(ranges, surplus, self._footer())
        book.remove(blank)
        summary.sheet.frame.sheet_view.tabSelected = True
        self._properties()
        grids = {sheet.frame.title: sheet.grid for sheet in self.sheets}
        return workbook_bytes(book, grids, figures.on)

    def _word(self, key: str, **texts: str) -> str:
        return self.words.text(f"workbook.{key}", texts)

    def _footer(self) -> str:
        return f"{self.figures.case_number}　{self.figures.desk}"

    def _sheet(self, name: str, currency: str, title: str = "") -> WorkbookSheet:
        sheet = new_sheet(self.book, title or self._word(f"sheet.{name}"), self.styles, currency, TABS[name])
        self.sheets.append(sheet)
        return sheet

    def _plan(self, plan: PlanSheetFigures) -> PlanRange:
        account = plan.account.account
        title = self._word("sheet.schedule", bank=account.bank[:16], tail=account.tail)
        sheet = self._sheet("schedule", account.currency, title)
        ScheduleSheet(sheet, plan, self.words).fill(self.subtitle, self._footer())
        return PlanRange(plan, sheet, FIRST_ROW, FIRST_ROW + len(plan.schedule.rows))

    def _trial(self, plan: PlanSheetFigures) -> None:
        """One for each plan; by itself it needs no name."""
        most, account = max(self.figures.max_instalments, 1), plan.account.account
        title = self._word("sheet.trial_of", bank=account.bank[:16], tail=account.tail)
        sheet = self._sheet("trial", account.currency, title if len(self.figures.plans) > 1 else "")
        TrialSheet(sheet, plan, self.words, most).fill(self.subtitle, self._footer())

    def _properties(self) -> None:
        properties = self.book.properties
        properties.title = safe_text(self._word("document.title", number=self.figures.case_number))
        properties.subject = self._word("document.subject")
        properties.creator = safe_text(self.figures.agent)
        properties.lastModifiedBy = safe_text(self.figures.agent)
        properties.language = self.words.language
        self.book.calculation.fullCalcOnLoad = False
