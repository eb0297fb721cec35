"""A plain table as a workbook of one sheet or as CSV: a title of each column, and rows that keep their types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Final

from openpyxl import Workbook

from workstation.documents.workbook.cell_text import Cell, Value, row_xml
from workstation.documents.workbook.csv_tables import csv_bytes
from workstation.documents.workbook.sheet import grown, new_sheet
from workstation.documents.workbook.styles import Styles
from workstation.documents.workbook.writer import StreamedBook
from workstation.money import Money

__all__ = ["PlainTable", "Value", "plain_csv", "plain_workbook"]
_MADE_ON: Final = date(2026, 1, 1)
"""The file names no moment: the same rows give the same bytes."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """``header``: the title of each column; ``widths`` in characters; every row has as many values. A share is a `Decimal`.

    ``explained``: how its figures are reckoned, where they are; said on paper.
    """

    title: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]
    explained: str = ""


def plain_workbook(table: PlainTable) -> bytes:
    """An XLSX: header frozen and repeated, printed on A4 across."""
    out, book = BytesIO(), Workbook()
    styles = Styles(book)
    sheet = new_sheet(book, table.title, styles, "CNY")
    sheet.widths(*map(float, table.widths))
    for row in table.rows:
        for column, value in enumerate(row, 1):
            if isinstance(value, Money):
                sheet.need(column, value, "row_money")
    sheet.freeze(2)
    sheet.print_setup(table.title, len(table.header), (1,), last_row=len(table.rows) + 1)
    sheet.grid.streamed = True
    sheet.line(1, table.header, ("head",) * len(table.header))
    sheet.head(1)
    with StreamedBook(out, book, _MADE_ON) as streamed:
        rows = (row_xml(at, _cells(styles, row), grown(row, table.widths)) for at, row in enumerate(table.rows, 2))
        streamed.write(sheet.frame, sheet.grid, rows)
    return out.getvalue()


def plain_csv(table: PlainTable) -> bytes:
    """The same as CSV."""
    return csv_bytes([table.header, *table.rows])


def _cells(styles: Styles, values: Sequence[Value]) -> Iterable[Cell]:
    for value in values:
        if isinstance(value, str):
            yield Cell(value, styles.of_text("row_text", value))
        else:
            yield Cell(value, styles.of(_look(value), value.currency if isinstance(value, Money) else "CNY"))


def _look(value: Value) -> str:
    if isinstance(value, Money):
        return "row_money"
    if isinstance(value, Decimal):
        return "row_rate"
    return "row_day" if isinstance(value, date) else "row_whole" if isinstance(value, int) else "row_text"
