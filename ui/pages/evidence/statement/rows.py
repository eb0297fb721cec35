"""The transactions of a statement in a table with its filters; rows left out stand there too, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.look.icons import icon
from ui.look.wording import NONE, amount, day
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button, column, label
from ui.widgets.room.flow import flow
from workstation.actions.evidence.statements import StatementRead
from workstation.errors import Refused
from workstation.evidence.statements.transactions import Transaction
from workstation.money import Money
from workstation.wording import filled

_KINDS: Final = ("income", "expense", "neutral", "refund")


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One line of the file: a transaction, or a row left out with ``why``; ``marked``: a finding speaks of it; ``monthly``: the day
    stands for its month.
    """

    number: int
    one: Transaction | None
    why: str
    marked: bool
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What is shown; an empty text, month or kind, and None, let everything pass. Amounts compare without their sign."""

    text: str = ""
    month: str = ""
    kind: str = ""
    least: Money | None = None
    most: Money | None = None

    def keeps(self, row: StatementRow) -> bool:
        """Whether a row is shown; rows left out have no facts to filter by and show only unfiltered."""
        one = row.one
        if one is None:
            return self == RowFilter()
        size = abs(one.amount.minor)
        return (
            (
                not self.text
                or self.text.casefold() in f"{one.counterparty} {one.text} {one.amount.grouped()}".casefold()
            )
            and (not self.month or f"{one.on:%Y-%m}" == self.month)
            and (not self.kind or one.kind == self.kind)
            and (self.least is None or size >= self.least.minor)
            and (self.most is None or size <= self.most.minor)
        )


class StatementRows(QWidget):
    """``month_picked`` carries the month that the filter was set to, for the chart beside it."""

    month_picked: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[StatementRow, ...] = ()
        self._warning = icon(context.theme, "warning", "warning")
        self.text = TextEdit(self.tr("Counterparty, description or amount"), secret=True)
        self.text.cover(context.privacy.hidden)
        context.privacy.changed.connect(self.text.cover)
        self.month = ChoiceEdit({}, empty=self.tr("All months"))
        kinds = {kind: context.words.label("transaction_kind", kind) for kind in _KINDS}
        self.kind = ChoiceEdit(kinds, empty=self.tr("All types"))
        self.least, self.most = MoneyEdit(optional=True), MoneyEdit(optional=True)
        self._name_filters()
        self.count = label("", "hint")
        self.clear_button = button(self.tr("Show &all"), "quiet", self.clear)
        self.table = self._table()
        self._lay_out()
        for editor in (self.text, self.month, self.kind, self.least, self.most):
            editor.edited.connect(self._on_filter_edited)

    def _name_filters(self) -> None:
        self.least.setPlaceholderText(self.tr("From"))
        self.most.setPlaceholderText(self.tr("To"))
        for editor, name in (
            (self.text, self.tr("Search transactions")), (self.month, self.tr("Month")), (self.kind, self.tr("Type")),
            (self.least, self.tr("Amount from")), (self.most, self.tr("Amount to")),
        ):  # fmt: skip
            editor.setAccessibleName(name)
        for editor in (self.least, self.most):
            editor.setFixedWidth(86)

    def _table(self) -> Table[StatementRow]:
        table: Table[StatementRow] = Table(
            [
                ColumnSpec(self.tr("Row"), lambda one: str(one.number), 64, order=lambda one: one.number, icon=self._mark),
                ColumnSpec(self.tr("Day"), _day, 96, order=_on, whole=True),
                ColumnSpec(self.tr("Counterparty"), lambda one: one.one.counterparty if one.one else "", private=True),
                ColumnSpec(self.tr("Description"), self._words, private=True, keep=(0, 0)),
                ColumnSpec(self.tr("Type"), self._kind, 84),
                ColumnSpec(self.tr("Amount"), lambda one: amount(one.one.amount) if one.one else NONE, 116, figure=True,
                       bold=True, order=lambda one: one.one.amount.minor if one.one else None),
                ColumnSpec(self.tr("Balance"), _balance, 120, figure=True, order=_balance_order),
            ],
            sortable=True,
            line=28,
            privacy=self._context.privacy, empty=self.tr("No row fits what is chosen above."),
        )  # fmt: skip
        table.setAccessibleName(self.tr("Transactions"))
        return table

    def _lay_out(self) -> None:
        filters = flow(self.text, self.month, self.kind, self.least, self.most, self.clear_button, gap=8)
        filters.setStretch(0, 1)
        body = column(filters, self.table, self.count, gap=6)
        body.setStretch(1, 1)
        self.setLayout(body)

    def load(self, read: StatementRead, marked: frozenset[int]) -> None:
        """Show a statement; ``marked`` are the numbers of rows that findings name."""
        self._rows = tuple(sorted(_lines(read, marked), key=lambda one: one.number))
        months = sorted({f"{one.one.on:%Y-%m}" for one in self._rows if one.one})
        self.month.offer({month: month for month in months}, empty=self.tr("All months"))
        for editor in (self.least, self.most):
            editor.currency = read.statement.currency
        self.clear()

    def clear(self) -> None:
        """Show every row."""
        for editor in (self.text, self.month, self.kind, self.least, self.most):
            editor.load(None)
        self._on_filter_edited()

    def set_month(self, month: str) -> None:
        """Show the rows of one month, or of all."""
        self.month.load(month)
        self._show()

    def jump(self, number: int, *, focus: bool = False) -> bool:
        """Select a row by its number, clearing the filters if they hide it; False when there is no such row."""
        wanted = next((one for one in self._rows if one.number == number), None)
        if wanted is None:
            return False
        if not self.filter.keeps(wanted):
            self.clear()
        self.table.select(lambda one: one.number == number)
        self.table.scrollTo(self.table.currentIndex(), self.table.ScrollHint.PositionAtCenter)
        if focus:
            self.table.setFocus()
        return True

    @property
    def filter(self) -> RowFilter:
        """What the fields ask for; an amount that cannot be read asks for nothing."""
        return RowFilter(
            str(self.text.raw()), str(self.month.raw()), str(self.kind.raw()), _amount(self.least), _amount(self.most)
        )

    def _on_filter_edited(self) -> None:
        self._show()
        self.month_picked.emit(str(self.month.raw()))

    def _show(self) -> None:
        wanted = self.filter
        shown = [one for one in self._rows if wanted.keeps(one)]
        self.table.show_rows(shown)
        text = filled(
            self.tr("{shown} of {count} {count|row|rows}"),
            {"shown": f"{len(shown):,}", "count": f"{len(self._rows):,}"},
        )
        self.count.setText(text)

    def _mark(self, one: StatementRow) -> QIcon | None:
        return self._warning if one.marked else None

    def _words(self, one: StatementRow) -> str:
        if one.one is not None:
            return one.one.text
        return self.tr("Excluded: {why}").format(why=self._context.words.label("left_out", one.why))

    def _kind(self, one: StatementRow) -> str:
        return self._context.words.label("transaction_kind", one.one.kind) if one.one else NONE


def _lines(read: StatementRead, marked: frozenset[int]) -> Iterator[StatementRow]:
    for one in read.statement.transactions:
        yield StatementRow(one.row, one, "", one.row in marked, read.statement.monthly)
    for left in read.statement.rows_left_out:
        yield StatementRow(left.row, None, left.why, left.row in marked)


def _day(one: StatementRow) -> str:
    if one.one is None:
        return NONE
    return f"{one.one.on:%Y-%m}" if one.monthly else day(one.one.on)


def _on(one: StatementRow) -> date | None:
    return one.one.on if one.one else None


def _balance(one: StatementRow) -> str:
    return amount(one.one.balance) if one.one else NONE


def _balance_order(one: StatementRow) -> int | None:
    return one.one.balance.minor if one.one and one.one.balance is not None else None


def _amount(editor: MoneyEdit) -> Money | None:
    try:
        value = editor.draft()
    except Refused:
        return None
    return value if isinstance(value, Money) else None
