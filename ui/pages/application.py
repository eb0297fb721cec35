"""The application to a bank: what still forbids it, the papers as they will be printed, and the ways out of the desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from ui.desk import DeskSession
from ui.form import caption
from ui.kit import Kit
from ui.page import CasePage
from ui.pages.bank_reply import BankReplyCard
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import Card, Chip, button, clear, column, label, row
from ui.widgets.pdf_view import PdfView
from ui.wording import moment
from workstation.actions import exports, papers
from workstation.casework import gates
from workstation.errors import Damaged, Finding, Refused


class ApplicationPage(CasePage):
    """The preview bears DRAFT until every gate is open; nothing final leaves before. Papers are built when they are looked at."""

    def __init__(self, session: DeskSession, kit: Kit) -> None:
        super().__init__(session, kit)
        self._stale = True
        self.bank = ChoiceEdit({}, empty=None)
        self.bank.setAccessibleName(self.tr("Bank"))
        self.bank.edited.connect(self._on_bank_edited)
        self.standing = Chip()
        self.links: list[QPushButton] = []
        self.view = PdfView(kit.theme)
        self.versions = ChoiceEdit({}, empty=None)
        self.versions.setAccessibleName(self.tr("Which packet is shown"))
        self.versions.edited.connect(self._on_version_picked)
        self.note = label("", "finding", wrap=True)
        self.note.setMinimumHeight(20)
        self.export_button = button(self.tr("Export the packet (PDF)"), "primary", self.export_pdf)
        self.export_button.setToolTip("Ctrl+E")
        self.print_button = button(self.tr("&Print…"), on_click=self.print_packet)
        self.print_button.setToolTip("Ctrl+P")
        self.draft_button = button(self.tr("&Draft"), on_click=self.export_draft)
        self.draft_button.setToolTip(self.tr("Export the packet with its DRAFT mark"))
        self.workbook_button = button(self.tr("E&xcel"), on_click=self.export_xlsx)
        self.workbook_button.setToolTip(self.tr("Export the workbook (Ctrl+Shift+E)"))
        self.reply = BankReplyCard(session, kit)
        self.reply.edited.connect(self.edited)
        self._lay_out()

    def _lay_out(self) -> None:
        place = QWidget()
        place.setObjectName("plain")
        self._list = column(gap=2)
        place.setLayout(self._list)
        area = QScrollArea()
        area.setWidget(place)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = row(caption(self.tr("Application")), -1, self.standing)
        outs = Card(head, self.bank, area, self.note, self.export_button,
                    row(self.print_button, self.draft_button, self.workbook_button, gap=8), gap=8)  # fmt: skip
        outs.body.setStretch(2, 1)
        left = QWidget()
        left.setFixedWidth(336)
        sides = column(outs, self.reply)
        sides.setStretch(0, 1)
        left.setLayout(sides)
        pages = Card(self.versions, self.view, gap=8)
        pages.body.setStretch(1, 1)
        body = row(left, pages)
        body.setStretch(1, 1)
        self.setLayout(body)

    def fill(self, file: object) -> None:
        chosen = str(self.bank.raw())
        self.bank.offer({bank: bank for bank in self.file.banks})
        self.bank.load(chosen if chosen in self.file.banks else next(iter(self.file.banks), ""))
        self._show_standing()
        self.reply.load(self.file, str(self.bank.raw()))
        self._stale = True
        if self.isVisible():
            self._rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rebuild()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What forbids a final packet for the bank that is chosen."""
        return gates.final_packet_findings(self.file, str(self.bank.raw()))

    def _show_standing(self) -> None:
        clear(self._list)
        found = self.findings
        self.standing.say(
            *((self.tr("{count} to do").format(count=len(found)), "warning") if found else (self.tr("Ready"), ""))
        )
        self.links = [self._link(finding) for finding in found]
        for link in self.links:
            self._list.addWidget(link)
        if not found:
            self._list.addWidget(
                label(self.tr("All gates are open. The packet may leave the desk."), "quiet", wrap=True)
            )
        self._list.addStretch()
        for made in (self.workbook_button, self.draft_button):
            made.setEnabled(bool(self.file.accounts))

    def _link(self, finding: Finding) -> QPushButton:
        sentence = self.kit.words.finding(finding)
        link = button("→ " + sentence.replace("&", "&&"), "link", lambda: self.place_asked.emit(finding.subject))
        link.setToolTip(sentence)
        return link

    def _rebuild(self) -> None:
        """Build the preview anew when the case has changed since."""
        if not self._stale or self._file is None:
            return
        self._stale = False
        self._offer_versions()
        if not self.bank.raw():
            self.view.show_bytes(b"")
            self.note.setText(self.tr("Enter an account in the profile first."))
            return
        try:
            made = self.session.read(papers.preview_packet, self.file.case.id, str(self.bank.raw()))
        except (Refused, Damaged) as error:
            self.view.show_bytes(b"")
            self._say(error)
            return
        self.view.show_bytes(made.pdf)

    def _offer_versions(self) -> None:
        """The packet as it stands now, and every one that left the desk for this bank."""
        printed = [
            one for one in self.session.read(papers.printed_packets, self.file.case.id) if one.bank == self.bank.raw()
        ]
        left = {
            one.id: self.tr("Version {number}, {pages} pages, left on {when}").format(
                number=one.version, pages=one.pages, when=moment(one.at)
            )
            for one in reversed(printed)
        }
        self.versions.offer(left, empty=self.tr("As it stands now"))

    def _on_version_picked(self) -> None:
        chosen = str(self.versions.raw())
        if not chosen:
            self._stale = True
            self._rebuild()
            return
        try:
            self.view.show_bytes(self.session.read(papers.reprint, chosen))
        except Damaged as damaged:
            self._say(damaged)

    def _say(self, error: Refused | Damaged) -> None:
        if isinstance(error, Damaged):
            self.note.setText(str(error))
            return
        sentences = [self.kit.words.finding(finding) for finding in error.findings]
        self.note.setText(
            "✕ "
            + sentences[0]
            + (self.tr(" And {count} more.").format(count=len(sentences) - 1) if sentences[1:] else "")
        )
        self.note.setToolTip("\n".join(sentences))

    def _final(self) -> bytes | None:
        """The packet that may leave, recorded; None when a gate is closed, which is said here with its item named."""
        try:
            return self.session.run(papers.packet, self.file.case.id, str(self.bank.raw())).pdf
        except (Refused, Damaged) as error:
            self._say(error)
            return None

    def export_pdf(self) -> None:
        """Write the final packet."""
        self.note.setText("")
        if self.findings:
            self._say(Refused(*self.findings))
            return
        target = self._target(f"{self.file.case.number}-{self.bank.raw()}.pdf", "PDF (*.pdf)")
        if target is not None and (pdf := self._final()) is not None:
            self._write(target, pdf)

    def export_draft(self) -> None:
        """Write the packet with its DRAFT mark; not a paper for the bank."""
        mark = self.tr("draft")
        target = self._target(f"{self.file.case.number}-{self.bank.raw()}-{mark}.pdf", "PDF (*.pdf)")
        if target is None:
            return
        try:
            made = self.session.run(papers.packet, self.file.case.id, str(self.bank.raw()), draft=True)
        except (Refused, Damaged) as error:
            self._say(error)
            return
        self._write(target, made.pdf)

    def export_xlsx(self) -> None:
        """Write the workbook of the case."""
        target = self._target(f"{self.file.case.number}.xlsx", "XLSX (*.xlsx)")
        if target is None:
            return
        source = self.session.read(exports.workbook_source, self.file.case.id)
        self.kit.background.run(source.build, partial(self._write, target), self._on_export_failed)

    def export_csv(self) -> None:
        """Write the schedules of the chosen plans as a table for other programs."""
        self.note.setText("")
        target = self._target(f"{self.file.case.number}.csv", "CSV (*.csv)")
        if target is None:
            return
        source = self.session.read(exports.workbook_source, self.file.case.id)
        work = partial(source.table, "schedule")
        self.kit.background.run(work, partial(self._write, target), self._on_export_failed)

    def _on_export_failed(self, error: Exception) -> None:
        if not isinstance(error, (Refused, Damaged)):
            raise error
        self._say(error)

    def print_packet(self) -> None:
        """Send the final packet through the system's print dialog."""
        self.note.setText("")
        pdf = self._final()
        if pdf is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from ui.widgets.pdf_view import print_document

        self.view.show_bytes(pdf)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFromTo(1, self.view.pages)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            print_document(self.view.document, printer)

    def _target(self, name: str, kinds: str) -> Path | None:
        folder = Path(self.kit.preferences.export_folder or self.kit.home)
        return self.kit.files.target(self, self.tr("Export"), str(folder / name), kinds)

    def _write(self, target: Path, data: bytes) -> None:
        try:
            papers.write_file(target, data)
        except Refused as refused:
            self._say(refused)
            return
        self.kit.preferences.export_folder = str(target.parent)
        self.kit.notices.tell(self.tr("Written: {file}").format(file=target))

    def obey(self, command: str) -> None:
        """Do a command of the menus."""
        commands = {
            "print": self.print_packet,
            "export_pdf": self.export_pdf,
            "export_xlsx": self.export_xlsx,
            "export_csv": self.export_csv,
        }
        commands[command]()

    def _on_bank_edited(self) -> None:
        self._show_standing()
        self.reply.load(self.file, str(self.bank.raw()))
        self.note.setText("")
        self._stale = True
        self._rebuild()

    @property
    def modified(self) -> bool:
        return self.reply.modified

    def focus_place(self, place: str) -> bool:
        area, _, bank = place.partition(".")
        if area != "application":
            return False
        if bank in self.file.banks:
            self.bank.load(bank)
            self._on_bank_edited()
        self.reply.form.focus("reply.by")
        return True

    def primary(self) -> QPushButton | None:
        return self.export_button
