"""Sets tables into strips. Whatever does not fit its cell wraps; nothing is cut and nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workstation.documents.typesetting.blocks import TableBlock, TableColumn, TableRow
from workstation.documents.typesetting.fonts import Face, Fonts
from workstation.documents.typesetting.strips import (
    Box,
    DrawOp,
    Part,
    RuledLine,
    Run,
    Strip,
    TypesetContext,
    baseline,
    shares,
)

_PAD = 7.0
_PROMISED = 8.0
"""Characters for which a growing column finds room in a line, by smaller type if need be."""
_LABEL = 0.9
"""Size of a heading against its table, at most."""
_QUIET = 0.85
"""Size of a quiet column against its table."""
MOST_LINES = 40
"""A cell with more lines goes on in a further row, so that even a whole letter in a cell finds its pages."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a table is cut: type size and, a column, left edge, width and the width that decimals take."""

    size: float
    label: float
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    tails: tuple[float, ...]


def set_table(block: TableBlock, context: TypesetContext) -> Iterator[Strip]:
    """Strong rules above and below only, hairlines between rows; the heading repeats on every page."""
    cut = _cut(block, context)
    heading = () if block.plain or not any(column.label for column in block.columns) else _heading(block, cut, context)
    yield from heading
    again = tuple(replace(strip, parts=(), starts=False) for strip in heading)
    places, last = _places(block, cut), len(block.rows) - 1
    for number, row in enumerate(block.rows):
        keep = number < last and _stays(block.rows, number)
        for first, (height, ink, parts) in _row(row, number, block, cut, places, context):
            before = 2.0 if block.plain and not number and first else 0.0
            yield Strip(height, ink, before, keep, again, parts=parts, starts=first and not number and not heading)


def _stays(rows: Sequence[TableRow], number: int) -> bool:
    """Whether a row stays with the next: a total with what it adds up, and two rows at least wherever a page is left or begun."""
    end = 2 + rows[-1].strong
    return rows[number].leads or rows[number + 1].strong or not number or number == len(rows) - end


def _cut(block: TableBlock, context: TypesetContext) -> _Cut:
    """The largest type at which every column but the growing ones stays on one line."""
    look = context.look
    largest = look.size("small") if block.small else look.size("table")
    unit = _natural(block, context)
    size, inner = largest, look.inner
    while size > look.size("table_least") and _least(block, unit, size) > inner:
        size -= 0.25
    natural = [width * size + 2 * _PAD * _squeeze(size) + 0.2 for width, _ in unit]
    widths = _columns(block, natural, inner)
    lefts = tuple(sum(widths[:i]) for i in range(len(widths)))
    label = min(look.size("label"), size * _LABEL)
    return _Cut(size, label, lefts, tuple(widths), tuple(tail * size for _, tail in unit))


def _squeeze(size: float) -> float:
    """Padding shrinks faster than the type: amounts of twelve digits need the room."""
    return float(min(1.0, (size / 10) ** 1.5))


def _least(block: TableBlock, unit: list[tuple[float, float]], size: float) -> float:
    pads = 2 * _PAD * _squeeze(size)
    return sum(
        min(width, _PROMISED) * size + pads if column.grow and column.align != "figure" else width * size + pads + 0.2
        for column, (width, _) in zip(block.columns, unit, strict=True)
    )


def _columns(block: TableBlock, natural: list[float], inner: float) -> list[float]:
    growing = [i for i, column in enumerate(block.columns) if column.grow]
    fixed = sum(width for i, width in enumerate(natural) if i not in growing)
    if not growing or fixed > inner - 40.0 * len(growing):
        return shares(natural, inner)
    widths = list(natural)
    for i, width in zip(growing, shares([natural[i] for i in growing], inner - fixed), strict=True):
        widths[i] = width
    return widths


def _natural(block: TableBlock, context: TypesetContext) -> list[tuple[float, float]]:
    """A column: the widest line and the widest decimals, per point of size."""
    found = []
    for i, column in enumerate(block.columns):
        face = [(row.cells[i], _face(column, row)) for row in block.rows]
        if column.align == "figure":
            tails = [context.fonts.tabular(_tail(text), one, 1) for text, one in face]
            heads = [context.fonts.tabular(text[: len(text) - len(_tail(text))], one, 1) for text, one in face]
            tail = max(tails, default=0.0)
            wide = max(heads, default=0.0) + tail
        else:
            lines = [(line, one) for text, one in face for line in text.split("\n")]
            part = _QUIET if column.quiet else 1.0
            tail, wide = 0.0, max((context.fonts.width(line, one, part) for line, one in lines), default=0.0)
        names = (context.fonts.width(line, "sans", _LABEL) for line in column.label.split("\n"))
        found.append((max(wide, *names), tail))
    return found


def _tail(text: str) -> str:
    """The decimals of an amount with their point."""
    point = text.rfind(".")
    return text[point:] if point >= 0 else ""


def _face(column: TableColumn, row: TableRow) -> Face:
    if row.strong:
        return "serif_bold"
    return "sans" if column.quiet else "serif"


