"""Sets a small chart of lines: hairlines at the marks, every line named where it runs, so that no colour is needed to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workstation.documents.typesetting.blocks import Chart, Line
from workstation.documents.typesetting.look import MM
from workstation.documents.typesetting.strips import Box, DrawOp, Part, RuledLine, Run, Strip, TypesetContext

_TOP: Final = 8.0
_FOOT: Final = 15.0
_GAP: Final = 6.0
_END: Final = 12.0
_BADGE: Final = 11.0
_SHORT: Final = 0.6
_ELSEWHERE: Final = (0.5, 0.35, 0.65, 0.2, 0.8, 0.1)
"""Further places for a name, as shares of the width."""
_PLAIN: Final = (("strong", 0.9), ("quiet", 0.9), ("accent", 0.7), ("strong", 0.5))
"""Colour and weight of the lines that are not marked, in order."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the chart's plane lies in its strip, and how many points a unit takes either way."""

    left: float
    foot: float
    right: float
    per_x: float
    per_y: float

    def at(self, point: tuple[int, int]) -> tuple[float, float]:
        return self.left + point[0] * self.per_x, self.foot - point[1] * self.per_y


def set_chart(block: Chart, context: TypesetContext) -> Iterator[Strip]:
    """One strip; nothing without marks on both axes."""
    if not block.across or not block.upward:
        return
    height = block.height * MM
    frame = _frame(block, height, context)
    ink: list[DrawOp] = [*_upward(block, frame, context), *_across(block, frame, context)]
    styles = list(_styles(block.lines))
    for line, (colour, weight) in zip(block.lines, styles, strict=True):
        ink += _drawn(line, frame, colour, weight)
    ink += _names(block.lines, frame, context)
    part = Part("Figure", sum(isinstance(one, Run) for one in ink), alt=block.alt)
    yield Strip(height, tuple(ink), before=4.0, parts=(part,), starts=True)


def _frame(block: Chart, height: float, context: TypesetContext) -> _Frame:
    size = context.look.size("note")
    left = max(context.fonts.width(text, "sans", size) for _, text in block.upward) + _GAP
    right, foot = context.look.inner - _END, height - _FOOT
    most_x = max(1, *(tick for tick, _ in block.across), *(x for line in block.lines for x, _ in line.points))
    most_y = max(1, *(tick for tick, _ in block.upward), *(y for line in block.lines for _, y in line.points))
    return _Frame(left, foot, right, (right - left) / most_x, (foot - _TOP) / most_y)


def _styles(lines: Sequence[Line]) -> Iterator[tuple[str, float]]:
    plain = 0
    for line in lines:
        if line.marked:
            yield "accent", 1.8
        elif line.dotted:
            yield "strong", 1.1
        else:
            yield _PLAIN[plain % len(_PLAIN)]
            plain += 1


def _upward(block: Chart, frame: _Frame, context: TypesetContext) -> Iterator[DrawOp]:
    size = context.look.size("note")
    for tick, text in block.upward:
        y = frame.at((0, tick))[1]
        yield RuledLine(frame.left, y, frame.right, y, context.look.hairline * (1 if not tick else 0.6))
        x = frame.left - _GAP + 1 - context.fonts.width(text, "sans", size)
        yield Run(x, y + size * 0.35, text, "sans", size, "quiet")


def _across(block: Chart, frame: _Frame, context: TypesetContext) -> Iterator[DrawOp]:
    size = context.look.size("note")
    for tick, text in block.across:
        x = frame.at((tick, 0))[0]
        yield RuledLine(x, frame.foot, x, frame.foot + 3, context.look.hairline)
        wide = context.fonts.width(text, "sans", size)
        at = min(x - wide / 2, context.look.inner - wide)
        yield Run(max(at, 0), frame.foot + 4 + size, text, "sans", size, "quiet")


def _drawn(line: Line, frame: _Frame, colour: str, weight: float) -> Iterator[DrawOp]:
    positions = [frame.at(point) for point in line.points]
    for (x, y), (to_x, to_y) in pairwise(positions):
        yield RuledLine(x, y, to_x, to_y, weight, colour, line.dotted)


def _names(lines: Sequence[Line], frame: _Frame, context: TypesetContext) -> Iterator[DrawOp]:
    """The names on tinted badges, each line's at another place across and none over another's where there is room."""
    placed: list[Box] = []
    for i, line in enumerate(lines):
        if line.points:
            usual = (i + 1) / (len(lines) + 1)
            badges = [_badge(line, share, frame, context) for share in (usual, *_ELSEWHERE)]
            badge = next((one for one in badges if not any(_touch(one, other) for other in placed)), badges[0])
            placed.append(badge)
            size = context.look.size("note")
            x = badge.x + (badge.width - context.fonts.width(line.label, "sans_bold", size)) / 2
            yield badge
            yield Run(x, badge.y + _BADGE / 2 + size * 0.36, line.label, "sans_bold", size)


def _badge(line: Line, share: float, frame: _Frame, context: TypesetContext) -> Box:
    x, y = frame.at(_on(line.points, _reached(line, share * (frame.right - frame.left) / frame.per_x)))
    wide = max(_BADGE, context.fonts.width(line.label, "sans_bold", context.look.size("note")) + 6)
    left = min(max(x - wide / 2, frame.left + 1), frame.right - wide)
    return Box(left, y - _BADGE / 2, wide, _BADGE, "soft" if line.marked else "tint")


def _touch(one: Box, other: Box) -> bool:
    apart_x = one.x >= other.x + other.width or other.x >= one.x + one.width
    return not (apart_x or one.y >= other.y + _BADGE or other.y >= one.y + _BADGE)


def _reached(line: Line, wanted: float) -> float:
    """The place asked for, or one on a line that ends before it."""
    return wanted if wanted <= line.points[-1][0] else line.points[-1][0] * _SHORT


def _on(points: Sequence[tuple[int, int]], wanted: float) -> tuple[int, int]:
    """The point of a line at a place across, between its points where need be."""
    for (x, y), (to_x, to_y) in pairwise(points):
        if x <= wanted <= to_x and to_x > x:
            return round(wanted), round(y + (to_y - y) * (wanted - x) / (to_x - x))
    return points[-1]
