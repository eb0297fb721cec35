"""A field: its name and what was found about it on a line above the editor; and the heading of a group of fields."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.editors import CheckEdit
from ui.widgets.parts import Elided, in_role, label, restyle


class Field(QWidget):
    """A label line (name left, finding right) above an editor. The name becomes the editor's accessible name and its buddy."""

    edited = Signal()

    def __init__(self, key: str, name: str, editor: Any, hint: str = "") -> None:
        super().__init__()
        self.key, self.editor, self._hint = key, editor, hint
        self.name = label(name, "label")
        self.note = Elided(hint, "hint")
        self.name.setBuddy(editor)
        editor.setAccessibleName(name.replace("&", ""))
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

    @property
    def wrong(self) -> bool:
        """Whether a finding stands here."""
        return bool(self.editor.property("wrong"))

    def show_message(self, text: str, *, advice: bool = False) -> None:
        """Show a sentence at the field: a finding in red with a red edge, advice in amber without."""
        mark = "△ " if advice else "✕ "
        self.note.set_text(mark + text)
        in_role(self.note, "advice" if advice else "finding")
        self._set_wrong(not advice)

    def clear_message(self) -> None:
        """Take the sentence away; the hint comes back."""
        self.note.set_text(self._hint)
        in_role(self.note, "hint")
        self._set_wrong(False)

    @property
    def message(self) -> str:
        """The sentence that stands at the field, or the hint."""
        return self.note.whole

    def _set_wrong(self, wrong: bool) -> None:
        if self.wrong != wrong:
            self.editor.setProperty("wrong", wrong)
            restyle(self.editor)
        self.editor.setAccessibleDescription(self.note.whole if wrong else "")

    def _on_editor_edited(self) -> None:
        self.clear_message()
        self.edited.emit()


def caption(text: str) -> QLabel:
    """The heading of a group of fields."""
    return label(text, "section")
