"""Fits a text into the box of a field: as large as the form wants, smaller where it must, broken where the box is tall enough.

What does not fit even so starts in the box, with a reference to the addendum that tells it whole. Origin: lower left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workstation.documents.bankform.pdf_form import Style
from workstation.documents.typesetting.fonts import Face, Fonts, literal
from workstation.documents.typesetting.strips import Run

LARGEST: Final = 12.0
"""Points that a field of automatic size takes at most; forms are read at 9 to 12."""
_SMALLEST: Final = 6.0  # what a bank's clerk still reads in print
_TINIEST: Final = 3.0  # for the reference in a box that holds nothing else
_STEP: Final = 0.5
_LEADING: Final = 1.2
_RISE: Final = 0.88  # of the leading above the middle line's baseline: Chinese glyphs fill .88 em above, .12 below


@dataclass(frozen=True, slots=True)
class Room:
    """The inside of a field: ``width`` and ``height`` in points, ``inset`` kept clear at every side."""

    width: float
    height: float
    inset: float = 2.0

    @property
    def across(self) -> float:
        """Width for text."""
        return max(self.width - 2 * self.inset, 1.0)

    @property
    def down(self) -> float:
        """Height for text; glyphs may come nearer to the upper and lower edge."""
        return max(self.height - self.inset, 1.0)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The runs of a text, their baselines from the lower left corner, and whether all of it is there."""

    runs: tuple[Run, ...]
    whole: bool = True


def room_of(width: float, height: float, border: float = 0.0) -> Room:
    """The room inside a border; a low field keeps less clear."""
    return Room(width, height, min(max(2.0, 2 * border), height * 0.15, width * 0.15))


def face_of(style: Style) -> Face:
    """The face of ours that is nearest to the one the form names."""
    if style.serif:
        return "serif_bold" if style.bold else "serif"
    return "sans_bold" if style.bold else "sans"


def fit(text: str, room: Room, style: Style, multiline: bool, fonts: Fonts) -> Fitted:
    """``text`` at the largest size at which it is whole; not whole when even the smallest does not do."""
    for size in _sizes(style.size, room, multiline):
        lines = _lines(text, room, style, size, multiline, fonts)
        if lines is not None:
            return Fitted(_placed(lines, room, style, size, multiline, fonts))
    return Fitted((), whole=False)


def fit_begun(text: str, reference: str, room: Room, style: Style, multiline: bool, fonts: Fonts) -> Fitted:
    """The beginning of a text that is too long, and the reference; where there is no room for both, the reference alone."""
    short = fit(reference, room, style, multiline, fonts)
    if not short.whole:
        tight = Style(_TINIEST, 1, style.colour, style.serif, style.bold)
        return Fitted(
            _placed(
                (fonts.shown(reference, face_of(style)),),
                room,
                tight,
                _tightest(reference, room, style, fonts),
                False,
                fonts,
            )
        )
    size = min(max(style.size, _SMALLEST), _SMALLEST + 1) if style.size else _SMALLEST + 1
    low, high = 0, len(text)
    best = short
    while low < high:
        middle = (low + high + 1) // 2
        begun = f"{text[:middle].rstrip()}…（{reference}）"
        lines = _lines(begun, room, style, size, multiline, fonts)
        if lines is None:
            high = middle - 1
        else:
            low, best = middle, Fitted(_placed(lines, room, style, size, multiline, fonts))
    return best


