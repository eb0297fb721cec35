"""The registers of the desk, one tab each; what is shown is written out as a workbook or CSV."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.pages.registers.coming_part import ComingPart
from ui.pages.registers.names import register_names
from ui.pages.registers.oral_part import OralPart
from ui.pages.registers.part import RegisterPart
from ui.pages.registers.rates_part import RatesPart
from ui.pages.registers.report_parts import BucketsPart, MovementsPart, PacketsPart
from ui.pages.registers.retention_part import RetentionPart
from ui.pages.registers.reviews_part import ReviewsPart
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, column, icon_button, label
from ui.widgets.room.flow import flow
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.tab_row import TabRow
from workstation.errors import Refused

if TYPE_CHECKING:
    from ui.desk_session import Changes

_AFTER_MS: Final = 400

_PARTS: Final[Mapping[str, type[RegisterPart]]] = {
    "coming": ComingPart,
    "oral": OralPart,
    "rates": RatesPart,
    "reviews": ReviewsPart,
    "retention": RetentionPart,
    "buckets": BucketsPart,
    "movements": MovementsPart,
    "packets": PacketsPart,
}


class RegistersPage(QWidget):
    """``opened`` carries the id of a case, ``closed`` leads back. Only the open register is read, when it is shown or changed."""

    closed = Signal()
    opened: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self.parts: dict[str, RegisterPart] = {}
        """Those that were turned to, by name."""
        self.export_button = button(self.tr("&Export…"), on_click=self.ask)
        self.tabs: dict[str, QPushButton] = {}
        self._stack = PageStack()
        for key, name in register_names().items():
            tab = self.tabs[key] = button(name, "tab", partial(self.turn_to, key))
            tab.setCheckable(True)
        back = icon_button(context.theme, "back", self.tr("Back to cases (Ctrl+0)"), self.closed.emit)
        head = flow(back, label(self.tr("Registers and reports"), "title"), -1, self.export_button, gap=12)
        body = column(head, TabRow(tuple(self.tabs.values()), gap=8), self._stack, gap=8, margins=20)
        body.setStretch(2, 1)
        self.setLayout(body)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._reload)
        session.changed.connect(self._on_session_changed)
        session.day_changed.connect(self._reload)
        session.closed.connect(self._timer.stop)
        context.privacy.changed.connect(self._on_privacy_changed)
        self._show("coming")

    def _on_privacy_changed(self, _hidden: bool) -> None:
        self.part.show_lines()

    @property
    def part(self) -> RegisterPart:
        """The open register."""
        return self.parts[self.name]

    @property
    def name(self) -> str:
        """Which register is open."""
        return next(name for name, part in self.parts.items() if part is self._stack.currentWidget())

    def turn_to(self, name: str) -> None:
        """Open a register or report by its name, and read it."""
        self._show(name)
        self.part.load()
        self.part.entry().setFocus()

    def ask(self) -> None:
        """Ask where to, and write what is shown."""
        folder = Path(self._context.preferences.export_folder)
        today = self._session.desk.clock.today().isoformat()
        kinds = "XLSX (*.xlsx);;PDF (*.pdf);;CSV (*.csv)"
        proposal = str(folder / f"{self.name}-{today}.xlsx")
        target = self._context.files.target(self, self.tr("Export the register"), proposal, kinds)
        if target is None:
            return
        from workstation.actions.keep.register_tables import write_listing

        try:
            write_listing(self._session.desk, target, self.part.table(), self.part.wording)
        except Refused as refused:
            self._context.notices.show_message("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self._context.preferences.export_folder = str(target.parent)
        self._context.notices.tell_written(self.tr("Exported: {file}").format(file=target), target)

    def run_main_action(self) -> None:
        """Write it out."""
        self.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.turn_to(self.name)

    def _show(self, name: str) -> None:
        if name not in self.parts:
            part = self.parts[name] = _PARTS[name](self._session, self._context)
            part.opened.connect(self.opened)
            self._stack.addWidget(part)
        self._stack.setCurrentWidget(self.parts[name])
        for key, tab in self.tabs.items():
            tab.setChecked(key == name)

    @unasked
    def _reload(self) -> None:
        if self.isVisible():
            self.part.load()

    def _on_session_changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self._timer.start()
