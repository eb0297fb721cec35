"""Our fonts where a file names one that it does not bring: the characters they hold, and the part of them that a page needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from reportlab.pdfbase.ttfonts import TTFontFile

import resources

PLAIN: Final = ("NotoSansSC-Regular", "NotoSerifRareTC-Regular", "NotoSerifRareJP-Regular")
BOLD: Final = ("NotoSansSC-Bold", *PLAIN[1:])
"""Files of fonts in the order in which they are asked for a character."""


class Typeface:
    """One bundled font; ``widths`` in thousandths of the type size by code point."""

    def __init__(self, name: str) -> None:
        self._file = TTFontFile(str(resources.path("fonts", f"{name}.ttf")))
        self.name = name
        self.glyphs: dict[int, int] = self._file.charToGlyph
        self.widths: dict[int, float] = self._file.charWidths

    def subset(self, points: Sequence[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with the glyphs of some code points, and where in it each of them is."""
        places = {0: 0}
        for point in points:
            places.setdefault(self.glyphs.get(point, 0), len(places))
        data: bytes = self._file.makeSubset(list(points))
        return data, {point: places[self.glyphs.get(point, 0)] for point in points}


@cache
def typeface(name: str) -> Typeface:
    """A font by the name of its file; parsing takes a tenth of a second, so a process does it once."""
    return Typeface(name)
