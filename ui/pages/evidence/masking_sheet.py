"""Where the number stands on a copy, over the whole page: rectangles that will be black in what the bank gets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.pages.evidence.statement.recognition import RecognitionBar
from ui.widgets.busy import BusyBar
from ui.widgets.masking_view import CoverView
from ui.widgets.parts import Card, Elided, button, column, icon_button, label, row
from workstation.actions.evidence import items
from workstation.actions.evidence import masks as copies
from workstation.actions.evidence.masks import CopyPages
from workstation.errors import Damaged, Refused
from workstation.evidence.verification import EvidenceItem
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.evidence.verification import Mask
    from workstation.policy.rules import CopyRule
    from workstation.received.pixels import Pixels


class CoverSheet(QWidget):
    """Pages of one proof with their rectangles. ``closed`` asks to go back to the evidence."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._item: EvidenceItem | None = None
        self._pages: tuple[Pixels, ...] = ()
        self._task = TaskProgress(self)
        self.busy = BusyBar()
        self.title, self.hint = label("", "section"), Elided("", "quiet")
        self.view = CoverView()
        self.view.setAccessibleName(self.tr("Copy: draw a rectangle over what must be masked"))
        self.back = icon_button(context.theme, "back", self.tr("Back to evidence (Esc)"), self.closed.emit)
        self.earlier = icon_button(context.theme, "left", self.tr("Previous page (Page Up)"), lambda: self.turn(-1))
        self.later = icon_button(context.theme, "right", self.tr("Next page (Page Down)"), lambda: self.turn(1))
        self.number = label("", "quiet")
        self.add = button(self.tr("Add &rectangle"), on_click=self.view.add_fresh)
        self.remove = button(self.tr("&Remove"), on_click=self.view.remove_chosen)
        self.recognition = RecognitionBar(session, context)
        self.recognition.kept.connect(self._on_recognised)
        self.none = button(self.tr("&No number on this side"), on_click=self.keep_none)
        self.keep = button(self.tr("Sav&e"), "primary", self.save)
        own(self.keep, self, saves=True)
        self.advice = label("", "advice", wrap=True)
        head = row(self.back, self.title, self.hint, self.busy, self.earlier, self.number, self.later, gap=10)
        head.setStretch(2, 1)
        keys = label(
            self.tr("Draw with the mouse. Keys: Ins adds, arrows move, Shift+arrows resize, Del removes."), "hint"
        )
        footer = row(keys, -1, self.recognition, self.add, self.remove, self.none, self.keep, gap=8)
        card = Card(self.view, self.advice, footer, gap=8)
        card.body.setStretch(0, 1)
        body = column(head, card, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.view.changed.connect(self._show_text)
        session.closed.connect(self.drop)

    def load(self, item: EvidenceItem, title: str) -> None:
        """Show a proof once its pages are drawn; when they cannot be, that is said and the sheet asks to be closed."""
        self.drop()
        source = self._session.read(copies.copy_source, item.id)
        self.title.setText(title)
        self.hint.set_text(self._rule_words(source.rule))
        self.busy.set_busy(True)
        self._task = TaskProgress(self)
        self._context.background.run(source.build, partial(self._on_drawn, source.item), self._on_failed, self._task)

    def refresh(self) -> None:
        """Show what is kept by now, unless rectangles were drawn here since."""
        if self._item is None or self.view.touched:
            return
        stored = self._session.read(items.item, self._item.id)
        if (stored.masks, stored.number_placed) != (self._item.masks, self._item.number_placed):
            self.load(stored, self.title.text())

    def walk(self, *, back: bool) -> bool:
        """Take back, or do again, a step of what is drawn and not saved; False when there is none."""
        return self.view.walk(back=back)

    def drop(self) -> None:
        """Show nothing: the pages are let go, and those that are still being drawn are not shown."""
        self._task.forget()
        self.busy.set_busy(False)
        self._item, self._pages = None, ()
        self.recognition.offer("")
        self.view.load(None, 0, ())
        self.number.setText("")
        self._show_text()

    def _on_drawn(self, item: EvidenceItem, drawn: CopyPages) -> None:
        self.busy.set_busy(False)
        self._item, self._pages = item, drawn.pages
        self.recognition.offer("" if drawn.masks else item.id)
        self._show(0, drawn.masks)
        self.view.setFocus()

    def _on_recognised(self) -> None:
        """Draw again, with the rectangles that are proposed now."""
        if self._item is not None:
            self.load(self._item, self.title.text())

    def _on_failed(self, error: Exception) -> None:
        self.busy.set_busy(False)
        if not isinstance(error, Refused | Damaged):
            raise error
        text = self._context.words.finding(error.findings[0]) if isinstance(error, Refused) else str(error)
        self._context.notices.show_message(text)
        self.closed.emit()

    def _rule_words(self, rule: CopyRule | None) -> str:
        if rule is None or rule.number != "middle":
            return self.tr("Mask what the bank does not need to see.")
        said = self.tr("Mask all but the first {first} and the last {last} {last|digit|digits}.")
        return filled(said, {"first": rule.first, "last": rule.last})

    def _show(self, page: int, masks: tuple[Mask, ...] | list[Mask]) -> None:
        self.view.load(self._pages[page], page, masks)
        self.number.setText(f"{page + 1} / {len(self._pages)}")
        for shown in (self.earlier, self.number, self.later):
            shown.setVisible(len(self._pages) > 1)
        self.earlier.setEnabled(page > 0)
        self.later.setEnabled(page + 1 < len(self._pages))
        self._show_text()

    def _show_text(self) -> None:
        """What will happen with what is drawn."""
        count, shown = len(self.view.masks), self._item is not None
        self.add.setEnabled(shown)
        self.remove.setEnabled(any(mask.page == self.view.page for mask in self.view.masks))
        self.keep.setEnabled(count > 0)
        self.none.setEnabled(shown and count == 0)
        self.advice.setText(
            self.tr("Blacked out in the bank's copy; the original in the vault is unchanged.") if count else ""
        )

    def turn(self, step: int) -> None:
        """To another page."""
        page = self.view.page + step
        if 0 <= page < len(self._pages):
            self._show(page, self.view.masks)

    def save(self) -> None:
        """Keep the rectangles and go back."""
        if self._item is not None:
            try:
                self._session.run(copies.save_number_masks, self._item.id, tuple(self.view.masks), self._item)
            except Refused as refused:
                self._on_refused(refused)
                return
            self.closed.emit()

    def _on_refused(self, refused: Refused) -> None:
        """Somebody else placed other rectangles: tell it; pressed again, these ones are kept."""
        self.advice.setText("✕ " + self._context.words.finding(refused.findings[0]))
        if self._item is not None:
            self._item = self._session.desk.store.get(EvidenceItem, self._item.id)

    def keep_none(self) -> None:
        """Say that the copy shows no number, as the back of a card."""
        self.view.clear()
        self.save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
