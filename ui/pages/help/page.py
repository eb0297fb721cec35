"""Help (F1): the guide at the part that speaks of the page one came from; found by words, left by Esc."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from ui.context import UiContext
from ui.pages.help.guide_text import GuideText
from ui.pages.help.places import FIRST, PLACES, chapters, guide
from ui.pages.help.topics import without_keys
from ui.widgets.editors import TextEdit
from ui.widgets.parts import Card, column, icon_button, label, row

_LIST: Final = 176
_LINE: Final = 135.0
_ABOVE: Final = 4
_ABOVE_HEADING: Final = 16


class HelpPage(QWidget):
    """Everything lies on this machine: a link to another page of the guide turns to it, any other is not followed."""

    closed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._folder = guide(context.words.language)
        self._names: list[str] = []
        self._page = ""
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.list.setFixedWidth(_LIST)
        self.list.setSpacing(3)
        for name, title in chapters(context.words.language):
            self._names.append(name)
            self.list.addItem(without_keys(title))
        self.text = GuideText()
        self.text.setAccessibleName(self.tr("Guide"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setSearchPaths([str(self._folder)])
        self.search = TextEdit(self.tr("Find in this page (Enter: next)"))
        self.search.setAccessibleName(self.tr("Find in this page"))
        self.search.setFixedWidth(260)
        self.found = label("", "quiet")
        back = icon_button(context.theme, "back", self.tr("Back (Esc)"), self.closed.emit)
        head = row(back, label(self.tr("Guide"), "title"), -1, self.found, self.search, gap=12)
        body = row(Card(self.list, padding=6), Card(self.text, padding=12), gap=12)
        body.setStretch(1, 1)
        layout = column(head, body, gap=8, margins=20)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.list.currentRowChanged.connect(self._on_chapter_chosen)
        self.text.anchorClicked.connect(self._on_link)
        self.search.returnPressed.connect(self.find_next)
        for part in (self.list, self.text, self.search):
            part.installEventFilter(self)

    def show_about(self, place: str) -> None:
        """Turn to what the guide says of a page of the window."""
        self.show_part(*PLACES.get(place, FIRST))

    def show_part(self, name: str, heading: int) -> None:
        """Turn to a heading of a page of the guide, the title being 0."""
        self.turn_to(name)
        QTimer.singleShot(0, lambda: self.scroll_to(heading))

    def turn_to(self, name: str) -> None:
        """Open a page of the guide."""
        self._page = name
        self.found.setText("")
        self.text.show_page((self._folder / f"{name}.md").read_text("utf-8"), str(self._folder))
        self._space_out()
        self.list.blockSignals(True)
        self.list.setCurrentRow(self._names.index(name))
        self.list.blockSignals(False)

    def _space_out(self) -> None:
        """Lines with air between them, and more of it above headings."""
        cursor = QTextCursor(self.text.document())
        block = self.text.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin(_ABOVE_HEADING if form.headingLevel() else _ABOVE)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()

    def headings(self) -> list[tuple[str, int]]:
        """The headings of the open page with the position of each in its text."""
        found, block = [], self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append((block.text(), block.position()))
            block = block.next()
        return found

    def scroll_to(self, heading: int) -> None:
        """Bring a heading to the top."""
        headings = self.headings()
        if 0 <= heading < len(headings):
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(headings[heading][1])
            self.text.setTextCursor(cursor)
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.value() + self.text.cursorRect(cursor).top())

    def find_next(self) -> None:
        """Go to the next place that holds the words; from the end to the beginning."""
        words = self.search.text().strip()
        if not words:
            return
        found = self.text.find(words)
        if not found:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.text.find(words, QTextDocument.FindFlag(0))
        self.found.setText("" if found else self.tr("Not on this page"))

    def run_main_action(self) -> None:
        """Find on."""
        self.find_next()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_chapter_chosen(self, number: int) -> None:
        self.turn_to(self._names[number])

    def _on_link(self, link: QUrl) -> None:
        name = link.path().rpartition("/")[2].removesuffix(".md")
        if name in self._names:
            self.turn_to(name)
        slug = link.fragment()
        if slug:
            slugs = [_slug(text) for text, _ in self.headings()]
            self.scroll_to(slugs.index(slug) if slug in slugs else 0)


def _slug(heading: str) -> str:
    """What links to a heading: lower case, spaces as hyphens, no other signs."""
    return "".join(sign for sign in heading.lower() if sign.isalnum() or sign in "_ -").replace(" ", "-")
