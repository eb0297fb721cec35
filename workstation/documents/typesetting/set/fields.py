"""Sets boxed fields into strips: labels and values in one grid. A row that is too full for its columns is given more rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workstation.documents.typesetting.blocks import Fields, LabelledValue
from workstation.documents.typesetting.fonts import Face
from workstation.documents.typesetting.set.tables import MOST_LINES
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
_TOWER = 4
"""A field with more lines than this beside others is given a row of its own."""


def set_fields(block: Fields, context: TypesetContext) -> Iterator[Strip]:
    """Label cells tinted, hairlines round every cell."""
    rows = list(block.rows)
    grid = _grid(rows, context)
    while (crowded := _crowded(rows, grid, context)) is not None:
        rows[crowded : crowded + 1] = _parted(rows[crowded], context)
        grid = _grid(rows, context)
    for number, row in enumerate(rows):
        yield from _fields_row(row, grid, context, number)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Widths of the label and of the value columns, and what the values need so that no number breaks."""

    labels: list[float]
    values: list[float]
    least: list[float]


def _grid(rows: Sequence[tuple[LabelledValue, ...]], context: TypesetContext) -> _Grid:
    look, count = context.look, max(map(len, rows))
    labels, wanted, least = [44.0] * count, [40.0] * count, [40.0] * count
    labels[0] = 62.0
    for row in rows:
        for i, field in enumerate(row):
            name = context.fonts.width(field.label, "sans", look.size("label")) + 2 * _PAD + 0.2
            labels[i] = max(labels[i], min(name, look.inner / count / 2))
            if len(row) == count or i < len(row) - 1:
                wanted[i] = max(wanted[i], _wanted(field, context))
                least[i] = max(least[i], _needed(field, context))
    return _Grid(labels, shares(wanted, look.inner - sum(labels), least), least)


def _wanted(field: LabelledValue, context: TypesetContext) -> float:
    return context.fonts.width(field.value, _weight(field), context.look.size("cell")) + 2 * _PAD + 0.2


def _needed(field: LabelledValue, context: TypesetContext) -> float:
    return context.fonts.longest(field.value, _weight(field), context.look.size("cell")) + 2 * _PAD + 0.2


def _crowded(rows: Sequence[tuple[LabelledValue, ...]], grid: _Grid, context: TypesetContext) -> int | None:
    """The first row whose fields cannot stand side by side: a number would break, or a text would be a tower."""
    for number, row in enumerate(rows):
        for cell in _boxes(row, grid, context) if len(row) > 1 else ():
            if len(cell.text) > _TOWER or _needed(cell.field, context) > cell.end - cell.x - cell.label + 0.1:
                return number
    return None


def _parted(row: tuple[LabelledValue, ...], context: TypesetContext) -> list[tuple[LabelledValue, ...]]:
    """The field with most to say on a row of its own, those before and after it on theirs."""
    at = max(range(len(row)), key=lambda i: _wanted(row[i], context))
    return [part for part in (row[:at], row[at : at + 1], row[at + 1 :]) if part]


def _weight(field: LabelledValue) -> Face:
    return "serif_bold" if field.strong else "serif"


@dataclass(frozen=True, slots=True)
class _Boxed:
    """A field in its place: left edge, width of the label, right edge, and the lines of label and value."""

    field: LabelledValue
    x: float
    label: float
    end: float
    name: tuple[str, ...]
    text: tuple[str, ...]


def _boxes(row: tuple[LabelledValue, ...], grid: _Grid, context: TypesetContext) -> Iterator[_Boxed]:
    look, fonts = context.look, context.fonts
    x = 0.0
    for i, field in enumerate(row):
        label = grid.labels[i]
        end = look.inner if i == len(row) - 1 else x + label + grid.values[i]
        name = fonts.lines(field.label, "sans", look.size("label"), label - 2 * _PAD + 0.2)
        text = fonts.lines(field.value, _weight(field), look.size("cell"), end - x - label - 2 * _PAD + 0.1)
        yield _Boxed(field, x, label, end, name, text)
        x = end


def _fields_row(row: tuple[LabelledValue, ...], grid: _Grid, context: TypesetContext, number: int) -> Iterator[Strip]:
    look = context.look
    label, size, step = look.size("label"), look.size("cell"), look.size("cell") * 1.5
    cells = list(_boxes(row, grid, context))
    most = max(max(len(cell.name), len(cell.text)) for cell in cells)
    for start in range(0, most, MOST_LINES):
        count = min(most - start, MOST_LINES)
        height = max(21.0, count * step + 5.5)
        ink: list[DrawOp] = []
        parts: list[Part] = []
        for i, cell in enumerate(cells):
            name, text, face = cell.name[start : start + count], cell.text[start : start + count], _weight(cell.field)
            ink += _cell_frame(cell.x, cell.label, cell.end, height, look.hairline)
            ink += _stack(name, cell.x + _PAD, height, label * 1.5, "sans", label, "quiet")
            ink += _stack(text, cell.x + cell.label + _PAD, height, step, face, size, "ink")
            span = 1 + 2 * (len(grid.labels) - len(cells)) * (i == len(cells) - 1)
            parts.append(Part("Table", len(name), number, "TH", 2 * i))
            parts.append(Part("Table", len(text), number, "TD", 2 * i + 1, span))
        first = not number and not start
        yield Strip(height, tuple(ink), before=3.0 if first else 0.0, parts=tuple(parts), starts=first)


def _cell_frame(x: float, label: float, end: float, height: float, weight: float) -> Iterator[DrawOp]:
    yield Box(x, 0, label, height, "tint")
    for at in (x, x + label, end):
        yield RuledLine(at, 0, at, height, weight)
    for y in (0.0, height):
        yield RuledLine(x, y, end, y, weight)


def _stack(
    lines: Sequence[str], x: float, height: float, step: float, face: Face, size: float, colour: str
) -> Iterator[DrawOp]:
    top = (height - step * len(lines)) / 2
    for i, line in enumerate(lines):
        yield Run(x, baseline(top + i * step, step, size), line, face, size, colour)
