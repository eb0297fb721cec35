"""OpenDocument spreadsheets (ODF 1.3 part 3, table:table), read cell by cell: values with what their formats show of them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from decimal import Decimal, InvalidOperation
from typing import Final
from xml.parsers import expat

from workstation.received.tables.sheet_builder import SheetBuilder
from workstation.received.tables.shown import changes_figure
from workstation.received.tables.table import (
    MAX_RATIO,
    MAX_SHEETS,
    MAX_UNPACKED,
    RATIO_MATTERS_FROM,
    Sheet,
    Table,
    check_extent,
    refused,
)
from workstation.received.tables.xml_table import Unsafe

_TYPE: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    LookupError,
    NotImplementedError,
    EOFError,
    expat.ExpatError,
)
_NUMBER: Final = re.compile(r"[-+(]?[0-9][0-9,. \u00a0]*(?:[eE][-+]?[0-9]+)?\)?")


def is_ods(data: bytes) -> bool:
    """Whether the bytes are such a file: its type stands first, unpacked (part 2, 3.3)."""
    return data[38:].startswith(_TYPE) or (data.startswith(b"PK") and _TYPE in data[:512])


def read_ods(data: bytes, name: str) -> Table:
    """The sheets that are shown. Raises `Refused`: table_damaged, table_locked, table_unsafe, zip_bomb, table_too_large."""
    walk = _Walk(name)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _unsafe
    parser.StartElementHandler, parser.EndElementHandler = walk.started, walk.ended
    parser.CharacterDataHandler = walk.data
    try:
        parser.Parse(_content(data, name), True)
    except Unsafe:
        raise refused("table_unsafe", name) from None
    except _BROKEN:
        raise refused("table_damaged", name) from None
    if len(walk.sheets) > MAX_SHEETS:
        raise refused("table_too_many_sheets", name, sheets=str(len(walk.sheets)), limit=str(MAX_SHEETS))
    return Table("ods", "", tuple(walk.sheets))


def _unsafe(*_: object) -> None:
    raise Unsafe


def _content(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        names = box.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in _part(box, "META-INF/manifest.xml", name):
            raise refused("table_locked", name)
        return _part(box, "content.xml", name)


def _part(box: zipfile.ZipFile, part: str, name: str) -> bytes:
    entry = box.getinfo(part)
    if entry.flag_bits & 1:
        raise refused("table_locked", name)
    large = entry.file_size > RATIO_MATTERS_FROM and entry.file_size > MAX_RATIO * entry.compress_size
    if large or entry.file_size > MAX_UNPACKED:
        raise refused("zip_bomb", name, limit=f"{MAX_UNPACKED >> 20}")
    with box.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise refused("zip_bomb", name, limit=f"{MAX_UNPACKED >> 20}")
    return content


class _Walk:
    def __init__(self, name: str) -> None:
        self.sheets: list[Sheet] = []
        self._name = name
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._sheet: SheetBuilder | None = None
        self._depth = 0  # of tables inside cells, which are no sheets
        self._shown = True
        self._row = self._column = 0
        self._again = 1
        self._row_cells: list[tuple[int, dict[str, str], str]] = []
        self._cell: dict[str, str] | None = None
        self._lines: list[str] = []
        self._in_line = self._aside = 0

    def started(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "style:style":
                self._style = given.get("style:name", "")
            case "style:table-properties" if given.get("table:display") == "false":
                self._hidden_styles.add(self._style)
            case "table:table":
                self._begin_sheet(given)
            case "table:table-row" if self._depth == 1:
                self._again = _count(given, "table:number-rows-repeated")
                self._column, self._row_cells = 0, []
            case "table:table-cell" | "table:covered-table-cell" if self._depth == 1:
                self._cell, self._lines = given, []
            case "office:annotation" | "draw:frame":
                self._aside += 1
            case "text:p" if self._cell is not None and not self._aside:
                self._lines.append("")
                self._in_line += 1
            case "text:s" if self._in_line:
                self._lines[-1] += " " * min(_count(given, "text:c"), 1_000)
            case "text:line-break" | "text:tab" if self._in_line:
                self._lines[-1] += "\n" if tag == "text:line-break" else "\t"

    def _begin_sheet(self, given: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._sheet = SheetBuilder(given.get("table:name", ""), self._name)
            self._shown = given.get("table:style-name", "") not in self._hidden_styles
            self._row = 0

    def data(self, text: str) -> None:
        if self._in_line and not self._aside:
            self._lines[-1] += text

    def ended(self, tag: str) -> None:
        match tag:
            case "office:annotation" | "draw:frame":
                self._aside -= 1
            case "text:p" if self._in_line and not self._aside:
                self._in_line -= 1
            case "table:table-cell" | "table:covered-table-cell" if self._depth == 1 and self._cell is not None:
                self._end_cell(self._cell)
            case "table:table-row" if self._depth == 1:
                self._end_row()
            case "table:table":
                self._depth -= 1
                if not self._depth and self._sheet is not None:
                    self.sheets += [self._sheet.sheet()] if self._shown else []
                    self._sheet = None

    def _end_cell(self, given: dict[str, str]) -> None:
        again, text = _count(given, "table:number-columns-repeated"), "\n".join(self._lines)
        if text or "office:value-type" in given or "table:formula" in given:
            check_extent(1, self._column + again, self._name)
            self._row_cells += [(self._column + step, given, text) for step in range(again)]
        self._column += again
        self._cell, self._in_line = None, 0

    def _end_row(self) -> None:
        if self._row_cells and self._sheet is not None:
            check_extent(self._row + self._again, len(self._row_cells), self._name)
            for step in range(self._again):
                for column, given, text in self._row_cells:
                    _put(self._sheet, self._row + step, column, given, text)
        self._row += self._again


def _count(given: dict[str, str], name: str) -> int:
    return max(int(given.get(name, "1")), 1)


def _put(sheet: SheetBuilder, row: int, column: int, given: dict[str, str], text: str) -> None:
    kind = given.get("office:value-type", given.get("calcext:value-type", ""))
    spans = (_count(given, f"table:number-{side}-spanned") - 1 for side in ("columns", "rows"))
    sheet.merge(row, column, *spans)
    if text.startswith("#") or kind == "error" or given.get("calcext:value-type") == "error":
        sheet.put(row, column, text or "#N/A")
    elif "table:formula" in given and not _has_value(given, kind, text):
        sheet.formula(row, column, given["table:formula"].partition(":")[2] or given["table:formula"])
    elif kind in ("float", "percentage", "currency"):
        sheet.number(row, column, given["office:value"], _code(given, kind, text))
    elif kind == "date":
        day, _, time = given["office:date-value"].partition("T")
        time = time.partition(".")[0]
        sheet.put(row, column, day if time in ("", "00:00:00") else f"{day} {time}")
    elif kind == "time":
        sheet.put(row, column, _clock(given["office:time-value"]))
    elif kind == "boolean":
        sheet.put(row, column, given["office:boolean-value"].upper())
    else:
        sheet.put(row, column, text or given.get("office:string-value", ""))


def _has_value(given: dict[str, str], kind: str, text: str) -> bool:
    """Whether the result of a formula is in the file; an empty text may be one."""
    if kind == "string":
        return True
    return any(name.endswith("value") and name.startswith("office:") for name in given) or bool(text)


def _clock(value: str) -> str:
    """``PT08H30M00S`` as 08:30:00."""
    found = re.fullmatch(r"-?PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S", value)
    if found is None:
        raise ValueError(f"{value} is no time")
    return f"{int(found[1]):02d}:{found[2]}:{found[3]}"


def _code(given: dict[str, str], kind: str, text: str) -> str:
    """The number format that shows a value as ``text``: a unit, per cent, a currency; empty for one that changes nothing."""
    if kind == "percentage":
        return "0.00%"
    currency = given.get("office:currency", "")
    if kind == "currency" and currency not in ("", "CNY", "RMB"):
        return f'"{currency} "0.00'
    found = _NUMBER.search(text)
    if found is None or not text:
        return ""
    before, behind = (part.replace('"', "") for part in (text[: found.start()], text[found.end() :]))
    code = f'"{before}"0.00"{behind}"' if before or behind else ""
    if not code or not changes_figure(code):
        return ""
    return code if _agrees(found[0], given["office:value"]) else f'"{text} "0.00'


def _agrees(drawn: str, value: str) -> bool:
    """Whether the drawn number is the value, rounded; a scaled one is not."""
    digits = re.sub(r"[, \u00a0()+]", "", drawn)
    try:
        number = Decimal(digits)
        places = max(-int(number.as_tuple().exponent), 0)
        return abs(abs(number) - abs(Decimal(value))) <= Decimal(1).scaleb(-places)
    except InvalidOperation:
        return False
