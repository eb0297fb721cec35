"""Pages for a person who may look and change nothing: texts can be read and copied, nothing can be typed or picked."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.editors import CheckEdit, ChoiceEdit
from ui.widgets.field import Field


def make_read_only(page: QWidget) -> None:
    """Close every field of a page; search fields and lists are no fields and stay open."""
    for field in page.findChildren(Field):
        for editor in (field.editor, *field.editor.findChildren(QWidget)):
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.setReadOnly(True)
            elif isinstance(editor, ChoiceEdit | CheckEdit):
                editor.setEnabled(False)
