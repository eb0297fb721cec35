"""The keys of undoing in a field of text: its own letters first, then the edits of the case."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_undo(event: QKeyEvent) -> bool:
    """Whether keys ask to take something back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether keys ask to do something again: Ctrl+Y and Ctrl+Shift+Z on every system."""
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or event.matches(QKeySequence.StandardKey.Redo)


def left_to_the_case(event: QKeyEvent, *, undo: bool, redo: bool) -> bool:
    """Whether keys ask for an undo or redo that a field has none of; the event is then passed on to what the field lies in."""
    passed = (is_undo(event) and not undo) or (is_redo(event) and not redo)
    if passed:
        event.ignore()
    return passed
