"""The list of the portfolio workbook: one row an account of every case, its sums, and links to the schedules that have a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from openpyxl.worksheet.hyperlink import Hyperlink

from workstation.casework.case_file import CaseFile
from workstation.documents.workbook.cell_text import Cell, Value, address, row_xml
from workstation.documents.workbook.figures import account_figures
from workstation.documents.workbook.sheet import WorkbookSheet, free_title, grown, quoted_title
from workstation.money import Money
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.wording import Wording

HEAD_ROW: Final = 4
FIRST_ROW: Final = HEAD_ROW + 1
COLUMNS: Final = (
    ("number", "row_whole", 6.0), ("case_number", "row_text", 18.0), ("name", "row_text", 22.0), ("stage", "row_text", 11.0),
    ("bank", "row_text", 22.0), ("product", "row_text", 16.0), ("tail", "row_center", 11.0), ("currency", "row_center", 8.0),
    ("due_on", "row_day", 13.0), ("overdue_since", "row_day", 13.0), ("days_overdue", "row_whole", 10.0),
    ("bucket", "row_center", 8.0),
    ("principal", "row_money", 23.0), ("interest", "row_money", 21.0), ("penalty", "row_money", 21.0), ("fees", "row_money", 21.0),
    ("owed", "row_strong", 23.0), ("method", "row_text", 14.0), ("count", "row_whole", 8.0), ("first_due", "row_day", 13.0),
    ("largest", "row_money", 19.0), ("payment", "row_strong", 23.0), ("sheet", "row_link", 26.0),
)  # fmt: skip
"""Word, look and width (characters) of every column; sums of a whole list have up to fifteen digits."""
_WIDTHS: Final = tuple(width for _, _, width in COLUMNS)
_AT: Final = {name: column for column, (name, _, _) in enumerate(COLUMNS, 1)}
_SUMMED: Final = ("principal", "interest", "penalty", "fees", "owed", "payment")
_KEPT: Final = 3
"""Columns that say whose row it is: in sight while the rest scrolls, repeated on the second page across."""


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A plan that gets a sheet of its own, and the row of the list that links to it."""

    case_id: str
    plan_id: str
    title: str
    row: int


