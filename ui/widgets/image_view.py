"""A picture from bytes, fitted to its place or enlarged and dragged."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.theme import Theme
from ui.widgets.parts import column, icon_button, row

_STEP, _MOST = 1.25, 4.0


class ImageView(QWidget):
    """Shows one picture; the camera's own turning (EXIF) is followed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._factor = 0.0
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._area.setWidget(self._sheet)
        self._area.setWidgetResizable(True)
        tools = row(
            -1,
            icon_button(theme, "minus", self.tr("Smaller"), lambda: self.zoom(1 / _STEP)),
            icon_button(theme, "plus", self.tr("Larger"), lambda: self.zoom(_STEP)),
            icon_button(theme, "fit", self.tr("Fit to the place"), self.fit),
            gap=4,
        )
        layout = column(tools, self._area, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_bytes(self, data: bytes) -> bool:
        """Show a picture; False when it cannot be read."""
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        self._picture = QPixmap.fromImage(reader.read())
        self.fit()
        return not self._picture.isNull()

    def zoom(self, factor: float) -> None:
        """Larger or smaller than now."""
        self._factor = min(_MOST, max(self._fitting(), (self._factor or self._fitting()) * factor))
        self._draw()

    def fit(self) -> None:
        """Whole picture in its place."""
        self._factor = 0.0
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._factor:
            self._draw()

    def _fitting(self) -> float:
        place = self._area.viewport().size()
        return min(place.width() / max(1, self._picture.width()), place.height() / max(1, self._picture.height()), 1.0)

    def _draw(self) -> None:
        if self._picture.isNull():
            self._sheet.setPixmap(QPixmap())
            return
        factor = self._factor or self._fitting()
        size = self._picture.size() * factor
        mode = Qt.TransformationMode.SmoothTransformation
        self._sheet.setPixmap(self._picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode))
