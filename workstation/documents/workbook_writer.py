"""Workbook to bytes: our own cells inside openpyxl's package, all in memory (a debtor's data never touches a temporary file).

Same workbook, same bytes: parts are written in one order with one fixed timestamp.
"""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.worksheet.merge import MergeCell, MergeCells
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from workstation.documents.workbook_cells import Grid

_EMPTY_ROWS: Final = re.compile(rb"<sheetData\s*(/>|></sheetData>)")
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The first day a zip archive can name: no clock reading in the file."""


def workbook_bytes(book: Workbook, grids: dict[str, Grid], on: datetime.date) -> bytes:
    """The finished .xlsx. ``grids`` by sheet title; ``on`` is the day the document claims to be made on."""
    midnight = datetime.datetime.combine(on, datetime.time())
    book.properties.created = midnight
    book.properties.modified = midnight
    out = BytesIO()
    with _SteadyZip(out, "w", ZIP_DEFLATED) as archive:
        _PackageWriter(book, archive, grids).write_data()
    return out.getvalue()


class _SteadyZip(ZipFile):
    """A zip whose entries carry no clock time."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = ZipInfo(zinfo_or_arcname, _ZIP_DATE)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        super().writestr(entry, data)


class _PackageWriter(ExcelWriter):
    """openpyxl's package, with the rows of each sheet taken from its grid instead of from openpyxl's cells.

    The one place that reaches into openpyxl's own names, which its type stubs leave out (hence Any).
    """

    def __init__(self, book: Workbook, archive: ZipFile, grids: dict[str, Grid]) -> None:
        super().__init__(book, archive)
        self._zip = archive
        self._grids = grids

    def write_worksheet(self, ws: Any) -> None:
        """One sheet: openpyxl's frame around our rows."""
        drawing = SpreadsheetDrawing()
        drawing.charts = ws._charts
        ws._drawing = drawing
        grid = self._grids[ws.title]
        frame: Any = _FrameWriter(ws, BytesIO(), grid)
        frame.write()
        ws._rels = frame._rels
        xml, found = _EMPTY_ROWS.subn(lambda _: grid.xml().encode("utf-8"), frame.read())
        if found != 1:
            raise AssertionError("openpyxl wrote the rows of a sheet in an unknown form")
        self._zip.writestr(ws.path[1:], xml)
        self.manifest.append(ws)


class _FrameWriter(WorksheetWriter):
    """Everything of a sheet but its rows; the used range is that of the grid."""

    def __init__(self, ws: Worksheet, out: BytesIO, grid: Grid) -> None:
        super().__init__(ws, out)
        self._grid = grid

    def write_dimensions(self) -> None:
        self.xf.send(SheetDimension(self._grid.reference()).to_tree())

    def write_merged_cells(self) -> None:
        if self._grid.merged:
            areas = [MergeCell(area) for area in self._grid.merged]
            self.xf.send(MergeCells(mergeCell=areas).to_tree())
