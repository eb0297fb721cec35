"""The document itself: picture, pages or statement, and the place where new files are dropped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.files import local_files
from ui.pages.evidence.drop_area import DropArea
from ui.pages.evidence.intake import IntakeBar, IntakeSource, Pasted, png_bytes
from ui.pages.evidence.opened_file import OpenedFile, opened_file
from ui.pages.evidence.remarks import Remarks, short_named
from ui.pages.evidence.statement.reader import StatementReader
from ui.pages.evidence.statement.view import StatementView
from ui.pages.evidence.title_row import TitleRow
from ui.typed_signal import TypedSignal, signal
from ui.widgets.busy import BusyBar
from ui.widgets.editors import ChoiceEdit
from ui.widgets.image_view import ImageView
from ui.widgets.parts import Card, Elided, button, icon_button, label, row
from workstation.actions.evidence import items
from workstation.actions.evidence.credit_reports import REQUIREMENT
from workstation.actions.evidence.recognition import can_recognise
from workstation.actions.evidence.statements import StatementRead
from workstation.actions.evidence.trust_roots import root_bytes
from workstation.errors import Damaged, Finding, Refused
from workstation.evidence.checklist import ChecklistLine
from workstation.evidence.verification import EvidenceItem
from workstation.received.ofd.package import PAGED

if TYPE_CHECKING:
    from ui.widgets.pages_view import PagesView, ScreenDocument

_CLOSER = 1.25
_LEAST, _LEAST_FILES, _NARROW = 300, 48, 340


class PreviewCard(Card):
    """Shows one item at a time; ``files_given`` carries paths for its entry, ``files_pasted`` paths and pictures of whatever
    entry.
    """

    item_picked: TypedSignal[EvidenceItem | None] = signal(1)
    files_given: TypedSignal[list[IntakeSource]] = signal(1)
    files_pasted: TypedSignal[list[IntakeSource]] = signal(1)
    add_requested = Signal()
    withdraw_requested = Signal()
    statement_requested = Signal()
    mapping_requested = Signal()
    cover_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)
        self._session, self._context = session, context
        self.reader = StatementReader(session, context)
        self._items: tuple[EvidenceItem, ...] = ()
        self._signs: tuple[Finding, ...] = ()
        self._said: tuple[tuple[Finding, ...], tuple[str, ...]] = ((), ())
        self._shown = self._about = ""
        self._task = TaskProgress(self)
        self.busy = BusyBar()
        session.closed.connect(self._let_go)
        self.title = Elided("", "section")
        self.items = ChoiceEdit({}, empty=None)
        self.items.setAccessibleName(self.tr("Files of this item"))
        self.items.edited.connect(self._on_items_edited)
        self.add_button = button(self.tr("&Add files"), on_click=self.add_requested.emit)
        self.folder_button = icon_button(context.theme, "folder", self.tr("Add folder (Alt+O)"), self._choose_folder)
        self.folder_button.setShortcut("Alt+O")
        self.remove_button = icon_button(
            context.theme, "remove", self.tr("Remove this file"), self.withdraw_requested.emit
        )
        self.note = Remarks()
        self.intake = IntakeBar(session, context)
        self.footer = QStackedWidget()
        self.footer.setFixedHeight(40)
        self.footer.addWidget(self.note)
        self.footer.addWidget(self.intake)
        self.picture = ImageView(context.theme)
        self.statement = StatementView(session, context)
        self.statement_button = button(self.tr("View as s&tatement"), on_click=self.statement_requested.emit)
        self.cover_button = button(self.tr("Mask num&ber"), on_click=self.cover_requested.emit)
        self.pages: PagesView | None = None
        self._drop = DropArea()
        self._covered = label(self.tr("Hidden. Press F8 to show."), "quiet")
        self._covered.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._unseen = label("", "quiet", wrap=True)
        self._unseen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for view in (self._drop, self.picture, self.statement, self._covered, self._unseen):
            self._stack.addWidget(view)
        head = TitleRow(self.title, self.busy, self.folder_button, self.add_button, least=_NARROW)
        self.items.setMinimumWidth(_LEAST_FILES)
        files = row(self.items, self.remove_button, self.cover_button, self.statement_button, gap=4)
        files.setStretch(0, 1)
        self.body.addWidget(head)
        self.body.addLayout(files)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.footer)
        self.picture.turned.connect(self._on_picture_turned)
        self.statement.opened.connect(self.statement_requested)
        self.statement.mapping_requested.connect(self.mapping_requested)
        self.statement.compute_requested.connect(lambda: self._show_statement(self._shown, compute=True))
        self.reader.arrived.connect(self._on_statement_arrived)
        self.reader.failed.connect(self._on_statement_failed)

    def load(self, line: ChecklistLine | None, item: EvidenceItem | None) -> None:
        """Show an entry and one of its files."""
        self.title.set_text(self._context.words.titled(line.requirement.title, line.requirement.code) if line else "")
        self.add_button.setEnabled(line is not None and not self.intake.running)
        self.folder_button.setEnabled(line is not None)
        self._items = line.items if line else ()
        self.items.offer({one.id: self._file_words(one) for one in self._items})
        self.items.load(item.id if item else "")
        self.items.setEnabled(bool(self._items))
        self.remove_button.setEnabled(item is not None)
        pages = item is not None and (item.media_type in PAGED or (can_recognise() and "image/" in item.media_type))
        report = line is not None and line.requirement.code == REQUIREMENT
        self.statement_button.setText(self.tr("View credit repor&t") if report else self.tr("View as s&tatement"))
        self.statement_button.setVisible(
            pages and line is not None and (report or bool(line.requirement.covers_months))
        )
        rule = line.requirement.copy if line is not None and item is not None else None
        self.cover_button.setVisible(rule is not None and rule.number != "whole")
        if item is None or item.id != self._about:
            self._about = item.id if item else ""
            self._signs, self._said = (), ((), ())
            self.note.set_text([])
        self._show_item(item)

    def _show_item(self, item: EvidenceItem | None) -> None:
        if item is None:
            self._let_go()
            self._stack.setCurrentWidget(self._drop)
        elif self._context.privacy.hidden:
            self._let_go()
            self.statement.wait()
            self._stack.setCurrentWidget(self._covered)
        elif item.id != self._shown or self._stack.currentWidget() is self._covered:
            self._let_go()
            self._shown = self.statement.item_id = item.id
            self._open(item)

    def _let_go(self) -> None:
        """Nothing is shown; a file that is still being read will not be."""
        self._task.forget()
        self.busy.set_busy(False)
        self._shown = ""
        self.picture.show_frames([])
        if self.pages is not None:
            self.pages.show_document(None)

    def _open(self, item: EvidenceItem) -> None:
        """Read, proved against its hash and decoded in the background; shown when it is there."""
        if item.media_type not in PAGED and not item.media_type.startswith("image/"):
            self._show_statement(item.id)
            return
        self._show_unseen("")
        self.busy.set_busy(True)
        self._task = TaskProgress(self)
        read = self._session.read(items.item_reader, item.id)
        work = partial(opened_file, read, item, self._context.readers, self._session.read(root_bytes), self._task)
        self._context.background.run(work, partial(self._on_opened, item), self._on_open_failed, self._task)

    def _on_opened(self, item: EvidenceItem, opened: OpenedFile) -> None:
        self.busy.set_busy(False)
        if not self._context.privacy.hidden:
            self._show_pdf(opened.document) if opened.document else self._show_picture(opened.frames)
        self._signs = opened.signs
        findings, more = self._said
        self.show_message(findings, *more)

    def _on_open_failed(self, error: Exception) -> None:
        self.busy.set_busy(False)
        if isinstance(error, Refused):
            self._show_unseen(" ".join(map(self._context.words.finding, error.findings)))
        elif isinstance(error, Damaged):
            self._show_unseen(str(error))
        elif not isinstance(error, Cancelled):
            raise error

    def _show_pdf(self, document: ScreenDocument) -> None:
        if self.pages is None:
            from ui.widgets.pages_view import PagesView

            self.pages = PagesView(self._context.theme, self._context.background)
            self.pages.failed.connect(self._on_page_failed)
            self._stack.addWidget(self.pages)
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_document(document)

    def _on_page_failed(self, refused: Refused) -> None:
        self.show_message(refused.findings)

    def _show_picture(self, frames: list[QImage]) -> None:
        if self.picture.show_frames(frames, self._session.read(items.item_turn, self._shown)):
            self._stack.setCurrentWidget(self.picture)
        else:
            self._show_unseen(self.tr("This picture cannot be shown here; it is stored unchanged."))

    def _on_picture_turned(self, quarters: int) -> None:
        if self._shown:
            # How it is looked at, no fact: the last one stays.
            self._session.run(items.turn_item, self._shown, quarters)

    def _show_statement(self, item_id: str, *, compute: bool = False) -> None:
        self.statement.wait()
        self._stack.setCurrentWidget(self.statement)
        self.reader.ask(item_id, compute=compute)

    def read_again(self) -> None:
        """Layouts have changed: read what is shown again."""
        self.reader.forget()
        if self._stack.currentWidget() is self.statement and self._shown:
            self.statement.wait()
            self.reader.ask(self._shown)

    def _on_statement_arrived(self, read: StatementRead) -> None:
        if read.item.id == self._shown:
            self.statement.load(read)

    def _on_statement_failed(self, error: Refused | Damaged) -> None:
        if self._stack.currentWidget() is self.statement or self.statement.offers_recognition(error):
            self._stack.setCurrentWidget(self.statement)
            self.statement.refuse(error)
        elif isinstance(error, Refused):
            self.show_message(error.findings)

    def _show_unseen(self, text: str) -> None:
        self._unseen.setText(text)
        self._stack.setCurrentWidget(self._unseen)

    def show_message(self, findings: tuple[Finding, ...], *more: str) -> None:
        """Show findings about the files under them, each on its own line, ``more`` lines in words, and signs in the shown file."""
        self._said = findings, more
        words, told = self._context.words, (*findings, *self._signs)
        tail = tuple(map(self._context.privacy.text, more))
        brief = [words.finding(short_named(one)) for one in told]
        self.note.set_text([*brief, *tail], [*map(words.finding, told), *tail])

    @property
    def said(self) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
        """The findings and lines in words that are shown, but for those in the file itself."""
        return self._said

    def add_message(self, line: str) -> None:
        """Show a line in words after those that are shown."""
        findings, before = self._said
        self.show_message(findings, *before, line)

    def cover(self, hidden: bool) -> None:
        """Privacy mode covers the proof."""
        item = next((one for one in self._items if one.id == self.items.raw()), None)
        self._show_item(item)
        self.show_message(self._said[0], *self._said[1])

    def _choose_folder(self) -> None:
        if folder := self._context.files.folder(self, self.tr("Add folder"), ""):
            self.files_given.emit([folder])

    def paste(self) -> None:
        """Take files or a picture from the clipboard."""
        clipboard = QGuiApplication.clipboard()
        sources: list[IntakeSource] = [*local_files(clipboard.mimeData())]
        image = clipboard.image()
        if not sources and not image.isNull():
            sources.append(Pasted(self.tr("Pasted picture") + ".png", png_bytes(image)))
        if sources:
            self.files_pasted.emit(sources)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and 0 work on the pages of a PDF as they do on a picture."""
        factors = {Qt.Key.Key_Plus: _CLOSER, Qt.Key.Key_Equal: _CLOSER, Qt.Key.Key_Minus: 1 / _CLOSER}
        key = Qt.Key(event.key())
        if self.pages is None or self._stack.currentWidget() is not self.pages or key not in (*factors, Qt.Key.Key_0):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_0:
            self.pages.fit()
        else:
            self.pages.zoom(factors[key])

    def mark(self, over: bool) -> None:
        """Show that files held over the page will be imported."""
        self._drop.mark(over)

    def _file_words(self, item: EvidenceItem) -> str:
        size, name = item.size / 1024, self._context.privacy.file_name(item.file_name)
        return f"{name}  ({size / 1024:.1f} MB)" if size > 1024 else f"{name}  ({size:.0f} KB)"

    def _on_items_edited(self) -> None:
        self.item_picked.emit(next((one for one in self._items if one.id == self.items.raw()), None))
