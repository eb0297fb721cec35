"""Pages of a PDF as pictures, and where long numbers stand in its text layer. The one user of PDFium.

A copy that must not give back what it hides is drawn to pixels first: no words, no embedded files come along.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Final

import pypdfium2
from PIL import Image as Pillow
from pypdfium2 import raw

from workstation.documents.foreign import settled
from workstation.evidence.masking import hidden_parts
from workstation.evidence.verification import Mask
from workstation.policy.rules import CopyRule

LONGEST: Final = 2900
"""Pixels: 250 dpi over the height of an A4 sheet."""
WHOLE: Final = 10_000
"""Parts into which masks divide the width and height of a page."""
_MOST_PAGES: Final = 400
_MARGIN: Final = 40  # of ten thousand: signs reach a little beyond their boxes
_ONE_AT_A_TIME: Final = Lock()  # PDFium keeps state of its own for the whole process


class Unrenderable(Exception):
    """The file is no PDF that can be drawn."""


def page_pictures(data: bytes, longest: int = LONGEST) -> Iterator[Pillow.Image]:
    """Every page as it is seen: upright, with form entries and notes, its long side ``longest`` pixels. Raises `Unrenderable`."""
    with _opened(data) as pdf:
        for index in range(len(pdf)):
            page = pdf[index]
            width, height = page.get_size()
            if min(width, height) <= 0:
                raise Unrenderable("a page without extent")
            yield page.render(scale=longest / max(width, height)).to_pil().convert("RGB")


def number_masks(source: bytes | Path, rule: CopyRule) -> tuple[Mask, ...]:
    """Where the text layer shows signs of long numbers that a copy may not show; empty for a scan or an unreadable file."""
    try:
        with _opened(source) as pdf:
            return tuple(
                mask for index in range(min(len(pdf), _MOST_PAGES)) for mask in _on_page(pdf[index], index, rule)
            )
    except Unrenderable:
        return ()


def _on_page(page: pypdfium2.PdfPage, index: int, rule: CopyRule) -> Iterator[Mask]:
    words = page.get_textpage()
    # One sign a place, so that places in the text are those of the boxes.
    signs = [chr(raw.FPDFText_GetUnicode(words, place)) for place in range(words.count_chars())]
    for part in hidden_parts("".join(sign if sign >= " " else "\n" for sign in signs), rule):
        boxes = [words.get_charbox(place) for place in range(part.start, part.end) if signs[place].strip()]
        yield _mask(page, index, boxes)


def _mask(page: pypdfium2.PdfPage, index: int, boxes: list[tuple[float, float, float, float]]) -> Mask:
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    corners = [_seen(page, left, bottom), _seen(page, right, top)]
    (x, other_x), (y, other_y) = (sorted(corner[axis] for corner in corners) for axis in (0, 1))
    across, down = max(x - _MARGIN, 0), max(y - _MARGIN, 0)
    return Mask(index, across, down, min(other_x + _MARGIN, WHOLE) - across, min(other_y + _MARGIN, WHOLE) - down)


def _seen(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    """A point of the page where a viewer shows it, in ten-thousandths."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, WHOLE, WHOLE, 0, x, y, across, down)
    return across.value, down.value


@contextmanager
def _opened(source: bytes | Path) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(settled(source))
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise Unrenderable(str(error)) from None
        try:
            yield pdf
        except pypdfium2.PdfiumError as error:
            raise Unrenderable(str(error)) from None
        finally:
            pdf.close()
