"""Line icons from resources/icons, painted in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.look.theme import Theme


def icon(theme: Theme, name: str, token: str = "text_2", checked: str = "accent") -> QIcon:
    """The icon ``name`` in a token's colour, in another while its button is checked."""
    made = QIcon(pixmap(theme, name, token, 20))
    made.addPixmap(pixmap(theme, name, checked, 20), QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(theme: Theme, name: str, token: str, size: int) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels, drawn twice as fine."""
    return QPixmap.fromImage(_drawn(name, theme.color(token).name(), theme.tokens.surface, size))


@lru_cache(maxsize=256)
def _drawn(name: str, color: str, ground: str, size: int) -> QImage:
    """Kept as an image: a pixmap would outlive the application that it belongs to."""
    image = QImage(QSize(size * 2, size * 2), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_source(name, color, ground))).render(painter, QRectF(0, 0, size * 2, size * 2))
    painter.end()
    image.setDevicePixelRatio(2)
    return image


def _source(name: str, color: str, ground: str) -> bytes:
    text = resources.path("icons", f"{name}.svg").read_text("utf-8")
    return text.replace("currentColor", color).replace("#fff", ground).encode()
