"""Checks of a proof: a named check, its result, a note; every one stays on record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.look.wording import day, moment
from ui.value_table import ColumnSpec, Table
from ui.vouching import VouchingSheet, ask_person
from ui.widgets.editors import ChoiceEdit, NoteEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label
from ui.widgets.room.flow import flow, shared
from workstation.actions.evidence import items, withdrawn_checks
from workstation.errors import Finding, Refused
from workstation.evidence.verification import Verification, WithdrawnCheck

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.evidence.checklist import ChecklistLine
    from workstation.evidence.verification import EvidenceItem


class ChecksForm(QWidget):
    """Offers the checks that the pack accepts for this proof; a failed check needs a note."""

    edited = Signal()
    recorded = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._item: EvidenceItem | None = None
        self._zone: tzinfo = UTC
        words = context.words
        self.check = ChoiceEdit({}, empty=None)
        self.by = ChoiceEdit({}, empty=session.desk.agent)
        self.sheet: VouchingSheet | None = None
        self.result = ChoiceEdit(words.choices("check_result"), empty=self.tr("Choose…"))
        self.form = Form(
            "verification",
            words,
            (
                Field("check", self.tr("Check"), self.check),
                Field("result", self.tr("Result"), self.result),
                Field("by", self.tr("Checked by"), self.by),
                Field("note", self.tr("Seen or said, and by whom"), NoteEdit(lines=3)),
            ),
            context.privacy,
            session.drafts,
            "evidence",
        )
        self.form.edited.connect(self.edited)
        self.second = label("", "advice", wrap=True)
        self.button = button(self.tr("Record check"), "primary", self.save)
        self.withdraw_button = button(self.tr("W&ithdraw check"), on_click=self.withdraw)
        self.withdraw_button.setToolTip(
            self.tr("The chosen check was recorded wrongly: write the reason above. Both stay on record.")
        )
        self._gone: Mapping[str, WithdrawnCheck] = {}
        self.table: Table[Verification] = Table(
            [
                ColumnSpec(self.tr("When"), lambda one: day(one.at.astimezone(self._zone).date()), 90, whole=True),
                ColumnSpec(self.tr("Check"), lambda one: words.label("check", one.check)),
                ColumnSpec(self.tr("By"), lambda one: one.by, 72),
                ColumnSpec(self.tr("Result"), self._result_of, 54),
            ],
            line=28,
            empty=self.tr("Not checked yet. Choose a check and its result, and record it."),
        )
        self.table.picked.connect(lambda _one: self._explain())
        self.detail = label("", "hint", wrap=True)
        self.detail.setMinimumHeight(50)
        self.table.setAccessibleName(self.tr("Check history"))
        first = shared(self.form.fields["check"], self.form.fields["result"], gap=8)
        first.setStretch(0, 3)
        first.setStretch(1, 2)
        fields = self.form.fields
        footer = flow(self.second, self.withdraw_button, self.button, gap=8)
        footer.setStretch(0, 1)
        body = column(first, fields["by"], fields["note"], footer, self.table, self.detail, gap=6)
        body.setStretch(4, 1)
        self.setLayout(body)

    def load(self, file: CaseFile, line: ChecklistLine | None, item: EvidenceItem | None) -> None:
        """Show the checks of an item."""
        self._zone = file.zone
        self.setEnabled(item is not None)
        known = self._context.words.choices("check")
        accepted = line.requirement.checks if line is not None and line.requirement.checks else tuple(known)
        done = [one for one in file.verifications if item is not None and one.item_id == item.id]
        self._gone = self._session.read(withdrawn_checks.withdrawn_checks, file.case.id)
        shown = self._session.read(withdrawn_checks.all_checks, item.id) if item is not None else ()
        self.table.show_rows(tuple(reversed(shown)))
        asks_two = line is not None and line.requirement.second_look
        self.second.setText(self._second_words(done) if asks_two else "")
        self.form.fields["by"].setVisible(asks_two)
        if asks_two:
            self._offer_colleagues()
        if shown:
            self.table.selectRow(0)
        self._explain()
        if item is not None and self._item is not None and item.id == self._item.id and self._begun:
            return
        stays = self.check.raw() if item is not None and self._item is not None and item.id == self._item.id else ""
        self._item = item
        self.form.about(file.case.id, item.id if item is not None else "")
        self.check.offer({code: known.get(code, code) for code in accepted})
        made = {one.check for one in done}
        first = next((code for code in accepted if code not in made), accepted[0])
        fresh = {"check": stays if stays in accepted else first, "result": ""}
        self.form.load(fresh)

    def _offer_colleagues(self) -> None:
        """The others of this desk may look as the second person; each confirms with their passphrase."""
        from workstation.actions.people import colleagues

        chosen, names = self.by.raw(), self._session.read(colleagues)
        self.by.offer({name: name for name in names}, empty=self._session.desk.agent)
        self.by.load(chosen if chosen in names else "")

    def _second_words(self, done: list[Verification]) -> str:
        """Who has looked already, where the pack asks for two."""
        seen = list(dict.fromkeys(one.by for one in done if one.result == "ok"))
        if len(seen) > 1:
            return self.tr("Checked by two people: {people}").format(people=self._context.words.listed(seen))
        if seen:
            return self.tr("Checked by {person}; a second person is still needed.").format(person=seen[0])
        return self.tr("A second person must check as well.")

    def _explain(self) -> None:
        """The chosen check in full; of a failed one, what can be done now."""
        one, words = self.table.current(), self._context.words
        gone = self._gone.get(one.id) if one is not None else None
        self.withdraw_button.setEnabled(one is not None and gone is None)
        if one is None:
            self.detail.setText("")
            return
        text = words.attributed(f"{moment(one.at, self._zone)}  {one.by}", self._context.privacy.text(one.note) or "—")
        if gone is not None:
            reason = self._context.privacy.text(gone.reason)
            text += "\n✕ " + words.attributed(
                f"{self.tr('Withdrawn')}  {moment(gone.at, self._zone)}  {gone.by}", reason
            )
        elif one.result == "failed":
            text += "\n→ " + words.label("check_failed_then", one.check)
        self.detail.setText(text)

    @property
    def _begun(self) -> bool:
        return bool(self.form.fields["note"].editor.raw())

    @property
    def modified(self) -> bool:
        """Whether a note was started; on another item it waits as a draft. A picked check alone is not worth keeping."""
        return self._item is not None and self._begun

    def _result_of(self, one: Verification) -> str:
        return self.tr("Withdrawn") if one.id in self._gone else self._context.words.label("check_result", one.result)

    def withdraw(self) -> None:
        """Let the chosen check count no more; the note is the reason."""
        one, note = self.table.current(), self.form.fields["note"].editor
        if one is None:
            return
        reason = str(note.draft())
        note.load("")
        try:
            self._session.run(withdrawn_checks.withdraw_check, one.id, reason)
        except Refused as refused:
            note.load(reason)
            self.form.show(refused.findings)
            self.form.focus("verification.note")
            return
        self.form.accept()
        self.edited.emit()

    def save(self) -> bool:
        """Record the check; False when it is refused, with the reason at its field."""
        if self._item is None:
            return True
        values = self.form.draft()
        if not values["result"]:  # no default stands for a check
            self.form.show((Finding("required_field", "verification.result"),))
            self.result.setFocus()
            return False
        by = values["by"] if self.form.fields["by"].isVisibleTo(self) else ""
        if by and by != self._session.desk.witness:
            self.sheet = ask_person(self, self._session, self._context, by, lambda _vouched: self.save())
            return False
        self.form.fields["note"].editor.load("")
        try:
            self._session.run(
                items.verify, self._item.id, values["check"], values["result"], values["note"], by, self._item
            )
        except Refused as refused:
            self.form.fields["note"].editor.load(values["note"])
            left = self.form.show(refused.findings)
            if left:
                self.form.fields["check"].show_message(self._context.words.finding(left[0]))
            self.form.focus(refused.findings[0].subject)
            return False
        self.edited.emit()
        self.recorded.emit()
        return True
