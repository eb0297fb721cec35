"""Pages that draw more than anybody waits for: PDFium draws a path in one go, and nothing stops it but the end of the process.

Its time goes with the length of what it draws, in pixels; counted as copies show a page, so that every use gives one answer.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, BinaryIO, Final

import pikepdf
import pypdfium2
from pypdfium2 import raw

from workstation.errors import Finding, Refused
from workstation.received.listed import listed_pages
from workstation.received.pdf.opening import ONE_AT_A_TIME

LONGEST: Final = 2900
"""Pixels: 250 dpi over the height of an A4 sheet."""
MOST_DRAWN: Final = 40_000_000
"""Pixels of lines on one page, two to three seconds. A page of 5,000 outlined characters has four million, a plan of 20,000 lines
as long as a finger, each drawn by itself, 28 million.
"""
_STROKED, _ALONE, _DASHED, _FINE_DASHED = 1.5, 4.0, 6.0, 20.0
"""Time for a pixel of a stroke against one of an outline that is filled: of a long one, of a line by itself (its whole box is
looked through), of a dashed one, and of one whose dashes are finer than a pixel.
"""
_LOOKED_AT: Final = 10_000
"""Segments, a tenth of a second."""
_FEW: Final = 8
"""Segments up to which a path is a line by itself."""
_WORD: Final = rb"(?<![^\s\0()<>\[\]{}/%%])(?:%s)(?![^\s\0()<>\[\]{}/%%])"
_LINES: Final = re.compile(_WORD % rb"re|[lcvy]")
_PLACED: Final = re.compile(rb"/([^\s\0()<>\[\]{}/%]+)\s+Do(?![^\s\0()<>\[\]{}/%])")
_SET_DASHES: Final = rb"\]\s*[\d.]+\s+d(?![^\s\0()<>\[\]{}/%])"
_SETS_DASHES: Final = re.compile(_SET_DASHES)
"""None or some: found by its bracket, which most pages have nowhere."""
_DASHES: Final = re.compile(rb"[^\s\[]\s*" + _SET_DASHES)
_MOST_SEGMENTS: Final = 4_000_000
"""Drawings placed in drawings may come to billions; PDFium would hold them all before it draws the first."""
_OF_RECTANGLE: Final = 5  # segments
_UNMOVED: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]


class TooIntricate(Exception):
    """Pages that draw too much; the message lists their numbers, from 1."""

    def refusal(self, name: str, subject: str = "") -> Refused:
        """What a person is told."""
        return Refused(Finding("file_pages_intricate", subject or name, {"file": name, "pages": str(self)}))


def check_drawn(source: bytes | BinaryIO, pdf: pikepdf.Pdf) -> None:
    """Raise `TooIntricate`. ``pdf``: the opened ``source``; its pages that cannot hold that much are not looked at any closer."""
    counts = checked_counts(pdf)
    doubtful = [index for index, page in enumerate(pdf.pages) if counts.may_pass(page, index)]
    if doubtful:
        with ONE_AT_A_TIME:
            document = pypdfium2.PdfDocument(source if isinstance(source, bytes) else _bytes(source))
            try:
                check_pages_drawn(document, doubtful)
            finally:
                document.close()


def checked_counts(pdf: pikepdf.Pdf) -> _Counts:
    """What each page may draw at most. Raises `TooIntricate` over pages that nobody should even open."""
    counts = _Counts(pdf)
    found = [number for number, count in enumerate(counts.segments, 1) if count > _MOST_SEGMENTS]
    if found:
        raise TooIntricate(listed_pages(found))
    return counts


def _bytes(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read()


def check_pages_drawn(document: pypdfium2.PdfDocument, indices: Sequence[int]) -> None:
    """Raise `TooIntricate` over the pages of these indices."""
    found = [index + 1 for index in indices if index < len(document) and drawn_pixels(document[index]) > MOST_DRAWN]
    if found:
        raise TooIntricate(listed_pages(found))


def drawn_pixels(page: pypdfium2.PdfPage) -> float:
    """How much a page draws, as the outline of something filled is counted; of many segments a sample is measured."""
    sheet = _Sheet(page)
    paths = list(_paths(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page, _UNMOVED))
    counts: list[int] = [max(raw.FPDFPath_CountSegments(path), 0) for path, _ in paths]
    segments = sum(counts)
    if segments * sheet.round * _FINE_DASHED <= MOST_DRAWN:
        return float(segments * sheet.round)
    looked_at = min(segments, _LOOKED_AT)
    chosen = sorted(Random(segments).sample(range(segments), looked_at))
    total: float = 0
    start = place = 0
    for (path, matrix), count in zip(paths, counts, strict=True):
        end = bisect_left(chosen, start + count, place)
        if end > place:
            length = sheet.length(path, [index - start for index in chosen[place:end]], matrix)
            total += _weight(path, count, sheet.scale) * length
        start, place = start + count, end
    return total * segments / looked_at


def _paths(count: Any, get: Any, holder: Any, matrix: Matrix) -> Iterator[tuple[Any, Matrix]]:
    """All paths below a page or a drawing placed on it, with what moves them."""
    for index in range(count(holder)):
        part = get(holder, index)
        kind = raw.FPDFPageObj_GetType(part)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield part, matrix
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            inner = _times(_matrix(part), matrix)
            yield from _paths(raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, part, inner)


def _weight(path: Any, count: int, scale: float) -> float:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    filled = 1.0 if fill.value else 0.0
    if not stroke.value:
        return filled
    if dashes := raw.FPDFPageObj_GetDashCount(path):
        lengths = (ctypes.c_float * dashes)()
        raw.FPDFPageObj_GetDashArray(path, lengths, dashes)
        return filled + (_DASHED if sum(lengths) * scale >= dashes else _FINE_DASHED)
    return filled + (_ALONE if count <= _FEW else _STROKED)


class _Sheet:
    """A page as a copy shows it: ``scale`` pixels to the point, ``round``: half of the way around it, in pixels."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, box)
        self._edges = (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
        width, height = self._edges[2] - self._edges[0], self._edges[3] - self._edges[1]
        self.scale: float = LONGEST / max(width, height, 1.0)
        self.round: float = (width + height) * self.scale

    def length(self, path: Any, indices: Sequence[int], matrix: Matrix) -> float:
        """Pixels of these segments of a path within the page."""
        own = _times(_matrix(path), matrix)
        total: float = 0
        for index in indices:
            segment = raw.FPDFPath_GetPathSegment(path, index)
            if index and raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_MOVETO:
                x, y = self._point(raw.FPDFPath_GetPathSegment(path, index - 1), own)
                to_x, to_y = self._point(segment, own)
                total += math.hypot(to_x - x, to_y - y)
        return total * self.scale

    def _point(self, segment: Any, matrix: Matrix) -> tuple[float, float]:
        """Where a segment ends, or the edge of the page before that."""
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        return self._within(x.value, y.value, matrix)

    def _within(self, x: float, y: float, matrix: Matrix) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        left, bottom, right, top = self._edges
        return min(max(a * x + c * y + e, left), right), min(max(b * x + d * y + f, bottom), top)


def _matrix(part: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(part, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


class _Counts:
    """``segments``: at most so many are drawn by each page, those of drawings placed on it included."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._known: dict[tuple[int, int], int] = {}
        self._stroke = _ALONE
        self.segments = [self._of_page(page) for page in pdf.pages]

    def may_pass(self, page: pikepdf.Page, index: int) -> bool:
        """Whether so many segments, each from one edge to the other, would be too much."""
        visible = page.cropbox
        width, height = abs(float(visible[2]) - float(visible[0])), abs(float(visible[3]) - float(visible[1]))
        across = LONGEST * (width + height) / max(width, height, 1.0)
        return self.segments[index] * across * self._stroke > MOST_DRAWN

    def _of_page(self, page: pikepdf.Page) -> int:
        contents = page.obj.get(pikepdf.Name.Contents)
        parts = contents if isinstance(contents, pikepdf.Array) else (contents,)
        placed = dict(_drawings(page.obj))
        return sum(self._of_stream(part, placed) for part in parts if isinstance(part, pikepdf.Stream))

    def _of_stream(self, part: pikepdf.Object, placed: Mapping[bytes, pikepdf.Object]) -> int:
        """Segments of a stream and of what it places, which counts as one by itself."""
        text = part.read_bytes()
        if _SETS_DASHES.search(text) and _DASHES.search(text):
            self._stroke = _FINE_DASHED
        total = _OF_RECTANGLE * len(_LINES.findall(text))
        for name, times in Counter(_PLACED.findall(text)).items() if placed else ():
            if name in placed:
                total += times * (1 + self._of_drawing(placed[name]))
        return total

    def _of_drawing(self, drawing: pikepdf.Object) -> int:
        if drawing.objgen not in self._known:
            self._known[drawing.objgen] = 0  # one that is placed in itself is drawn once
            self._known[drawing.objgen] = self._of_stream(drawing, dict(_drawings(drawing)))
        return self._known[drawing.objgen]


def _drawings(holder: pikepdf.Object) -> Iterator[tuple[bytes, pikepdf.Object]]:
    """By name what a page or a drawing may place."""
    resources = holder.get(pikepdf.Name.Resources)
    placed = resources.get(pikepdf.Name.XObject) if isinstance(resources, pikepdf.Dictionary) else None
    for name, one in placed.items() if isinstance(placed, pikepdf.Dictionary) else ():
        if isinstance(one, pikepdf.Stream) and one.get(pikepdf.Name.Subtype) == pikepdf.Name.Form:
            yield name[1:].encode("utf-8", "surrogateescape"), one
