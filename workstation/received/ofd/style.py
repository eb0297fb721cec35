"""How an object is drawn: its draw parameters, colours and lines as operators of PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workstation.received.ofd.document import Resources
from workstation.received.ofd.geometry import number, numbers
from workstation.received.ofd.notes import Notes
from workstation.received.ofd.package import Element, NoOfd

_DEEPEST: Final = 16
_LINE: Final = ("LineWidth", "Join", "Cap", "DashOffset", "DashPattern", "MiterLimit")
_JOINS: Final = {"Miter": 0, "Round": 1, "Bevel": 2}
_CAPS: Final = {"Butt": 0, "Round": 1, "Square": 2}
_WIDTH: Final = 0.353
"""The standard's line where none is told, in millimetres."""
_OPERATORS: Final = {1: ("g", "G"), 3: ("rg", "RG"), 4: ("k", "K")}
_PARTS: Final = {"GRAY": 1, "RGB": 3, "CMYK": 4}
_PATTERN_GREY: Final = (0.75,)


@dataclass(frozen=True, slots=True)
class Style:
    """How objects are drawn unless they tell otherwise: what the object tells, its draw parameters, and what holds it."""

    told: tuple[Element, ...] = ()

    def under(self, element: Element, resources: Resources) -> Style:
        """The style of an object inside what has this one. Raises `NoOfd` for parameters that rest on themselves."""
        number_ = element.get("DrawParam")
        parameters = _parameters(number_, resources) if number_ else ()
        return Style((element, *parameters, *self.told))

    def colour(self, name: str) -> Element | None:
        """A colour, as it is told nearest to the object."""
        return next((found for one in self.told if (found := one.find(name)) is not None), None)

    def _values(self) -> dict[str, str]:
        return {name: value for one in reversed(self.told) for name in _LINE if (value := one.get(name)) is not None}

    def line(self) -> str:
        """The operators for lines. Raises ValueError for figures that are none."""
        values = self._values()
        told = Element("line", values)
        operators = [f"{abs(number(told, 'LineWidth', _WIDTH)):.4f} w"]
        if join := _JOINS.get(values.get("Join", ""), 0):
            operators.append(f"{join} j")
        if cap := _CAPS.get(values.get("Cap", ""), 0):
            operators.append(f"{cap} J")
        limit = number(told, "MiterLimit", 4.234)
        operators.append(f"{max(limit, 1):.3f} M")
        if dashes := numbers(values.get("DashPattern")):
            pattern = " ".join(f"{abs(one):.4f}" for one in dashes)
            if any(dashes):
                operators.append(f"[{pattern}] {number(told, 'DashOffset', 0):.4f} d")
        return " ".join(operators)


PLAIN: Final = Style()


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as operators for filling and for lines, and how much of it covers, of 255."""

    fill: str
    stroke: str
    alpha: int


OPAQUE: Final = Paint("0 g", "0 G", 255)


def paint(colour: Element | None, resources: Resources, notes: Notes) -> Paint:
    """A colour, black where none is told. Gradients and patterns become one colour, which is noted. Raises ValueError."""
    if colour is None:
        return OPAQUE
    alpha = round(min(max(number(colour, "Alpha", 255), 0), 255))
    inner = next(iter(colour), None)
    if inner is None:
        return _paint(_parts(colour, resources), alpha)
    notes.add("ofd_colours_simplified", inner.tag)
    first = next((one for one in inner.iter("Color") if next(iter(one), None) is None), None)
    return _paint(_PATTERN_GREY if first is None else _parts(first, resources), alpha)


def _paint(parts: tuple[float, ...], alpha: int) -> Paint:
    fill, stroke = _OPERATORS[len(parts)]
    told = " ".join(f"{one:.4g}" for one in parts)
    return Paint(f"{told} {fill}", f"{told} {stroke}", alpha)


def _parts(colour: Element, resources: Resources) -> tuple[float, ...]:
    """The parts of a colour from 0 to 1."""
    space = resources.spaces.get(colour.get("ColorSpace", ""))
    kind = space.get("Type", "RGB").upper() if space is not None else ""
    bits = int(space.get("BitsPerComponent", "8")) if space is not None else 8
    told = colour.get("Value")
    if not told and (index := colour.get("Index")) is not None and space is not None:
        told = [one.text for one in space.iterfind("Palette/CV")][int(index)]
    found = [float(int(part[1:], 16)) if part.startswith("#") else numbers(part)[0] for part in (told or "").split()]
    wanted = _PARTS.get(kind, len(found) or 3)
    if len(found or [0.0] * wanted) != wanted or wanted not in _OPERATORS or not 1 <= bits <= 16:
        raise ValueError(told)
    most = (1 << bits) - 1
    parts = tuple(min(max(one / most, 0.0), 1.0) for one in found or [0.0] * wanted)
    return (*parts[:-1], 1.0) if kind == "CMYK" and not found else parts


def _parameters(number_: str | None, resources: Resources) -> tuple[Element, ...]:
    """A draw parameter before those on which it rests. Raises `NoOfd` for a circle."""
    chain: list[Element] = []
    while number_ and (one := resources.parameters.get(number_)) is not None:
        if len(chain) >= _DEEPEST:
            raise NoOfd("DrawParam")
        chain.append(one)
        number_ = one.get("Relative")
    return tuple(chain)
