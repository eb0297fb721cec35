"""Lines of a report as bars across, each made of parts that a legend names. Geometry only: figures and words come finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.look.fonts import font
from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal

MOST: Final = 8
"""Bars that stand under each other; further lines are in the table alone."""
_LINE, _BAR, _LEGEND, _GAP = 24, 16, 22, 8
_WIDEST_NAME, _LEAST_PART = 130.0, 3.0
GROUNDS: Final = ("accent", "warning_soft", "edge", "good", "bad_soft", "accent_soft")
"""Ground of each part in its order; what is written on it is its own number, and every part has an edge."""
_LIGHT: Final = ("accent", "good", "bad")


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its name, the sizes of its parts in the order of the legend, what is written on each, and at its end."""

    name: str
    sizes: tuple[int, ...]
    texts: tuple[str, ...]
    total: str
    words: str


class StackedBars(QWidget):
    """``picked`` carries the number of the line whose bar was clicked. Its words are its accessible name."""

    picked: TypedSignal[int] = signal(1)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.legend: tuple[str, ...] = ()
        self.bars: tuple[Bar, ...] = ()
        self._grounds: Sequence[str] = GROUNDS
        self._font = font(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, legend: Sequence[str], bars: Sequence[Bar], grounds: Sequence[str] = ()) -> None:
        """Replace them; a legend of one name is not drawn, since the heading of the table says it.

        ``grounds``: tokens of the theme by what each part means; without them the parts are merely told apart.
        """
        self._grounds = grounds or GROUNDS
        self.legend, self.bars = tuple(legend), tuple(bars[:MOST])
        self.setAccessibleName("; ".join(bar.words for bar in self.bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._top() + len(self.bars) * _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def line_at(self, y: float) -> int:
        """The number of the bar at a height; −1 for none."""
        at = int((y - self._top()) // _LINE)
        return at if 0 <= at < len(self.bars) and y >= self._top() else -1

    def parts(self, number: int) -> list[QRectF]:
        """Where the parts of a bar are drawn; a part that is something is never thinner than can be seen."""
        bar, left, room = self.bars[number], self._left(), self._room()
        most = max(sum(one.sizes) for one in self.bars) or 1
        top = self._top() + number * _LINE + (_LINE - _BAR) / 2
        found = []
        for size in bar.sizes:
            wide = max(_LEAST_PART, room * size / most) if size else 0.0
            found.append(QRectF(left, top, wide, _BAR))
            left += wide
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._paint_legend(painter)
        metrics = QFontMetricsF(self._font)
        for number, bar in enumerate(self.bars):
            line = QRectF(0, self._top() + number * _LINE, self._left() - _GAP, _LINE)
            painter.setPen(self._theme.color("text"))
            name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
            end = self._paint_parts(painter, metrics, number)
            painter.setPen(self._theme.color("text_2"))
            rest = QRectF(end + _GAP, line.top(), self.width() - end - _GAP, _LINE)
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), bar.total)
        painter.end()

    def _paint_parts(self, painter: QPainter, metrics: QFontMetricsF, number: int) -> float:
        end = self._left()
        for at, box in enumerate(self.parts(number)):
            if not box.width():
                continue
            ground = self._grounds[at % len(self._grounds)]
            painter.setPen(QPen(self._theme.color("surface"), 1))
            painter.setBrush(self._theme.color(ground))
            painter.drawRect(box)
            text = self.bars[number].texts[at]
            if metrics.horizontalAdvance(text) + 4 <= box.width():
                painter.setPen(self._theme.color(ink_of(ground)))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
            end = box.right()
        return end

    def _paint_legend(self, painter: QPainter) -> None:
        if not self._top():
            return
        metrics, left = QFontMetricsF(self._font), self._left()
        for at, name in enumerate(self.legend):
            painter.setPen(QPen(self._theme.color("edge"), 1))
            painter.setBrush(self._theme.color(self._grounds[at % len(self._grounds)]))
            painter.drawRect(QRectF(left, 5, 11, 11))
            painter.setPen(self._theme.color("text_2"))
            painter.drawText(QPointF(left + 16, 15), name)
            left += 16 + metrics.horizontalAdvance(name) + 14

    def _top(self) -> int:
        return _LEGEND if len(self.legend) > 1 and self.bars else 0

    def _left(self) -> float:
        metrics = QFontMetricsF(self._font)
        widest = max((metrics.horizontalAdvance(bar.name) for bar in self.bars), default=0.0)
        return min(widest, _WIDEST_NAME) + _GAP

    def _room(self) -> float:
        metrics = QFontMetricsF(self._font)
        total = max((metrics.horizontalAdvance(bar.total) for bar in self.bars), default=0.0)
        return max(40.0, self.width() - self._left() - total - 2 * _GAP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (line := self.line_at(event.position().y())) >= 0:
            self.picked.emit(line)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            line = self.line_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self.bars[line].words if line >= 0 else "", self)
            return True
        return super().event(event)


def ink_of(ground: str) -> str:
    """The token in which a figure is written on the ground of a part."""
    return "on_accent" if ground in _LIGHT else "text"
