"""A second person proves to be here: their name and passphrase over the page, tried in the background, kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.sheets.over_page import OverPage
from ui.widgets.busy import BusyBar
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, label, row
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

if TYPE_CHECKING:
    from workstation.casework.user import Vouched

_WIDTH = 380


class VouchingSheet(OverPage):
    """Lies over the window until it is answered or put away by Esc; the work it asks for runs once, in that person's name."""

    def __init__(
        self,
        session: DeskSession,
        context: UiContext,
        page: QWidget,
        names: Sequence[str],
        done: Callable[[Vouched], object],
    ) -> None:
        super().__init__(page, _WIDTH)
        self._session, self._context, self._done = session, context, done
        self._task = TaskProgress(self)
        self.form = Form(
            "vouching",
            context.words,
            (
                Field("person", self.tr("&Name"), ChoiceEdit({name: name for name in names}, empty=None)),
                Field("passphrase", self.tr("&Passphrase"), PassphraseEdit(context.theme)),
            ),
        )
        self.busy = BusyBar()
        self.confirm_button = button(self.tr("Confirm"), "primary", self.confirm)
        own(self.confirm_button, self)
        self.cancel_button = button(self.tr("Cancel"), on_click=self.put_away)
        self.form.fields["passphrase"].editor.returnPressed.connect(self.confirm)
        title = self.tr("Confirm as second person") if len(names) == 1 else self.tr("A supervisor confirms")
        for part in (label(title, "section"), *self.form.fields.values()):
            self.body.addWidget(part)
        self.body.addLayout(row(self.busy, -1, self.cancel_button, self.confirm_button, gap=8))
        self.form.load({"person": names[0]})
        session.closed.connect(self.put_away)
        self.show_over()
        self.form.focus("vouching.passphrase")

    def confirm(self) -> None:
        """Try the passphrase; a wrong one is answered at its field."""
        if self.busy.busy:
            return
        from workstation.actions.people import vouching

        values = self.form.draft()
        try:
            work = self._session.read(vouching, values["person"], values["passphrase"])
        except Refused as refused:
            self._show(refused)
            return
        self._set_busy(True)
        self._context.background.run(work, self._on_vouched, self._on_failed, self._task)

    def put_away(self) -> None:
        """Forget what was typed; nothing was decided."""
        self._task.forget()
        self.form.load({})
        super().put_away()

    def _on_vouched(self, vouched: Vouched) -> None:
        done, session = self._done, self._session
        self.put_away()
        with session.desk.vouched_by(vouched):
            done(vouched)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Refused):
            raise error
        self._show(error)

    def _show(self, refused: Refused) -> None:
        code = refused.findings[0].code
        field_ref = "vouching.passphrase" if code.startswith("passphrase") else "vouching.person"
        self.form.show([Finding(one.code, field_ref, one.figures) for one in refused.findings])
        self.form.focus(field_ref)
        self.form.fields["passphrase"].editor.selectAll()

    def _set_busy(self, busy: bool) -> None:
        self.busy.set_busy(busy)
        self.confirm_button.setEnabled(not busy)

    def stops(self) -> Sequence[QWidget]:
        fields = self.form.fields
        return (fields["person"].editor, fields["passphrase"].editor, self.cancel_button, self.confirm_button)


def needs_supervisor(refused: Refused) -> bool:
    """Whether the action waits for a supervisor to say who they are."""
    return any(finding.code == "role_supervisor" for finding in refused.findings)


def ask_supervisor(
    page: QWidget, session: DeskSession, context: UiContext, done: Callable[[Vouched], object]
) -> VouchingSheet | None:
    """Have a supervisor of this desk confirm; ``done`` runs in their name. None, and a message, where there is no other one."""
    from workstation.actions.people import supervisors

    names = session.read(supervisors)
    if not names:
        context.notices.show_message(context.words.finding(Finding("supervisor_nowhere", FieldRef.PERSON_ROLES)))
        return None
    return VouchingSheet(session, context, page, names, done)


def ask_person(
    page: QWidget, session: DeskSession, context: UiContext, name: str, done: Callable[[Vouched], object]
) -> VouchingSheet:
    """Have one person of this desk confirm; ``done`` runs in their name."""
    return VouchingSheet(session, context, page, (name,), done)
