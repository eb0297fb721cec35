"""A field: its name and what was found about it on a line above the editor; and the heading of a group of fields."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.look.letters import spoken
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.parts import Elided, in_role, label, name_field, restyle

READ_ONLY: Final = "read_only_page"
"""The property of a page in which nothing is typed: a field that is made in it later closes when it is first shown."""

_GAP: Final = 8
_AFTER_MS: Final = 60


class Field(QWidget):
    """A label line (name left, finding right) above an editor; a finding too long for that line wraps below the editor.

    The name becomes the editor's accessible name and its buddy.
    """

    edited = Signal()
    told = Signal()
    """Another sentence stands here, or none any more."""

    def __init__(self, key: str, name: str, editor: Any, hint: str = "") -> None:
        super().__init__()
        self.key, self.editor, self._hint = key, editor, hint
        self.wrong = False
        """Whether a finding stands here."""
        self.listed = False
        """Whether a list of the form says whole what has no room here; else it stands below the editor."""
        self.name = label(name, "label")
        self.note = Elided(hint, "hint")
        self.below = label("", "finding", wrap=True)
        self.below.hide()
        name_field(self.name, editor)
        editor.setAccessibleName(spoken(name))
        self.line = line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(self.name)
        line.addWidget(self.note, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(3)
        body.addLayout(line)
        body.addWidget(editor)
        body.addWidget(self.below)
        if not isinstance(
            editor, QAbstractScrollArea
        ):  # a note takes what is left; else a neighbour's sentence moves nothing here
            body.addStretch(1)
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
        for place in (self.note, self.below):
            in_role(place, "advice" if advice else "finding")
        self.note.set_text(mark + text)
        self._set_wrong(not advice)
        self._tell_below()
        self.told.emit()

    def clear_message(self) -> None:
        """Take the sentence away; the hint comes back."""
        if not self.wrong and self.note.whole == self._hint:
            return
        self.note.set_text(self._hint)
        in_role(self.note, "hint")
        self._set_wrong(False)
        self._tell_below()
        self.told.emit()

    @property
    def message(self) -> str:
        """The sentence that stands at the field, or the hint."""
        return self.note.whole

    @property
    def advised(self) -> bool:
        """Whether advice stands here: something to look at, which is not wrong."""
        return not self.wrong and self.note.whole.startswith("△ ")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_below()

    def _tell_below(self) -> None:
        """Say below the editor what is too long for the line above it; what is under a held mouse button stays where it is."""
        said = self.note.whole
        room = self.width() - (self.name.sizeHint().width() + _GAP if not self.name.isHidden() else 0)
        cut = (self.wrong or self.advised) and not self.listed and self.note.sizeHint().width() > room
        if cut != self.below.isHidden() and (not cut or self.below.text() == said):
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_AFTER_MS, self, self._tell_below)
            return
        self.below.setText(said if cut else "")
        self.below.setVisible(cut)
        self.note.setVisible(not cut)

    def _set_wrong(self, wrong: bool) -> None:
        """What stands at the field is told of whatever has its cursor, a part of the editor where it has several."""
        if self.wrong != wrong:
            self.wrong = wrong
            self.editor.setProperty("wrong", wrong)
            restyle(self.editor)
        for told in filter(None, (self.editor, self.editor.focusProxy())):
            told.setAccessibleDescription(self.note.whole if wrong or self.advised else "")

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
