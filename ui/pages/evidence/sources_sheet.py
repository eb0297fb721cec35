"""The figures of the application beside the pages of a proof, to be confirmed one after the other where a page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.evidence.figure_list import FigureList
from ui.pages.evidence.source_view import SourceView
from ui.pages.evidence.statement.recognition import RecognitionBar
from ui.widgets.busy import BusyBar
from ui.widgets.parts import Card, Elided, button, column, icon_button, label, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import Folding
from workstation.actions.evidence import sources
from workstation.actions.evidence.sources import FigureState, ItemPages, ItemSource, Proposal
from workstation.errors import Damaged, Refused

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.casework.sources.figures import SourcedFigure
    from workstation.evidence.verification import EvidenceItem, Mask

_LEAST, _MOST = 484, 620


class SourcesSheet(QWidget):
    """``closed`` asks to go back to the evidence, ``next_requested`` for the proof after this one."""

    closed = Signal()
    next_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: CaseFile | None = None
        self._source: ItemSource | None = None
        self._read: ItemPages | None = None
        self._task = TaskProgress(self)
        self.busy = BusyBar()
        self.title, self.hint = label("", "section"), Elided("", "quiet")
        self.view = SourceView()
        self.view.setAccessibleName(self.tr("Page: mark where the figure stands"))
        self.figures = FigureList(context)
        self.table = self.figures.table
        self.message = label("", "advice", wrap=True)
        self.message.setMinimumHeight(56)
        self.back = icon_button(context.theme, "back", self.tr("Back to evidence (Esc)"), self.closed.emit)
        self.earlier = icon_button(context.theme, "left", self.tr("Previous page (Page Up)"), lambda: self.turn(-1))
        self.later = icon_button(context.theme, "right", self.tr("Next page (Page Down)"), lambda: self.turn(1))
        self.number = label("", "quiet")
        self.next_find = button(self.tr("Next &find"), on_click=self.show_next_find)
        self.next_proof = button(self.tr("Ne&xt document"), on_click=self.next_requested.emit)
        self.withdraw_button = button(self.tr("With&draw"), on_click=self.withdraw)
        self.confirm_button = button(self.tr("Confir&m"), "primary", self.confirm)
        self.recognition = RecognitionBar(session, context)
        self.recognition.kept.connect(self._on_recognised)
        self._lay_out()
        self.table.picked.connect(lambda _one: self._show_finds())
        self.table.opened.connect(lambda _one: self.confirm())
        self.view.changed.connect(self._show_buttons)
        session.closed.connect(self.drop)

    def _lay_out(self) -> None:
        head = row(self.back, self.title, self.hint, self.busy, self.earlier, self.number, self.later, gap=10)
        head.setStretch(2, 1)
        keys = label(
            self.tr("Enter confirms. Click or draw on the page, or keys: Ins marks, arrows move, Shift+arrows resize."),
            "hint",
            wrap=True,
        )
        foot = row(keys, self.recognition, gap=8)
        foot.setStretch(0, 1)
        page = Card(self.view, foot, gap=8)
        page.body.setStretch(0, 1)
        figures = Card(self.table, self.message, gap=8)
        figures.body.setStretch(0, 1)
        buttons = flow(self.next_proof, -1, self.next_find, self.withdraw_button, self.confirm_button, gap=8)
        figures.body.addLayout(buttons)
        figures.setMinimumWidth(_LEAST)
        figures.setMaximumWidth(_MOST)
        parts = Folding(figures, page, stretches=(2, 3))
        body = column(head, parts, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)

    def open(self, file: CaseFile, item_id: str, step: int = 0) -> EvidenceItem | None:
        """Show a proof, or the one so many after it, the first where it is unknown; None while there are none."""
        items = file.live_items
        if not items:
            return None
        at = next((number for number, one in enumerate(items) if one.id == item_id), -step)
        item = items[(at + step) % len(items)]
        self._load(file, item)
        return item

    def _load(self, file: CaseFile, item: EvidenceItem) -> None:
        """Once its pages are drawn and searched; when they cannot be, that is said."""
        self.drop()
        self._file = file
        titles = {line.requirement.code: line.requirement.title for line in file.checklist}
        self.title.setText(self._context.words.titled(titles.get(item.requirement, {}), item.requirement))
        self._source = self._session.read(sources.item_source, item.id)
        self.hint.set_text(item.file_name)
        self.busy.set_busy(True)
        self._task = TaskProgress(self)
        self._context.background.run(self._source.pages, self._on_read, self._on_failed, self._task)

    def drop(self) -> None:
        """Show nothing: pages that are still being drawn are not shown."""
        self._task.forget()
        self.busy.set_busy(False)
        self._source = self._read = self._file = None
        self.recognition.offer("")
        self.view.show_finds(())
        self.view.load(None, 0, ())
        self.table.show_rows(())
        self.message.setText("")
        self._show_buttons()

    def refresh(self, file: CaseFile) -> None:
        """The figures as they are now, of the proof that is shown."""
        if self._read is not None:
            self._file = file
            self._source = self._session.read(sources.item_source, self._read.item.id)
            chosen = self.table.current()
            self._show_figures(chosen.figure.key if chosen else "")

    def _on_read(self, read: ItemPages) -> None:
        self.busy.set_busy(False)
        self._read = read
        searched = bool(read.proposals) or not read.pages
        self.recognition.offer("" if searched else read.item.id)
        self._show_figures("")
        self.table.setFocus()

    def _on_recognised(self) -> None:
        if self._file is not None and self._read is not None:
            self._load(self._file, self._read.item)

    def _show_figures(self, key: str) -> None:
        if self._file is not None and self._source is not None:
            self.figures.show_figures(self._file, self._source, self._proposals(), key)
            self._show_finds()

    def _proposals(self) -> tuple[Proposal, ...]:
        return self._read.proposals if self._read is not None else ()

    def _finds(self) -> list[Proposal]:
        chosen = self.table.current()
        return [one for one in self._proposals() if chosen is not None and one.figure == chosen.figure.key]

    def _show_finds(self) -> None:
        """Mark where the chosen figure was confirmed on this proof, else the first place that says it."""
        chosen = self.table.current()
        if chosen is None or self._read is None:
            self._show_buttons()
            return
        finds, here = self._finds(), [one.place for one in chosen.sources if one.item_id == self._read.item.id]
        self.view.show_finds([one.place for one in finds])
        self._mark((*here, *(one.place for one in finds)))
        self.message.setText(self._advice(chosen, finds))
        self._show_buttons()

    def _advice(self, chosen: FigureState, finds: Sequence[Proposal]) -> str:
        private = self._context.privacy.text
        if chosen.outdated:
            said = self.tr("The value was {value} when it was confirmed. Confirm it again.")
            return said.format(value=private(chosen.outdated[-1].value))
        if finds:
            pages = self._context.words.listed(dict.fromkeys(str(one.place.page + 1) for one in finds))
            return self.tr("Found on page {pages}: “{text}”. Compare it, then press Enter.").format(
                pages=pages, text=private(finds[0].text)
            )
        if self._read is not None and not self._read.pages:
            return self.tr("This table does not contain the value.")
        return self.tr("No text found that says this value. If the page shows it, mark the place, then confirm.")

    def _mark(self, places: Sequence[Mask]) -> None:
        """Turn to the first place and mark it; where there is none, the page stays."""
        first = next((one for one in places if one.width), None)
        self._show_page(first.page if first else self.view.page, [first] if first else [])

    def _show_page(self, page: int, masks: Sequence[Mask]) -> None:
        pages = self._read.pages if self._read is not None else ()
        for part in (self.earlier, self.number, self.later):
            part.setVisible(len(pages) > 1)
        page = min(max(page, 0), max(0, len(pages) - 1))
        self.view.load(pages[page] if pages else None, page, masks)
        self.number.setText(f"{page + 1} / {len(pages)}")
        self.earlier.setEnabled(page > 0)
        self.later.setEnabled(page + 1 < len(pages))
        self._show_buttons()

    def turn(self, step: int) -> None:
        """To another page; what was marked on this one is let go."""
        pages = self._read.pages if self._read is not None else ()
        if 0 <= self.view.page + step < len(pages):
            self._show_page(self.view.page + step, [])

    def show_next_find(self) -> None:
        """Mark the next place that says the figure, the first after the last."""
        places = [one.place for one in self._finds()]
        if places:
            at = places.index(self.view.marked) if self.view.marked in places else -1
            self._mark([places[(at + 1) % len(places)]])

    def confirm(self) -> None:
        """Keep the chosen figure at the marked place; a place that no text said before is judged first, in the background."""
        chosen, source = self.table.current(), self._source
        if chosen is None or source is None or not self.confirm_button.isEnabled():
            return
        marked = self.view.marked
        found = next((one for one in self._finds() if marked in (one.place, None)), None)
        if found is not None and (marked is not None or not found.place.width):
            self._keep(chosen.figure, found)
            return
        self.busy.set_busy(True)
        self._task = TaskProgress(self)
        work = partial(source.judged, chosen.figure, marked, self.view.page)
        self._context.background.run(work, partial(self._keep, chosen.figure), self._on_unjudged, self._task)

    def _keep(self, figure: SourcedFigure, found: Proposal) -> None:
        self.busy.set_busy(False)
        if self._file is None:
            return
        try:
            self._session.run(sources.confirm_source, self._file.case.id, figure.text, found)
        except Refused as refused:
            self._show_refusal(refused)
            return
        self.figures.go_on(figure.key)

    def withdraw(self) -> None:
        """Let what was confirmed for the chosen figure on this proof count no more."""
        chosen, read = self.table.current(), self._read
        if chosen is not None and read is not None:
            for one in (*chosen.sources, *chosen.outdated):
                if one.item_id == read.item.id:
                    self._session.run(sources.withdraw_source, one.id)

    def _on_failed(self, error: Exception) -> None:
        """The proof cannot be read."""
        self.busy.set_busy(False)
        if not isinstance(error, Refused | Damaged):
            raise error
        self.message.setText("✕ " + (self._words(error) if isinstance(error, Refused) else str(error)))
        self.back.setFocus()

    def _on_unjudged(self, error: Exception) -> None:
        self.busy.set_busy(False)
        if not isinstance(error, Refused):
            raise error
        self._show_refusal(error)

    def _show_refusal(self, refused: Refused) -> None:
        self.message.setText("✕ " + self._words(refused))

    def _words(self, refused: Refused) -> str:
        return self._context.words.finding(refused.findings[0])

    def _show_buttons(self) -> None:
        chosen, finds = self.table.current(), self._finds()
        here = chosen is not None and self.figures.is_here(chosen)
        told = any(not one.place.width for one in finds)
        self.confirm_button.setEnabled(chosen is not None and (told or self.view.marked is not None))
        self.withdraw_button.setEnabled(here)
        self.next_find.setEnabled(len(finds) > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)
