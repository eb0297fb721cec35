"""One sheet under construction: cells into its grid, and its frame (columns, panes, print set-up, protection, checks of inputs)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, Literal
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from workstation.documents.workbook.cell_text import Cell, Grid, Value, address, letters, safe_text
from workstation.documents.workbook.styles import ACCENT, SOFT_INK, Styles, needed_width
from workstation.money import Money

A4: Final = 9
_MARGIN: Final = 0.5
"""Inches; a bank's printers leave 6 mm at least."""
_LINE: Final = 14
"""Points of one line of ten-point text."""
_MOST_LINES: Final = 20
_HEAD: Final = 24
_BOLD_PERCENT: Final = 112
"""What bold takes of the width of regular letters."""
_TITLE: Final = 32
"""Points of a line of a title."""
_TITLE_PERCENT: Final = 190
"""What a title takes of the width of regular letters."""
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_TITLE_LENGTH: Final = 31
_PROMPT_TITLE, _PROMPT = 32, 255
"""Characters of the box that tells what a cell takes; a longer one makes Excel repair the file."""
MOST: Final = "9999999999.99"
"""The largest amount that a cell takes, as its columns hold it."""
FIRST_DAY, LAST_DAY = "36526", "109574"
"""Days that a cell takes: 2000-01-01 to 2199-12-31."""

_MOST_ARGUMENTS: Final = 250
"""A function takes 255."""

Kind = Literal["decimal", "whole", "date", "list", "custom"]


