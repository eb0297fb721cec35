"""Workbooks: the cells of every visible sheet as the text that a person sees in them."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workstation.characters import restored
from workstation.received.tables.container import check_container
from workstation.received.tables.days_since_1904 import counts_from_1904, with_days
from workstation.received.tables.marks import NO_MARKS, Marks, Place, sheet_marks
from workstation.received.tables.old_records import OldRecords, old_records
from workstation.received.tables.old_workbook import check_code_page
from workstation.received.tables.quiet import quiet_stderr
from workstation.received.tables.shown import shown
from workstation.received.tables.table import MAX_SHEETS, Kind, Row, Sheet, Table, check_extent, refused
from workstation.received.tables.text_file import UNSEEN

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ZIP: Final = b"PK"
_UNSEEN_FORMULA: Final = "=…"
_SURE_DIGITS: Final = 15
"""Spreadsheets keep 15 digits of a number; a card number of 16 typed as a number has lost its last one."""


def read_workbook(data: bytes, name: str) -> Table:
    """An XLSX, XLSB or XLS file; raises `Refused`."""
    from python_calamine import CalamineError, PasswordError  # here, since only a worker reads

    kind: Kind = "xls"
    old = OldRecords()
    if data.startswith(_ZIP):
        kind = "xlsb" if check_container(data, name) else "xlsx"
    else:
        check_code_page(data, name)
        old = old_records(data)
    try:
        with quiet_stderr():
            sheets = _sheets(data, name, sheet_marks(data) if kind == "xlsx" else _old_marks(old))
            if old.since_1904 or (kind != "xls" and counts_from_1904(data, kind == "xlsb")):
                sheets = tuple(map(with_days, sheets))
            return Table(kind, "", sheets)
    except PasswordError:
        raise refused("table_locked", name) from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise refused("table_damaged", name) from None
    except BaseException as crash:
        # The reader's own crashes derive from BaseException and have no public name; all others go on.
        if type(crash).__name__ != "PanicException":
            raise
        raise refused("table_damaged", name) from None


def _old_marks(old: OldRecords) -> Mapping[str, Marks]:
    return {name: Marks(uncomputed=dict.fromkeys(places, _UNSEEN_FORMULA)) for name, places in old.uncomputed.items()}


def _sheets(data: bytes, name: str, marks: Mapping[str, Marks]) -> tuple[Sheet, ...]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        if len(visible) > MAX_SHEETS:
            raise refused("table_too_many_sheets", name, sheets=str(len(visible)), limit=str(MAX_SHEETS))
        return tuple(_sheet(book.get_sheet_by_name(title), name, marks.get(title, NO_MARKS)) for title in visible)


def _sheet(sheet: CalamineSheet, name: str, marks: Marks) -> Sheet:
    if sheet.start is None or sheet.height == 0:
        return Sheet(sheet.name, (), uncomputed=frozenset(marks.uncomputed))
    top, left = sheet.start
    check_extent(top + sheet.height, left + sheet.width, name)
    cells = sheet.to_python()
    margin = ("",) * left
    rows: list[Row] = [()] * top + [margin + tuple([_TEXTS[type(cell)](cell) for cell in row]) for row in cells]
    inexact = frozenset(
        (at, column)
        for at in range(top, top + len(cells))
        if len(max(rows[at], key=len, default="")) > _SURE_DIGITS
        for column, cell in enumerate(cells[at - top], left)
        if _is_inexact(cell)
    )
    _put(rows, _shown(marks, cells, top, left) | dict(marks.errors) | dict(marks.uncomputed))
    while rows and not any(rows[-1]):
        rows.pop()
    merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    return Sheet(sheet.name, tuple(rows), inexact, frozenset(marks.uncomputed), merged=merged)


def _shown(marks: Marks, cells: list[list[Any]], top: int, left: int) -> dict[Place, str]:
    """The texts of numbers whose format shows another figure than they hold."""
    found = {}
    for (row, column), code in marks.formats.items():
        if top <= row < top + len(cells) and left <= column < left + len(cells[row - top]):
            cell = cells[row - top][column - left]
            if _TEXTS[type(cell)] is _number:
                found[row, column] = shown(Decimal(_number(cell)), code)
    return found


def _put(rows: list[Row], texts: Mapping[Place, str]) -> None:
    """Write texts over cells; rows that hold nothing else stay away."""
    by_row: dict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), text in texts.items():
        by_row[row][column] = text
    for row, places in by_row.items():
        if row < len(rows):
            width = max(len(rows[row]), *(column + 1 for column in places))
            wide = rows[row] + ("",) * (width - len(rows[row]))
            rows[row] = tuple(places.get(column, text) for column, text in enumerate(wide))


def _is_inexact(cell: Any) -> bool:
    return not isinstance(cell, (str, datetime, date, time, timedelta)) and abs(cell) >= 10**_SURE_DIGITS


def _words(cell: str) -> str:
    return restored(cell if cell.isprintable() else UNSEEN.sub("", cell)).strip()


def _number(cell: Any) -> str:
    """A number with the 15 digits that spreadsheets show, never with a power of ten."""
    whole = int(cell)
    if whole == cell:
        return str(whole)
    text = format(cell, ".15g")
    return format(Decimal(text), "f") if "e" in text else text


def _instant(cell: datetime) -> str:
    return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")


def _span(cell: timedelta) -> str:
    minutes, seconds = divmod(round(cell.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"


_TEXTS: Final[defaultdict[type, Callable[[Any], str]]] = defaultdict(
    lambda: _number,
    {
        str: _words,
        bool: lambda cell: "TRUE" if cell else "FALSE",
        datetime: _instant,
        date: date.isoformat,
        time: lambda cell: cell.isoformat("seconds"),
        timedelta: _span,
    },
)
"""Each kind of value as the text that a person sees: ISO days and times, TRUE and FALSE, plain numbers."""
