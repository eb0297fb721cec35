"""One case: who it is and what is owed, its pages in the order of the method, and what the open stage still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.edits.autosave import Autosave
from ui.edits.saved_sign import SavedSign
from ui.look.wording import amount, masked_name
from ui.page import CasePage
from ui.read_only import close_to_typing
from ui.shell.case_pages import NAMED_BY_PAPERS, OUTSIDE, PAGE_OF_STAGE, PAGES, PageSupply, page_of
from ui.shell.contact_strip import ContactStrip
from ui.shell.gate_line import GateLine
from ui.shell.head.fact_line import fact_line
from ui.shell.page_bar import PageBar
from ui.shell.page_views import page_views
from ui.typed_signal import TypedSignal, signal
from ui.widgets.masked_label import MaskedLabel
from ui.widgets.parts import Elided, column, icon_button, in_role, label, row
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.reading_order import bring
from workstation.actions import cases
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_now
from workstation.errors import Refused, StorageFailed
from workstation.profile.case import Stage

if TYPE_CHECKING:
    from ui.desk_session import Changes

_LEAST_GATE: Final = 330
"""Pixels beside the tabs in which one thing that is missing can be said."""


class CaseView(QWidget):
    """Loads the case whenever it changes and hands it to the pages that were opened."""

    closed = Signal()
    outside_requested: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self.session, self._context = session, context
        self._case_id = ""
        self._file: CaseFile | None = None
        self.pages: dict[str, CasePage] = {}
        self._page = ""
        self.name = MaskedLabel(context.privacy, masked_name, "title")
        self.facts = Elided("", "quiet")
        self.owed = label("", "hero")
        self.strip = ContactStrip(session, context)
        self.bar = PageBar(context.theme, self._names())
        self.gate = GateLine(context, session.drafts)
        self._stack = PageStack()
        self.supply = PageSupply(self._stack, session, context, self)
        self.autosave = Autosave(session, self, self._open_page)
        self.saved = SavedSign(context, self.autosave)
        self._lay_out()
        self.saved.field_requested.connect(self._on_unsaved_requested)
        self.bar.page_requested.connect(self.turn_to)
        self.gate.stage_requested.connect(self._on_stage_requested)
        self.gate.field_requested.connect(self.go_to)
        self.gate.advance_requested.connect(self.advance)
        self.gate.reopen_requested.connect(self.reopen)
        session.changed.connect(self._on_session_changed)
        session.day_changed.connect(self._read_again)
        context.privacy.changed.connect(self._on_privacy_changed)
        session.drafts.changed.connect(self._show_tabs)
        self.supply.rest(self.pages)

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to cases (Ctrl+0)"), self.closed.emit)
        caption = label(self.tr("Total owed"), "label")
        owed = column(caption, self.owed, gap=0)
        for shown in (caption, self.owed):
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.name.first()
        first = row(self.name, self.strip, gap=12)
        first.setStretch(1, 1)
        second = row(self.facts, self.saved, gap=12)
        second.setStretch(0, 1)
        head = row(back, column(first, second, gap=0), owed, gap=8)
        head.setStretch(1, 1)
        self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._steps.setSpacing(4)
        self._steps.addWidget(self.bar)
        self._steps.addWidget(self.gate, 1)
        line = in_role(QFrame(), "line")
        body = column(head, column(self._steps, line, gap=0), self._stack, gap=6)
        body.setContentsMargins(20, 6, 20, 12)
        body.setStretch(2, 1)
        self.setLayout(body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is missing stands beside the pages, or under them where that is too narrow for both."""
        super().resizeEvent(event)
        narrow = self.width() - 40 < self.bar.whole_width + _LEAST_GATE
        ways = QBoxLayout.Direction
        self._steps.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _names(self) -> dict[str, str]:
        return {
            "profile": self.tr("Profile"), "conversation": self.tr("Conversation"), "evidence": self.tr("Evidence"),
            "plan": self.tr("Plan"), "application": self.tr("Application"), "bank_forms": self.tr("Bank forms"),
            "keep": self.tr("Keep"),
        }  # fmt: skip

    @property
    def tabs(self) -> dict[str, QPushButton]:
        """The tabs of the pages, by page."""
        return self.bar.of_page

    @property
    def tab(self) -> str:
        """The page that is open."""
        return self._page

    def _open_page(self) -> CasePage | None:
        return self.pages.get(self._page)

    def _on_unsaved_requested(self, field_ref: str) -> None:
        page = self._open_page()
        if page is not None and not page.focus_error():
            page.focus_field(field_ref)

    @property
    def file(self) -> CaseFile:
        """The open case."""
        if self._file is None:
            raise RuntimeError("no case is open")
        return self._file

    def open(self, case_id: str) -> None:
        """Show another case, on the page of its stage; one that cannot be read is refused, and the one before stays."""
        file = self.session.read(cases.load_case, case_id)
        if case_id != self._case_id:
            self._drop_pages()
            self.autosave.begin()
        self._case_id = self.gate.case_id = case_id
        self._show_file(file)
        self.turn_to(PAGE_OF_STAGE[file.case.stage])

    def _drop_pages(self) -> None:
        self.session.drafts.flush()
        for page in self.pages.values():
            self.supply.take_back(page)
        self.pages.clear()
        self._page = ""

    def _read(self) -> None:
        self._show_file(self.session.read(cases.load_case, self._case_id))

    def _show_file(self, file: CaseFile) -> None:
        self._file = file
        self._show_head()
        for page in self.pages.values():
            page.load(self.file)

    def turn_to(self, page: str) -> None:
        """Open a page; what was typed on the one before is saved or kept there, and a cursor that was in it goes along."""
        if self._page and self._page != page:
            self.pages[self._page].leave()
        if page not in self.pages:
            made = self.pages[page] = self.supply.give(page)
            made.field_requested.connect(self.go_to)
            made.edited.connect(self._show_tabs)
            made.edited.connect(self.autosave.note)
            made.load(self.file)
            close_to_typing(made, self.session)
            made.cover(self._context.privacy.hidden)
            self._stack.take(made)
        last = self.pages[page].focusWidget()
        self._page = page
        self._stack.setCurrentWidget(self.pages[page])
        self._show_tabs()
        if self.isVisible():
            bring(self.pages[page], last, self.pages[page].take_cursor)

    def go_to(self, field_ref: str) -> None:
        """Lead to the field of a finding; what belongs to no case lies outside."""
        if field_ref.partition(".")[0] in OUTSIDE:
            self.outside_requested.emit(field_ref)
            return
        page = page_of(field_ref)
        self.turn_to(page)
        self.pages[page].focus_field(field_ref)

    def leave(self) -> bool:
        """Save every page as far as it can be saved; True when nothing typed is left. The rest waits as drafts."""
        saved = [page.leave() for page in self.pages.values()].count(False) == 0
        self.session.drafts.flush()
        if not saved:
            self._context.notices.show_message(
                self.tr("What cannot be saved yet is kept as a draft; you will find it where you typed it.")
            )
        return saved

    def advance(self) -> None:
        """Go to the next stage when its gate is open; what is missing is shown in the gate line anyway."""
        self.leave()
        try:
            stage = self.session.run(cases.advance, self._case_id, self.file.case.stage)
        except Refused as refused:
            self.session.look()
            self.gate.show_missing(self.file.case.stage, refused.findings, self.file.case.stage)
            return
        self.turn_to(PAGE_OF_STAGE[stage])

    def reopen(self, stage: Stage, reason: str) -> None:
        """Go back to an earlier stage; nothing that was gathered is lost."""
        self.session.run(cases.reopen, self._case_id, stage, reason)
        self.turn_to(PAGE_OF_STAGE[stage])

    def run_command(self, command: str) -> None:
        """Do a command of the menus that concerns the open case."""
        if command.startswith("page_"):
            self.turn_to(PAGES[int(command[-1]) - 1])
        elif command == "save":
            self.pages[self._page].save()
            self.autosave.note()
        elif command == "advance":
            self.advance()
        elif command == "primary":
            self._click_primary()
        else:
            self._paper(command)

    def _click_primary(self) -> None:
        pressed = self.pages[self._page].primary()
        if pressed is None:
            self.run_command("save")
        elif pressed.isEnabled():
            pressed.click()

    def _paper(self, command: str) -> None:
        from ui.pages.application.page import ApplicationPage

        open_page = self.pages[self._page]
        if self._page == "bank_forms" and command in ("print", "export_pdf"):
            open_page.run_command(command)
            return
        self.leave()
        self.turn_to("application")
        page = self.pages["application"]
        if isinstance(page, ApplicationPage):
            page.run_command(command)

    def _show_head(self) -> None:
        file = self.file
        self.name.set_plain(file.debtor.name)
        self.owed.setText("  ".join(amount(money) for money in owed_now(file)) or amount(None))
        self.facts.set_text(fact_line(file, self.session, self._context))
        self.strip.load(file)
        self._show_stages()

    def _show_stages(self) -> None:
        now = self.file.case.stage
        missing = {stage: gates.missing(self.file, stage) for stage in Stage if stage <= now}
        self.bar.show_views(page_views(self.file, missing, self._context.words, self._context.privacy.text))
        self.gate.show_missing(now, missing[now], now)

    def _on_stage_requested(self, stage: Stage) -> None:
        self.turn_to(PAGE_OF_STAGE[stage])
        self.gate.show_missing(stage, gates.missing(self.file, stage), self.file.case.stage)

    def _show_tabs(self) -> None:
        held = self.session.drafts.holds
        typed = {name for name in PAGES if held(self._case_id, f"{name}/")}
        self.bar.show_open(self._page, typed | {name for name, page in self.pages.items() if page.modified})
        self.supply.rest(self.pages)

    def _on_privacy_changed(self, _hidden: bool) -> None:
        if self._case_id:
            self._show_head()

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.kinds & NAMED_BY_PAPERS or changes.concerns(self._case_id):
            self._read_again()

    @unasked
    def _read_again(self) -> None:
        """Another state, or another day: what is due and overdue must not go on as of yesterday. What was typed stays."""
        if not self._case_id:
            return
        try:
            self._read()
        except StorageFailed:
            raise
        except Refused:  # its import was undone elsewhere; what was typed stays to be read
            self._context.notices.show_message(self.tr("This case was removed by somebody else."))
            return
        self._show_tabs()
