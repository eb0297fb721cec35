"""Cells of a worksheet and their XML: every formula is stored with its result, every text from a person stays text.

openpyxl keeps no formula results, so a reader that does not recalculate would see empty cells; this file writes both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final
from xml.sax.saxutils import escape

from workstation.money import Money

Value = str | int | Decimal | Money | date | None

_EPOCH: Final = date(1899, 12, 30).toordinal()
"""Day 0 of a spreadsheet's calendar (correct from 1 March 1900 on)."""
_LONGEST_TEXT: Final = 32_767
"""Characters a cell may hold; a longer text makes Excel repair the file."""
_RISKY: Final = frozenset("=+-@\t\r\n＝＋－＠'\"|;,%")
"""First characters that a spreadsheet, or a later export to CSV, may take for a formula."""
_ENCODED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads _x0041_ inside a text as the letter A; the underscore itself has to be encoded to stay."""
_SHOWN: Final = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)},
    **dict.fromkeys((65534, 65535, *range(8234, 8239), *range(8294, 8298)), 65533),
}
"""Characters XML forbids, as their pictures (␀ …), and marks that turn the reading direction, as �: seen, never obeyed."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """``value`` is what the cell shows; with a ``formula`` (no leading =) it is the stored result. ``style`` is a style id."""

    value: Value
    style: int
    formula: str = ""


@dataclass(slots=True)
class Grid:
    """The cells of one sheet by (row, column), both from 1, its merged areas (``A1:C1``), and heights of rows in points.

    ``streamed``: further rows follow that are written as they come.
    """

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    heights: dict[int, int] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    streamed: bool = False

    def put(self, row: int, column: int, value: Value, style: int, formula: str = "") -> None:
        """Set one cell."""
        self.cells[row, column] = Cell(value, style, formula)

    def reference(self) -> str:
        """The used range, ``A1:K75``."""
        last_row = max((row for row, _ in self.cells), default=1)
        last_column = max((column for _, column in self.cells), default=1)
        return f"A1:{address(last_row, last_column)}"

    def rows_xml(self) -> Iterator[str]:
        """The ``<row>`` elements, from the top."""
        rows: dict[int, list[str]] = {row: [] for row in self.heights}
        for (row, column), cell in sorted(self.cells.items(), key=lambda item: item[0]):
            rows.setdefault(row, []).append(_cell_xml(address(row, column), cell))
        for row, cells in sorted(rows.items()):
            yield _row_xml(row, "".join(cells), self.heights.get(row, 0))


def row_xml(row: int, cells: Iterable[Cell], height: int = 0) -> str:
    """One ``<row>`` of cells from column 1 on, for rows that are written as they come; ``height`` in points, 0: as usual."""
    return _row_xml(row, "".join(_cell_xml(address(row, column), cell) for column, cell in enumerate(cells, 1)), height)


def _row_xml(row: int, cells: str, height: int) -> str:
    fixed = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{row}"{fixed}>{cells}</row>'


def address(row: int, column: int) -> str:
    """``address(2, 28)`` is ``AB2``."""
    return f"{letters(column)}{row}"


@cache
def letters(column: int) -> str:
    """Column 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def is_risky(text: str) -> bool:
    """Whether a text, once trimmed, starts like a formula and so needs the text mark (quotePrefix) of its style."""
    return text[:1] in _RISKY or text.lstrip()[:1] in _RISKY


def visible(text: str) -> str:
    """A text whose forbidden and direction-turning characters are shown by a picture."""
    return _SURROGATE.sub("\ufffd", text.translate(_SHOWN))


def safe_text(text: str) -> str:
    """A text that XML and Excel take as it is: forbidden and direction-turning characters shown by a picture, no hidden code."""
    shown = _ENCODED.sub("_x005F_", visible(text))
    return shown if len(shown) <= _LONGEST_TEXT else shown[: _LONGEST_TEXT - 1] + "…"


def _cell_xml(at: str, cell: Cell) -> str:
    value, opening = cell.value, f'<c r="{at}" s="{cell.style}"'
    formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    if isinstance(value, str) and formula:
        return f'{opening} t="str">{formula}<v>{_escaped(value)}</v></c>'
    if isinstance(value, str):
        return (
            f'{opening} t="inlineStr"><is><t xml:space="preserve">{_escaped(value)}</t></is></c>'
            if value
            else opening + "/>"
        )
    if value is None:
        return f"{opening}>{formula}</c>" if formula else opening + "/>"
    return f"{opening}>{formula}<v>{number_text(value)}</v></c>"


def number_text(value: int | Decimal | Money | date) -> str:
    """A number as a cell stores it; a date is its day number."""
    if isinstance(value, Money):
        return value.text()
    if isinstance(value, date):
        return str(value.toordinal() - _EPOCH)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _escaped(text: str) -> str:
    return escape(safe_text(text), {"\r": "&#13;"})
