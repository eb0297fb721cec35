"""Numbers, rectangles and transforms of OFD: millimetres from the upper left corner, y downward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workstation.received.ofd.package import Element

_MOST: Final = 1e7
_REPEATED: Final = "g"


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: Matrix) -> Matrix:
        """This transform, and ``outer`` after it."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def values(self) -> tuple[float, float, float, float, float, float]:
        """The six numbers in their order."""
        return self.a, self.b, self.c, self.d, self.e, self.f


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float


def numbers(text: str | None) -> list[float]:
    """The numbers of an array. Raises ValueError for what is none, or beyond any page."""
    found = [float(part) for part in (text or "").split()]
    whole = sum(found)
    if whole - whole or (found and max(map(abs, found)) > _MOST):  # what is infinite or no number is not 0 here
        raise ValueError(text)
    return found


def number(element: Element, name: str, otherwise: float) -> float:
    """A number in an attribute. Raises ValueError."""
    text = element.get(name)
    if text is None or not text.strip():
        return otherwise
    found = float(text)
    if not abs(found) <= _MOST:
        raise ValueError(text)
    return found


def box_of(text: str | None) -> Box | None:
    """A rectangle of four numbers, None where none is told. Raises ValueError."""
    if not text or not text.strip():
        return None
    x, y, width, height = numbers(text)
    return Box(x, y, width, height)


def matrix_of(text: str | None) -> Matrix:
    """A transform of six numbers, that which changes nothing where none is told. Raises ValueError."""
    return Matrix(*_exactly(numbers(text), 6)) if text and text.strip() else Matrix()


def placed(element: Element) -> Matrix:
    """How the inside of an object lies in what holds it: its own transform, then its boundary's corner. Raises ValueError."""
    boundary = box_of(element.get("Boundary"))
    own = matrix_of(element.get("CTM"))
    return own.then(Matrix(e=boundary.x, f=boundary.y)) if boundary else own


def distances(text: str | None, most: int) -> list[float]:
    """Distances from one glyph to the next, up to ``most``; ``g 5 2.5`` stands for five times 2.5. Raises ValueError."""
    words, found = (text or "").split(), list[float]()
    at = 0
    if _REPEATED not in words:
        return numbers(text)[:most]
    while at < len(words) and len(found) < most:
        if words[at] != _REPEATED:
            found += numbers(words[at])
            at += 1
            continue
        if len(words) - at < 3:
            raise ValueError(text)
        count, (distance,) = int(words[at + 1]), numbers(words[at + 2])
        found += [distance] * min(count, most - len(found))
        at += 3
    return found[:most]


def _exactly(found: Sequence[float], count: int) -> Sequence[float]:
    if len(found) != count:
        raise ValueError(found)
    return found
