"""What another program says on the pages of a PDF: their words, and the notes and fields that lie on them."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def page_count(data: bytes) -> int:
    """Pages of a readable PDF."""
    return len(PdfReader(BytesIO(data)).pages)


def page_texts(data: bytes) -> list[str] | None:
    """The words of each page; None for what is no readable PDF."""
    try:
        return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return None


def annotation_counts(data: bytes) -> list[int]:
    """How many notes, stamps and fields lie on each page."""
    found = (page.get("/Annots") for page in PdfReader(BytesIO(data)).pages)
    return [len(marks.get_object() or ()) if marks is not None else 0 for marks in found]
