"""What every account is offered of a month, and how long that would take."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from ui.context import UiContext
from ui.look.wording import NONE, day
from ui.value_table import ColumnSpec, Table
from workstation.actions.plans.shares import ShareLine
from workstation.plan.schedule.terms import Terms
from workstation.rates import percent


class OfferTable(QObject):
    """``table`` shows the lines; ``trials`` says what is tried on which account."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.trials: Mapping[str, Terms] = {}
        self.table: Table[ShareLine] = Table(
            self._columns(),
            line=26,
            privacy=context.privacy,
            empty=self.tr("No account to share among. Add accounts on the page Profile (Ctrl+1)."),
        )
        self.table.setAccessibleName(self.tr("Offers to all accounts"))

    def _columns(self) -> list[ColumnSpec[ShareLine]]:
        return [
            ColumnSpec(self.tr("Bank"), self._bank, 0),
            ColumnSpec(
                self.tr("Account"), lambda one: one.share.account.tail, 68, private=True, keep=(0, 0), whole=True
            ),
            ColumnSpec(self.tr("Owed"), lambda one: one.share.account.owed.grouped(), 100, figure=True),
            ColumnSpec(self.tr("Share"), lambda one: _part(one), 66, figure=True),
            ColumnSpec(self.tr("Monthly offer"), lambda one: one.share.offer.grouped(), 96, figure=True, bold=True),
            ColumnSpec(
                self.tr("Instalments"), lambda one: str(len(one.plan.rows)) if one.plan else NONE, 78, figure=True
            ),
            ColumnSpec(
                self.tr("Until"), lambda one: day(one.plan.rows[-1].due_on if one.plan else None), 92, figure=True
            ),
            ColumnSpec(self.tr("Status"), self._status, 116),
        ]

    def _bank(self, one: ShareLine) -> str:
        account = one.share.account
        return f"{account.bank} {self._context.words.label('product', account.product)}"

    def is_tried(self, one: ShareLine) -> bool:
        """Whether this offer is what is being tried on the account."""
        trial = self.trials.get(one.share.account.id)
        return one.terms is not None and trial is not None and trial == one.terms

    def _status(self, one: ShareLine) -> str:
        codes = {finding.code for finding in one.findings}
        if "share_nothing" in codes:
            return self.tr("✕ No share")
        if one.plan is None:
            return self.tr("✕ Never paid off")
        if one.share.token:
            return self.tr("Token payment")
        if "share_below_token" in codes:
            return self.tr("△ Very low")
        if "cap_term" in codes:
            return self.tr("△ Too long")
        return self.tr("✓ In trial") if self.is_tried(one) else ""


def _part(one: ShareLine) -> str:
    part = one.share.part
    return percent(part, 1)
