"""The conversation: why the person cannot pay now and what they ask for, and the log of what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import NO_BUTTON, own
from ui.form import Form
from ui.look.wording import NONE
from ui.merging import Joined
from ui.page import CasePage
from ui.pages.conversation.contact_log import ContactLog
from ui.pages.conversation.guide_panel import GuidePanel
from ui.saving import Show, save_form, save_quietly
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit, NoteEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, clear, column, label, row
from ui.widgets.room.flow import shared
from ui.widgets.room.page_stack import PageStack
from ui.widgets.scrolled import Scrolled, beside
from workstation.actions import cases
from workstation.errors import Finding
from workstation.field_ref import FieldRef
from workstation.profile.case import Case

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class ConversationPage(CasePage):
    """Reason and request on the left, the log on the right; the log is written once and never edited."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        today = session.desk.clock.today
        self.reason = ChoiceEdit({}, empty=NONE)
        self.form = Form(
            "case",
            context.words,
            (
                Field("reason", self.tr("&Reason"), self.reason),
                Field("reason_from", self.tr("Since"), DayEdit(context.theme, today, "first")),
                Field("reason_to", self.tr("Until"), DayEdit(context.theme, today, "last"), self.tr("If ended")),
                Field("reason_note", self.tr("In the debtor's own words"), NoteEdit(lines=2)),
                Field("repayment_source", self.tr("Source of repayment"), NoteEdit(lines=2)),
                Field("repayment_proposal", self.tr("Debtor's proposal"), NoteEdit(lines=2)),
                Field(
                    "language",
                    self.tr("Language of papers"),
                    ChoiceEdit(context.words.choices("language"), empty=None),
                ),
            ),
            context.privacy,
            session.drafts,
            "conversation",
        )
        self.form.edited.connect(self.edited)
        ticked = self._ticked_requests
        self.form.join(
            "requests",
            Joined(
                self.tr("Requested"),
                self._load_requests,
                ticked,
                ticked,
                self._requests_text,
                typed=self._typed_requests,
                put=self._put_requests,
            ),
        )
        self.requests: dict[str, CheckEdit] = {}
        self._requests_box = QWidget()
        self._requests_grid = QGridLayout(self._requests_box)
        self._requests_grid.setContentsMargins(0, 0, 0, 0)
        self._requests_grid.setSpacing(2)
        self.requests_note = label("", "finding")
        self.log = ContactLog(session, context)
        self.log.edited.connect(self.edited)
        self.guide = GuidePanel(context)
        self.guide.asked.connect(self._on_question_asked)
        self.edited.connect(lambda: self.guide.show_answered(self._typed_here))
        self._beside = PageStack()
        self.sides = {
            "log": self._side(self.tr("Contact log"), self.log),
            "guide": self._side(self.tr("Talk &guide"), self.guide),
        }
        self._lay_out()
        self.show_side("log")

    def _lay_out(self) -> None:
        fields = self.form.fields
        reason = shared(fields["reason"], fields["language"], gap=8)
        dates = shared(fields["reason_from"], fields["reason_to"], gap=8)
        for line, weights in ((reason, (3, 2)), (dates, (1, 1))):
            for place, weight in enumerate(weights):
                line.setStretch(place, weight)
        asked = row(label(self.tr("Requested"), "label"), self.requests_note, -1)
        talk = Card(
            caption(self.tr("Reason and request")), reason, dates, fields["reason_note"], asked,
            self._requests_box, fields["repayment_source"], fields["repayment_proposal"], self.form.conflicts, gap=8,
        )  # fmt: skip
        for field_ref in (3, 6, 7):
            talk.body.setStretch(field_ref, 1)
        own(NO_BUTTON, talk)
        log = column(row(*self.sides.values(), -1, gap=8), self._beside, gap=6)
        log.setStretch(1, 1)
        body = beside(Scrolled(talk), log)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _side(self, name: str, part: QWidget) -> QPushButton:
        self._beside.addWidget(part)
        made = button(name, "tab", lambda: self._show_part(part))
        made.setCheckable(True)
        return made

    def show_side(self, name: str) -> None:
        """Show the log or the guide beside the fields."""
        self._show_part({"log": self.log, "guide": self.guide}[name])

    def _show_part(self, part: QWidget) -> None:
        self._beside.setCurrentWidget(part)
        for shown, name in ((self.log, "log"), (self.guide, "guide")):
            self.sides[name].setChecked(shown is part)

    def _on_question_asked(self, field_ref: str) -> None:
        if not self.focus_field(field_ref):
            self.field_requested.emit(field_ref)

    def _typed_here(self, field_ref: str) -> bool | None:
        """Whether something is typed in a field of this page; None for a field that lies elsewhere."""
        if field_ref == FieldRef.CASE_REQUESTS:
            return any(box.isChecked() for box in self.requests.values())
        field = self.form.field_of(field_ref)
        return None if field is None else bool(field.editor.raw())

    def fill(self, file: CaseFile) -> None:
        if self._talk_modified:
            self.form.refresh(self._values(), self.file.case)
        else:
            self._offer()  # which empties the choices
            self.form.about(self.file.case.id)
            self.form.load(self._values(), self.file.case)
        self.log.load(self.file)
        self.guide.load(self.file, self._typed_here)

    def _values(self) -> dict[str, object]:
        case = self.file.case
        return {key: getattr(case, key) for key in (*self.form.fields, "requests")}

    def _offer(self) -> None:
        """Reasons and requests are those of the pack, in its order."""
        language = self.context.words.language
        self.reason.offer({code: one.text(language) for code, one in self.file.pack.reasons.items()}, empty=NONE)
        if list(self.requests) == list(self.file.pack.requests):
            return
        grid = self._requests_grid
        clear(grid)
        self.requests.clear()
        for number, (code, one) in enumerate(self.file.pack.requests.items()):
            made = self.requests[code] = CheckEdit(one.text(language))
            made.edited.connect(self._on_request_edited)
            grid.addWidget(made, number // 2, number % 2)

    def _load_requests(self, codes: tuple[str, ...] | None) -> None:
        for code, box in self.requests.items():
            box.setChecked(code in (codes or ()))
        self.requests_note.setText("")

    def _typed_requests(self) -> dict[str, Any]:
        return {code: box.isChecked() for code, box in self.requests.items()}

    def _put_requests(self, state: dict[str, Any]) -> None:
        for code, box in self.requests.items():
            box.setChecked(state.get(code, box.isChecked()))
        self.edited.emit()

    def _requests_text(self, codes: tuple[str, ...]) -> str:
        known, language = self.file.pack.requests, self.context.words.language
        return (
            self.context.words.listed(known[code].text(language) if code in known else code for code in codes) or NONE
        )

    def _ticked_requests(self) -> tuple[str, ...]:
        """What is ticked; what other rules brought and these do not know stays asked, unseen."""
        unseen = tuple(code for code in self.file.case.requests if code not in self.requests) if self._file else ()
        return (*(code for code, box in self.requests.items() if box.isChecked()), *unseen)

    def _on_request_edited(self) -> None:
        self.requests_note.setText("")
        self.edited.emit()

    @property
    def _talk_modified(self) -> bool:
        return self._file is not None and self.form.modified

    @property
    def modified(self) -> bool:
        return self._talk_modified or self.log.modified

    def save(self) -> bool:
        """Reason and request; an entry of the log that was started waits for its own button."""
        return not self._talk_modified or self._save_talk()

    @property
    def unsaved(self) -> bool:
        return self._talk_modified

    def autosave(self) -> tuple[Finding, ...]:
        return save_quietly(self.form, self._keep_quietly)

    def _save_talk(self) -> bool:
        if self.attempt(self._draft, lambda _findings: None) is None:
            return False
        return self._keep(self._show_findings)

    def _keep_quietly(self, show: Show) -> bool:
        return self._keep(show, quiet=True)

    def _keep(self, show: Show, *, quiet: bool = False) -> bool:
        if not save_form(self.session, self.form, self._run, show, quiet=quiet):
            return False
        self.form.accept()
        self.form.refresh(self._values(), self.file.case)
        self.edited.emit()
        return True

    def _run(self) -> None:
        self.session.run(cases.save_conversation, self._draft(), self.form.base)

    def _draft(self) -> Case:
        base: Case = self.form.base
        return replace(base, **self.form.draft(), requests=self._ticked_requests())

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.show_message(self.form.show(findings))

    def focus_field(self, field_ref: str) -> bool:
        if field_ref == FieldRef.CASE_REQUESTS:
            first = next(iter(self.requests.values()), None)
            if first is not None:
                first.setFocus()
            self.requests_note.setText("✕ " + self.context.words.finding(Finding("required_field", field_ref)))
            return True
        if field_ref in (FieldRef.CASE_CONTACTS, FieldRef.CONTACT_NOTE):
            self.show_side("log")
            self.log.start()
            return True
        if self.log.form.field_of(field_ref) is not None:
            self.show_side("log")
            return self.log.form.focus(field_ref)
        return self.form.focus(field_ref)

    def primary(self) -> QPushButton | None:
        return self.log.add_button if self._beside.currentWidget() is self.log else None