@dataclass
class PortfolioList:
    """Fills the list sheet; ``most`` plans at most get a sheet, `plans` are they once all rows were taken."""

    sheet: WorkbookSheet
    words: Wording
    most: int
    plans: list[PlanSheet] = field(default_factory=list)
    _sums: dict[str, dict[str, int]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def head(self, subtitle: str) -> None:
        """Title and header row."""
        sheet = self.sheet
        sheet.grid.streamed = True
        self._taken.add(str(sheet.frame.title))
        sheet.widths(*_WIDTHS)
        sheet.span(1, 1, 7, self._word("portfolio.title"), "title")
        sheet.span(2, 1, 7, subtitle, "subtitle")
        sheet.height(1, 32)
        for column, (name, look, _) in enumerate(COLUMNS, 1):
            sheet.put(HEAD_ROW, column, self._word(f"column.{name}"), _HEADS.get(look, "head_center"))
        sheet.head(HEAD_ROW)
        sheet.frame.freeze_panes = address(FIRST_ROW, _KEPT + 1)

    def rows(self, files: Iterable[CaseFile], footer: str) -> Iterator[str]:
        """The rows of the cases as they come, the sums, and at the end what can only be said of a whole list."""
        at = FIRST_ROW
        for number, file in enumerate(files, 1):
            for account in file.accounts or (None,):
                cells = self._cells(self._values(file, number, account, at), account, at)
                yield row_xml(at, cells, grown((cell.value for cell in cells), _WIDTHS))
                at += 1
        yield from self._totals(at)
        self._finish(at, footer)

    def _word(self, key: str, **figures: str) -> str:
        return self.words.text(f"workbook.{key}", figures)

    # ── One row ──

    def _values(self, file: CaseFile, number: int, account: Account | None, row: int) -> dict[str, Value]:
        case = file.case
        found: dict[str, Value] = {
            "number": number,
            "case_number": case.number,
            "name": file.debtor.name,
            "stage": self.words.text(f"stage.{case.stage.key}"),
        }
        return found | (self._owed(file, account, row) if account else {})

    def _owed(self, file: CaseFile, account: Account, row: int) -> dict[str, Value]:
        shown, plan = account_figures(file, account, self.words), file.chosen(account.id)
        owed = shown.account
        found: dict[str, Value] = {
            "bank": account.bank,
            "product": shown.product,
            "tail": account.tail,
            "currency": account.currency,
            "due_on": account.due_on,
            "overdue_since": account.overdue_since,
            "days_overdue": shown.days_overdue,
            "bucket": shown.bucket,
            "principal": owed.principal,
            "interest": owed.interest,
            "penalty": owed.penalty,
            "fees": owed.fees,
            "owed": owed.owed,
        }
        return found | (self._planned(file, plan, account, row) if plan else {})

    def _planned(self, file: CaseFile, plan: PlanVersion, account: Account, row: int) -> dict[str, Value]:
        schedule = file.schedules[plan.id]
        return {
            "method": self.words.text(f"method.{plan.terms.method}"),
            "count": len(schedule.rows),
            "first_due": schedule.rows[0].due_on,
            "largest": Money(max(one.payment_minor for one in schedule.rows), account.currency),
            "payment": schedule.totals.payment,
            "sheet": self._sheet_of(file, plan, account, row),
        }

    def _sheet_of(self, file: CaseFile, plan: PlanVersion, account: Account, row: int) -> str:
        """The title of the plan's sheet; past the limit, that it has none here."""
        if len(self.plans) >= self.most:
            return self._word("portfolio.no_sheet")
        title = free_title(f"{file.case.number} {account.tail}", self._taken)
        self._taken.add(title)
        self.plans.append(PlanSheet(file.case.id, plan.id, title, row))
        return title

    def _cells(self, values: dict[str, Value], account: Account | None, row: int) -> list[Cell]:
        currency = account.currency if account else "CNY"
        cells = [self._cell(look, values.get(name), currency) for name, look, _ in COLUMNS]
        if account:
            at, area = _AT["owed"] - 1, f"{address(row, _AT['principal'])}:{address(row, _AT['fees'])}"
            owed = cells[at]
            cells[at] = Cell(owed.value, owed.style, f"ROUND(SUM({area}),{account.owed.digits})")
        for name in _SUMMED:
            if isinstance(value := values.get(name), Money):
                sums = self._sums.setdefault(currency, dict.fromkeys(_SUMMED, 0))
                sums[name] += value.minor
        return cells

    def _cell(self, look: str, value: Value, currency: str) -> Cell:
        styles = self.sheet.styles
        return Cell(value, styles.of_text(look, value) if isinstance(value, str) else styles.of(look, currency))

    # ── Below and around ──

    def _totals(self, end: int) -> Iterator[str]:
        """One row of sums a currency, by formula."""
        for row, (currency, sums) in enumerate(self._sums.items(), end):
            texts = {"case_number": self._word("total"), "currency": currency}
            cells = [self._cell("total_text", texts.get(name), currency) for name, _, _ in COLUMNS]
            for name, minor in sums.items():
                cells[_AT[name] - 1] = self._sum(name, Money(minor, currency), end)
            yield row_xml(row, cells)

    def _sum(self, name: str, amount: Money, end: int) -> Cell:
        keys, area = (f"{address(FIRST_ROW, at)}:{address(end - 1, at)}" for at in (_AT["currency"], _AT[name]))
        formula = f'ROUND(SUMIF({keys},"{amount.currency}",{area}),{amount.digits})'
        return Cell(amount, self.sheet.styles.of("total_money", amount.currency), formula)

    def _finish(self, end: int, footer: str) -> None:
        sheet, frame = self.sheet, self.sheet.frame
        frame.auto_filter.ref = f"A{HEAD_ROW}:{address(max(end - 1, HEAD_ROW), len(COLUMNS))}"
        for plan in self.plans:
            at = address(plan.row, _AT["sheet"])
            reference = f"{quoted_title(plan.title)}!A1"
            frame._hyperlinks.append(Hyperlink(ref=at, location=reference, display=plan.title))
        sheet.print_setup(footer, len(COLUMNS), (HEAD_ROW, HEAD_ROW), last_row=max(end - 1 + len(self._sums), HEAD_ROW))
        frame.page_setup.fitToWidth = 2
        frame.print_title_cols = f"A:{chr(64 + _KEPT)}"


_HEADS: Final = {"row_text": "head", "row_link": "head", "row_money": "head_right", "row_strong": "head_right"}
"""The head over a column by the look of its cells."""
