"""The people of a desk: who works here as what, and what a supervisor, or each for themselves, can change about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.wording import day
from ui.pages.settings.people_forms import AddForm, LeaveForm, OwnForm, ResetForm, RolesForm
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, column, label
from ui.widgets.room.flow import flow
from ui.widgets.room.page_stack import PageStack
from workstation.actions.people import Person, people

if TYPE_CHECKING:
    from ui.desk_session import Changes


class PeopleCard(Card):
    """A list, and under it one form at a time. ``left`` when the person signed in has taken themselves off,
    ``passphrase_changed`` when they have a new passphrase.
    """

    left = Signal()
    passphrase_changed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        words = context.words
        self.table: Table[Person] = Table(
            [
                ColumnSpec(self.tr("Name"), lambda one: one.user.name),
                ColumnSpec(
                    self.tr("Roles"),
                    lambda one: words.listed([words.label("user_role", r) for r in one.user.roles]),
                    124,
                ),
                ColumnSpec(self.tr("Joined"), lambda one: day(one.user.joined_on), 84, whole=True),
                ColumnSpec(
                    self.tr("Left"), lambda one: day(one.user.left_on) if one.user.left_on else "", 84, whole=True
                ),
                ColumnSpec(self.tr("Passphrase"), self._passphrase_words, 84),
            ],
            line=30,
            empty=self.tr("The people of this desk are listed here."),
        )
        self.table.setAccessibleName(self.tr("People of this desk"))
        self.table.setMinimumHeight(180)
        self.table.picked.connect(lambda _one: self._on_picked())
        self.signed_in = label("", "quiet", wrap=True)
        self.forms = {
            "add": AddForm(session, context),
            "roles": RolesForm(session, context),
            "reset": ResetForm(session, context),
            "leave": LeaveForm(session, context),
            "own": OwnForm(session, context),
        }
        self.buttons = self._buttons()
        self._stack = PageStack()
        self._nothing = QWidget()
        self._stack.addWidget(self._nothing)
        for form in self.forms.values():
            self._stack.addWidget(form)
            form.done.connect(self._on_done)
            form.cancelled.connect(self.put_away)
        self.forms["own"].done.connect(lambda _message: self.passphrase_changed.emit())
        self._stack.hide()
        supervising = flow(*(self.buttons[name] for name in ("add", "roles", "reset", "leave")), -1, gap=8)
        self.body.addLayout(flow(caption(self.tr("People")), -1, self.buttons["own"]))
        self.body.addWidget(self.signed_in)
        self.body.addWidget(self.table)
        self.body.addLayout(supervising)
        self.body.addLayout(column(self._stack))
        session.changed.connect(self._on_session_changed)
        self.load()

    def _buttons(self) -> dict[str, QPushButton]:
        names = {
            "add": self.tr("Add person…"), "roles": self.tr("Change roles…"), "reset": self.tr("New passphrase…"),
            "leave": self.tr("Has left…"), "own": self.tr("Change my passphrase…"),
        }  # fmt: skip
        return {name: button(text, on_click=partial(self.open, name)) for name, text in names.items()}

    def load(self) -> None:
        """Show who is on record."""
        desk, words = self._session.desk, self._context.words
        chosen = self.table.current()
        found = self._session.read(people)
        self.table.show_rows(found)
        at = next((no for no, one in enumerate(found) if chosen and one.user.id == chosen.user.id), -1)
        if at >= 0:
            self.table.selectRow(at)
        roles = words.listed([words.label("user_role", role) for role in desk.user.roles])
        self.signed_in.setText(self.tr("Signed in: {name} ({roles})").format(name=desk.agent, roles=roles))
        self._allow()

    def open(self, name: str) -> None:
        """Show one form for the person picked."""
        form = self.forms[name]
        form.load(self.table.current())
        self._stack.setCurrentWidget(form)
        self._stack.show()
        form.start()

    def put_away(self) -> None:
        """Show no form."""
        for form in self.forms.values():
            form.load(None)
        self._stack.setCurrentWidget(self._nothing)
        self._stack.hide()

    def _on_done(self, message: str) -> None:
        self.put_away()
        self.load()
        if message:
            self._context.notices.show_message(message)
        if self._session.desk.user.left_on:
            self.left.emit()

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if "User" in changes.kinds:
            self.load()

    def _on_picked(self) -> None:
        """A form that was opened for somebody else goes."""
        self._allow()
        picked = self.table.current()
        about = next((form.person for form in self.forms.values() if form is self._stack.currentWidget()), None)
        if about is not None and (picked is None or picked.user.id != about.user.id):
            self.put_away()

    def _allow(self) -> None:
        """A supervisor looks after the others; each changes their own passphrase. Whoever opened the desk by its recovery key knows
        none, and may give out new ones.
        """
        recovered = self._session.desk.recovered
        user, picked = self._session.desk.user, self.table.current()
        here = picked is not None and not picked.user.left_on
        for name in ("add", "roles", "reset", "leave"):
            self.buttons[name].setVisible(user.supervises or (name == "reset" and recovered))
            self.buttons[name].setEnabled(name == "add" or here)
        mine = picked is not None and picked.user.id == user.id
        self.buttons["reset"].setEnabled(here and (recovered or not mine))
        self.buttons["own"].setEnabled(self._session.desk.keys is not None and not recovered)

    def _passphrase_words(self, one: Person) -> str:
        if one.user.left_on:
            return ""
        if not one.opens:
            return self.tr("none yet")
        return self.tr("one-time") if one.user.one_time else self.tr("own")
