"""What a screen reader is told: every control of every page has a name, a role and, where it holds one, its value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleInterface
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

from tests.ui.layout.tab_order import above
from tests.ui.seen_texts import in_sight
from ui.widgets.field import Field
from ui.widgets.room.reading_order import stops

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
        yield from (f"{fault}: {where} “{name}”" for fault in _states(one, told))
        plain = one.text() if isinstance(one, QLineEdit) and one.echoMode() == QLineEdit.EchoMode.Normal else ""
        if plain and told.text(QAccessible.Text.Value) != plain:
            yield f"no value: {where} “{name}”"
    yield from disorder(window)


def _states(one: QWidget, told: QAccessibleInterface) -> Iterator[str]:
    """What is seen of a control and not told of it."""
    state: Any = told.state()  # the stubs of PySide6 know none of its flags
    if (
        isinstance(one, QAbstractButton)
        and one.isCheckable()
        and (not state.checkable or bool(state.checked) != one.isChecked())
    ):
        yield "checked or not is not told"
    if bool(state.disabled) == one.isEnabled():
        yield "enabled or not is not told"
    if isinstance(one, QLineEdit | QPlainTextEdit) and bool(state.readOnly) != one.isReadOnly():
        yield "read only or not is not told"
    field = above(one, Field)
    found = (
        isinstance(field, Field) and one in (field.editor, field.editor.focusProxy()) and (field.wrong or field.advised)
    )
    if isinstance(field, Field) and found and told.text(QAccessible.Text.Description) != field.message:
        yield "the finding is not told"


def disorder(window: QWidget) -> Iterator[str]:
    """Where what a screen reader goes through comes in another order than by Tab, which is that of reading."""
    read = list(stops(window))
    told = [one for one in _through(QAccessible.queryAccessibleInterface(window)) if one in set(read)]
    for one in read:
        if one not in told:
            yield f"not in the tree: {_called(one)}"
    read = [one for one in read if one in told]
    for before, after in pairwise(told):
        if read.index(after) < read.index(before):
            yield f"told before what is read first: {_called(before)} → {_called(after)}"


def _through(told: QAccessibleInterface | None) -> Iterator[QWidget]:
    """The widgets of a tree, parents first, as they are gone through."""
    if told is None:
        return
    found = told.object()
    if isinstance(found, QWidget):
        yield found
        if isinstance(found, QAbstractItemView | QComboBox):
            return
    for at in range(told.childCount()):
        yield from _through(told.child(at))


def _called(one: QWidget) -> str:
    return f"{type(one).__name__} “{one.accessibleName() or getattr(one, 'text', str)()}” in {type(one.parentWidget()).__name__}"