class WorkbookSheet:
    """A worksheet with its grid. Rows and columns count from 1; amounts carry their currency into the number format."""

    def __init__(self, frame: Worksheet, styles: Styles, currency: str) -> None:
        self.frame: Any = frame  # the stubs call optional what a new sheet always has
        self.grid = Grid()
        self.styles = styles
        self.currency = currency
        self._checks: dict[tuple[str, ...], DataValidation] = {}
        self._needed: dict[int, float] = {}

    # ── Cells ──

    def put(self, row: int, column: int, value: Value, look: str, formula: str = "") -> str:
        """Set a cell (``formula`` without =, its result in ``value``); answers its address. Texts are guarded as texts."""
        if isinstance(value, Money):
            self.need(column, value, look)
        return self._put(row, column, value, look, formula)

    def need(self, column: int, amount: Money, look: str) -> None:
        """Make a column wide enough for an amount, at the latest when the sheet is framed."""
        self._needed[column] = max(self._needed.get(column, 0), needed_width(amount.grouped(), look))

    def _put(self, row: int, column: int, value: Value, look: str, formula: str) -> str:
        if isinstance(value, str) and not formula:
            style = self.styles.of_text(look, value)
        else:
            style = self.styles.of(look, value.currency if isinstance(value, Money) else self.currency)
        self.grid.put(row, column, value, style, formula)
        return address(row, column)

    def span(self, row: int, first: int, last: int, value: Value, look: str, formula: str = "") -> str:
        """Set a cell merged over the columns ``first`` to ``last``."""
        at = self._put(row, first, value, look, formula) if last > first else self.put(row, first, value, look, formula)
        for column in range(first + 1, last + 1):
            self.put(row, column, None, look)
        if last > first:
            self.grid.merged.append(f"{at}:{address(row, last)}")
        return at

    def title(self, last: int, text: str) -> None:
        """The title in row 1, over the columns to ``last``; a long one takes the lines that it needs."""
        self.span(1, 1, last, text, "title")
        room = sum(self._width(column) for column in range(1, last + 1))
        lines = -(-_shown_width(text) * _TITLE_PERCENT // (100 * int(room)))
        self.height(1, _TITLE * min(lines, _MOST_LINES))

    def line(self, row: int, values: Sequence[Value], looks: Sequence[str]) -> None:
        """Set a row of cells from column 1 on."""
        for column, (value, look) in enumerate(zip(values, looks, strict=True), 1):
            self.put(row, column, value, look)

    def fit(self, row: int, widths: Sequence[float]) -> None:
        """Give a row the height that its longest text needs in columns of such widths (characters)."""
        self.height(row, self._lines(row, widths) * _LINE + 6)

    def grow(self, row: int, widths: Sequence[float]) -> None:
        """Give a row more than the usual height where a text needs further lines in columns of such widths (characters)."""
        if (lines := self._lines(row, widths)) > 1:
            self.height(row, lines * _LINE + 6)

    def _lines(self, row: int, widths: Sequence[float]) -> int:
        cells = (self.grid.cells.get((row, column)) for column in range(1, len(widths) + 1))
        return _lines_of((cell.value if isinstance(cell, Cell) else None for cell in cells), widths)

    def height(self, row: int, points: int) -> None:
        """Fix the height of a row."""
        self.grid.heights[row] = points

    def head(self, row: int) -> None:
        """Give a row of titles the height of the one with most lines; widths of columns stand before."""
        lines = [
            -(-_shown_width(cell.value) * _BOLD_PERCENT // (100 * max(int(self._width(column)) - 2, 1)))
            for (at, column), cell in self.grid.cells.items()
            if at == row and isinstance(cell.value, str)
        ]
        self.height(row, max(_HEAD, max(lines, default=1) * _LINE + 6))

    # ── Frame ──

    def _width(self, column: int) -> float:
        return float(self.frame.column_dimensions[letters(column)].width)

    def widths(self, *widths: float) -> None:
        """Column widths in characters, from column A on."""
        for column, width in enumerate(widths, 1):
            self.frame.column_dimensions[letters(column)].width = width

    def _widen(self) -> None:
        for column, width in self._needed.items():
            dimension = self.frame.column_dimensions[letters(column)]
            dimension.width = max(dimension.width, width)

    def require(self, row: int, last: int, cells: Sequence[str], text: str) -> None:
        """Say ``text`` over the columns up to ``last`` as soon as one of the cells holds no number."""
        counts = "+".join(
            f"COUNT({','.join(cells[at : at + _MOST_ARGUMENTS])})" for at in range(0, len(cells), _MOST_ARGUMENTS)
        )
        if cells:
            self.span(row, 1, last, "", "alert", f'IF({counts}<{len(cells)},{quoted(text)},"")')

    def freeze(self, row: int) -> None:
        """Keep everything above ``row`` in sight."""
        self.frame.freeze_panes = f"A{row}"

    def name(self, name: str, at: str) -> None:
        """A name for a cell, known within this sheet."""
        column, row = at.rstrip("0123456789"), at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        reference = f"{quoted_title(self.frame.title)}!${column}${row}"
        self.frame.defined_names[name] = DefinedName(name, attr_text=reference)

    def validate(self, at: str, kind: Kind, low: str, high: str, title: str, hint: str) -> None:
        """Take only certain values in a cell: between ``low`` and ``high`` (numbers or formulas), or of the list ``low``;
        ``hint`` is shown before and after a slip. Cells of one kind share one check."""
        key = (kind, low, high, title, hint)
        if key not in self._checks:
            self._checks[key] = _check(kind, low, high, title[:_PROMPT_TITLE], hint[:_PROMPT])
            self.frame.add_data_validation(self._checks[key])
        self._checks[key].add(at)

    def mark(self, area: str, condition: str, style: DifferentialStyle) -> None:
        """A conditional format: ``condition`` is a formula for the first cell of the area."""
        self.frame.conditional_formatting.add(area, Rule(type="expression", dxf=style, formula=[condition]))

    def protect(self) -> None:
        """Guard formulas against a slip of the hand: no password, inputs open, columns and rows may be resized."""
        guard = self.frame.protection
        guard.sheet = True
        guard.formatColumns = False
        guard.formatRows = False

    def print_setup(
        self, footer: str, last_column: int, repeat: Iterable[int] = (), one_page: bool = False, last_row: int = 0
    ) -> None:
        """A4, one page wide, header rows on each page, ``footer`` left, page count right; ``one_page``: shrunk to one page.

        ``last_row`` where it is not the last of the grid.
        """
        frame = self.frame
        self._widen()
        frame.page_setup.paperSize = A4
        frame.page_setup.orientation = "landscape"
        frame.page_setup.fitToWidth = 1
        frame.page_setup.fitToHeight = 1 if one_page else 0
        frame.sheet_properties.pageSetUpPr.fitToPage = True
        frame.print_options.horizontalCentered = True
        margins = frame.page_margins
        margins.left = margins.right = _MARGIN
        margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.7, 0.3, 0.35
        for part, text in ((frame.oddFooter.left, _footer_text(footer)), (frame.oddFooter.right, "&P / &N")):
            part.text, part.font, part.size, part.color = text, f"{self.styles.font},Regular", 8, SOFT_INK
        frame.print_area = f"A1:{address(last_row or self.last_row, last_column)}"
        rows = list(repeat)
        if rows:
            frame.print_title_rows = f"{rows[0]}:{rows[-1]}"

    @property
    def last_row(self) -> int:
        """The last row that holds a cell or has a height."""
        return max((*(row for row, _ in self.grid.cells), *self.grid.heights), default=1)


def _check(kind: Kind, low: str, high: str, title: str, hint: str) -> DataValidation:
    return DataValidation(
        type=kind,
        operator="between" if high else None,
        formula1=low,
        formula2=high or None,
        allow_blank=False,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle=title,
        error=hint,
        promptTitle=title,
        prompt=hint,
    )


def new_sheet(book: Workbook, title: str, styles: Styles, currency: str, colour: str = ACCENT) -> WorkbookSheet:
    """A further sheet without gridlines; its title is made fit and unlike the others."""
    frame = book.create_sheet(free_title(title, book.sheetnames))
    frame.sheet_view.showGridLines = False
    frame.sheet_properties.tabColor = colour
    frame.sheet_format.defaultRowHeight = 18
    frame.sheet_format.customHeight = True
    return WorkbookSheet(frame, styles, currency)


def quoted_title(title: str) -> str:
    """A sheet title as formulas name it."""
    return "'" + title.replace("'", "''") + "'"


def quoted(text: str) -> str:
    """A text as formulas write it."""
    return '"' + text.replace('"', '""') + '"'


def free_title(title: str, taken: Collection[str]) -> str:
    """A title within the rules of spreadsheets and unlike those taken."""
    plain = " ".join(safe_text(title).translate(_FORBIDDEN).split())[:_TITLE_LENGTH].strip() or "-"
    wanted, count = plain, 1
    while wanted.casefold() in {name.casefold() for name in taken}:
        count += 1
        tail = f" ({count})"
        wanted = plain[: _TITLE_LENGTH - len(tail)] + tail
    return wanted


def grown(values: Iterable[object], widths: Sequence[float]) -> int:
    """The height of a streamed row, in points, whose texts need further lines in columns of such widths; 0: as usual."""
    lines = _lines_of(values, widths)
    return lines * _LINE + 6 if lines > 1 else 0


def _lines_of(values: Iterable[object], widths: Sequence[float]) -> int:
    """The lines of the longest text in its column."""
    lines = (
        sum(max(-(-_shown_width(line) // max(int(width) - 1, 1)), 1) for line in value.split("\n"))
        for value, width in zip(values, widths, strict=True)
        if isinstance(value, str)
    )
    return min(max(lines, default=1), _MOST_LINES) or 1


def _shown_width(text: str) -> int:
    """Columns a text takes: two for a full-width character, one for others."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _footer_text(text: str) -> str:
    """A footer in which & is itself and no code."""
    return safe_text(text).replace("&", "&&").replace("\n", " ")[:200]
