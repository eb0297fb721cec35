"""What the small forms of the people have in common: fields, a sentence of what will happen, work in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.pages.entry.strength_bar import StrengthBar
from ui.typed_signal import TypedSignal, signal
from ui.widgets.busy import BusyBar
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label
from ui.widgets.room.flow import flow
from workstation.actions.people import Person
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef


class PersonForm(QWidget):
    """Fields, a sentence of what will happen, and two buttons. ``done`` carries what to say of it."""

    done: TypedSignal[str] = signal(1)
    cancelled = Signal()

    def __init__(
        self, session: DeskSession, context: UiContext, fields: Sequence[Field], words: str, verb: str
    ) -> None:
        super().__init__()
        self.session, self.context = session, context
        self.person: Person | None = None
        self._task, self._verb = TaskProgress(self), verb
        self.title = label("", "label")
        self.form = Form("person", context.words, fields)
        self.words = label(words, "hint", wrap=True)
        self.note = label("", "finding", wrap=True)
        self.busy = BusyBar()
        self.button = button(verb, "primary", self.save)
        own(self.button, self)
        self.cancel_button = button(self.tr("Cancel"), on_click=self.cancelled.emit)
        footer = flow(self.busy, -1, self.cancel_button, self.button, gap=8)
        self.setLayout(column(self.title, *self.rows(), self.words, self.note, footer, -1, gap=8))
        session.closed.connect(self._task.forget)
        self.load(None)

    def rows(self) -> list[Any]:
        """The fields, one a row unless a form lays them out otherwise."""
        return list(self.form.fields.values())

    def known(self) -> Sequence[str]:
        """What anybody could know of whoever gets a passphrase here."""
        return ()

    def strength_bar(self) -> StrengthBar:
        """A bar that follows the new passphrase."""
        self.strength = StrengthBar(self.context, self.form.fields["passphrase"].editor, self.known)
        return self.strength

    def load(self, person: Person | None) -> None:
        """Begin anew, for the person picked."""
        self.person = person
        self.title.setText(f"{self._verb} · {person.user.name}" if person is not None else self._verb)
        self.form.load({})
        self.note.setText("")

    def start(self) -> None:
        """Put the cursor where typing begins."""
        first = next((field.editor for field in self.form.fields.values() if field.editor.isEnabled()), self.button)
        first.setFocus()

    def save(self) -> None:
        """Do it; what is refused is shown at its field."""
        self.note.setText("")
        try:
            self.act(self.form.draft())
        except Refused as refused:
            self.show_refused(refused)

    def act(self, values: dict[str, Any]) -> None:
        """What this form does."""
        raise NotImplementedError

    def in_background(self, work: Callable[[], None], then: Callable[[], None]) -> None:
        """Stretch a passphrase elsewhere, then go on here."""
        self._set_busy(True)
        self.context.background.run(work, lambda _none: self._on_worked(then), self._on_failed, self._task)

    def show_refused(self, refused: Refused) -> None:
        """Findings at their fields, the rest under the form."""
        at: dict[str, str] = {FieldRef.DESK_PASSPHRASE: FieldRef.PERSON_PASSPHRASE}
        found = [Finding(one.code, at.get(one.subject, one.subject), one.figures) for one in refused.findings]
        left = self.form.show(found)
        self.note.setText("\n".join(self.context.words.finding(one) for one in left))
        self.form.focus(found[0].subject)

    def passphrase(self, values: dict[str, Any]) -> str:
        """The new passphrase, typed twice alike. Raises `Refused` (passphrase_differs)."""
        if values["passphrase"] != values["again"]:
            raise Refused(Finding("passphrase_differs", FieldRef.PERSON_AGAIN))
        return str(values["passphrase"])

    def _on_worked(self, then: Callable[[], None]) -> None:
        self._set_busy(False)
        try:
            then()
        except Refused as refused:
            self.show_refused(refused)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Refused):
            raise error
        self.show_refused(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy.set_busy(busy)
        self.button.setEnabled(not busy)
