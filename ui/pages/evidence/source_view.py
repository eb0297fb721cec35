"""A page of a proof on which one place is marked: by a click, a drawn rectangle, or the keys; finds in its text are outlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen

from ui.widgets.masking_view import WHOLE, CoverView
from workstation.evidence.verification import Mask

_CLICKED: Final = (1_600, 260)
"""Width and height of what a mere click marks: a line of some words."""
_FILLED: Final = 60  # of 255


class SourceView(CoverView):
    """``masks`` holds the marked place, or nothing; ``finds`` are the places that a click takes whole, of all pages."""

    def __init__(self) -> None:
        super().__init__()
        self.finds: tuple[Mask, ...] = ()

    def show_finds(self, finds: Sequence[Mask]) -> None:
        """Outline other finds."""
        self.finds = tuple(one for one in finds if one.width)
        self.update()

    @property
    def marked(self) -> Mask | None:
        """The marked place on the page that is shown."""
        return next((one for one in self.masks if one.page == self.page), None)

    def _add(self, mask: Mask) -> None:
        self.masks.clear()
        super()._add(mask)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self._from = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, end = self._from, event.position().toPoint()
        self._from, self._drawn = None, QRect()
        if start is not None:
            drawn = self._mask(QRect(start, end).normalized())
            if drawn is not None or self.sheet().contains(end):
                self._add(drawn or self._clicked(end))
        self.update()

    def _clicked(self, point: QPoint) -> Mask:
        """The find under a click, else a line around it."""
        for one in self.finds:
            if one.page == self.page and self._rect(one).contains(point):
                return one
        sheet, (width, height) = self.sheet(), _CLICKED
        left = (point.x() - sheet.left()) * WHOLE // max(1, sheet.width()) - width // 2
        top = (point.y() - sheet.top()) * WHOLE // max(1, sheet.height()) - height // 2
        return Mask(self.page, min(max(left, 0), WHOLE - width), min(max(top, 0), WHOLE - height), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            pen.drawImage(self.sheet(), self._picture)
        accent = self.palette().highlight().color()
        pen.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
        for one in self.finds:
            if one.page == self.page:
                pen.drawRect(self._rect(one))
        soft = QColor(accent)
        soft.setAlpha(_FILLED)
        pen.setPen(QPen(accent, 2))
        marked = QRect() if self.marked is None else self._rect(self.marked)
        for rect in (marked, self._drawn):
            if not rect.isEmpty():
                pen.fillRect(rect, soft)
                pen.drawRect(rect)
