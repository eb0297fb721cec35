"""People around the debtor who may relay a message: a short list, and one line to add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QSize, Signal

from ui.context import UiContext
from ui.edits.own_button import own
from ui.look.wording import NONE
from ui.value_table import ColumnSpec, Table
from ui.widgets.editor_state import put_state, typed_state
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, label, row
from workstation.profile.debtor import Contact

_NARROWEST, _WIDEST = 286, 336


class ContactsCard(Card):
    """A draft of the contacts; it is saved with the person."""

    edited = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self._loaded: tuple[Contact, ...] = ()
        self._contacts: tuple[Contact, ...] = ()
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        marks = {True: "✓", False: NONE}
        self.table: Table[Contact] = Table(
            [
                ColumnSpec(self.tr("Name"), lambda one: one.name, bold=True, private=True),
                ColumnSpec(self.tr("Relation"), lambda one: context.words.label("relation", one.relation), 60),
                ColumnSpec(self.tr("Phone"), lambda one: one.phone or NONE, 106, private=True, keep=(0, 0), whole=True),
                ColumnSpec(self.tr("Consent"), lambda one: self.tr("Stop") if one.stop else marks[one.consent], 56),
            ],
            privacy=context.privacy,
            empty=self.tr("No other people yet. Add below who may be asked to relay a message."),
        )
        self.table.setAccessibleName(self.tr("Contacts"))
        self.name = TextEdit(self.tr("Name"), secret=True)
        self.name.setAccessibleName(self.tr("Contact name"))
        self.relation = ChoiceEdit(context.words.choices("relation"), empty=self.tr("Relation"))
        self.relation.setAccessibleName(self.tr("Relation"))
        self.phone = TextEdit(self.tr("Phone"), secret=True)
        self.phone.setAccessibleName(self.tr("Contact phone"))
        self.consent = CheckEdit(self.tr("Consents"))
        self.stop = CheckEdit(self.tr("Stop contact"))
        self.add_button = button(self.tr("Add"), on_click=self.add)
        self.remove_button = button(self.tr("Remove"), "quiet", self.remove)
        own(self.add_button, self)
        self.body.addWidget(caption(self.tr("Contacts")))
        self.body.addWidget(label(self.tr("May relay messages; must not be told about the debt."), "hint", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.name, self.relation, gap=8))
        self.body.addLayout(row(self.phone, gap=8))
        self.body.addLayout(row(self.consent, self.stop, -1, gap=4))
        self.body.addLayout(row(self.remove_button, -1, self.add_button, gap=8))
        for typed in (self.name, self.phone):
            context.privacy.changed.connect(typed.cover)
            typed.cover(context.privacy.hidden)
        for editor in self._line.values():
            editor.edited.connect(self.edited)
        self.phone.returnPressed.connect(self.add)
        self.name.returnPressed.connect(self.add)

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, super().sizeHint().height())

    def load(self, contacts: Sequence[Contact]) -> None:
        """Show what is stored."""
        self._loaded = self._contacts = tuple(contacts)
        if self._typed() is not None and not self.typing:  # a line without a name is nobody yet and waits
            self._empty_line()
        self._show()

    @property
    def _line(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "relation": self.relation,
            "phone": self.phone,
            "consent": self.consent,
            "stop": self.stop,
        }

    def typed(self) -> dict[str, Any]:
        """The list and the line under it, as typed."""
        typed = {key: typed_state(editor) for key, editor in self._line.items()}
        return {"contacts": [asdict(one) for one in self._contacts], **typed}

    def stored(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Of `typed` what a save takes along: the line under the list is not there any more."""
        return {**state, **dict.fromkeys(("name", "relation", "phone"), ""), "consent": False, "stop": False}

    def put(self, state: Mapping[str, Any]) -> None:
        """Put back what `typed` answered."""
        self._contacts = tuple(Contact(**one) for one in state["contacts"])
        for key, editor in self._line.items():
            put_state(editor, state[key])
        self._show()
        self.edited.emit()

    def draft(self) -> tuple[Contact, ...]:
        """All contacts, one that was typed and left included; while the cursor is in its line it is nobody yet."""
        typed = None if self.typing else self._typed()
        return (*self._contacts, typed) if typed else self._contacts

    @property
    def begun(self) -> bool:
        """Whether a name stands in the line for a new contact."""
        return self._typed() is not None

    @property
    def typing(self) -> bool:
        """Whether the cursor is in the line for a new contact."""
        return any(editor.hasFocus() for editor in self._line.values())

    def take_line(self) -> None:
        """Put the typed contact on the list, wherever the cursor is; without a name it is nobody yet and waits."""
        typed = self._typed()
        if typed is not None:
            self._contacts = (*self._contacts, typed)
            self._empty_line()
            self._show()
            self.edited.emit()

    def add(self) -> None:
        """Put the typed contact on the list."""
        typed = self._typed()
        if typed is None:
            self.name.setFocus()
            return
        self._contacts = (*self._contacts, typed)
        self._empty_line()
        self._show()
        self.name.setFocus()
        self.edited.emit()

    def remove(self) -> None:
        """Take the selected contact off the list, with undo."""
        chosen = self.table.current()
        if chosen is None:
            return
        before = self._contacts
        self._contacts = tuple(one for one in before if one is not chosen)
        self._show()
        self.edited.emit()
        self._context.notices.show_message(self.tr("Contact removed."), self.tr("Undo"), lambda: self._restore(before))

    def _restore(self, contacts: tuple[Contact, ...]) -> None:
        self._contacts = contacts
        self._show()
        self.edited.emit()

    @property
    def started(self) -> bool:
        """Whether something stands in the line for a new contact."""
        return any(typed_state(editor) for editor in self._line.values())

    def _typed(self) -> Contact | None:
        name = self.name.text().strip()
        if not name:
            return None
        relation, phone = str(self.relation.draft()), self.phone.text().strip()
        return Contact(name, relation, phone, self.consent.isChecked(), self.stop.isChecked())

    def _empty_line(self) -> None:
        for editor in self._line.values():
            editor.load(None)

    def _show(self) -> None:
        self.table.show_rows(self._contacts)
