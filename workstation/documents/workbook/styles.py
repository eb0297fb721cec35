"""The looks of cells: one table of named looks in the colours of the house, registered once a workbook as style ids."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.styleable import StyleableObject
from openpyxl.writer.theme import theme_xml

import resources
from workstation.documents.workbook.cell_text import is_risky
from workstation.money import minor_digits
from workstation.wording import tongue

_THEME_FONTS: Final = (
    ('latin typeface="Cambria"', "latin typeface=", ""),
    ('latin typeface="Calibri"', "latin typeface=", ""),
    ('script="Hans" typeface="&#x5B8B;&#x4F53;"', 'script="Hans" typeface=', "zh-Hans"),
    ('script="Hant" typeface="&#x65B0;&#x7D30;&#x660E;&#x9AD4;"', 'script="Hant" typeface=', "zh-Hant"),
)
"""What openpyxl's theme says, and whose font takes its place (none: that of the workbook's language). Office takes a theme font by
script, so that a Chinese Office shows the one of its own; WPS and LibreOffice go by the name in the cell."""

INK: Final = "18212B"
SOFT_INK: Final = "566272"
ACCENT: Final = "0B6B6B"
ACCENT_SOFT: Final = "E3F1F0"
GROUND: Final = "F4F6F8"
LINE: Final = "DFE4EA"
INPUT: Final = "FFF9E8"
INPUT_LINE: Final = "D9A441"

DAY_FORMAT: Final = "yyyy-mm-dd"
RATE_FORMAT: Final = "0.00####%"
Align = Literal["left", "center", "right"]
Edge = Literal["none", "box", "row", "head", "total", "bar", "input"]


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How one kind of cell looks; ``number`` is a format code, ``money`` takes that of the currency."""

    size: int = 10
    bold: bool = False
    ink: str = INK
    fill: str = ""
    edge: Edge = "none"
    align: Align = "left"
    number: str = "General"
    wrap: bool = False
    locked: bool = True


