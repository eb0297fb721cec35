"""The rows of the trial: press any amount and its formula stands below; lock a payment and the other rows share the rest."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QSize
from PySide6.QtGui import QContextMenuEvent, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from ui.context import UiContext
from ui.look.icons import icon
from ui.look.wording import amount, day
from ui.pages.plan.formula import FormulaBar
from ui.pages.plan.rows_table import RowsTable
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec
from ui.widgets.parts import column
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.explained import explain
from workstation.plan.explained.explain import Explainer
from workstation.plan.explained.formula import Formula
from workstation.plan.explained.rate_formulas import RateFormulas
from workstation.plan.schedule.calculate import Schedule, ScheduleRow
from workstation.plan.schedule.terms import FixedPayment

EXPLAINED: Final[tuple[explain.Column | None, ...]] = (
    None, None, "principal", "interest", "fee", "carried", "payment", "closing",
)  # fmt: skip
"""Which amount of a row stands in which column."""
PAYMENT: Final = EXPLAINED.index("payment")
_BEFORE_PARTS: Final = EXPLAINED.index("principal")
_MAY_BE_EMPTY: Final[dict[explain.Column, str]] = {
    "interest": "interest_minor", "fee": "fee_minor", "carried": "carried_minor",
}  # fmt: skip


class ScheduleCard(QWidget):
    """``locks_changed`` carries the locked rows meant; nothing is locked here before the terms say so.

    ``formula`` is a line of its own, placed by the page where a long formula has room.
    """

    locks_changed: TypedSignal[tuple[FixedPayment, ...]] = signal(1)
    refused: TypedSignal[tuple[Finding, ...]] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.made: Schedule | None = None
        self._locked: dict[int, Money] = {}
        self._explainer: Explainer | None = None
        self._lock = icon(context.theme, "lock", "accent")
        self.table = RowsTable(context.theme, self._columns(), PAYMENT, self.type_amount)
        self.table.say_instead(self.tr("Type the terms on the left; the rows of the plan are shown here."))
        self.table.setAccessibleName(self.tr("Repayment schedule"))
        self.table.setIconSize(QSize(14, 14))
        self.table.horizontalHeader().moveSection(
            PAYMENT, _BEFORE_PARTS
        )  # what is to be paid is never scrolled out of sight
        self.table.cell_picked.connect(self._on_cell)
        self.table.lock_requested.connect(lambda one: self.toggle(one.no))
        self.table.contextMenuEvent = self._on_menu_requested  # type: ignore[method-assign]
        self.formula = FormulaBar(context)
        self.table.copy_requested.connect(self.formula.copy)
        self.clear_message()
        self.setLayout(column(self.table))

    def _columns(self) -> list[ColumnSpec[ScheduleRow]]:
        return [
            ColumnSpec(self.tr("No."), lambda one: str(one.no), 52, figure=True, icon=self._mark),
            ColumnSpec(self.tr("Due"), lambda one: day(one.due_on), 90, figure=True),
            ColumnSpec(self.tr("Principal"), lambda one: one.principal.grouped(), 0, figure=True),
            ColumnSpec(self.tr("Interest"), lambda one: one.interest.grouped(), 0, figure=True),
            ColumnSpec(self.tr("Fee"), lambda one: one.fee.grouped(), 0, figure=True),
            ColumnSpec(self.tr("Old interest and fees"), lambda one: one.carried.grouped(), 0, figure=True),
            ColumnSpec(self.tr("Payment"), lambda one: one.payment.grouped(), 0, figure=True, bold=True),
            ColumnSpec(self.tr("Balance"), lambda one: one.closing.grouped(), 0, figure=True),
        ]

    def _mark(self, one: ScheduleRow) -> QIcon | None:
        return self._lock if one.no in self._locked else None

    def show_plan(self, made: Schedule | None, fixed: tuple[FixedPayment, ...] = ()) -> None:
        """Show the rows of a plan, or none; ``fixed`` are the locks meant, which can be freed even when nothing is planned."""
        self.made, self._explainer = made, None
        self._locked = {one.no: one.amount for one in (made.terms.fixed if made else fixed)}
        self.table.renew(made.rows if made else ())
        for name, figure in _MAY_BE_EMPTY.items():
            some = made is not None and any(getattr(row, figure) for row in made.rows)
            self.table.setColumnHidden(EXPLAINED.index(name), not some)
        rows = self.table.content.rows
        longest = (max(rows, key=attrgetter(f"{one}_minor")) for one in EXPLAINED if one) if rows else ()
        self.table.measure((*longest, *rows[-1:]))  # not all of them: a plan is shown at each step of a slider
        self.clear_message()

    def clear_message(self) -> None:
        """Say what can be done here."""
        custom = self.made is not None and self.made.terms.method == "custom"
        self.formula.clear_message(
            self.tr(
                "F2 or double-click edits the payment of a row · L gives it an even share · the last row is calculated"
            )
            if custom
            else self.tr("Click an amount to see its formula · F2 or double-click edits a payment · L locks a row")
        )

    def explain(self, formula: Formula | None, among: Sequence[Formula] = ()) -> None:
        """Say where an amount comes from; ``among`` are the components that it stands with."""
        if formula is None:
            self.clear_message()
        else:
            self.formula.explain(formula, among)

    def explain_rates(self, rates: RateFormulas | None) -> None:
        """Say where the yearly cost comes from, counted both ways."""
        if rates is None:
            self.clear_message()
        else:
            self.formula.explain_rates(rates)

    def explainer(self) -> Explainer | None:
        """Formulas of what is shown; made when first asked for."""
        if self._explainer is None and self.made is not None:
            self._explainer = Explainer.of(self.made)
        return self._explainer

    def _on_cell(self, index: QModelIndex) -> None:
        explainer = self.explainer()
        name = EXPLAINED[index.column()] if index.isValid() else None
        if explainer is None or name is None:
            self.clear_message()
            return
        self.explain(explainer.amount(self.table.content.rows[index.row()].no, name))

    def toggle(self, number: int) -> None:
        """Lock a row to its payment, or free it."""
        locked = dict(self._locked)
        if locked.pop(number, None) is None and self.made is not None:
            locked[number] = self.made.rows[number - 1].payment
        self._ask(locked)

    def type_amount(self, number: int, text: str) -> None:
        """Lock a row to a typed amount; an empty text frees it."""
        if self.made is None:
            return
        locked = dict(self._locked)
        locked.pop(number, None)
        if text.strip():
            try:
                locked[number] = Money.parse_kept(text, self.made.terms.currency)
            except Refused as refusal:
                self.refused.emit(tuple(Finding(one.code, "fixed", one.figures) for one in refusal.findings))
                return
        self._ask(locked)

    def free_all(self) -> None:
        """Free every row."""
        self._ask({})

    def _ask(self, locked: dict[int, Money]) -> None:
        self.locks_changed.emit(tuple(FixedPayment(no, locked[no]) for no in sorted(locked)))

    def menu(self) -> QMenu:
        """What can be done with the current row."""
        menu = QMenu(self)
        one = self.table.current()
        if one is not None:
            text = self.tr("&Unlock this row") if one.no in self._locked else self.tr("&Lock this row")
            menu.addAction(f"{text}\tL", lambda: self.toggle(one.no))
            payment = self.table.model().index(one.no - 1, PAYMENT)
            menu.addAction(self.tr("&Edit its payment") + "\tF2", lambda: self._edit(payment))
        if self._locked:
            menu.addAction(self.tr("Unlock &all rows"), self.free_all)
        return menu

    def _edit(self, index: QModelIndex) -> None:
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _on_menu_requested(self, event: QContextMenuEvent) -> None:
        position = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self._menu_position()
        self.menu().exec(position)

    def _menu_position(self) -> QPoint:
        area = self.table.visualRect(self.table.currentIndex())
        return self.table.viewport().mapToGlobal(area.bottomLeft())

    def totals(self) -> str:
        """The sum of all payments with what is paid up front."""
        return amount(self.made.totals.payment) if self.made else ""
