"""The profile: person, accounts and budget of a debtor, each a section of its own that saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import QPushButton

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage
from ui.pages.profile.accounts import AccountsSection
from ui.pages.profile.budget import BudgetSection
from ui.pages.profile.person import PersonSection
from ui.pages.profile.statement import StatementSection
from ui.read_only import close_to_typing
from ui.widgets.parts import button, column, row
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.reading_order import bring

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.errors import Finding

S = TypeVar("S", bound=CasePage)
SECTIONS: Final = ("person", "accounts", "budget", "statement")


class ProfilePage(CasePage):
    """Sections behind buttons, one only where a pack's papers ask for it; typing that cannot be saved is kept and marked."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self._made: dict[str, CasePage] = {}
        names = {
            "person": self.tr("&1 Person"), "accounts": self.tr("&2 Accounts"), "budget": self.tr("&3 Budget"),
            "statement": self.tr("&4 Assets"),
        }  # fmt: skip
        self.switches = {name: self._switch(name, text) for name, text in names.items()}
        self._stack = PageStack()
        body = column(row(*self.switches.values(), -1, gap=8), self._stack, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.show_section("person")

    @property
    def person(self) -> PersonSection:
        """Who the debtor is."""
        return self._section("person", PersonSection)

    @property
    def accounts(self) -> AccountsSection:
        """What is owed."""
        return self._section("accounts", AccountsSection)

    @property
    def budget(self) -> BudgetSection:
        """What comes in and goes out each month."""
        return self._section("budget", BudgetSection)

    @property
    def statement(self) -> StatementSection:
        """What a statement of assets and income tells beside the budget."""
        return self._section("statement", StatementSection)

    def section(self, name: str) -> CasePage:
        """A section by its name in `SECTIONS`; made when first asked for, with the case that is open."""
        made: CasePage = getattr(self, name)
        return made

    def _section(self, name: str, kind: type[S]) -> S:
        known = self._made.get(name)
        if isinstance(known, kind):
            return known
        self._made[name] = made = kind(self.session, self.context)
        made.edited.connect(self.edited)
        made.field_requested.connect(self.field_requested)
        if self._file is not None:
            made.load(self._file)
            made.cover(self.context.privacy.hidden)
        close_to_typing(made, self.session)
        self._stack.addWidget(made)
        return made

    def _switch(self, name: str, text: str) -> QPushButton:
        made = button(text, "segment", lambda: self.show_section(name))
        made.setCheckable(True)
        made.setMinimumWidth(108)
        return made

    def show_section(self, name: str) -> None:
        """Turn to a section; the one before saves itself."""
        last, before = self.section(name).focusWidget(), self._stack.currentWidget()
        if isinstance(before, CasePage) and before is not self.section(name) and before.modified:
            before.save()
        self._stack.setCurrentWidget(self.section(name))
        for other, switch in self.switches.items():
            switch.setChecked(other == name)
        if self.isVisible():
            bring(self.section(name), last)

    def fill(self, file: CaseFile) -> None:
        wanted = "statement" in file.pack.filing.papers
        self.switches["statement"].setVisible(wanted)
        if not wanted and self._stack.currentWidget() is self._made.get("statement"):
            self.show_section("person")
        for section in self._made.values():
            section.load(self.file)

    @property
    def modified(self) -> bool:
        return any(section.modified for section in self._made.values())

    @property
    def unsaved(self) -> bool:
        return any(section.unsaved for section in self._made.values())

    def autosave(self) -> tuple[Finding, ...]:
        waiting = [section for section in self._made.values() if section.unsaved]
        return tuple(finding for section in waiting for finding in section.autosave())

    def save(self) -> bool:
        for name, section in self._made.items():
            if section.modified and not section.save():
                self.show_section(name)
                return False
        return True

    def focus_field(self, field_ref: str) -> bool:
        for name in SECTIONS:
            if self.section(name).focus_field(field_ref):
                self.show_section(name)
                return self.section(name).focus_field(field_ref)
        return False

    def primary(self) -> QPushButton | None:
        current = self._stack.currentWidget()
        return current.primary() if isinstance(current, CasePage) else None
