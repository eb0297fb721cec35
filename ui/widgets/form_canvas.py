"""A page of a form with the boxes of its fields over it: picked by mouse or key, and on flat paper set, moved and sized."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.background import Background, TaskProgress
from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal
from ui.widgets.pages_view import image_of
from workstation.errors import Refused
from workstation.received.apart.readers import Readers, Reading
from workstation.received.pdf.on_screen import page_pixels

_MARGIN: Final = 12
_FINE, _COARSE = 10, 50
_TALL, _LONG = 9, 30  # pixels that a box needs to bear its name
_CLOSEST: Final = 5  # pixels between lines that still read as a grid
_STEP, _LEAP = 1, 10
_LEAST: Final = 6  # points; a box smaller than this holds nothing
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CanvasBox:
    """One box, in points from the top left corner of its page. ``state``: mapped, open, or own (set by coordinates)."""

    field: str
    page: int
    x: float
    y: float
    width: float
    height: float
    state: str = "open"


class CanvasArea(QScrollArea):
    """Scrolls a canvas and gives it the width there is."""

    def __init__(self, canvas: FormCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.setWidget(canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._canvas.fit_width(self.viewport().width())


class FormCanvas(QWidget):
    """``picked`` carries a field's name; ``placed`` page, x, y of a click on empty paper; ``changed`` a box moved or sized.

    Arrows move the chosen own box by a point, with Shift by ten, with Ctrl they size it; Delete asks to take it off,
    Insert to set one, as a click does.
    """

    picked: TypedSignal[str] = signal(1)
    placed: TypedSignal[int, float, float] = signal(3)
    changed: TypedSignal[CanvasBox] = signal(1)
    removed: TypedSignal[str] = signal(1)
    turned = Signal()
    failed: TypedSignal[Refused] = signal(1)

    def __init__(self, theme: Theme, background: Background, readers: Readers) -> None:
        super().__init__()
        self._theme, self._background, self._readers = theme, background, readers
        self._pdf, self._name, self._task = b"", "", TaskProgress(self)
        self._picture = QImage()
        self._drawn: tuple[int, int] = (-1, 0)
        self._grip = QPointF()
        self.pages: tuple[tuple[float, float], ...] = ()
        self.boxes: tuple[CanvasBox, ...] = ()
        self.page, self.chosen = 1, ""
        self.grid, self.placing = False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Form with its fields"))

    def open(self, pdf: bytes, pages: Sequence[tuple[float, float]], name: str = "") -> None:
        """Show another form, its first page; what is being drawn of the old one is given up."""
        self._task.forget()
        self._pdf, self._name, self._task, self._picture = pdf, name, TaskProgress(self), QImage()
        self.pages, self.page, self.chosen = tuple(pages), 1, ""
        self._drawn = (-1, 0)
        self.boxes = ()
        self._fit()

    def show_boxes(self, boxes: Sequence[CanvasBox], chosen: str) -> None:
        """Draw these boxes; the page of the chosen one is turned to."""
        self.boxes, self.chosen = tuple(boxes), chosen
        mine = next((box for box in boxes if box.field == chosen), None)
        if mine is not None and mine.page != self.page:
            self.turn_to(mine.page)
        self.update()
        if mine is not None:
            self._reveal(mine)

    def turn_to(self, page: int) -> None:
        """Show another page."""
        self.page = min(max(1, page), max(1, len(self.pages)))
        self._fit()
        self.turned.emit()

    def show_grid(self, shown: bool) -> None:
        """Lay a grid of points over the page, or take it off."""
        self.grid = shown
        self.update()

    def fit_width(self, width: int) -> None:
        """Take a width in pixels; the height follows the page."""
        self.setFixedWidth(max(200, width))
        self._fit()

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return (self.width() - 2 * _MARGIN) / self.pages[self.page - 1][0] if self.pages else 1.0

    def rect_of(self, box: CanvasBox) -> QRectF:
        """Where a box is on the widget."""
        scale = self.scale
        return QRectF(_MARGIN + box.x * scale, _MARGIN + box.y * scale, box.width * scale, box.height * scale)

    def _fit(self) -> None:
        if self.pages:
            self.setFixedHeight(int(self.pages[self.page - 1][1] * self.scale) + 2 * _MARGIN)
        self.update()

    def _reveal(self, box: CanvasBox) -> None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            middle = self.rect_of(box).center().toPoint()
            area.ensureVisible(middle.x(), middle.y(), 80, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.pages:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.pages[self.page - 1]
        sheet = QRectF(_MARGIN, _MARGIN, width * self.scale, height * self.scale)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.drawImage(sheet, self._page_picture(sheet))
        if self.grid:
            self._paint_grid(painter, sheet)
        for box in self.boxes:
            if box.page == self.page:
                self._paint_box(painter, box)
        painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else "border"), 2 if self.hasFocus() else 1))
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1))

    def _page_picture(self, sheet: QRectF) -> QImage:
        fine = self.devicePixelRatioF()
        wanted = (self.page, int(sheet.width() * fine))
        if wanted != self._drawn:
            self._drawn = wanted
            self._task.forget()
            self._task = TaskProgress(self)
            work = partial(_drawn, self._readers, self._pdf, self._name, self.page - 1, wanted[1])
            self._background.run(work, self._on_drawn, self._on_failed, self._task)
        return self._picture

    def _on_drawn(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def _on_failed(self, error: Exception) -> None:
        """A page that cannot be drawn stays white under its boxes."""
        self._picture = QImage()
        if not isinstance(error, Refused):
            raise error
        self.failed.emit(error)

    def _paint_grid(self, painter: QPainter, sheet: QRectF) -> None:
        for step, colour in ((_FINE, QColor(0, 90, 180, 26)), (_COARSE, QColor(0, 90, 180, 90))):
            painter.setPen(QPen(colour, 1))
            if step * self.scale < _CLOSEST:
                continue
            gap, count = step * self.scale, int(max(sheet.width(), sheet.height()) / (step * self.scale)) + 1
            for i in range(count):
                at = sheet.left() + i * gap
                if at <= sheet.right():
                    painter.drawLine(QPointF(at, sheet.top()), QPointF(at, sheet.bottom()))
                down = sheet.top() + i * gap
                if down <= sheet.bottom():
                    painter.drawLine(QPointF(sheet.left(), down), QPointF(sheet.right(), down))

    def _paint_box(self, painter: QPainter, box: CanvasBox) -> None:
        chosen, rect = box.field == self.chosen, self.rect_of(box)
        # The paper is white in dark mode too, so its marks keep their own colours.
        ink = {"mapped": QColor("#1b7f4b"), "own": QColor("#1f5fa8")}.get(box.state, QColor("#b3541e"))
        ground = QColor(ink)
        ground.setAlpha(70 if chosen else 22)
        painter.fillRect(rect, ground)
        painter.setPen(QPen(ink, 2 if chosen else 1))
        painter.drawRect(rect)
        if rect.height() >= _TALL and rect.width() >= _LONG:
            font = painter.font()
            font.setPixelSize(min(11, max(8, int(rect.height() * 0.6))))
            painter.setFont(font)
            name = painter.fontMetrics().elidedText(
                box.field, Qt.TextElideMode.ElideLeft, int(max(36, rect.width() - 4))
            )
            painter.drawText(QPointF(rect.left() + 2, rect.top() + font.pixelSize()), name)

    def box_at(self, x: float, y: float) -> CanvasBox | None:
        """The smallest box under a point of the widget."""
        under = [box for box in self.boxes if box.page == self.page and self.rect_of(box).contains(QPointF(x, y))]
        return min(under, key=lambda box: box.width * box.height, default=None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        at = event.position()
        box = self.box_at(at.x(), at.y())
        if box is not None:
            self._grip = at
            self.picked.emit(box.field)
        elif self.placing and self.pages:
            self.placed.emit(self.page, (at.x() - _MARGIN) / self.scale, (at.y() - _MARGIN) / self.scale)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        box = self._own_box()
        if box is None or not event.buttons() & Qt.MouseButton.LeftButton or self._grip.isNull():
            return
        moved = event.position() - self._grip
        self._grip = event.position()
        self._put(replace(box, x=box.x + moved.x() / self.scale, y=box.y + moved.y() / self.scale))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = QPointF()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        box, arrow = self._own_box(), _ARROWS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn_to(self.page + (1 if event.key() == Qt.Key.Key_PageDown else -1))
        elif box is not None and arrow is not None:
            self._nudge(box, arrow, event.modifiers())
        elif event.key() == Qt.Key.Key_Insert and self.placing and self.pages:
            width, height = self.pages[self.page - 1]
            self.placed.emit(self.page, width / 3, height / 3)
        elif box is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(box.field)
        else:
            super().keyPressEvent(event)

    def _nudge(self, box: CanvasBox, arrow: tuple[int, int], held: Qt.KeyboardModifier) -> None:
        step = _LEAP if held & Qt.KeyboardModifier.ShiftModifier else _STEP
        across, down = arrow[0] * step, arrow[1] * step
        if held & Qt.KeyboardModifier.ControlModifier:
            self._put(replace(box, width=max(_LEAST, box.width + across), height=max(_LEAST, box.height + down)))
        else:
            self._put(replace(box, x=box.x + across, y=box.y + down))

    def _own_box(self) -> CanvasBox | None:
        return next((box for box in self.boxes if box.field == self.chosen and box.state == "own"), None)

    def _put(self, box: CanvasBox) -> None:
        """Keep a box on its paper."""
        width, height = self.pages[box.page - 1]
        inside = replace(
            box,
            x=min(max(0.0, box.x), max(0.0, width - box.width)),
            y=min(max(0.0, box.y), max(0.0, height - box.height)),
            width=min(box.width, width),
            height=min(box.height, height),
        )
        self.boxes = tuple(inside if one.field == box.field else one for one in self.boxes)
        self.update()
        self.changed.emit(inside)


def _drawn(readers: Readers, pdf: bytes, name: str, page: int, width: int) -> QImage:
    return image_of(readers.read(Reading(name), page_pixels, pdf, page, width, name))
