"""All files of a case as tiles over the whole page; each new one is proposed to an entry, which a person confirms with Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.walk import undo_of_last
from ui.look.wording import megabytes
from ui.pages.evidence.files.entries import EntryTable
from ui.pages.evidence.files.first_pages import FirstPages
from ui.pages.evidence.files.picture import PictureBox
from ui.pages.evidence.files.proposals import Proposals
from ui.pages.evidence.files.reason import Reason
from ui.pages.evidence.files.tiles import Tile, TileView
from ui.pages.evidence.remarks import Remarks
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Card, Elided, button, column, icon_button, label, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import Folding
from workstation.actions.evidence import items, sorting
from workstation.errors import Refused
from workstation.evidence.item_state import item_state

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.evidence.verification import EvidenceItem

_LEAST_CARD, _MOST_CARD, _LEAST_TILES = 320, 400, 200
_MIB = 2**20


class FilesSheet(QWidget):
    """``opened`` carries the id of a file to be looked at, ``sorted_out`` comes when the last new file has its entry."""

    closed = Signal()
    add_requested = Signal()
    sorted_out = Signal()
    opened: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: CaseFile | None = None
        self._hint_for = self._hinted = ""
        self._touched = False
        self.pages, self.proposals = FirstPages(session, context), Proposals(session, context)
        self.title = Elided("", "section")
        self.back = icon_button(context.theme, "back", self.tr("Back to evidence (Esc)"), self.closed.emit)
        self.add_button = button(self.tr("&Add files"), on_click=self.add_requested.emit)
        self.tiles = TileView(context, self.pages.of)
        self.tiles.empty = self.tr("No files yet. Drop files or folders here, paste them (Ctrl+V), or click Add files.")
        self.note = Remarks()
        self.last = Elided("", "quiet")
        self.undo_button = button(self.tr("&Undo"), "small", self.undo)
        self._last: Callable[[], None] | None = None
        self._last_name = ""
        self.name = Elided("", "section")
        self.about = label("", "hint", wrap=True)
        self.picture = PictureBox()
        self.said = Reason(context)
        self.entries = EntryTable(context)
        self.hint = label(self.tr("Enter assigns and goes on · ↑ ↓ entry · ← → file"), "hint", wrap=True)
        self.remove_button = button(self.tr("Re&move"), on_click=self.remove)
        self.open_button = button(self.tr("&Open"), on_click=self.open)
        self.assign_button = button(self.tr("A&ssign"), "primary", self.take)
        self._lay_out()
        self.tiles.picked.connect(self._on_picked)
        self.tiles.doubleClicked.connect(self.open)
        self.entries.taken.connect(self.take)
        self.entries.moved.connect(self.tiles.step)
        self.entries.touched.connect(self._on_touched)
        self.pages.arrived.connect(self._on_page_arrived)
        self.proposals.arrived.connect(self._on_proposal)

    def _lay_out(self) -> None:
        head = row(self.back, self.title, self.add_button, gap=10)
        head.setStretch(1, 1)
        buttons = flow(self.remove_button, -1, self.open_button, self.assign_button, gap=8)
        card = Card(self.name, self.about, self.picture, self.said, self.entries, self.hint, buttons, gap=8)
        card.body.setStretch(2, 3)
        card.body.setStretch(4, 4)
        card.setMinimumWidth(_LEAST_CARD)
        card.setMaximumWidth(_MOST_CARD)
        left = QWidget()
        left.setObjectName("plain")
        left.setMinimumWidth(_LEAST_TILES)
        self.undo_button.hide()
        last = row(self.last, self.undo_button, gap=8)
        last.setStretch(0, 1)
        tiles = column(self.tiles, last, self.note, gap=4)
        tiles.setStretch(0, 1)
        left.setLayout(tiles)
        both = column(head, Folding(left, card, stretches=(1, 0)), gap=8)
        both.setStretch(1, 1)
        self.setLayout(both)

    @property
    def item(self) -> EvidenceItem | None:
        """The chosen file."""
        tile = self.tiles.current()
        return tile.item if tile is not None else None

    def load(self, file: CaseFile, item_id: str = "", *, hint: str = "") -> None:
        """Show the files of a case at one of them, else at the one before, else at the first to assign.

        ``hint``: the entry that was open when a single file came in: it is proposed for that where nothing else speaks.
        """
        before = self.item
        self._file = file
        if hint:
            self._hint_for, self._hinted = item_id, hint
        tiles = self._tiles(file)
        fresh = file.unassigned
        known = {tile.item.id for tile in tiles}
        wanted = item_id or (before.id if before is not None and before.id in known else "")
        chosen = wanted or (fresh[0].id if fresh else tiles[0].item.id if tiles else "")
        self.tiles.offer(tiles, chosen)
        count = self.tr("Files ({count})").format(count=len(tiles))
        left = self.tr("{count} to assign").format(count=len(fresh))
        self.title.set_text(f"{count} · {left}" if fresh else count)
        ordered = sorted(fresh, key=lambda one: one.id != chosen)
        self.pages.ask(file.case.id, sorted((tile.item for tile in tiles), key=lambda one: one.id != chosen))
        self._show()
        self.proposals.ask(file.case.id, ordered)

    def _tiles(self, file: CaseFile) -> list[Tile]:
        """New files first, then those of the checklist in its order, then others, then removed ones."""
        asked, known = {line.requirement.code: line.requirement for line in file.checklist}, file.pack.requirement
        order = {"": -1, **{code: number for number, code in enumerate(asked)}}
        words, shown = self._context.words, self._context.privacy.file_name
        found = []
        for item in sorted(file.items, key=lambda one: (one.withdrawn, order.get(one.requirement, len(order)))):
            requirement = asked.get(item.requirement)
            state = item_state(requirement, item, file.verifications, file.today)
            named = requirement or known(item.requirement)  # an entry that is asked for no longer keeps its name
            title = words.titled(named.title, named.code) if named else item.requirement
            word = words.label("evidence_state", state)
            found.append(Tile(item, state, shown(item.file_name), title, word))
        return found

    def _on_picked(self, _item_id: str) -> None:
        self._show()

    def _show(self) -> None:
        """Show the chosen file with its entry, or what it is proposed for."""
        self._touched = False
        tile, file = self.tiles.current(), self._file
        for part in (self.remove_button, self.open_button, self.assign_button):
            part.setEnabled(tile is not None)
        self.entries.setEnabled(tile is not None and not tile.item.withdrawn)
        if tile is None or file is None:
            self.name.set_text("")
            self.about.setText("")
            self.said.setText("")
            self.entries.offer(file.checklist if file is not None else (), "")
            self.picture.show_picture(None)
            return
        item = tile.item
        self.name.set_text(tile.name)
        self.remove_button.setText(self.tr("&Put back") if item.withdrawn else self.tr("Re&move"))
        self.open_button.setEnabled(bool(item.requirement) and not item.withdrawn)
        self.assign_button.setEnabled(not item.withdrawn)
        self._show_page()
        self._show_entry(file, tile)

    def _show_page(self) -> None:
        tile, hidden = self.tiles.current(), self._context.privacy.hidden
        shown = self.pages.of(tile.item.id) if tile is not None else None
        self.picture.show_picture(shown.picture if shown is not None and not hidden else None)
        if tile is not None:
            size = tile.item.size
            told = megabytes(size) if size > _MIB else f"{-(-size // 1024):,} KB"
            self.about.setText(" · ".join(filter(None, (tile.word, told, self.tiles.pages(tile.item.id)))))

    def _show_entry(self, file: CaseFile, tile: Tile) -> None:
        item = tile.item
        if item.requirement:
            self.said.show_entry(tile.title, withdrawn=item.withdrawn)
            self.entries.offer(file.checklist, item.requirement)
            return
        found = self.proposals.of(item.id)
        if found is None:
            self.said.show_reading()
            self.entries.offer(file.checklist, "")
            return
        code = found.requirement or ("" if found.others else self._hint_of(item))
        self.said.show_proposal(found, code, file.checklist)
        self.entries.offer(file.checklist, code)

    def _hint_of(self, item: EvidenceItem) -> str:
        return self._hinted if item.id == self._hint_for else ""

    def _on_page_arrived(self, item_id: str) -> None:
        self.tiles.content.touch(item_id)
        if self.item is not None and self.item.id == item_id:
            self._show_page()

    def _on_proposal(self, item_id: str) -> None:
        tile = self.tiles.current()
        if tile is not None and tile.item.id == item_id and self._file is not None and not self._touched:
            self._show_entry(self._file, tile)

    def _on_touched(self) -> None:
        self._touched = True

    def take(self) -> None:
        """The person confirms the chosen entry; the next file to assign comes up. On an assigned file without a change: open it."""
        tile, code = self.tiles.current(), self.entries.chosen
        if tile is None or tile.item.withdrawn:
            return
        if not code:
            self.entries.setFocus()
            return
        if tile.item.requirement == code:
            self.open()
            return
        item = tile.item
        fresh = [one.id for one in self._file.unassigned] if self._file is not None else []
        try:
            self._session.run(sorting.assign, item.id, code)
        except Refused as refused:
            self.said.setText("✕ " + " ".join(map(self._context.words.finding, refused.findings)))
            return
        self._show_last(self._file, item.file_name)
        self._go_on(item.id, fresh)

    def _show_last(self, file: CaseFile | None, name: str = "") -> None:
        """What was assigned last stands under the tiles with its undo, where it covers nothing."""
        self._last = undo_of_last(self._session, self._context, file) if file is not None else None
        self._last_name = name
        self._tell_last()
        self.undo_button.setVisible(file is not None)

    def _tell_last(self) -> None:
        shown = self._context.privacy.file_name(self._last_name)
        self.last.set_text(self.tr("Assigned: {file}").format(file=shown) if self._last_name else "")

    def undo(self) -> None:
        """Take the last assignment back."""
        if self._last is not None:
            take_back = self._last
            self._show_last(None)
            take_back()
            self.entries.setFocus()

    def _go_on(self, item_id: str, fresh: list[str]) -> None:
        """To the next of the files that were to assign, the first of them after the last."""
        if item_id not in fresh or self._file is None:
            return
        at, left = fresh.index(item_id), [one.id for one in self._file.unassigned]
        following = [one for one in (*fresh[at + 1 :], *fresh[:at]) if one in left]
        if following:
            self.load(self._file, following[0])
            self.entries.setFocus()
        else:
            self.sorted_out.emit()

    def open(self) -> None:
        """Look at the chosen file."""
        if (item := self.item) is not None and item.requirement and not item.withdrawn:
            self.opened.emit(item.id)

    def remove(self) -> None:
        """Take the chosen file off the case, or put it back; the original stays in the vault."""
        if (item := self.item) is None:
            return
        self._show_last(None)
        self._session.run(items.withdraw, item.id, not item.withdrawn)

    def primary(self) -> QPushButton:
        """What Ctrl+Return does here."""
        return self.assign_button if self._file is not None and self._file.items else self.add_button

    def cover(self) -> None:
        """Privacy mode covers names and pictures."""
        self._tell_last()
        if self._file is not None:
            self.load(self._file)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.take()
        else:
            super().keyPressEvent(event)