def fit_cells(text: str, cells: int, room: Room, style: Style, fonts: Fonts) -> Fitted:
    """One character a cell, each in its middle; as many cells as the form has, filled from the side it asks for."""
    face, width = face_of(style), room.width / cells
    shown = literal(text)[:cells]
    widest = max((fonts.width(fonts.shown(char, face), face, 1) for char in shown), default=1.0)
    size = min(style.size or LARGEST, width * 0.96 / max(widest, 0.01), room.height / 1.05)
    first = {0: 0, 1: (cells - len(shown)) // 2, 2: cells - len(shown)}[style.align]
    base = _first_baseline(room, size, 1, False)
    runs = []
    for i, char in enumerate(shown):
        drawn = fonts.shown(char, face)
        x = (first + i + 0.5) * width - fonts.width(drawn, face, size) / 2
        runs.append(Run(x, base, drawn, face, size, colour_name(style)))
    return Fitted(tuple(runs), len(literal(text)) <= cells)


def fit_list(
    options: Sequence[str], chosen: Sequence[int], room: Room, style: Style, fonts: Fonts
) -> tuple[Fitted, list[float]]:
    """The options of a list from the first chosen one on, a line each; and the bottom of the line of every chosen one.

    Where the chosen ones stand too far apart only they are shown.
    """
    face = face_of(style)
    widest = max((fonts.width(fonts.shown(literal(options[i]), face), face, 1) for i in chosen), default=0.0)
    size = min(style.size or LARGEST, room.across / widest if widest else LARGEST, room.down / _LEADING)
    size = max(size, _TINIEST)
    rows = max(1, int(room.down / (size * _LEADING)))
    shown = _window(len(options), chosen, rows)
    line, top = size * _LEADING, room.height - room.inset / 2
    runs, marked = [], []
    for row, index in enumerate(shown[:rows]):
        bottom = top - (row + 1) * line
        text = fonts.fitted(options[index], face, size, room.across + 0.01)
        runs.append(
            Run(room.inset, bottom + line - (line - size) / 2 - size * _RISE, text, face, size, colour_name(style))
        )
        if index in chosen:
            marked.append(bottom)
    return Fitted(tuple(runs), len(shown) <= rows or not set(chosen) - set(shown[:rows])), marked


def colour_name(style: Style) -> str:
    """A run names its colour; those of a form are told by their parts."""
    return " ".join(f"{part:.3f}" for part in style.colour)


def _window(count: int, chosen: Sequence[int], rows: int) -> list[int]:
    if not chosen:
        return list(range(count))[:rows]
    first, last = min(chosen), max(chosen)
    if last - first < rows:
        start = max(0, min(first, count - rows)) if last >= rows else 0
        return list(range(start, min(count, start + rows)))
    return sorted(chosen)


def _sizes(wanted: float, room: Room, multiline: bool) -> Iterator[float]:
    """From the size wanted, or the largest that a line of this height takes, down to the smallest that is read."""
    tallest = room.down / (_LEADING if multiline else 1.05)
    size = min(wanted or LARGEST, tallest)
    yield size
    size = int(size / _STEP) * _STEP
    while size > _SMALLEST:
        yield size
        size -= _STEP
    if size > _TINIEST:
        yield min(size, _SMALLEST)


def _lines(text: str, room: Room, style: Style, size: float, multiline: bool, fonts: Fonts) -> tuple[str, ...] | None:
    face = face_of(style)
    if not multiline:
        text = literal(text)
        if fonts.width(fonts.shown(text, face), face, size) <= room.across:
            return (fonts.shown(text, face),)
    lines = fonts.lines(text, face, size, room.across)
    fits = len(lines) * size * _LEADING <= room.down + 0.01 or len(lines) == 1
    return lines if fits and all(fonts.width(line, face, size) <= room.across + 0.01 for line in lines) else None


def _placed(
    lines: Sequence[str], room: Room, style: Style, size: float, multiline: bool, fonts: Fonts
) -> tuple[Run, ...]:
    face, base = face_of(style), _first_baseline(room, size, len(lines), multiline)
    runs = []
    for i, line in enumerate(lines):
        spare = room.width - fonts.width(line, face, size)
        x = {0: room.inset, 1: spare / 2, 2: spare - room.inset}[style.align]
        runs.append(Run(x, base - i * size * _LEADING, line, face, size, colour_name(style)))
    return tuple(run for run in runs if run.text)


def _first_baseline(room: Room, size: float, count: int, top: bool) -> float:
    """Text of one field stands in its middle; text that flows begins at its top."""
    block = size * (1 + (count - 1) * _LEADING)
    upper = room.height - room.inset if top else (room.height + block) / 2
    return upper - size * _RISE


def _tightest(text: str, room: Room, style: Style, fonts: Fonts) -> float:
    wide = fonts.width(text, face_of(style), 1)
    return max(1.0, min(_SMALLEST, room.down, room.width / max(wide, 0.01)))
