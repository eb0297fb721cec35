"""A page of a case that takes files: dropped anywhere on it, or pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.files import accept_files, local_files
from ui.page import CasePage
from ui.pages.evidence.intake import IntakeSource
from ui.typed_signal import TypedSignal, signal


class DropPage(CasePage):
    """Its heirs say when they take files, and what becomes of them. ``drop_marked``: files are above the page, or no longer."""

    drop_marked: TypedSignal[bool] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        accept_files(self)

    def takes_drop(self) -> bool:
        """Whether files may be dropped now."""
        raise NotImplementedError

    def take_drop(self, point: QPoint, files: Sequence[IntakeSource]) -> None:
        """Take files that were dropped at a point of this page."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes_drop() and local_files(event.mimeData()):
            event.acceptProposedAction()
            self.drop_marked.emit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_marked.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_marked.emit(False)
        self.take_drop(event.position().toPoint(), local_files(event.mimeData()))
        event.acceptProposedAction()


def on_paste(part: QWidget, act: Callable[[], None]) -> None:
    """Do something when a person pastes while a part of the page, or something in it, has the keys."""
    paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), part)
    paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    paste.activated.connect(act)
