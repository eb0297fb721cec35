"""The trial sheet (试算): what is owed, what is waived, method, rate and count as inputs; the whole plan follows by formulas.

It plans in whole months by 30/360, rounds half up to the cent and lets the last row take the remainder: with the same terms the
program gives the same rows. Rows beyond the count stay blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.dates import add_months
from workstation.documents.workbook_cells import Value, address
from workstation.documents.workbook_chart import Balance, add_balance_chart
from workstation.documents.workbook_figures import PlanFigures
from workstation.documents.workbook_schedule import (
    CHART_COLUMN,
    CHART_SIZE,
    COLUMNS,
    FIRST_ROW,
    HEAD_ROW,
    SIDE_COLUMN,
    SLOTS,
    WIDTHS,
    named,
    unit_note,
)
from workstation.documents.workbook_sheet import FIRST_DAY, LAST_DAY, MOST, Sheet
from workstation.documents.workbook_styles import BAD, GOOD, LAST_ROW
from workstation.money import MINOR_DIGITS, Money
from workstation.plan.frame import frame
from workstation.plan.schedule import Row, schedule
from workstation.plan.solving import even_amount
from workstation.plan.terms import MONTHLY, Method, Terms
from workstation.rates import Rate
from workstation.wording import Wording

METHODS: Final[tuple[Method, ...]] = ("equal_instalment", "equal_principal", "interest_free", "flat_fee")
_A_YEAR: Final = {"annual": 1, "monthly": 12, "daily": 360}
INPUTS: Final = (
    (4, 0, "principal", "input_money"), (4, 1, "interest", "input_money"), (4, 2, "penalty", "input_money"),
    (4, 3, "fees", "input_money"), (5, 0, "waive_principal", "input_money"), (5, 1, "waive_interest", "input_money"),
    (5, 2, "waive_penalty", "input_money"), (5, 3, "waive_fees", "input_money"), (6, 0, "method", "input_text"),
    (6, 1, "rate", "input_rate"), (6, 2, "count", "input_whole"), (6, 3, "first_due", "input_day"),
    (7, 0, "down_payment", "input_money"), (7, 1, "period_fee", "input_rate"),
)  # fmt: skip
"""Sheet row, slot, name and look of every input; its cell is named try_<name>."""
_TICK: Final = "1E-9"
"""Major units; exact for annual rates of up to five decimals while a month's interest stays below 250,000."""
_CARRIED: Final = "try_interest+try_penalty+try_fees-try_waive_interest-try_waive_penalty-try_waive_fees"


def trial_terms(terms: Terms, count: int, most: int) -> Terms:
    """The terms the trial sheet starts from: the plan's own, in whole months and with one of the four methods it knows.

    Waived amounts are already taken off; what is left of interest, penalty and fees is spread over the rows.
    """
    method = terms.method
    if method not in METHODS:
        method = "equal_instalment" if terms.rate.value else "interest_free"
    waived = dict(_waived(terms))
    return Terms(
        principal=terms.principal,
        interest=terms.interest - waived["interest"],
        penalty=terms.penalty - waived["penalty"],
        fees=terms.fees - waived["fees"],
        waive_principal=terms.waive_principal,
        down_payment=terms.down_payment,
        first_due=terms.first_due,
        interest_from=add_months(terms.first_due, -1),
        method=method,
        instalments=min(count, most),
        every=MONTHLY,
        rate=Rate(terms.rate.value * _A_YEAR[terms.rate.per]),
        period_fee=terms.period_fee,
    )


def _waived(terms: Terms) -> Iterator[tuple[str, Money]]:
    for name in ("interest", "penalty", "fees"):
        amount: Money = getattr(terms, name)
        yield name, amount if getattr(terms, f"treat_{name}") == "waive" else Money.zero(terms.currency)


