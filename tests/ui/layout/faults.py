"""What is wrong with a window as it stands: words cut, parts squashed below their least size, parts over each other.

Every fault is one line: kind, how much, where. A page that scrolls one way is no fault; one that scrolls both ways is. Words may
end in … only where `parts.Elided`, `parts.ElidedButton`, a cell of words or a long choice says them, all of which tell the whole in
a tip, and nowhere inside a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTableView,
    QToolButton,
    QWidget,
)

from tests.ui.seen_texts import in_sight
from ui.look.fonts import font
from ui.sheets.over_page import OverPage
from ui.tour.marks import Shade
from ui.value_table import ColumnSpec, Table
from ui.widgets.figure_labels import WholeText
from ui.widgets.parts import Elided, ElidedButton
from ui.widgets.slider_field import StepArrows
from ui.widgets.toast import Toast

FIGURE = re.compile(r"\d[\d,]*\.\d\d(?!\d)|\d{4}-\d\d-\d\d|\d(?:\.\d+)? ?%")
"""An amount, a day or a rate: never cut, wherever it stands."""
_ALONE = re.compile(r"(?:[^\w\s]|\s|[A-Z]{2,3}|\d|年|月|日|元|天|期)+")
"""A text that is nothing but figures and their signs."""
_LEAST_PIXELS = 10
_LEAST_CHOICE = 160
"""A choice with as many pixels may end in …: it is a sentence, and the tip tells it."""
_ROWS = 40
_ROWS_COMPARED, _LEAST_COLUMN, _SPARE = 300, 96, 30
"""Rows of a table; the pixels that a column always has; and those that it may have beyond its cells."""
_MAY_COVER = (OverPage, Shade, Toast, StepArrows, QScrollBar)
_WHOLE = (QLineEdit, QComboBox, QHeaderView, QPlainTextEdit, QTableView)
"""What is in them Qt made there."""
_CARES_FOR_ITSELF = (Elided, ElidedButton, QAbstractScrollArea, WholeText)


def faults(window: QWidget) -> Iterator[str]:
    """Every fault of what is in sight."""
    for widget in in_sight(window, _WHOLE):
        if not isinstance(widget, QScrollBar):
            for fault in (*_squashed(widget), *_beyond(widget), *_overlapping(widget), *_cut(widget)):
                yield f"{fault} [{_where(widget)}]".replace("\n", " ")


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Elided | ElidedButton):
        yield from _shown_of(widget.whole, widget.text().replace("&&", "&"))
    elif isinstance(widget, WholeText):
        if widget.drawn_font().pixelSize() < _LEAST_PIXELS:
            yield f"too small: {widget.text()!r} at {widget.drawn_font().pixelSize()} pixels"
    else:
        judges = {
            QLabel: _label, QPushButton: _button, QCheckBox: _button, QComboBox: _choice, QLineEdit: _line,
            QTableView: _table, QListWidget: _listed, QScrollArea: _both_ways,
        }  # fmt: skip
        for kind, judge in judges.items():
            if isinstance(widget, kind):
                yield from judge(widget)  # type: ignore[operator]


def _squashed(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, _CARES_FOR_ITSELF):
        least = widget.minimumSize()
    else:
        least = widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
    if isinstance(widget, QProgressBar) or (isinstance(widget, QLabel) and widget.wordWrap()):
        least.setHeight(widget.minimumHeight())  # drawn as a line; and words that wrap are judged by themselves
    if widget.width() < least.width() - 1:
        yield f"squashed: {widget.width()} of {least.width()} wide"
    if widget.height() < least.height() - 1:
        yield f"squashed: {widget.height()} of {least.height()} high"


def _beyond(widget: QWidget) -> Iterator[str]:
    """Part of a widget lies outside of its parent, where nobody can scroll to it."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, StepArrows | QScrollBar):
        return
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"beyond: {_rect(widget.geometry())} in {parent.width()}×{parent.height()}"


