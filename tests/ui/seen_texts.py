"""Every text that a person or a screen reader gets out of a window: widgets, models, menus, accessible objects."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
)  # fmt: skip
_LISTS = (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree)
"""Their cells speak what their models hold, which is read from the models."""
_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


def seen_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything in a window, shown or waiting behind another page."""
    for widget in (window, *window.findChildren(QWidget)):
        where = f"{type(widget).__name__} of {type(widget.parent()).__name__}"
        for text in _texts_of(widget):
            if text:
                yield where, text
    for action in window.findChildren(QAction):
        yield "QAction", f"{action.text()} {action.toolTip()}"
    yield from _spoken(QAccessible.queryAccessibleInterface(window))


def in_sight(window: QWidget, whole: tuple[type[QWidget], ...] = ()) -> Iterator[QWidget]:
    """A window in sight and everything in it that is; of a ``whole`` kind not the parts that Qt makes within it."""
    yield window
    if not isinstance(window, whole):
        for part in window.children():
            if isinstance(part, QWidget) and part.isVisible():
                yield from in_sight(part, whole)


def shown_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of what is in sight, its tips and names included, and of the menus."""
    for widget in in_sight(window):
        where = f"{type(widget).__name__} of {type(widget.parent()).__name__}"
        yield from ((where, text) for text in _texts_of(widget) if text)
        yield from (("QAction", f"{one.text()} {one.toolTip()}") for one in widget.actions() if one.isVisible())


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (
        widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.windowTitle(), widget.accessibleName(),
        widget.accessibleDescription(),
    )  # fmt: skip
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield from (widget.displayText(), widget.placeholderText())
    if isinstance(widget, QPlainTextEdit):
        yield from (widget.document().toPlainText(), widget.placeholderText())
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QComboBox):
        yield from _cells(widget.model())
        yield widget.currentText()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())
        yield from _headings(widget.model())


def _columns(model: QAbstractItemModel) -> int:
    """A list keeps it to itself that it has one."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(_columns(model)):
            for role in _ROLES:
                value = model.data(model.index(row, column), role)
                if isinstance(value, str):
                    yield value


def _headings(model: QAbstractItemModel) -> Iterator[str]:
    for way, count in ((Qt.Orientation.Horizontal, _columns(model)), (Qt.Orientation.Vertical, model.rowCount())):
        for number in range(count):
            for role in _ROLES:
                value = model.headerData(number, way, role)
                if isinstance(value, str):
                    yield value


def _spoken(place: QAccessibleInterface | None, depth: int = 0) -> Iterator[tuple[str, str]]:
    if place is None or not place.isValid() or depth > 40:
        return
    for kind in _SPOKEN:
        if text := place.text(kind):
            yield f"accessible {place.role()}", text
    written = place.textInterface() if hasattr(place, "textInterface") else None
    if written is not None:
        yield f"accessible text {place.role()}", written.text(0, written.characterCount())
    if place.role() in _LISTS:
        return
    for number in range(place.childCount()):
        yield from _spoken(place.child(number), depth + 1)
