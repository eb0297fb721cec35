"""What a supervisor lets go, a requirement or a contradiction: who decided, and why. It stays on record; the packet prints the
waivers of requirements.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.wording import moment
from ui.vouching import VouchingSheet, ask_supervisor, needs_supervisor
from ui.widgets.editors import NoteEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label, row
from workstation.actions.evidence import items
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class WaiverForm(QWidget):
    """The agent cannot waive for the supervisor: a supervisor signs in, or confirms with their passphrase."""

    edited = Signal()

    def __init__(self, session: DeskSession, context: UiContext, keep: Callable[..., object] = items.waive) -> None:
        super().__init__()
        self._session, self._context, self._keep = session, context, keep
        self._case_id, self._requirement = "", ""
        self.form = Form(
            "waiver",
            context.words,
            (
                Field("supervisor", self.tr("Supervisor"), TextEdit()),
                Field("reason", self.tr("Reason for the waiver"), NoteEdit(lines=4)),
            ),
            context.privacy,
            session.drafts,
            "evidence",
        )
        self.form.edited.connect(self.edited)
        self.sheet: VouchingSheet | None = None
        user, here = session.desk.user, self.form.fields["supervisor"].editor
        here.setReadOnly(True)
        here.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        here.setPlaceholderText(user.name if user.supervises else self.tr("Confirmed with a passphrase"))
        self.record = label("", "quiet", wrap=True)
        self.button = button(self.tr("Record waiver"), "primary", self.save)
        own(self.button, self)
        fields = self.form.fields
        self.setLayout(column(fields["supervisor"], fields["reason"], row(-1, self.button), self.record, -1, gap=8))
        self.form.load({})

    def load(self, file: CaseFile, code: str) -> None:
        """Show the waivers of an entry, by what they are filed under."""
        self.setEnabled(bool(code))
        if self.form.about(file.case.id, code):
            self.form.load({})
        self._case_id, self._requirement = file.case.id, code
        made = [one for one in file.waivers if one.requirement == code]
        self.record.setText(
            "\n".join(
                self._context.words.attributed(
                    f"{moment(one.at, file.zone)}  {one.by}", self._context.privacy.text(one.reason)
                )
                for one in made
            )
        )

    @property
    def modified(self) -> bool:
        """Whether a waiver was started; for another entry it waits as a draft."""
        return self._begun

    @property
    def _begun(self) -> bool:
        return any(field.editor.raw() for field in self.form.fields.values())

    def save(self) -> bool:
        """Record the waiver; False when something is missing, or a supervisor is asked to confirm."""
        values = self.form.draft()
        try:
            if not values["reason"]:
                raise Refused(Finding("required_field", FieldRef.WAIVER_REASON))
            self._session.run(self._keep, self._case_id, self._requirement, values["reason"])
        except Refused as refused:
            if needs_supervisor(refused):
                self.sheet = ask_supervisor(self, self._session, self._context, lambda _vouched: self.save())
                return False
            self.form.show(refused.findings)
            self.form.focus(refused.findings[0].subject)
            return False
        self.form.load({})
        self.edited.emit()
        return True
