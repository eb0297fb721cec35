"""A foreign PDF opened, after a look at its bare bytes: some take longer to open than anybody waits."""

from __future__ import annotations

import io
import re
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final

import pikepdf

from workstation.received.pdf.page_limit import MAX_PAGES

ONE_AT_A_TIME: Final = Lock()
"""PDFium keeps state of its own for the whole process."""
_REVISIONS: Final = 4
"""How often the pages of a file that was saved again and again may stand in it."""
_MOST_REPAIRED: Final = 40_000
"""Objects; where the list of them is lost, it is made anew at 50 µs for each."""
_PAGE: Final = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_OBJECT: Final = b" obj"


class TooManyPages(pikepdf.PdfError):
    """More than `MAX_PAGES`; the message tells how many."""


def open_pdf(source: bytes | Path | BinaryIO, password: str = "") -> pikepdf.Pdf:
    """As `pikepdf.open`. Raises besides `TooManyPages`, and PdfError for a broken file of more objects than are repaired."""
    file = io.BytesIO(source) if isinstance(source, bytes) else source
    data = source if isinstance(source, bytes) else _bytes(source)
    named = sum(1 for _ in _PAGE.finditer(data))
    if named > _REVISIONS * MAX_PAGES:
        raise TooManyPages(f"{named:,}")
    return pikepdf.open(file, password=password, attempt_recovery=data.count(_OBJECT) <= _MOST_REPAIRED)


def check_pages(pdf: pikepdf.Pdf) -> None:
    """Raise `TooManyPages`."""
    if (pages := len(pdf.pages)) > MAX_PAGES:
        raise TooManyPages(f"{pages:,}")


def _bytes(source: Path | BinaryIO) -> bytes:
    if isinstance(source, Path):
        return source.read_bytes()
    source.seek(0)
    data = source.read()
    source.seek(0)
    return data
