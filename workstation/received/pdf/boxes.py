"""What PDFium shows inside boxes of a finished PDF: the text that can be copied out of them, and whether there is ink."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pypdfium2
from pypdfium2 import raw

from workstation.received.pdf.opening import ONE_AT_A_TIME
from workstation.received.pdf.signs import signs_of

if TYPE_CHECKING:
    from PIL import Image as Pillow

_SCALE: Final = 3
"""Pixels to the point: a stroke of half a point darkens one."""
_SLACK: Final = 1.0
_INNER: Final = 8  # a frame takes no more than an eighth of a box on every side
_DIFFERS: Final = 60  # of 256 tones
_DARK: Final = 110
_LEAST_SHARE: Final = 100
"""One part in so many of the inside of a box is a mark; less is a speck."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on page ``page`` (from 0), in points of the page's own space."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    x: float
    y: float


def texts_in(data: bytes, boxes: Sequence[Box]) -> tuple[str, ...]:
    """The characters in each box without blanks, in the order in which they are drawn; fields and notes count as drawn."""
    with _opened(data) as pdf:
        signs = {index: tuple(_signs(_flat(pdf, index))) for index in {box.page for box in boxes}}
    return tuple("".join(one.text for one in signs[box.page] if _inside(one, box)) for box in boxes)


def page_signs(data: bytes, first: int) -> str:
    """All characters from page ``first`` (from 0) on, without blanks."""
    with _opened(data) as pdf:
        return "".join(one.text for index in range(first, len(pdf)) for one in _signs(_flat(pdf, index)))


def inked(data: bytes, boxes: Sequence[Box]) -> tuple[bool, ...]:
    """Whether each box shows a mark on its inside, or is dark all over."""
    found: dict[Box, bool] = {}
    with _opened(data) as pdf:
        for index in {box.page for box in boxes}:
            page = _flat(pdf, index)
            picture = page.render(scale=_SCALE, grayscale=True).to_pil()
            found |= {box: _is_inked(picture, _crop(page, box, picture)) for box in boxes if box.page == index}
    return tuple(found[box] for box in boxes)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with ONE_AT_A_TIME:
        pdf = pypdfium2.PdfDocument(data)
        try:
            pdf.init_forms()
            yield pdf
        finally:
            pdf.close()


def _flat(pdf: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """The page with its fields drawn into it, as print shows them."""
    raw.FPDFPage_Flatten(pdf[index], raw.FLAT_PRINT)
    return pdf[index]


def _signs(page: pypdfium2.PdfPage) -> Iterator[_Sign]:
    words = page.get_textpage()
    for index, sign in signs_of(words):
        if sign > " " and not sign.isspace():
            left, bottom, right, top = words.get_charbox(index, loose=True)
            yield _Sign(sign, (left + right) / 2, (bottom + top) / 2)


def _inside(sign: _Sign, box: Box) -> bool:
    across = box.left - _SLACK <= sign.x <= box.right + _SLACK
    return across and box.bottom - _SLACK <= sign.y <= box.top + _SLACK


def _crop(page: pypdfium2.PdfPage, box: Box, picture: Pillow.Image) -> tuple[int, int, int, int]:
    """The inside of a box in pixels, wherever a turned or cropped page shows it."""
    corners = [_pixel(page, picture, x, y) for x, y in ((box.left, box.bottom), (box.right, box.top))]
    (left, right), (top, bottom) = (sorted(corner[axis] for corner in corners) for axis in (0, 1))
    across, down = (right - left) // _INNER, (bottom - top) // _INNER
    return left + across, top + down, max(right - across, left + across + 1), max(bottom - down, top + down + 1)


def _pixel(page: pypdfium2.PdfPage, picture: Pillow.Image, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, across, down)
    return across.value, down.value


def _is_inked(picture: Pillow.Image, crop: tuple[int, int, int, int]) -> bool:
    """Against the tone that most of the inside has, which is its ground."""
    tones = picture.crop(crop).histogram()
    ground = max(range(len(tones)), key=tones.__getitem__)
    marked = sum(count for tone, count in enumerate(tones) if abs(tone - ground) > _DIFFERS)
    return ground < _DARK or marked * _LEAST_SHARE >= sum(tones)
