"""Lines of a page, and the rows of column titles among them: one or several lines of words without figures, days below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workstation.received.pdf.words import Piece

Line = list[Piece]
"""Runs on one baseline from left to right."""

DAY: Final = re.compile(
    r"(?:19|20)\d{2}(?:[-/.年]\d{1,2}(?:[-/.月](?:\d{1,2}日?)?)?|(?:0[1-9]|1[0-2])(?:\d{2})?)"
    r"(?:[T ]*\d{1,2}:\d{2}.*|[T ]\d{6})?"
)
"""A day or a month as a cell of its own, perhaps with the time; a number of an order is longer."""
SHORT_DAY: Final = re.compile(r"\d{1,2}[-/]\d{1,2}")
MONEY: Final = re.compile(r"[-+−]?[¥￥]?[-+]?\d[\d,]*\.\d{2}")

_TIME_WORD: Final = re.compile(r"[日期时時]|月|date|time|day|month", re.IGNORECASE)
_NO_TITLE: Final = re.compile(r"[:：。；]|\d{2}")
_LEAST_COLUMNS: Final = 3
_LONGEST_TITLE: Final = 48
_LEADING: Final = 1.6  # of the size: lines of one title are closer


@dataclass(frozen=True, slots=True)
class Heading:
    """Titles of columns with their places; the lines ``first`` to ``last`` (both included) of the page hold them."""

    first: int
    last: int
    titles: tuple[Piece, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The titles as they are printed."""
        return tuple(title.text for title in self.titles)


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """Runs put into lines, the top one first."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda one: -one.base):
        if lines and lines[-1][0].base - piece.base < min(piece.size, lines[-1][0].size) * 0.4:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda one: one.left)
    return lines


def headings(lines: Sequence[Line]) -> Iterator[Heading]:
    """The rows of titles of a page that have a day below them, from the top."""
    days = [place for place, line in enumerate(lines) if any(_is_day(piece.text) for piece in line)]
    done = -1
    for place, line in enumerate(lines):
        below = next((one for one in days if one > place), None)
        if place > done and below is not None and _may_be_titles(line):
            found = _heading(lines, done + 1, place, below)
            if _in_line(found.titles, lines, found.last + 1):
                yield found
                done = found.last


def _is_day(text: str) -> bool:
    return bool(DAY.fullmatch(text) or SHORT_DAY.fullmatch(text))


def _may_be_titles(line: Line) -> bool:
    return (
        len(line) >= _LEAST_COLUMNS
        and all(_is_title(piece.text) for piece in line)
        and any(_TIME_WORD.search(piece.text) for piece in line)
    )


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not _NO_TITLE.search(text)


def _heading(lines: Sequence[Line], start: int, place: int, below: int) -> Heading:
    """The titles around line ``place``: lines close to it above, and those on its side of the widest gap before the first day."""
    first, size = place, max(piece.size for piece in lines[place])
    while first > start and lines[first - 1][0].base - lines[first][0].base < size * _LEADING:
        if not all(_is_title(piece.text) for piece in lines[first - 1]):
            break
        first -= 1
    gaps = [lines[one][0].base - lines[one + 1][0].base for one in range(place, below)]
    last = place + gaps.index(max(gaps))
    while last > place and not all(_is_title(piece.text) for line in lines[place + 1 : last + 1] for piece in line):
        last -= 1
    pieces = [piece for line in lines[first : last + 1] for piece in line]
    widest = max(lines[first : last + 1], key=len)
    spanning = [piece for piece in pieces if sum(_overlap(piece, one) for one in widest) > 1]
    return Heading(first, last, tuple(_titles([piece for piece in pieces if piece not in spanning])))


def _overlap(one: Piece, other: Piece) -> bool:
    return one.left < other.right and other.left < one.right


def _titles(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Runs above each other are one title."""
    group: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: one.left):
        if group and piece.left >= max(one.right for one in group):
            yield _stacked(group)
            group = []
        group.append(piece)
    if group:
        yield _stacked(group)


def _stacked(parts: Sequence[Piece]) -> Piece:
    top = sorted(parts, key=lambda one: (-one.base, one.left))
    text = top[0].text
    for before, part in pairwise(top):
        text += ("" if is_wide(before.text[-1]) and is_wide(part.text[0]) else " ") + part.text
    return Piece(min(one.left for one in parts), max(one.right for one in parts), top[-1].base, top[0].size, text)


def is_wide(sign: str) -> bool:
    """Whether a sign is Chinese or of full width; no blank stands between such."""
    return sign >= "\u2e80"


def _in_line(titles: Sequence[Piece], lines: Sequence[Line], start: int) -> bool:
    """Whether a day stands below a title that speaks of time."""
    spans = [title for title in titles if _TIME_WORD.search(title.text)]
    return len(titles) >= _LEAST_COLUMNS and any(
        _is_day(piece.text) and any(_overlap(piece, title) for title in spans)
        for line in lines[start:]
        for piece in line
    )


def is_of_time(title: str) -> bool:
    """Whether a title speaks of a day or a time."""
    return bool(_TIME_WORD.search(title))
