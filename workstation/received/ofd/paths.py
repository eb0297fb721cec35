"""Abbreviated path data of OFD (GB/T 33190, 9.1) as path operators of PDF."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from workstation.received.ofd.geometry import Matrix, numbers

_OPERANDS: Final = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_QUARTER: Final = math.pi / 2
Point = tuple[float, float]


class UnknownPath(ValueError):
    """Path data with an operator that is not known or lacks its numbers."""


def operators(data: str, matrix: Matrix) -> str:
    """The path drawn through ``matrix``. Raises `UnknownPath`, ValueError."""
    return " ".join(_operators(data, matrix))


def _operators(data: str, matrix: Matrix) -> Iterator[str]:
    here = start = (0.0, 0.0)
    for name, values in _commands(data):
        points = list(zip(values[0::2], values[1::2], strict=False))
        if name in ("S", "M"):
            here = start = points[0]
            yield f"{_point(matrix, here)} m"
        elif name == "L":
            here = points[0]
            yield f"{_point(matrix, here)} l"
        elif name == "C":
            here = start
            yield "h"
        elif name == "A":
            end = (values[5], values[6])
            for curve in _arc(here, values, end):
                yield _curve(matrix, curve)
            here = end
        else:
            curve = _cubic(here, points) if name == "Q" else (points[0], points[1], points[2])
            here = curve[2]
            yield _curve(matrix, curve)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    words = data.replace(",", " ").split()
    at = 0
    while at < len(words):
        count = _OPERANDS.get(words[at])
        if count is None or len(words) - at - 1 < count:
            raise UnknownPath(words[at])
        yield words[at], numbers(" ".join(words[at + 1 : at + 1 + count]))
        at += 1 + count


def _cubic(here: Point, points: list[Point]) -> tuple[Point, Point, Point]:
    """A curve of the second degree as one of the third."""
    (cx, cy), (x, y) = points
    first = (here[0] + 2 / 3 * (cx - here[0]), here[1] + 2 / 3 * (cy - here[1]))
    return first, (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)), (x, y)


def _arc(here: Point, values: list[float], end: Point) -> Iterator[tuple[Point, Point, Point]]:
    """An elliptic arc as curves of a quarter each at most; the way from end points to centre is that of SVG 1.1, F.6."""
    rx, ry, turn, large, sweep = abs(values[0]), abs(values[1]), math.radians(values[2]), values[3], values[4]
    if rx == 0 or ry == 0 or here == end:
        yield here, end, end
        return
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (here[0] - end[0]) / 2, (here[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    spread = math.sqrt(max(1.0, x * x / (rx * rx) + y * y / (ry * ry)))
    rx, ry = rx * spread, ry * spread
    below = rx * rx * y * y + ry * ry * x * x
    root = math.sqrt(max(0.0, rx * rx * ry * ry / below - 1)) * (-1 if (large != 0) == (sweep != 0) else 1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    span = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    ellipse = Matrix(
        cos * rx, sin * rx, -sin * ry, cos * ry,
        cos * cx - sin * cy + (here[0] + end[0]) / 2, sin * cx + cos * cy + (here[1] + end[1]) / 2,
    )  # fmt: skip
    parts = max(1, math.ceil(abs(span) / _QUARTER - 1e-9))
    for part in range(parts):
        yield _arc_part(ellipse, first + span * part / parts, span / parts)


def _arc_part(ellipse: Matrix, angle: float, span: float) -> tuple[Point, Point, Point]:
    reach = 4 / 3 * math.tan(span / 4)
    last = angle + span
    return (
        ellipse.at(math.cos(angle) - reach * math.sin(angle), math.sin(angle) + reach * math.cos(angle)),
        ellipse.at(math.cos(last) + reach * math.sin(last), math.sin(last) - reach * math.cos(last)),
        ellipse.at(math.cos(last), math.sin(last)),
    )


def _point(matrix: Matrix, point: Point) -> str:
    return "{:.4f} {:.4f}".format(*matrix.at(*point))


def _curve(matrix: Matrix, curve: tuple[Point, Point, Point]) -> str:
    return " ".join(_point(matrix, point) for point in curve) + " c"
