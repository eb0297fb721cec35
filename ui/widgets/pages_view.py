"""Pages of a foreign PDF as pixels that somebody else draws: to scroll, turn and zoom. Nothing foreign is parsed here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.background import Background, Cancelled, TaskProgress
from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import column, icon_button, label
from ui.widgets.room.flow import flow
from workstation.errors import Refused
from workstation.received.pixels import Pixels

_STEP, _LEAST, _MOST = 1.25, 0.35, 5.0  # pixels a point
_GAP: Final = 10


@dataclass(frozen=True, slots=True)
class ScreenDocument:
    """A document to be shown: width and height of its pages in points, and what draws page ``n`` (from 0) so many pixels wide.

    ``draw`` works on any thread, asks its `TaskProgress` whether anybody still waits, and raises `Refused` where it cannot.
    """

    sizes: tuple[tuple[float, float], ...]
    draw: Callable[[int, int, TaskProgress], QImage]


class PagesView(QWidget):
    """Shows one document. ``failed`` carries a `Refused` when a page cannot be drawn; it stays white, the others go on."""

    failed: TypedSignal[Refused] = signal(1)

    def __init__(self, theme: Theme, background: Background) -> None:
        super().__init__()
        self._background, self._task = background, TaskProgress(self)
        self._document: ScreenDocument | None = None
        self._drawing = -1
        self._refused: set[int] = set()
        self._scale = 0.0
        self.canvas = _Canvas()
        self.area = QScrollArea()
        self.area.setWidget(self.canvas)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setAccessibleName(self.tr("Pages"))
        self.page_number = label("", "label")
        tools = flow(
            icon_button(theme, "left", self.tr("Previous page"), lambda: self.turn(-1)),
            self.page_number,
            icon_button(theme, "right", self.tr("Next page"), lambda: self.turn(1)), -1,
            icon_button(theme, "minus", self.tr("Zoom out"), lambda: self.zoom(1 / _STEP)),
            icon_button(theme, "plus", self.tr("Zoom in"), lambda: self.zoom(_STEP)),
            icon_button(theme, "fit", self.tr("Fit to width"), self.fit),
            gap=4,
        )  # fmt: skip
        layout = column(tools, self.area, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._on_scrolled())
        self.destroyed.connect(self._task.forget)

    def show_document(self, document: ScreenDocument | None) -> None:
        """Show another document from its first page, or none; what is still being drawn of the old one is given up."""
        self._task.forget()
        self._task = TaskProgress(self)
        self._document, self._drawing = document, -1
        self._refused.clear()
        self.area.verticalScrollBar().setValue(0)
        self.fit()

    @property
    def pages(self) -> int:
        """Pages of the document that is shown."""
        return len(self._document.sizes) if self._document else 0

    @property
    def page(self) -> int:
        """The page (from 0) at the middle of what is seen."""
        return self.canvas.page_at(self._seen().center().y())

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self._scale or self._fitting()

    @property
    def fitted(self) -> bool:
        """Whether the pages are as wide as their place."""
        return not self._scale

    def turn(self, pages: int) -> None:
        """Go forward or back."""
        if self.pages:
            wanted = min(max(0, self.page + pages), self.pages - 1)
            self.area.verticalScrollBar().setValue(self.canvas.sheets[wanted].top() - _GAP)

    def zoom(self, factor: float) -> None:
        """Larger or smaller than now."""
        self._scale = min(_MOST, max(_LEAST, self.scale * factor))
        self._lay_out()

    def fit(self) -> None:
        """As wide as the place."""
        self._scale = 0.0
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _fitting(self) -> float:
        widest = max((width for width, _ in self._document.sizes), default=1.0) if self._document else 1.0
        bar = self.area.verticalScrollBar().sizeHint().width()
        return min(_MOST, max(_LEAST, (self.area.width() - bar - 2 * _GAP) / widest))

    def _lay_out(self) -> None:
        bar, before = self.area.verticalScrollBar(), self.page
        sizes = self._document.sizes if self._document else ()
        self.canvas.lay_out(sizes, self.scale)
        if before < self.pages and bar.value():
            bar.setValue(self.canvas.sheets[before].top() - _GAP)
        self._on_scrolled()

    def _seen(self) -> QRect:
        return QRect(QPoint(0, self.area.verticalScrollBar().value()), self.area.viewport().size())

    def _on_scrolled(self) -> None:
        shown = self.page + 1 if self.pages else 0
        self.page_number.setText(self.tr("Page {page} of {pages}").format(page=shown, pages=self.pages))
        self.canvas.keep(self._seen())
        self._draw_next()

    def _draw_next(self) -> None:
        """One page at a time, those that are seen."""
        document = self._document
        if document is None or self._drawing >= 0 or not self.isVisible():
            return
        missing = [page for page in self.canvas.missing(self._seen()) if page not in self._refused]
        if not missing:
            return
        page, task = missing[0], self._task
        width = round(self.canvas.sheets[page].width() * self.devicePixelRatioF())
        self._drawing = page
        self._background.run(
            lambda: document.draw(page, width, task), lambda image: self._on_drawn(page, image), self._on_failed, task
        )

    def showEvent(self, event: object) -> None:
        self._draw_next()

    def _on_drawn(self, page: int, image: QImage) -> None:
        self._drawing = -1
        self.canvas.put(page, image)
        self._draw_next()

    def _on_failed(self, error: Exception) -> None:
        page, self._drawing = self._drawing, -1
        if isinstance(error, Cancelled):
            return
        self._refused.add(page)
        if not isinstance(error, Refused):
            raise error
        self.failed.emit(error)
        self._draw_next()


class _Canvas(QWidget):
    """White sheets below one another, with the pictures that are there."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[QRect] = []
        self._pictures: dict[int, QImage] = {}

    def lay_out(self, sizes: tuple[tuple[float, float], ...], scale: float) -> None:
        """Place the sheets; pictures of another size are scaled until new ones come."""
        shown = [(max(1, round(width * scale)), max(1, round(height * scale))) for width, height in sizes]
        wide = max((width for width, _ in shown), default=0) + 2 * _GAP
        tops = accumulate((height + _GAP for _, height in shown), initial=_GAP)
        sheets = [
            QRect((wide - width) // 2, top, width, height) for (width, height), top in zip(shown, tops, strict=False)
        ]
        if [one.size() for one in sheets] != [one.size() for one in self.sheets]:
            self._pictures.clear()
        self.sheets = sheets
        self.resize(wide, sheets[-1].bottom() + _GAP if sheets else 0)
        self.update()

    def page_at(self, height: int) -> int:
        """The page at this height."""
        return next(
            (page for page, sheet in enumerate(self.sheets) if sheet.bottom() >= height), max(0, len(self.sheets) - 1)
        )

    def missing(self, seen: QRect) -> list[int]:
        """The pages that are seen and not drawn yet."""
        return [page for page in self._pages(seen) if page not in self._pictures]

    def keep(self, seen: QRect) -> None:
        """Drop the pictures of pages far from what is seen."""
        near = set(self._pages(seen.adjusted(0, -seen.height(), 0, seen.height())))
        self._pictures = {page: picture for page, picture in self._pictures.items() if page in near}

    def put(self, page: int, picture: QImage) -> None:
        """A page was drawn."""
        self._pictures[page] = picture
        self.update()

    def _pages(self, seen: QRect) -> list[int]:
        return [
            page for page, sheet in enumerate(self.sheets)
            if sheet.bottom() >= seen.top() and sheet.top() <= seen.bottom()
        ]  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._pages(event.rect()):
            painter.fillRect(self.sheets[page], Qt.GlobalColor.white)
            if page in self._pictures:
                painter.drawImage(self.sheets[page], self._pictures[page])


def image_of(pixels: Pixels) -> QImage:
    """Pixels that a reader made of a foreign file as a picture of Qt: copied, never parsed."""
    kind = QImage.Format.Format_Grayscale8 if pixels.depth == 1 else QImage.Format.Format_RGB888
    return QImage(pixels.data, pixels.width, pixels.height, pixels.width * pixels.depth, kind).copy()
