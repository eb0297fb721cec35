"""The balance over time, under the plan and beside it. Geometry only: figures come finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import font
from ui.theme import Theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 10, 26


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of (day, amount in minor units); ``dashed`` for what is only feared."""

    name: str
    points: tuple[tuple[date, int], ...]
    token: str = "accent"
    dashed: bool = False


class BalanceChart(QWidget):
    """Draws curves over a common scale with a few even grid lines."""

    def __init__(self, theme: Theme, digits: int = 2) -> None:
        super().__init__()
        self._theme, self._digits = theme, digits
        self._curves: tuple[Curve, ...] = ()
        self._empty = ""
        self.setMinimumSize(220, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_curves(self, curves: Sequence[Curve], empty: str = "") -> None:
        """Replace the lines; ``empty`` is said when there are none."""
        self._curves = tuple(curve for curve in curves if len(curve.points) > 1)
        self._empty = empty
        self.setAccessibleName("; ".join(curve.name for curve in self._curves) or empty)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(11))
        if not self._curves:
            painter.setPen(self._theme.color("text_2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
        else:
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        days = [day for curve in self._curves for day, _ in curve.points]
        first, span = min(days), max(1, (max(days) - min(days)).days)
        step = _even_step(max(value for curve in self._curves for _, value in curve.points), 10**self._digits)
        top = max(1, -(-max(value for curve in self._curves for _, value in curve.points) // step)) * step
        box = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        self._paint_scale(painter, box, top, step)
        self._paint_days(painter, box, first, max(days))
        for curve in self._curves:
            places = [
                QPointF(box.left() + box.width() * (day - first).days / span, box.bottom() - box.height() * value / top)
                for day, value in curve.points
            ]
            self._paint_curve(painter, curve, places)

    def _paint_scale(self, painter: QPainter, box: QRectF, top: int, step: int) -> None:
        for value in range(0, top + 1, step):
            height = box.bottom() - box.height() * value / top
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height))
            painter.setPen(self._theme.color("text_2"))
            words = QRectF(0, height - 9, _LEFT - 8, 18)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._short(value))

    def _paint_days(self, painter: QPainter, box: QRectF, first: date, last: date) -> None:
        painter.setPen(self._theme.color("text_2"))
        line = QRectF(box.left(), box.bottom() + 6, box.width(), 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, first.strftime("%Y-%m"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, last.strftime("%Y-%m"))

    def _paint_curve(self, painter: QPainter, curve: Curve, places: list[QPointF]) -> None:
        pen = QPen(self._theme.color(curve.token), 2)
        if curve.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        middle = places[len(places) // 2]
        width = painter.fontMetrics().horizontalAdvance(curve.name) + 8
        left = min(middle.x() + 4, self.width() - width - _RIGHT)
        painter.drawText(QRectF(left, middle.y() - 22, width, 18), Qt.AlignmentFlag.AlignCenter, curve.name)

    def _short(self, minor: int) -> str:
        return f"{minor // 10**self._digits:,}"


def _even_step(most: int, unit: int) -> int:
    """A step of 1, 2 or 5 times a power of ten major units that gives at most five lines."""
    step = unit
    while True:
        for factor in (1, 2, 5):
            if step * factor * 5 >= most:
                return step * factor
        step *= 10
