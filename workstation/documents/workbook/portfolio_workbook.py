"""The portfolio workbook: the list of many cases, and a live schedule sheet a plan up to a limit.

Written as the cases come: a thousand cases take no more memory than a few, and no debtor's data touches any file
but the one that was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from openpyxl import Workbook

from workstation.casework.case_file import CaseFile
from workstation.documents.workbook.cell_text import safe_text
from workstation.documents.workbook.figures import account_figures, plan_figures
from workstation.documents.workbook.portfolio_list import PlanSheet, PortfolioList
from workstation.documents.workbook.schedule import ScheduleSheet
from workstation.documents.workbook.sheet import new_sheet
from workstation.documents.workbook.styles import INK, Styles
from workstation.documents.workbook.writer import StreamedBook
from workstation.wording import Wording

Step = Callable[[int, int], None]
Reading = Callable[[Iterable[str]], Iterable[CaseFile]]
"""Answers the cases of these ids one after the other."""


@dataclass(frozen=True, slots=True)
class PortfolioFigures:
    """What the workbook says of itself; ``schedules``: so many plans at most get a sheet of their own."""

    language: str
    on: date
    desk: str
    agent: str
    schedules: int


def write_portfolio(out: BinaryIO, about: PortfolioFigures, case_ids: Sequence[str], read: Reading, step: Step) -> int:
    """Write the workbook of these cases into a seekable file; answers how many plans have a sheet.

    ``read`` is asked for the cases as they are needed, ``step`` told (done, total) after each row or
    sheet; what either raises stops the writing.
    """
    words, book = Wording(about.language), Workbook()
    styles = Styles(book, about.language)
    sheet = new_sheet(book, words.text("workbook.sheet.portfolio"), styles, "CNY", INK)
    listed = PortfolioList(sheet, words, about.schedules)
    count = words.text("workbook.portfolio.cases", {"count": f"{len(case_ids):,}"})
    listed.head(f"{about.desk}　{about.on.isoformat()}　{count}")
    _properties(book, about, words)

    def files() -> Iterator[CaseFile]:
        for done, file in enumerate(read(case_ids), 1):
            yield file
            step(done, len(case_ids) + min(about.schedules, len(case_ids)))

    with StreamedBook(out, book, about.on) as stream:
        stream.write(sheet.frame, sheet.grid, listed.rows(files(), about.desk))
        again = read(plan.case_id for plan in listed.plans)
        for done, (plan, file) in enumerate(zip(listed.plans, again, strict=True), len(case_ids) + 1):
            _write_plan(stream, styles, plan, file, words)
            step(done, len(case_ids) + len(listed.plans))
    return len(listed.plans)


def _write_plan(stream: StreamedBook, styles: Styles, sheet_of: PlanSheet, file: CaseFile, words: Wording) -> None:
    plan = next(one for one in file.chosen_plans if one.id == sheet_of.plan_id)
    account = file.account(plan.account_id)
    sheet = new_sheet(stream.book, sheet_of.title, styles, account.currency)
    shown = plan_figures(file, plan, account_figures(file, account, words))
    subtitle = f"{file.case.number}　{file.debtor.name}　{file.today.isoformat()}"
    ScheduleSheet(sheet, shown, words).fill(subtitle, f"{file.case.number}　{file.settings.desk_name}", chart=False)
    stream.write(sheet.frame, sheet.grid)


def _properties(book: Workbook, about: PortfolioFigures, words: Wording) -> None:
    properties = book.properties
    properties.title = safe_text(words.text("workbook.portfolio.document", {"desk": about.desk}))
    properties.subject = words.text("workbook.portfolio.title")
    properties.creator = properties.lastModifiedBy = safe_text(about.agent)
    properties.language = about.language
    book.calculation.fullCalcOnLoad = False
