"""What another program says on the pages of a PDF: their words, and the notes and fields that lie on them."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2


def page_count(data: bytes) -> int:
    """Pages of a readable PDF."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(data)).pages)


def page_texts(data: bytes, most: int | None = None) -> list[str] | None:
    """The words of each page, or of the first ``most``; None for what is no readable PDF."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return [page.extract_text() for page in islice(PdfReader(BytesIO(data)).pages, most)]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return None


def line_texts(data: bytes, pages: int) -> list[str]:
    """What a viewer finds on each of the first ``pages`` pages, line by line, as PDFium reads it for search and copying."""
    import pypdfium2

    from workstation.received.pdf.opening import ONE_AT_A_TIME

    with ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as document:
        return [_lines(document[number]) for number in range(min(pages, len(document)))]


def first_page_lines(data: bytes) -> list[str]:
    """The lines on the first page, as `line_texts`; none of what PDFium does not open."""
    import pypdfium2

    try:
        texts = line_texts(data, 1)
    except pypdfium2.PdfiumError:
        return []
    return [line for text in texts for line in text.splitlines()]


def _lines(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    try:
        return str(words.get_text_range())
    finally:
        words.close()
        page.close()


def annotation_counts(data: bytes) -> list[int]:
    """How many notes, stamps and fields lie on each page."""
    from pypdf import PdfReader

    found = (page.get("/Annots") for page in PdfReader(BytesIO(data)).pages)
    return [len(marks.get_object() or ()) if marks is not None else 0 for marks in found]
