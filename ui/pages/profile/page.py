"""The profile: person, accounts and budget of a debtor, each a section of its own that saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QStackedWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage
from ui.pages.profile.accounts import AccountsSection
from ui.pages.profile.budget import BudgetSection
from ui.pages.profile.person import PersonSection
from ui.widgets.parts import button, column, row

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class ProfilePage(CasePage):
    """Three sections behind three buttons; a section with typing that cannot be saved keeps it and stays marked."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.person = PersonSection(session, context)
        self.accounts = AccountsSection(session, context)
        self.budget = BudgetSection(session, context)
        self.sections: dict[str, CasePage] = {
            "person": self.person, "accounts": self.accounts, "budget": self.budget,
        }  # fmt: skip
        names = {
            "person": self.tr("&1 Person"), "accounts": self.tr("&2 Accounts"), "budget": self.tr("&3 Budget"),
        }  # fmt: skip
        self.switches = {name: self._switch(name, text) for name, text in names.items()}
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self._stack.addWidget(section)
            section.edited.connect(self.edited)
            section.field_requested.connect(self.field_requested)
        body = column(row(*self.switches.values(), -1, gap=8), self._stack, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.show_section("person")

    def _switch(self, name: str, text: str) -> QPushButton:
        made = button(text, "segment", lambda: self.show_section(name))
        made.setCheckable(True)
        made.setMinimumWidth(108)
        return made

    def show_section(self, name: str) -> None:
        """Turn to a section; the one before saves itself."""
        before = self._stack.currentWidget()
        if isinstance(before, CasePage) and before is not self.sections[name] and before.modified:
            before.save()
        self._stack.setCurrentWidget(self.sections[name])
        for other, switch in self.switches.items():
            switch.setChecked(other == name)

    def fill(self, file: CaseFile) -> None:
        for section in self.sections.values():
            section.load(self.file)

    @property
    def modified(self) -> bool:
        return any(section.modified for section in self.sections.values())

    def save(self) -> bool:
        for name, section in self.sections.items():
            if section.modified and not section.save():
                self.show_section(name)
                return False
        return True

    def focus_field(self, field_ref: str) -> bool:
        for name, section in self.sections.items():
            if section.focus_field(field_ref):
                self.show_section(name)
                return section.focus_field(field_ref)
        return False

    def primary(self) -> QPushButton | None:
        current = self._stack.currentWidget()
        return current.primary() if isinstance(current, CasePage) else None
