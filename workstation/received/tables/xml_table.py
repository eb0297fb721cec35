"""XML spreadsheets of 2003 ([MS-OSPXML], namespace urn:schemas-microsoft-com:office:spreadsheet), read cell by cell."""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

from workstation.received.tables.sheet_builder import SheetBuilder
from workstation.received.tables.shown import changes_figure
from workstation.received.tables.table import MAX_SHEETS, Sheet, Table, refused
from workstation.received.written.encodings import written_text

_SPACE: Final = "urn:schemas-microsoft-com:office:spreadsheet"
_HEAD: Final = 4096
_NAMED: Final = {"Percent": "0.00%", "Euro Currency": "[$€]#,##0.00"}
"""Formats that go by a name and show another figure than the cell holds."""
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_BOOLEANS: Final = {"1": "TRUE", "0": "FALSE"}


class Unsafe(ValueError):
    """The file declares a document type or entities, which serve attacks only."""


def is_xml_spreadsheet(data: bytes) -> bool:
    """Whether the bytes begin such a file."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = data[: 2 * _HEAD].decode("utf-16", "ignore").encode("ascii", "ignore")
    return _SPACE.encode() in head and b"Workbook" in head and b"<" in head[:64]


def read_xml(data: bytes, name: str) -> Table:
    """The sheets that are not hidden. Raises `Refused`: table_damaged, table_unsafe, table_too_large, table_too_many_sheets."""
    walk = _Walk(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _unsafe
    parser.StartElementHandler, parser.EndElementHandler = walk.started, walk.ended
    parser.CharacterDataHandler = walk.data
    try:
        parser.Parse(_DECLARATION.sub("", written_text(data)[0], count=1).encode("utf-8", "replace"), True)
    except Unsafe:
        raise refused("table_unsafe", name) from None
    except (expat.ExpatError, ValueError):
        raise refused("table_damaged", name) from None
    if len(walk.sheets) > MAX_SHEETS:
        raise refused("table_too_many_sheets", name, sheets=str(len(walk.sheets)), limit=str(MAX_SHEETS))
    return Table("xml", "", tuple(walk.sheets))


def _unsafe(*_: object) -> None:
    raise Unsafe


class _Walk:
    """Walks the file once, from its styles to its last sheet."""

    def __init__(self, name: str) -> None:
        self.sheets: list[Sheet] = []
        self._name = name
        self._styles: dict[str, str] = {}
        self._style = ""
        self._sheet: SheetBuilder | None = None
        self._hidden = False
        self._row = self._column = -1
        self._cell: dict[str, str] = {}
        self._kind: str | None = None
        self._text: list[str] = []
        self._inside = ""

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        given = {name.rpartition(" ")[2]: value for name, value in attributes.items()}
        space, _, tag = tag.rpartition(" ")
        if tag == "Visible" and self._sheet is not None:
            self._inside, self._text = tag, []
        if space != _SPACE:
            return
        match tag:
            case "Style":
                self._style = given.get("ID", "")
            case "NumberFormat":
                code = _NAMED.get(given.get("Format", ""), given.get("Format", ""))
                if code and changes_figure(code):
                    self._styles[self._style] = code
            case "Worksheet":
                self._sheet, self._hidden, self._row = SheetBuilder(given.get("Name", ""), self._name), False, -1
            case "Row":
                self._row, self._column = _index(given, self._row), -1
            case "Cell":
                self._cell, self._kind, self._column = given, None, _index(given, self._column)
            case "Data":
                self._inside, self._text, self._kind = tag, [], given.get("Type", "String")

    def data(self, text: str) -> None:
        if self._inside:
            self._text.append(text)

    def ended(self, tag: str) -> None:
        tag = tag.rpartition(" ")[2]
        if tag == "Cell" and self._sheet is not None:
            self._put(self._sheet)
        elif tag == "Worksheet" and self._sheet is not None:
            self.sheets += [] if self._hidden else [self._sheet.sheet()]
            self._sheet = None
        elif tag == "Visible":
            self._hidden = self._hidden or "".join(self._text).strip() in ("SheetHidden", "SheetVeryHidden")
        if tag == self._inside:
            self._inside = ""

    def _put(self, sheet: SheetBuilder) -> None:
        row, column = max(self._row, 0), self._column
        text = "".join(self._text) if self._kind is not None else ""
        across, down = (int(self._cell.get(name, "0")) for name in ("MergeAcross", "MergeDown"))
        if "Formula" in self._cell and (self._kind is None or (self._kind == "Number" and not text.strip())):
            sheet.formula(row, column, self._cell["Formula"])
        elif self._kind == "Number":
            sheet.number(row, column, text.strip(), self._styles.get(self._cell.get("StyleID", "Default"), ""))
        elif text:
            sheet.put(row, column, _shown(text, self._kind or ""))
        sheet.merge(row, column, across, down)
        self._column += across
        self._text = []


def _index(given: dict[str, str], before: int) -> int:
    """Where a row or cell stands, from 0: told from 1, or behind the one before."""
    at = int(given["Index"]) - 1 if "Index" in given else before + 1
    if at <= before:
        raise ValueError("a place that was passed")
    return at


def _shown(text: str, kind: str) -> str:
    if kind == "Boolean":
        return _BOOLEANS.get(text.strip(), text)
    if kind == "DateTime":
        day, _, time = text.strip().partition("T")
        time = time.removesuffix("Z").partition(".")[0]
        if day in ("1899-12-31", "1899-12-30"):
            return time
        return day if time in ("", "00:00:00") else f"{day} {time}"
    return text
