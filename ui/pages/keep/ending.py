"""What becomes of an account: its schedule adopted or planned anew, a stated balance noted, settled, closed, opened again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import day
from ui.pages.keep.panel import EntryPanel
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, DecisionEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button, label
from ui.widgets.room.flow import flow, shared
from workstation.actions.keep import ends, schedules
from workstation.actions.keep.schedules import Replanned
from workstation.promise.ending import CLOSE_REASONS

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "adopt": ("on", "document", "clerk"),
    "replan": ("reason",),
    "balance": ("on", "amount", "reason"),
    "settle": ("on", "chase_on", "reason", "confirmed"),
    "close": ("on", "how", "reason"),
    "reopen": ("reason",),
}
"""Step → the fields that it asks for."""


class EndingPanel(EntryPanel):
    """One step at a time; only steps that the state of the account allows are offered, and none but the first is preset."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        words, today = context.words, session.desk.clock.today
        self._why = DecisionEdit({code: words.label("account_end", code) for code in CLOSE_REASONS})
        self._steps = {
            "adopt": self.tr("Adopt the granted schedule"),
            "replan": self.tr("Plan again from today's balance"),
            "balance": self.tr("Note a balance stated by the bank"),
            "settle": self.tr("Settled"),
            "close": self.tr("Close for a reason"),
            "reopen": self.tr("Reopen"),
        }
        self.step = DecisionEdit(self._steps)
        fields = (
            Field("step", self.tr("Step"), self.step),
            Field("how", self.tr("Reason code"), self._why),
            Field("on", self.tr("Day"), DayEdit(context.theme, today)),
            Field("amount", self.tr("Total stated"), MoneyEdit()),
            Field("chase_on", self.tr("Ask for the certificate again on"), DayEdit(context.theme, today)),
            Field("document", self.tr("Document"), TextEdit()),
            Field("clerk", self.tr("Bank clerk"), TextEdit()),
            Field("reason", self.tr("Reason or source"), TextEdit(free=True)),
            Field("confirmed", "", CheckEdit(self.tr("The bank counts it as settled"))),
        )
        super().__init__(session, context, "end", fields, self.tr("&Record step"))
        self._told_of = ("", "")
        self.result = label("", "quiet", wrap=True)
        self.list_button = button(self.tr("Bank's &list…"), on_click=lambda: self.list_requested.emit("balances"))
        self.list_button.setToolTip(
            self.tr("Take in a file of balances of many accounts; drop or paste it on this page")
        )
        shown = self.form.fields
        self.body.addWidget(shown["step"])
        self.body.addLayout(shared(shown["how"], shown["on"], shown["amount"], shown["chase_on"], gap=8))
        self.body.addLayout(shared(shown["document"], shown["clerk"], shown["reason"], gap=8))
        self.body.addLayout(flow(self.list_button, shown["confirmed"], -1, self.button, gap=8))
        self.body.addWidget(self.note)
        self.body.addWidget(self.result)
        self.body.addStretch(1)

    @property
    def is_open(self) -> bool:
        return True

    def defaults(self) -> Mapping[str, object]:
        offered = self._offered()
        self.step.offer({code: self._steps[code] for code in offered})
        return {"step": "adopt" if offered[0] == "adopt" else "", "on": self.session.desk.clock.today()}

    def _offered(self) -> tuple[str, ...]:
        if self.kept is None or self.file is None:
            return ("adopt",)
        if self.file.end(self.kept.account.id) is not None:
            return ("reopen", "balance")
        if self.kept.adoption is None:
            return ("adopt", "balance", "settle", "close")
        first = ("replan", "adopt") if self.kept.keeping.broken else ("settle", "replan", "adopt")
        return (*first, *[one for one in ("balance", "settle", "close") if one not in first])

    def fill(self) -> None:
        account = self.kept.account.id if self.kept else ""
        chosen = self.file.chosen(account) if self.file else None
        if self._told_of != (account, chosen.id if chosen else ""):
            self.result.clear()  # it told of another account, or of a version whose place another took
        end = self.file.end(self.kept.account.id) if self.file and self.kept else None
        self.note.setText(
            self.context.words.attributed(self.context.words.label("account_end", end.how), day(end.on)) if end else ""
        )
        self.note.setVisible(end is not None)

    def show_advice(self) -> None:
        """Only the fields of the chosen step, none before one was chosen."""
        step = str(self.step.raw())
        self._why.asked = step == "close"
        self.list_button.setVisible(step == "balance")
        for key, field in self.form.fields.items():
            if key != "step":
                field.setVisible(key in _FIELDS.get(step, ()))

    def act(self, values: Mapping[str, Any]) -> None:
        assert self.kept is not None
        self._told_of = ("", "")
        account, on = self.kept.account.id, values["on"]
        match values["step"]:
            case "adopt":
                self.session.run(schedules.adopt, account, "", on, values["document"], values["clerk"])
            case "replan":
                self._show_result(self.session.run(schedules.replan, account, values["reason"]))
            case "balance":
                day_ = on or self.session.desk.clock.today()
                self.session.run(ends.state_balance, account, day_, values["reason"], values["amount"])
            case "settle":
                asked = on or self.session.desk.clock.today()
                rest = (values["reason"], asked, values["chase_on"], values["confirmed"])
                self.session.run(ends.settle, account, on, *rest)
            case "close":
                self.session.run(ends.close, account, values["how"], on, values["reason"])
            case _:
                self.session.run(ends.reopen_account, account, values["reason"])

    def _show_result(self, made: Replanned) -> None:
        """Say plainly what is another in the new version, which approvals still hold and which were asked for."""
        words = self.context.words
        names = {
            "owed": self.tr("Owed"),
            "payment": self.tr("Payment"),
            "total": self.tr("Total"),
            "instalments": self.tr("Instalments"),
            "first_due": self.tr("First due"),
            "last_due": self.tr("Last due"),
        }
        told = [f"{names[what]} {before} → {after}" for what, before, after in made.changes]
        approvals = [words.label("authority", one.authority) for one in made.carried]
        asked = [words.label("authority", one) for one in made.asked]
        told += [self.tr("Approval still holds: {names}").format(names=words.listed(approvals))] if approvals else []
        told += [self.tr("Approval requested: {names}").format(names=words.listed(asked))] if asked else []
        told += [words.finding(one) for one in made.stale]
        self._told_of = made.plan.account_id, made.plan.id
        self.result.setText(f"V{made.plan.version}   " + "   ·   ".join(told))
