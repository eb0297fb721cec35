"""Forms of banks for one case: filled and shown, their fields said once, and new ones imported. Three sheets of one page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage
from ui.pages.application.export import PDF, write_paper
from ui.pages.bank_forms.fill import FillSheet
from ui.pages.bank_forms.mapping import MappingSheet
from ui.pages.bank_forms.new import NewFormSheet
from ui.widgets.parts import column
from ui.widgets.room.page_stack import PageStack
from workstation.actions.printing import outgoing
from workstation.actions.printing.outgoing import OutgoingPaper
from workstation.casework.print_order import PrintOrder, order_findings
from workstation.errors import Damaged, Refused, refuse_if

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile


class BankFormsPage(CasePage):
    """``fill`` shows the filled form; ``mapping`` and ``new`` lie over it until they are closed."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.filled = FillSheet(session, context)
        self.mapping = MappingSheet(session, context)
        self.new = NewFormSheet(session, context)
        self._stack = PageStack()
        for sheet in (self.filled, self.mapping, self.new):
            self._stack.addWidget(sheet)
        self.setLayout(column(self._stack))
        self._connect()

    def _connect(self) -> None:
        self.filled.field_requested.connect(self.field_requested)
        self.filled.mapping_requested.connect(self.open_mapping)
        self.filled.import_requested.connect(self.open_new)
        self.filled.export_requested.connect(self.export_pdf)
        self.filled.print_requested.connect(self.print_form)
        self.mapping.closed.connect(self.close_sheet)
        self.mapping.saved.connect(self.filled.offer)
        self.mapping.edited.connect(self.edited)
        self.mapping.reading.read.connect(self._on_mapping_read)  # after the sheet itself, which shows it
        self.mapping.reading.failed.connect(self._on_mapping_failed)
        self.new.closed.connect(self.close_sheet)
        self.new.kept.connect(self._on_new_kept)

    def fill(self, file: CaseFile) -> None:
        self.filled.load(self.file)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._file is not None:
            self.filled.refresh()

    def open_mapping(self, form_id: str) -> None:
        """Show what goes into the fields of a form."""
        try:
            self.mapping.reading.begin(form_id, str(self.filled.bank.raw()))
        except (Refused, Damaged) as error:
            self._show_text(error)

    def _on_mapping_read(self) -> None:
        self._stack.setCurrentWidget(self.mapping)
        if self.isVisible():
            self.mapping.table.setFocus()

    def _on_mapping_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused | Damaged):
            raise error
        self._show_text(error)

    def open_new(self) -> None:
        """Import a form."""
        self.new.begin(self.file.banks, str(self.filled.bank.raw()))
        self._stack.setCurrentWidget(self.new)
        self.new.file_button.setFocus()

    def close_sheet(self) -> None:
        """Back to the filled form; rules not kept yet are kept first, or wait as a draft when they cannot be."""
        if self._stack.currentWidget() is self.mapping and self.mapping.modified:
            self.mapping.save()
        self._stack.setCurrentWidget(self.filled)
        self.filled.refresh()
        self.filled.table.setFocus()

    def _on_new_kept(self, form_id: str) -> None:
        self.filled.offer(form_id)
        self.open_mapping(form_id)

    @property
    def sheet(self) -> object:
        """The sheet that is open."""
        return self._stack.currentWidget()

    def export_pdf(self) -> None:
        """Write the form as it is shown: final, or with its DRAFT mark while something is missing."""
        made = self.filled.made
        if made is None:
            return
        mark = f"-{self.tr('draft')}" if made.draft else ""
        name = f"{self.file.case.number}-{self.filled.bank.raw()}-{made.source.title}{mark}.pdf"
        write_paper(self, name, PDF, self.filled.leave, self._show_text)

    def print_form(self) -> None:
        """Through the system's print dialog to the printer; the mark is made when it was taken. Only a final form is printed."""
        made = self.filled.made
        if made is None:
            return
        try:
            refuse_if(made.closed)
        except Refused as refused:
            self._show_text(refused)
            return
        names = self.context.printing.names()
        leaving = outgoing.outgoing_form(self.file, made)
        order = self.context.printing.ask(self, PrintOrder(next(iter(names), "")), leaving.pages)
        if order is None:
            return
        try:
            refuse_if(order_findings(order, leaving.kind, leaving.pages))
        except Refused as refused:
            self._show_text(refused)
            return
        sent = partial(self._on_sent, leaving, order)
        send = self.session.hand_over(self.context.printing.send, order, leaving)
        self.context.background.run(send, sent, self._on_send_failed)

    def _on_sent(self, leaving: OutgoingPaper, order: PrintOrder, _nothing: None) -> None:
        if self.attempt(partial(self.session.record_print, leaving, order), self.show_message) is None:
            return
        self.context.notices.show_message(self.tr("Sent to printer: {paper}").format(paper=leaving.title))

    def _on_send_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused | Damaged):
            raise error
        self._show_text(error)

    def _show_text(self, error: Refused | Damaged) -> None:
        if isinstance(error, Damaged):
            self.context.notices.show_message(str(error))
        else:
            self.show_message(error.findings)

    def run_command(self, command: str) -> None:
        """Do a command of the menus that concerns this page."""
        {"print": self.print_form, "export_pdf": self.export_pdf}[command]()

    @property
    def modified(self) -> bool:
        return self._stack.currentWidget() is self.mapping and self.mapping.modified

    def save(self) -> bool:
        return self.mapping.save() if self.modified else True

    def focus_field(self, field_ref: str) -> bool:
        return field_ref.partition(".")[0] == "bank_form"

    def cover(self, hidden: bool) -> None:
        self.filled.cover(hidden)

    def primary(self) -> QPushButton | None:
        sheet = self._stack.currentWidget()
        if sheet is self.new:
            return self.new.keep_button
        if sheet is self.mapping:
            return self.mapping.save_button if self.mapping.save_button.isVisible() else self.mapping.copy_button
        return self.filled.export_button
