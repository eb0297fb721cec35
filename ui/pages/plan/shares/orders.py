"""In which order to pay several debts: each order under equal conditions, with what it costs and when the last one ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.look.wording import NONE, day
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import column
from workstation.casework.debt_orders import DebtOrders, Minimum, debt_orders
from workstation.errors import Finding, Refused
from workstation.plan.options.priority import Cleared, Ordered
from workstation.plan.options.shares import Division

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class OrdersView(QWidget):
    """Nothing is stored. Each debt gets its own minimum every month; what is left goes by the order.

    ``told`` carries what is to be said below: the steps of the order that is chosen, or what is missing, and whether it is grave.
    """

    told: TypedSignal[str, bool] = signal(2)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._file: CaseFile | None = None
        self._division: Division | None = None
        self.found: DebtOrders | None = None
        self.minimum = ChoiceEdit(
            {
                "token": self.tr("Each debt at least: token payment"),
                "contract": self.tr("Each debt at least: its minimum due"),
            },
            empty=None,
        )
        self.minimum.edited.connect(self.redraw)
        self.minimum.setAccessibleName(self.tr("Minimum of each debt"))
        self.minimum.setMinimumWidth(190)
        self.table: Table[Ordered] = Table(
            self._columns(),
            line=26,
            privacy=context.privacy,
            empty=self.tr("No order to compare: a debt with its rate and a sum a month are needed."),
        )
        self.table.setAccessibleName(self.tr("Orders of paying several debts"))
        self.table.picked.connect(self._on_changed)
        context.privacy.changed.connect(self._on_changed)
        self.setLayout(column(self.table))

    def _on_changed(self, _changed: object) -> None:
        self._tell()

    def _columns(self) -> list[ColumnSpec[Ordered]]:
        return [
            ColumnSpec(self.tr("Order"), self._name, 0),
            ColumnSpec(self.tr("First paid off"), lambda one: self._first(one), 96, figure=True),
            ColumnSpec(self.tr("Last payment"), lambda one: day(one.last_on), 96, figure=True),
            ColumnSpec(self.tr("Months"), lambda one: str(len(one.payments)) if one.last_on else NONE, 64, figure=True),
            ColumnSpec(
                self.tr("Paid in all"), lambda one: one.paid.grouped() if one.last_on else NONE, 110, figure=True
            ),
            ColumnSpec(
                self.tr("Cost"),
                lambda one: one.cost.grouped() if one.last_on else NONE,
                104,
                figure=True,
                bold=True,
                tip=self.tr(
                    "Interest from today until the last payment; penalties are not counted while minimums are paid"
                ),
            ),
            ColumnSpec(self.tr("Dearer by"), self._dearer, 96, figure=True),
        ]

    def load(self, file: CaseFile, division: Division | None) -> None:
        """Take a case and how its month is divided; None: the division cannot be read."""
        self._file, self._division = file, division
        if self.isVisible():
            self.redraw()

    def redraw(self) -> None:
        """Reckon every order; what keeps it back is said instead."""
        self.found = None
        told: tuple[Finding, ...] = ()
        division = self._division
        if self._file is not None and division is not None:
            minimum: Minimum = "contract" if self.minimum.raw() == "contract" else "token"
            try:
                self.found = debt_orders(self._file, division.monthly, minimum, division.token)
            except Refused as refused:
                told = refused.findings
        shown = self.found.orders if self.found else ()
        kept = self.table.current()
        self.table.show_rows(shown, lambda one: kept is not None and one.method == kept.method)
        self._tell(told)

    def _tell(self, findings: tuple[Finding, ...] = ()) -> None:
        chosen = self.table.current() or (self.found.orders[0] if self.found else None)
        if findings:
            self.told.emit(" ".join(self._context.words.finding(one) for one in findings), True)
        else:
            self.told.emit(self._said(chosen) if self.found is not None and chosen is not None else "", False)

    def _said(self, one: Ordered) -> str:
        """The debts one after the other; those that share a rank are paid side by side."""
        ranks: dict[int, list[str]] = {}
        for debt in one.debts:
            ranks.setdefault(debt.rank, []).append(self._debt(debt))
        steps = " → ".join(" + ".join(ranks[rank]) for rank in sorted(ranks))
        said = self.tr("{order}: {steps}. Every debt gets its own minimum first; none is paid from another's.")
        return said.format(order=self._name(one).removeprefix("★ "), steps=steps)

    def _debt(self, debt: Cleared) -> str:
        assert self.found is not None
        account = self.found.account(debt.debt_id)
        tail = "" if self._context.privacy.hidden else f" {account.tail}"
        return f"{account.bank}{tail} ({day(debt.last_on) if debt.last_on else self.tr('never')})"

    def _name(self, one: Ordered) -> str:
        names = {
            "snowball": self.tr("Smallest first (snowball)"),
            "avalanche": self.tr("Dearest first (avalanche)"),
            "pro_rata": self.tr("By balance (pro rata)"),
            "court": self.tr("Order of the law"),
        }
        best = self.found is not None and one.method in self.found.cheapest
        return ("★ " if best else "") + names[one.method]

    def _first(self, one: Ordered) -> str:
        first = one.first_cleared
        return day(first.last_on) if first else NONE

    def _dearer(self, one: Ordered) -> str:
        if self.found is None or one.last_on is None:
            return self.tr("never ends")
        least = min(other.cost for other in self.found.orders if other.last_on is not None)
        return f"+{(one.cost - least).grouped()}" if one.cost > least else NONE
