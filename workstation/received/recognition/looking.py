"""Pages of a scan or a photograph given to the engine, one question a page, so that it can be stopped between two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from workstation.errors import Finding, Refused
from workstation.received.recognition.engine import LONGEST, texts_on
from workstation.received.recognition.recognised import PARTS, Recognised, RecognisedPage, RecognisedWord

if TYPE_CHECKING:
    from PIL import Image as Pillow

MAX_PAGES: Final = 200
_DPI: Final = 170
_POINTS: Final = 72
_ACROSS: Final = 595
"""Points: a picture is taken for a page as wide as A4, since it says nothing of its size."""


def pages_to_look_at(data: bytes, name: str) -> int:
    """How many pages a PDF or a picture has. Raises `Refused`: pdf_not_shown, picture_unreadable, recognition_too_many."""
    if b"%PDF-" in data[:1024]:
        from workstation.received.pdf.on_screen import page_sizes

        count = len(page_sizes(data, name))
    else:
        count = sum(1 for _ in _frames(data, name))
    if count > MAX_PAGES:
        raise Refused(Finding("recognition_too_many", name, {"file": name, "limit": str(MAX_PAGES)}))
    return count


def recognised_page(data: bytes, index: int, quarters: int, name: str) -> Recognised:
    """What stands on page ``index`` (from 0), turned by quarters clockwise first. Raises `Refused` as `pages_to_look_at` and
    `texts_on`.
    """
    page, image = _page(data, index, name)
    if quarters % 4:
        image = image.rotate(-90 * quarters, expand=True)
        page = RecognisedPage(page.height, page.width) if quarters % 2 else page
    words = tuple(_words(image, index))
    return Recognised(page, words)


def _page(data: bytes, index: int, name: str) -> tuple[RecognisedPage, Pillow.Image]:
    from PIL import Image as Pillow

    if b"%PDF-" not in data[:1024]:
        image = next(islice(_frames(data, name), index, None))
        return RecognisedPage(_ACROSS, max(1, _ACROSS * image.height // max(1, image.width))), image
    from workstation.received.pdf.on_screen import page_pixels, page_sizes

    width, height = page_sizes(data, name)[index]
    pixels = page_pixels(data, index, int(width * _DPI / _POINTS), name)
    mode = "L" if pixels.depth == 1 else "RGB"
    return RecognisedPage(round(width), round(height)), Pillow.frombytes(
        mode, (pixels.width, pixels.height), pixels.data
    )


def _frames(data: bytes, name: str) -> Iterator[Pillow.Image]:
    from workstation.received.pictures import PictureTooLarge, PictureUnreadable, TooManyFrames, frames

    try:
        yield from frames(data)
    except (PictureUnreadable, PictureTooLarge, TooManyFrames):
        raise Refused(Finding("recognition_unreadable", name, {"file": name})) from None


def _words(image: Pillow.Image, page: int) -> Iterator[RecognisedWord]:
    """A long picture is looked at in pieces, cut where nothing stands."""
    from workstation.received.pieces import is_long, spans

    for top, bottom in spans(image) if is_long(image) else [(0, image.height)]:
        piece = image.crop((0, top, image.width, bottom)) if (top, bottom) != (0, image.height) else image
        small = piece.copy()
        small.thumbnail((LONGEST, LONGEST))
        scale = piece.width / max(1, small.width)
        for (left, upper, right, lower), text, score in texts_on(small):
            yield RecognisedWord(
                page,
                _part(left * scale, image.width),
                _part(top + upper * scale, image.height),
                _part(right * scale, image.width),
                _part(top + lower * scale, image.height),
                score,
                text,
            )


def _part(at: float, whole: int) -> int:
    return min(PARTS, max(0, round(at * PARTS / max(1, whole))))
