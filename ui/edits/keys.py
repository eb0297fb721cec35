"""Keys that a field of text passes on: undoing, once its own letters are undone, and Alt with a letter that leads nowhere."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_undo(event: QKeyEvent) -> bool:
    """Whether keys ask to take something back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether keys ask to do something again: Ctrl+Y and Ctrl+Shift+Z on every system."""
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or event.matches(QKeySequence.StandardKey.Redo)


def is_stray_letter(event: QKeyEvent) -> bool:
    """Whether keys are Alt and a letter that nothing here answers to: Qt would type the letter. A Mac writes signs by that key."""
    if sys.platform == "darwin" or event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return False
    return bool(event.text()) and event.text().isprintable()


def left_to_the_case(event: QKeyEvent, *, undo: bool, redo: bool) -> bool:
    """Whether keys are no business of a field, as an undo or redo that it has none of; they go on to what the field lies in."""
    passed = (is_undo(event) and not undo) or (is_redo(event) and not redo) or is_stray_letter(event)
    if passed:
        event.ignore()
    return passed


def did_again(event: QEvent, redo: Callable[[], object], *, able: bool) -> bool:
    """Do again what was typed in a field, before a menu has the keys: Qt's own fields know Ctrl+Y on Windows alone."""
    kind = event.type()
    if not able or kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        return False
    if not isinstance(event, QKeyEvent) or not is_redo(event):
        return False
    event.accept()
    if kind == QEvent.Type.KeyPress:
        redo()
    return True


def left_to_the_menu(event: QEvent) -> bool:
    """Whether keys are a menu's that one system's fields know otherwise: Ctrl+E goes to the end of a line on Linux, as End does."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    left = event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if left:
        event.ignore()
    return left
