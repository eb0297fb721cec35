"""Workbook to bytes: our own cells inside openpyxl's package, all in memory (a debtor's data never touches a temporary file).

Same workbook, same bytes: parts are written in one order with one fixed timestamp.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from io import BytesIO
from itertools import chain
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.packaging.relationship import RelationshipList
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.worksheet.merge import MergeCell, MergeCells
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from workstation.documents.workbook.cell_text import Grid

_EMPTY_ROWS: Final = re.compile(rb"<sheetData\s*(/>|></sheetData>)")
_DRAWINGS: Final = "xl/drawings/drawing"
_BARE_TAG: Final = re.compile(rb"<(/?)([A-Za-z]+)(?=[\s/>])")
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The first day a zip archive can name: no clock reading in the file."""


def workbook_bytes(book: Workbook, grids: dict[str, Grid], on: datetime.date) -> bytes:
    """The finished .xlsx. ``grids`` by sheet title; ``on`` is the day the document claims to be made on."""
    _dated(book, on)
    out = BytesIO()
    with _SteadyZip(out, "w", ZIP_DEFLATED) as archive:
        _PackageWriter(book, archive, grids).write_data()
    return out.getvalue()


def _dated(book: Workbook, on: datetime.date) -> None:
    book.properties.created = book.properties.modified = datetime.datetime.combine(on, datetime.time())


class StreamedBook:
    """A workbook that goes into a file sheet by sheet, its rows as they come; nothing of a written sheet stays but its name.

    ``book`` is the workbook whose sheets are added; its first, blank one only carries the styles.
    """

    def __init__(self, out: BinaryIO, book: Workbook, on: datetime.date) -> None:
        self.book = book
        self._blank = book.worksheets[0]
        self._archive = _SteadyZip(out, "w", ZIP_DEFLATED)
        self._writer = _PackageWriter(book, self._archive, {})
        self._written = 0
        _dated(book, on)

    def write(self, frame: Worksheet, grid: Grid, rows: Iterable[str] = ()) -> None:
        """Write one sheet: the cells of its grid, then the streamed ``rows``. Its frame may grow until the last row has come."""
        self._written += 1
        self._writer.stream_worksheet(frame, grid, rows, self._written)

    def __enter__(self) -> StreamedBook:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        """Write what all sheets share; the file is whole after this, unless an error cut it short."""
        with self._archive:
            if error is None:
                self.book.remove(self._blank)
                self._writer.write_data()


class _SteadyZip(ZipFile):
    """A zip whose entries carry no clock time, and whose drawings are named as every reader looks for them."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        drawn = zinfo_or_arcname.startswith(_DRAWINGS)
        super().writestr(_entry(zinfo_or_arcname), _prefixed(data) if drawn else data)


def _prefixed(drawing: bytes) -> bytes:
    """A drawing whose elements carry the prefix xdr, as Excel writes them: ExcelJS looks for that very prefix, and refuses a
    workbook whose drawings have openpyxl's default namespace instead."""
    return _BARE_TAG.sub(rb"<\1xdr:\2", drawing).replace(b" xmlns=", b" xmlns:xdr=", 1)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _ZIP_DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


class _PackageWriter(ExcelWriter):
    """openpyxl's package, with the rows of each sheet taken from its grid instead of from openpyxl's cells.

    The one place that reaches into openpyxl's own names, which its type stubs leave out (hence Any).
    """

    def __init__(self, book: Workbook, archive: ZipFile, grids: dict[str, Grid]) -> None:
        super().__init__(book, archive)
        self._zip = archive
        self._grids = grids
        self._streamed: set[str] = set()

    def stream_worksheet(self, ws: Any, grid: Grid, rows: Iterable[str], number: int) -> None:
        """One sheet at once, rows as they come; what only the sheet itself needed is let go of."""
        ws._id = number
        before, _ = _around_rows(_frame(ws, grid).read())
        with self._zip.open(_entry(ws.path[1:]), "w") as part:
            part.write(before)
            for row in chain(grid.rows_xml(), rows):
                part.write(row.encode("utf-8"))
            part.write(_around_rows(_frame(ws, grid).read())[1])
        self.manifest.append(ws)
        self._streamed.add(ws.title)
        ws.conditional_formatting, ws._hyperlinks, ws._rels = ConditionalFormattingList(), [], RelationshipList()
        ws.data_validations = DataValidationList()

    def write_worksheet(self, ws: Any) -> None:
        """One sheet: openpyxl's frame around our rows; none that was streamed before."""
        if ws.title in self._streamed:
            ws._drawing = None
            return
        drawing = SpreadsheetDrawing()
        drawing.charts = ws._charts
        ws._drawing = drawing
        grid = self._grids[ws.title]
        frame = _frame(ws, grid)
        ws._rels = frame._rels
        before, after = _around_rows(frame.read())
        self._zip.writestr(ws.path[1:], before + "".join(grid.rows_xml()).encode("utf-8") + after)
        self.manifest.append(ws)


def _around_rows(frame: bytes) -> tuple[bytes, bytes]:
    """What of a sheet comes before and after its rows."""
    parts = _EMPTY_ROWS.split(frame)
    if len(parts) != 3:
        raise AssertionError("openpyxl wrote the rows of a sheet in an unknown form")
    return parts[0] + b"<sheetData>", b"</sheetData>" + parts[2]


def _frame(ws: Any, grid: Grid) -> Any:
    frame: Any = _FrameWriter(ws, BytesIO(), grid)
    frame.write()
    return frame


class _FrameWriter(WorksheetWriter):
    """Everything of a sheet but its rows; the used range is that of the grid."""

    def __init__(self, ws: Any, out: BytesIO, grid: Grid) -> None:
        links = ws._hyperlinks
        super().__init__(ws, out)
        ws._hyperlinks = links  # openpyxl gathers them anew from its cells, of which there are none
        self._grid = grid

    def write_dimensions(self) -> None:
        if self._grid.streamed:  # rows still to come: Excel counts them itself
            return
        self.xf.send(SheetDimension(self._grid.reference()).to_tree())

    def write_merged_cells(self) -> None:
        if self._grid.merged:
            areas = [MergeCell(area) for area in self._grid.merged]
            self.xf.send(MergeCells(mergeCell=areas).to_tree())
