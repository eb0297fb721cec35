"""A field: its name and what was found about it on a line above the editor; and the heading of a group of fields."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.look.letters import spoken
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.parts import Elided, in_role, label, name_field, restyle

READ_ONLY: Final = "read_only_page"
"""The property of a page in which nothing is typed: a field that is made in it later closes when it is first shown."""


class Field(QWidget):
    """A label line (name left, finding right) above an editor. The name becomes the editor's accessible name and its buddy."""

    edited = Signal()

    def __init__(self, key: str, name: str, editor: Any, hint: str = "") -> None:
        super().__init__()
        self.key, self.editor, self._hint = key, editor, hint
        self.wrong = False
        """Whether a finding stands here."""
        self.name = label(name, "label")
        self.note = Elided(hint, "hint")
        name_field(self.name, editor)
        editor.setAccessibleName(spoken(name))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.name)
        line.addWidget(self.note, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(3)
        body.addLayout(line)
        body.addWidget(editor)
        if isinstance(editor, CheckEdit):
            self.name.hide()
        editor.edited.connect(self._on_editor_edited)
        if isinstance(editor, TextEdit):
            editor.left.connect(self._on_editor_left)

    @property
    def called(self) -> str:
        """The name of the field as it is read aloud."""
        return str(self.editor.accessibleName())

    def close_editor(self) -> None:
        """Let nothing be typed or picked; what stands here can still be read and copied."""
        for editor in (self.editor, *self.editor.findChildren(QWidget)):
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.setReadOnly(True)
            elif isinstance(editor, ChoiceEdit | CheckEdit):
                editor.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        above: QWidget | None = self
        while above is not None and not above.property(READ_ONLY):
            above = above.parentWidget()
        if above is not None:
            self.close_editor()

    def show_message(self, text: str, *, advice: bool = False) -> None:
        """Show a sentence at the field: a finding in red with a red edge, advice in amber without."""
        mark = "△ " if advice else "✕ "
        self.note.set_text(mark + text)
        in_role(self.note, "advice" if advice else "finding")
        self._set_wrong(not advice)

    def clear_message(self) -> None:
        """Take the sentence away; the hint comes back."""
        if not self.wrong and self.note.whole == self._hint:
            return
        self.note.set_text(self._hint)
        in_role(self.note, "hint")
        self._set_wrong(False)

    @property
    def message(self) -> str:
        """The sentence that stands at the field, or the hint."""
        return self.note.whole

    def _set_wrong(self, wrong: bool) -> None:
        if self.wrong != wrong:
            self.wrong = wrong
            self.editor.setProperty("wrong", wrong)
            restyle(self.editor)
        self.editor.setAccessibleDescription(self.note.whole if wrong else "")

    def _on_editor_edited(self) -> None:
        self.clear_message()
        if isinstance(self.editor, TextEdit):
            said = self.editor.understood()
            self.note.set_text(f"= {said}" if said else self._hint)
        self.edited.emit()

    def _on_editor_left(self) -> None:
        """What was understood stands in the field itself now."""
        if self.note.whole.startswith("= "):
            self.note.set_text(self._hint)


def caption(text: str) -> QLabel:
    """The heading of a group of fields."""
    return label(text, "section")
