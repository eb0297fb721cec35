"""Every number of a case with the verdict of now, the override of one, and the terms that were agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.contact_words import clock_text, rule_lines, verdict_mark
from ui.look.wording import NONE, moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, label, row
from ui.widgets.room.flow import shared
from ui.widgets.scrolled import Scrolled, beside
from workstation.actions.contacts import agreements
from workstation.casework.contacts.desk import Callee, ContactDesk
from workstation.conversation.conduct import Verdict
from workstation.conversation.contact_terms import ZONE, ContactTerm
from workstation.errors import Refused

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


@dataclass(frozen=True, slots=True)
class _Line:
    """One number as it may be called now."""

    callee: Callee
    verdict: Verdict
    when: str


class NumberPart(QWidget):
    """Left the numbers and the rules on the chosen one, right the terms; both are put on record and stay."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._desk: ContactDesk | None = None
        words = context.words
        self.table: Table[_Line] = Table(
            [
                ColumnSpec(self.tr("Whom"), self._whom, 96),
                ColumnSpec(self.tr("Number"), lambda one: one.callee.number, private=True, keep=(3, 4), whole=True),
                ColumnSpec(self.tr("Now"), lambda one: one.when, 150, whole=True),
            ],
            privacy=context.privacy,
            empty=self.tr("No numbers yet. Add them on the page Profile (Ctrl+1)."),
        )
        self.table.setAccessibleName(self.tr("Numbers"))
        self.table.setMinimumHeight(96)
        self.table.picked.connect(lambda _one: self._show_rules())
        self.rules = label("", "", wrap=True)
        self.rules.setAccessibleName(self.tr("Rules on this contact"))
        self.override = Form(
            "override",
            words,
            (Field("reason", self.tr("Reason for calling in spite of a rule"), TextEdit()),),
            context.privacy,
            session.drafts,
            "conversation",
        )
        self.override_button = button(self.tr("Record &override"), on_click=self.record_override)
        self.terms: Table[ContactTerm] = Table(
            [
                ColumnSpec(self.tr("When"), self._when, 122, whole=True),
                ColumnSpec(self.tr("Term"), lambda one: words.label("contact_term", one.kind)),
                ColumnSpec(self.tr("Value"), self._value, 90),
                ColumnSpec(self.tr("Note"), lambda one: one.note or NONE, private=True, keep=(0, 0)),
            ],
            privacy=context.privacy,
            empty=self.tr("Nothing was agreed yet. Record below when the person may be called, or a wish to stop."),
        )
        self.terms.setAccessibleName(self.tr("Terms on record"))
        self.term = Form(
            "term",
            words,
            (
                Field("kind", self.tr("Term"), ChoiceEdit(words.choices("contact_term"), empty=None)),
                Field("value", self.tr("Value"), TextEdit(self.tr("yes, no; a zone as +08:00"))),
                Field("note", self.tr("How it is known"), TextEdit()),
            ),
            context.privacy,
            session.drafts,
            "conversation",
        )
        self.term_button = button(self.tr("Record &term"), "primary", self.add)
        self._lay_out()
        self._empty()

    def _lay_out(self) -> None:
        left = Card(
            caption(self.tr("May I call now?")),
            self.table,
            Scrolled(self.rules),
            self.override.fields["reason"],
            row(-1, self.override_button),
            gap=8,
        )
        left.body.setStretch(1, 2)
        left.body.setStretch(2, 3)
        fields = self.term.fields
        pair = shared(fields["kind"], fields["value"], gap=8)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        right = Card(
            caption(self.tr("Terms on record")), self.terms, pair, fields["note"], row(-1, self.term_button), gap=8
        )
        right.body.setStretch(1, 1)
        body = beside(left, right)
        own(self.override_button, left)
        own(self.term_button, right)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _empty(self) -> None:
        self.term.load({"kind": "outside_hours"})
        self.override.load({})

    def load(self, file: CaseFile) -> None:
        """Show a case."""
        self._desk = ContactDesk(file)
        about = [form.about(file.case.id) for form in (self.term, self.override)]
        if any(about):
            self._empty()
        self.terms.show_rows(tuple(reversed(file.contact_records.terms)))
        self.refresh()

    def refresh(self) -> None:
        """Judge every number by the clock of now."""
        if self._desk is None:
            return
        now, chosen = self._session.desk.clock.now(), self.table.current()
        lines = []
        for callee in self._desk.callees:
            verdict = self._desk.verdict(callee, now)
            after = verdict.next_allowed
            text = self.tr("may be called") if verdict.allowed else self.tr("no contact")
            if after is not None:
                text = self.tr("from {time}").format(time=clock_text(after, now, self._desk.file.zone))
            lines.append(_Line(callee, verdict, f"{verdict_mark(verdict)} {text}"))
        if tuple(lines) != self.table.content.rows:
            self.table.show_rows(tuple(lines), lambda one: chosen is not None and one.callee == chosen.callee)
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        self._show_rules()

    def _show_rules(self) -> None:
        chosen = self.table.current()
        words = self._context.words
        if chosen is None:
            self.rules.setText(self.tr("No number is known. Enter one on the profile page."))
        else:
            self.rules.setText(
                "\n".join(rule_lines(words, chosen.verdict)) or self.tr("No rule is against a call now.")
            )
        self.override_button.setEnabled(chosen is not None and not chosen.verdict.allowed)

    def record_override(self) -> bool:
        """Put on record why the chosen number is called in spite of a rule."""
        chosen = self.table.current()
        if chosen is None or self._desk is None:
            return False
        try:
            reason = str(self.override.draft()["reason"])
            self._session.run(agreements.override, self._desk.file.case.id, chosen.callee.number, reason)
        except Refused as refused:
            self.override.show(refused.findings)
            return False
        self.override.load({})
        self._context.notices.show_message(self.tr("The override is on record."))
        return True

    def add(self) -> bool:
        """Put the term that was typed on record."""
        if self._desk is None:
            return False
        try:
            values = self.term.draft()
            kind, value = str(values["kind"]), self._code(str(values["value"]).strip())
            self._session.run(
                agreements.record_term, self._desk.file.case.id, kind, value, note=str(values["note"] or "")
            )
        except Refused as refused:
            self.term.show(refused.findings)
            self.term.focus(refused.findings[0].subject)
            return False
        self.term.load({"kind": kind})
        return True

    def _code(self, typed: str) -> str:
        """Yes and no as they are said in the language of the window."""
        said = {text.casefold(): code for code, text in self._context.words.choices("contact_value").items()}
        return said.get(typed.casefold(), typed)

    def _whom(self, line: _Line) -> str:
        kind = "relation" if line.callee.person else "phone_kind"
        return self._context.words.label(kind, line.callee.kind)

    def _when(self, term: ContactTerm) -> str:
        assert self._desk is not None
        return moment(term.at, self._desk.file.zone)

    def _value(self, term: ContactTerm) -> str:
        return (term.value or NONE) if term.kind == ZONE else self._context.words.label("contact_value", term.value)
