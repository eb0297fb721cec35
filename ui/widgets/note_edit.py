"""Several lines of text, which privacy mode covers dot by dot: what is typed meanwhile is kept and shown as dots too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.edits.keys import did_again, left_to_the_case

_DOT: Final = "∙"
"""The bullet operator: unlike the bullet, nobody types or pastes it, so that a dot always stands for what was there."""
_UNIT: Final = 2  # bytes: Qt counts in units of UTF-16


class NoteEdit(QPlainTextEdit):
    """Several lines of text; Tab leaves the field. While covered, the document itself holds only dots, so that neither the
    clipboard nor a screen reader gets at the text.
    """

    edited = Signal()
    loaded = Signal()
    left = Signal()

    def __init__(self, placeholder: str = "", *, lines: int = 3) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(lines * 20 + 14)
        self.secret = False
        self._loading = False
        self._covered: bytes | None = None
        """The text behind the dots, UTF-16; none while it is shown."""
        self.textChanged.connect(self._on_text_changed)
        self.document().contentsChange.connect(self._on_contents_change)

    def sizeHint(self) -> QSize:
        """Its least height: it takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def load(self, value: object) -> None:
        self._show(str(value or ""))
        self.loaded.emit()

    def raw(self) -> object:
        return self.toPlainText().strip()

    def draft(self) -> object:
        return self.toPlainText().strip()

    def toPlainText(self) -> str:
        """The text, also while the document holds only its dots."""
        return super().toPlainText() if self._covered is None else _text(self._covered)

    def set_private(self) -> None:
        """From now on covered in privacy mode."""
        self.secret = True

    @property
    def covered(self) -> bool:
        """Whether the document holds only dots."""
        return self._covered is not None

    def cover(self, hidden: bool) -> None:
        """Show dots in place of the text while privacy mode is on."""
        if (hidden and self.secret) != (self._covered is not None):
            text = self.toPlainText()
            self._covered = _units(text) if self._covered is None else None
            self._show(text)

    def event(self, event: QEvent) -> bool:
        return did_again(event, self.redo, able=self.document().isRedoAvailable()) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        known = self.document()
        if not left_to_the_case(event, undo=known.isUndoAvailable(), redo=known.isRedoAvailable()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _show(self, text: str) -> None:
        """Put a text into the document, or its dots, and leave the cursor where it was."""
        position, self._loading = self.textCursor().position(), True
        if self._covered is not None:
            self._covered = _units(text)
            text = _dots(text)
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(_units(text)) // _UNIT))
        self.setTextCursor(cursor)
        self._loading = False

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if self._covered is not None and not self._loading:
            self._covered = _spliced(self._covered, _units(super().toPlainText()), position, added)

    def _on_text_changed(self) -> None:
        if self._loading:
            return
        if self._covered is not None:
            self._show(_text(self._covered))
        self.edited.emit()


def _spliced(behind: bytes, shown: bytes, position: int, added: int) -> bytes:
    """The text behind the dots after an edit of the dots. Qt may count unchanged characters as removed and added again: dots at
    either end of what it calls added stand for what was there.
    """
    start = position * _UNIT
    new = shown[start : start + added * _UNIT]
    gone = len(behind) - len(shown) + len(new)
    dot = _units(_DOT)
    head = tail = 0
    while head + _UNIT <= min(len(new), gone) and new[head : head + _UNIT] == dot:
        head += _UNIT
    while tail + _UNIT <= min(len(new), gone) - head and new[len(new) - tail - _UNIT : len(new) - tail] == dot:
        tail += _UNIT
    return behind[: start + head] + new[head : len(new) - tail] + behind[start + gone - tail :]


def _dots(text: str) -> str:
    """A dot for every unit but line ends."""
    return "\n".join(_DOT * (len(_units(line)) // _UNIT) for line in text.split("\n"))


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")
