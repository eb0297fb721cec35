"""What stands where on a page, as a second program reads it from the file: words with their boxes, rules and grounds."""

from __future__ import annotations

import html
import io
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from tests.documents import poppler

_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_INK = re.compile(rb"(?P<line>[\d.-]+ [\d.-]+ m [\d.-]+ [\d.-]+) l S|(?P<ground>[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+) re f")
_MARK = 40.0
"""Points: only the mark of a draft, which lies under everything by design, is so high."""
_NEAR = 0.5
_TOP, _FOOT = 0.2, 0.15
"""Shares of a word's box that are no ink: room for accents above, for long letters below."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """Words (ink box, text), rules and tinted grounds as (left, top, right, bottom) in points from the top left corner.

    Rules and grounds come with their place in the order of drawing.
    """

    width: float
    height: float
    words: tuple[tuple[Box, str], ...]
    rules: tuple[tuple[int, Box], ...]
    grounds: tuple[tuple[int, Box], ...]

    def faults(self) -> Iterator[str]:
        """What a reader would see: words off the sheet, words over words, words across a rule."""
        yield from (f"off the sheet: {text}" for box, text in self.words if not self._inside(box))
        ordered = sorted(self.words, key=_top)
        tops = [box[1] for box, _ in ordered]
        for i, (box, text) in enumerate(ordered):
            below = ordered[i + 1 : max(i + 1, bisect_left(tops, box[3] - _NEAR))]
            yield from (f"over each other: {text} {other}" for place, other in below if _meet(box, place))
        yield from (f"across a rule: {text}" for text in self._struck(ordered))

    def _struck(self, ordered: list[tuple[Box, str]]) -> Iterator[str]:
        """Words through which a rule goes, each rule held against the words at its height."""
        tops = [box[1] for box, _ in ordered]
        tallest = max((box[3] - box[1] for box, _ in ordered), default=0.0)
        for place, rule in self.rules:
            thick = _grown(rule)
            for box, text in ordered[bisect_left(tops, thick[1] - tallest) : bisect_left(tops, thick[3])]:
                if _meet(box, thick) and not self._covered(place, box):
                    yield text

    def _inside(self, box: Box) -> bool:
        """20 mm of the binding edge stay free; printers reach to 5 mm of the others."""
        binding_left, edge = 56.7, 14.2
        left, top = (edge, binding_left - edge) if self.width > self.height else (binding_left, edge)
        return box[0] >= left and box[1] >= top and box[2] <= self.width - edge and box[3] <= self.height - edge

    def _covered(self, place: int, box: Box) -> bool:
        """Whether a ground drawn after the rule parts it from the word."""
        return any(
            later > place and x <= box[0] and y <= box[1] and to_x >= box[2] and to_y >= box[3]
            for later, (x, y, to_x, to_y) in self.grounds
        )


def _top(word: tuple[Box, str]) -> float:
    return word[0][1]


def _meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > _NEAR and down > _NEAR


def _grown(rule: Box) -> Box:
    """A rule as a box of some width, so that it meets what it cuts and not what it touches."""
    return rule[0] - _NEAR, rule[1] - _NEAR, rule[2] + _NEAR, rule[3] + _NEAR


def printed_pages(data: bytes, folder: Path) -> tuple[PrintedPage, ...]:
    """Every page of a paper. Pages of foreign files have no rules of ours to hold to."""
    read = poppler.run("pdftotext", data, folder, "-bbox").split("<page ")[1:]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = [_content(page) for page in pdf.pages]
    return tuple(_page(text, ink) for text, ink in zip(read, drawn, strict=True))


def _content(page: pikepdf.Page) -> bytes:
    content = page.obj.Contents
    return b"" if isinstance(content, pikepdf.Array) else content.read_bytes()


def _page(text: str, ink: bytes) -> PrintedPage:
    width, height = (float(size) for size in re.findall(r'="([\d.]+)"', text)[:2])
    words = ((tuple(map(float, found[:4])), html.unescape(found[4])) for found in _WORD.findall(text))
    rules: list[tuple[int, Box]] = []
    grounds: list[tuple[int, Box]] = []
    for place, found in enumerate(_INK.finditer(ink)):
        if found["line"]:
            x, y, to_x, to_y = (float(part) for part in found["line"].split() if part != b"m")
            if x == to_x or y == to_y:
                rules.append((place, (min(x, to_x), height - max(y, to_y), max(x, to_x), height - min(y, to_y))))
        else:
            x, y, wide, high = map(float, found["ground"].split())
            grounds.append((place, (x, height - y - high, x + wide, height - y)))
    return PrintedPage(width, height, tuple(_inked(words)), tuple(rules), tuple(grounds))


def _inked(words: Iterator[tuple[tuple[float, ...], str]]) -> Iterator[tuple[Box, str]]:
    for (x, y, to_x, to_y), text in words:
        high = to_y - y
        if high < _MARK:
            yield (x, y + high * _TOP, to_x, to_y - high * _FOOT), text
