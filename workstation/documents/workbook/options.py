"""The options sheet: for each account doing nothing and up to four options side by side, then the others by rank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from workstation.casework.debt_orders import OrderLine
from workstation.documents.workbook.cell_text import Value, address
from workstation.documents.workbook.figures import OrderSheetFigures, PlanCosts
from workstation.documents.workbook.option_figures import AccountOptionFigures, OptionFigures
from workstation.documents.workbook.schedule import currency_name
from workstation.documents.workbook.sheet import WorkbookSheet
from workstation.documents.workbook.styles import GOOD
from workstation.money import Money
from workstation.plan.debt.comparison import MOST
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.lender_table import INTEREST
from workstation.rates import rounded
from workstation.wording import Wording

WIDTHS: Final = (28.0, 24.0, *(26.0,) * MOST)
LAST: Final = len(WIDTHS)
_HEAD: Final = 2
"""Rows of the title, repeated on each page."""

Field = tuple[str, str, Callable[[OptionFigures], Value]]
FIELDS: Final[tuple[Field, ...]] = (
    ("method", "row_text_right", lambda one: one.method),
    ("count", "row_whole_right", lambda one: one.count),
    ("first_due", "row_day_right", lambda one: one.first_due),
    ("last_due", "row_day_right", lambda one: one.last_due),
    ("payment", "row_strong", lambda one: one.payment),
    ("up_front", "row_money", lambda one: one.up_front),
    ("total", "row_strong", lambda one: one.total),
    ("cost", "row_money", lambda one: one.cost),
    ("waived", "row_money", lambda one: one.waived),
    ("simple", "row_rate", lambda one: _rate(one.simple)),
    ("compound", "row_rate", lambda one: _rate(one.compound)),
    ("decides", "row_text_right", lambda one: one.decides),
    ("why", "row_text_right", lambda one: one.why),
)
"""Word, look and value of every line of the comparison."""
COST: Final = ("item", "total", "simple", "compound")
ORDER: Final = ("order", "first_off", "last", "months", "paid", "cost")
OTHERS: Final = ("rank", "option", "payment", "total", "last_due", "why")


class OptionsSheet:
    """Fills the sheet from the top, account by account."""

    def __init__(self, sheet: WorkbookSheet, accounts: tuple[AccountOptionFigures, ...], words: Wording) -> None:
        self.sheet = sheet
        self.accounts = accounts
        self.words = words
        self.row = _HEAD + 2

    def fill(
        self, subtitle: str, footer: str, orders: OrderSheetFigures | None = None, costs: Sequence[PlanCosts] = ()
    ) -> None:
        """Write all cells and the frame."""
        sheet = self.sheet
        sheet.widths(*WIDTHS)
        sheet.span(1, 1, LAST, self._word("title"), "title")
        sheet.span(2, 1, LAST, subtitle, "subtitle")
        sheet.height(1, 32)
        for account in self.accounts:
            self._account(account)
        if not self.accounts:
            self._note(self._word("nothing"))
        self._note(self._word("note"))
        if orders is not None:
            self._orders(orders)
        for plan in costs:
            self._costs(plan)
        sheet.freeze(_HEAD + 1)
        sheet.print_setup(footer, LAST, (1, _HEAD))
        sheet.protect()

    def _word(self, key: str, **figures: str) -> str:
        return self.words.text(f"workbook.options.{key}", figures)

    def _note(self, text: str) -> None:
        self.sheet.span(self.row, 1, LAST, text, "note")
        self.sheet.fit(self.row, (sum(WIDTHS),))
        self.row += 1

    def _account(self, one: AccountOptionFigures) -> None:
        account = one.account
        tail = self.words.text("workbook.tail", {"tail": account.tail})
        share = self._word("share", amount=one.share.grouped(), currency=currency_name(one.share.currency, self.words))
        self.sheet.span(self.row, 1, LAST, f"{account.bank}　{tail}　{share}", "section")
        self.sheet.height(self.row, 24)
        self.row += 1
        if one.options:
            self._side_by_side(one)
            self._others(one.options[MOST:])
        else:
            self._note(self._word("none"))
        for text in one.notes:
            self._note(text)
        self.row += 1

    def _orders(self, orders: OrderSheetFigures) -> None:
        """Several debts in each order of paying them; what keeps them from being compared is said instead."""
        if not orders.lines and not orders.missing:
            return
        texts = {
            key: self.words.text(f"paper.orders.{key}")
            for key in ("title", "subtitle", "missing", "basis", "never", *ORDER)
        }
        self.row += 1
        self.sheet.span(self.row, 1, LAST, texts["title"], "section")
        self.row += 1
        for text in (texts["missing"], *orders.missing) if orders.missing else (texts["subtitle"],):
            self._note(text)
        for column, key in enumerate(ORDER if orders.lines else (), 1):
            self.sheet.put(self.row, column, texts[key], "head" if column == 1 else "head_right")
        self.row += bool(orders.lines)
        for line in orders.lines:
            self._order(line, texts["never"])
        for line in orders.lines:
            self._note(f"{line.title}: {line.steps}")
        if orders.lines:
            self._note(texts["basis"])

    def _order(self, line: OrderLine, never: str) -> None:
        self.sheet.put(self.row, 1, ("★ " if line.cheapest else "") + line.title, "row_text")
        values: tuple[tuple[Value, str], ...] = (
            (line.first_on or never, "row_text_right"),
            (line.last_on or never, "row_text_right"),
            (line.months if line.months else never, "row_whole_right"),
            (line.paid if line.paid else never, "row_money"),
            (line.cost if line.cost is not None else never, "row_strong"),
        )
        for column, (value, look) in enumerate(values, 2):
            self.sheet.put(self.row, column, value, look)
        self.row += 1

    def _costs(self, plan: PlanCosts) -> None:
        """The table of costs: each item with its own yearly rate, then both sums, each with its rule."""

        def word(key: str) -> str:
            return self.words.text(f"paper.cost.{key}")

        table, lender = plan.table, f"　{word('loan')}" if plan.lender else ""
        self.row += 1
        self.sheet.span(self.row, 1, LAST, f"{word('title')}　{plan.title}{lender}", "section")
        self.row += 1
        for column, key in enumerate(COST, 1):
            self.sheet.put(self.row, column, word(key), "head" if column == 1 else "head_right")
        self.row += 1
        for one in table.items:
            named = plan.lender and one.item.code != INTEREST  # as a person typed it, never a key
            self._cost(one.item.code if named else word(one.item.code), one.total, one.rate, "row_text")
        self._cost(word("added"), table.cost, table.added, "row_text")
        self._cost(word("single"), table.cost, table.single, "row_text")
        self._note(word("basis_lender" if plan.lender else "basis"))

    def _cost(self, name: str, amount: Money, rate: TrueRate, look: str) -> None:
        self.sheet.put(self.row, 1, name, look)
        self.sheet.put(self.row, 2, amount, "row_money")
        self.sheet.put(self.row, 3, _rate(rate.simple), "row_rate")
        self.sheet.put(self.row, 4, _rate(rate.compound), "row_rate")
        self.sheet.fit(self.row, WIDTHS)
        self.row += 1

    # ── Side by side ──

    def _side_by_side(self, one: AccountOptionFigures) -> None:
        shown = one.options[:MOST]
        self._line("item", self._word("waiting"), tuple(f"{o.rank}　{o.title}" for o in shown), "head_right", "head")
        totals = 0
        for key, look, value in FIELDS:
            self._line(key, None, tuple(value(option) for option in shown), look)
            totals = self.row - 1 if key == "total" else totals
        self._owed_today(one, totals, len(shown))
        for horizon in one.horizons:
            label = self._word("horizon", label=horizon.label, day=horizon.on.isoformat())
            at = self._put(label, horizon.waited, horizon.spent, "row_money")
            first = address(at, 3)
            self.sheet.mark(f"{first}:{address(at, 2 + len(shown))}", f"{first}<$B{at}", GOOD)

    def _owed_today(self, one: AccountOptionFigures, totals: int, shown: int) -> None:
        """What is owed today, and how the total of each option compares to it, by formula."""
        owed, at = one.account.owed, self.row
        values = tuple(option.total - owed for option in one.options[:shown])
        self.sheet.put(at, 1, self._word("against_today"), "row_text")
        self.sheet.put(at, 2, owed, "row_strong")
        for column, value in enumerate(values, 3):
            formula = f"ROUND({address(totals, column)}-$B{at},{owed.digits})"
            self.sheet.put(at, column, value, "row_money", formula)
        self._blank(at, 3 + shown)
        self.row += 1

    def _line(self, key: str, waiting: Value, values: tuple[Value, ...], look: str, label: str = "row_text") -> None:
        self._put(self._word(key), waiting, values, look, label)

    def _put(self, label: str, waiting: Value, values: tuple[Value, ...], look: str, of_label: str = "row_text") -> int:
        at = self.row
        self.sheet.put(at, 1, label, of_label)
        for column, value in enumerate((waiting, *values), 2):
            self.sheet.put(at, column, value, look)
        self._blank(at, 3 + len(values))
        self.sheet.fit(at, WIDTHS)
        self.row += 1
        return at

    def _blank(self, row: int, first: int) -> None:
        for column in range(first, LAST + 1):
            self.sheet.put(row, column, None, "row_text")

    # ── By rank ──

    def _others(self, options: tuple[OptionFigures, ...]) -> None:
        """The options beyond those that stand side by side."""
        if not options:
            return
        self.row += 1
        for column, name in enumerate(OTHERS, 1):
            self.sheet.put(self.row, column, self._word(name), "head_right" if name in ("payment", "total") else "head")
        self.sheet.head(self.row)
        self.row += 1
        for one in options:
            rank = self._word("ranked", rank=str(one.rank))
            title = self._word("counted", title=one.title, count=str(one.count))
            values: tuple[Value, ...] = (rank, title, one.payment, one.total, one.last_due, one.why)
            looks = ("row_text", "row_text", "row_strong", "row_money", "row_day", "row_text")
            for column, (value, look) in enumerate(zip(values, looks, strict=True), 1):
                self.sheet.put(self.row, column, value, look)
            self.sheet.fit(self.row, WIDTHS)
            self.row += 1


def _rate(rate: Decimal | None) -> Value:
    return None if rate is None else rounded(rate)
