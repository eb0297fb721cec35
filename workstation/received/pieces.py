"""A picture many screens long cut into pieces that a page holds, at blank rows where there are any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image as Pillow

_LONG: Final = 3
"""Height over width beyond which a picture is cut; the screen of a telephone has 2.2."""
_PIECE = 22, 10
"""Height over width of a piece at most."""
_NARROW: Final = 200  # pixels; a strip, no screenshot
_SEARCHED: Final = 4  # a blank row is looked for in the last quarter of a piece
_OVERLAP: Final = 40  # of a piece: repeated where no row is blank, so that a line that is cut stands whole on one side
_CALM: Final = 6
"""Steps of 256 by which a row may differ and still be blank: JPEG leaves traces around signs."""


def is_long(image: Pillow.Image) -> bool:
    """Whether one page would show it too small to be read."""
    return image.width >= _NARROW and image.height > _LONG * image.width


def spans(image: Pillow.Image) -> Iterator[tuple[int, int]]:
    """Top and bottom (half-open) of the pieces in order; together they hold every row."""
    most = image.width * _PIECE[0] // _PIECE[1]
    top = 0
    while image.height - top > most:
        cut = _blank_row(image, top + most - most // _SEARCHED, top + most)
        yield top, cut or top + most
        top = cut or top + most - most // _OVERLAP
    yield top, image.height


def _blank_row(image: Pillow.Image, first: int, end: int) -> int | None:
    """The middle of the tallest run of blank rows among those from ``first`` to ``end``; of equal ones the lowest."""
    grey = image.crop((0, first, image.width, end)).convert("L")
    best, run = (0, 0), 0
    for row in range(grey.height + 1):
        if row < grey.height and _is_blank(grey, row):
            run += 1
            continue
        best, run = max(best, (run, row)), 0
    tall, below = best
    return first + below - (tall + 1) // 2 if tall else None


def _is_blank(grey: Pillow.Image, row: int) -> bool:
    least, most = grey.crop((0, row, grey.width, row + 1)).getextrema()
    return bool(most - least <= _CALM)  # type: ignore[operator]
