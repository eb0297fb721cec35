"""A bank's list dropped anywhere on the page of imports: one file, which is tried as if it had been chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.files import accept_files, local_files
from ui.widgets.parts import Card, restyle


class ListDrop(QObject):
    """Takes files while ``button``, by which they are chosen, can be pressed; ``shown`` lights up under one held over the page.

    ``take`` gets a single file, whatever it is: the reader says what it cannot read. ``say`` gets why none was taken.
    """

    def __init__(
        self,
        page: QWidget,
        button: QAbstractButton,
        shown: Card,
        take: Callable[[Path], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._button, self._shown, self._take, self._say = button, shown, take, say
        accept_files(page)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if self._button.isEnabled() and local_files(event.mimeData()):
                event.acceptProposedAction()
                self._mark(True)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._mark(False)
            if self._button.isEnabled():
                event.acceptProposedAction()
                self._drop(local_files(event.mimeData()))
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._mark(False)
        return super().eventFilter(watched, event)

    def _drop(self, files: list[Path]) -> None:
        if len(files) == 1 and not files[0].is_dir():
            self._take(files[0])
        elif files:
            self._say(
                "✕ " + self.tr("Nothing was read. Drop one file: lists are imported one at a time, and no folders.")
            )

    def _mark(self, over: bool) -> None:
        self._shown.setProperty("over", over)
        restyle(self._shown)
