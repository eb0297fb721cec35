"""Figures that tell where they come from when they are pressed, by mouse, Enter or the space bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from ui.look.theme import Theme
from ui.look.wording import NONE
from ui.widgets.parts import Elided, in_role

_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WholeText(QLabel):
    """A figure that is read whole, drawn smaller where the place is short: a figure that is cut reads as another one."""

    def drawn_font(self) -> QFont:
        """The font in which the whole text has room."""
        font, room = QFont(self.font()), self.contentsRect().width()
        wanted = self.fontMetrics().horizontalAdvance(self.text())
        if wanted > room > 0:
            font.setPixelSize(max(1, self.fontInfo().pixelSize() * room // wanted))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        font = self.drawn_font()
        if font == self.font():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.text())
        painter.end()


class Figure(WholeText):
    """A key figure that tells where it comes from."""

    def __init__(self, theme: Theme, name: str, on_click: Callable[[], None]) -> None:
        super().__init__(NONE)
        self._theme, self._on_click = theme, on_click
        self.setTextFormat(Qt.TextFormat.PlainText)
        in_role(self, "hero")
        _make_clickable(self, name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._on_click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self._on_click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_focus(self, self._theme)


class LineFigure(Elided):
    """A figure on a line, always whole."""

    def __init__(self, theme: Theme, name: str, on_click: Callable[[], None], role: str = "") -> None:
        super().__init__("", role, whole=True)
        self._theme, self._on_click = theme, on_click
        _make_clickable(self, name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._on_click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self._on_click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_focus(self, self._theme)


def _make_clickable(figure: QLabel, name: str) -> None:
    figure.setAccessibleName(name)
    figure.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    figure.setCursor(Qt.CursorShape.PointingHandCursor)


def _paint_focus(figure: QLabel, theme: Theme) -> None:
    if figure.hasFocus():
        painter = QPainter(figure)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(figure.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
