"""Text objects of OFD as text operators of PDF: every glyph at the place that the file gives it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from workstation.received.ofd.document import FontResource
from workstation.received.ofd.geometry import distances, number, numbers
from workstation.received.ofd.ink import Ink
from workstation.received.ofd.package import Element, Package
from workstation.received.ofd.pdf_fonts import EmbeddedFont, PdfFont
from workstation.received.ofd.typefaces import BOLD, PLAIN, typeface

_NO_FONT: Final = FontResource("", "", False, False)
_BREAKS: Final = "\r\n\t"
_BOLD_FROM: Final = 600
_SLANT: Final = 0.21
_EM: Final = 1000
_NEAR: Final = 250
"""Thousandths of the type size by which a character may stand apart from the one before and still be of its word."""
_TIGHT: Final = 1.12
"""By how much a glyph of ours may be wider than the room that the file gives it before it is drawn narrower."""
_NARROWEST: Final = 0.5


class Shape(NamedTuple):
    """A glyph of a font, what it stands for, how wide it is (thousandths of the type size), whether it is ours, and whether
    the font holds it.
    """

    font: PdfFont
    glyph: int
    text: str
    width: float
    ours: bool
    known: bool = True


Slot = tuple[Shape, ...]
"""What stands at one place: a shape, those that follow it at their own width, or nothing."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text object is set: type size in millimetres, width of glyphs, angle of each glyph clockwise, slant."""

    size: float
    across: float
    angle: float
    slant: float

    def matrix(self, x: float, y: float, squeeze: float = 1.0) -> str:
        """The text matrix that sets a glyph upright at a place."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        wide = self.across * squeeze
        up = (sin + self.slant * cos, -cos + self.slant * sin)
        return f"{wide * cos:.5g} {wide * sin:.5g} {up[0]:.5g} {up[1]:.5g} {x:.4f} {y:.4f} Tm"


class TextSetter:
    """Sets the text objects of one document."""

    def __init__(self, package: Package, fonts: dict[str, FontResource], ink: Ink) -> None:
        self._package, self._fonts, self._ink = package, fonts, ink
        self._slots_of: dict[tuple[str, EmbeddedFont | None, bool], Slot] = {}

    def operators(self, element: Element) -> Iterator[str]:
        """The operators between BT and ET. Raises ValueError for figures that are none."""
        font = self._fonts.get(element.get("Font", ""), _NO_FONT)
        size = abs(number(element, "Size", 0))
        if size == 0:
            raise ValueError("Size")
        bold = font.bold or number(element, "Weight", 400) >= _BOLD_FROM
        slanted = font.italic or element.get("Italic", "").lower() == "true"
        across = number(element, "HScale", 1) or 1
        setting = Setting(size, across, math.radians(number(element, "CharDirection", 0)), _SLANT if slanted else 0)
        x = y = 0.0
        first = 0
        for code in element.iterfind("TextCode"):
            x, y = number(code, "X", x), number(code, "Y", y)
            text = _unbroken(code.text or "")
            slots = list(self._slots(text, _transforms(element, first, len(text)), font, bold))
            first += len(text)
            places = self._places(code, slots, setting, number(element, "ReadDirection", 0))
            yield from _set(slots, [(x + dx, y + dy) for dx, dy in places], setting)

    def _slots(
        self, text: str, transforms: dict[int, tuple[int, int, list[int]]], font: FontResource, bold: bool
    ) -> Iterator[Slot]:
        embedded = self._ink.embedded(self._package, font)
        if not transforms:
            yield from [self._slot(char, embedded, bold) for char in text]
            return
        at = 0
        while at < len(text):
            codes, count, glyphs = transforms.get(at, (1, 1, []))
            part = text[at : at + codes]
            at += codes
            if embedded is not None and glyphs and max(glyphs) < embedded.file.count:
                texts = _shared(part, len(glyphs))
                for glyph, stands_for in zip(glyphs, texts, strict=True):
                    yield (Shape(embedded, glyph, stands_for, embedded.file.width(glyph), False),)
            else:
                slots = [self._slot(char, embedded, bold) for char in part]
                own = slots if len(slots) == count else [tuple(shape for slot in slots for shape in slot)]
                yield from (*own, *[()] * (count - len(own)))

    def _slot(self, char: str, embedded: EmbeddedFont | None, bold: bool) -> Slot:
        key = char, embedded, bold
        found = self._slots_of.get(key)
        if found is None:
            shape = self._shape(char, embedded, bold)
            found = (shape,)
            if shape.known:  # what is missing is noted wherever it stands
                self._slots_of[key] = found
        return found

    def _shape(self, char: str, embedded: EmbeddedFont | None, bold: bool) -> Shape:
        if embedded is not None and (glyph := embedded.file.glyph(char)):
            return Shape(embedded, glyph, char, embedded.file.width(glyph), False)
        point, names = ord(char), BOLD if bold else PLAIN
        face = next((found for found in map(typeface, names) if point in found.glyphs), None)
        if face is None:
            if char.strip() and char.isprintable():
                self._ink.notes.add("ofd_glyphs_missing", char)
            face = typeface(names[0])
            return Shape(self._ink.bundled(face), point, char, face.widths.get(point, _EM), True, False)
        return Shape(self._ink.bundled(face), point, char, face.widths.get(point, _EM), True)

    def _places(
        self, code: Element, slots: Sequence[Slot], setting: Setting, direction: float
    ) -> list[tuple[float, float]]:
        """Where each slot stands, from the beginning of the text."""
        gaps = max(len(slots) - 1, 0)
        across, down = distances(code.get("DeltaX"), gaps), distances(code.get("DeltaY"), gaps)
        if gaps > max(len(across), len(down)):
            self._ink.notes.add("ofd_places_guessed")
        if not across and not down:
            steps = [_width(slot) * setting.size * setting.across / _EM for slot in slots]
            angle = math.radians(direction)
            moves = [(step * math.cos(angle), step * math.sin(angle)) for step in steps]
        else:
            moves = list(zip(_filled(across, gaps), _filled(down, gaps), strict=True))
        places = [(0.0, 0.0)]
        for dx, dy in moves[:gaps]:
            places.append((places[-1][0] + dx, places[-1][1] + dy))
        return places


def _unbroken(text: str) -> str:
    """The characters of a text as they are set: breaks of the XML file are none of them."""
    return text.strip(" \t\r\n") if any(one in text for one in _BREAKS) else text


def _transforms(element: Element, first: int, length: int) -> dict[int, tuple[int, int, list[int]]]:
    """By the place in this text code: how many characters become how many glyphs, and which (GB/T 33190, 11.4)."""
    found: dict[int, tuple[int, int, list[int]]] = {}
    for one in element.iterfind("CGTransform"):
        at = int(number(one, "CodePosition", 0)) - first
        codes, count = int(number(one, "CodeCount", 1)), int(number(one, "GlyphCount", 1))
        glyphs = [int(glyph) for glyph in numbers(one.findtext("Glyphs"))]
        if codes < 1 or count < 1 or (glyphs and min(glyphs) < 0):
            raise ValueError("CGTransform")
        if not 0 <= at < length:
            continue
        if codes == count == len(glyphs):  # each character has its own
            found |= {at + place: (1, 1, [glyph]) for place, glyph in enumerate(glyphs)}
        else:
            found[at] = codes, count, glyphs if len(glyphs) == count else []
    return found


def _shared(text: str, count: int) -> list[str]:
    """A text parted among glyphs: one character each, the rest with the last."""
    return [*text[: count - 1], *[""] * (count - 1 - len(text)), text[count - 1 :]]


def _filled(moves: Sequence[float], count: int) -> list[float]:
    """As many distances as there are gaps; the last one stands for those that are missing, as other readers take it."""
    rest = moves[-1] if moves else 0.0
    return [*moves[:count], *[rest] * (count - len(moves))]


def _width(slot: Slot) -> float:
    return sum(shape.width for shape in slot)


def _set(slots: Sequence[Slot], places: Sequence[tuple[float, float]], setting: Setting) -> Iterator[str]:
    """Runs of glyphs on one line are shown together."""
    run = _Run(setting)
    em = setting.size * setting.across / _EM
    for index, (slot, (x, y)) in enumerate(zip(slots, places, strict=False)):
        following = places[index + 1] if index + 1 < len(slots) and len(slot) == 1 else None
        for shape in slot:
            room = (following[0] - x) / em if following and following[1] == y and setting.angle == 0 else 0.0
            yield from run.add(shape, x, y, room)
            x += shape.width * em
    yield from run.end()


class _Run:
    """Glyphs behind one another, shown by one operator."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._parts = setting, list[str]()
        self._scale = setting.size * setting.across / _EM
        self._font: PdfFont | None = None
        self._x = self._y = 0.0

    def add(self, shape: Shape, x: float, y: float, room: float) -> Iterator[str]:
        """A glyph at a place; ``room``: thousandths of the type size up to the next one, 0 where that is not told."""
        setting, scale = self._setting, self._scale
        width, squeeze = shape.width, 1.0
        if 0 < room <= max(width, _EM / 2) + _NEAR:
            if shape.ours and width > room * _TIGHT:
                squeeze = max(room / width, _NARROWEST)
            else:
                width = room
        code = shape.font.code(shape.glyph, shape.text, width)
        if squeeze != 1.0 or setting.angle or shape.font is not self._font or y != self._y or not self._parts:
            yield from self.end()
            yield f"/{shape.font.name} {setting.size:.5g} Tf {setting.matrix(x, y, squeeze)}"
            self._font, self._x, self._y = shape.font, x, y
        elif (ahead := (x - self._x) / scale) and abs(ahead) > 0.5:
            self._parts.append(f" {-round(ahead)} ")
            self._x += round(ahead) * scale
        self._parts.append(f"<{code}>")
        self._x += round(width / 10) * 10 * scale * squeeze
        if squeeze != 1.0 or setting.angle:
            yield from self.end()

    def end(self) -> Iterator[str]:
        """Show what was collected."""
        if self._parts:
            yield f"[{''.join(self._parts)}] TJ"
            self._parts = []
