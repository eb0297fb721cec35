"""Evidence: the checklist with its states, the proof itself, and what was read off it and checked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ui.desk import DeskSession
from ui.kit import Kit
from ui.page import CasePage
from ui.pages.checklist import ChecklistCard
from ui.pages.item_panel import ItemPanel
from ui.pages.preview import PreviewCard
from ui.pages.statement_sheet import StatementSheet
from ui.widgets.parts import row
from workstation.actions import evidence
from workstation.actions.statements import StatementRead
from workstation.errors import Finding
from workstation.evidence.checklist import ChecklistLine
from workstation.evidence.verification import EvidenceItem


class EvidencePage(CasePage):
    """Three columns: what is asked, the proof, the checks. Files come by button, by dropping, or from the clipboard."""

    def __init__(self, session: DeskSession, kit: Kit) -> None:
        super().__init__(session, kit)
        self.checklist = ChecklistCard(kit)
        self.preview = PreviewCard(session, kit)
        self.panel = ItemPanel(session, kit)
        self._item_id = self._code = ""
        self.sheet = StatementSheet(kit)
        self._wanted = ""
        self._lay_out()
        self.checklist.picked.connect(self._on_line_picked)
        self.preview.item_picked.connect(self._on_item_picked)
        self.preview.files_given.connect(self.add_files)
        self.preview.add_asked.connect(self.choose_file)
        self.preview.withdraw_asked.connect(self.withdraw)
        self.panel.edited.connect(self.edited)
        self._connect_statement()
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.preview)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.preview.paste)

    def _lay_out(self) -> None:
        desk = row(self.checklist, self.preview, self.panel)
        desk.setStretch(1, 1)
        self._proofs = QWidget()
        self._proofs.setLayout(desk)
        self.places = QStackedWidget()
        for place in (self._proofs, self.sheet):
            self.places.addWidget(place)
        self.setLayout(row(self.places))

    def _connect_statement(self) -> None:
        self.preview.statement_asked.connect(self.open_statement)
        self.preview.reader.arrived.connect(self._on_statement_arrived)
        self.preview.reader.income_arrived.connect(self.sheet.load_income)
        self.sheet.closed.connect(self.close_statement)
        self.sheet.income_asked.connect(lambda: self.preview.reader.ask_income(self.file))

    def open_statement(self) -> None:
        """Show the statement of the chosen file over the whole page; it is read first when nobody has done so."""
        if self._item_id and not self.kit.privacy.hidden:
            self._wanted = self._item_id
            self.preview.reader.ask(self._item_id)

    def _on_statement_arrived(self, read: StatementRead) -> None:
        if read.item.id == self._wanted:
            self.sheet.load(read)
            self.places.setCurrentWidget(self.sheet)
            self.sheet.rows.text.setFocus()

    def close_statement(self) -> None:
        """Back to the proofs."""
        self._wanted = ""
        self.places.setCurrentWidget(self._proofs)
        self.checklist.table.setFocus()

    def fill(self, file: object) -> None:
        self.checklist.load(self.file)
        self._show_line(self.checklist.line)

    def _on_line_picked(self, line: object) -> None:
        if not isinstance(line, ChecklistLine) or line.requirement.code == self._code:
            return
        if not self.panel.save():
            self.checklist.choose(self._code)
            return
        self._item_id = self._wanted = ""
        self._show_line(self.checklist.line)

    def _show_line(self, line: ChecklistLine | None) -> None:
        items = line.items if line else ()
        self._code = line.requirement.code if line else ""
        item = next((one for one in items if one.id == self._item_id), items[-1] if items else None)
        self._item_id = item.id if item else ""
        self.preview.load(line, item)
        self.panel.load(self.file, line, item)

    def _on_item_picked(self, item: object) -> None:
        if isinstance(item, EvidenceItem) and self.panel.save():
            self._item_id = item.id
        self._show_line(self.checklist.line)

    def choose_file(self) -> None:
        """Ask for a file and take it in."""
        kinds = self.tr("Proofs") + " (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.csv *.xlsx *.xls)"
        chosen = self.kit.files.existing(self, self.tr("Add a proof"), kinds)
        if chosen is not None:
            self.add_files([chosen])

    def add_files(self, paths: object) -> None:
        """Take files in as proof of the chosen requirement; one that cannot be read is named and the others go on."""
        line = self.checklist.line
        if line is None or not isinstance(paths, list):
            return
        if not self.panel.save():
            return
        found: list[Finding] = []
        for path in paths:
            item = self.attempt(partial(self._add, line, Path(path)), found.extend)
            if item is not None:
                self._item_id = item.id
                found += self.session.read(evidence.twins, item)
        self.fill(self.file)
        self.panel.start_facts()
        self.preview.tell(tuple(found))

    def _add(self, line: ChecklistLine, path: Path) -> EvidenceItem:
        return self.session.run(evidence.add_file, self.file.case.id, line.requirement.code, path)

    def withdraw(self) -> None:
        """Take the shown proof off the checklist, with a way back."""
        item_id = self._item_id
        if not item_id:
            return
        self.session.run(evidence.withdraw, item_id)
        self.kit.notices.tell(
            self.tr("The proof was taken off; it stays in the vault."),
            self.tr("Undo"),
            lambda: self.session.run(evidence.withdraw, item_id, False),
        )

    @property
    def modified(self) -> bool:
        return self.panel.modified

    def save(self) -> bool:
        return self.panel.save()

    def focus_place(self, place: str) -> bool:
        self.close_statement()
        area, _, code = place.partition(".")
        if area == "evidence":
            self.checklist.choose(code)
            return True
        return self.panel.focus_place(place)

    def primary(self) -> QPushButton | None:
        return self.panel.primary() if self._item_id else self.preview.add_button

    def tell(self, findings: tuple[Finding, ...]) -> None:
        self.preview.tell(findings)

    def cover(self, hidden: object) -> None:
        self.preview.cover(bool(hidden))
        self.sheet.cover(bool(hidden))
