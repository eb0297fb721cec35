"""The balance over time, under the plan and while waiting. Geometry only: figures come finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.fonts import font
from ui.look.theme import Theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 10, 24
_APART = 6
_MONTH = 365 / 12
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120)
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of (days from today, minor units); ``dashed`` for what comes of doing nothing."""

    name: str
    points: tuple[tuple[int, int], ...]
    token: str = "accent"
    dashed: bool = False


class BalanceChart(QWidget):
    """Draws curves over a common scale with a few even grid lines; amounts from 10,000 up are told
    in ``wan`` where there is such a word.

    It stands on a card, whose ground it draws itself, so that a step of a slider does not draw the page behind it.
    """

    def __init__(self, theme: Theme, digits: int = 2, *, wan: str = "") -> None:
        super().__init__()
        self._theme, self.digits, self._wan = theme, digits, wan
        self.curves: tuple[Curve, ...] = ()
        self._empty = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_curves(self, curves: Sequence[Curve], empty: str = "") -> None:
        """Replace the lines; ``empty`` is said when there are none."""
        self.curves = tuple(curve for curve in curves if len(curve.points) > 1)
        self._empty = empty
        self.setAccessibleName("; ".join(curve.name for curve in self.curves) or empty)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(11))
        if not self.curves:
            painter.setPen(self._theme.color("text_2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
        else:
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        span = max(1, *(days for curve in self.curves for days, _ in curve.points))
        unit = 10**self.digits
        most = max(value for curve in self.curves for _, value in curve.points)
        step = even_step(most, unit)
        top = max(1, -(-most // step)) * step
        box = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        self._paint_scale(painter, box, top, step)
        self._paint_months(painter, box, span)
        taken: list[QRectF] = []
        for curve in self.curves:
            places = [
                QPointF(box.left() + box.width() * days / span, box.bottom() - box.height() * value / top)
                for days, value in curve.points
            ]
            self._paint_curve(painter, curve, places)
            self._paint_name(painter, curve, places, box, taken)

    def _paint_scale(self, painter: QPainter, box: QRectF, top: int, step: int) -> None:
        for value in range(0, top + 1, step):
            height = box.bottom() - box.height() * value / top
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height))
            painter.setPen(self._theme.color("text_2"))
            words = QRectF(0, height - 9, _LEFT - 8, 18)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._short(value))

    def _paint_months(self, painter: QPainter, box: QRectF, span: int) -> None:
        """Today, then even steps of months."""
        painter.setPen(self._theme.color("text_2"))
        months = round(span / _MONTH)
        step = next((one for one in _MONTH_STEPS if months / one <= 6), _MONTH_STEPS[-1])
        taken = -1.0
        for month in range(0, months + 1, step):
            middle = box.left() + box.width() * min(1.0, month * _MONTH / span)
            text = self.tr("Today") if not month else self.tr("{count} mo").format(count=month)
            wide = painter.fontMetrics().horizontalAdvance(text) + 2
            rect = QRectF(min(middle - wide / 2, self.width() - wide), box.bottom() + 5, wide, 18)
            if rect.left() > taken:
                painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter, text)
                taken = rect.right() + _APART

    def _paint_curve(self, painter: QPainter, curve: Curve, places: list[QPointF]) -> None:
        pen = QPen(self._theme.color(curve.token), 2)
        if curve.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))

    def _paint_name(
        self, painter: QPainter, curve: Curve, places: list[QPointF], box: QRectF, taken: list[QRectF]
    ) -> None:
        """Beside the curve, on the side of it that has room, and off the names that stand already."""
        width = painter.fontMetrics().horizontalAdvance(curve.name) + 8
        falls = places[-1].y() > places[0].y()
        anchor = places[(len(places) * (2 if falls else 3)) // 5]
        left = anchor.x() + 6 if falls else anchor.x() - width - 6
        rect = QRectF(max(box.left(), min(left, box.right() - width)), max(2.0, anchor.y() - 22), width, 18)
        while any(rect.intersects(other) for other in taken):
            rect.moveTop(rect.top() + 19)
        taken.append(rect)
        ground = self._theme.color("surface")
        ground.setAlpha(200)
        painter.fillRect(rect, ground)
        painter.setPen(self._theme.color(curve.token))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, curve.name)

    def _short(self, minor: int) -> str:
        major = minor // 10**self.digits
        if self._wan and major >= _TEN_THOUSAND:
            whole, rest = divmod(major, _TEN_THOUSAND)
            return f"{whole}.{rest * 10 // _TEN_THOUSAND}{self._wan}" if rest else f"{whole}{self._wan}"
        return f"{major:,}"


def even_step(most: int, unit: int) -> int:
    """A step of 1, 2 or 5 times a power of ten major units that gives at most five lines."""
    step = unit
    while True:
        for factor in (1, 2, 5):
            if step * factor * 5 >= most:
                return step * factor
        step *= 10
