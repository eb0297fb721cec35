"""A picture of a card on which its four corners are dragged with the mouse or moved with the keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.pages_view import image_of
from workstation.casework.said.corners import UNCUT, WHOLE, Corner, Corners, clockwise
from workstation.received.pixels import Pixels

_STEP: Final = 10  # of ten thousand a key press
_LEAP: Final = 100  # with Shift
_HANDLE: Final = 9
_EDGE: Final = 14  # so that a corner at the edge of the picture can be taken
_MOVES: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CornersView(QWidget):
    """Shows one picture with the corners, from the upper left one of the card clockwise. ``changed`` after every move."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self._picture = QImage()
        self._points: list[Corner] = list(UNCUT)
        self.chosen = 0
        self._held = False

    def load(self, picture: Pixels | None, corners: Corners) -> None:
        """Show a picture with its corners; None: nothing."""
        self._picture = image_of(picture) if picture is not None else QImage()
        self._points, self.chosen, self._held = list(corners), 0, False
        self.update()

    @property
    def corners(self) -> Corners | None:
        """As they stand; None while they enclose no card."""
        first, second, third, fourth = self._points
        return (first, second, third, fourth) if clockwise(self._points) else None

    def place(self, corners: Corners) -> None:
        """Other corners on the same picture."""
        self._points = list(corners)
        self.changed.emit()
        self.update()

    def sheet(self) -> QRect:
        """Where the picture stands in the widget."""
        room = self.size() - QSize(2 * _EDGE, 2 * _EDGE)
        size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2), size)

    def spot(self, corner: Corner) -> QPoint:
        """Where a corner stands in the widget."""
        sheet = self.sheet()
        return sheet.topLeft() + QPoint(corner[0] * sheet.width() // WHOLE, corner[1] * sheet.height() // WHOLE)

    # ── Mouse ──

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if self._picture.isNull():
            return
        at = event.position().toPoint()
        self.chosen = min(range(4), key=lambda one: (self.spot(self._points[one]) - at).manhattanLength())
        self._held = True
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        sheet = self.sheet()
        if self._held and not sheet.isEmpty():
            at = event.position().toPoint() - sheet.topLeft()
            self._put(at.x() * WHOLE // sheet.width(), at.y() * WHOLE // sheet.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = False

    # ── Keys ──

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None and not self._picture.isNull():
            step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            x, y = self._points[self.chosen]
            self._put(x + move[0] * step, y + move[1] * step)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_4:
            self.chosen = event.key() - Qt.Key.Key_1
            self.update()
        else:
            super().keyPressEvent(event)

    def _put(self, x: int, y: int) -> None:
        self._points[self.chosen] = min(max(x, 0), WHOLE), min(max(y, 0), WHOLE)
        self.changed.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        pen = QPainter(self)
        pen.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        pen.drawImage(self.sheet(), self._picture)
        spots = [self.spot(one) for one in self._points]
        around, card = QPainterPath(), QPainterPath()
        around.addRect(self.sheet())
        card.addPolygon(QPolygon(spots))
        card.closeSubpath()
        pen.fillPath(around.subtracted(card), QColor(0, 0, 0, 130))
        ink = self.palette().highlight().color() if self.corners else QColor(200, 40, 30)
        pen.setPen(QPen(ink, 2))
        pen.drawPath(card)
        for number, spot in enumerate(spots):
            size = _HANDLE + (4 if number == self.chosen else 0)
            pen.setBrush(ink)
            pen.drawEllipse(spot, size, size)
            pen.setPen(QColor("white"))
            around_spot = QRect(spot - QPoint(size, size), spot + QPoint(size, size))
            pen.drawText(around_spot, Qt.AlignmentFlag.AlignCenter, str(number + 1))
            pen.setPen(QPen(ink, 2))
