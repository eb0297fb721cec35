"""Pages of a PDF as pictures, and where parts of its text are shown.

A copy that must not give back what it hides is drawn to pixels first: no words, no embedded files come along.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image as Pillow
from pypdfium2 import raw

from workstation.received.apart.limits import within_seconds
from workstation.received.pdf.intricacy import LONGEST, TooIntricate, check_pages_drawn
from workstation.received.pdf.opening import ONE_AT_A_TIME
from workstation.received.pdf.pages import settled
from workstation.received.pdf.signs import signs_of

WHOLE: Final = 10_000
"""Parts into which regions divide the width and height of a page."""
_MOST_PAGES: Final = 400
_MOST_SECONDS: Final = 3
"""Of processor time for a page: what is not lines (layers blended over each other, drawings in drawings) is not counted before."""
_RUN: Final = re.compile(r"\S+")
_MARGIN: Final = 40  # of ten thousand: signs reach a little beyond their boxes


class Unrenderable(Exception):
    """The file is no PDF that can be drawn."""


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle on page ``page`` (0-based) as a viewer shows it, in parts of `WHOLE` from its upper left corner."""

    page: int
    left: int
    top: int
    width: int
    height: int


def page_pictures(data: bytes, longest: int = LONGEST) -> Iterator[Pillow.Image]:
    """Every page as it is seen: upright, with form entries and notes, its long side ``longest`` pixels.

    Raises `Unrenderable`, `TooIntricate`.
    """
    with _opened(data) as pdf:
        for index in range(len(pdf)):
            with within_seconds(_MOST_SECONDS):
                picture = _drawn(pdf, index, longest)
            yield picture if picture.mode == "RGB" else picture.convert("RGB")


def _drawn(pdf: pypdfium2.PdfDocument, index: int, longest: int) -> Pillow.Image:
    check_pages_drawn(pdf, [index])
    page = pdf[index]
    width, height = page.get_size()
    if min(width, height) <= 0:
        raise Unrenderable("a page without extent")
    picture: Pillow.Image = page.render(scale=longest / max(width, height)).to_pil()
    return picture


def text_regions(source: bytes | Path, find: Callable[[str], Iterable[tuple[int, int]]]) -> tuple[Region, ...]:
    """Where the text layer shows the parts that ``find`` picks from the text of a page, as spans (start, end).

    Every sign of that text has one place, line breaks too. Empty for a scan or an unreadable file.
    """
    try:
        with _opened(source) as pdf:
            return tuple(
                region for index in range(min(len(pdf), _MOST_PAGES)) for region in _on_page(pdf[index], index, find)
            )
    except (Unrenderable, TooIntricate):
        return ()


def page_words(source: bytes | Path, page: int) -> tuple[tuple[Region, str], ...]:
    """The runs of text without blanks on page ``page`` (from 0), each with its place. Empty as `text_regions`."""
    try:
        with _opened(source) as pdf:
            told: list[str] = []

            def find(text: str) -> Iterator[tuple[int, int]]:
                for run in _RUN.finditer(text):
                    told.append(run[0])
                    yield run.span()

            regions = tuple(_on_page(pdf[page], page, find)) if 0 <= page < len(pdf) else ()
            return tuple(zip(regions, told, strict=True))
    except (Unrenderable, TooIntricate):
        return ()


def _on_page(page: pypdfium2.PdfPage, index: int, find: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[Region]:
    words = page.get_textpage()
    signs = signs_of(words)
    for start, end in find("".join(sign if sign >= " " else "\n" for _, sign in signs)):
        boxes = [words.get_charbox(place) for place, sign in signs[start:end] if sign.strip()]
        yield _region(page, index, boxes)


def _region(page: pypdfium2.PdfPage, index: int, boxes: list[tuple[float, float, float, float]]) -> Region:
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    corners = [_seen(page, left, bottom), _seen(page, right, top)]
    (x, other_x), (y, other_y) = (sorted(corner[axis] for corner in corners) for axis in (0, 1))
    across, down = max(x - _MARGIN, 0), max(y - _MARGIN, 0)
    return Region(index, across, down, min(other_x + _MARGIN, WHOLE) - across, min(other_y + _MARGIN, WHOLE) - down)


def _seen(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    """A point of the page where a viewer shows it, in ten-thousandths."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, WHOLE, WHOLE, 0, x, y, across, down)
    return across.value, down.value


@contextmanager
def _opened(source: bytes | Path) -> Iterator[pypdfium2.PdfDocument]:
    with ONE_AT_A_TIME:
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
