"""The application: every paper picked, looked at, exported and printed, a draft until every gate is open; and the bank's reply."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.application.card_corners import PaperStage
from ui.pages.application.display import PaperDisplay, WantedPaper
from ui.pages.application.export import CSV, PDF, XLSX, draft_maker, write_paper, write_table
from ui.pages.application.filing_note import FilingNote, offer_addressees
from ui.pages.application.paper_list import PaperList
from ui.pages.application.sayings import PaperSayings
from ui.pages.application.sheet_page import SheetPage
from ui.pages.application.wording_reason import WordingReason
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import Card, button, column, in_role, label
from ui.widgets.room.flow import Flow, flow
from ui.widgets.scrolled import beside
from workstation.actions.printing.outgoing import OutgoingPaper
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.print_order import PrintOrder, order_findings
from workstation.errors import Damaged, Finding, Refused, refuse_if

_PAPER = "paper."  # application.paper.<kind> leads to a paper, application.<bank> to the reply of a bank


class ApplicationPage(SheetPage):
    """Sheets on the left (papers, printing, the bank's reply), the paper itself on the right."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.bank = ChoiceEdit({}, empty=None)
        self.bank.setAccessibleName(self.tr("Bank"))
        self.filing = FilingNote(context.words)
        self.list = PaperList(context, session.drafts)
        self.display = PaperDisplay(session, context, self._task, self)
        self.stage = PaperStage(session, context, self.display.preview)
        self.wording = WordingReason(session, context, self.display)
        self.note = label("", "finding", wrap=True)
        self.export_button = button(self.tr("&Export (PDF)"), "primary", self.export_pdf)
        self.export_button.setToolTip("Ctrl+E")
        self.draft_button = button(self.tr("Draf&t"), on_click=self.export_draft)
        self.draft_button.setToolTip(self.tr("Export the packet with a DRAFT watermark"))
        self.workbook_button = button(self.tr("E&xcel"), on_click=self.export_xlsx)
        self.workbook_button.setToolTip(self.tr("Export the workbook (Ctrl+Shift+E)"))
        self.papers = self._papers_card()
        self._lay_out()
        self._connect()
        self.show_sheet("papers")

    def _papers_card(self) -> Card:
        outs = Flow(8, 6).line((self.export_button, 1), (self.draft_button, 0), (self.workbook_button, 0))
        card = Card(self.list, self.wording, PaperSayings(self, self.display, self.stage), outs, gap=8, padding=12)
        card.body.setStretch(0, 1)
        return card

    def _lay_out(self) -> None:
        self._stack.addWidget(self.papers)
        self.note.setFixedHeight(36)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        left.setObjectName("plain")
        switches = flow(*self.switches.values(), gap=8)
        sides = column(self.bank, self.filing, switches, self._stack, self.display.busy, self.note, gap=8)
        sides.setStretch(3, 1)
        left.setLayout(sides)
        self.setLayout(beside(left, self.stage, side=336, stretches=(0, 1)))

    def _connect(self) -> None:
        self.bank.edited.connect(self._on_bank_edited)
        self.list.picked.connect(self._on_list_picked)
        self.list.field_requested.connect(self.field_requested)
        self.display.notice_changed.connect(self._show_note)
        self.display.records_changed.connect(self.show_records)
        self.display.leaving_changed.connect(lambda leaving: self.export_button.setEnabled(not leaving))

    def fill(self, file: CaseFile) -> None:
        offer_addressees(self.bank, self.file)
        self.filing.load(self.file)
        self.bank.setPlaceholderText(self.tr("No account yet"))
        self._show_bank()

    def _show_bank(self) -> None:
        self.bank.setToolTip(self.bank_shown)
        self.list.load(self.file, self.bank_shown, self.findings)
        self.load_sheets(self.file)
        for made in (self.workbook_button, self.draft_button):
            made.setEnabled(bool(self.file.accounts))
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._file is not None:
            self._refresh()

    @property
    def bank_shown(self) -> str:
        return str(self.bank.raw())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What forbids a final packet for the bank that is chosen."""
        return gates.final_packet_findings(self.file, self.bank_shown)

    def _refresh(self) -> None:
        if (line := self.list.line) is None:
            return
        try:
            day = self.list.day()
        except Refused as refused:
            self.list.show_message(refused)
            return
        name, plan = self.list.name_of(line), self.list.plan_id()
        self.display.show(WantedPaper(self.file, self.bank_shown, line.kind, name, day, plan))

    def _show_text(self, error: Refused | Damaged) -> None:
        self._show_note(self.display.sentences(error), "✕ ", "finding")

    def _show_note(self, sentences: list[str], mark: str, role: str) -> None:
        more = self.tr(" And {count} more.").format(count=len(sentences) - 1) if sentences[1:] else ""
        self.note.setText(mark + sentences[0] + more if sentences else "")
        self.note.setToolTip("\n".join(sentences))
        in_role(self.note, role)

    def _hush(self) -> None:
        self._show_note([], "", "finding")

    def export_pdf(self) -> None:
        """Write what is shown: the final packet, a version that left before, or a single paper."""
        self._hush()
        try:
            self.display.refuse_closed()
        except Refused as refused:
            self._show_text(refused)
            return
        write_paper(self, self.display.name(), PDF, self.display.leave_as_file, self._show_text)

    def export_draft(self) -> None:
        """Write the packet with its DRAFT mark; not a paper for the bank."""
        name = f"{self.file.case.number}-{self.bank_shown}-{self.tr('draft')}.pdf"
        write_paper(self, name, PDF, draft_maker(self, self.bank_shown, self._task), self._show_text)

    def export_xlsx(self) -> None:
        """Write the workbook of the case."""
        self._hush()
        write_table(self, self._task, XLSX, lambda source: source.build(), self._show_text)

    def export_csv(self) -> None:
        """Write the schedules of the chosen plans as a table for other programs."""
        self._hush()
        write_table(self, self._task, CSV, lambda source: source.table("schedule"), self._show_text)

    def begin_print(self) -> None:
        """Turn to the printing sheet with the cursor on its button, so that Enter prints; a closed gate is said at once."""
        self.show_sheet("print")
        self._hush()
        try:
            self.display.refuse_closed()
        except Refused as refused:
            self._show_text(refused)
            return
        self.printing.print_button.setFocus()

    def print_shown(self) -> None:
        """Send what is shown to the printer; the mark is made when it was taken."""
        self._hush()
        try:
            order = self.printing.form.order()
            pages = self.display.pages or 9999  # of a paper still being written: it is judged again when it is
            refuse_if(order_findings(order, self.display.kind, pages))
        except Refused as error:
            self._refuse_print(error)
            return
        self.printing.set_busy(True)
        self.display.leave(partial(self._send, order), self._on_send_failed)

    def _send(self, order: PrintOrder, leaving: OutgoingPaper) -> None:
        try:
            refuse_if(order_findings(order, leaving.kind, leaving.pages))
        except Refused as refused:
            self._on_send_failed(refused)
            return
        send = self.session.hand_over(self.context.printing.send, order, leaving)
        self.context.background.run(send, partial(self._on_sent, order, leaving), self._on_send_failed, self._task)

    def _on_sent(self, order: PrintOrder, leaving: OutgoingPaper, _nothing: None) -> None:
        self.printing.set_busy(False)
        record = self.attempt(partial(self.session.record_print, leaving, order), self.show_message)
        if record is not None:
            text = self.tr("Sent to printer: {paper}").format(paper=self.printing.record_text(record))
            self.context.notices.show_message(text)

    def _on_send_failed(self, error: Exception) -> None:
        self.printing.set_busy(False)
        if not isinstance(error, Refused | Damaged):
            raise error
        self._refuse_print(error)

    def _refuse_print(self, error: Refused | Damaged) -> None:
        self._show_text(error)
        if isinstance(error, Refused):
            self.printing.set_text([one for one in error.findings if one.subject.startswith("print.")])

    def ask_system(self) -> None:
        try:
            order = self.printing.form.order()
        except Refused:
            return
        if (changed := self.context.printing.ask(self, order, self.display.pages)) is not None:
            self.printing.take_order(changed)
            self.print_shown()

    def run_command(self, command: str) -> None:
        """Do a command of the menus."""
        commands = {
            "print": self.begin_print, "export_pdf": self.export_pdf,
            "export_xlsx": self.export_xlsx, "export_csv": self.export_csv,
        }  # fmt: skip
        commands[command]()

    def _on_bank_edited(self) -> None:
        self._hush()
        self._show_bank()

    def _on_list_picked(self) -> None:
        self._hush()
        self._refresh()

    def cover(self, hidden: bool) -> None:
        self.display.preview.cover(hidden)

    def focus_field(self, field_ref: str) -> bool:
        area, _, bank = field_ref.partition(".")
        if area != "application":
            return False
        if bank.startswith(_PAPER):
            self.show_sheet("papers")
            self.list.choose(bank.removeprefix(_PAPER))
            self.list.table.setFocus()
            return True
        if bank in self.file.addressees:
            self.bank.load(bank)
            self._on_bank_edited()
        self.show_sheet("reply")
        self.reply.start()
        return True

    def primary(self) -> QPushButton | None:
        return super().primary() or self.export_button
