"""The bank's reply to an application: granted or refused, by whom. Until it is here, everything reads as applied for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Signal

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.look.wording import NONE, moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, NoteEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, column, label, row
from ui.widgets.scrolled import Scrolled
from workstation.actions.keep import replies
from workstation.actions.keep.replies import ReplyDetails
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.promise.authority import Approval, Decision

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_PLACES: Final[Mapping[str, str]] = {FieldRef.APPROVAL_BY: "reply.by", FieldRef.REPLY_REPLIED_AT: "reply.replied_on"}
"""Where the form shows what the action found."""


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
                Field("clerk_number", self.tr("Clerk's number"), TextEdit()),
                Field("replied_on", self.tr("Replied on"), DayEdit(context.theme, session.desk.clock.today())),
                Field("replied_time", self.tr("Time"), TextEdit("HH:MM")),
                Field("valid_until", self.tr("Valid until"), DayEdit(context.theme, session.desk.clock.today())),
                Field("refusal", self.tr("Refused because"), ChoiceEdit(words.choices("refusal"), empty=NONE)),
                Field("again_on", self.tr("Ask again on"), DayEdit(context.theme, session.desk.clock.today())),
                Field("document", self.tr("Document or recording"), TextEdit()),
                Field("note", self.tr("Words used"), NoteEdit(lines=2)),
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
        self.mend = label("", "quiet", wrap=True)
        fields["replied_time"].setFixedWidth(72)
        fields["decision"].edited.connect(self._show_decision)
        fields["refusal"].edited.connect(self._show_decision)
        held = column(
            first,
            row(fields["replied_on"], fields["replied_time"], fields["clerk_number"], gap=8),
            row(fields["valid_until"], fields["refusal"], fields["again_on"], gap=8),
            self.mend,
            fields["document"],
            fields["note"],
            gap=6,
        )
        self.body.addWidget(self.advice)
        self.body.addWidget(Scrolled(held), 2)
        self.body.addWidget(self.button)
        self.body.addLayout(column(caption(self.tr("Reply history")), self.replies, gap=4), 1)
        self._begin()

    def _begin(self) -> None:
        self.form.load({"decision": "granted", "replied_on": self._session.desk.clock.today()})
        self._show_decision()

    def _show_decision(self) -> None:
        """A grant has a last day; a refusal its coded reason, what to mend, and when to ask again."""
        fields = self.form.fields
        refused = fields["decision"].editor.raw() == "refused"
        code = str(fields["refusal"].editor.raw() or "")
        fields["valid_until"].setVisible(not refused)
        for key in ("refusal", "again_on"):
            fields[key].setVisible(refused)
        self.mend.setText(self._context.words.label("refusal_mend", code) if refused and code else "")
        self.mend.setVisible(bool(self.mend.text()))

    def load(self, file: CaseFile, bank: str) -> None:
        """Show the replies of a bank."""
        self._zone = file.zone
        if self.form.about(file.case.id, bank):
            self._begin()
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
        return any(self.form.fields[key].editor.raw() for key in ("by", "note", "clerk_number", "document"))

    def save(self) -> bool:
        """Record the reply; False when something is missing."""
        try:
            values = self.form.draft()
            details = self._details(values)
            for plan_id in self._plans:
                self._session.run(
                    replies.record_reply,
                    plan_id,
                    cast(Decision, values["decision"]),
                    values["by"],
                    details,
                    values["note"],
                )
        except Refused as refused:
            placed = [Finding(one.code, _PLACES.get(one.subject, one.subject), one.figures) for one in refused.findings]
            self.form.show(placed)
            self.form.focus(placed[0].subject)
            return False
        self._begin()
        self.edited.emit()
        return True

    def _details(self, values: Mapping[str, Any]) -> ReplyDetails:
        """The reply's own day and time, by the clock of the case; a day without time counts from its end, today from now."""
        refused = values["decision"] == "refused"
        return ReplyDetails(
            self._replied_at(values["replied_on"], values["replied_time"]),
            values["clerk_number"],
            values["note"],
            values["document"],
            None if refused else values["valid_until"],
            (values["refusal"] or "") if refused else "",
            self.mend.text() if refused else "",
            values["again_on"] if refused else None,
        )

    def _replied_at(self, on: date | None, at: str) -> datetime | None:
        now = self._session.desk.clock.now()
        if on is None or (on == now.astimezone(self._zone).date() and not at.strip()):
            return None
        try:
            clock = time.fromisoformat(at.strip()) if at.strip() else time(23, 59)
        except ValueError:
            raise Refused(Finding("instant_unreadable", FieldRef.REPLY_REPLIED_AT, {"text": at[:40]})) from None
        return datetime.combine(on, clock.replace(tzinfo=None), self._zone).astimezone(UTC)
