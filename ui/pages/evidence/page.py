"""Evidence: the checklist with its states, the document itself, and what was read off it and checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import button_of
from ui.edits.walk import undo_of_last
from ui.pages.evidence.checklist import typed_at
from ui.pages.evidence.intake_page import IntakePage
from ui.pages.evidence.statement.reader import StatementReader
from ui.widgets.parts import row
from ui.widgets.scrolled import Folding
from workstation.actions.evidence import items, mappings
from workstation.actions.evidence.credit_reports import REQUIREMENT
from workstation.actions.evidence.statements import IncomeRead, StatementRead
from workstation.casework.contradictions import unexplained_findings
from workstation.casework.file_checks import is_done, next_to_check
from workstation.casework.offered_facts import Period
from workstation.dates import add_days
from workstation.errors import Finding
from workstation.evidence.checklist import ChecklistLine
from workstation.evidence.verification import EvidenceItem
from workstation.received.ofd.package import PAGED

if TYPE_CHECKING:
    from ui.pages.evidence.mapping_panel import MappingPanel
    from ui.pages.evidence.sources_sheet import SourcesSheet
    from ui.pages.evidence.statement.sheet import StatementSheet
    from workstation.casework.case_file import CaseFile
    from workstation.evidence.statements.hand_mapping import KeptMapping


class EvidencePage(IntakePage):
    """Three columns: what is asked, the proof, the checks. Files come by button, by dropping, or from the clipboard."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self._wanted = self._period_of = ""
        self._periods = StatementReader(session, context)
        self._lay_out()
        self.checklist.picked.connect(self._on_line_picked)
        self.preview.item_picked.connect(self._on_item_picked)
        self.preview.withdraw_requested.connect(self.withdraw)
        self.panel.edited.connect(self.edited)
        self._connect_statement()
        self.panel.checks.recorded.connect(self._on_check_recorded)
        self.connect_intake()

    def _lay_out(self) -> None:
        self._proofs = Folding(self.checklist, self.preview, self.panel, stretches=(0, 1, 0))
        self.stack.addWidget(self._proofs)
        self.setLayout(row(self.stack))

    def show_entry(self, item: EvidenceItem) -> None:
        self.checklist.choose(item.requirement)
        self._item_id = item.id  # of several under one entry this one; another entry begins with its last
        self.stack.setCurrentWidget(self._proofs)
        self._show_line(self.checklist.line)
        self.panel.start_facts()

    def show_next(self) -> bool:
        item = next_to_check(self.file, self._item_id)
        if item is None:
            return False
        self.show_entry(item)
        return True

    def _on_check_recorded(self) -> None:
        """On to the next file to check, unless something about this one is still to be done."""
        line, item = self.checklist.line, self._item
        if line is None or item is None or not is_done(self.file, line.requirement, item):
            return
        if not self.show_next():
            self.context.notices.show_message(self.tr("No further file waits for a check."))

    def cover_number(self) -> None:
        """Draw where the number of the shown copy stands."""
        line, item = self.checklist.line, self._item
        if line is not None and item is not None and not self.context.privacy.hidden:
            self.panel.keep_facts()
            title = self.context.words.titled(line.requirement.title, line.requirement.code)
            self.stack.setCurrentWidget(self.covering)
            self.covering.load(item, title)

    def open_sources(self, step: int = 0) -> None:
        """Confirm figures on the shown proof, or on the one so many after it; the first of the case where none is shown."""
        if not self.context.privacy.hidden and (item := self.sources.open(self.file, self._item_id, step)) is not None:
            self.checklist.choose(item.requirement)
            self._on_item_picked(item)
            self.stack.setCurrentWidget(self.sources)

    @property
    def _item(self) -> EvidenceItem | None:
        line = self.checklist.line
        return next((one for one in line.items if one.id == self._item_id), None) if line else None

    def _connect_statement(self) -> None:
        self.preview.cover_requested.connect(self.cover_number)
        self.checklist.sources_requested.connect(self.open_sources)
        self.preview.statement_requested.connect(self.open_statement)
        self.preview.reader.arrived.connect(self._on_statement_arrived)
        self.preview.reader.arrived.connect(self._on_period_read)
        self._periods.arrived.connect(self._on_period_read)
        self.preview.reader.income_arrived.connect(self._on_income_arrived)
        self.checklist.consistency_requested.connect(self.open_consistency)
        self.checklist.request_paper_requested.connect(
            partial(self.field_requested.emit, "application.paper.evidence-request")
        )
        self.preview.mapping_requested.connect(lambda: self.preview.reader.ask_tables(self._item_id))
        self.preview.reader.tables_arrived.connect(self._on_tables_arrived)
        self.preview.statement.recognition.kept.connect(self._on_recognised)

    def begin_statement(self, sheet: StatementSheet) -> None:
        sheet.recognition.kept.connect(self._on_recognised)
        sheet.income_requested.connect(lambda: self.preview.reader.ask_income(self.file))

    def begin_sources(self, sheet: SourcesSheet) -> None:
        sheet.next_requested.connect(partial(self.open_sources, 1))

    def begin_mapping(self, sheet: MappingPanel) -> None:
        sheet.kept.connect(self._on_mapping_kept)

    def open_statement(self) -> None:
        """Show the statement or credit report in the chosen file over the whole page; it is read first where nobody has."""
        if self._item_id and not self.context.privacy.hidden:
            if self._code == REQUIREMENT:
                self.stack.setCurrentWidget(self.credit_report)
                self.credit_report.ask(self._item_id)
                return
            self._wanted = self._item_id
            self.preview.reader.ask(self._item_id)

    def _on_recognised(self) -> None:
        self.preview.read_again()
        if self.shows("sheet"):
            self.open_statement()

    def _on_period_read(self, read: StatementRead) -> None:
        one = read.statement
        if one.from_on is not None and one.to_on is not None and not one.monthly:
            period = Period(one.from_on, add_days(one.to_on, 1), one.period_printed)
            self.panel.facts.offer_period(read.item.id, period)

    def _on_statement_arrived(self, read: StatementRead) -> None:
        if read.item.id == self._wanted:
            self.sheet.load(read)
            self.stack.setCurrentWidget(self.sheet)
            self.sheet.rows.text.setFocus()

    def _on_tables_arrived(self, tables: mappings.FileTables) -> None:
        item = self._item
        if item is not None:
            self.mapping.load(tables, mappings.proposal(tables), file_name=item.file_name)
            self.stack.setCurrentWidget(self.mapping)

    def open_consistency(self) -> None:
        """Show what is stated differently; the statements are read for it in the background."""
        self.consistency.load(self.file, ())
        self.stack.setCurrentWidget(self.consistency)
        self.preview.reader.ask_income(self.file)

    def _on_income_arrived(self, read: IncomeRead) -> None:
        if self.has("sheet"):
            self.sheet.load_income(read)
        if self.shows("consistency"):
            self.consistency.load(self.file, (*read.overcommitment, *read.picture.findings))

    def _on_mapping_kept(self, _kept: KeptMapping) -> None:
        self.close_statement()
        self.preview.read_again()

    def close_statement(self) -> None:
        """Back to the evidence."""
        self._wanted = ""
        if self.has("covering"):
            self.covering.drop()
        if self.has("sources"):
            self.sources.drop()
        self.stack.setCurrentWidget(self._proofs)
        self.checklist.table.setFocus()

    def fill(self, file: CaseFile) -> None:
        self._item_id, begin = (self._item_id, "") if self._code else typed_at(self.session, self.file)
        self.checklist.load(self.file, begin)
        self.checklist.show_files(len(self.file.live_items), len(self.file.unassigned))
        self.checklist.show_contradictions(len(unexplained_findings(self.file)))
        if self.shows("consistency"):
            self.open_consistency()
        elif self.shows("sources"):
            self.sources.refresh(self.file)
        elif self.shows("files"):
            self.files.load(self.file)
        elif self.shows("covering"):
            self.covering.refresh()
        self._show_line(self.checklist.line)

    def _on_line_picked(self, line: ChecklistLine | None) -> None:
        if line is None or line.requirement.code == self._code:
            return
        code = line.requirement.code
        self.panel.keep_facts()
        self.checklist.choose(code)
        self._item_id = self._wanted = ""
        self._show_line(self.checklist.line)

    def _show_line(self, line: ChecklistLine | None) -> None:
        items = line.items if line else ()
        self._code = line.requirement.code if line else ""
        item = next((one for one in items if one.id == self._item_id), items[-1] if items else None)
        self._item_id = item.id if item else ""
        self.preview.load(line, item)
        self.panel.load(self.file, line, item)
        self._ask_period(line, item)

    def _ask_period(self, line: ChecklistLine | None, item: EvidenceItem | None) -> None:
        """Of a statement on pages what it covers is read for its facts; a table is read anyway when it is shown."""
        if line is None or item is None or not line.requirement.covers_months or item.covers_from is not None:
            return
        if item.media_type in PAGED and item.id != self._period_of:
            self._period_of = item.id
            self._periods.ask(item.id)

    def _on_item_picked(self, item: EvidenceItem | None) -> None:
        if item is not None:
            self.panel.keep_facts()
            self._item_id = item.id
        self._show_line(self.checklist.line)

    def withdraw(self) -> None:
        """Take the shown proof off the checklist, with undo."""
        if not (item_id := self._item_id):
            return
        self.session.run(items.withdraw, item_id)
        self.context.notices.show_message(
            self.tr("File removed; the original stays in the vault."),
            self.tr("Undo"),
            undo_of_last(self.session, self.context, self.file),
        )

    @property
    def modified(self) -> bool:
        answered = self.has("consistency") and self.consistency.answer.modified
        return self.panel.modified or answered or self.preview.intake.running

    @property
    def running(self) -> bool:
        return self.preview.intake.running

    def save(self) -> bool:
        """Save the facts; files still being imported go on record when they are in."""
        return self.panel.save()

    def walk(self, *, back: bool) -> bool:
        return self.shows("covering") and self.covering.walk(back=back)

    def focus_field(self, view: str) -> bool:
        self.close_statement()
        area, _, code = view.partition(".")
        if area == "consistency":
            self.open_consistency()
            return True
        if area == "evidence":
            self.checklist.choose(code)
            return True
        return self.panel.focus_field(view)

    def primary(self) -> QPushButton | None:
        if self.shows("sources"):
            return self.sources.confirm_button
        if self.shows("files"):
            return self.files.primary()
        if not self.shows_proofs:
            return button_of(self.stack.currentWidget())
        return self.panel.primary() if self._item_id else self.preview.add_button

    def show_message(self, findings: tuple[Finding, ...]) -> None:
        self.preview.show_message(findings)

    def cover(self, hidden: bool) -> None:
        self.preview.cover(hidden)
        self.preview.intake.cover()
        self.show_told()
        if hidden and any(map(self.shows, ("covering", "unlocking", "sources"))):
            self.close_statement()
        self.cover_sheets(hidden)