def _overlapping(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractScrollArea | QLineEdit | QComboBox):
        return
    inside = [one for one in widget.children() if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()]
    for first, second in combinations([one for one in inside if not isinstance(one, _MAY_COVER)], 2):
        common = first.geometry().intersected(second.geometry())
        if common.width() > 1 and common.height() > 1:
            yield f"overlapping: {_short(first)} and {_short(second)} share {_rect(common)}"


def _shown_of(whole: str, shown: str) -> Iterator[str]:
    """What ends in … must not do so inside a figure, nor be all figure."""
    kept = len(shown.removesuffix("…"))
    inside = any(one.start() < kept < one.end() for one in FIGURE.finditer(whole))
    if shown != whole and (inside or _ALONE.fullmatch(whole)):
        yield f"figure cut: {shown!r} of {whole!r}"


def _label(widget: QLabel) -> Iterator[str]:
    text, room = widget.text(), widget.contentsRect().width()
    if not text:
        return
    if not widget.wordWrap():
        wanted = widget.sizeHint()
        if wanted.width() > widget.width() + 1 or wanted.height() > widget.height() + 1:
            yield f"{_kind(text)}: {widget.width()}×{widget.height()} of {wanted.width()}×{wanted.height()} for {text!r}"
        return
    needed = widget.heightForWidth(widget.width())
    rounded = (
        1 if widget.devicePixelRatio() % 1 == 0 else widget.fontMetrics().leading() + 8
    )  # a fraction a line adds up
    if needed > widget.height() + rounded:
        yield f"{_kind(text)}: {widget.height()} of {needed} high for {text!r}"
    longest = max(widget.fontMetrics().horizontalAdvance(word) for word in text.split())
    if longest > room + 1 and all(ord(one) < 0x2E80 for one in text):
        yield f"{_kind(text)}: a word of {text!r} is wider than {room}"


def _button(widget: QPushButton | QCheckBox) -> Iterator[str]:
    text = widget.text().replace("&", "")
    if not text:
        return
    if "…" in text.rstrip("…") and not widget.toolTip():
        yield f"cut: {text!r}"
    option = QStyleOptionButton()
    widget.initStyleOption(option)
    boxed = isinstance(widget, QCheckBox)
    part = QStyle.SubElement.SE_CheckBoxContents if boxed else QStyle.SubElement.SE_PushButtonContents
    room = widget.style().subElementRect(part, option, widget).width()
    wanted = max(widget.fontMetrics().horizontalAdvance(line) for line in text.splitlines())
    if not boxed and not widget.icon().isNull():
        wanted += widget.iconSize().width() + 4
    if wanted > room + 1:
        yield f"{_kind(text)}: {room} of {wanted} wide for {text!r}"


def _choice(widget: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    part, text = QStyle.SubControl.SC_ComboBoxEditField, widget.currentText()
    room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget).width()
    wanted = widget.fontMetrics().horizontalAdvance(text)
    if wanted > room + 1 and (_ALONE.fullmatch(text) or room < _LEAST_CHOICE):
        yield f"{_kind(text)}: {room} of {wanted} wide for {text!r}"


def _line(widget: QLineEdit) -> Iterator[str]:
    """What was typed may be longer than its line; a figure may not, nor the words that stand in an empty one and in no tip."""
    text, typed = widget.displayText() or widget.placeholderText(), bool(widget.displayText())
    if (typed and not FIGURE.search(text)) or (not typed and text in widget.toolTip()):
        return
    inside = sum(one.width() for one in widget.findChildren(QToolButton) if one.isVisible())
    margins = widget.textMargins()
    room = widget.contentsRect().width() - margins.left() - margins.right() - 20 - inside
    if widget.fontMetrics().horizontalAdvance(text) > room + 4:
        yield f"{_kind(text)}: {room} of {widget.fontMetrics().horizontalAdvance(text)} wide for {text!r}"