def _heading(block: TableBlock, cut: _Cut, context: TypesetContext) -> tuple[Strip, ...]:
    look = context.look
    names = [
        context.fonts.lines(column.label, "sans", cut.label, width - 2 * _PAD * _squeeze(cut.size) + 0.2)
        for column, width in zip(block.columns, cut.widths, strict=True)
    ]
    step = cut.label * 1.4
    height = max(21.0, max(map(len, names)) * step + 8)
    ink: list[DrawOp] = [Box(0, 0, look.inner, height, "tint")]
    parts = tuple(Part("Table", len(lines), -1, "column", i) for i, lines in enumerate(names))
    for i, (column, lines) in enumerate(zip(block.columns, names, strict=True)):
        top = (height - step * len(lines)) / 2
        for k, line in enumerate(lines):
            x = _x(column, line, "sans", cut.label, i, cut, context)
            ink.append(Run(x, baseline(top + k * step, step, cut.label), line, "sans", cut.label, "quiet"))
    ink += [
        RuledLine(0, y, look.inner, y, weight, "strong") for y, weight in ((0.0, look.strong), (height, look.hairline))
    ]
    return (Strip(height, tuple(ink), before=3.0, keep=True, parts=parts, starts=True),)


def _x(column: TableColumn, line: str, face: Face, size: float, i: int, cut: _Cut, context: TypesetContext) -> float:
    left, width, pad = cut.lefts[i], cut.widths[i], _PAD * _squeeze(cut.size)
    if column.align == "left":
        return left + pad
    taken = context.fonts.width(line, face, size)
    return left + (width - taken) / 2 if column.align == "centre" else left + width - pad - taken


_Row = tuple[float, tuple[DrawOp, ...], tuple[Part, ...]]
"""Height, ink and parts of a row, or of a piece of one."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the cells of a column stand and what they are, worked out once a table."""

    column: TableColumn
    size: float
    room: float
    left: float
    right: float
    tail: float
    kind: Literal["TD", "TH"]


def _places(block: TableBlock, cut: _Cut) -> tuple[_Place, ...]:
    pad, kinds = _PAD * _squeeze(cut.size), _kinds(block)
    return tuple(
        _Place(
            column,
            cut.size * (_QUIET if column.quiet else 1.0),
            width - 2 * pad + 0.3,
            left + pad,
            left + width - pad,
            tail,
            kind,
        )
        for column, left, width, tail, kind in zip(block.columns, cut.lefts, cut.widths, cut.tails, kinds, strict=True)
    )


def _row(
    row: TableRow, number: int, block: TableBlock, cut: _Cut, places: tuple[_Place, ...], context: TypesetContext
) -> Iterator[tuple[bool, _Row]]:
    """The pieces of a row, each with whether it is the first."""
    look, fonts, step = context.look, context.fonts, cut.size * 1.45
    cells = []
    for place, text in zip(places, row.cells, strict=True):
        face = _face(place.column, row)
        cells.append((place, face, fonts.lines(text, face, place.size, place.room)))
    most, last = max([len(lines) for _, _, lines in cells]), number == len(block.rows) - 1
    for start in range(0, most, MOST_LINES):
        count = min(most - start, MOST_LINES)
        height = count * step + (2.0 if block.plain else 4.6 * _squeeze(cut.size))
        top = (height - count * step) / 2
        ink: list[DrawOp] = []
        parts = []
        for i, (place, face, lines) in enumerate(cells):
            here = lines[start : start + count]
            parts.append(Part("Table", len(here), number, place.kind, i))
            for k, line in enumerate(here):
                ink.append(_cell(place, line, face, baseline(top + k * step, step, place.size), fonts))
        if not block.plain:
            ink += _row_rules(row, height, last and start + count == most, look.inner, (look.hairline, look.strong))
        yield not start, (height, tuple(ink), tuple(parts))


def _kinds(block: TableBlock) -> tuple[Literal["TD", "TH"], ...]:
    """Where columns have no names, the first one heads the quiet ones that say more of it."""
    kinds: list[Literal["TD", "TH"]] = ["TD"] * len(block.columns)
    if block.plain and any(column.quiet for column in block.columns):
        kinds[0] = "TH"
    return tuple(kinds)


def _row_rules(
    row: TableRow, height: float, last: bool, inner: float, weights: tuple[float, float]
) -> Iterator[DrawOp]:
    hairline, strong = weights
    if row.strong:
        yield RuledLine(0, 0, inner, 0, hairline, "strong")
    yield RuledLine(0, height, inner, height, strong if last else hairline * 0.6, "strong" if last else "line")


def _cell(place: _Place, line: str, face: Face, y: float, fonts: Fonts) -> Run:
    size, align = place.size, place.column.align
    colour = "quiet" if place.column.quiet and not face.endswith("bold") else "ink"
    if align == "left":
        return Run(place.left, y, line, face, size, colour)
    if align != "figure":
        taken = fonts.width(line, face, size)
        x = (place.left + place.right - taken) / 2 if align == "centre" else place.right - taken
        return Run(x, y, line, face, size, colour)
    tail = _tail(line)
    head = line[: len(line) - len(tail)]
    edge = place.right if not tail and not head[-1:].isdigit() else place.right - place.tail
    return Run(edge - fonts.tabular(head, face, size), y, line, face, size, colour, tabular=True)
