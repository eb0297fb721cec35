"""The bank's reply to an application: granted or refused, by whom. Until it is here, everything reads as applied for."""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.look.wording import moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit, NoteEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, column, label, row
from workstation.actions.plans import versions
from workstation.errors import Finding, Refused
from workstation.promise.authority import Approval, Decision

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class BankReplyCard(Card):
    """Records one decision for every chosen plan at the bank; the replies so far stand under it."""

    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8, padding=12)
        self._session, self._context = session, context
        self._plans: tuple[str, ...] = ()
        words = context.words
        decisions = {code: words.label("decision", code) for code in ("granted", "refused")}
        self.form = Form(
            "reply",
            words,
            (
                Field("decision", self.tr("Decision"), ChoiceEdit(decisions, empty=None)),
                Field("by", self.tr("Replied by"), TextEdit()),
                Field("note", self.tr("Note"), NoteEdit(lines=3)),
            ),
            context.privacy,
            session.drafts,
            "application",
        )
        self._zone: tzinfo = UTC
        self.form.edited.connect(self.edited)
        self.advice = label("", "quiet", wrap=True)
        self.button = button(self.tr("&Record reply"), "primary", self.save)
        self.replies: Table[Approval] = Table(
            [
                ColumnSpec(self.tr("Replied on"), lambda one: moment(one.at, self._zone), 112),
                ColumnSpec(self.tr("Decision"), lambda one: words.label("decision", one.decision), 64),
                ColumnSpec(
                    self.tr("Replied by"),
                    lambda one: words.listed(filter(None, (one.by, context.privacy.text(one.note)))),
                ),
            ],
            line=26,
        )
        self.replies.setAccessibleName(self.tr("Reply history"))
        fields = self.form.fields
        first = row(fields["decision"], fields["by"], gap=8)
        first.setStretch(0, 2)
        first.setStretch(1, 3)
        self.body.addWidget(self.advice)
        self.body.addLayout(first)
        self.body.addWidget(fields["note"])
        self.body.addWidget(self.button)
        self.body.addLayout(column(caption(self.tr("Reply history")), self.replies, gap=4), 1)
        self.form.load({"decision": "granted"})

    def load(self, file: CaseFile, bank: str) -> None:
        """Show the replies of a bank."""
        self._zone = file.zone
        if self.form.about(file.case.id, bank):
            self.form.load({"decision": "granted"})
        chosen = [file.chosen(account.id) for account in file.accounts_at(bank)]
        self._plans = tuple(plan.id for plan in chosen if plan is not None)
        for part in (self.button, *(field.editor for field in self.form.fields.values())):
            part.setEnabled(bool(self._plans))
        replies = [one for one in file.approvals if one.authority == "bank" and one.plan_id in self._plans]
        self.replies.show_rows(tuple(reversed(replies)))
        self.advice.setText(self._advice(bool(replies)))

    def _advice(self, replied: bool) -> str:
        if not self._plans:
            return self.tr("No plan has been chosen for this bank yet, so there is no reply to record.")
        if replied:
            return self.tr("A later reply replaces an earlier one; both stay on record.")
        return self.tr("Until the bank's reply is recorded, all papers say “applied for”.")

    @property
    def modified(self) -> bool:
        """Whether a reply was started."""
        return any(self.form.fields[key].editor.raw() for key in ("by", "note"))

    def save(self) -> bool:
        """Record the reply; False when something is missing."""
        try:
            values = self.form.draft()
            for plan_id in self._plans:
                self._session.run(
                    versions.record_approval,
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
