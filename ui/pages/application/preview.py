"""A paper as it will be printed: being prepared, shown, covered, or why it cannot be shown yet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QWidget

from ui.context import UiContext
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import Card, Chip, Elided, column, label, row
from ui.widgets.pdf_view import PdfView


class PaperPreview(Card):
    """``version_picked`` when the packet as it is, or one that left before, is chosen in ``versions``."""

    version_picked = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self.title = Elided("", "section")
        self.status = Chip()
        self.language = Chip()
        self.versions = ChoiceEdit({}, empty=None)
        self.versions.setAccessibleName(self.tr("Version shown"))
        self.versions.edited.connect(self.version_picked)
        self.view = PdfView(context.theme)
        self.note = label("", "quiet", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.covered = label(self.tr("Hidden. Press F8 to show."), "quiet")
        self.covered.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preparing = self._preparing_note()
        self._stack = QStackedWidget()
        self._wanted: QWidget = self.note
        for view in (self.view, self.preparing, self.covered, self.note):
            self._stack.addWidget(view)
        head = row(self.title, self.language, self.status, gap=8)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.versions)
        self.body.addWidget(self._stack, 1)

    def _preparing_note(self) -> QWidget:
        view = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(180)
        words: QLabel = label(self.tr("Preparing the paper…"), "quiet")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = column(-1, words, bar, -1, gap=12)
        inner.setAlignment(bar, Qt.AlignmentFlag.AlignHCenter)
        view.setLayout(inner)
        return view

    def head(self, title: str, language: str) -> None:
        """Name the paper and the language that it is written in."""
        self.title.set_text(title)
        self.language.set_text(language, "quiet")

    def offer(self, versions: Mapping[str, str], now: str) -> None:
        """Offer the packets that left, under the one as it is ``now``; the place is kept when there are none."""
        chosen = str(self.versions.raw())
        self.versions.offer(versions, empty=now)
        self.versions.load(chosen if chosen in versions else "")
        self.versions.setEnabled(bool(versions))

    def prepare(self) -> None:
        """Say that the paper is being written; the old one is gone, so that nobody takes it for the new."""
        self.view.show_bytes(b"")
        self._turn(self.preparing)

    def show_paper(self, pdf: bytes, status: str, kind: str) -> None:
        """Show pages, and their status as a chip."""
        self.view.show_bytes(pdf)
        self.status.set_text(status, kind)
        self._turn(self.view)

    def set_text(self, text: str) -> None:
        """Show words in place of pages."""
        self.view.show_bytes(b"")
        self.status.set_text("")
        self.note.setText(text)
        self._turn(self.note)

    def cover(self, hidden: bool) -> None:
        """Privacy mode covers the pages."""
        self._turn(self._wanted)

    @property
    def shown(self) -> QWidget | None:
        """What stands in the place of the pages."""
        return self._stack.currentWidget()

    def _turn(self, view: QWidget) -> None:
        self._wanted = view
        hidden = self._context.privacy.hidden and view is self.view
        self._stack.setCurrentWidget(self.covered if hidden else view)
