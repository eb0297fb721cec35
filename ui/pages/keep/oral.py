"""Oral agreements about an account: the one being entered with its recording, and those on record, kept until it is settled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, moment
from ui.pages.keep.panel import EntryPanel
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import row
from ui.widgets.room.flow import shared
from workstation.actions.keep import replies
from workstation.conversation.contact import moment_of
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.promise.bank_reply import OralAgreement

_PLACES: Final[Mapping[str, str]] = {
    FieldRef.KEEP_REASON: "oral.terms",
    FieldRef.KEEP_CONSENT: "oral.recording",
    FieldRef.CONTACT_AT: "oral.agreed_time",
    FieldRef.REPLY_REPLIED_AT: "oral.agreed_time",
}
"""Where the form shows what the action found."""


class OralPanel(EntryPanel):
    """An agreement is never edited; one that was entered wrongly is followed by another. The register over all cases is Ctrl+R."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        today = session.desk.clock.today
        fields = (
            Field("agreed_on", self.tr("Agreed on"), DayEdit(context.theme, today)),
            Field("agreed_time", self.tr("Time"), TextEdit(self.tr("HH:MM"))),
            Field("clerk", self.tr("Bank clerk"), TextEdit()),
            Field("clerk_number", self.tr("Clerk's number"), TextEdit()),
            Field("terms", self.tr("What was agreed"), TextEdit()),
            Field("recording", self.tr("Recording: number or place"), TextEdit()),
        )
        super().__init__(session, context, "oral", fields, self.tr("Record &agreement"))
        self.table: Table[OralAgreement] = Table(
            [
                ColumnSpec(self.tr("Agreed"), self._agreed, 126, whole=True),
                ColumnSpec(self.tr("What was agreed"), lambda one: one.terms, private=True, keep=(0, 0)),
                ColumnSpec(self.tr("Recording"), lambda one: one.recording, 116, private=True, keep=(0, 0)),
                ColumnSpec(self.tr("Clerk"), lambda one: one.clerk or NONE, 84),
            ],
            privacy=context.privacy,
            line=26,
            empty=self.tr("No oral agreements yet. Type what was agreed and where its recording is, and record it."),
        )
        self.table.setMinimumHeight(26 * 4)
        self.table.setAccessibleName(self.tr("Oral agreements"))
        shown = self.form.fields
        self.body.addLayout(
            shared(*(shown[key] for key in ("agreed_on", "agreed_time", "clerk", "clerk_number")), gap=8)
        )
        self.body.addWidget(shown["terms"])
        last = row(shown["recording"], self.button, gap=8)
        self.body.addLayout(last)
        self.body.addWidget(self.note)
        self.body.addWidget(self.table, 1)

    @property
    def is_open(self) -> bool:
        return True

    def defaults(self) -> Mapping[str, object]:
        return {"agreed_on": self.session.desk.clock.today()}

    def fill(self) -> None:
        held = self.file.oral_agreements if self.file else ()
        mine = [one for one in held if self.kept is not None and one.account_id == self.kept.account.id]
        self.table.show_rows(tuple(reversed(mine)))
        self.note.setText(self.tr("The recording is kept at least until the account is settled."))

    def act(self, values: Mapping[str, Any]) -> None:
        assert self.kept is not None and self.file is not None
        on: date | None = values["agreed_on"]
        try:
            at = moment_of(on, values["agreed_time"], self.session.desk.clock.now(), self.file.zone)
            told = (values["terms"], values["recording"], values["clerk"], values["clerk_number"])
            self.session.run(replies.note_oral_agreement, self.kept.account.id, at, *told)
        except Refused as refused:
            placed = [Finding(one.code, _PLACES.get(one.subject, one.subject), one.figures) for one in refused.findings]
            raise Refused(*placed) from None

    def _agreed(self, one: OralAgreement) -> str:
        return moment(one.agreed_at, self.file.zone) if self.file else NONE
