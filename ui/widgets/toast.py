"""Messages that stand where nothing of the page does: a sentence, and undo or the file where there is one; the page never moves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QWidget

from ui.files import FileChooser
from ui.widgets.parts import button, in_role, label, row
from ui.widgets.room.clear_room import ClearRoom, standing

_SHOWN_MS: Final = 8000
_LOOK_MS: Final = 400
"""After which it is looked whether something has come below it that it must not cover: a page, a row, a field with the cursor."""
_REST_MS: Final = 3200
"""Nobody at work moves nothing: until the cursor moves it is looked less and less often, down to this."""
_WIDTHS: Final = (720, 520, 360)
_UPRIGHT: Final = 160
"""Pixels: with the words beside the buttons, or above them where there is only room beside the pages."""
_EDGE: Final = 12
_WORD: Final = re.compile(r"[^\s\u2e80-\uffff]+")
"""What a line is broken before and after; between Chinese signs it is broken anywhere."""


class Toast(QFrame):
    """Stays eight seconds, or until the next messages; with a button until it is answered or replaced, where it covers nothing."""

    def __init__(self, host: QWidget, files: FileChooser) -> None:
        super().__init__(host)
        in_role(self, "toast")
        self._host, self._files = host, files
        self._plain, self._covered = "", 0
        self._undo: Callable[[], None] | None = None
        self._file: Path | None = None
        self.text = label("", wrap=True)
        self.undo = button("", on_click=self._on_undo_clicked)
        self.open_button = button("", on_click=self._on_open_clicked)
        self.folder_button = button("", on_click=self._on_folder_clicked)
        self.close_button = button("✕", on_click=self.hide)
        self._buttons = row(-1, self.undo, self.open_button, self.folder_button, self.close_button, gap=8)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setSpacing(8)
        self._line.setContentsMargins(16, 8, 8, 8)
        self._line.addWidget(self.text, 1)
        self._line.addLayout(self._buttons)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._laid_out = QTimer(self, singleShot=True, interval=0)  # the page below may still be laid out
        self._laid_out.timeout.connect(self.keep_clear)
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._on_watch_timeout)
        host.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def show_message(self, text: str, undo_label: str, undo: Callable[[], None] | None) -> None:
        """Show messages, replacing the last."""
        self._file, self._undo = None, undo
        self.undo.setText(undo_label or self.tr("Undo"))
        self._show(text)

    def show_written(self, text: str, file: Path) -> None:
        """Say that a file was written; it stays until it is answered, as a message with undo does."""
        self._file, self._undo = file, None
        self._show(text)

    def _show(self, text: str) -> None:
        self._plain = text
        self.text.setText(text)
        # Here and not once for all: the messages outlive the language in which the window began.
        self.open_button.setText(self.tr("Open"))
        self.folder_button.setText(self.tr("Show in folder"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.undo.setVisible(self._undo is not None)
        for made in (self.open_button, self.folder_button):
            made.setVisible(self._file is not None)
        self._place()
        self.show()
        self.raise_()
        self._laid_out.start()
        self._timer.start()

    def cover(self, hidden: bool) -> None:
        """Privacy mode: what was said before it began is covered, since it may name a person; undo still works."""
        self._say(self.tr("Hidden. Press F8 to show.") if hidden else self._plain)

    def _say(self, text: str) -> None:
        """Other words in the same message, which then has their size."""
        self.text.setText(text)
        if self.isVisible():
            self._place()

    def drop(self) -> None:
        """Take the message away, and what its button would have done."""
        self._undo, self._plain, self._file = None, "", None
        self.text.clear()
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()  # which looks through the whole window
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.start(_LOOK_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.stop()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible():
            self._watch.start(_LOOK_MS)
            self.keep_clear()

    def _on_watch_timeout(self) -> None:
        self._watch.setInterval(min(2 * self._watch.interval(), _REST_MS))
        self.keep_clear()

    def keep_clear(self) -> None:
        """Make way where more has come below it than there was: a page, a row, the cursor; never from under the mouse.

        Where all of the window is in use it goes once its eight seconds are over: what its button does is done elsewhere, too.
        """
        if self.isVisible() and not self.underMouse() and self._room().covered(self.geometry()) > self._covered:
            self._place()
            if self._covered and not self._timer.isActive():
                self.hide()

    def _room(self) -> ClearRoom:
        return ClearRoom(self._host.size(), standing(self._host, self))

    def _place(self) -> None:
        """Where nothing stands, as low and as near to the middle as that goes; else where it covers least, and the least of it."""
        most = self._host.width() - 2 * _EDGE
        whole = self.text.fontMetrics().horizontalAdvance(self.text.text()) + self._beside()
        sizes = [self._size_at(wide, upright=False) for wide in dict.fromkeys(min(whole, most, one) for one in _WIDTHS)]
        upright = self._size_at(_UPRIGHT, upright=True)
        room = self._room()
        place = room.clearest((*sizes, upright), _EDGE)
        self._covered = room.covered(place)
        self._turn(upright=place.size() == upright)
        self.setFixedSize(place.size())
        self.move(place.topLeft())

    def _beside(self) -> int:
        """Pixels of a line that are not the words."""
        margins = self._line.contentsMargins()
        return margins.left() + margins.right() + 2 * self._line.spacing() + self._buttons.sizeHint().width()

    def _longest(self) -> int:
        """Pixels of the longest word, which is not broken."""
        metrics = self.text.fontMetrics()
        return max((metrics.horizontalAdvance(one) for one in _WORD.findall(self.text.text())), default=0)

    def _turn(self, *, upright: bool) -> None:
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if upright else ways.LeftToRight)

    def _size_at(self, wide: int, *, upright: bool) -> QSize:
        self._turn(upright=upright)
        self._line.activate()
        margins = self._line.contentsMargins()
        beside = margins.left() + margins.right() if upright else self._beside()
        wide = max(
            wide, self._line.minimumSize().width(), min(self._longest() + beside, self._host.width() - 2 * _EDGE)
        )
        return QSize(wide, max(self._line.heightForWidth(wide), self._line.minimumSize().height()))

    def _on_timer_timeout(self) -> None:
        if self._covered or not (self._undo or self._file):
            self.hide()

    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _on_open_clicked(self) -> None:
        if self._file is not None and not self._files.show(self._file):
            self._say(self.tr("No program of this computer opens this file: {file}").format(file=self._file))

    def _on_folder_clicked(self) -> None:
        if self._file is not None:
            self._files.show(self._file.parent)
            self.hide()
