"""The bundled typefaces, so that every desk shows the same glyphs, rare characters included."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

import resources
from ui.look.theme import FAMILY, TEXT_PX


def use_fonts(app: QApplication) -> None:
    """Register Noto Sans SC in both weights and make it the font of the application."""
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))
    app.setFont(font())


def font(pixels: int = TEXT_PX, *, bold: bool = False) -> QFont:
    """The family at a size in pixels, in one of its two weights."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made
