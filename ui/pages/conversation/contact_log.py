"""The contact log: every conversation and attempt, newest first, and the entry that is being written."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.wording import NONE, day, moment
from ui.pages.conversation.callee_choice import CalleeChoice
from ui.pages.conversation.paired_choices import PairedChoices
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, NoteEdit, TextEdit, YesNoEdit
from ui.widgets.field import Field
from ui.widgets.parts import Card, button, column, label
from ui.widgets.room.flow import flow, shared
from ui.widgets.scrolled import Scrolled
from workstation.actions import cases
from workstation.casework.contacts.desk import ContactDesk
from workstation.conversation.conduct import keep_until
from workstation.conversation.contact import ContactEntry, correction_of, moment_of
from workstation.errors import Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_TAKEN_OVER: Final = (
    "channel", "party", "result", "connected", "note", "next_step", "next_on", "recording",
)  # fmt: skip
_EMPTY: Final = {"channel": "desk", "party": "debtor", "connected": True}


class ContactLog(Card):
    """Adding writes the entry at once; a mistake is corrected by a further entry, as in any honest log, and both are shown."""

    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=6)
        self._session, self._context = session, context
        self._case_id = ""
        self._zone: tzinfo = UTC
        self._channel = ChoiceEdit(context.words.choices("channel"), empty=None)
        self._reached = YesNoEdit(self.tr("Reached"), self.tr("Not reached"))
        self._file: CaseFile | None = None
        self._corrects: ContactEntry | None = None
        self.table: Table[ContactEntry] = self._made_table()
        self.table.picked.connect(self._on_table_picked)
        self.detail = label("", "quiet", wrap=True)
        self.detail.setMinimumHeight(38)
        self.correct_button = button(self.tr("C&orrect this entry"), on_click=self.correct)
        self.other_button = button(self.tr("Show its counterpart"), on_click=self._show_other)
        self.callee = CalleeChoice(context.words)
        self.form = Form("contact", context.words, self._made_fields(), context.privacy, session.drafts, "conversation")
        self.form.edited.connect(self.edited)
        self.callee.edited.connect(self._on_callee_edited)
        self._channel.edited.connect(self._on_channel_edited)
        self.correcting = label("", "advice", wrap=True)
        self.cancel_button = button(self.tr("Cancel correction"), on_click=self.cancel)
        self.add_button = button(self.tr("Add to &log"), on_click=self.add)
        self.add_button.setToolTip("Ctrl+Enter")
        own(self.add_button, self)
        self._lay_out()
        self.cancel()

    def _made_table(self) -> Table[ContactEntry]:
        words, struck = self._context.words, self._corrected
        table: Table[ContactEntry] = Table(
            [
                ColumnSpec(self.tr("When"), self._when, 132, struck=struck, whole=True),
                ColumnSpec(self.tr("Channel"), lambda one: words.label("channel", one.channel), 76, struck=struck),
                ColumnSpec(self.tr("Party"), lambda one: words.label("party", one.party), 66, struck=struck),
                ColumnSpec(self.tr("Result"), lambda one: words.label("result", one.result), 96, struck=struck),
                ColumnSpec(self.tr("Summary"), lambda one: one.note or NONE, private=True, keep=(0, 0), struck=struck),
            ],
            privacy=self._context.privacy,
            empty=self.tr("No contacts yet. Choose the result, type what was said, and add it."),
        )
        table.setAccessibleName(self.tr("Contact log"))
        return table

    def _made_fields(self) -> tuple[Field, ...]:
        words, theme, today = self._context.words, self._context.theme, self._session.desk.clock.today
        note = NoteEdit(lines=2)
        note.setMaximumHeight(64)
        return (
            Field("channel", self.tr("Cha&nnel"), self._channel),
            Field("callee", self.tr("N&umber"), self.callee),
            Field("party", self.tr("Party"), ChoiceEdit(words.choices("party"), empty=None)),
            Field("result", self.tr("Result"), ChoiceEdit(words.choices("result"), empty=NONE)),
            Field("connected", self.tr("Reached"), self._reached),
            Field("note", self.tr("&Summary"), note),
            Field("next_step", self.tr("Next step"), TextEdit(free=True)),
            Field("next_on", self.tr("Next date"), DayEdit(theme, today)),
            Field("at", self.tr("On"), DayEdit(theme, today), self.tr("Now")),
            Field("clock", self.tr("At"), TextEdit(self.tr("HH:MM"))),
            Field("recording", self.tr("Recording no."), TextEdit()),
        )

    def _lay_out(self) -> None:
        """The entry first: a contact is written in seconds. The log is below; where the window is low, it is scrolled to."""
        fields = self.form.fields
        first = PairedChoices(*(fields[name] for name in ("channel", "callee", "party", "result")))
        last = shared(fields["next_step"], fields["next_on"], gap=8)
        when = shared(fields["at"], fields["clock"], fields["recording"], gap=8)
        for line, stretches in ((last, (2, 1)), (when, (3, 2, 3))):
            for place, stretch in enumerate(stretches):
                line.setStretch(place, stretch)
        about = flow(self.detail, self.correct_button, self.other_button, gap=8)
        about.setStretch(0, 1)
        self.table.setMinimumHeight(90)
        shown = column(
            first, fields["note"], last, when, self.correcting,
            flow(fields["connected"], -1, self.cancel_button, self.add_button, gap=8),
            self.table, about, gap=6,
        )  # fmt: skip
        shown.setStretch(6, 1)
        self.body.addWidget(Scrolled(shown))

    def _when(self, one: ContactEntry) -> str:
        sign = "✕ " if self._corrected(one) else "↳ " if one.corrects else ""
        return sign + moment(one.at, self._zone)

    def _corrected(self, one: ContactEntry) -> bool:
        return self._file is not None and correction_of(one, self._file.contacts) is not None

    def load(self, file: CaseFile) -> None:
        """Show the log of a case, the latest contact first."""
        self._case_id, self._zone, self._file = file.case.id, file.zone, file
        self.callee.offer_callees(ContactDesk(file).callees)
        if self.form.about(file.case.id):
            self.cancel()
        chosen = self.table.current()
        entries = sorted(file.contacts, key=lambda one: one.at)[::-1]  # of one moment, the later written first
        self.table.show_rows(tuple(entries), lambda one: chosen is not None and one.id == chosen.id)
        if not file.contacts:
            self.detail.setText(self.tr("No entries yet. Record the first conversation here."))
            self._show_buttons(None)
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
            self._session.run(cases.log_contact, self._entry())
        except Refused as refused:
            self.form.show(refused.findings)
            self.form.focus(refused.findings[0].subject)
            return False
        self.cancel()
        self.table.selectRow(0)
        self.edited.emit()
        return True

    def _entry(self) -> ContactEntry:
        values: dict[str, Any] = self.form.draft()
        desk = self._session.desk
        on, clock = values.pop("at"), values.pop("clock")
        values.pop("callee")
        before, called = self._corrects, self.callee.callee
        at = moment_of(on, clock, desk.clock.now(), self._zone)
        if before is not None and self._moment_fields(at) == self._moment_fields(before.at):
            at = before.at  # to the second, where only what was said is corrected
        number, person = (called.number, called.person) if called is not None else ("", "")
        return ContactEntry(
            new_id(), self._case_id, at, desk.agent,
            corrects=before.id if before is not None else "", number=number, person=person, **values,
        )  # fmt: skip

    def _on_channel_edited(self) -> None:
        """A call is of a number: the debtor's first one until another is chosen; no other channel has one.

        Only who stands before one is reached for certain; else a person says so.
        """
        self._reached.load(True if self._channel.raw() == "desk" else None)
        self.callee.load(self.callee.raw() or self.callee.first if self._channel.raw() == "phone" else "")

    def _on_callee_edited(self) -> None:
        """Whose number it is tells the party; a number is called."""
        called = self.callee.callee
        if called is not None:
            self.form.fields["party"].editor.load(called.party)
            if self._channel.raw() != "phone":
                self._channel.load("phone")
                self._reached.load(None)

    def correct(self) -> None:
        """Take the chosen entry into the fields; what is added then takes its place."""
        entry = self.table.current()
        if entry is None or self._corrected(entry):
            return
        known = {key: getattr(entry, key) for key in _TAKEN_OVER} | {"callee": self.callee.code_of(entry.number)}
        self.form.load(known | self._moment_fields(entry.at))
        self._corrects = entry
        told = self.tr("This corrects the entry of {when}; both stay in the log.")
        self.correcting.setText(told.format(when=moment(entry.at, self._zone)))
        self._show_correcting(True)
        self.start()

    def cancel(self) -> None:
        """Empty the fields; nothing is corrected."""
        self._corrects = None
        self.form.load(_EMPTY)
        self._show_correcting(False)

    def _moment_fields(self, at: datetime) -> dict[str, date | str]:
        here = at.astimezone(self._zone)
        return {"at": here.date(), "clock": f"{here:%H:%M}"}

    def _show_correcting(self, shown: bool) -> None:
        self.correcting.setVisible(shown)
        self.cancel_button.setVisible(shown)

    def _counterpart(self, entry: ContactEntry) -> ContactEntry | None:
        """The entry that corrects this one, else the one that it corrects."""
        known = self._file.contacts if self._file is not None else ()
        return correction_of(entry, known) or next((one for one in known if one.id == entry.corrects), None)

    def _show_other(self) -> None:
        entry = self.table.current()
        other = self._counterpart(entry) if entry is not None else None
        if other is not None:
            self.table.select(partial(_same, other))

    def _show_buttons(self, entry: ContactEntry | None) -> None:
        self.correct_button.setEnabled(entry is not None and not self._corrected(entry))
        self.other_button.setVisible(entry is not None and self._counterpart(entry) is not None)

    def _on_table_picked(self, entry: ContactEntry | None) -> None:
        self._show_buttons(entry)
        if entry is None:
            return
        shown, words = self._context.privacy.text, self._context.words
        following = f"  →  {shown(entry.next_step)} {day(entry.next_on)}" if entry.next_step else ""
        said = words.attributed(f"{moment(entry.at, self._zone)}  {entry.by}", shown(entry.note) or NONE) + following
        self.detail.setText("\n".join((said, *self._facts(entry))))

    def _facts(self, entry: ContactEntry) -> list[str]:
        """What is told below: which entry it belongs to, when it was written, its recording and how long it is kept."""
        other, told = self._counterpart(entry), []
        if other is not None:
            text = self.tr("Corrected by {when}") if self._corrected(entry) else self.tr("Corrects {when}")
            told.append(text.format(when=moment(other.logged_at or other.at, self._zone)))
        if entry.logged_at is not None:
            told.append(self.tr("Written {when}").format(when=moment(entry.logged_at, self._zone)))
        if entry.recording:
            told.append(self.tr("Recording {no}").format(no=self._context.privacy.text(entry.recording)))
        told.append(self._kept(entry))
        return ["  ·  ".join(told)]

    def _kept(self, entry: ContactEntry) -> str:
        if self._file is None:
            return ""
        on = entry.at.astimezone(self._zone).date()
        rules = self._file.pack.conduct
        least = keep_until(rules, on, on)
        if keep_until(rules, on, None) is None:
            return self.tr("Keep until settled, at least until {day}").format(day=day(least))
        return self.tr("Keep until {day}").format(day=day(least))


def _same(one: ContactEntry, other: ContactEntry) -> bool:
    return one.id == other.id
