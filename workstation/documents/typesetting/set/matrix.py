"""Sets things compared side by side: columns of one width, the marked one on a soft ground. What does not fit wraps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workstation.documents.typesetting.blocks import Matrix, MatrixColumn, MatrixRow
from workstation.documents.typesetting.fonts import Face
from workstation.documents.typesetting.strips import Box, DrawOp, Part, RuledLine, Run, Strip, TypesetContext, baseline

_PAD: Final = 4.0
_LABELS: Final = 94.0
_LEAST: Final = 6.5
_STEP: Final = 1.4
_MARK: Final = 2.2
_BELOW_RULE: Final = 0.3
_AIR: Final = 3.6


def set_matrix(block: Matrix, context: TypesetContext) -> Iterator[Strip]:
    """A strip a row. The type is the largest at which every word and amount stays whole in its column."""
    size = _size(block, context)
    heading = _heading(block.columns, context)
    yield heading
    again = (replace(heading, parts=(), starts=False),)
    last = len(block.rows) - 1
    for number, row in enumerate(block.rows):
        yield _row(row, number, block.columns, size, context, again, last=number == last)


def _width(count: int, context: TypesetContext) -> float:
    return (context.look.inner - _LABELS) / count


def _size(block: Matrix, context: TypesetContext) -> float:
    """Amounts have hard spaces only, so the longest piece between soft spaces is what must fit."""
    room = _width(len(block.columns), context) - 2 * _PAD
    size = context.look.size("small")
    pieces = [(part, _face(row)) for row in block.rows for cell in row.cells for part in _amounts(cell)]
    while size > _LEAST and any(context.fonts.width(part, face, size) > room for part, face in pieces):
        size -= 0.25
    return size


def _amounts(cell: str) -> Iterator[str]:
    return (part for line in cell.split("\n") for part in line.split(" ") if any(char.isdigit() for char in part))


def _face(row: MatrixRow) -> Face:
    return "serif_bold" if row.strong else "serif"


def _heading(columns: Sequence[MatrixColumn], context: TypesetContext) -> Strip:
    look, fonts, width = context.look, context.fonts, _width(len(columns), context)
    size, small = look.size("table"), look.size("note")
    names = [fonts.lines(one.label, "sans_bold", size, width - 2 * _PAD) for one in columns]
    notes = [fonts.lines(one.note, "sans", small, width - 2 * _PAD) if one.note else () for one in columns]
    tallest = max(map(len, names)) * size * _STEP
    height = tallest + max(map(len, notes)) * small * _STEP + 9
    ink: list[DrawOp] = [Box(0, 0, look.inner, height, "tint")]
    parts = [Part("Table", 0, -1, "TD")]
    for i, column in enumerate(columns):
        left = _LABELS + i * width
        if column.marked:
            ink += [Box(left, 0, width, height, "soft"), Box(left, 0, width, _MARK, "accent")]
        ink += _centred(names[i], left, width, 5, "sans_bold", size, "ink", context)
        ink += _centred(notes[i], left, width, 5 + tallest, "sans", small, "quiet", context)
        parts.append(Part("Table", len(names[i]) + len(notes[i]), -1, "column", i + 1))
    ink += [
        RuledLine(0, y, look.inner, y, weight, "strong") for y, weight in ((0.0, look.strong), (height, look.hairline))
    ]
    return Strip(height, tuple(ink), before=3.0, keep=True, parts=tuple(parts), starts=True)


def _row(
    row: MatrixRow,
    number: int,
    columns: Sequence[MatrixColumn],
    size: float,
    context: TypesetContext,
    again: tuple[Strip, ...],
    last: bool,
) -> Strip:
    look, fonts, width, face = context.look, context.fonts, _width(len(columns), context), _face(row)
    label = min(look.size("label"), size)
    name = fonts.lines(row.label, "sans", label, _LABELS - _PAD - 2)
    cells = [fonts.lines(cell, face, size, width - 2 * _PAD) for cell in row.cells]
    height = max(len(name) * label, *(len(lines) * size for lines in cells)) * _STEP + _AIR
    ink: list[DrawOp] = []
    for i, column in enumerate(columns):
        if column.marked:
            ink.append(Box(_LABELS + i * width, _BELOW_RULE, width, height - _BELOW_RULE, "soft"))
    top = (height - len(name) * label * _STEP) / 2
    for k, line in enumerate(name):
        y = baseline(top + k * label * _STEP, label * _STEP, label)
        ink.append(Run(_PAD, y, line, "sans", label, "quiet"))
    for i, lines in enumerate(cells):
        middle = (height - len(lines) * size * _STEP) / 2
        ink += _centred(lines, _LABELS + i * width, width, middle, face, size, "ink", context)
    weight, colour = (look.strong, "strong") if last else (look.hairline * 0.6, "line")
    ink.append(RuledLine(0, height, look.inner, height, weight, colour))
    counts = enumerate((name, *cells))
    parts = tuple(Part("Table", len(lines), number, "TD" if i else "TH", i) for i, lines in counts)
    return Strip(height, tuple(ink), again=again, parts=parts)


def _centred(
    lines: Sequence[str],
    left: float,
    width: float,
    top: float,
    face: Face,
    size: float,
    colour: str,
    context: TypesetContext,
) -> Iterator[DrawOp]:
    for k, line in enumerate(lines):
        x = left + (width - context.fonts.width(line, face, size)) / 2
        yield Run(x, baseline(top + k * size * _STEP, size * _STEP, size), line, face, size, colour)
