"""How banks and the desk itself are reached: told once here, named by every paper that must name it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.form import Form
from ui.saving import save_form
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, Elided, button, column, label, row
from ui.widgets.scrolled import beside
from workstation.actions.banks import bank_contacts
from workstation.actions.settings import save_settings
from workstation.casework.settings import DeskSettings
from workstation.errors import Finding, Refused
from workstation.profile.bank import BankContact

if TYPE_CHECKING:
    from ui.desk_session import Changes

_FACTS: Final = ("phone", "query", "repay", "object_to", "address")
_SAID: Final = ("query", "repay", "object_to")
"""What a letter prints as it was typed."""
_NEEDED: Final = ("phone", "query", "repay", "object_to")
"""What a letter must name; the address is only printed when it is known."""


@dataclass(frozen=True, slots=True)
class BankLine:
    """One bank with the number of facts that letters still miss."""

    contact: BankContact
    missing: int


class BanksPage(QWidget):
    """The list on the left, the facts of the chosen bank beside it, those of the desk below. Leaving saves."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self.table: Table[BankLine] = Table(
            [ColumnSpec(self.tr("Bank"), lambda line: line.contact.bank), ColumnSpec("", self._state, 84)],
            line=30,
            empty=self.tr("No banks yet. A bank is listed here with its first account."),
        )
        self.table.setAccessibleName(self.tr("Banks"))
        self.form = Form("bank", context.words, self._fields(), context.privacy, session.drafts, "banks")
        self.desk_form = Form(
            "desk",
            context.words,
            (
                Field("phone", self.tr("Desk &phone"), TextEdit()),
                Field("address", self.tr("Desk add&ress"), TextEdit()),
            ),
            context.privacy,
            session.drafts,
            "banks",
        )
        self.name = Elided("", "section")
        self.note = label("", "finding", wrap=True)
        self.save_button = button(self.tr("Save"), "primary", self.save)
        self._bank = ""
        self._lay_out()
        self.table.picked.connect(self._on_bank_picked)
        session.changed.connect(self._on_session_changed)
        self.load()

    def _fields(self) -> tuple[Field, ...]:
        words = self._context.words
        return tuple(Field(fact, words.label("fact", fact), TextEdit(free=fact in _SAID)) for fact in _FACTS)

    def _lay_out(self) -> None:
        hint = label(
            self.tr(
                "Banks of all cases. Letters, consents and agreements quote the details recorded here; nothing is"
                " made up."
            ),
            "hint",
            wrap=True,
        )
        listed = Card(caption(self.tr("Banks")), hint, self.table, gap=8)
        listed.body.setStretch(2, 1)
        facts = Card(self.name, *self.form.fields.values(), self.form.conflicts, gap=8)
        desk = Card(
            caption(self.tr("This desk, as named on its papers")),
            *self.desk_form.fields.values(),
            self.desk_form.conflicts,
            gap=8,
        )
        side = column(facts, desk, self.note, row(-1, self.save_button), -1)
        body = beside(listed, side)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        page = column(label(self.tr("Banks"), "title"), body, margins=20)
        page.setStretch(1, 1)
        self.setLayout(page)

    def load(self) -> None:
        """Show every bank that an account or the desk knows."""
        lines = [BankLine(one, _missing(one)) for one in self._session.read(bank_contacts.all_banks)]
        self.table.show_rows(lines, lambda line: line.contact.bank == self._bank)
        if self.table.current() is None and lines:
            self.table.selectRow(0)
        settings = self._session.desk.settings
        self.desk_form.about("")
        self.desk_form.load({"phone": settings.phone, "address": settings.address}, settings)
        shown = self.table.current()
        if not self.form.modified or shown is None or shown.contact.bank != self._bank:
            self._show_chosen()

    def _refresh(self) -> None:
        """Take in what others stored while something is being typed here."""
        settings = self._session.desk.settings
        self.desk_form.refresh({"phone": settings.phone, "address": settings.address}, settings)
        for known in self._session.read(bank_contacts.all_banks):
            if known.bank == self._bank:
                self.form.refresh({fact: getattr(known, fact) for fact in _FACTS}, known)

    def _state(self, line: BankLine) -> str:
        return self.tr("{count} missing").format(count=line.missing) if line.missing else self.tr("Complete")

    def _show_chosen(self) -> None:
        line = self.table.current()
        self._bank = line.contact.bank if line else ""
        self.form.about("", self._bank)
        self.name.set_text(self._bank or self.tr("No banks yet: add an account to a case first."))
        known = line.contact if line else BankContact("")
        self.form.load({fact: getattr(known, fact) for fact in _FACTS}, known)
        for field in self.form.fields.values():
            field.setEnabled(line is not None)

    def _on_bank_picked(self) -> None:
        line = self.table.current()
        if line is None or line.contact.bank == self._bank:
            return
        chosen = line.contact.bank
        if self.form.modified:
            self.save()
        self.table.select(lambda one: one.contact.bank == chosen)
        self._show_chosen()

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if changes.kinds & {"Account", "BankContact", "DeskSettings"}:
            (self._refresh if self.modified else self.load)()

    @property
    def modified(self) -> bool:
        """Whether something typed is not yet kept."""
        return self.form.modified or self.desk_form.modified

    def leave(self) -> bool:
        """Save before another page opens; True when nothing is left to save."""
        return not self.modified or self.save()

    def save(self) -> bool:
        """Keep what was typed, of the bank and of the desk."""
        self.note.setText("")
        try:
            self.form.draft(), self.desk_form.draft()
        except Refused as refused:
            self._show_text(refused.findings)
            return False
        for form, act in ((self.form, self._save_bank), (self.desk_form, self._save_desk)):
            if form.modified:
                if not save_form(self._session, form, act, self._show_text):
                    return False
                form.accept()
        self.load()
        self._context.notices.show_message(self.tr("Saved."))
        return True

    def _save_bank(self) -> None:
        if self._bank:
            told = BankContact(self._bank, **self.form.draft())
            self._session.run(bank_contacts.save_bank_contact, told, self.form.base)

    def _save_desk(self) -> None:
        base: DeskSettings = self.desk_form.base
        self._session.run(save_settings, replace(base, **self.desk_form.draft()), base)

    def _show_text(self, findings: tuple[Finding, ...]) -> None:
        left = self.desk_form.show(self.form.show(findings))
        self.note.setText(" ".join(self._context.words.finding(finding) for finding in left))

    def focus_field(self, field_ref: str) -> bool:
        """Put the cursor where a finding points: ``bank.phone.招商银行`` or ``desk.phone``."""
        area, _, rest = field_ref.partition(".")
        if area == "bank":
            fact, _, bank = rest.partition(".")
            self.table.select(lambda line: line.contact.bank == bank)
            self._show_chosen()
            return self.form.focus(f"bank.{fact}")
        return self.desk_form.focus(field_ref)


def _missing(contact: BankContact) -> int:
    return sum(not getattr(contact, fact).strip() for fact in _NEEDED)
