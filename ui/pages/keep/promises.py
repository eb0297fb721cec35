"""Promises of an account: the one being taken with the figures of its check, and those on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import NO_BUTTON, own
from ui.look.wording import NONE, amount, day
from ui.pages.keep.panel import EntryPanel
from ui.pages.keep.promise_grant import PromiseGrant
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button, label
from ui.widgets.room.flow import flow, shared
from workstation.actions.keep import promises
from workstation.casework.keeping.promise_check import PromiseCheck, check_promise
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.promise.promise import PromiseState, kept_rate
from workstation.promise.promise_entry import PromiseEntry
from workstation.wording import filled

Line = tuple[PromiseEntry, PromiseState]


class PromisePanel(EntryPanel):
    """The check stands beside the form while it is typed; what it tells is accepted by a tick before the promise is taken."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        words, today = context.words, session.desk.clock.today
        fields = (
            Field("on", self.tr("Promised for"), DayEdit(context.theme, today)),
            Field("amount", self.tr("Amount"), MoneyEdit()),
            Field("who", self.tr("Promised by"), ChoiceEdit(words.choices("promiser"), empty=None)),
            Field("method", self.tr("Method"), ChoiceEdit(words.choices("payment_method"), empty=None)),
            Field("source", self.tr("Source of money"), TextEdit()),
            Field("accepted", "", CheckEdit(self.tr("Take it in spite of this"))),
        )
        super().__init__(session, context, "promise", fields, self.tr("Take &promise"))
        self.check: PromiseCheck | None = None
        self.grant = PromiseGrant(session, context)
        self.grant.decided.connect(self.show_advice)
        self.figures = label("", "quiet", wrap=True)
        self.table: Table[Line] = Table(
            [
                ColumnSpec(self.tr("Day"), lambda one: day(one[1].due_on), 88, whole=True),
                ColumnSpec(self.tr("Amount"), lambda one: amount(one[0].amount), 96, figure=True),
                ColumnSpec(self.tr("State"), self._state, 84),
                ColumnSpec(self.tr("Source of money"), lambda one: one[0].source or NONE, private=True, keep=(0, 0)),
            ],
            privacy=context.privacy,
            line=26,
            empty=self.tr("No promises yet. Type day and amount, and take the promise."),
        )
        self.table.setMinimumHeight(26 * 4)
        self.table.setAccessibleName(self.tr("Promises"))
        self.table.picked.connect(lambda _one: self._show_change())
        self.to = DayEdit(context.theme, today)
        self.to.setAccessibleName(self.tr("New day"))
        self.reason = TextEdit(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.move_button = button(self.tr("&Move"), on_click=self.move_promise)
        self.cancel_button = button(self.tr("Ca&ncel promise"), on_click=self.cancel_promise)
        own(self.move_button, self.to)
        own(NO_BUTTON, self.reason)
        for editor in (self.to, self.reason):
            editor.edited.connect(self._show_change)
        self.rate = label("", "quiet", wrap=True)
        shown = self.form.fields
        self.body.addLayout(shared(shown["on"], shown["amount"], shown["method"], gap=8))
        self.body.addLayout(shared(shown["who"], shown["source"], gap=8))
        self.body.addWidget(self.figures)
        self.body.addWidget(self.note)
        self.body.addWidget(self.grant)
        self.body.addLayout(flow(shown["accepted"], -1, self.button, gap=8))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.rate)
        self.body.addLayout(flow(self.to, self.reason, self.move_button, self.cancel_button, gap=8))

    def defaults(self) -> Mapping[str, object]:
        return {"who": "debtor", "method": "transfer"}

    def fill(self) -> None:
        lines = self.kept.promises if self.kept else ()
        chosen = self.table.current()
        self.table.show_rows(tuple(reversed(lines)), lambda one: chosen is not None and one[0].id == chosen[0].id)
        rate = kept_rate([state for _, state in lines])
        told = self.tr("Kept: {kept} of {due} due, moved {moves} {moves|time|times}, cancelled {cancelled}")
        self.rate.setText(
            filled(told, {"kept": rate.kept, "due": rate.due, "moves": rate.moves, "cancelled": rate.cancelled})
        )
        self.rate.setVisible(bool(lines))
        self._show_change()

    def show_advice(self) -> None:
        """The figures of the check, as soon as day and amount can be read."""
        on, money = (self.form.fields[key].editor.raw() for key in ("on", "amount"))
        self.check = None
        if self.file and self.kept and isinstance(on, date) and isinstance(money, Money) and money:
            self.check = check_promise(self.file, self.kept.account, money, on)
        check = self.check
        told = self.tr(
            "Surplus {surplus} − other dues {committed} = {left} left   ·   last pay day {pay_day}   ·   owed {owed}"
        )
        self.figures.setText(
            told.format(
                surplus=amount(check.surplus),
                committed=amount(check.committed),
                left=amount(check.left),
                pay_day=day(check.pay_day),
                owed=amount(check.owed),
            )
            if check
            else self.tr("Type day and amount; what the budget leaves by then is shown here.")
        )
        findings = check.findings if check else ()
        self.note.setText("  ".join("△ " + self.context.words.finding(one) for one in findings))
        self.note.setVisible(bool(findings))
        self._show_grant(findings)
        self.form.fields["accepted"].setVisible(bool(findings) and not (check and check.refusing))

    def _show_grant(self, findings: Sequence[Finding]) -> None:
        """What only an authority may allow is asked and recorded in its own line."""
        beyond = next((one for one in findings if one.code == "promise_beyond_agent"), None)
        fields = self.form.fields
        on, money = fields["on"].editor.raw(), fields["amount"].editor.raw()
        if beyond is None or self.kept is None or not isinstance(on, date) or not isinstance(money, Money):
            self.grant.load(None, date.min, Money(0), "")
            return
        self.grant.load(self.kept.account, on, money, beyond.figures["authority"])

    def act(self, values: Mapping[str, Any]) -> None:
        assert self.kept is not None
        codes = [one.code for one in self.check.findings] if self.check and values["accepted"] else []
        self.session.run(
            promises.take_promise,
            self.kept.account.id,
            values["on"] or self.session.desk.clock.today(),
            values["amount"],
            values["who"],
            values["method"],
            values["source"],
            "",
            codes,
        )

    def move_promise(self) -> None:
        """Move the chosen promise to the day typed."""
        chosen, to = self.table.current(), self.to.raw()
        if chosen is not None and isinstance(to, date):
            self._change(lambda: self.session.run(promises.move_promise, chosen[0].id, to, self.reason.text()))

    def cancel_promise(self) -> None:
        """Cancel the chosen promise."""
        chosen = self.table.current()
        if chosen is not None:
            self._change(lambda: self.session.run(promises.cancel_promise, chosen[0].id, self.reason.text()))

    def _change(self, run: Any) -> None:
        try:
            run()
        except Refused as refused:
            said = " ".join(self.context.words.finding(one) for one in refused.findings)
            self.context.notices.show_message(said)
            return
        self.reason.load("")
        self.to.load(None)
        self._show_change()

    def _show_change(self) -> None:
        chosen = self.table.current()
        fits = chosen is not None and chosen[1].state not in ("kept", "cancelled") and bool(self.reason.text().strip())
        self.cancel_button.setEnabled(fits)
        self.move_button.setEnabled(fits and isinstance(self.to.raw(), date))

    def _state(self, one: Line) -> str:
        return self.context.words.label("promise_state", one[1].state)
