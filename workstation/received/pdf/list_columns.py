"""The columns of a printed list: cut where the fewest runs stand; which hold days and sums, and where sums stand in line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from workstation.received.pdf.headings import DAY, MONEY, SHORT_DAY, Line, is_of_time, is_wide
from workstation.received.pdf.words import Piece

Edge = Callable[[Piece], float]

_STEP: Final = 0.5
_SAME_LINE: Final = 0.3
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}.*|\d{6}")
_EDGES: Final[tuple[Edge, ...]] = (
    lambda piece: piece.right,
    lambda piece: piece.left,
    lambda piece: (piece.left + piece.right) / 2,
)


class Columns:
    """Where the columns of a list part, for pages whose titles stand alike."""

    def __init__(self, titles: Sequence[Piece], pieces: Sequence[Piece]) -> None:
        self.titles = titles
        standing = [*pieces, *(title for title in titles for _ in range(len(pieces) // 4 + 1))]
        lefts, rights = sorted(one.left for one in standing), sorted(one.right for one in standing)
        self._cuts = [_cut(one, other, lefts, rights) for one, other in pairwise(titles)]
        placed = [(self.of(piece), piece) for piece in pieces]
        self.day = self._day(placed)
        sums = [(place, piece) for place, piece in placed if MONEY.fullmatch(piece.text)]
        self._filled = Counter(place for place, _ in placed)
        self.money = self._money(sums)
        self._edges = self._usual(sums)
        self._sizes = Counter((place, round(piece.size, 1)) for place, piece in placed)

    def of(self, piece: Piece) -> int:
        """The column that holds most of a run."""
        return bisect_right(self._cuts, (piece.left + piece.right) / 2)

    def _day(self, placed: Sequence[tuple[int, Piece]]) -> int:
        """The column with the most days; the first of several."""
        for pattern in (DAY, SHORT_DAY):
            found = [0] * len(self.titles)
            for place, piece in placed:
                if pattern.fullmatch(piece.text) and is_of_time(self.titles[place].text):
                    found[place] += 1
            if any(found):
                self._pattern = pattern
                return found.index(max(found))
        self._pattern = DAY
        return 0

    def is_rare(self, piece: Piece) -> bool:
        """Whether a run is larger or smaller than nearly all of its column."""
        place = self.of(piece)
        return self._sizes[place, round(piece.size, 1)] * 4 < self._filled[place]

    def is_day(self, piece: Piece) -> bool:
        """Whether a run is the day of a row."""
        return bool(self._pattern.fullmatch(piece.text)) and self.of(piece) == self.day

    def _money(self, sums: Sequence[tuple[int, Piece]]) -> frozenset[int]:
        """The columns whose runs are sums, nearly all."""
        counts = Counter(place for place, _ in sums)
        return frozenset(place for place, count in counts.items() if count * 2 > self._filled[place])

    def is_sum(self, piece: Piece) -> bool:
        """Whether a run is a sum in a column of sums."""
        return bool(MONEY.fullmatch(piece.text)) and self.of(piece) in self.money

    def astray(self, pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
        """The sums among the runs of a row that do not stand where those of their column do: title and text."""
        for piece in pieces:
            place = self.of(piece)
            if place in self._edges and MONEY.fullmatch(piece.text):
                edge, usual = self._edges[place]
                if abs(edge(piece) - usual) > piece.size:
                    yield self.titles[place].text, piece.text

    def _usual(self, placed: Sequence[tuple[int, Piece]]) -> dict[int, tuple[Edge, float]]:
        """By which edge, and where, the sums of a column stand in line; a column where they do not is left out."""
        found: dict[int, tuple[Edge, float]] = {}
        for place in self.money:
            sums = [piece for column, piece in placed if column == place]
            for edge in _EDGES:
                usual, count = Counter(round(edge(piece)) for piece in sums).most_common(1)[0]
                near = sum(abs(edge(piece) - usual) <= 1 for piece in sums)
                if count and near * 10 >= len(sums) * 8 and len(sums) > 4:
                    found[place] = (edge, usual)
                    break
        return found

    def cells(self, pieces: Sequence[Piece]) -> tuple[str, ...]:
        """A row as cells, what is printed on several lines of a cell put together."""
        held: list[list[Piece]] = [[] for _ in self.titles]
        for piece in pieces:
            held[self.of(piece)].append(piece)
        return tuple(map(_cell, held))


def _cut(one: Piece, other: Piece, lefts: Sequence[float], rights: Sequence[float]) -> float:
    """The middle of the widest strip between two titles where the fewest runs stand."""
    start, end = (one.left + one.right) / 2, (other.left + other.right) / 2
    places = [start + _STEP * step for step in range(1, max(2, int((end - start) / _STEP)))]
    standing = [bisect_left(lefts, place) - bisect_right(rights, place) for place in places]
    least, best, run = min(standing), (0, 0), 0
    for place, count in enumerate(standing):
        run = run + 1 if count == least else 0
        best = max(best, (run, place))
    length, last = best
    return places[last] - _STEP * (length - 1) / 2


def _cell(pieces: Sequence[Piece]) -> str:
    text, last = "", None
    for piece in sorted(pieces, key=lambda one: (-one.base, one.left)) if len(pieces) > 1 else pieces:
        text += (_between(last, piece) if last else "") + piece.text
        last = piece
    return text


def _between(one: Piece, other: Piece) -> str:
    """What stands between two runs of a cell: nothing within a word or a number that was broken, else a blank."""
    before, after = one.text[-1], other.text[0]
    if one.base == other.base and other.left - one.right < one.size * 0.15:
        return ""
    if (
        DAY.fullmatch(one.text)
        or MONEY.fullmatch(one.text)
        or MONEY.fullmatch(other.text)
        or _CLOCK.fullmatch(one.text)
    ):
        return " "
    if one.base == other.base:
        return " "
    if before.isalpha() and after.isalpha() and before.isascii() and after.isascii():
        return " "
    return " " if is_wide(before) != is_wide(after) and before.isalnum() and after.isalnum() else ""


def without_stamps(lines: Sequence[Line], columns: Columns) -> tuple[list[Line], list[str]]:
    """The lines without the runs of a seal or a watermark, and these.

    They have another size than nearly all of their column, and are printed over others or, being larger, beside every line.
    """
    pieces = [piece for line in lines for piece in line]
    rare = [piece for piece in pieces if columns.is_rare(piece)]
    usual = [piece for piece in pieces if not columns.is_rare(piece)] if rare else []
    stamps = [piece for piece in rare if _is_stamp(piece, usual)]
    if not stamps:
        return list(lines), []
    gone = set(map(id, stamps))
    left = [[piece for piece in line if id(piece) not in gone] for line in lines]
    return [line for line in left if line], [piece.text for piece in stamps]


def _is_stamp(piece: Piece, usual: Sequence[Piece]) -> bool:
    if any(_covers(piece, one) for one in usual):
        return True
    on_line = any(abs(piece.base - one.base) < _SAME_LINE for one in usual)
    return not on_line and all(piece.size > one.size for one in usual)


def _covers(one: Piece, other: Piece) -> bool:
    """Whether two runs are printed over each other; signs reach from a quarter below the baseline to their size above."""
    if one.left >= other.right or other.left >= one.right:
        return False
    low, high = (one, other) if one.base < other.base else (other, one)
    return high.base - high.size * 0.25 < low.base + low.size * 0.85
