"""Workbooks whose days count from 1904: bare numbers in a column of days become the days that they are.

A cell with the format of a day is read rightly by itself. In a bare number nobody sees which of the two counts holds, and the same
number is a day four years and a day apart.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from workstation.received.tables.container import binary_records
from workstation.received.tables.table import Row, Sheet

_FLAG: Final = re.compile(rb"date1904=[\"'](?:1|true)[\"']")
_PROPERTIES: Final = 153
"""Record BrtWbProp of an XLSB ([MS-XLSB] 2.4.822), whose first bit says it."""
_BEGAN: Final = datetime.combine(date(1904, 1, 1), time())
_BARE: Final = re.compile(r"[2-6][0-9]{4}(?:\.[0-9]+)?")
"""Days from 1958 to 2095."""
_OF_DAYS: Final = re.compile(r"日期|时间|時間|日$|\bdate|\bday\b|\btime\b", re.IGNORECASE)
_OF_FIGURES: Final = re.compile(r"额|額|本金|利|天数|天數|amount|balance|days", re.IGNORECASE)
_DAY_SECONDS: Final = 86_400


def counts_from_1904(data: bytes, binary: bool) -> bool:
    """Whether a zipped workbook that `check_container` let pass says so."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name.lower(): name for name in package.namelist()}
        book = package.read(parts["xl/workbook.bin" if binary else "xl/workbook.xml"])
    if binary:
        return any(kind == _PROPERTIES and first & 1 for kind, first in binary_records(book))
    return _FLAG.search(book) is not None


def with_days(sheet: Sheet) -> Sheet:
    """The sheet, in which bare numbers below a title that names a day are days."""
    of_days: set[int] = set()
    return replace(sheet, rows=tuple(_row(row, of_days) for row in sheet.rows))


def _row(row: Row, of_days: set[int]) -> Row:
    of_days.update(column for column, text in enumerate(row) if _OF_DAYS.search(text) and not _OF_FIGURES.search(text))
    if not any(column in of_days and _BARE.fullmatch(text) for column, text in enumerate(row)):
        return row
    return tuple(_day(text) if column in of_days and _BARE.fullmatch(text) else text for column, text in enumerate(row))


def _day(text: str) -> str:
    found = _BEGAN + timedelta(seconds=round(Decimal(text) * _DAY_SECONDS))
    return found.isoformat(" ", "seconds") if found.time() != _BEGAN.time() else found.date().isoformat()
