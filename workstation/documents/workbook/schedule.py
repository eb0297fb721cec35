"""The schedule sheet of one plan: terms as inputs, every row computed from them, a check against the program, a balance chart."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Final

import resources
from workstation.documents.workbook.cell_formulas import RowFormulas, ScheduleFormulas
from workstation.documents.workbook.cell_text import Value, address
from workstation.documents.workbook.chart import Balance, add_balance_chart
from workstation.documents.workbook.figures import AccountSheetFigures, PlanSheetFigures
from workstation.documents.workbook.sheet import FIRST_DAY, LAST_DAY, MOST, WorkbookSheet
from workstation.documents.workbook.styles import BAD, GOOD, LAST_ROW, OVERDUE, PAID_ROW, SOON
from workstation.money import Money, total
from workstation.plan.schedule.calculate import ScheduleRow
from workstation.rates import percent
from workstation.wording import Wording

HEAD_ROW: Final = 10
FIRST_ROW: Final = HEAD_ROW + 1
DIFFERENCE: Final = "J7"
"""The cell that checks the sheet against the program."""
COLUMNS: Final = ("no", "due", "days", "opening", "principal", "interest", "fee", "carried", "payment", "closing")
WIDTHS: Final = (7.0, 14.0, 8.0, 19.0, 19.0, 19.0, 19.0, 19.0, 19.0, 21.0, 21.0, 14.0, 3.0)
"""Characters; an amount of twelve digits with separators and point takes 19 in bold, 21 as an answer."""
SLOTS: Final = ((1, 2, 3, 4), (5, 5, 6, 6), (7, 7, 8, 8), (9, 9, 10, 10))
"""First and last column of label and value of the four pairs that stand side by side above the table."""
PAID: Final = 11
"""The column in which the agent keys in what was paid: rows then show as paid, due soon or overdue."""
TERM_WIDTHS: Final = (WIDTHS[0] + WIDTHS[1], 1.0, WIDTHS[2] + WIDTHS[3], 1.0, *WIDTHS[4:PAID])
"""Characters for which the pairs have room, by the first column of each."""
SIDE_COLUMN: Final = 12
"""Figures that only serve the reckoning are placed beside the printed page."""
CHART_COLUMN: Final = 14
"""The chart is placed beside the table, in sight while the rows scroll past; the summary prints it."""
CHART_SIZE: Final = (170, 85)


class ScheduleSheet:
    """Fills one sheet with one plan."""

    def __init__(self, sheet: WorkbookSheet, plan: PlanSheetFigures, words: Wording) -> None:
        self.sheet = sheet
        self.plan = plan
        self.words = words
        self.formulas = ScheduleFormulas(plan.schedule, FIRST_ROW)
        self.total_row = FIRST_ROW + len(plan.schedule.rows)
        self.inputs: list[str] = []

    def fill(self, subtitle: str, footer: str, chart: bool = True) -> None:
        """Write all cells and the frame; where many plans share a file they go without ``chart``."""
        self.sheet.widths(*WIDTHS)
        self._title(subtitle)
        self._terms()
        self._paid()
        self._head()
        for index, formulas in enumerate(self.formulas.formulas()):
            self._row(FIRST_ROW + index, self.plan.schedule.rows[index], formulas)
        self._totals()
        self.sheet.require(3, PAID, self.inputs, self._word("unfilled"))
        self._marks()
        self._validate()
        self._frame(footer, chart)

    def _word(self, key: str, **figures: str) -> str:
        return self.words.text(f"workbook.{key}", figures)

    def _title(self, subtitle: str) -> None:
        sheet, account = self.sheet, self.plan.account
        title = self._word("schedule.title", account=named(account, self.words))
        sheet.title(7, title)
        sheet.span(1, 8, 10, self._word("granted" if self.plan.granted else "applied_for"), "standing")
        sheet.span(2, 1, 7, subtitle, "subtitle")
        sheet.span(2, 8, 10, self._word("schedule.version", version=str(self.plan.version)), "subtitle_right")

    # ── Terms above the table ──

    def _pair(self, row: int, slot: int, label: str, value: Value, look: str, formula: str = "", name: str = "") -> str:
        first, last, from_column, to_column = SLOTS[slot]
        self.sheet.span(row, first, last, self._word(label), "label")
        at = self.sheet.span(row, from_column, to_column, value, look, formula)
        if name:
            self.sheet.name(name, at)
        if look.startswith("input"):
            self.inputs.append(at)
        return at

    def _terms(self) -> None:
        f, terms = self.formulas, self.formulas.terms
        digits = f.digits
        total = "plan_principal-plan_waived-plan_down+plan_joined"
        self._pair(4, 0, "principal", terms.principal, "input_money", name="plan_principal")
        self._pair(4, 1, "waive_principal", terms.waive_principal, "input_money", name="plan_waived")
        self._pair(4, 2, "down_payment", terms.down_payment, "input_money", name="plan_down")
        self._pair(4, 3, "joined", f.joined, "input_money", name="plan_joined")
        self._pair(5, 0, f"rate_{terms.rate.per}", terms.rate.value, "input_rate", name="plan_rate")
        self._pair(5, 1, "first_due", terms.first_due, "input_day", name="plan_first")
        self._pair(5, 2, "carried_total", f.carried, "input_money", name="plan_carried")
        self._pair(5, 3, "amount", f.amount, "answer", f"ROUND({total},{digits})", "plan_amount")
        self._pair(6, 0, "method", self.words.text(f"method.{terms.method}"), "text")
        self._pair(6, 1, "period_fee", terms.period_fee, "input_rate", name="plan_fee")
        self._pair(6, 2, "extra", f.extra, "input_money", name="plan_extra")
        look = "answer" if f.instalment_formula else "input_money"
        self._pair(6, 3, "instalment", f.instalment, look, f.instalment_formula, "plan_instalment")
        self._pair(7, 0, "count", len(f.rows), "whole", f"COUNT(A{FIRST_ROW}:A{self.total_row - 1})", "plan_count")
        self._pair(7, 1, "up_front", self.plan.schedule.up_front, "money")
        self._pair(7, 2, "program_total", self.plan.schedule.totals.payment, "money", name="plan_program")
        check = f"ROUND(I{self.total_row}-plan_program,{digits})"
        self._pair(7, 3, "difference", Money.zero(terms.currency), "answer", check, "plan_check")
        for row in range(4, 8):
            self.sheet.grow(row, TERM_WIDTHS)
        self._notes()

    def _paid(self) -> None:
        """What was paid, of a kept plan as on record, else keyed in, beside the rows; above it, what is still to come and how early
        a row is marked.
        """
        sheet, currency = self.sheet, self.formulas.terms.currency
        sheet.put(4, PAID, self._word("soon_days"), "label")
        sheet.name("plan_soon", sheet.put(5, PAID, soon_days(), "input_whole"))
        sheet.validate(address(5, PAID), "whole", "0", "366", *self._hint("soon_days"))
        sheet.put(6, PAID, self._word("unpaid"), "label")
        unpaid = f"ROUND(I{self.total_row}-{address(self.total_row, PAID)},{self.formulas.digits})"
        rows, received = self.plan.schedule.rows, dict(self.plan.received)
        came = total([received[row.no] for row in rows if row.no in received], currency)
        sheet.name("plan_unpaid", sheet.put(7, PAID, self.plan.schedule.totals.payment - came, "answer", unpaid))
        sheet.put(HEAD_ROW, PAID, self._word("column.paid"), "head_right")
        for at, row in enumerate(rows, FIRST_ROW):
            sheet.put(at, PAID, received.get(row.no), "row_input")
            sheet.validate(address(at, PAID), "decimal", "0", MOST, *self._hint("paid"))
        area = f"{address(FIRST_ROW, PAID)}:{address(self.total_row - 1, PAID)}"
        summed = f"ROUND(SUM({area}),{self.formulas.digits})"
        sheet.put(self.total_row, PAID, came, "total_money", summed)

    def _notes(self) -> None:
        f, terms = self.formulas, self.formulas.terms
        rounding = self.words.text(f"workbook.rounding.{terms.rounding.mode}")
        unit = Money(terms.rounding.unit, terms.currency).text()
        note = self._word("schedule.note", day_count=terms.day_count, rounding=rounding, unit=unit)
        self.sheet.span(8, 1, 10, note, "note")
        self.sheet.grow(8, (sum(WIDTHS[:10]),))
        self.sheet.span(9, 1, 7, self._true_rate(), "note")
        self.sheet.span(9, 8, 10, unit_note(terms.currency, self.words), "note_right")
        self.sheet.height(9, 22)
        self.sheet.put(4, SIDE_COLUMN, self._word("tick"), "note_right")
        self.sheet.name("plan_tick", self.sheet.put(5, SIDE_COLUMN, f.tick, "fine"))
        if f.deferred_formula:
            self.sheet.put(6, SIDE_COLUMN, self._word("deferred"), "note_right")
            self.sheet.name(
                "plan_deferred", self.sheet.put(7, SIDE_COLUMN, f.deferred, "fine_money", f.deferred_formula)
            )

    def _true_rate(self) -> str:
        rate = self.plan.schedule.true_rate
        if rate is None:
            return self._word("no_true_rate")
        return self._word("true_rate", simple=percent(rate.simple), compound=percent(rate.compound))

    # ── Table ──

    def _head(self) -> None:
        for column, name in enumerate(COLUMNS, 1):
            look = "head_right" if column > 3 else "head_center"
            self.sheet.put(HEAD_ROW, column, self._word(f"column.{name}"), look)
        if self.formulas.discounted:
            self.sheet.put(HEAD_ROW, SIDE_COLUMN, self._word("column.factor"), "note_right")
        self.sheet.head(HEAD_ROW)

    def _row(self, at: int, row: ScheduleRow, formulas: RowFormulas) -> None:
        put = self.sheet.put
        put(at, 1, row.no, "row_whole")
        put(at, 2, row.due_on, "row_day" if formulas.due else "row_input_day", formulas.due)
        put(at, 3, row.days, "row_whole", formulas.days)
        put(at, 4, row.opening, "row_soft", formulas.opening)
        put(at, 5, row.principal, "row_money", formulas.principal)
        put(at, 6, row.interest, "row_money", formulas.interest)
        put(at, 7, row.fee, "row_money", formulas.fee)
        put(at, 8, row.carried, "row_money", formulas.carried)
        put(at, 9, row.payment, "row_strong" if formulas.payment else "row_input", formulas.payment)
        put(at, 10, row.closing, "row_soft", formulas.closing)
        if not formulas.due:
            self.inputs.append(address(at, 2))
            self.sheet.validate(address(at, 2), "date", FIRST_DAY, LAST_DAY, *self._hint("due"))
        if not formulas.payment:
            self.inputs.append(address(at, 9))
            self.sheet.validate(address(at, 9), "decimal", "0", MOST, *self._hint("payment"))
        if formulas.factor:
            put(at, SIDE_COLUMN, self.formulas.factors[row.no - 1], "fine_factor", formulas.factor)

    def _totals(self) -> None:
        at, totals = self.total_row, self.plan.schedule.totals
        self.sheet.span(at, 1, 4, self._word("total"), "total_text")
        sums = (totals.principal, totals.interest, totals.fee, totals.carried, totals.payment)
        for column, amount in enumerate(sums, 5):
            area = f"{address(FIRST_ROW, column)}:{address(at - 1, column)}"
            self.sheet.put(at, column, amount, "total_money", f"ROUND(SUM({area}),{self.formulas.digits})")
        closing = self.plan.schedule.rows[-1].closing
        self.sheet.put(at, 10, closing, "total_money", f"J{at - 1}")

    # ── Frame ──

    def _marks(self) -> None:
        table, row = f"A{FIRST_ROW}:K{self.total_row - 1}", FIRST_ROW
        self.sheet.mark("I7:J7", "ABS($J$7)>=0.005", BAD)
        self.sheet.mark("I7:J7", "ABS($J$7)<0.005", GOOD)
        self.sheet.mark(f"D{FIRST_ROW}:J{self.total_row}", f"D{FIRST_ROW}<0", BAD)
        self.sheet.mark(table, f'AND($K{row}<>"",N($K{row})>=$I{row})', PAID_ROW)
        self.sheet.mark(table, f"AND($B{row}<TODAY(),N($K{row})<$I{row})", OVERDUE)
        self.sheet.mark(table, f"AND($B{row}>=TODAY(),$B{row}<=TODAY()+$K$5,N($K{row})<$I{row})", SOON)
        self.sheet.mark(table, f"AND($A{FIRST_ROW}=plan_count,$J{FIRST_ROW}=0)", LAST_ROW)

    def _validate(self) -> None:
        left = "plan_principal-plan_waived+plan_joined"
        for at, key, most in (("C4", "principal", MOST), ("F4", "waive_principal", "plan_principal"), ("H4", "down_payment", left),
                              ("J4", "joined", MOST), ("H5", "carried_total", MOST), ("H6", "extra", MOST)):  # fmt: skip
            self.sheet.validate(at, "decimal", "0", most, *self._hint(key))
        if not self.formulas.instalment_formula:
            self.sheet.validate("J6", "decimal", "0", MOST, *self._hint("instalment"))
        self.sheet.validate("C5", "decimal", "0", "10", *self._hint("rate_annual"))
        self.sheet.validate("F6", "decimal", "0", "1", *self._hint("period_fee"))
        self.sheet.validate("F5", "date", FIRST_DAY, LAST_DAY, *self._hint("first_due"))

    def _hint(self, key: str) -> tuple[str, str]:
        named_as = key if self.words.has(f"workbook.{key}") else f"column.{key}"
        return self._word(named_as), self._word(f"hint.{key}")

    def _frame(self, footer: str, chart: bool) -> None:
        sheet, last = self.sheet, self.total_row
        if chart:
            sheet.put(HEAD_ROW, CHART_COLUMN, self._word("chart"), "section")
            line = Balance(sheet.frame, 10, FIRST_ROW, last - 1)
            add_balance_chart(sheet.frame, address(FIRST_ROW, CHART_COLUMN), [line], 2, "yyyy-mm", CHART_SIZE)
        sheet.freeze(FIRST_ROW)
        sheet.print_setup(footer, PAID, (HEAD_ROW, HEAD_ROW))
        sheet.protect()


@cache
def soon_days() -> int:
    """How many days ahead a due row is marked until somebody changes it in the sheet."""
    settled = tomllib.loads(resources.path("theme", "workbook.toml").read_text("utf-8"))
    days: int = settled["schedule"]["soon_days"]
    return days


def named(account: AccountSheetFigures, words: Wording) -> str:
    """Bank, product and tail of an account."""
    tail = words.text("workbook.tail", {"tail": account.account.tail})
    return f"{account.account.bank}　{account.product}　{tail}"


def unit_note(currency: str, words: Wording) -> str:
    """In which currency the amounts of a sheet stand."""
    return words.text("workbook.unit", {"currency": currency_name(currency, words)})


def currency_name(currency: str, words: Wording) -> str:
    """A currency by its name in the language of the workbook; by its code where it has none there."""
    key = f"workbook.currency.{currency}"
    return words.text(key) if words.has(key) else currency
