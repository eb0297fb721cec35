"""The lender's table of costs: the loan on the left, items on the right, below each item's own yearly rate and both sums."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.edits.walk import undo_of_last
from ui.look.wording import NONE
from ui.pages.plan.costs.item_form import ItemForm
from ui.pages.plan.costs.loan_form import LoanForm
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.parts import button, column, label, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import Scrolled, beside
from workstation.actions.plans import lender_tables
from workstation.casework.claims.lender_costs import CostLine, check_table, kept_table
from workstation.errors import Refused
from workstation.plan.rate.cost_table import ADDED_RULE, SINGLE_RULE
from workstation.plan.schedule.lender_table import INTEREST, LenderCost, LenderTable
from workstation.rates import percent

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.profile.account import Account

_LOAN, _NOTE = 284, 72
"""Pixels: the width of the loan, the height of what follows."""
_RULES: Final = {"added": ADDED_RULE[2:], "single": SINGLE_RULE[-9:]}
"""As short as a column has room for: year and number; the paper names who made them."""


class CostsTab(QWidget):
    """Loan and items are kept together: Enter in an item keeps both, and nothing is reckoned of what is not kept."""

    sheet_requested: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: CaseFile | None = None
        self._account: Account | None = None
        today = session.desk.clock.today
        self.loan = LoanForm(context, today, session.drafts)
        self.item = ItemForm(context, session.drafts)
        self.item.added.connect(self.add)
        nothing = self.tr("No table of the lender typed yet. Fill in the loan on the left, then add each item above.")
        self.table: Table[CostLine] = Table(self._columns(), line=26, privacy=context.privacy, empty=nothing)
        self.table.setAccessibleName(self.tr("Costs of the loan"))
        self.note = label("", "hint", wrap=True)
        self.lines: tuple[CostLine, ...] = ()
        self._lay_out()

    def _columns(self) -> list[ColumnSpec[CostLine]]:
        return [
            ColumnSpec(self.tr("Item of cost"), self._name, 0, private=True),
            ColumnSpec(self.tr("Received by"), lambda one: one.payee or NONE, 110, private=True),
            ColumnSpec(self.tr("Total"), lambda one: one.cost.total.grouped() if one.cost else NONE, 96, figure=True),
            ColumnSpec(self.tr("Stated"), self._stated, 76, figure=True),
            ColumnSpec(self.tr("Simple"), lambda one: percent(one.rate.simple), 76, figure=True, bold=True),
            ColumnSpec(self.tr("Compound"), lambda one: percent(one.rate.compound), 76, figure=True),
        ]

    def _lay_out(self) -> None:
        self.save_button = button(self.tr("Sav&e loan"), "small", self.save)
        self.edit_button = button(self.tr("Ed&it"), "small", self.edit)
        self.remove_button = button(self.tr("Rem&ove"), "small", self.remove)
        self.drop_button = button(self.tr("D&rop table"), "small", self.drop)
        self.drop_button.setToolTip(self.tr("Takes the whole table out of the case"))
        self.sheet_button = button(self.tr("&Table of costs…"), "small", self._ask_sheet)
        self.sheet_button.setToolTip(self.tr("The table with every rate, as PDF"))
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove, context=Qt.ShortcutContext.WidgetShortcut)
        self.loan.edited.connect(self._on_loan_edited)
        left = column(Scrolled(column(self.loan.grid(), -1)), row(self.drop_button, -1, self.save_button), gap=6)
        side = QWidget()
        side.setObjectName("plain")
        side.setLayout(left)
        note = Scrolled(column(self.note, -1))
        note.setFixedHeight(_NOTE)
        buttons = flow(self.edit_button, self.remove_button, -1, self.sheet_button, gap=6)
        right = column(self.item, self.table, buttons, note, gap=4)
        right.setStretch(1, 1)
        body = beside(side, right, gap=10, side=_LOAN)
        body.setStretch(1, 1)
        self.setLayout(body)
        own(self.save_button, self, saves=True)

    def load(self, file: CaseFile, account_id: str) -> None:
        """Show the table of an account; a loan that was typed and not saved stays."""
        account = file.accounts_by_id.get(account_id)
        self._file, self._account = file, account
        self.setEnabled(account is not None)
        if account is None:
            return
        kept = self._kept()
        if self.loan.about(file.case.id, account.id) or not self.loan.modified:
            self.loan.show_table(account, kept)
        self.item.load(file.case.id, account.id, account.currency)
        self.save_button.setEnabled(kept is None or self.loan.modified)
        self.drop_button.setEnabled(kept is not None)
        self.sheet_button.setEnabled(kept is not None and file.mainland)
        self._reckon(file, account, kept)

    def _kept(self) -> LenderTable | None:
        return kept_table(self._file, self._account) if self._file and self._account else None

    def _reckon(self, file: CaseFile, account: Account, kept: LenderTable | None) -> None:
        self.lines = ()
        said: list[str] = []
        if kept is not None:
            check = check_table(file, account, kept)
            self.lines = check.lines
            said = [self._context.words.finding(one) for one in check.findings]
            if not said and any(one.stated is not None for one in check.lines):
                said = [self.tr("✓ What the table states agrees with its payments.")]
        self.table.show_rows(self.lines)
        self.note.setText("\n".join(said))

    def _on_loan_edited(self) -> None:
        self.save_button.setEnabled(True)

    def save(self) -> bool:
        """Keep the loan as typed, with the items that stand."""
        kept = self._kept()
        return self._keep(kept.items if kept else ())

    def add(self) -> None:
        """Take the typed item in; one that is chosen to be typed anew is replaced."""
        kept, basis = self._kept(), self.item.basis
        try:
            item = self.item.value()
        except Refused as refused:
            self._show(refused)
            return
        if self._keep((*(kept.items if kept else ()), item)):
            self.item.clear(basis)
            self.item.form.focus("cost_item.name")

    def edit(self) -> None:
        """Put the chosen item back into the fields and take it out of the table."""
        item = self._chosen()
        if item is not None and self.remove():
            self.item.put(item)
            self.item.form.focus("cost_item.name")

    def remove(self) -> bool:
        """Take the chosen item out; interest and sums stay."""
        item, kept = self._chosen(), self._kept()
        return item is not None and kept is not None and self._keep(tuple(one for one in kept.items if one is not item))

    def drop(self) -> None:
        """Take the whole table out of the case."""
        account, kept = self._account, self._kept()
        if account is not None and self._attempt(lambda: self._session.run(lender_tables.drop_table, account.id, kept)):
            said = self.tr("The table of costs was taken out of the case.")
            undo = undo_of_last(self._session, self._context, self._file) if self._file is not None else None
            self._context.notices.show_message(said, "", undo)

    def _chosen(self) -> LenderCost | None:
        line, kept = self.table.current(), self._kept()
        if line is None or kept is None or line.cost is None:
            return None
        return next((one for one in kept.items if one.name == line.code), None)

    def _keep(self, items: tuple[LenderCost, ...]) -> bool:
        return self._attempt(lambda: self._store(items))

    def _store(self, items: tuple[LenderCost, ...]) -> None:
        assert self._account is not None
        kept, desk = self._kept(), self._session.desk
        table = self.loan.table(self._account, items, at=desk.clock.now(), by=desk.agent)
        self._session.run(lender_tables.keep_table, table, kept)
        self.loan.accept()
        self.save_button.setEnabled(False)

    def _attempt(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except Refused as refused:
            self._show(refused)
            return False
        return True

    def _show(self, refused: Refused) -> None:
        """Findings at the fields of loan and item; others as a message."""
        left = self.item.form.show(self.loan.show(refused.findings))
        if left:
            self._context.notices.show_message(" ".join(self._context.words.finding(one) for one in left))

    def _ask_sheet(self) -> None:
        if self._account is not None:
            self.sheet_requested.emit(self._account.bank)

    def _name(self, one: CostLine) -> str:
        sums = {"added": self.tr("Items added {rule}"), "single": self.tr("All together {rule}")}
        if one.cost is None:
            return sums[one.code].format(rule=_RULES[one.code])
        return self.tr("Interest") if one.code == INTEREST else one.code

    def _stated(self, one: CostLine) -> str:
        if one.stated is None:
            return NONE
        return f"△ {one.stated.percent()}" if one.differs else one.stated.percent()
