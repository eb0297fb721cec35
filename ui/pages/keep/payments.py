"""Payments of an account: the one being entered, and every entry so far, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.look.wording import NONE, amount, day
from ui.pages.keep.panel import EntryPanel
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button
from ui.widgets.room.flow import flow, shared
from workstation.actions.keep import payments
from workstation.errors import Refused
from workstation.promise.payment import Payment


class PaymentPanel(EntryPanel):
    """A payment is never edited: one that did not stand is taken back, and both entries stay."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        words, today = context.words, session.desk.clock.today
        fields = (
            Field("on", self.tr("Received on"), DayEdit(context.theme, today)),
            Field("amount", self.tr("Amount"), MoneyEdit()),
            Field("method", self.tr("Method"), ChoiceEdit(words.choices("payment_method"), empty=None)),
            Field("payer", self.tr("Payer"), TextEdit()),
            Field("reference", self.tr("Reference"), TextEdit()),
            Field("in_balance", "", CheckEdit(self.tr("Already in the stated balance"))),
        )
        self._gone: set[str] = set()
        super().__init__(session, context, "payment", fields, self.tr("Record pa&yment"))
        self.table: Table[Payment] = Table(
            [
                ColumnSpec(self.tr("Day"), lambda one: day(one.on), 88, whole=True),
                ColumnSpec(self.tr("Amount"), lambda one: amount(one.amount), 104, figure=True),
                ColumnSpec(self.tr("State"), self._state, 76),
                ColumnSpec(self.tr("Reference"), lambda one: one.reference or NONE, private=True, keep=(0, 0)),
            ],
            privacy=context.privacy,
            line=26,
            empty=self.tr("No payments yet. Type day and amount and press Enter, or take in a bank's list."),
        )
        self.table.setMinimumHeight(26 * 4)
        self.table.setAccessibleName(self.tr("Payments"))
        self.table.picked.connect(lambda _one: self._show_reverse())
        self.reason = TextEdit(self.tr("Reason for reversing"))
        self.reason.setAccessibleName(self.tr("Reason for reversing"))
        self.reason.returnPressed.connect(self.reverse)
        self.reason.edited.connect(self._show_reverse)
        self.reverse_button = button(self.tr("&Reverse"), on_click=self.reverse)
        own(self.reverse_button, self.reason)
        self.list_button = button(self.tr("Bank's &list…"), on_click=lambda: self.list_requested.emit("payments"))
        self.list_button.setToolTip(
            self.tr("Take in a file of payments of many accounts; drop or paste it on this page")
        )
        shown = self.form.fields
        first = shared(shown["on"], shown["amount"], shown["method"], gap=8)
        second = shared(shown["payer"], shown["reference"], gap=8)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addLayout(flow(self.list_button, shown["in_balance"], -1, self.button, gap=8))
        self.body.addWidget(self.note)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(flow(self.reason, self.reverse_button, gap=8))

    def defaults(self) -> Mapping[str, object]:
        return {"on": self.session.desk.clock.today(), "method": "transfer"}

    def fill(self) -> None:
        entries = (
            [one for one in self.file.payments if self.kept and one.account_id == self.kept.account.id]
            if self.file
            else []
        )
        self._gone = {one.reverses for one in entries if one.reverses}
        chosen = self.table.current()
        self.table.show_rows(tuple(reversed(entries)), lambda one: chosen is not None and one.id == chosen.id)
        self._show_reverse()

    def show_advice(self) -> None:
        """A day before that of the stated balance asks whether the balance contains the payment already."""
        on = self.form.fields["on"].editor.raw()
        asked = payments.before_balance(self.kept.account, on) if self.kept and hasattr(on, "isoformat") else ()
        self.form.fields["in_balance"].setVisible(bool(asked))
        self.note.setText(" ".join(self.context.words.finding(one) for one in asked))
        self.note.setVisible(bool(asked))

    def act(self, values: Mapping[str, Any]) -> None:
        assert self.kept is not None
        on = values["on"] or self.session.desk.clock.today()
        said = values["in_balance"] if payments.before_balance(self.kept.account, on) else None
        self.session.run(
            payments.add_payment,
            self.kept.account.id,
            on,
            values["amount"],
            values["method"],
            values["payer"],
            values["reference"],
            "",
            said,
        )

    def reverse(self) -> None:
        """Take the chosen payment back, for the reason typed."""
        chosen = self.table.current()
        if chosen is None or not self.reverse_button.isEnabled():
            return
        try:
            self.session.run(payments.reverse_payment, chosen.id, None, self.reason.text())
        except Refused as refused:  # another window may have taken it back meanwhile
            self.context.notices.show_message(self.context.words.finding(refused.findings[0]))
            return
        self.reason.load("")
        self._show_reverse()

    def _show_reverse(self) -> None:
        chosen = self.table.current()
        fits = chosen is not None and not chosen.reverses and chosen.id not in self._gone
        self.reverse_button.setEnabled(fits and bool(self.reason.text().strip()))

    def _state(self, one: Payment) -> str:
        if one.reverses:
            return self.tr("Reversal")
        if one.id in self._gone:
            return self.tr("Reversed")
        return self.tr("In balance") if one.in_balance else self.tr("Counts")
