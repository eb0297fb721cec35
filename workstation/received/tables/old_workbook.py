"""Workbooks of Excel 5.0 and 95: their texts stand in a code page that the reader of workbooks drops without a word."""

from __future__ import annotations

import re
from typing import Final

from workstation.received.tables.table import refused

_WHOLE: Final = "Workbook".encode("utf-16-le") + b"\0\0"
"""The name of the stream that Excel 97 and later write, as the directory of the container holds it."""
_OLD: Final = re.compile(re.escape(b"\0\0" + "Book".encode("utf-16-le") + b"\0\0"))
_CODE_PAGE: Final = re.compile(rb"\x42\x00\x02\x00(..)", re.DOTALL)
"""Record CODEPAGE ([MS-XLS] 2.4.52): its number, its length, the page."""
_SAFE: Final = frozenset((1200, 1252, 32769, 437, 10000, 32768))
"""Unicode, and the Western pages of Windows, DOS and the Macintosh, whose letters and digits are read."""


def check_code_page(data: bytes, name: str) -> None:
    """Raise `Refused` (table_codepage) for an old workbook whose texts would be lost."""
    if _WHOLE in data or not _OLD.search(data):
        return
    found = _CODE_PAGE.search(data)
    page = int.from_bytes(found[1], "little") if found else 0
    if page not in _SAFE:
        raise refused("table_codepage", name, code_page=str(page))
