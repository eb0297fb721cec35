"""The months of a year as twelve cells of one field: a click or the space bar marks one, the arrow keys walk along them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.theme import Theme

MONTHS = range(1, 13)
_HEIGHT = 30
_RADIUS = 6


class MonthsEdit(QWidget):
    """Its value is a tuple of months 1–12 in order; as text, ``2,7``."""

    edited = Signal()

    def __init__(self, theme: Theme, names: dict[int, str]) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self._marked: frozenset[int] = frozenset()
        self._at = 1
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(280, _HEIGHT)

    def load(self, value: object) -> None:
        """Show months: a tuple of numbers, or the text that `raw` gives."""
        given = value.split(",") if isinstance(value, str) else value if isinstance(value, tuple) else ()
        self._marked = frozenset(int(one) for one in given if one)
        self._show_findings()

    def raw(self) -> object:
        return ",".join(map(str, sorted(self._marked)))

    def draft(self) -> object:
        return tuple(sorted(self._marked))

    def toggle(self, month: int) -> None:
        """Mark a month, or take its mark away."""
        self._at = month
        self._marked ^= {month}
        self._show_findings()
        self.edited.emit()

    def _show_findings(self) -> None:
        marked = "、".join(self._names[month] for month in sorted(self._marked))
        mark = "✓" if self._at in self._marked else "–"
        self.setAccessibleDescription(f"{self._names[self._at]} {mark}; {marked or '—'}")
        self.update()

    def rect_of(self, month: int) -> QRectF:
        """Where the cell of a month lies."""
        wide = self.width() / len(MONTHS)
        return QRectF((month - 1) * wide + 1, 2, wide - 2, self.height() - 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        wide = self.width() / len(MONTHS)
        self.toggle(min(12, max(1, int(event.position().x() // wide) + 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._at = (self._at - 1 + steps[key]) % len(MONTHS) + 1
            self._show_findings()
        elif key == Qt.Key.Key_Space:
            self.toggle(self._at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12))
        for month in MONTHS:
            self._paint_cell(painter, month)
        painter.end()

    def _paint_cell(self, painter: QPainter, month: int) -> None:
        marked, here = month in self._marked, self.hasFocus() and month == self._at
        edge = self._theme.color("accent" if marked or here else "border")
        painter.setPen(QPen(edge, 2 if here else 1))
        painter.setBrush(self._theme.color("accent_soft" if marked else "surface"))
        painter.drawRoundedRect(self.rect_of(month), _RADIUS, _RADIUS)
        painter.setPen(self._theme.color("accent" if marked else "text_2"))
        painter.drawText(self.rect_of(month), Qt.AlignmentFlag.AlignCenter, str(month))
        if marked:
            rect = self.rect_of(month)
            painter.drawLine(
                int(rect.left()) + 4, int(rect.center().y()), int(rect.right()) - 4, int(rect.center().y())
            )
