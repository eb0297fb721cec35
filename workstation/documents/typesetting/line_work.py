"""Rules, boxes and rings as PDF operators."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from workstation.documents.typesetting.strips import Box, Ring, RuledLine

_ARC: Final = 0.5523  # of the radius: where the handles of a quarter circle stand


class LineWork:
    """Draws on one page; colours, weights and dashes are set only where they change."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        self._colours = colours
        self._pen: tuple[str, float, bool] | None = None
        self._ground = ""

    def drawn(self, ink: RuledLine | Box | Ring, left: float, top: float) -> str:
        """The operators that draw ``ink`` with its origin at (left, top)."""
        match ink:
            case RuledLine():
                path = f"{left + ink.x:.2f} {top - ink.y:.2f} m {left + ink.to_x:.2f} {top - ink.to_y:.2f} l S"
                return self._inked((ink.colour, ink.weight, ink.dotted), path)
            case Box():
                rectangle = f"{left + ink.x:.2f} {top - ink.y - ink.height:.2f} {ink.width:.2f} {ink.height:.2f} re f"
                if ink.colour == self._ground:
                    return rectangle
                self._ground = ink.colour
                return f"{self._colours[ink.colour]} rg {rectangle}"
            case Ring():
                self._pen = None
                circle = _circle(left + ink.x, top - ink.y, ink.radius)
                return f"{self._colours['line']} RG .7 w [1.2 2.4] 0 d {circle} S"

    def _inked(self, pen: tuple[str, float, bool], path: str) -> str:
        if pen == self._pen:
            return path
        self._pen = pen
        colour, weight, dotted = pen
        return f"{self._colours[colour]} RG {weight:g} w {'[.6 2.4]' if dotted else '[]'} 0 d {path}"


def _circle(x: float, y: float, radius: float) -> str:
    """Four quarters, each from a point on the circle to the next by the handles of both."""
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{x + radius:.2f} {y:.2f} m"]
    for (ax, ay), (bx, by) in pairwise(turns):
        handles = (ax + bx * _ARC, ay + by * _ARC, bx + ax * _ARC, by + ay * _ARC, bx, by)
        values = (f"{(x if i % 2 == 0 else y) + radius * at:.2f}" for i, at in enumerate(handles))
        parts.append(f"{' '.join(values)} c")
    return " ".join(parts)
