"""A page of a copy on which rectangles are drawn with the mouse or moved with the keys; what they cover will be black."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.pages_view import image_of
from workstation.evidence.verification import Mask
from workstation.received.pixels import Pixels

WHOLE: Final = 10_000
_STEP: Final = 50  # of ten thousand a key press
_FRESH: Final = (3_000, 4_600, 4_000, 800)  # where a rectangle made with a key begins
_LEAST: Final = 60  # smaller than this is a slip of the hand
_MOVES: Final = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}


class CoverView(QWidget):
    """Shows one page; ``masks`` are those of all pages. ``changed`` after every drawing, moving or removing."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._picture = QImage()
        self.page = 0
        self.masks: list[Mask] = []
        self._chosen = -1
        self._from: QPoint | None = None
        self._drawn = QRect()
        self._past: list[tuple[Mask, ...]] = []
        self._undone: list[tuple[Mask, ...]] = []
        self._moving = (-1, False)

    def load(self, picture: Pixels | None, page: int, masks: Sequence[Mask]) -> None:
        """Show page ``page`` with the rectangles of all pages; None: nothing."""
        self._picture = image_of(picture) if picture is not None else QImage()
        if picture is None or list(masks) != self.masks:  # another page of the same keeps its steps
            self._past.clear()
            self._undone.clear()
        self._moving = (-1, False)
        self.page, self.masks = page, list(masks)
        self._chosen = next((index for index, mask in enumerate(self.masks) if mask.page == page), -1)
        self.update()

    @property
    def touched(self) -> bool:
        """Whether something was drawn, moved or removed since the copy was shown."""
        return bool(self._past or self._undone)

    def walk(self, *, back: bool) -> bool:
        """Take back, or do again, the last drawing, moving or removing; False where there is none."""
        of, to = (self._past, self._undone) if back else (self._undone, self._past)
        if not of:
            return False
        to.append(tuple(self.masks))
        self.masks, self._chosen, self._moving = list(of.pop()), -1, (-1, False)
        self.changed.emit()
        self.update()
        return True

    def _step(self, moving: tuple[int, bool] = (-1, False)) -> None:
        """What stands now is what undoing leads back to; presses that move one rectangle, or stretch it, are one step."""
        if moving == (-1, False) or moving != self._moving:
            self._past.append(tuple(self.masks))
        self._undone.clear()
        self._moving = moving

    def clear(self) -> None:
        """Take every rectangle away."""
        self._step()
        self.masks.clear()

    def sheet(self) -> QRect:
        """Where the page stands in the widget."""
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2), size)

    def _rect(self, mask: Mask) -> QRect:
        sheet = self.sheet()
        left, top = sheet.left() + mask.left * sheet.width() // WHOLE, sheet.top() + mask.top * sheet.height() // WHOLE
        return QRect(left, top, mask.width * sheet.width() // WHOLE, mask.height * sheet.height() // WHOLE)

    def _mask(self, rect: QRect) -> Mask | None:
        sheet = self.sheet()
        inside = rect.normalized().intersected(sheet)
        if inside.isEmpty():
            return None
        left, top = (
            (inside.left() - sheet.left()) * WHOLE // sheet.width(),
            (inside.top() - sheet.top()) * WHOLE // sheet.height(),
        )
        width, height = inside.width() * WHOLE // sheet.width(), inside.height() * WHOLE // sheet.height()
        return Mask(self.page, left, top, width, height) if min(width, height) >= _LEAST else None

    # ── Mouse ──

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        position = event.position().toPoint()
        hit = [
            index
            for index, mask in enumerate(self.masks)
            if mask.page == self.page and self._rect(mask).contains(position)
        ]
        self._chosen = hit[-1] if hit else -1
        self._from = None if hit else position
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._drawn = QRect(self._from, event.position().toPoint()).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and (mask := self._mask(QRect(self._from, event.position().toPoint()))):
            self._add(mask)
        self._from, self._drawn = None, QRect()
        self.update()

    # ── Keys ──

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Insert:
            self.add_fresh()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        elif move and self._chosen >= 0:
            self._move(*move, stretch=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def add_fresh(self) -> None:
        """A rectangle in the middle, to be moved by the keys."""
        self._add(Mask(self.page, *_FRESH))

    def remove_chosen(self) -> None:
        """Take the chosen rectangle away, or the last of this page."""
        here = [index for index, mask in enumerate(self.masks) if mask.page == self.page]
        index = self._chosen if self._chosen in here else (here[-1] if here else -1)
        if index >= 0:
            self._step()
            del self.masks[index]
            self._chosen = -1
            self.changed.emit()
            self.update()

    def _add(self, mask: Mask) -> None:
        self._step()
        self.masks.append(mask)
        self._chosen = len(self.masks) - 1
        self.changed.emit()
        self.update()

    def _move(self, across: int, down: int, *, stretch: bool) -> None:
        was = self.masks[self._chosen]
        left, top, width, height = was.left, was.top, was.width, was.height
        if stretch:
            width = min(max(width + across, _LEAST), WHOLE - left)
            height = min(max(height + down, _LEAST), WHOLE - top)
        else:
            left, top = min(max(left + across, 0), WHOLE - width), min(max(top + down, 0), WHOLE - height)
        self._step((self._chosen, stretch))
        self.masks[self._chosen] = Mask(was.page, left, top, width, height)
        self.changed.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            pen.drawImage(self.sheet(), self._picture)
        black = QColor(0, 0, 0, 190)  # the digits below can still be told, so that the edges can be set
        for index, mask in enumerate(self.masks):
            if mask.page == self.page:
                pen.fillRect(self._rect(mask), black)
                if index == self._chosen:
                    pen.setPen(QPen(self.palette().highlight().color(), 2))
                    pen.drawRect(self._rect(mask))
        if not self._drawn.isEmpty():
            pen.fillRect(self._drawn, black)
