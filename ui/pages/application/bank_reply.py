"""The bank's reply to an application: granted or refused, by whom. Until it is here, everything reads as applied for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Signal

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.wording import NONE, moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, DecisionEdit, NoteEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, column, label
from ui.widgets.room.flow import shared
from ui.widgets.scrolled import Scrolled
from workstation.actions.keep import replies
from workstation.actions.keep.replies import ReplyDetails
from workstation.casework.keeping.accounts import is_kept
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.promise.authority import Approval, Decision

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_PLACES: Final[Mapping[str, str]] = {FieldRef.APPROVAL_BY: "reply.by", FieldRef.REPLY_REPLIED_AT: "reply.replied_on"}
"""Where the form shows what the action found."""
_NOTE_HEIGHT: Final = 64
_ALL: Final = "all"
"""Stands among the accounts for every one that waits; a person chooses it where several do."""


class BankReplyCard(Card):
    """Records one decision on the plan of one account, or on all that wait at the bank; the replies so far stand under it."""

    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8, padding=12)
        self._session, self._context = session, context
        self._plans: dict[str, str] = {}
        self._waiting: tuple[str, ...] = ()
        self._proposed = ""
        self._account = DecisionEdit({})
        words, said = context.words, NoteEdit(lines=2)
        said.setMaximumHeight(_NOTE_HEIGHT)
        decisions = {code: words.label("decision", code) for code in ("granted", "refused")}
        self.form = Form(
            "reply",
            words,
            (
                Field("account", self.tr("Account"), self._account),
                Field("decision", self.tr("Decision"), DecisionEdit(decisions)),
                Field("by", self.tr("Replied by"), TextEdit()),
                Field("clerk_number", self.tr("Clerk's number"), TextEdit()),
                Field("replied_on", self.tr("Replied on"), DayEdit(context.theme, session.desk.clock.today)),
                Field("replied_time", self.tr("Time"), TextEdit(self.tr("HH:MM"))),
                Field("valid_until", self.tr("Valid until"), DayEdit(context.theme, session.desk.clock.today)),
                Field("refusal", self.tr("Refused because"), ChoiceEdit(words.choices("refusal"), empty=NONE)),
                Field("again_on", self.tr("Ask again on"), DayEdit(context.theme, session.desk.clock.today)),
                Field("document", self.tr("Document or recording"), TextEdit()),
                Field("note", self.tr("Words used"), said),
            ),
            context.privacy,
            session.drafts,
            "application",
        )
        self._zone: tzinfo = UTC
        self.form.edited.connect(self.edited)
        self.advice = label("", "quiet", wrap=True)
        self.button = button(self.tr("Rec&ord reply"), "primary", self.save)
        own(self.button, self)
        self.replies: Table[Approval] = Table(
            [
                ColumnSpec(self.tr("Replied on"), lambda one: moment(one.at, self._zone), 112, whole=True),
                ColumnSpec(self.tr("Decision"), lambda one: words.label("decision", one.decision), 64),
                ColumnSpec(
                    self.tr("Replied by"),
                    lambda one: words.listed(filter(None, (one.by, context.privacy.text(one.note)))),
                ),
            ],
            line=26,
            empty=self.tr("The bank has not replied yet. Record above what it answers."),
        )
        self.replies.setAccessibleName(self.tr("Reply history"))
        fields = self.form.fields
        first = shared(fields["decision"], fields["by"], gap=8)
        first.setStretch(0, 2)
        first.setStretch(1, 3)
        self.mend = label("", "quiet", wrap=True)
        fields["decision"].edited.connect(self._show_decision)
        fields["refusal"].edited.connect(self._show_decision)
        held = column(
            fields["account"],
            first,
            shared(fields["replied_on"], fields["replied_time"], gap=8),
            shared(fields["clerk_number"], fields["valid_until"], fields["again_on"], gap=8),
            fields["refusal"],
            self.mend,
            fields["document"],
            fields["note"],
            -1,
            gap=6,
        )
        self.body.addWidget(self.advice)
        self.body.addWidget(Scrolled(held), 3)
        self.body.addWidget(self.button)
        self.body.addLayout(column(caption(self.tr("Reply history")), self.replies, gap=4), 1)
        self._begin()

    def _begin(self) -> None:
        self.form.load({"account": self._proposed, "replied_on": self._session.desk.clock.today()})
        self._show_decision()

    def _show_decision(self) -> None:
        """A grant has a last day; a refusal its coded reason, what to mend, and when to ask again; before that, neither."""
        fields = self.form.fields
        decision = fields["decision"].editor.raw()
        refused = decision == "refused"
        code = str(fields["refusal"].editor.raw() or "")
        fields["valid_until"].setVisible(decision == "granted")
        for key in ("refusal", "again_on"):
            fields[key].setVisible(refused)
        self.mend.setText(self._context.words.label("refusal_mend", code) if refused and code else "")
        self.mend.setVisible(bool(self.mend.text()))

    def start(self) -> None:
        """Put the cursor where the reply begins."""
        several = self.form.fields["account"].isVisibleTo(self) and not self._account.raw()
        self.form.focus("reply.account" if several else "reply.decision")

    def load(self, file: CaseFile, bank: str) -> None:
        """Show the replies of a bank."""
        self._zone = file.zone
        self._offer(file, bank)
        if self.form.about(file.case.id, bank):
            self._begin()
        for part in (self.button, *(field.editor for field in self.form.fields.values())):
            part.setEnabled(bool(self._plans))
        replies = [one for one in file.approvals if one.authority == "bank" and one.plan_id in self._plans.values()]
        self.replies.show_rows(tuple(reversed(replies)))
        self.advice.setText(self._advice(bool(replies)))

    def _offer(self, file: CaseFile, bank: str) -> None:
        """Each account with a chosen plan. All together where several wait: one that is kept or ended was answered long ago."""
        accounts = [one for one in file.filed_with(bank) if file.chosen(one.id) is not None]
        chosen = {one.id: plan for one in accounts if (plan := file.chosen(one.id)) is not None}
        self._plans = {key: plan.id for key, plan in chosen.items()}
        self._waiting = tuple(key for key, plan in chosen.items() if file.end(key) is None and not is_kept(file, plan))
        product, hidden = self._context.words.label, self._context.privacy.text
        several = file.pack.filing.single
        names = {
            one.id: f"{one.bank if several else ''} {product('product', one.product)} ····{hidden(one.tail)}".strip()
            for one in accounts
        }
        together = len(self._waiting) > 1
        wanted = str(self._account.raw())
        picked = wanted if wanted != self._proposed else ""
        all_of_them = self.tr("All {count} that wait").format(count=len(self._waiting))
        order = (*self._waiting, *(one for one in names if one not in self._waiting))
        offered = ({_ALL: all_of_them} if together else {}) | {key: names[key] for key in order}
        self._account.offer(offered)
        self._proposed = "" if together else next(iter(order), "")
        self._account.load(picked if picked in offered else self._proposed)
        self.form.fields["account"].setVisible(len(names) > 1)

    def _answered(self, account: str) -> tuple[str, ...]:
        """The plan versions that the reply is about."""
        return tuple(self._plans[key] for key in (self._waiting if account == _ALL else (account,)))

    def _advice(self, replied: bool) -> str:
        if not self._plans:
            return self.tr("No plan has been chosen for this bank yet, so there is no reply to record.")
        if replied:
            return self.tr("A later reply replaces an earlier one; both stay on record.")
        return self.tr("Until the bank's reply is recorded, all papers say “applied for”.")

    @property
    def modified(self) -> bool:
        """Whether a reply was started."""
        return any(self.form.fields[key].editor.raw() for key in ("decision", "by", "note", "clerk_number", "document"))

    def save(self) -> bool:
        """Record the reply; False when something is missing."""
        try:
            values = self.form.draft()
            details = self._details(values)
            plans = self._answered(values["account"])
            decision = cast(Decision, values["decision"])
            self._session.run(replies.record_replies, plans, decision, values["by"], details, values["note"])
        except Refused as refused:
            placed = [Finding(one.code, _PLACES.get(one.subject, one.subject), one.figures) for one in refused.findings]
            if rest := self.form.show(placed):
                self._context.notices.show_message(" ".join(self._context.words.finding(one) for one in rest))
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
