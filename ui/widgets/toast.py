"""Messages over the page that never move it nor cover what they speak of: a sentence, and undo or the file where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ui.files import FileChooser
from ui.widgets.parts import button, in_role, label, row

_SHOWN_MS: Final = 8000
_WIDEST: Final = 720
_EDGE: Final = 12
_TOLD: Final = ("finding", "advice", "bad", "hero")


class Toast(QFrame):
    """Stays eight seconds, or until the next messages; with undo it stays until it is answered or replaced."""

    def __init__(self, host: QWidget, files: FileChooser) -> None:
        super().__init__(host)
        in_role(self, "toast")
        self._host, self._files = host, files
        self._plain = ""
        self._undo: Callable[[], None] | None = None
        self._file: Path | None = None
        self.text = label("", wrap=True)
        self.undo = button("", on_click=self._on_undo_clicked)
        self.open_button = button("", on_click=self._on_open_clicked)
        self.folder_button = button("", on_click=self._on_folder_clicked)
        self.close_button = button("✕", on_click=self.hide)
        line = row(self.text, self.undo, self.open_button, self.folder_button, self.close_button, gap=8, margins=8)
        line.setContentsMargins(16, 8, 8, 8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
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
        self._timer.stop() if self._undo or self._file else self._timer.start()

    def cover(self, hidden: bool) -> None:
        """Privacy mode: what was said before it began is covered, since it may name a person; undo still works."""
        self.text.setText(self.tr("Hidden. Press F8 to show.") if hidden else self._plain)

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

    def _place(self) -> None:
        """At the bottom, or where it covers less of what it may speak of: the cursor, main buttons and what was found."""
        wide = max(240, min(_WIDEST, self._host.width() - 2 * _EDGE))
        self.setFixedWidth(wide)
        self.adjustSize()
        self.resize(
            wide, max(self.heightForWidth(wide), self.minimumSizeHint().height())
        )  # for this width, not for its hint
        spoken_of = list(self._spoken_of())
        self.move(min(self._places(), key=lambda at: _covered(QRect(at, self.size()), spoken_of)))

    def _places(self) -> Iterator[QPoint]:
        """Where it may stand, the usual place first."""
        low, right = self._host.height() - self.height() - _EDGE, self._host.width() - self.width() - _EDGE
        middle, high = (self._host.width() - self.width()) // 2, 32
        for down in (low, high, (low + high) // 2):
            for across in (middle, right, _EDGE):
                yield QPoint(across, down)

    def _spoken_of(self) -> Iterator[QRect]:
        focus: QWidget | None = self._host.focusWidget()
        if focus is not None and focus.isVisible():
            yield self._place_of(focus)
        for made in self._host.findChildren(QPushButton):
            if made.isVisible() and made.property("role") == "primary":
                yield self._place_of(made)
        for told in self._host.findChildren(QLabel):
            if told.isVisible() and told.text() and told.property("role") in _TOLD:
                yield self._place_of(told)

    def _place_of(self, widget: QWidget) -> QRect:
        seen = widget.visibleRegion().boundingRect()
        return QRect(widget.mapTo(self._host, seen.topLeft()), seen.size())

    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _on_open_clicked(self) -> None:
        if self._file is not None and not self._files.show(self._file):
            self.text.setText(self.tr("No program of this computer opens this file: {file}").format(file=self._file))

    def _on_folder_clicked(self) -> None:
        if self._file is not None:
            self._files.show(self._file.parent)
            self.hide()


def _covered(place: QRect, spoken_of: list[QRect]) -> int:
    """How many things a place lies over, wholly or in part."""
    return sum(place.intersects(one) for one in spoken_of)
