"""The text layer of a PDF as runs of text with their places, page by page, upright as it is read; in points, y upwards."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from workstation.errors import Finding, Refused
from workstation.received.pdf.signs import joined

if TYPE_CHECKING:
    import pypdfium2

    from workstation.received.pdf.concealed import Concealed

MAX_PAGES: Final = 400
"""Two years of a busy account have about a hundred pages."""

_RUN: Final = re.compile(r"[^\s\0]+(?: [^\s\0]+)*")
_NO_SIGN: Final = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ufffe\uffff]")
"""What stands for a sign of a font that does not say which character it is."""
_QUADRANT: Final = math.pi / 2
_SLANT: Final = 0.02
_FAULTS: Final = (RecursionError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What pikepdf raises over files that are not what they claim to be."""
_OTHER_LINE: Final = 0.6
"""Of the height of a sign: what stands further up or down is no raised or lowered sign of the same line."""
_EDGE: Final = 1.0
"""Points by which an edge may be rounded."""
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: left and right edge, baseline and size in points, with the reading direction to the right."""

    left: float
    right: float
    base: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class PageWords:
    """One page: its runs, those that run across the others (stamps, watermarks), and signs whose character the file does not tell.

    ``drawn``: something is on the page, be it only a picture. ``unseen``: how many signs the file has that nobody sees on the page,
    beyond its edges, in a layer that is switched off, covered or in the colour of the page; they are not among the runs.
    """

    pieces: tuple[Piece, ...]
    across: tuple[str, ...]
    unmapped: int
    drawn: bool
    unseen: int = 0


def document_words(data: bytes, name: str = "") -> list[PageWords]:
    """Every page. Raises `Refused`: ``file_locked``, ``file_damaged`` (also for one page of it), ``pdf_bomb``,
    ``file_pages_intricate``, ``statement_pdf_too_long``.
    """
    _check(data, name)
    return harmless_words(data, name)


def harmless_words(data: bytes, name: str = "") -> list[PageWords]:
    """As `document_words`, of a file whose streams and drawings are known to be harmless."""
    import pypdfium2  # here, since only a worker reads

    from workstation.received.pdf.layers import without_hidden
    from workstation.received.pdf.opening import ONE_AT_A_TIME

    shown = without_hidden(data)
    with ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(data)
            try:
                if len(pdf) > MAX_PAGES:
                    figures = {"file": name, "pages": str(len(pdf)), "limit": str(MAX_PAGES)}
                    raise Refused(Finding("statement_pdf_too_long", "statement", figures))
                if shown is not None:
                    return _shown_words(pdf, shown)
                return [_page_words(pdf[index]) for index in range(len(pdf))]
            finally:
                pdf.close()
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) == _PASSWORD
            reason = {"file": name} if locked else {"file": name, "reason": str(error)}
            raise Refused(Finding("file_locked" if locked else "file_damaged", name, reason)) from None


def _shown_words(whole: pypdfium2.PdfDocument, shown: bytes) -> list[PageWords]:
    """The words of the pages without what layers hide, of which the signs are counted."""
    import pypdfium2

    found: list[PageWords] = []
    with pypdfium2.PdfDocument(shown) as pdf:
        for index in range(len(whole)):
            words = _page_words(pdf[index])
            before, now = (len("".join(_text(one[index].get_textpage()).split())) for one in (whole, pdf))
            found.append(replace(words, unseen=words.unseen + max(0, before - now)))
    return found


def _check(data: bytes, name: str) -> None:
    """Refuse what would unpack without end; PDFium unpacks everything at once."""
    import pikepdf

    from workstation.received.pdf.intricacy import TooIntricate, check_drawn
    from workstation.received.pdf.opening import TooManyPages, open_pdf
    from workstation.received.unpacking import Explosive, check_streams

    try:
        with open_pdf(data) as pdf:
            check_streams(pdf)
            check_drawn(data, pdf)
    except TooIntricate as found:
        raise found.refusal(name) from None
    except TooManyPages as pages:
        figures = {"file": name, "pages": str(pages), "limit": str(MAX_PAGES)}
        raise Refused(Finding("statement_pdf_too_long", "statement", figures)) from None
    except Explosive as error:
        raise Refused(Finding("pdf_bomb", name, {"file": name, "limit": str(error)})) from None
    except pikepdf.PasswordError:
        raise Refused(Finding("file_locked", name, {"file": name})) from None
    except (pikepdf.PdfError, *_FAULTS) as error:
        raise Refused(Finding("file_damaged", name, {"file": name, "reason": type(error).__name__})) from None


def _page_words(page: pypdfium2.PdfPage) -> PageWords:
    from pypdfium2 import raw

    from workstation.received.pdf.concealed import Concealed

    words = page.get_textpage()
    text = _text(words)
    place_of = _Places(words, page.get_cropbox(), Concealed(page, words))
    found = list(_runs(words, text, place_of))
    usual = Counter(quarters for quarters, _ in found if quarters is not None).most_common(1)
    upright = usual[0][0] if usual else 0
    pieces = tuple(piece for quarters, piece in found if quarters == upright)
    across = tuple(piece.text for quarters, piece in found if quarters != upright)
    return PageWords(pieces, across, len(_NO_SIGN.findall(text)), raw.FPDFPage_CountObjects(page) > 0, place_of.unseen)


def _text(words: pypdfium2.PdfTextPage) -> str:
    """The text with one sign, or half of a rare one, a place, so that places in it are those of the boxes."""
    from pypdfium2 import raw

    count = words.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(words, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "replace")[:-1]
    if len(text) == count and "\0" not in text:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(words, index) or 0xFFFD) for index in range(count))


def _runs(words: pypdfium2.PdfTextPage, text: str, place_of: _Places) -> Iterator[tuple[int | None, Piece]]:
    """Every run that is seen with the direction in which it is read, in quarter turns; None for any other direction.

    Runs end where the file leaves room, and where its lines do; a blank that it sets itself is part of one.
    """
    from pypdfium2 import raw

    page, generated = words.raw, raw.FPDFText_IsGenerated
    for run in _RUN.finditer(text):
        start, end = run.span()
        first = start
        if " " in run[0]:
            for place in range(start, end):
                if text[place] == " " and generated(page, place) == 1:
                    yield from place_of.seen(first, place, text)
                    first = place + 1
        yield from place_of.seen(first, end, text)


class _Places:
    """Where runs of one page stand; the boxes into which PDFium writes are made once. ``edges``: of what is seen of the page."""

    def __init__(
        self, words: pypdfium2.PdfTextPage, edges: tuple[float, float, float, float], concealed: Concealed
    ) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, words.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._first, self._last = raw.FS_RECTF(), raw.FS_RECTF()
        self._left, self._bottom, self._right, self._top = edges
        self._concealed = concealed
        self.unseen = 0
        """Signs beyond the edges of the page, or concealed on it, so far."""

    def seen(self, start: int, end: int, text: str) -> Iterator[tuple[int | None, Piece]]:
        """The runs of one line each from place ``start`` to before ``end``, but for those that nobody sees."""
        found = self.run(start, end, text[start:end])
        if found[0] == 0 and abs(self._first.bottom - self._last.bottom) > found[1].size * _OTHER_LINE:
            for first, last in self._lines(start, end, found[1].size * _OTHER_LINE):
                yield from self._on_page(self.run(first, last, text[first:last]), first, last)
            return
        yield from self._on_page(found, start, end)

    def _on_page(self, found: tuple[int | None, Piece], start: int, end: int) -> Iterator[tuple[int | None, Piece]]:
        """The run that was placed last, where it is seen on the page."""
        if self._is_seen() and not self._concealed.hides(start, self._box, found[0] in (0, 2)):
            yield found
        else:
            self.unseen += end - start

    def _box(self) -> tuple[float, float, float, float]:
        one, last = self._first, self._last
        across, upward = (one.left, one.right, last.left, last.right), (one.bottom, one.top, last.bottom, last.top)
        return min(across), min(upward), max(across), max(upward)

    def _lines(self, start: int, end: int, step: float) -> Iterator[tuple[int, int]]:
        """PDFium takes single signs below each other for one word that is written downwards, also across a table."""
        bases = [self._base(place) for place in range(start, end)]
        first = start
        for place in range(1, len(bases)):
            if abs(bases[place] - bases[place - 1]) > step:
                yield first, start + place
                first = start + place
        yield first, end

    def _base(self, place: int) -> float:
        self._raw.FPDFText_GetCharOrigin(self._page, place, self._x, self._y)
        return self._y.value

    def _is_seen(self) -> bool:
        """Whether the middle of the run that was placed last is on the page."""
        x = (self._first.left + self._last.right) / 2
        y = (self._first.bottom + self._last.top) / 2
        across: bool = self._left - _EDGE <= x <= self._right + _EDGE
        upward: bool = self._bottom - _EDGE <= y <= self._top + _EDGE
        return across and upward

    def run(self, start: int, end: int, text: str) -> tuple[int | None, Piece]:
        """The run from place ``start`` to before ``end``."""
        text = joined(text)
        raw, page, first, last = self._raw, self._page, self._first, self._last
        raw.FPDFText_GetCharOrigin(page, start, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(page, start, first)
        raw.FPDFText_GetLooseCharBox(page, end - 1, last)
        turns = raw.FPDFText_GetCharAngle(page, start) / _QUADRANT
        if not turns:
            return 0, Piece(first.left, last.right, self._y.value, first.top - first.bottom or 1.0, text)
        quarters = round(turns) % 4 if abs(turns - round(turns)) < _SLANT else None
        if not quarters:
            return quarters, Piece(first.left, last.right, self._y.value, first.top - first.bottom or 1.0, text)
        return quarters, _turned(quarters, (self._x.value, self._y.value), first, last, text)


def _turned(quarters: int, origin: tuple[float, float], first: Any, last: Any, text: str) -> Piece:
    """A run that is read upwards (3), downwards (1) or upside down (2), as if the page lay that way."""
    x, y = origin
    left, right, base = {
        1: (-first.top, -last.bottom, x),
        2: (-first.right, -last.left, -y),
        3: (first.bottom, last.top, -x),
    }[quarters]
    high = abs(first.top - first.bottom) if quarters == 2 else abs(first.right - first.left)
    return Piece(left, right, base, high or 1.0, text)
