"""Lists printed into a PDF with a text layer: the words by their places on the page, put into rows and columns.

Scans have no text and are refused; what the columns mean is not known here.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, Final

from workstation.errors import Finding, Refused

if TYPE_CHECKING:
    from pypdf import PageObject

Rows = tuple[tuple[str, ...], ...]

MAX_PAGES: Final = 400
"""Two years of a busy account have about a hundred pages."""

_DAY: Final = re.compile(r"(?:19|20)\d{2}[-/.年]?\d{1,2}[-/.月]?\d{1,2}")
_LEAST_COLUMNS: Final = 4
_WIDE: Final = 1.0
_NARROW: Final = 0.53  # of the size: digits and Latin letters of the fonts that banks use


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on a page: left and right edge, baseline and size in points, from the lower left corner."""

    left: float
    right: float
    base: float
    size: float
    text: str


def pdf_rows(data: bytes, name: str = "") -> Rows:
    """All lines of the file as cells: those above the list, its header once, its rows page after page.

    A cell printed on several lines is one cell. Raises `Refused`: ``file_locked``, ``file_damaged``, ``statement_pdf_scanned``
    (no text), ``statement_pdf_no_list`` (text but no list with days), ``statement_pdf_too_long``.
    """
    pages = _pages(data, name)
    if not any(pages):
        raise Refused(Finding("statement_pdf_scanned", "statement", {"file": name}))
    rows: list[tuple[str, ...]] = []
    header: tuple[Piece, ...] = ()
    for page in pages:
        lines = _lines(page)
        first = next((place for place, line in enumerate(lines) if _is_dated(line)), len(lines))
        found = _header(lines[:first])
        if found and not header:
            header, titles = found[1], tuple(piece.text for piece in found[1])
            rows += [*(tuple(piece.text for piece in line) for line in lines[: found[0]]), titles]
        if header:
            rows += _body(lines[first:], header)
    if not header:
        raise Refused(Finding("statement_pdf_no_list", "statement", {"file": name}))
    return tuple(rows)


def _pages(data: bytes, name: str) -> list[list[Piece]]:
    from pypdf import PdfReader  # here, since only a worker reads
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # remarks on fonts and damage are no lines for a console
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(Finding("file_locked", name, {"file": name}))
        if len(reader.pages) > MAX_PAGES:
            figures = {"file": name, "pages": str(len(reader.pages)), "limit": str(MAX_PAGES)}
            raise Refused(Finding("statement_pdf_too_long", "statement", figures))
        return [_pieces(page) for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        reason = {"file": name, "reason": type(error).__name__}
        raise Refused(Finding("file_damaged", name, reason)) from None


def _pieces(page: PageObject) -> list[Piece]:
    """The runs of a page. Widths are reckoned from size and signs; they decide between columns far apart."""
    found: list[Piece] = []

    def visit(text: str, user: list[float], place: list[float], font: Any, size: float) -> None:
        left = place[4] * user[0] + place[5] * user[2] + user[4]
        base = place[4] * user[1] + place[5] * user[3] + user[5]
        high = abs(size * place[3] * user[3]) or 1.0
        for line in text.splitlines():
            if plain := line.strip():
                found.append(Piece(left, left + high * _ems(plain), base, high, plain))

    page.extract_text(visitor_text=visit)
    return found


def _ems(text: str) -> float:
    return sum(_WIDE if unicodedata.east_asian_width(sign) in "WF" else _NARROW for sign in text)


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Runs of one baseline from left to right, top line first; runs that touch are one (some programs place each sign)."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.base):
        if lines and abs(lines[-1][0].base - piece.base) < piece.size * 0.4:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_joined(sorted(line, key=lambda one: one.left)) for line in lines]


def _joined(line: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in line:
        last = joined[-1] if joined else None
        if last and piece.left - last.right < piece.size * 0.3 and len(piece.text) == 1:
            joined[-1] = Piece(last.left, piece.right, last.base, last.size, last.text + piece.text)
        else:
            joined.append(piece)
    return joined


def _is_dated(line: Sequence[Piece]) -> bool:
    """Whether a line begins a row: many cells, and a day that begins one of the first."""
    return len(line) >= _LEAST_COLUMNS and any(_DAY.match(piece.text) for piece in line[:4])


def _header(above: Sequence[list[Piece]]) -> tuple[int, tuple[Piece, ...]] | None:
    """Index of the header among the lines above the list, and its cells; a title on several lines is one cell."""
    wide = [place for place, line in enumerate(above) if len(line) >= _LEAST_COLUMNS]
    if not wide:
        return None
    start = end = wide[-1]
    size = above[end][0].size
    while start and start - 1 in wide and above[start - 1][0].base - above[start][0].base < size * 2:
        start -= 1
    base = max(above[start : end + 1], key=len)
    extra = [piece for line in above[start:] if line is not base for piece in line]
    cells: dict[int, list[Piece]] = {place: [piece] for place, piece in enumerate(base)}
    for piece in extra:
        cells[_column(piece, base)].append(piece)
    return start, tuple(_stacked(parts) for parts in cells.values())


def _stacked(parts: Sequence[Piece]) -> Piece:
    top = sorted(parts, key=lambda one: -one.base)
    left, right = min(one.left for one in parts), max(one.right for one in parts)
    return Piece(left, right, top[0].base, top[0].size, " ".join(one.text for one in top))


def _body(lines: Sequence[list[Piece]], header: Sequence[Piece]) -> Iterator[tuple[str, ...]]:
    """One row a dated line; other lines close to one continue its cells, those far from any stand alone."""
    anchors = [line[0].base for line in lines if _is_dated(line)]
    step = min((one - other for one, other in pairwise(anchors)), default=20.0)

    def row_of(line: list[Piece]) -> float:
        near = min(anchors, key=lambda base: abs(base - line[0].base), default=line[0].base)
        return near if abs(near - line[0].base) < max(step * 0.6, line[0].size) else line[0].base

    for base, group in groupby(lines, key=row_of):
        pieces = [piece for line in group for piece in line]
        if base in anchors:
            yield _cells(pieces, header)
        else:
            yield (" ".join(piece.text for piece in pieces),)


def _cells(pieces: Sequence[Piece], header: Sequence[Piece]) -> tuple[str, ...]:
    cells = [""] * len(header)
    for piece in sorted(pieces, key=lambda one: (-one.base, one.left)):
        cells[_column(piece, header)] += piece.text
    return tuple(map(str.strip, cells))


def _column(piece: Piece, header: Sequence[Piece]) -> int:
    """The column that a run is in: edges or middles in line with a title first, else the nearest title."""

    def apart(place: int) -> tuple[bool, float]:
        title = header[place]
        edges = (
            piece.left - title.left,
            piece.right - title.right,
            (piece.left + piece.right - title.left - title.right) / 2,
        )
        near = min(abs(edge) for edge in edges)
        gap = max(0.0, title.left - piece.right, piece.left - title.right)
        return near > piece.size, near if near <= piece.size else gap

    return min(range(len(header)), key=apart)
