"""What stands in an editor as it was typed, read or not: a plain value for the journal of drafts, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.months_edit import MonthsEdit
from ui.widgets.phone_edit import PhoneEdit


def typed_state(editor: QWidget) -> Any:
    """A text, a truth value, or of several parts a list of them; raises TypeError for what is no editor."""
    match editor:
        case PhoneEdit():
            return [typed_state(part) for part in (editor.kind, editor.number, editor.valid)]
        case MonthsEdit():
            return editor.raw()
        case QPlainTextEdit():
            return editor.toPlainText()
        case QLineEdit():
            return editor.text()
        case QComboBox():
            return editor.currentData() or ""
        case QCheckBox():
            return editor.isChecked()
        case _:
            raise TypeError(type(editor).__name__)


def put_state(editor: Any, state: Any) -> None:
    """Put back what `typed_state` answered; tells nobody."""
    match editor:
        case PhoneEdit():
            for part, value in zip((editor.kind, editor.number, editor.valid), state, strict=True):
                put_state(part, value)
        case QLineEdit():
            editor.setText(str(state))
        case _:
            editor.load(state)


def typed_states(editors: Mapping[str, QWidget]) -> dict[str, Any]:
    """What stands in several editors."""
    return {key: typed_state(editor) for key, editor in editors.items()}


def put_states(editors: Mapping[str, Any], states: Mapping[str, Any]) -> None:
    """Put back what `typed_states` answered, as if it were typed again."""
    for key, state in states.items():
        put_state(editors[key], state)
        editors[key].edited.emit()
