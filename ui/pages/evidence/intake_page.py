"""How files come into a case: for one entry, or many at once, each of which is then proposed to an entry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.evidence.checklist import ChecklistCard
from ui.pages.evidence.dropping import on_paste
from ui.pages.evidence.file_preview import PreviewCard
from ui.pages.evidence.intake import KINDS, Intake, IntakeSource
from ui.pages.evidence.item.panel import ItemPanel
from ui.pages.evidence.remarks import short_named
from ui.pages.evidence.sheet_page import SheetPage
from ui.widgets.room.reading_order import hold
from workstation.actions.evidence import items
from workstation.errors import Finding
from workstation.evidence.verification import EvidenceItem
from workstation.wording import filled

if TYPE_CHECKING:
    from ui.pages.evidence.files.sheet import FilesSheet
    from ui.pages.evidence.unlock_sheet import UnlockSheet


class IntakePage(SheetPage):
    """Files dropped on an entry, or added under it, are its own; all others wait in ``files`` until a person assigns them."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.checklist = ChecklistCard(context)
        self.preview = PreviewCard(session, context)
        self.panel = ItemPanel(session, context)
        self._item_id = self._code = ""
        self._intake_for = self._intake_hint = ""
        self._from_tiles = False
        self._told: tuple[tuple[Finding, ...], tuple[str, ...]] = ((), ())

    def connect_intake(self) -> None:
        """Hear of files from every side."""
        self.preview.files_given.connect(self.add_files)
        self.preview.files_pasted.connect(self.take_in)
        self.preview.add_requested.connect(self.choose_file)
        self.preview.intake.finished.connect(self._on_intake_finished)
        self.checklist.files_requested.connect(self.open_files)
        on_paste(self._proofs, self.preview.paste)
        self.drop_marked.connect(self.preview.mark)

    def begin_unlocking(self, sheet: UnlockSheet) -> None:
        sheet.given.connect(self._on_unlocked)
        sheet.left_out.connect(self.preview.add_message)

    def begin_files(self, sheet: FilesSheet) -> None:
        sheet.add_requested.connect(self.choose_files)
        sheet.opened.connect(self.show_file)
        sheet.sorted_out.connect(self._on_sorted_out)
        on_paste(sheet, self.preview.paste)
        self._say_told(sheet)

    def open_files(self) -> None:
        """Show all files of the case as tiles, at one that waits for its entry where there is one."""
        self.panel.keep_facts()
        fresh = self.file.unassigned
        self.files.load(self.file, fresh[0].id if fresh else self._item_id)
        self._show_files()

    def _show_files(self) -> None:
        self.stack.setCurrentWidget(self.files)
        (self.files.entries if self.file.unassigned else self.files.tiles).setFocus()

    def show_file(self, item_id: str) -> None:
        """Show one file of the case with its entry."""
        item = next((one for one in self.file.live_items if one.id == item_id), None)
        if item is not None:
            self.panel.keep_facts()
            self._item_id = item.id
            self.show_entry(item)

    def show_entry(self, item: EvidenceItem) -> None:
        """Turn to the entry of a file, and to the file."""
        raise NotImplementedError

    def show_next(self) -> bool:
        """Turn to the next file to check, the cursor in the first field that it needs; False where there is none."""
        raise NotImplementedError

    def _on_sorted_out(self) -> None:
        self._item_id = ""  # the first file of the checklist that waits for a check
        if not self.show_next():
            self.files.load(self.file)

    def choose_file(self) -> None:
        """Ask for files and import them for the chosen entry."""
        self.add_files(self._chosen(self.tr("Add evidence")))

    def choose_files(self) -> None:
        """Ask for files of whatever entry."""
        self.take_in(self._chosen(self.tr("Add files of this case")))

    def _chosen(self, title: str) -> Sequence[Path]:
        return self.context.files.several(self, title, f"{self.tr('Evidence')} ({KINDS})")

    def add_files(self, sources: Sequence[IntakeSource]) -> None:
        """Import files as proofs of the chosen requirement; one that cannot be read is named and the others go on."""
        if (line := self.checklist.line) is not None:
            self._begin(sources, line.requirement.code, "")

    def take_in(self, sources: Sequence[IntakeSource]) -> None:
        """Import files whose entry is to be said; a single one is proposed for the entry that is open where nothing else speaks."""
        line = self.checklist.line
        single = len(sources) == 1 and not (isinstance(sources[0], Path) and sources[0].is_dir())
        open_now = self.shows_proofs
        self._begin(sources, "", line.requirement.code if line is not None and single and open_now else "")

    def _on_unlocked(self, sources: Sequence[IntakeSource]) -> None:
        self._begin(sources, self._intake_for, self._intake_hint)

    def _begin(self, sources: Sequence[IntakeSource], code: str, hint: str) -> None:
        intake = self.preview.intake
        if not sources:
            return
        self.panel.keep_facts()
        if intake.running:
            self.context.notices.show_message(self.tr("Files are still being imported; wait for them, or click Stop."))
            return
        self._intake_for, self._intake_hint, self._from_tiles = code, hint, self.shows("files")
        self.stack.setCurrentWidget(self._proofs)
        hold(self.stack, self._proofs)
        self.preview.footer.setCurrentWidget(intake)
        self.preview.add_button.setEnabled(False)
        intake.take(sources)

    def _on_intake_finished(self, intake: Intake) -> None:
        findings, lines = self.preview.said if intake.resumed else ((), ())
        self.preview.footer.setCurrentWidget(self.preview.note)
        self.preview.add_button.setEnabled(True)
        done = self.session.run(items.record_all, self.file.case.id, self._intake_for, intake.received)
        if done.items and self._intake_for and self._code == self._intake_for:
            self._item_id = done.items[-1].id
            self.fill(self.file)
            self.panel.start_facts()
        left = self.preview.intake.left_words(intake)
        self._tell((*findings, *intake.findings, *done.findings), *lines, *left)
        if intake.to_open and self.unlocking.ask(intake.to_open):
            self.stack.setCurrentWidget(self.unlocking)
        elif not self._intake_for and self.file.unassigned and (done.items or intake.resumed):
            self.files.load(self.file, done.items[0].id if done.items else "", hint=self._intake_hint)
            self._turn_to_files()
        elif (
            self._from_tiles and self.shows_proofs and not self.panel.modified
        ):  # nothing came: back to what was looked at
            self._show_files()
        self.rested.emit()

    def _turn_to_files(self) -> None:
        """Show what is to be assigned, unless a person is at something else here."""
        if self.shows_proofs and not self.panel.modified:
            self._show_files()
            return
        text = filled(
            self.tr("{count} {count|file waits|files wait} to be assigned."), {"count": len(self.file.unassigned)}
        )
        self.context.notices.show_message(text, self.tr("Assign"), self.open_files)

    def _tell(self, findings: tuple[Finding, ...], *more: str) -> None:
        """Say it where files are shown, whichever way they are looked at."""
        self.preview.show_message(findings, *more)
        self._told = findings, more
        self.show_told()

    def show_told(self) -> None:
        """Say under the tiles what there was to say of the files that came last."""
        if self.has("files"):
            self._say_told(self.files)

    def _say_told(self, sheet: FilesSheet) -> None:
        (findings, more), words = self._told, self.context.words
        tail = tuple(map(self.context.privacy.text, more))
        brief = [words.finding(short_named(one)) for one in findings]
        sheet.note.set_text([*brief, *tail], [*map(words.finding, findings), *tail])

    def takes_drop(self) -> bool:
        return (self.shows_proofs or self.shows("files")) and not self.preview.intake.running

    def take_drop(self, point: QPoint, files: Sequence[IntakeSource]) -> None:
        code = self.checklist.code_at(self.checklist.mapFrom(self, point)) if self._proofs.isVisibleTo(self) else ""
        if code:
            self.checklist.choose(code)
            self.add_files(files)
        else:
            self.take_in(files)
