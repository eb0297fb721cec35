"""The body of a printed list: which of its lines are one row.

Every row has one day; the lines between two days part at the widest gap. A row that
lost its day still has its figures, and stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workstation.received.pdf.headings import DAY, MONEY, Line
from workstation.received.pdf.list_columns import Columns
from workstation.received.pdf.words import Piece

_SUM: Final = re.compile(r"合计|总计|小计|累计|共计|结转|承前|过次|total|balance", re.IGNORECASE)
_NEAR: Final = 1.35  # of the size: lines of one cell are closer, where no row of the list tells more


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of one page between its titles and whatever follows; ``top`` is the baseline of the titles, None without any."""

    lines: Sequence[Line]
    top: float | None


@dataclass(slots=True)
class Block:
    """Lines that are one row, or a remark (``is_row`` False)."""

    lines: list[Line]
    is_row: bool = True

    @property
    def pieces(self) -> list[Piece]:
        """All runs, line after line."""
        return [piece for line in self.lines for piece in line]


def blocks(body: Body, columns: Columns) -> Iterator[Block]:
    """The rows and remarks of a page, from the top; every line is in just one of them."""
    lines = body.lines
    days = [place for place, line in enumerate(lines) if any(map(columns.is_day, line))]
    for block in _parted(lines, days, body.top) if days else [Block([line], is_row=False) for line in lines]:
        yield from _split(block, columns)


def _parted(lines: Sequence[Line], days: Sequence[int], top: float | None) -> Iterator[Block]:
    """The lines by the days between them; those too far from any stand alone."""
    bases = [line[0].base for line in lines]
    starts, ends = [days[0]], []
    inner: list[float] = []
    for day, following in pairwise(days):
        gaps = [bases[place] - bases[place + 1] for place in range(day, following)]
        widest = gaps.index(max(gaps))
        ends.append(day + widest)
        starts.append(day + widest + 1)
        inner += gaps[:widest] + gaps[widest + 1 :]
    ends.append(days[-1])
    size = lines[days[0]][0].size
    pitch = min((bases[one] - bases[other] for one, other in pairwise(days)), default=size * 3)
    near = sorted(inner)[len(inner) * 3 // 4] * 1.25 if len(inner) > 2 else min(size * _NEAR, pitch * 0.8)
    starts[0] = _first(bases, days[0], top, near)
    while ends[-1] + 1 < len(lines) and bases[ends[-1]] - bases[ends[-1] + 1] <= near:
        ends[-1] += 1
    yield from (Block([line], is_row=False) for line in lines[: starts[0]])
    for start, day, end in zip(starts, days, ends, strict=True):
        yield from _close(lines, bases, start, day, end, near)
    yield from (Block([line], is_row=False) for line in lines[ends[-1] + 1 :])


def _first(bases: Sequence[float], day: int, top: float | None, near: float) -> int:
    """Where the first row begins: below the widest gap between the titles and its day."""
    if top is not None and day:
        gaps = [above - below for above, below in pairwise([top, *bases[: day + 1]])]
        return gaps.index(max(gaps))
    start = day
    while start and bases[start - 1] - bases[start] <= near:
        start -= 1
    return start


def _close(
    lines: Sequence[Line], bases: Sequence[float], start: int, day: int, end: int, near: float
) -> Iterator[Block]:
    """The row of a day: the lines that follow each other closely; the others are remarks."""
    first, last = day, day
    while first > start and bases[first - 1] - bases[first] <= near:
        first -= 1
    while last < end and bases[last] - bases[last + 1] <= near:
        last += 1
    yield from (Block([line], is_row=False) for line in lines[start:first])
    yield Block(list(lines[first : last + 1]))
    yield from (Block([line], is_row=False) for line in lines[last + 1 : end + 1])


def _split(block: Block, columns: Columns) -> Iterator[Block]:
    """A row with two sums of a column above each other is two rows; a remark with a sum in a column of sums is a row, too."""
    levels = [_levels(line, columns) for line in block.lines]
    if not block.is_row:
        block.is_row = bool(levels[0]) and not _SUM.search("".join(piece.text for piece in block.lines[0][:2]))
        yield block
        return
    often = [sum(place in level for level in levels) for place in columns.money]
    if max(often, default=0) < 2:
        yield block
        return
    seeds = [place for place, level in enumerate(levels) if level]
    parts: dict[int, list[Line]] = {seed: [] for seed in seeds}
    for line in block.lines:
        base = line[0].base
        nearest = min(seeds, key=lambda seed: abs(block.lines[seed][0].base - base))
        parts[nearest].append(line)
    for lines in parts.values():
        remark = len(lines) == 1 and bool(_SUM.search("".join(piece.text for piece in lines[0][:2])))
        yield Block(lines, is_row=not remark)


def may_be_row(remark: Block) -> bool:
    """Whether a remark holds a sum, or a day among other cells, and is no sum of other rows."""
    pieces = remark.pieces
    if _SUM.search("".join(piece.text for piece in pieces[:2])):
        return False
    return any(MONEY.fullmatch(piece.text) for piece in pieces) or (
        len(pieces) > 2 and any(DAY.fullmatch(piece.text) for piece in pieces)
    )


def _levels(line: Line, columns: Columns) -> frozenset[int]:
    return frozenset(columns.of(piece) for piece in line if columns.is_sum(piece))