_LOOKS: Final[dict[str, CellStyle]] = {
    "title": CellStyle(18, True, wrap=True),
    "subtitle": CellStyle(10, ink=SOFT_INK),
    "section": CellStyle(12, True, edge="bar"),
    "subtitle_right": CellStyle(10, ink=SOFT_INK, align="right"),
    "standing": CellStyle(10, True, ink=ACCENT, align="right"),
    "note": CellStyle(9, ink=SOFT_INK, wrap=True),
    "alert": CellStyle(bold=True, ink="B3261E"),
    "note_right": CellStyle(9, ink=SOFT_INK, align="right"),
    "fine": CellStyle(9, ink=SOFT_INK, align="right", number="0E+00"),
    "label_strong": CellStyle(11, True, fill=ACCENT_SOFT, ink=ACCENT, edge="box"),
    "label": CellStyle(ink=SOFT_INK, fill=GROUND, edge="box", wrap=True),
    "text": CellStyle(edge="box", wrap=True),
    "money": CellStyle(edge="box", align="right", number="money"),
    "whole": CellStyle(edge="box", align="right", number="0"),
    "day": CellStyle(edge="box", align="right", number=DAY_FORMAT),
    "rate": CellStyle(edge="box", align="right", number=RATE_FORMAT),
    "answer": CellStyle(11, True, ink=ACCENT, fill=ACCENT_SOFT, edge="box", align="right", number="money"),
    "answer_text": CellStyle(11, True, ink=ACCENT, fill=ACCENT_SOFT, edge="box", align="right"),
    "input_money": CellStyle(fill=INPUT, edge="input", align="right", number="money", locked=False),
    "input_whole": CellStyle(fill=INPUT, edge="input", align="right", number="0", locked=False),
    "input_day": CellStyle(fill=INPUT, edge="input", align="right", number=DAY_FORMAT, locked=False),
    "input_rate": CellStyle(fill=INPUT, edge="input", align="right", number=RATE_FORMAT, locked=False),
    "input_text": CellStyle(fill=INPUT, edge="input", locked=False),
    "head": CellStyle(bold=True, fill=ACCENT_SOFT, ink=ACCENT, edge="head", wrap=True),
    "head_center": CellStyle(bold=True, fill=ACCENT_SOFT, ink=ACCENT, edge="head", align="center", wrap=True),
    "head_right": CellStyle(bold=True, fill=ACCENT_SOFT, ink=ACCENT, edge="head", align="right", wrap=True),
    "row_text": CellStyle(edge="row", wrap=True),
    "row_text_right": CellStyle(edge="row", align="right", wrap=True),
    "row_rate": CellStyle(edge="row", align="right", number="0.00%"),
    "row_whole_right": CellStyle(edge="row", align="right", number="0"),
    "row_day_right": CellStyle(edge="row", align="right", number=DAY_FORMAT),
    "row_center": CellStyle(edge="row", align="center"),
    "fine_factor": CellStyle(9, ink=SOFT_INK, align="right", number="0.000000000"),
    "fine_money": CellStyle(9, ink=SOFT_INK, align="right", number="money"),
    "fine_whole": CellStyle(9, ink=SOFT_INK, align="right", number="0"),
    "row_whole": CellStyle(edge="row", align="center", number="0"),
    "row_day": CellStyle(edge="row", align="center", number=DAY_FORMAT),
    "row_money": CellStyle(edge="row", align="right", number="money"),
    "row_strong": CellStyle(edge="row", align="right", number="money", bold=True),
    "row_soft": CellStyle(edge="row", align="right", number="money", ink=SOFT_INK),
    "row_input": CellStyle(fill=INPUT, edge="row", align="right", number="money", locked=False),
    "row_input_day": CellStyle(fill=INPUT, edge="row", align="center", number=DAY_FORMAT, locked=False),
    "plain_whole": CellStyle(align="center", number="0"),
    "plain_day": CellStyle(align="center", number=DAY_FORMAT),
    "plain_money": CellStyle(align="right", number="money"),
    "plain_strong": CellStyle(align="right", number="money", bold=True),
    "plain_soft": CellStyle(align="right", number="money", ink=SOFT_INK),
    "fine_day": CellStyle(9, ink=SOFT_INK, align="right", number=DAY_FORMAT),
    "row_link": CellStyle(edge="row", ink=ACCENT),
    "reject_head": CellStyle(bold=True, fill=ACCENT_SOFT, number="@"),
    "reject": CellStyle(number="@"),
    "reject_reason": CellStyle(fill="FFF3DC", number="@", wrap=True),
    "total_text": CellStyle(bold=True, edge="total"),
    "total_money": CellStyle(bold=True, edge="total", align="right", number="money"),
}

_THIN: Final = Side("thin", LINE)
_STRONG: Final = Side("medium", INK)
_EDGES: Final[dict[Edge, Border]] = {
    "none": Border(),
    "box": Border(_THIN, _THIN, _THIN, _THIN),
    "row": Border(bottom=_THIN),
    "head": Border(top=_STRONG, bottom=Side("thin", INK)),
    "total": Border(top=Side("thin", INK), bottom=_STRONG),
    "bar": Border(left=Side("thick", ACCENT)),
    "input": Border(_THIN, _THIN, _THIN, Side("thin", INPUT_LINE)),
}


_DIGIT, _MARK, _BOLD, _BESIDE = 1.06, 0.6, 1.08, 2.2
"""A digit and a separator of ten-point text in the characters that widths of columns count in (digits of 11-point Calibri), what
bold adds, and indent and margins; by the widest of the fonts that stand in for each other."""

