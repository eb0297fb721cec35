"""Words that end in … where the place is short, and never inside a figure: half an amount reads as another one."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

FIGURE: Final = re.compile(r"(?:[A-Z]{0,3}[¥$€£]\s?)?[-−]?\d(?:[\d,.:/\-·*]*[\d*])?(?:\s?%)?")
"""An amount with its sign, a day, a time, a rate, a number: what is read as one."""
DOTS: Final = "…"


def elided(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text as far as it has room in ``width`` pixels; a figure is shown whole or not at all."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    kept = len(shown.removesuffix(DOTS))
    for found in FIGURE.finditer(text):
        if found.start() < kept < found.end():
            return text[: found.start()].rstrip() + DOTS
    return shown
