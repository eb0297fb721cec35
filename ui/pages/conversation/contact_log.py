"""The contact log: every conversation and attempt, newest first, and the entry that is being written."""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.look.wording import NONE, day, moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit, NoteEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, label, row
from workstation.actions import cases
from workstation.conversation.contact import ContactEntry
from workstation.errors import Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class ContactLog(Card):
    """Adding writes the entry at once; a mistake is corrected by a further entry, as in any honest log."""

    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        self._case_id = ""
        self._zone: tzinfo = UTC
        words = context.words
        self.table: Table[ContactEntry] = Table(
            [
                ColumnSpec(self.tr("When"), lambda one: moment(one.at, self._zone), 122),
                ColumnSpec(self.tr("Channel"), lambda one: words.label("channel", one.channel), 76),
                ColumnSpec(self.tr("Party"), lambda one: words.label("party", one.party), 66),
                ColumnSpec(self.tr("Result"), lambda one: words.label("result", one.result), 96),
                ColumnSpec(self.tr("Note"), lambda one: one.note or NONE, private=True, keep=(0, 0)),
            ],
            privacy=context.privacy,
        )
        self.table.setAccessibleName(self.tr("Contact log"))
        self.table.picked.connect(self._on_table_picked)
        self.detail = label("", "quiet", wrap=True)
        self.detail.setMinimumHeight(38)
        today = session.desk.clock.today()
        note = NoteEdit(lines=3)
        note.setMaximumHeight(76)
        self.form = Form(
            "contact",
            words,
            (
                Field("channel", self.tr("Channel"), ChoiceEdit(words.choices("channel"), empty=None)),
                Field("party", self.tr("Party"), ChoiceEdit(words.choices("party"), empty=None)),
                Field("result", self.tr("Result"), ChoiceEdit(words.choices("result"), empty=NONE)),
                Field("connected", "", CheckEdit(self.tr("Reached"))),
                Field("note", self.tr("&Summary"), note),
                Field("next_step", self.tr("Next step"), TextEdit()),
                Field("next_on", self.tr("Next date"), DayEdit(context.theme, today)),
            ),
            context.privacy,
            session.drafts,
            "conversation",
        )
        self.form.edited.connect(self.edited)
        self.add_button = button(self.tr("Add to &log"), on_click=self.add)
        self._lay_out()
        self._empty_form()

    def _lay_out(self) -> None:
        fields = self.form.fields
        self.body.addWidget(caption(self.tr("Contact log")))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.detail)
        first = row(fields["channel"], fields["party"], fields["result"], gap=8)
        for place in range(3):
            first.setStretch(place, 1)
        self.body.addLayout(first)
        self.body.addWidget(fields["note"])
        last = row(fields["next_step"], fields["next_on"], gap=8)
        last.setStretch(0, 2)
        last.setStretch(1, 1)
        self.body.addLayout(last)
        self.body.addLayout(row(fields["connected"], -1, self.add_button, gap=8))

    def _empty_form(self) -> None:
        self.form.load({"channel": "desk", "party": "debtor", "connected": True})

    def load(self, file: CaseFile) -> None:
        """Show the log of a case, newest first."""
        self._case_id, self._zone = file.case.id, file.zone
        if self.form.about(file.case.id):
            self._empty_form()
        chosen = self.table.current()
        self.table.show_rows(tuple(reversed(file.contacts)), lambda one: chosen is not None and one.id == chosen.id)
        if not file.contacts:
            self.detail.setText(self.tr("No entries yet. Record the first conversation here."))
        elif self.table.current() is None:
            self.table.selectRow(0)
        else:
            self._on_table_picked(self.table.current())

    @property
    def modified(self) -> bool:
        """Whether an entry was started."""
        return any(self.form.fields[key].editor.raw() for key in ("note", "next_step"))

    def start(self) -> None:
        """Put the cursor where the note goes."""
        self.form.focus(FieldRef.CONTACT_NOTE)

    def add(self) -> bool:
        """Write the entry; False when something is missing, which is shown at its field."""
        try:
            values = self.form.draft()
            desk = self._session.desk
            entry = ContactEntry(new_id(), self._case_id, desk.clock.now(), desk.agent, **values)
            self._session.run(cases.log_contact, entry)
        except Refused as refused:
            self.form.show(refused.findings)
            self.form.focus(refused.findings[0].subject)
            return False
        self._empty_form()
        self.table.selectRow(0)
        self.edited.emit()
        return True

    def _on_table_picked(self, entry: ContactEntry | None) -> None:
        if entry is not None:
            shown = self._context.privacy.text
            following = f"  →  {shown(entry.next_step)} {day(entry.next_on)}" if entry.next_step else ""
            self.detail.setText(
                self._context.words.attributed(f"{moment(entry.at, self._zone)}  {entry.by}", shown(entry.note) or NONE)
                + following
            )