GOOD: Final = DifferentialStyle(font=Font(bold=True, color="1B7A4B"))
"""A check that holds."""
BAD: Final = DifferentialStyle(font=Font(bold=True, color="B3261E"), fill=PatternFill(bgColor="FCEBEA"))
"""A check that fails, an amount below zero."""
WARNED: Final = DifferentialStyle(fill=PatternFill(bgColor="FFF3DC"))
"""A line that still needs work."""
PAID_ROW: Final = DifferentialStyle(font=Font(color="1B7A4B"), fill=PatternFill(bgColor="E6F4EC"))
"""A row that was paid in full."""
OVERDUE: Final = DifferentialStyle(font=Font(color="B3261E"), fill=PatternFill(bgColor="FCEBEA"))
"""A row past its day that was not paid in full."""
SOON: Final = DifferentialStyle(fill=PatternFill(bgColor="FFF3DC"))
"""A row that is due within the next days."""
ACTIVE_ROW: Final = DifferentialStyle(border=Border(bottom=Side("thin", LINE)))
"""A row of the trial that the count reaches; those beyond stay white."""
LAST_ROW: Final = DifferentialStyle(font=Font(bold=True, color=ACCENT), fill=PatternFill(bgColor=ACCENT_SOFT))
"""The row in which a plan ends at zero."""


@cache
def font(language: str) -> str:
    """The font of a workbook by the language of its words, with a region or without."""
    settled = tomllib.loads(resources.path("theme", "workbook.toml").read_text("utf-8"))
    name: str = settled["font"][tongue(language)[0]]
    return name


def needed_width(text: str, look: str) -> float:
    """The width of the column, in characters, that shows a number whole: narrower, and a spreadsheet shows ###."""
    style = _LOOKS[look]
    digits = sum(char.isdigit() for char in text)
    wide = (digits * _DIGIT + (len(text) - digits) * _MARK) * style.size / 10 * (_BOLD if style.bold else 1)
    return wide + _BESIDE


class Styles:
    """Style ids of one workbook by look; money looks exist once a currency."""

    def __init__(self, book: Workbook, language: str = "zh-Hans") -> None:
        self._sheet = book.worksheets[0]
        self._ids: dict[tuple[str, str, bool], int] = {}
        self.font = font(language)
        _set_theme(book, self.font)

    def of(self, look: str, currency: str = "CNY", quoted: bool = False) -> int:
        """The style id of a look; ``quoted`` adds the mark that keeps a text a text when it is edited."""
        key = (look, currency if _LOOKS[look].number == "money" else "", quoted)
        if key not in self._ids:
            self._ids[key] = self._register(_LOOKS[look], currency, quoted)
        return self._ids[key]

    def of_text(self, look: str, text: str) -> int:
        """The style id for a text that came from a person."""
        return self.of(look, quoted=is_risky(text))

    def _register(self, look: CellStyle, currency: str, quoted: bool) -> int:
        cell = StyleableObject(self._sheet)
        cell.font = Font(name=self.font, family=2, size=look.size, bold=look.bold, color=look.ink, scheme="minor")
        if look.fill:
            cell.fill = PatternFill("solid", look.fill)
        cell.border = _EDGES[look.edge]
        indent = 0 if look.align == "center" or look.edge == "none" else 1
        cell.alignment = Alignment(look.align, "center", wrap_text=look.wrap or None, indent=indent)
        cell.number_format = money_format(currency) if look.number == "money" else look.number
        if not look.locked:
            cell.protection = Protection(locked=False)
        if quoted:
            cell.quotePrefix = True
        return int(cell.style_id)


def money_format(currency: str) -> str:
    """``#,##0.00`` with as many decimals as the currency has."""
    digits = minor_digits(currency)
    return "#,##0" + ("." + "0" * digits if digits else "")


def _set_theme(book: Workbook, name: str) -> None:
    theme = theme_xml
    for old, start, language in _THEME_FONTS:
        theme = theme.replace(old, f'{start}"{font(language) if language else name}"')
    book.loaded_theme = theme.encode("utf-8")
