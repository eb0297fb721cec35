"""A text in an editor whose parts can be marked and replaced: of several lines, or of one. Places are units of UTF-16."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit

from ui.widgets.editors import TextEdit
from ui.widgets.note_edit import NoteEdit

Span = tuple[int, int, QTextCharFormat]
"""From, up to, and how it looks."""


class MarkedText(Protocol):
    """What marks need of an editor."""

    left: SignalInstance
    loaded: SignalInstance

    @property
    def text(self) -> str:
        """The text, also while only its dots are shown."""
        ...

    @property
    def covered(self) -> bool:
        """Whether only dots are shown."""
        ...

    @property
    def busy(self) -> bool:
        """Whether an input method is composing, which marks would end."""
        ...

    @property
    def position(self) -> int:
        """Where the cursor is."""
        ...

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark these parts, and no others."""
        ...

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in place of a part; undo brings it back."""
        ...


class NoteText:
    """A note of several lines: its marks move along with what is typed."""

    def __init__(self, editor: NoteEdit) -> None:
        self._editor = editor
        self.left, self.loaded = editor.left, editor.loaded

    @property
    def text(self) -> str:
        return self._editor.toPlainText()

    @property
    def covered(self) -> bool:
        return self._editor.covered

    @property
    def busy(self) -> bool:
        return False

    @property
    def position(self) -> int:
        return self._editor.textCursor().position()

    def mark(self, spans: Sequence[Span]) -> None:
        found = []
        for start, end, look in spans:
            made = QTextEdit.ExtraSelection()
            made.cursor, made.format = self._cursor(start, end), look  # type: ignore[attr-defined]
            found.append(made)
        self._editor.setExtraSelections(found)

    def replace(self, start: int, end: int, text: str) -> None:
        self._cursor(start, end).insertText(text)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class LineText:
    """One line. Qt lets nobody but input methods format parts of it: marks go in as what such a method would say of the text, with
    nothing to insert, and must never do so while a real one composes.
    """

    def __init__(self, editor: TextEdit) -> None:
        self._editor, self._marked = editor, False
        self.left, self.loaded = editor.left, editor.loaded
        editor.textChanged.connect(self._on_text_changed)

    @property
    def text(self) -> str:
        return self._editor.text()

    @property
    def covered(self) -> bool:
        return self._editor.echoMode() != QLineEdit.EchoMode.Normal

    @property
    def busy(self) -> bool:
        return self._editor.composing

    @property
    def position(self) -> int:
        return self._editor.cursorPosition()

    def mark(self, spans: Sequence[Span]) -> None:
        if self.busy or not (spans or self._marked):
            return
        self._marked = bool(spans)
        kind, at = QInputMethodEvent.AttributeType.TextFormat, self.position
        attributes = [QInputMethodEvent.Attribute(kind, start - at, end - start, look) for start, end, look in spans]
        QCoreApplication.sendEvent(self._editor, QInputMethodEvent("", attributes))

    def replace(self, start: int, end: int, text: str) -> None:
        self._editor.setSelection(start, end - start)
        self._editor.insert(text)

    def _on_text_changed(self, _text: str) -> None:
        """Marks of a line stay where they are while its text moves: away with them until it is judged again."""
        self.mark(())
