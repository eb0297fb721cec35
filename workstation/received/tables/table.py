"""One table as text, and the limits within which a file is read at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from workstation.errors import Finding, Refused

Kind = Literal["csv", "xlsx", "xlsb", "xls", "ods", "xml", "html"]
Row = tuple[str, ...]

MAX_BYTES: Final = 64 * 2**20
"""A portfolio of 30,000 debtors is 3 MB as CSV; twenty times that is still read, more is a mistake or an attack."""
MAX_UNPACKED: Final = 384 * 2**20
"""All parts of a workbook unpacked; they are held in memory one at a time, and once more by the reader."""
MAX_RATIO: Final = 250
"""Sheets of repeated figures pack 1:30, at the very most 1:100; a zip bomb reaches 1:1000."""
RATIO_MATTERS_FROM: Final = 2**20
"""Parts smaller than this unpacked do no harm, however well they pack."""
MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 1_000
MAX_CELLS: Final = 8_000_000
"""The reader holds a sheet as a full rectangle: two cells in opposite corners of an empty sheet would take 400 GB."""
MAX_SHEETS: Final = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: ``rows[i][j]`` is the text in row i + 1, column j + 1; rows may differ in length, blank ones are kept.

    Places are (row, column) indexes from 0. ``inexact``: numbers of more than 15 digits, of which a spreadsheet has lost the last
    ones for good. ``uncomputed``: formulas whose result nobody has stored or proven; their text is the formula, which is no value
    to any reader. ``computed``: formulas whose result was computed here. ``merged``: (first row, first column, last row, last
    column) of cells drawn as one; the first of them holds the text, the others hold nothing.
    """

    name: str
    rows: tuple[Row, ...]
    inexact: frozenset[tuple[int, int]] = frozenset()
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    computed: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A file read: ``kind`` by its content, ``encoding`` of a text file ("" for workbooks), its visible sheets."""

    kind: Kind
    encoding: str
    sheets: tuple[Sheet, ...] = field(default=())

    @property
    def sheet(self) -> Sheet:
        """The first sheet that holds anything."""
        return next(sheet for sheet in self.sheets if sheet.rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the first sheet that holds anything."""
        return self.sheet.rows


def refused(code: str, name: str, **figures: str) -> Refused:
    """The refusal of a whole file, to be raised."""
    return Refused(Finding(code, name, {"name": name, **figures}))


def within(rows: int, columns: int) -> bool:
    """Whether a sheet of this size is read."""
    return rows <= MAX_ROWS and columns <= MAX_COLUMNS and rows * columns <= MAX_CELLS


def check_extent(rows: int, columns: int, name: str) -> None:
    """Raise `Refused` with ``table_too_large`` when a sheet of this size is not read."""
    if not within(rows, columns):
        raise refused("table_too_large", name, rows=f"{rows:,}", columns=f"{columns:,}", limit=f"{MAX_ROWS:,}")
