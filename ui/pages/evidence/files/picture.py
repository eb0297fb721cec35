"""The first page of the chosen file, as large as its place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_LEAST, _WANTED = 40, 64


class PictureBox(QWidget):
    """Takes what room is left; without a picture it is not there."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LEAST)
        self.setAccessibleName(self.tr("First page"))
        self.hide()

    def show_picture(self, picture: QImage | None) -> None:
        """Show a page, or none."""
        self._picture = picture if picture is not None else QImage()
        self.setVisible(not self._picture.isNull())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WANTED, _WANTED)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        pen.drawImage(self.rect().adjusted(left, top, -left, -top), self._picture)
