"""A month's payment as part of the household's surplus, drawn as a bar with a mark where the surplus ends."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look.theme import Theme

_WHOLE = Fraction(5, 4)
"""The bar runs to 125 % of the surplus; what is more fills it."""


class SurplusBar(QWidget):
    """Empty when there is no share to show. Over the surplus the bar changes its colour, and the words beside it say so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share: Fraction | None = None
        self.setFixedHeight(8)

    def show_share(self, share: Fraction | None, words: str) -> None:
        """Draw a share of the surplus; ``words`` say it to screen readers."""
        self._share = share
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._share is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 0))
        painter.setBrush(self._theme.color("border"))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), 4), 2, 2)
        color = self._theme.color("warning" if self._share > 1 else "accent")
        painter.setPen(color)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(0, 2, self.width() * float(min(self._share / _WHOLE, Fraction(1))), 4), 2, 2)
        painter.setPen(QPen(self._theme.color("text"), 2))
        end = self.width() * float(1 / _WHOLE)
        painter.drawLine(int(end), 0, int(end), 8)
        painter.end()
