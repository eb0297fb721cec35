"""Contacts of one case: who may be called and why not, what was agreed, complaints, and what makes the person vulnerable."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.wording import masked_name
from ui.pages.contacts.complaint_part import ComplaintPart
from ui.pages.contacts.number_part import NumberPart
from ui.pages.contacts.vulnerability_part import VulnerabilityPart
from ui.widgets.masked_label import MaskedLabel
from ui.widgets.parts import button, column, icon_button, label
from ui.widgets.room.flow import flow
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.tab_row import TabRow
from workstation.actions import cases
from workstation.errors import Refused, StorageFailed

if TYPE_CHECKING:
    from ui.desk_session import Changes

_TICK_MS = 5_000


class ContactsPage(QWidget):
    """One case at a time, as `load` was told; ``closed`` leads back to it."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._case_id = session, ""
        self.name = MaskedLabel(context.privacy, masked_name, "section")
        self.number = label("", "quiet")
        self.parts: dict[str, NumberPart | ComplaintPart | VulnerabilityPart] = {
            "numbers": NumberPart(session, context),
            "complaints": ComplaintPart(session, context),
            "vulnerability": VulnerabilityPart(session, context),
        }
        names = {
            "numbers": self.tr("Numbers and terms"),
            "complaints": self.tr("Complaints"),
            "vulnerability": self.tr("Vulnerability"),
        }
        self.tabs: dict[str, QPushButton] = {}
        self._stack = PageStack()
        for key, part in self.parts.items():
            self.tabs[key] = button(names[key], "tab", partial(self.open, key))
            self.tabs[key].setCheckable(True)
            self._stack.addWidget(part)
        back = icon_button(context.theme, "back", self.tr("Back to the case"), self.closed.emit)
        head = flow(back, label(self.tr("Contacts"), "title"), self.name, self.number, gap=12)
        head.setStretch(2, 1)
        body = column(head, TabRow(tuple(self.tabs.values()), gap=8), self._stack, gap=8)
        body.setContentsMargins(20, 8, 20, 12)
        body.setStretch(2, 1)
        self.setLayout(body)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.numbers.refresh)
        session.changed.connect(self._on_session_changed)
        session.day_changed.connect(self._load_again)
        context.privacy.changed.connect(self._on_privacy_changed)
        self.open("numbers")

    def _on_privacy_changed(self, _hidden: bool) -> None:
        self._load_again()

    @property
    def numbers(self) -> NumberPart:
        """The part with the numbers."""
        part = self.parts["numbers"]
        assert isinstance(part, NumberPart)
        return part

    def load(self, case_id: str) -> None:
        """Show a case."""
        self._case_id = case_id
        file = self._session.read(cases.load_case, case_id)
        self.name.set_plain(file.debtor.name)
        self.number.setText(file.case.number)
        for part in self.parts.values():
            part.load(file)

    def open(self, part: str) -> None:
        """Turn to ``numbers``, ``complaints`` or ``vulnerability``."""
        for key, tab in self.tabs.items():
            tab.setChecked(key == part)
        self._stack.setCurrentWidget(self.parts[part])

    def run_main_action(self) -> None:
        """What the open part is for: record what was typed into it."""
        for key, tab in self.tabs.items():
            if tab.isChecked():
                self.parts[key].add()

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.concerns(self._case_id):
            self._load_again()

    @unasked
    def _load_again(self) -> None:
        """Another state, another day, or covered: what was said of it is said anew."""
        try:
            if self._case_id:
                self.load(self._case_id)
        except StorageFailed:
            raise
        except Refused:  # removed by somebody else
            self._case_id = ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
