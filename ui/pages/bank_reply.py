"""The bank's reply to an application: granted or refused, by whom. Until it is here, everything reads as applied for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal

from ui.desk import DeskSession
from ui.form import Field, Form, caption
from ui.kit import Kit
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.parts import Card, Elided, button, row
from ui.wording import moment
from workstation.actions import plans
from workstation.errors import Finding, Refused
from workstation.promise.authority import Decision

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class BankReplyCard(Card):
    """Records one decision for every chosen plan at the bank."""

    edited = Signal()

    def __init__(self, session: DeskSession, kit: Kit) -> None:
        super().__init__(gap=6, padding=12)
        self._session, self._kit = session, kit
        self._plans: tuple[str, ...] = ()
        words = kit.words
        decisions = {code: words.label("decision", code) for code in ("granted", "refused")}
        self.form = Form(
            "reply",
            words,
            (
                Field("decision", self.tr("Decision"), ChoiceEdit(decisions, empty=None)),
                Field("by", self.tr("Who answered"), TextEdit()),
                Field("note", self.tr("Note"), TextEdit()),
            ),
        )
        self.form.edited.connect(self.edited)
        self.said = Elided("", "hint")
        self.button = button(self.tr("&Record the reply"), on_click=self.save)
        fields = self.form.fields
        first = row(fields["decision"], fields["by"], gap=8)
        first.setStretch(0, 1)
        first.setStretch(1, 1)
        second = row(fields["note"], gap=8)
        second.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row(caption(self.tr("Reply of the bank")), self.said))
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.form.load({"decision": "granted"})

    def load(self, file: CaseFile, bank: str) -> None:
        """Show the replies of a bank."""
        chosen = [file.chosen(account.id) for account in file.accounts_at(bank)]
        self._plans = tuple(plan.id for plan in chosen if plan is not None)
        self.setEnabled(bool(self._plans))
        words = self._kit.words
        replies = [one for one in file.approvals if one.authority == "bank" and one.plan_id in self._plans]
        last = replies[-1] if replies else None
        self.said.say(
            words.said(f"{moment(last.at)} {last.by}", words.label("decision", last.decision)) if last else ""
        )

    @property
    def modified(self) -> bool:
        """Whether a reply was begun."""
        return any(self.form.fields[key].editor.raw() for key in ("by", "note"))

    def save(self) -> bool:
        """Record the reply; False when something is missing."""
        try:
            values = self.form.draft()
            for plan_id in self._plans:
                self._session.run(
                    plans.record_approval,
                    plan_id,
                    "bank",
                    cast(Decision, values["decision"]),
                    values["by"],
                    values["note"],
                )
        except Refused as refused:
            placed = [
                Finding(one.code, one.subject.replace("approval.", "reply."), one.figures) for one in refused.findings
            ]
            self.form.show(placed)
            self.form.focus("reply.by")
            return False
        self.form.load({"decision": "granted"})
        self.edited.emit()
        return True
