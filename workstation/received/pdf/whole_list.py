"""The lists of a PDF that can be read through: one look at what it holds and draws serves both."""

from __future__ import annotations

from workstation.received.inspection import require_whole_pdf
from workstation.received.pdf.grid import PdfList, list_of
from workstation.received.pdf.words import harmless_words


def whole_pdf_list(data: bytes, name: str = "") -> PdfList:
    """As `pdf_list`. Raises `Refused` as `require_whole_pdf`, too."""
    require_whole_pdf(data, name)
    return list_of(harmless_words(data, name), name)
