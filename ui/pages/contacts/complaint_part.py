"""Complaints of a case: registered, extended, answered, closed; what is open holds the contacts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import NO_BUTTON, own
from ui.form import Form
from ui.look.contact_words import due_text, source_text
from ui.look.wording import day, moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, DecisionEdit, NoteEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, label
from ui.widgets.room.flow import flow, shared
from ui.widgets.scrolled import Scrolled, beside
from workstation.actions.contacts import complaints
from workstation.casework.contacts.desk import ContactDesk
from workstation.conversation.complaint import Complaint, ComplaintStatus
from workstation.errors import Refused
from workstation.identity import new_id

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class ComplaintPart(QWidget):
    """Left the complaints and what happened to the chosen one, right a new one."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._desk: ContactDesk | None = None
        words = context.words
        self.table: Table[ComplaintStatus] = Table(
            [
                ColumnSpec(
                    self.tr("Received"), lambda one: moment(one.complaint.received_at, self._zone)[:10], 96, whole=True
                ),
                ColumnSpec(self.tr("From"), lambda one: one.complaint.complainant, private=True),
                ColumnSpec(self.tr("About"), lambda one: words.label("complaint_kind", one.complaint.kind), 110),
                ColumnSpec(self.tr("State, answer by"), self._state, 150, whole=True),
            ],
            privacy=context.privacy,
            empty=self.tr("No complaints. Register on the right what somebody complains of."),
        )
        self.table.setAccessibleName(self.tr("Complaints"))
        self.table.setMinimumHeight(90)
        self.table.picked.connect(lambda _one: self._show_chosen())
        self.detail = label("", "", wrap=True)
        today = session.desk.clock.today
        self.step = Form(
            "complaint_step",
            words,
            (
                Field("note", self.tr("Answer or reason"), TextEdit(free=True)),
                Field(
                    "outcome",
                    self.tr("Outcome"),
                    DecisionEdit(words.choices("complaint_outcome")),
                ),
            ),
            context.privacy,
            session.drafts,
            "conversation",
        )
        self.extend_button = button(self.tr("E&xtend"), on_click=self.extend)
        self.answer_button = button(self.tr("Record ans&wer"), on_click=self.answer)
        self.close_button = button(self.tr("C&lose complaint"), on_click=self.close_complaint)
        self.form = Form(
            "complaint",
            words,
            (
                Field("complainant", self.tr("Complainant"), TextEdit()),
                Field("channel", self.tr("Received by"), ChoiceEdit(words.choices("complaint_channel"), empty=None)),
                Field("kind", self.tr("About"), DecisionEdit(words.choices("complaint_kind"))),
                Field("received_at", self.tr("Received on"), DayEdit(context.theme, today), self.tr("Empty: now")),
                Field("about", self.tr("What it says"), NoteEdit(lines=3)),
                Field("reference", self.tr("Reference"), TextEdit()),
            ),
            context.privacy,
            session.drafts,
            "conversation",
        )
        self.add_button = button(self.tr("&Register complaint"), "primary", self.add)
        self._lay_out()
        self._empty()

    def _lay_out(self) -> None:
        step = self.step.fields
        ways = flow(-1, self.extend_button, self.answer_button, self.close_button, gap=8)
        pair = shared(step["note"], step["outcome"], gap=8)
        pair.setStretch(0, 2)
        pair.setStretch(1, 1)
        left = Card(caption(self.tr("Complaints")), self.table, Scrolled(self.detail), pair, ways, gap=8)
        left.body.setStretch(1, 2)
        left.body.setStretch(2, 2)
        fields = self.form.fields
        first, second = shared(fields["complainant"], fields["channel"]), shared(fields["kind"], fields["received_at"])
        hint = label(self.tr("Contacts are held as soon as it is registered."), "hint", wrap=True)
        right = Card(
            caption(self.tr("New complaint")), first, second, fields["about"], fields["reference"],
            flow(hint, self.add_button, gap=8), gap=8,
        )  # fmt: skip
        right.body.setStretch(3, 1)
        own(NO_BUTTON, left)
        own(self.add_button, right)
        body = beside(left, right)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        self.setLayout(body)

    @property
    def _zone(self) -> tzinfo:
        assert self._desk is not None
        return self._desk.file.zone

    def _empty(self) -> None:
        self.form.load({"channel": "phone"})
        self.step.load({})

    def load(self, file: CaseFile) -> None:
        """Show a case, its newest complaint first."""
        self._desk = ContactDesk(file)
        about = [form.about(file.case.id) for form in (self.form, self.step)]
        if any(about):
            self._empty()
        chosen = self.table.current()
        rows = tuple(reversed(self._desk.complaints))
        self.table.show_rows(rows, lambda one: chosen is not None and one.complaint.id == chosen.complaint.id)
        if rows and self.table.current() is None:
            self.table.selectRow(0)
        self._show_chosen()

    def _state(self, status: ComplaintStatus) -> str:
        assert self._desk is not None
        return due_text(self._context.words, status, self._desk.file.today)

    def _show_chosen(self) -> None:
        chosen = self.table.current()
        state = chosen.state if chosen else "closed"
        self.extend_button.setEnabled(state != "closed")
        self.answer_button.setEnabled(state == "open")
        self.close_button.setEnabled(state != "closed")
        self.detail.setText("\n".join(self._lines(chosen)) if chosen else self.tr("No complaint is on record."))

    def _lines(self, status: ComplaintStatus) -> list[str]:
        words, shown = self._context.words, self._context.privacy.text
        due = self.tr("How long an answer may take is not known here.")
        if status.answer_by is not None and status.source is not None:
            due = self.tr("Answer by {day}").format(day=day(status.answer_by)) + " " + source_text(words, status.source)
        lines = [due, shown(status.complaint.about)]
        for step in status.steps:
            kind = words.label("complaint_state", step.kind)
            lines.append(words.attributed(f"{moment(step.at, self._zone)}  {step.by}  {kind}", shown(step.note)))
        return lines

    def add(self) -> bool:
        """Register the complaint that was typed."""
        if self._desk is None:
            return False
        desk, case_id = self._session.desk, self._desk.file.case.id
        try:
            values = self.form.draft()
            now, on = desk.clock.now(), values["received_at"]
            received = datetime.combine(on, time(), self._zone) if on else now
            made = Complaint(
                new_id(), case_id, received, values["complainant"], values["channel"], values["kind"], values["about"],
                now, desk.agent, values["reference"] or "",
            )  # fmt: skip
            self._session.run(complaints.register, made)
        except Refused as refused:
            self.form.show(refused.findings)
            self.form.focus(refused.findings[0].subject)
            return False
        self.form.load({"channel": "phone"})
        self.table.selectRow(0)
        return True

    def extend(self) -> bool:
        """Take longer for the answer, with a reason."""
        return self._step(lambda one, note: self._session.run(complaints.extend, one.case_id, one.id, note))

    def answer(self) -> bool:
        """Record the answer that was given."""
        return self._step(lambda one, note: self._session.run(complaints.answer, one.case_id, one.id, note))

    def close_complaint(self) -> bool:
        """End the chosen complaint with its outcome."""
        return self._step(
            lambda one, note: self._session.run(complaints.close, one.case_id, one.id, self._outcome(), note)
        )

    def _outcome(self) -> str:
        """How the complaint ends, which only closing it asks for."""
        try:
            return str(self.step.fields["outcome"].editor.draft())
        except Refused as refused:
            raise Refused(*(replace(one, subject="complaint_step.outcome") for one in refused.findings)) from None

    def _step(self, record: Callable[[Complaint, str], object]) -> bool:
        """Record a step of the chosen complaint with what was typed; False when it is refused."""
        chosen = self.table.current()
        if chosen is None:
            return False
        try:
            record(chosen.complaint, str(self.step.fields["note"].editor.draft() or ""))
        except Refused as refused:
            self.step.show(refused.findings)
            self.step.focus(refused.findings[0].subject)
            return False
        self.step.load({})
        return True
