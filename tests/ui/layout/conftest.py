"""The typefaces that the program brings, for as long as a module measures words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics

from ui.look.fonts import font, use_fonts


@pytest.fixture(scope="module")
def typefaces(qapp) -> Iterator[None]:
    """Without them Chinese is measured in boxes, which are narrower than it is."""
    before = qapp.font()
    use_fonts(qapp)
    assert QFontMetrics(font()).horizontalAdvance("协商") == 2 * font().pixelSize()
    yield
    QFontDatabase.removeAllApplicationFonts()
    qapp.setFont(before)
