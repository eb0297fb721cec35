"""The rows sent back to a bank: its own columns untouched, the reason beside each row, ready to be corrected and imported again.

Written row by row in memory: a debtor's data never touches a temporary file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final

from openpyxl import Workbook

from workstation.documents.workbook.cell_text import Cell, row_xml
from workstation.documents.workbook.sheet import new_sheet
from workstation.documents.workbook.styles import Styles
from workstation.documents.workbook.writer import StreamedBook

_NARROW, _WIDE, _REASON_WIDTH = 9.0, 16.0, 60.0
_MADE_ON: Final = date(2026, 1, 1)
"""The file names no moment: the same rows give the same bytes."""


@dataclass(frozen=True, slots=True)
class RejectTitles:
    """The words of the sheet in the reader's language: its name, and the two columns that are added."""

    sheet: str
    row: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A row of the bank's file: its number there, its cells, and why it comes back."""

    row: int
    cells: tuple[str, ...]
    reason: str


def rejects_workbook(header: tuple[str, ...], rejects: Iterable[Reject], titles: RejectTitles) -> bytes:
    """An XLSX of one sheet: the original columns, then row number and reason. Every cell is text and stays text."""
    out, book, width = BytesIO(), Workbook(), len(header)
    styles = Styles(book)
    sheet = new_sheet(book, titles.sheet, styles, "CNY")
    sheet.widths(*(_WIDE,) * width, _NARROW, _REASON_WIDTH)
    sheet.freeze(2)
    sheet.frame.sheet_view.showGridLines = True
    sheet.frame.sheet_format.customHeight = False  # rows grow with their reasons
    sheet.grid.streamed = True
    sheet.line(1, (*header, titles.row, titles.reason), ("reject_head",) * (width + 2))
    with StreamedBook(out, book, _MADE_ON) as streamed:
        streamed.write(sheet.frame, sheet.grid, _rows(styles, width, rejects))
    return out.getvalue()


def _rows(styles: Styles, width: int, rejects: Iterable[Reject]) -> Iterator[str]:
    for at, reject in enumerate(rejects, 2):
        texts = (*(reject.cells + ("",) * width)[:width], str(reject.row))
        cells = [Cell(text, styles.of_text("reject", text)) for text in texts]
        yield row_xml(at, (*cells, Cell(reject.reason, styles.of_text("reject_reason", reject.reason))))
