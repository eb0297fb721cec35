"""Income and spending by month as bars, months without income marked. Geometry only: figures come finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.look.fonts import font
from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal
from ui.widgets.charts.balance_chart import even_step

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 8, 24, 34
_WIDEST = 26.0


@dataclass(frozen=True, slots=True)
class MonthBar:
    """One month (2025-01): income and spending in minor units, whether income is missing, whether the month is covered whole.

    ``words`` say the month for people: in the tool tip, and for screen readers.
    """

    month: str
    income: int
    expense: int
    gap: bool
    whole: bool
    words: str


class MonthChart(QWidget):
    """Draws bars side by side; a click, or the arrow keys, choose a month, a second time or Escape none.

    ``picked`` carries the month that is chosen, an empty text for none.
    """

    picked: TypedSignal[str] = signal(1)

    def __init__(self, theme: Theme, digits: int = 2) -> None:
        super().__init__()
        self._theme, self.digits = theme, digits
        self.bars: tuple[MonthBar, ...] = ()
        self.chosen = ""
        self.setMinimumSize(220, 132)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_bars(self, bars: Sequence[MonthBar]) -> None:
        """Replace the months."""
        self.bars = tuple(bars)
        self.chosen = ""
        self._show_text()
        self.update()

    def choose(self, month: str) -> None:
        """Choose a month, or none, without telling."""
        self.chosen = month if any(bar.month == month for bar in self.bars) else ""
        self._show_text()
        self.update()

    def _pick(self, month: str) -> None:
        self.choose(month)
        self.picked.emit(self.chosen)

    def _show_text(self) -> None:
        shown = [bar for bar in self.bars if bar.month == self.chosen] or list(self.bars)
        self.setAccessibleName(self.tr("Income and spending by month"))
        self.setAccessibleDescription("; ".join(bar.words for bar in shown))

    # ── Keys and mouse ──

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self.bars:
            months = [bar.month for bar in self.bars]
            start = -1 if event.key() == Qt.Key.Key_Right else len(months)
            place = (months.index(self.chosen) if self.chosen else start) + steps[Qt.Key(event.key())]
            self._pick(months[min(max(0, place), len(months) - 1)])
        elif event.key() == Qt.Key.Key_Escape and self.chosen:
            self._pick("")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if bar is not None:
            self._pick("" if bar.month == self.chosen else bar.month)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            bar = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), bar.words if bar else "", self)
            return True
        return super().event(event)

    def _bar_at(self, point: QPointF) -> MonthBar | None:
        box = self._box()
        if not self.bars or not box.left() <= point.x() < box.right():
            return None
        return self.bars[int((point.x() - box.left()) * len(self.bars) / box.width())]

    # ── Painting ──

    def _box(self) -> QRectF:
        return QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(11))
        if self.bars:
            self._paint(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        box = self._box()
        most = max(max(bar.income, bar.expense) for bar in self.bars)
        step = even_step(max(1, most), 10**self.digits)
        top = max(1, -(-most // step)) * step
        slot = box.width() / len(self.bars)
        for number, bar in enumerate(self.bars):
            self._paint_ground(painter, QRectF(box.left() + number * slot, box.top(), slot, box.height()), bar)
        self._paint_scale(painter, box, top, step)
        for number, bar in enumerate(self.bars):
            place = QRectF(box.left() + number * slot, box.top(), slot, box.height())
            self._paint_bars(painter, place, bar, top)
            if self._is_named(number, slot):
                self._paint_name(
                    painter, place, bar, first=not number or self.bars[number - 1].month[:4] != bar.month[:4]
                )
        self._paint_key(painter, box)

    def _paint_ground(self, painter: QPainter, place: QRectF, bar: MonthBar) -> None:
        """The chosen month, and months without income: hatched, so that colour is not all that tells them."""
        if bar.month == self.chosen:
            painter.fillRect(place, self._theme.color("accent_soft"))
        if bar.gap:
            inner = place.adjusted(2, 0, -2, 0)
            painter.fillRect(inner, self._theme.color("warning_soft"))
            painter.fillRect(inner, QBrush(self._theme.color("warning"), Qt.BrushStyle.BDiagPattern))

    def _paint_scale(self, painter: QPainter, box: QRectF, top: int, step: int) -> None:
        for value in range(0, top + 1, step):
            height = box.bottom() - box.height() * value / top
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height))
            painter.setPen(self._theme.color("text_2"))
            words = QRectF(0, height - 9, _LEFT - 8, 18)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, side, f"{value // 10**self.digits:,}")

    def _paint_bars(self, painter: QPainter, place: QRectF, bar: MonthBar, top: int) -> None:
        wide = min(_WIDEST, place.width() * 0.36)
        middle = place.center().x()
        for left, value, token in ((middle - wide - 1, bar.income, "accent"), (middle + 1, bar.expense, "text_2")):
            high = place.height() * value / top
            shape = QRectF(left, place.bottom() - high, wide, high)
            color = self._theme.color(token)
            painter.fillRect(
                shape, QBrush(color, Qt.BrushStyle.SolidPattern if bar.whole else Qt.BrushStyle.Dense4Pattern)
            )

    def _is_named(self, number: int, slot: float) -> bool:
        every = next(step for step in (1, 2, 3, 6, 12, 24, 120) if slot * step >= 26 or step == 120)
        return number % every == 0

    def _paint_name(self, painter: QPainter, place: QRectF, bar: MonthBar, *, first: bool) -> None:
        painter.setPen(self._theme.color("warning" if bar.gap else "text_2"))
        middle = QRectF(place.center().x() - 24, place.bottom() + 3, 48, 16)
        mark = "△" if bar.gap else ""
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, mark + bar.month[5:])
        if first:
            painter.setPen(self._theme.color("text_2"))
            painter.drawText(middle.translated(0, 14), Qt.AlignmentFlag.AlignCenter, bar.month[:4])

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        """What the bars mean, in the upper right corner."""
        entries = [(self.tr("Income"), "accent", Qt.BrushStyle.SolidPattern)]
        entries.append((self.tr("Spending"), "text_2", Qt.BrushStyle.SolidPattern))
        if any(bar.gap for bar in self.bars):
            entries.append((self.tr("No income"), "warning", Qt.BrushStyle.BDiagPattern))
        if not all(bar.whole for bar in self.bars):
            entries.append((self.tr("Partial month"), "text_2", Qt.BrushStyle.Dense4Pattern))
        right = box.right()
        for text, token, pattern in reversed(entries):
            wide = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(self._theme.color("text_2"))
            painter.drawText(QRectF(right - wide, 2, wide + 2, 16), Qt.AlignmentFlag.AlignVCenter, text)
            painter.fillRect(QRectF(right - wide - 14, 5, 10, 10), QBrush(self._theme.color(token), pattern))
            right -= wide + 28
