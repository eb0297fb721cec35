"""The workbook of a case: Concord's, against XlsxWriter writing the same cells (values, formulas with results, number formats)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bench.contest import Contest, Work, peer
from tests.builders import case_file
from workstation.documents.workbook.case_workbook import case_workbook, workbook_figures


class SameCell(NamedTuple):
    """One cell of the finished workbook: zero-based place, what was written, its stored result, its number format."""

    row: int
    column: int
    value: object
    result: object
    format: str


Sheets = dict[str, list[SameCell]]


def contests(folder: Path) -> list[Contest]:
    """One contest; nothing is written to ``folder``."""
    figures = workbook_figures(case_file())
    sheets = read_back(case_workbook(figures))
    cells = sum(len(sheet) for sheet in sheets.values())
    task = f"workbook of {len(sheets)} sheets, {cells:,} cells"
    return [Contest(task, lambda: case_workbook(figures), (peer("XlsxWriter", lambda: same_cells(sheets)),))]


def read_back(data: bytes) -> Sheets:
    """The cells of a finished workbook."""
    written, results = load_workbook(BytesIO(data)), load_workbook(BytesIO(data), data_only=True)
    return {sheet.title: list(_cells(sheet, results[sheet.title])) for sheet in written.worksheets}


def _cells(written: Worksheet, results: Worksheet) -> Iterator[SameCell]:
    for row in written.iter_rows():
        for cell in row:
            if cell.value is not None:
                result = results.cell(cell.row, cell.column).value
                yield SameCell(cell.row - 1, cell.column - 1, cell.value, result, cell.number_format)


def same_cells(sheets: Sheets) -> Work:
    """XlsxWriter, in memory, one pass; no column widths, print set-up, validation or chart."""
    import xlsxwriter

    def work() -> bytes:
        out = BytesIO()
        book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
        names = {cell.format for cells in sheets.values() for cell in cells}
        formats = {name: book.add_format({"num_format": name}) for name in sorted(names)}
        for title, cells in sheets.items():
            sheet = book.add_worksheet(title)
            for cell in cells:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    sheet.write_formula(cell.row, cell.column, cell.value, formats[cell.format], cell.result)
                else:
                    sheet.write(cell.row, cell.column, cell.value, formats[cell.format])
        book.close()
        return out.getvalue()

    return work
