"""The beginning of a file: its first page as a small picture, and the lines on it, so that a person sees what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workstation.errors import Refused
from workstation.received.pixels import Pixels, small_picture

_LINES: Final = 20


@dataclass(frozen=True, slots=True)
class FirstPage:
    """``picture``: None where the file shows nothing that is drawn here; ``pages``: 0 where nobody can say."""

    pages: int
    picture: Pixels | None


def first_page(data: bytes, width: int, name: str = "") -> FirstPage:
    """The first page of a PDF or picture, about ``width`` pixels wide."""
    if b"%PDF-" not in data[:1024]:
        return FirstPage(*small_picture(data, width))
    from workstation.received.pdf.on_screen import page_pixels, page_sizes

    try:
        pages = len(page_sizes(data, name))
        return FirstPage(pages, page_pixels(data, 0, width, name) if pages else None)
    except Refused:
        return FirstPage(0, None)


def first_lines(data: bytes, name: str = "") -> list[str]:
    """The lines on the first page of a PDF, as a viewer finds them, or the first rows of a table; none where it has no text."""
    if b"%PDF-" in data[:1024]:
        from workstation.received.pdf.texts import first_page_lines

        return first_page_lines(data)[:_LINES]
    from workstation.received.tables import read_table

    try:
        table = read_table(data, name)
    except Refused:
        return []
    rows = next((sheet.rows for sheet in table.sheets if sheet.rows), ())
    return [" ".join(filter(None, row)) for row in rows[:_LINES]]
