"""The rows sent back to a bank: its own columns untouched, the reason beside each row, ready to be mended and imported again."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

_HEADER_FILL: Final = PatternFill("solid", fgColor="E3F1F0")
_REASON_FILL: Final = PatternFill("solid", fgColor="FFF3DC")
_BOLD: Final = Font(bold=True)
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
_TEXT: Final = "@"
_NARROW, _WIDE, _REASON_WIDTH = 9, 16, 60


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
    book = Workbook(write_only=True)
    sheet = book.create_sheet(titles.sheet)
    width = len(header)
    sheet.freeze_panes = "A2"
    for index in range(1, width + 1):
        sheet.column_dimensions[get_column_letter(index)].width = _WIDE
    sheet.column_dimensions[get_column_letter(width + 1)].width = _NARROW
    sheet.column_dimensions[get_column_letter(width + 2)].width = _REASON_WIDTH
    sheet.append(list(_cells(sheet, (*header, titles.row, titles.reason), _HEADER_FILL)))
    for reject in rejects:
        cells = (reject.cells + ("",) * width)[:width]
        row = list(_cells(sheet, (*cells, str(reject.row), reject.reason)))
        row[-1].fill, row[-1].alignment = _REASON_FILL, _WRAPPED
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(sheet: Any, texts: Iterable[str], fill: PatternFill | None = None) -> Iterator[Cell]:
    for text in texts:
        cell: Cell = WriteOnlyCell(sheet, text or None)
        cell.number_format = _TEXT
        if text:
            # What begins with = would become a formula, now by openpyxl or later by a spreadsheet program.
            cell.data_type = "s"
            cell.quotePrefix = text[0] in "=+-@"
        if fill is not None:
            cell.fill, cell.font = fill, _BOLD
        yield cell
