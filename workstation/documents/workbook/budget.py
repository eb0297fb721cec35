"""The budget sheet: every line with its period, brought to a month by a live formula, and what is left over."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from workstation.documents.workbook.cell_text import address
from workstation.documents.workbook.rounding import certain, pick_tick
from workstation.documents.workbook.sheet import MOST, WorkbookSheet
from workstation.documents.workbook.styles import BAD
from workstation.money import HALF_UP, minor_digits
from workstation.profile.budget import PER_MONTH, Budget, BudgetLine, Side
from workstation.wording import Wording

SIDES: Final[tuple[Side, ...]] = ("income", "expense", "priority_debt")
HEAD_ROW: Final = 4
COLUMNS: Final = ("side", "category", "amount", "every", "monthly", "note")
WIDTHS: Final = (14.0, 24.0, 20.0, 12.0, 20.0, 56.0)


class BudgetSheet:
    """Fills the sheet; `surplus` is then the address of the monthly surplus."""

    def __init__(self, sheet: WorkbookSheet, budget: Budget, words: Wording) -> None:
        self.sheet = sheet
        self.budget = budget
        self.words = words
        self.digits = minor_digits(budget.currency)
        self.row = HEAD_ROW + 1
        self.totals: dict[Side, str] = {}
        self.surplus = ""
        self.inputs: list[str] = []

    def fill(self, subtitle: str, footer: str) -> None:
        """Write all cells and the frame."""
        sheet = self.sheet
        sheet.widths(*WIDTHS)
        sheet.span(1, 1, 6, self._word("budget.title"), "title")
        sheet.span(2, 1, 6, subtitle, "subtitle")
        sheet.height(1, 32)
        for column, name in enumerate(COLUMNS, 1):
            sheet.put(HEAD_ROW, column, self._word(f"column.{name}"), "head_right" if column in (3, 5) else "head")
        sheet.head(HEAD_ROW)
        for side in SIDES:
            self._side(side)
        self._surplus()
        sheet.require(3, len(COLUMNS), self.inputs, self._word("unfilled"))
        sheet.freeze(HEAD_ROW + 1)
        sheet.print_setup(footer, len(COLUMNS), (HEAD_ROW, HEAD_ROW))
        sheet.protect()

    def _word(self, key: str) -> str:
        return self.words.text(f"workbook.{key}")

    def _side(self, side: Side) -> None:
        first = self.row
        for line in self.budget.lines:
            if line.side == side:
                self._line(line)
        label = self.words.text(f"side.{side}")
        self.sheet.span(self.row, 1, 4, self.words.text("workbook.budget.total_of", {"side": label}), "total_text")
        area = f"E{first}:E{self.row - 1}"
        formula = f"ROUND(SUM({area}),{self.digits})" if self.row > first else ""
        self.totals[side] = self.sheet.put(self.row, 5, self.budget.of(side), "total_money", formula)
        self.sheet.put(self.row, 6, None, "total_text")
        self.row += 1

    def _line(self, line: BudgetLine) -> None:
        put, row = self.sheet.put, self.row
        put(row, 1, self.words.text(f"side.{line.side}"), "row_text")
        key = f"category.{line.side}.{line.category}"
        put(row, 2, self.words.text(key) if self.words.has(key) else line.category, "row_text")
        put(row, 3, line.amount, "row_input")
        put(row, 4, self.words.text(f"every.{line.every}"), "row_text")
        formula = _monthly(line, self.digits, f"C{row}")
        put(row, 5, line.monthly(), "row_money" if formula else "row_input", formula)
        put(row, 6, line.note, "row_text")
        self.sheet.fit(row, WIDTHS)
        title, hint = self._word("column.amount"), self._word("hint.budget_amount")
        cells = [address(row, 3)] + ([] if formula else [address(row, 5)])
        self.inputs += cells
        for at in cells:
            self.sheet.validate(at, "decimal", "0", MOST, title, hint)
        self.row += 1

    def _surplus(self) -> None:
        row = self.row + 1
        self.sheet.span(row, 1, 4, self._word("budget.surplus"), "label_strong")
        formula = (
            f"ROUND({self.totals['income']}-{self.totals['expense']}-{self.totals['priority_debt']},{self.digits})"
        )
        self.surplus = self.sheet.put(row, 5, self.budget.surplus, "answer", formula)
        self.sheet.put(row, 6, self._word("budget.note"), "note")
        self.sheet.mark(self.surplus, f"{self.surplus}<0", BAD)


def _monthly(line: BudgetLine, digits: int, at: str) -> str:
    """The line brought to a month, rounded half up; empty when no spreadsheet formula is certain to give it."""
    share = PER_MONTH[line.every]
    if share == 1:
        return f"ROUND({at},{digits})"
    exact, scale = Fraction(line.amount.minor) * share, 10**digits
    tick = pick_tick([exact], HALF_UP, scale)
    if certain(exact, HALF_UP, tick, scale) != line.monthly().minor:
        return ""
    times = f"*{share.numerator}" if share.numerator != 1 else ""
    return f"ROUND({at}{times}/{share.denominator}+{tick},{digits})"
