"""What an XLSX says of its cells besides their values: formulas whose result nobody computed, formats that show another figure."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat

from workstation.received.tables.shown import changes_figure
from workstation.received.tables.table import MAX_COLUMNS, MAX_ROWS

Place = tuple[int, int]

_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]|\st=[\"']e[\"']")
"""A formula, or what one that failed has left."""
_FALSE: Final = ("", "0", "false")
_TRUE: Final = ("1", "true")
_WORKBOOK: Final = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Marks:
    """By (row, column) from 0: ``uncomputed`` the formula whose result is not stored or not proven, ``formats`` the number format
    of cells that show another figure than they hold, ``errors`` what stands in a cell whose formula failed (``#REF!``).
    """

    uncomputed: Mapping[Place, str] = field(default_factory=dict)
    formats: Mapping[Place, str] = field(default_factory=dict)
    errors: Mapping[Place, str] = field(default_factory=dict)


NO_MARKS: Final = Marks()


def sheet_marks(data: bytes) -> Mapping[str, Marks]:
    """Sheet name → its marks, of a container that `check_container` let pass. Raises `ValueError` where a part is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name.lower(): name for name in package.namelist()}

            def part(name: str) -> bytes:
                return package.read(parts[name.lower()]) if name.lower() in parts else b""

            book = ElementTree.fromstring(part(_WORKBOOK))
            targets = _targets(part("xl/_rels/workbook.xml.rels"))
            proven = not _asks_for_calculation(book)
            styles = _odd_styles(part(targets.get("styles", "xl/styles.xml")))
            found = {}
            for sheet in _all(book, "sheet"):
                link = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
                content = part(targets.get(link, ""))
                if styles or _FORMULA.search(content):
                    found[sheet.get("name", "")] = _marks(content, proven, styles)
            return found
    except (ElementTree.ParseError, expat.ExpatError, KeyError, zipfile.BadZipFile) as broken:
        raise ValueError("broken part") from broken


def _all(tree: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    return [one for one in tree.iter() if one.tag.rpartition("}")[2] == tag]


def _targets(rels: bytes) -> dict[str, str]:
    """Relationship id → part name; and ``styles`` → the part of the styles."""
    found = {}
    for one in _all(ElementTree.fromstring(rels), "Relationship") if rels else ():
        target = one.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        found[one.get("Id", "")] = path
        if one.get("Type", "").endswith("/styles"):
            found["styles"] = path
    return found


def _asks_for_calculation(book: ElementTree.Element) -> bool:
    """Whether the writer left the results to whoever opens the file: then none of them is proven (XlsxWriter stores 0)."""
    return any(
        one.get("fullCalcOnLoad", "") in _TRUE or one.get("calcCompleted", "1") in _FALSE
        for one in _all(book, "calcPr")
    )


def _odd_styles(styles: bytes) -> dict[str, str]:
    """Index of a cell style → its number format, of those that show another figure than the cell holds."""
    if not styles:
        return {}
    tree = ElementTree.fromstring(styles)
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in _all(tree, "numFmt")}
    own |= {"9": own.get("9", "0%"), "10": own.get("10", "0.00%")}
    odd = {number: code for number, code in own.items() if changes_figure(code)}
    cells = next(iter(_all(tree, "cellXfs")), None)
    kinds = [one.get("numFmtId", "") for one in cells] if cells is not None else []
    return {str(index): odd[kind] for index, kind in enumerate(kinds) if kind in odd}


class _SheetMarks:
    """Walks one sheet cell by cell."""

    def __init__(self, proven: bool, styles: Mapping[str, str]) -> None:
        self._proven, self._styles = proven, styles
        self.uncomputed: dict[Place, str] = {}
        self.formats: dict[Place, str] = {}
        self.errors: dict[Place, str] = {}
        self._row = self._column = -1
        self._text = self._kind = ""
        self._formula: str | None = None
        self._value: str | None = None
        self._inside = ""

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "row":
            self._row, self._column = int(attributes.get("r", self._row + 2)) - 1, -1
        elif tag == "c":
            self._begin(attributes)
        elif tag in ("f", "v"):
            self._inside, self._text = tag, ""

    def _begin(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        letters = reference.rstrip("0123456789")
        self._column = column_number(letters) if letters else self._column + 1
        self._row = int(reference[len(letters) :] or self._row + 1) - 1
        self._formula = self._value = None
        self._kind = attributes.get("t", "n")
        if (code := self._styles.get(attributes.get("s", "0"))) is not None:
            self.formats[self._row, self._column] = code

    def data(self, text: str) -> None:
        if self._inside:
            self._text += text

    def ended(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "f":
            self._formula = self._text
        elif tag == "v":
            self._value = self._text
        elif tag == "c":
            self._judge()
        if tag in ("f", "v"):
            self._inside = ""

    def _judge(self) -> None:
        if self._kind == "e":
            self.errors[self._row, self._column] = self._value or "#N/A"
        if self._formula is None:
            return
        empty = self._value is None or (self._value == "" and self._kind != "str")
        if (empty or not self._proven) and self._row < MAX_ROWS and self._column < MAX_COLUMNS:
            self.uncomputed[self._row, self._column] = f"={self._formula or '…'}"


def _marks(content: bytes, proven: bool, styles: Mapping[str, str]) -> Marks:
    walk = _SheetMarks(proven, styles)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = walk.started, walk.ended
    parser.CharacterDataHandler = walk.data
    parser.Parse(content, True)
    return Marks(walk.uncomputed, walk.formats, walk.errors)


def column_number(letters: str) -> int:
    """The index from 0 of a column that is called by letters: A is 0, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(index: int) -> str:
    """What spreadsheets call the column of an index from 0."""
    letters, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
