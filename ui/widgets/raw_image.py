"""Pixels that a reader made of a foreign file, as a picture of Qt: copied, never parsed."""

from __future__ import annotations

from PySide6.QtGui import QImage

from workstation.received.pixels import Pixels


def image_of(pixels: Pixels) -> QImage:
    """The picture, with memory of its own."""
    kind = QImage.Format.Format_Grayscale8 if pixels.depth == 1 else QImage.Format.Format_RGB888
    return QImage(pixels.data, pixels.width, pixels.height, pixels.width * pixels.depth, kind).copy()
