"""A picture: fitted or enlarged, turned, paged through where it has several pages; all of it by keys, too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QLabel, QScrollArea, QScrollBar, QWidget

from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import column, icon_button, label, restyle, row
from ui.widgets.room.reading_order import HAS_STOPS

_STEP, _MOST = 1.25, 4.0
_SCROLL_PX = 60


class ImageView(QWidget):
    """Shows one picture; the camera's own turning (EXIF) is followed. ``turned`` carries the quarters (0 to 3, clockwise) that a
    person has turned it by since; the picture itself is never changed.
    """

    turned: TypedSignal[int] = signal(1)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.frames: list[QImage] = []
        self.page = 0
        self.quarters = 0
        self._factor = 0.0
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._area.setWidget(self._sheet)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(HAS_STOPS, True)
        self.setAccessibleName(self.tr("Picture"))
        self.page_number = label("", "label")
        self.back = icon_button(theme, "left", self.tr("Previous page (Page Up)"), lambda: self.turn_page(-1))
        self.next_button = icon_button(theme, "right", self.tr("Next page (Page Down)"), lambda: self.turn_page(1))
        self.turn_left = icon_button(theme, "turn-left", self.tr("Rotate left (Shift+R)"), lambda: self.turn(-1))
        self.turn_right = icon_button(theme, "turn-right", self.tr("Rotate right (R)"), lambda: self.turn(1))
        tools = row(
            self.back, self.page_number, self.next_button, -1, self.turn_left, self.turn_right,
            icon_button(theme, "minus", self.tr("Zoom out (-)"), lambda: self.zoom(1 / _STEP)),
            icon_button(theme, "plus", self.tr("Zoom in (+)"), lambda: self.zoom(_STEP)),
            icon_button(theme, "fit", self.tr("Fit to window (0)"), self.fit),
            gap=4,
        )  # fmt: skip
        layout = column(tools, self._area, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_frames(self, frames: list[QImage], quarters: int = 0) -> bool:
        """Show the pages of a picture, turned by so many quarters; False when there is none."""
        self.frames = frames
        self.page, self.quarters = 0, quarters % 4
        self.fit()
        return bool(self.frames)

    def turn_page(self, pages: int) -> None:
        """Go forward or back."""
        self.page = min(max(0, self.page + pages), max(0, len(self.frames) - 1))
        self._draw()

    def turn(self, quarters: int) -> None:
        """Turn clockwise, or the other way for a negative number."""
        self.quarters = (self.quarters + quarters) % 4
        self.fit()
        self.turned.emit(self.quarters)

    def zoom(self, factor: float) -> None:
        """Larger or smaller than now."""
        self._factor = min(_MOST, max(self._fitting(), (self._factor or self._fitting()) * factor))
        self._draw()

    def fit(self) -> None:
        """Whole picture in its place."""
        self._factor = 0.0
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_STEP)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _STEP)
            case Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_R:
                self.turn(-1 if shift else 1)
            case Qt.Key.Key_PageDown:
                self.turn_page(1)
            case Qt.Key.Key_PageUp:
                self.turn_page(-1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                _scroll(self._area.horizontalScrollBar(), event.key() == Qt.Key.Key_Right)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                _scroll(self._area.verticalScrollBar(), event.key() == Qt.Key.Key_Down)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring(False)

    def _ring(self, shown: bool) -> None:
        self._area.setProperty("ring", shown)
        restyle(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._factor:
            self._draw()

    @property
    def shown(self) -> QImage:
        """The page that is shown, turned."""
        if not self.frames:
            return QImage()
        return self.frames[self.page].transformed(QTransform().rotate(90 * self.quarters))

    def _fitting(self) -> float:
        page_number, image = self._area.viewport().size(), self.shown
        return min(page_number.width() / max(1, image.width()), page_number.height() / max(1, image.height()), 1.0)

    def _draw(self) -> None:
        many = len(self.frames) > 1
        for part in (self.back, self.page_number, self.next_button):
            part.setVisible(many)
        self.page_number.setText(self.tr("Page {page} of {pages}").format(page=self.page + 1, pages=len(self.frames)))
        image = self.shown
        if image.isNull():
            self._sheet.setPixmap(QPixmap())
            return
        size = image.size() * (self._factor or self._fitting())
        mode = Qt.TransformationMode.SmoothTransformation
        self._sheet.setPixmap(QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode)))


def _scroll(bar: QScrollBar, next_button: bool) -> None:
    bar.setValue(bar.value() + (_SCROLL_PX if next_button else -_SCROLL_PX))
