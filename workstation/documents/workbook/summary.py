"""The summary sheet: who, what is owed, what is planned and whether it fits the budget; its sums look into the other sheets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workstation.documents.workbook.cell_text import Value, address
from workstation.documents.workbook.chart import Balance, add_balance_chart
from workstation.documents.workbook.figures import AccountSheetFigures, PlanSheetFigures, WorkbookFigures
from workstation.documents.workbook.rounding import rounded
from workstation.documents.workbook.schedule import DIFFERENCE, currency_name, unit_note
from workstation.documents.workbook.sheet import WorkbookSheet, quoted_title
from workstation.documents.workbook.styles import BAD, GOOD
from workstation.money import Money, Rounding, minor_digits, total
from workstation.plan.schedule.terms import MONTHLY
from workstation.wording import Wording

WIDTHS: Final = (24.0, 17.0, 13.0, 13.0, 9.0, 19.0, 18.0, 18.0, 18.0, 19.0)
LAST: Final = len(WIDTHS)
FACT_WIDTHS: Final = (24.0, 52.0, 0.0, 0.0, 0.0, 19.0, 73.0)
"""Widths of the facts at the top, whose cells span columns."""
ON_ONE_PAGE: Final = 6
"""Up to so many accounts the summary is printed on one page."""
CHART_SIZE: Final = (415, 78)
CHART_ROWS: Final = 14
MONTH_DAYS: Final = 30
"""A plan of n-day steps is set against the monthly surplus in months of 30 days, as 30/360 does."""
UPWARD: Final = Rounding(mode="up")
ACCOUNT_COLUMNS: Final = (
    "bank", "product", "tail", "overdue_since", "bucket", "principal", "interest", "penalty", "fees", "owed",
)  # fmt: skip
PLAN_COLUMNS: Final = (
    "bank", "method", "tail", "first_due", "count", "largest", "cost", "carried", "payment", "difference",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanRange:
    """Where the sheet of a plan keeps the figures that the summary repeats: its title, first row and row of totals."""

    plan: PlanSheetFigures
    sheet: WorkbookSheet
    first_row: int
    total_row: int

    @property
    def title(self) -> str:
        """The title of the sheet."""
        return str(self.sheet.frame.title)

    def cell(self, at: str) -> str:
        """A reference to one of its cells."""
        return f"{quoted_title(self.title)}!{at}"


class SummarySheet:
    """Fills the sheet from the top, row by row."""

    def __init__(self, sheet: WorkbookSheet, figures: WorkbookFigures, words: Wording) -> None:
        self.sheet = sheet
        self.figures = figures
        self.words = words
        self.row = 1

    def fill(self, ranges: tuple[PlanRange, ...], surplus: str, footer: str) -> None:
        """Write all cells and the frame; ``surplus`` refers to the monthly surplus on the budget sheet."""
        self.sheet.widths(*WIDTHS)
        self._title()
        self._facts()
        self._accounts()
        self._plans(ranges)
        self._fits(ranges, surplus)
        self._chart(ranges)
        self.sheet.span(self.row, 1, LAST, self._word("summary.note"), "note")
        self.sheet.print_setup(footer, LAST, one_page=len(self.figures.accounts) <= ON_ONE_PAGE)
        self.sheet.protect()

    def _word(self, key: str) -> str:
        return self.words.text(f"workbook.{key}")

    def _title(self) -> None:
        sheet = self.sheet
        sheet.span(1, 1, 7, self._word("summary.title"), "title")
        granted = bool(self.figures.plans) and all(plan.granted for plan in self.figures.plans)
        sheet.span(1, 8, LAST, self._word("granted" if granted else "applied_for"), "standing")
        sheet.height(1, 32)
        sheet.span(2, 1, LAST, f"{self.figures.desk}　{self.figures.on.isoformat()}", "subtitle")
        self.sheet.span(3, 8, LAST, unit_note(self.figures.budget.currency, self.words), "note_right")
        self.row = 4

    def _facts(self) -> None:
        figures = self.figures
        lines = (
            (("name", figures.name), ("case_number", figures.case_number)),
            (("reason", figures.reason), ("requests", "、".join(figures.requests))),
            (("source", figures.source), ("agent", figures.agent)),
        )
        for left, right in lines:
            self._fact(1, 5, *left)
            self._fact(6, LAST, *right)
            self.sheet.fit(self.row, FACT_WIDTHS)
            self.row += 1
        self.row += 1

    def _fact(self, first: int, last: int, label: str, value: str) -> None:
        self.sheet.put(self.row, first, self._word(f"fact.{label}"), "label")
        self.sheet.span(self.row, first + 1, last, value, "text")

    def _section(self, title: str, columns: tuple[str, ...], amounts_from: int) -> None:
        self.sheet.span(self.row, 1, LAST, self._word(title), "section")
        self.sheet.height(self.row, 24)
        self.row += 1
        for column, name in enumerate(columns, 1):
            look = "head_right" if column >= amounts_from else "head" if column < 3 else "head_center"
            self.sheet.put(self.row, column, self._word(f"column.{name}"), look)
        self.sheet.head(self.row)
        self.row += 1

    def _accounts(self) -> None:
        self._section("summary.accounts", ACCOUNT_COLUMNS, 6)
        first = self.row
        for one in self.figures.accounts:
            self._account(one)
        currencies = dict.fromkeys(one.account.currency for one in self.figures.accounts)
        for currency in currencies:
            self._owed(currency, first, alone=len(currencies) == 1)
        self.row += 1

    def _account(self, one: AccountSheetFigures) -> None:
        account, put, row = one.account, self.sheet.put, self.row
        foreign = "" if account.currency == self.figures.budget.currency else f" {account.currency}"
        texts: tuple[Value, ...] = (
            account.bank,
            one.product + foreign,
            account.tail,
            account.overdue_since,
            one.bucket,
        )
        for column, (value, look) in enumerate(
            zip(texts, ("row_text", "row_text", "row_center", "row_day", "row_center"), strict=True), 1
        ):
            put(row, column, value, look)
        for column, amount in enumerate((account.principal, account.interest, account.penalty, account.fees), 6):
            put(row, column, amount, "row_money")
        put(row, LAST, account.owed, "row_strong", f"ROUND(SUM(F{row}:I{row}),{minor_digits(account.currency)})")
        self.sheet.grow(row, WIDTHS)
        self.row += 1

    def _owed(self, currency: str, first: int, alone: bool) -> None:
        """The sums of one currency; unlike currencies are never added."""
        label = self._word("total") + ("" if alone else f" {currency_name(currency, self.words)}")
        self.sheet.span(self.row, 1, 5, label, "total_text")
        held = [
            (first + n, one.account) for n, one in enumerate(self.figures.accounts) if one.account.currency == currency
        ]
        for column, name in enumerate(("principal", "interest", "penalty", "fees", "owed"), 6):
            cells = ",".join(address(row, column) for row, _ in held)
            if alone:
                cells = f"{address(first, column)}:{address(first + len(held) - 1, column)}"
            amount = total([getattr(account, name) for _, account in held], currency)
            self.sheet.put(self.row, column, amount, "total_money", f"ROUND(SUM({cells}),{minor_digits(currency)})")
        self.row += 1

    def _plans(self, ranges: tuple[PlanRange, ...]) -> None:
        self._section("summary.plans", PLAN_COLUMNS, 6)
        for plan_range in ranges:
            self._plan(plan_range)
        if not ranges:
            self.sheet.span(self.row, 1, LAST, self._word("summary.no_plan"), "note")
            self.row += 1
        self.row += 1

    def _plan(self, plan_range: PlanRange) -> None:
        plan, put, row = plan_range.plan, self.sheet.put, self.row
        schedule, account, d = plan.schedule, plan.account.account, minor_digits(plan.account.account.currency)
        rows, totals, last = schedule.rows, schedule.totals, plan_range.total_row - 1
        put(row, 1, account.bank, "row_text")
        put(row, 2, self.words.text(f"method.{schedule.terms.method}"), "row_text")
        put(row, 3, account.tail, "row_center")
        put(row, 4, rows[0].due_on, "row_day", plan_range.cell(f"B{plan_range.first_row}"))
        put(row, 5, len(rows), "row_whole", f"COUNT({plan_range.cell(f'A{plan_range.first_row}:A{last}')})")
        largest = max((one.payment for one in rows), key=lambda amount: amount.minor)
        put(row, 6, largest, "row_strong", f"MAX({plan_range.cell(f'I{plan_range.first_row}:I{last}')})")
        cost = f"ROUND({plan_range.cell(f'F{last + 1}')}+{plan_range.cell(f'G{last + 1}')},{d})"
        put(row, 7, totals.interest + totals.fee, "row_money", cost)
        put(row, 8, totals.carried, "row_money", plan_range.cell(f"H{last + 1}"))
        put(row, 9, totals.payment, "row_strong", plan_range.cell(f"I{last + 1}"))
        put(row, 10, Money.zero(account.currency), "row_strong", plan_range.cell(DIFFERENCE))
        self.sheet.grow(row, WIDTHS)
        at = address(row, 10)
        self.sheet.mark(at, f"ABS({at})>=0.005", BAD)
        self.sheet.mark(at, f"ABS({at})<0.005", GOOD)
        self.row += 1

    def _fits(self, ranges: tuple[PlanRange, ...], surplus: str) -> None:
        """Surplus, the largest payments together, and what is left: for the plans of the budget's currency."""
        currency = self.figures.budget.currency
        parts = [part for plan_range in ranges if (part := _monthly(plan_range, currency))]
        payments = total([amount for amount, _ in parts], currency)
        together = f"ROUND({'+'.join(formula for _, formula in parts) or '0'},{minor_digits(currency)})"
        left = f"ROUND(J{self.row}-J{self.row + 1},{minor_digits(currency)})"
        self._fit("surplus", self.figures.budget.surplus, "money", surplus)
        self._fit("payments", payments, "money", together)
        at = self._fit("left", self.figures.budget.surplus - payments, "answer", left)
        self.sheet.mark(at, f"{at}<0", BAD)
        self.row += 1

    def _fit(self, label: str, value: Money, look: str, formula: str) -> str:
        self.sheet.span(self.row, 6, 9, self._word(f"summary.{label}"), "label")
        self.row += 1
        return self.sheet.put(self.row - 1, LAST, value, look, formula)

    def _chart(self, ranges: tuple[PlanRange, ...]) -> None:
        """The balances of all plans of one currency in one picture, row by row."""
        if not ranges:
            return
        currency = ranges[0].plan.schedule.terms.currency
        balances = [
            Balance(plan_range.sheet.frame, 10, plan_range.first_row, plan_range.total_row - 1, _short(plan_range.plan))
            for plan_range in ranges
            if plan_range.plan.schedule.terms.currency == currency
        ]
        self.sheet.span(self.row, 1, LAST, self._word("summary.chart"), "section")
        self.sheet.height(self.row, 24)
        add_balance_chart(self.sheet.frame, address(self.row + 1, 1), balances, 1, "0", CHART_SIZE)
        self.row += CHART_ROWS
        self.sheet.put(self.row, 1, None, "note")


def _short(plan: PlanSheetFigures) -> str:
    return f"{plan.account.account.bank} {plan.account.account.tail}"


def _monthly(plan_range: PlanRange, currency: str) -> tuple[Money, str] | None:
    """The largest payment of a plan as an amount a month, with its formula; a lump sum has a source of its own."""
    terms, rows = plan_range.plan.schedule.terms, plan_range.plan.schedule.rows
    if terms.method == "lump_sum" or terms.currency != currency:
        return None
    cells = f"MAX({plan_range.cell(f'I{plan_range.first_row}:I{plan_range.total_row - 1}')})"
    largest = Money(max(row.payment_minor for row in rows), currency)
    if terms.every == MONTHLY:
        return largest, cells
    every = terms.every
    share = Fraction(MONTH_DAYS, every.days) if every.days else Fraction(1, every.months)
    formula = rounded(f"{cells}*{share.numerator}/{share.denominator}", UPWARD, "1E-9", minor_digits(currency))
    return largest.times(share, UPWARD), formula
