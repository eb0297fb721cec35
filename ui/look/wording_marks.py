"""Marks words that have no place in a note while it is typed, and offers calmer ones: advice, never a refusal."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.look.theme import Theme, load_theme
from ui.look.wording import Words
from ui.widgets.field import Field
from ui.widgets.note_edit import NoteEdit

if TYPE_CHECKING:
    from workstation.conversation.wording_check import Mark

_REST_MS: Final = 400
_READING_MS: Final = 3000
"""So long typing rests before it is judged."""


class WordingMarks(QObject):
    """Belongs to one field with a note. Marked words are underlined with a wave and tinted, and the field tells the calmer ones,
    which Ctrl+. puts in their place; undo brings the words back.
    """

    def __init__(self, field: Field, words: Words) -> None:
        super().__init__(field)
        self._field, self._words = field, words
        self._editor: NoteEdit = field.editor
        self.found: tuple[Mark, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        field.edited.connect(self._rest.start)
        self._editor.left.connect(self._on_rested)
        self._editor.loaded.connect(self.clear)
        shortcut = QShortcut(QKeySequence("Ctrl+."), self._editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.apply)

    def _on_rested(self) -> None:
        """Judge what was typed; the first time the rules are read beside the window, which would stand still meanwhile."""
        from workstation.conversation.phrase_rules import gates

        if gates.cache_info().currsize:
            self.check()
        elif self._editor.toPlainText():
            QThreadPool.globalInstance().start(gates)
            self._rest.start(_READING_MS)

    def check(self) -> None:
        """Judge the text now and show what was found."""
        from workstation.conversation.wording_check import finding_of, marks

        self._rest.stop()
        self._rest.setInterval(_REST_MS)
        before, self.found = self.found, () if self._editor.covered else marks((), self._editor.toPlainText())
        self._editor.setExtraSelections([self._selection(mark) for mark in self.found])
        if self.found:
            told = self._words.finding(finding_of(self.found[0], ""))
            text = self.tr("{told} (Ctrl+. replaces)").format(told=told)
            self._field.show_message(text, advice=True)
            self._editor.setAccessibleDescription(text)
        elif before and not self._field.wrong:
            self._field.clear_message()

    def clear(self) -> None:
        """Forget what was found: the field holds another text."""
        self._rest.stop()
        self.found = ()
        self._editor.setExtraSelections([])

    def apply(self) -> None:
        """Put the calmer words in place of those at the cursor, else of the first ones."""
        self.check()
        if not self.found:
            return
        at = self._editor.textCursor().position()
        chosen = next((one for one in self.found if self._span(one)[0] <= at <= self._span(one)[1]), self.found[0])
        self._cursor(chosen).insertText(self._words.titled(chosen.phrase.instead))
        self.check()

    def _span(self, mark: Mark) -> tuple[int, int]:
        """Where the words lie in the document, which counts in units of UTF-16."""
        text = self._editor.toPlainText()
        start = _units(text[: mark.start])
        return start, start + _units(text[mark.start : mark.end])

    def _cursor(self, mark: Mark) -> QTextCursor:
        start, end = self._span(mark)
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        """A wave under the words besides the tint, so that nobody needs to see the colour."""
        name = "bad" if mark.severe else "warning"
        dark = self._editor.palette().color(QPalette.ColorRole.Base).lightness() < QColor("gray").lightness()
        theme = _theme("dark" if dark else "light")
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.color(name))
        look.setBackground(theme.color(f"{name}_soft"))
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._cursor(mark), look  # type: ignore[attr-defined]
        return made


def mark_wording(field: Field, words: Words) -> None:
    """Have a field with a note mark its words; other fields are left alone."""
    if isinstance(field.editor, NoteEdit):
        WordingMarks(field, words)


@cache
def _theme(mode: str) -> Theme:
    return load_theme("dark" if mode == "dark" else "light")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