def _table(widget: QTableView) -> Iterator[str]:
    model = widget.model()
    if model is None:
        return
    seen = [at for at in range(model.columnCount()) if not widget.isColumnHidden(at)]
    for section in seen:
        yield from _heading(widget, section)
        yield from _cells(widget, section)
    yield from _words_beside_room(widget, seen)
    taken = sum(widget.columnWidth(one) for one in seen)
    never = widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if never and taken > widget.viewport().width() + 1:
        yield f"columns beyond the edge: {taken} in {widget.viewport().width()}"


def _words_beside_room(widget: QTableView, seen: list[int]) -> Iterator[str]:
    """Words are cut while another column has room that neither its cells nor its heading take."""
    if not isinstance(widget, Table):
        return
    model, metrics, heads = widget.model(), QFontMetrics(font()), QFontMetrics(widget.horizontalHeader().font())
    for_cells, spare = {}, 0
    for at in seen:
        texts = (str(model.index(row, at).data() or "") for row in range(min(model.rowCount(), _ROWS_COMPARED)))
        for_cells[at] = max((metrics.horizontalAdvance(one) + 8 for one in texts), default=0)
        head = heads.horizontalAdvance(str(model.headerData(at, Qt.Orientation.Horizontal) or "")) + 20
        spare = max(spare, widget.columnWidth(at) - max(for_cells[at], head, _LEAST_COLUMN))
    for at, wanted in for_cells.items():
        if wanted > widget.columnWidth(at) and spare > _SPARE:
            yield f"words cut beside room: {widget.columnWidth(at)} of {wanted} wide, {spare} spare"


def _heading(widget: QTableView, section: int) -> Iterator[str]:
    header, width = widget.horizontalHeader(), widget.columnWidth(section)
    title = str(widget.model().headerData(section, Qt.Orientation.Horizontal) or "") if header.isVisible() else ""
    wanted = QFontMetrics(header.font()).horizontalAdvance(title) + 10
    if title and wanted > width:
        yield f"heading cut: {width} of {wanted} wide for {title!r}"


def _cells(widget: QTableView, section: int) -> Iterator[str]:
    model, width = widget.model(), widget.columnWidth(section)
    column: ColumnSpec | None = widget.content.columns[section] if isinstance(widget, Table) else None
    metrics = QFontMetrics(font(bold=column is not None and column.bold))
    never = column is not None and (column.figure or column.whole)
    for row in range(min(model.rowCount(), _ROWS)):
        text = str(model.index(row, section).data() or "")
        wanted = metrics.horizontalAdvance(text) + 8
        if wanted > width and (never or _ALONE.fullmatch(text)):
            yield f"figure cut: {width} of {wanted} wide for {text!r}"


def _listed(widget: QListWidget) -> Iterator[str]:
    room = widget.viewport().width() - 2 * widget.spacing()
    for at in range(min(widget.count(), _ROWS)):
        text = widget.item(at).text()
        wanted = widget.fontMetrics().horizontalAdvance(text) + 4
        if wanted > room and not widget.wordWrap() and widget.item(at).toolTip() != text:
            yield f"{_kind(text)}: {room} of {wanted} wide for {text!r}"


def _both_ways(widget: QScrollArea) -> Iterator[str]:
    inside, view = widget.widget(), widget.viewport()
    if inside is None:
        return
    wide, high = inside.width() > view.width() + 1, inside.height() > view.height() + 1
    if wide and high:
        yield f"scrolls both ways: {inside.width()}×{inside.height()} in {view.width()}×{view.height()}"
    if wide and widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        yield f"beyond: {inside.width()} wide in {view.width()} and no bar"
    if high and widget.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        yield f"beyond: {inside.height()} high in {view.height()} and no bar"


def _kind(text: str) -> str:
    return "figure cut" if FIGURE.search(text) else "cut"


def _short(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__}({said[:24] or widget.accessibleName()[:24]})"


def _where(widget: QWidget) -> str:
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        if type(at).__name__ != "QWidget":
            names.append(_short(at) if not names else type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def _rect(rect: QRect) -> str:
    return f"{rect.width()}×{rect.height()}@{rect.x()},{rect.y()}"
