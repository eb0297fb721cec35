"""Marks words that have no place in a free text while it is typed, and offers calmer ones: advice, never a refusal."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut, QTextCharFormat

from ui.look.marked_text import LineText, MarkedText, NoteText, Span
from ui.look.theme import Theme, load_theme
from ui.look.wording import Words
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from ui.widgets.note_edit import NoteEdit

if TYPE_CHECKING:
    from workstation.conversation.wording.check import Mark

_REST_MS: Final = 400
_READING_MS: Final = 3000
"""So long typing rests before it is judged."""


class WordingMarks(QObject):
    """Belongs to one field with a free text. Marked words are underlined with a wave and tinted, and the field tells the calmer
    ones, which Ctrl+. puts in their place; undo brings the words back.
    """

    def __init__(self, field: Field, words: Words, marked: MarkedText) -> None:
        super().__init__(field)
        self._field, self._words, self._marked = field, words, marked
        self._editor = field.editor
        self.found: tuple[Mark, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        field.edited.connect(self._rest.start)
        marked.left.connect(self._on_rested)
        marked.loaded.connect(self.clear)
        shortcut = QShortcut(QKeySequence("Ctrl+."), self._editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.apply)

    def _on_rested(self) -> None:
        """Judge what was typed; the first time the rules are read beside the window, which would stand still meanwhile."""
        from workstation.conversation.phrase_rules import gates

        if self._marked.busy:
            self._rest.start()
        elif gates.cache_info().currsize:
            self.check()
        elif self._marked.text:
            QThreadPool.globalInstance().start(gates)
            self._rest.start(_READING_MS)

    def check(self) -> None:
        """Judge the text now and show what was found."""
        from workstation.conversation.wording.check import finding_of, marks

        self._rest.stop()
        self._rest.setInterval(_REST_MS)
        before, self.found = self.found, () if self._marked.covered else marks((), self._marked.text)
        self._marked.mark([self._shown(mark) for mark in self.found])
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
        self._marked.mark(())

    def apply(self) -> None:
        """Put the calmer words in place of those at the cursor, else of the first ones."""
        self.check()
        if not self.found:
            return
        at = self._marked.position
        chosen = next((one for one in self.found if self._span(one)[0] <= at <= self._span(one)[1]), self.found[0])
        self._marked.replace(*self._span(chosen), self._words.titled(chosen.phrase.instead))
        self.check()

    def _span(self, mark: Mark) -> tuple[int, int]:
        """Where the words lie in the editor, which counts in units of UTF-16."""
        text = self._marked.text
        start = _units(text[: mark.start])
        return start, start + _units(text[mark.start : mark.end])

    def _shown(self, mark: Mark) -> Span:
        """A wave under the words besides the tint, so that nobody needs to see the colour."""
        name = "bad" if mark.severe else "warning"
        dark = self._editor.palette().color(QPalette.ColorRole.Base).lightness() < QColor("gray").lightness()
        theme = _theme("dark" if dark else "light")
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.color(name))
        look.setBackground(theme.color(f"{name}_soft"))
        return *self._span(mark), look


def mark_wording(field: Field, words: Words) -> None:
    """Have a field with a free text mark its words; other fields are left alone."""
    if isinstance(field.editor, NoteEdit):
        WordingMarks(field, words, NoteText(field.editor))
    elif isinstance(field.editor, TextEdit) and field.editor.free:
        WordingMarks(field, words, LineText(field.editor))


@cache
def _theme(mode: str) -> Theme:
    return load_theme("dark" if mode == "dark" else "light")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
