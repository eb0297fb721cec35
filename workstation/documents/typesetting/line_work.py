"""Rules, boxes and rings as PDF operators; each sets what it needs, so that none depends on the one before."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from workstation.documents.typesetting.strips import Box, Ring, RuledLine

_ARC: Final = 0.5523  # of the radius: where the handles of a quarter circle stand


def drawn(ink: RuledLine | Box | Ring, left: float, top: float, colours: Mapping[str, str]) -> str:
    """The operators that draw ``ink`` with its origin at (left, top)."""
    match ink:
        case RuledLine():
            dash = "[.6 2.4] 0 d" if ink.dotted else "[] 0 d"
            path = f"{left + ink.x:.2f} {top - ink.y:.2f} m {left + ink.to_x:.2f} {top - ink.to_y:.2f} l S"
            return f"{colours[ink.colour]} RG {ink.weight:g} w {dash} {path}"
        case Box():
            rectangle = f"{left + ink.x:.2f} {top - ink.y - ink.height:.2f} {ink.width:.2f} {ink.height:.2f}"
            return f"{colours[ink.colour]} rg {rectangle} re f"
        case Ring():
            return f"{colours['line']} RG .7 w [1.2 2.4] 0 d {_circle(left + ink.x, top - ink.y, ink.radius)} S"


def _circle(x: float, y: float, radius: float) -> str:
    """Four quarters, each from a point on the circle to the next by the handles of both."""
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{x + radius:.2f} {y:.2f} m"]
    for (ax, ay), (bx, by) in pairwise(turns):
        handles = (ax + bx * _ARC, ay + by * _ARC, bx + ax * _ARC, by + ay * _ARC, bx, by)
        values = (f"{(x if i % 2 == 0 else y) + radius * at:.2f}" for i, at in enumerate(handles))
        parts.append(f"{' '.join(values)} c")
    return " ".join(parts)