class TrialSheet:
    """Fills one sheet; ``most`` rows at most (the limit of the pack)."""

    def __init__(self, sheet: Sheet, plan: PlanFigures, words: Wording, most: int) -> None:
        self.sheet = sheet
        self.words = words
        self.plan = plan
        self.most = most
        self.asked = plan.schedule.terms
        self.terms = trial_terms(self.asked, len(plan.schedule.rows), most)
        self.schedule = schedule(self.terms)
        self.digits = MINOR_DIGITS.get(self.terms.currency, 2)
        self.scale = 10**self.digits
        self.last = FIRST_ROW + most - 1

    def fill(self, subtitle: str, footer: str) -> None:
        """Write all cells and the frame."""
        sheet = self.sheet
        sheet.widths(*WIDTHS)
        sheet.span(1, 1, 10, self._word("trial.title", account=named(self.plan.account, self.words)), "title")
        sheet.span(2, 1, 7, subtitle, "subtitle")
        sheet.span(2, 8, 10, unit_note(self.terms.currency, self.words), "subtitle_right")
        sheet.height(1, 32)
        self._inputs()
        self._answers()
        for column, name in enumerate(COLUMNS, 1):
            sheet.put(HEAD_ROW, column, self._word(f"column.{name}"), "head_right" if column > 3 else "head_center")
        sheet.height(HEAD_ROW, 24)
        rows = self.schedule.rows
        for index in range(self.most):
            self._row(FIRST_ROW + index, rows[index] if index < len(rows) else None)
        self._totals()
        self._validate()
        self._frame(footer)

    def _word(self, key: str, **figures: str) -> str:
        return self.words.text(f"workbook.{key}", figures)

    # ── Above the table ──

    def _pair(self, row: int, slot: int, label: str, value: Value, look: str, formula: str = "", name: str = "") -> str:
        first, last, from_column, to_column = SLOTS[slot]
        self.sheet.span(row, first, last, self._word(label), "label")
        at = self.sheet.span(row, from_column, to_column, value, look, formula)
        self.sheet.name(name or f"try_{label}", at)
        return at

    def _inputs(self) -> None:
        waived = dict(_waived(self.asked))
        values: dict[str, Value] = {
            "principal": self.terms.principal,
            "interest": self.asked.interest,
            "penalty": self.asked.penalty,
            "fees": self.asked.fees,
            "waive_principal": self.terms.waive_principal,
            "waive_interest": waived["interest"],
            "waive_penalty": waived["penalty"],
            "waive_fees": waived["fees"],
            "method": self._method(self.terms.method),
            "rate": self.terms.rate.value,
            "count": len(self.schedule.rows),
            "first_due": self.terms.first_due,
            "down_payment": self.terms.down_payment,
            "period_fee": self.terms.period_fee,
        }
        for row, slot, name, look in INPUTS:
            label = "rate_annual" if name == "rate" else name
            self._pair(row, slot, label, values[name], look, name=f"try_{name}")

    def _answers(self) -> None:
        d, totals, end = self.digits, self.schedule.totals, self.last + 1
        amount = self.schedule.rows[0].opening
        self._pair(7, 2, "amount", amount, "answer", f"ROUND(try_principal-try_waive_principal-try_down_payment,{d})")
        self._pair(7, 3, "instalment", self._instalment(), "answer", self._instalment_formula())
        self._pair(8, 0, "carried_total", totals.carried, "money", f"ROUND({_CARRIED},{d})", "try_carried")
        self._pair(8, 1, "trial.total", totals.payment, "money", f"I{end}", "try_total")
        closing = f"ROUND(INDEX(J{FIRST_ROW}:J{self.last},try_count),{d})"
        self._pair(8, 2, "trial.closing", self.schedule.rows[-1].closing, "answer", closing, "try_closing")
        chosen = self.plan.schedule.totals.payment
        against = f"ROUND(I{end}-{chosen.text()},{d})"
        self._pair(8, 3, "trial.against", totals.payment - chosen, "answer", against, "try_against")
        self.sheet.span(9, 1, 10, self._word("trial.note", most=str(self.most)), "note")
        self.sheet.height(9, 22)
        self.sheet.put(4, SIDE_COLUMN, self._word("method_number"), "note_right")
        names = ",".join(f'"{self._method(method)}"' for method in METHODS)
        number = METHODS.index(self.terms.method) + 1
        self.sheet.name(
            "try_way", self.sheet.put(5, SIDE_COLUMN, number, "fine_whole", f"MATCH(try_method,{{{names}}},0)")
        )

    def _method(self, method: str) -> str:
        return self.words.text(f"method.{method}")

    def _instalment(self) -> Money:
        return Money(even_amount(frame(self.terms, len(self.schedule.rows))), self.terms.currency)

    def _instalment_formula(self) -> str:
        level, even = "PMT(try_rate/12,try_count,-try_amount)", "try_amount/try_count"
        return f"ROUND(IF(try_way=1,{level},{even})+{_TICK},{self.digits})"

    # ── Table ──

    def _row(self, at: int, row: Row | None) -> None:
        count, d = at - FIRST_ROW + 1, self.digits
        number = f'IF({count}<=try_count,{count},"")'
        opening = "try_amount" if count == 1 else f"J{at - 1}"
        due = "try_first_due" if count == 1 else f"EDATE(try_first_due,{count - 1})"
        interest = f"IF(try_way<=2,ROUND(D{at}*try_rate/12+{_TICK},{d}),0)"
        regular = f"MIN(D{at},IF(try_way=1,ROUND(try_instalment-F{at},{d}),try_instalment))"
        minor = f"ROUND(try_carried*{self.scale},0)"
        carried = f"(QUOTIENT({minor},try_count)+({count}<=MOD({minor},try_count)))/{self.scale}"
        self._cell(at, 1, row and row.no, "row_whole", number, guarded=False)
        self._cell(at, 2, row and row.due_on, "row_day", due)
        self._cell(at, 3, row and row.days, "row_whole", "30")
        self._cell(at, 4, row and row.opening, "row_soft", opening)
        self._cell(at, 5, row and row.principal, "row_money", f"IF(A{at}=try_count,D{at},{regular})")
        self._cell(at, 6, row and row.interest, "row_money", interest)
        self._cell(
            at,
            7,
            row and row.fee,
            "row_money",
            f"IF(try_way=4,ROUND((try_amount+try_down_payment)*try_period_fee+{_TICK},{d}),0)",
        )
        self._cell(at, 8, row and row.carried, "row_money", carried)
        self._cell(at, 9, row and row.payment, "row_strong", f"ROUND(SUM(E{at}:H{at}),{d})")
        self._cell(at, 10, row and row.closing, "row_soft", f"ROUND(D{at}-E{at},{d})")

    def _cell(self, row: int, column: int, value: Value, look: str, formula: str, guarded: bool = True) -> None:
        text = f'IF($A{row}="","",{formula})' if guarded else formula
        self.sheet.put(row, column, "" if value is None else value, look, text)

    def _totals(self) -> None:
        at, totals = self.last + 1, self.schedule.totals
        self.sheet.span(at, 1, 4, self._word("total"), "total_text")
        for column, amount in enumerate(
            (totals.principal, totals.interest, totals.fee, totals.carried, totals.payment), 5
        ):
            area = f"{address(FIRST_ROW, column)}:{address(self.last, column)}"
            self.sheet.put(at, column, amount, "total_money", f"ROUND(SUM({area}),{self.digits})")
        self.sheet.put(at, 10, self.schedule.rows[-1].closing, "total_money", "try_closing")

    # ── Frame ──

    def _validate(self) -> None:
        names = ",".join(self._method(method) for method in METHODS)
        for row, slot, name, look in INPUTS:
            at = address(row, SLOTS[slot][2])
            label = "rate_annual" if name == "rate" else name
            title, hint = self._word(label), self._word(f"hint.{label}", most=str(self.most))
            match look:
                case "input_money":
                    self.sheet.validate(at, "decimal", "0", MOST, title, hint)
                case "input_rate":
                    self.sheet.validate(at, "decimal", "0", "1" if name == "period_fee" else "10", title, hint)
                case "input_whole":
                    self.sheet.validate(at, "whole", "1", str(self.most), title, hint)
                case "input_day":
                    self.sheet.validate(at, "date", FIRST_DAY, LAST_DAY, title, hint)
                case _:
                    self.sheet.validate(at, "list", f'"{names}"', "", title, hint)

    def _frame(self, footer: str) -> None:
        sheet = self.sheet
        sheet.mark("G8:H8", "ABS($H$8)>=0.005", BAD)
        sheet.mark("G8:H8", "ABS($H$8)<0.005", GOOD)
        table = f"A{FIRST_ROW}:J{self.last}"
        sheet.mark(f"D{FIRST_ROW}:J{self.last}", f'AND(D{FIRST_ROW}<>"",N(D{FIRST_ROW})<0)', BAD)
        sheet.mark(table, f"AND($A{FIRST_ROW}=try_count)", LAST_ROW)
        sheet.put(HEAD_ROW, CHART_COLUMN, self._word("chart"), "section")
        line = Balance(sheet.frame, 10, FIRST_ROW, self.last)
        add_balance_chart(sheet.frame, address(FIRST_ROW, CHART_COLUMN), [line], 2, "yyyy-mm", CHART_SIZE)
        sheet.freeze(FIRST_ROW)
        sheet.print_setup(footer, len(COLUMNS), (HEAD_ROW, HEAD_ROW))
        sheet.protect()
