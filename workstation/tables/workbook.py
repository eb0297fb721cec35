"""Workbooks: the cells of every visible sheet as the text that a person sees in them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from workstation.tables.container import check_container
from workstation.tables.table import MAX_SHEETS, Kind, Row, Sheet, Table, check_extent, refused
from workstation.tables.text import UNSEEN

_ZIP: Final = b"PK"
_SURE_DIGITS: Final = 10**15
"""Spreadsheets keep 15 digits of a number; a card number of 16 typed as a number has lost its last one."""
_Cell = str | bool | int | datetime | date | time | timedelta | object


def read_workbook(data: bytes, name: str) -> Table:
    """An XLSX, XLSB or XLS file; raises `Refused`."""
    kind: Kind = "xls"
    if data.startswith(_ZIP):
        kind = "xlsb" if check_container(data, name) else "xlsx"
    try:
        return Table(kind, "", _sheets(data, name))
    except PasswordError:
        raise refused("table_locked", name) from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise refused("table_damaged", name) from None
    except BaseException as crash:
        # The reader's own crashes derive from BaseException and have no public name; all others go on.
        if type(crash).__name__ != "PanicException":
            raise
        raise refused("table_damaged", name) from None


def _sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        if len(visible) > MAX_SHEETS:
            raise refused("table_too_many_sheets", name, sheets=str(len(visible)), limit=str(MAX_SHEETS))
        return tuple(_sheet(book.get_sheet_by_name(title), name) for title in visible)


def _sheet(sheet: CalamineSheet, name: str) -> Sheet:
    if sheet.start is None or sheet.height == 0:
        return Sheet(sheet.name, ())
    top, left = sheet.start
    check_extent(top + sheet.height, left + sheet.width, name)
    cells = sheet.to_python()
    inexact = frozenset(
        (top + i, left + j) for i, row in enumerate(cells) for j, cell in enumerate(row) if _is_inexact(cell)
    )
    margin = ("",) * left
    rows: list[Row] = [()] * top + [margin + _texts(row) for row in cells]
    while rows and not any(rows[-1]):
        rows.pop()
    return Sheet(sheet.name, tuple(rows), inexact)


def _texts(cells: Iterable[_Cell]) -> Row:
    return tuple([cell.strip() if type(cell) is str and cell.isprintable() else _text(cell) for cell in cells])


def _is_inexact(cell: _Cell) -> bool:
    return not isinstance(cell, (str, datetime, date, time, timedelta)) and abs(cell) >= _SURE_DIGITS  # type: ignore[arg-type]


def _text(cell: _Cell) -> str:
    """One value as text: ISO days and times, TRUE and FALSE, numbers with the 15 digits that spreadsheets show."""
    match cell:
        case str():
            return UNSEEN.sub("", cell).strip()
        case bool():
            return "TRUE" if cell else "FALSE"
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat("seconds")
        case timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        case int():
            return str(cell)
    return format(Decimal(format(cell, ".15g")), "f")
