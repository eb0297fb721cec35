"""The sheets at the left of the application: the papers at once, printing and the bank's reply when they are first turned to."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage
from ui.pages.application.bank_reply import BankReplyCard
from ui.pages.application.print_sheet import PrintSheet
from ui.widgets.parts import Card, button
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.reading_order import enter
from workstation.casework.case_file import CaseFile

if TYPE_CHECKING:
    from workstation.casework.printed import PrintRecord

S = TypeVar("S", PrintSheet, BankReplyCard)


class SheetPage(CasePage):
    """One of the sheets ``papers``, ``print`` and ``reply`` is in sight. Asking for one of the last two makes it."""

    papers: Card

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self._task = task = TaskProgress()
        self._records: Sequence[PrintRecord] = ()
        self._stack = PageStack()
        names = {"papers": self.tr("P&apers"), "print": self.tr("Pri&nt"), "reply": self.tr("&Reply")}
        self.switches = {name: self._switch(name, text) for name, text in names.items()}
        session.closed.connect(task.forget)
        self.destroyed.connect(lambda: task.forget())

    def _switch(self, name: str, text: str) -> QPushButton:
        made = button(text, "segment", partial(self.show_sheet, name))
        made.setCheckable(True)
        return made

    @property
    @abstractmethod
    def bank_shown(self) -> str:
        """The bank to which the papers go."""

    @abstractmethod
    def print_shown(self) -> None:
        """Send what is shown to the printer."""

    @abstractmethod
    def ask_system(self) -> None:
        """Ask the system's own dialog how to print."""

    @cached_property
    def printing(self) -> PrintSheet:
        """The order to a printer, and what was printed."""
        made = self._placed(PrintSheet(self.context, self._task))
        made.print_requested.connect(self.print_shown)
        made.dialog_requested.connect(self.ask_system)
        made.show_records(self._records)
        if self._file is not None:
            made.zone = self.file.zone
        return made

    @cached_property
    def reply(self) -> BankReplyCard:
        """What the bank answered."""
        made = self._placed(BankReplyCard(self.session, self.context))
        made.edited.connect(self.edited)
        if self._file is not None:
            made.load(self.file, self.bank_shown)
        return made

    def _placed(self, sheet: S) -> S:
        self._stack.addWidget(sheet)
        return sheet

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    def load_sheets(self, file: CaseFile) -> None:
        """Show the case on those that were made."""
        if self._made("printing"):
            self.printing.zone = file.zone
        if self._made("reply"):
            self.reply.load(file, self.bank_shown)

    def show_records(self, records: Sequence[PrintRecord]) -> None:
        """The printings of the case, the latest last."""
        self._records = records
        if self._made("printing"):
            self.printing.show_records(records)

    def show_sheet(self, name: str) -> None:
        """Turn to a sheet: ``papers``, ``print`` or ``reply``; the cursor goes into its first empty field."""
        sheet: QWidget = self.papers if name == "papers" else self.printing if name == "print" else self.reply
        self._stack.setCurrentWidget(sheet)
        for other, switch in self.switches.items():
            switch.setChecked(other == name)
        enter(self._stack, sheet)

    @property
    def sheet(self) -> str:
        """The sheet that is open."""
        return next(name for name, switch in self.switches.items() if switch.isChecked())

    @property
    def modified(self) -> bool:
        return self._made("reply") and self.reply.modified

    def primary(self) -> QPushButton | None:
        if self.sheet == "print":
            return self.printing.print_button
        return self.reply.button if self.sheet == "reply" else None
