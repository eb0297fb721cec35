"""What a screen reader is told: every control of every page has a name, a role and, where it holds one, its value."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from tests.ui.seen_texts import in_sight

_KINDS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, QAbstractSlider)
_SIGNS = "✕△✓●○→←!★≈↳?❗…•"


def controls(window: QWidget) -> Iterator[QWidget]:
    """What can be seen and worked; bars, and the parts that Qt makes within its own controls, speak through those."""
    for one in in_sight(window):
        inner = isinstance(one.parentWidget(), QComboBox | QLineEdit | QAbstractItemView)
        if isinstance(one, QLabel) and not one.text():
            continue
        takes = isinstance(one, _KINDS) or (one.focusPolicy().value and one.focusProxy() is None)
        if takes and not inner and not isinstance(one, QScrollBar) and not one.isWindow():
            yield one


def faults(window: QWidget) -> Iterator[str]:
    """Every control in sight that a screen reader is not told of as it should be."""
    for one in controls(window):
        told = QAccessible.queryAccessibleInterface(one)
        where = f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        if told is None:
            yield f"not told at all: {where}"
            continue
        name = told.text(QAccessible.Text.Name).strip(" " + _SIGNS)
        if not name:
            yield f"no name: {where} {one.objectName()}"
        if told.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client) and isinstance(one, _KINDS):
            yield f"no role: {where} “{name}”"
        if isinstance(one, QComboBox) and one.currentText() and not told.text(QAccessible.Text.Value):
            yield f"no value: {where} “{name}”"
        plain = one.text() if isinstance(one, QLineEdit) and one.echoMode() == QLineEdit.EchoMode.Normal else ""
        if plain and told.text(QAccessible.Text.Value) != plain:
            yield f"no value: {where} “{name}”"
