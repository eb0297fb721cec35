"""The trial sheet (试算): everything that terms can say as inputs at the left, the whole plan beside them by formulas.

With the same terms the program gives the same rows, for every method. What the formulas cannot follow (days moved for holidays, a
remainder in the first row, a payment fixed in the last one) is named on the sheet. Rows beyond the count stay blank.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from workstation.documents.workbook.cell_text import Value, address
from workstation.documents.workbook.chart import Balance, add_balance_chart
from workstation.documents.workbook.figures import PlanSheetFigures
from workstation.documents.workbook.schedule import COLUMNS, named, unit_note
from workstation.documents.workbook.sheet import MOST, WorkbookSheet, quoted
from workstation.documents.workbook.styles import ACTIVE_ROW, BAD, GOOD, LAST_ROW
from workstation.documents.workbook.trial.checks import CHECK, condition, first_wrong, trouble, untyped
from workstation.documents.workbook.trial.figures import TrialFigures, TrialNumbers
from workstation.documents.workbook.trial.inputs import (
    NUMBERED,
    Input,
    choices,
    input_values,
    numbered,
    ready,
    reckoning,
    sections,
)
from workstation.documents.workbook.trial.rows import (
    CLOSING,
    DUE,
    FIRST_ROW,
    HEAD_ROW,
    LEFT,
    MESSAGE_ROW,
    NO,
    OPENING,
    PAYMENT,
    PRINCIPAL,
    SHARE,
    STEP,
    TIMES,
    TOTAL_ROW,
    TYPED,
    TrialRow,
)
from workstation.documents.workbook.trial.terms import trial
from workstation.money import Money, minor_digits
from workstation.wording import Wording

WIDTHS: Final = (26.0, 21.0, 2.0, 7.0, 14.0, 8.0, 19.0, 19.0, 21.0, 19.0, 19.0, 21.0, 19.0, 21.0, 3.0)
CHART_COLUMN: Final = 16
CHART_SIZE: Final = (170, 85)
_FIRST_INPUT: Final = TOTAL_ROW
"""Below the row of titles, which returns on every page that is printed."""
_ONE_PAGE: Final = 60
"""Rows that are printed on one page: those beyond the count are blank, and a page of them would be."""
_ROW: Final = 14
"""Points of a row of the table, so that one page stays legible."""
_LABEL: Final = "\n"
"""Stands in a sentence where the formula puts the label of a cell."""
_SLOTS: Final = ((4, 5, 6, 7), (8, 8, 9, 9), (10, 11, 12, 12), (13, 13, 14, 14))
"""First and last column of label and value of the answers that stand side by side above the table."""
_LOOKS: Final = {
    NO: "plain_whole", DUE: "plain_day", DUE + 1: "plain_whole", OPENING: "plain_soft", PAYMENT: "plain_strong",
    CLOSING: "plain_soft",
}  # fmt: skip


class TrialSheet:
    """Fills one sheet; ``most`` rows at most (the limit of the pack)."""

    def __init__(self, sheet: WorkbookSheet, plan: PlanSheetFigures, words: Wording, most: int) -> None:
        self.sheet, self.words, self.plan, self.most = sheet, words, plan, most
        self.trial = trial(plan.schedule.terms, len(plan.schedule.rows), most)
        self.terms = self.trial.terms
        self.digits = minor_digits(self.terms.currency)
        self.last = FIRST_ROW + most - 1
        self.numbers = TrialNumbers(self.trial)

    def fill(self, subtitle: str, footer: str) -> None:
        """Write all cells and the frame."""
        sheet = self.sheet
        sheet.widths(*WIDTHS)
        sheet.title(14, self._word("trial.title", account=named(self.plan.account, self.words)))
        sheet.span(2, 1, 9, subtitle, "subtitle")
        sheet.span(2, 10, 14, unit_note(self.terms.currency, self.words), "subtitle_right")
        self._inputs()
        self._numbers()
        self._answers()
        self._table()
        self._frame(footer)

    def _word(self, key: str, **figures: str) -> str:
        return self.words.text(f"workbook.{key}", figures)

    # ── Inputs ──

    def _inputs(self) -> None:
        values, row = input_values(self.trial, self.words), _FIRST_INPUT
        for heading, inputs in sections(self.most, self.digits):
            self.sheet.span(row, 1, 2, self._word(f"trial.section.{heading}"), "label_strong")
            self.sheet.put(row, CHECK, 1, "fine_whole")
            row += 1
            for one in inputs:
                self.sheet.put(row, 1, self._word(one.label), "label")
                at = self.sheet.put(row, 2, values[one.name], one.look)
                self.sheet.name(f"try_{one.name}", at)
                self._validate(at, one)
                self.sheet.put(row, CHECK, 1, "fine_whole", condition(one))
                row += 1
        self._last_input = row - 1

    def _validate(self, at: str, one: Input) -> None:
        title, hint = self._word(one.label), self._word(f"hint.{one.label}", most=str(self.most))
        if one.kind == "list":
            texts = ",".join(choices(self.words)[one.name])
            self.sheet.validate(at, "list", f'"{texts}"', "", title, hint)
        else:
            self.sheet.validate(at, one.kind, one.low, one.high, title, hint)

    def _numbers(self) -> None:
        """Choices as numbers, and the amounts and days between inputs and rows: beside the printed page."""
        lists, chosen = choices(self.words), numbered(self.trial)
        cells: list[tuple[str, Value, str, str]] = []
        for name, named_as in NUMBERED.items():
            texts = ",".join(f'"{text}"' for text in lists[name])
            cells.append((named_as, chosen[name], f"IFERROR(MATCH(try_{name},{{{texts}}},0),0)", "fine_whole"))
        shown = self.numbers.between()
        for name, formula in self._reckoning().items():
            if name in shown:
                cells.append((name, shown[name], formula, _fine(shown[name])))
        cells.append(("wrong", 0, first_wrong(_FIRST_INPUT, self._last_input), "fine_whole"))
        cells.append(("untyped", 0, untyped(self.last), "fine_whole"))
        cells.append(("ready", 1, "IF(AND(try_wrong=0,try_untyped=0),1,0)", "fine_whole"))
        for index, (name, value, formula, look) in enumerate(cells):
            row, column = 2 + index % 6, STEP + 2 * (index // 6)
            self.sheet.put(row, column, f"try_{name}", "note_right")
            self.sheet.name(f"try_{name}", self.sheet.put(row, column + 1, value, look, formula))

    def _reckoning(self) -> dict[str, str]:
        ranges = (f"{address(FIRST_ROW, at)}:{address(self.last, at)}" for at in (SHARE, LEFT, TIMES))
        return reckoning(self.digits, *ranges)

    # ── Answers ──

    def _pair(self, row: int, slot: int, label: str, value: Value, formula: str, name: str, look: str = "money") -> str:
        first, last, from_column, to_column = _SLOTS[slot]
        self.sheet.span(row, first, last, self._word(label), "label")
        at = self.sheet.span(row, from_column, to_column, value, look, formula)
        self.sheet.name(f"try_{name}", at)
        return at

    def _answers(self) -> None:
        plan, old = self.trial.schedule, self.trial.frame.old
        ways = self._reckoning()
        amount = Money(old.financed, self.terms.currency)
        self._pair(4, 0, "amount", amount, ways["amount"], "amount", "answer")
        self._pair(4, 1, "instalment", self.trial.instalment, ways["instalment"], "instalment", "answer")
        self._pair(4, 2, "up_front", plan.up_front, ways["up_front"], "up_front")
        total = address(TOTAL_ROW, PAYMENT)
        self._pair(4, 3, "trial.total", plan.totals.payment, ready(total), "total")
        closing = f"ROUND(INDEX({address(FIRST_ROW, CLOSING)}:{address(self.last, CLOSING)},try_count),{self.digits})"
        self._pair(5, 0, "trial.closing", plan.rows[-1].closing, ready(closing), "closing", "answer")
        self._pair(5, 1, "trial.state", self._word("trial.kept"), self._state(), "state", "answer_text")
        overall = ready(f"ROUND(try_total+try_up_front,{self.digits})")
        self._pair(5, 2, "trial.overall", plan.totals.payment + plan.up_front, overall, "overall")
        chosen = self.plan.schedule.totals.payment + self.plan.schedule.up_front
        against = ready(f"ROUND(try_overall-{chosen.text()},{self.digits})")
        difference = plan.totals.payment + plan.up_front - chosen
        self._pair(5, 3, "trial.against", difference, against, "against", "answer")
        self._message()
        self._note()

    def _state(self) -> str:
        """Whether every row pays its interest, and the last one ends at nothing and not an earlier one."""
        first, last = address(FIRST_ROW, PRINCIPAL), address(self.last, PRINCIPAL)
        early = f"AND(try_amount>0,INDEX({first}:{last},try_count)=0)"
        refused = f"OR(MIN({first}:{last})<0,try_instalment<0,try_amount<0,{early})"
        short, kept = (quoted(self._word(f"trial.{key}")) for key in ("short", "kept"))
        return f"IF(try_ready=1,IF({refused},{short},{kept}),{short})"

    def _message(self) -> None:
        """What is to be filled in or put right, over the table; blank as long as nothing is."""
        missing, wrong = (_around(self._word(f"trial.{key}", label=_LABEL)) for key in ("missing", "wrong"))
        rows = _FIRST_INPUT, self._last_input
        formula = trouble(*rows, missing, wrong, self._word("trial.by_hand"))
        self.sheet.name("try_trouble", self.sheet.span(MESSAGE_ROW, NO, TYPED, "", "alert", formula))
        area = f"{address(rows[0], 1)}:{address(rows[1], 2)}"
        self.sheet.mark(area, f"ROW()-{rows[0] - 1}=try_wrong", BAD)

    def _note(self) -> None:
        texts = [self._word("trial.note", most=str(self.most))]
        texts += [self._word(f"trial.without.{key}") for key in self.trial.left_out]
        self.sheet.span(3, 1, 14, "　".join(texts), "note")
        self.sheet.height(3, 34)

    # ── Table ──

    def _table(self) -> None:
        put = self.sheet.put
        for column, name in enumerate((*COLUMNS, "typed"), NO):
            look = "head_right" if column >= OPENING else "head_center"
            put(HEAD_ROW, column, self._word(f"column.{name}"), look)
        self.sheet.head(HEAD_ROW)
        rows = TrialFigures(self.trial, self.numbers)
        for no in range(1, self.most + 1):
            row = TrialRow(no, FIRST_ROW, self.digits)
            values = rows.of(no)
            for column, formula in row.formulas().items():
                value = values.get(column, "")
                put(
                    row.at, column, value, _LOOKS.get(column, "plain_money" if column < STEP else _fine(value)), formula
                )
            self.sheet.height(row.at, _ROW)
            typed = put(row.at, TYPED, self.trial.typed.get(no), "row_input")
            self.sheet.validate(typed, "decimal", "0", MOST, self._word("column.typed"), self._word("hint.typed"))
        self._totals()

    def _totals(self) -> None:
        """Above the rows, where it stays in sight whatever their number."""
        totals = self.trial.schedule.totals
        self.sheet.span(TOTAL_ROW, NO, OPENING, self._word("total"), "total_text")
        sums = (totals.principal, totals.interest, totals.fee, totals.carried, totals.payment)
        for column, amount in enumerate(sums, PRINCIPAL):
            area = f"{address(FIRST_ROW, column)}:{address(self.last, column)}"
            self.sheet.put(TOTAL_ROW, column, amount, "total_money", ready(f"ROUND(SUM({area}),{self.digits})"))
        self.sheet.put(TOTAL_ROW, CLOSING, self.trial.schedule.rows[-1].closing, "total_money", "try_closing")
        self.sheet.put(TOTAL_ROW, TYPED, None, "total_text")

    # ── Frame ──

    def _frame(self, footer: str) -> None:
        sheet, row = self.sheet, FIRST_ROW
        closing = sheet.frame.defined_names["try_closing"].attr_text.rpartition("!")[2]
        sheet.mark("D5:G5", f"ABS({closing})>=0.005", BAD)
        sheet.mark("D5:G5", f"ABS({closing})<0.005", GOOD)
        sheet.mark("H5:I5", f"$I$5<>{quoted(self._word('trial.kept'))}", BAD)
        sheet.mark(f"{address(row, OPENING)}:{address(self.last, CLOSING)}", f'AND(G{row}<>"",N(G{row})<0)', BAD)
        table = f"{address(row, NO)}:{address(self.last, TYPED)}"
        sheet.mark(table, f"$D{row}=try_count", LAST_ROW)
        sheet.mark(table, f'$D{row}<>""', ACTIVE_ROW)
        sheet.put(2, CHART_COLUMN, self._word("chart"), "section")
        line = Balance(sheet.frame, CLOSING, FIRST_ROW, self.last)
        add_balance_chart(sheet.frame, address(4, CHART_COLUMN), [line], DUE, "yyyy-mm", CHART_SIZE)
        sheet.freeze(FIRST_ROW)
        last = max(self.last, self._last_input)
        sheet.print_setup(footer, TYPED, (HEAD_ROW, HEAD_ROW), one_page=self.most <= _ONE_PAGE, last_row=last)
        sheet.protect()


def _around(sentence: str) -> tuple[str, str]:
    """What stands before and after the label."""
    before, _, after = sentence.partition(_LABEL)
    return before, after


def _fine(value: Value) -> str:
    if isinstance(value, Money):
        return "fine_money"
    if isinstance(value, date):
        return "fine_day"
    return "fine_factor" if isinstance(value, Decimal) else "fine_whole"
