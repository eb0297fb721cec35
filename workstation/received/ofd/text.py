"""Text objects of OFD as text operators of PDF: every glyph at the place that the file gives it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
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

    def operators(self, element: Element) -> list[str]:
        """The operators between BT and ET. Raises ValueError for figures that are none."""
        font = self._fonts.get(element.get("Font", ""), _NO_FONT)
        setting = _setting(element, font)
        bold = font.bold or number(element, "Weight", 400) >= _BOLD_FROM
        direction = math.radians(number(element, "ReadDirection", 0))
        x = y = 0.0
        first, made = 0, list[str]()
        for code in element:
            if code.tag == "TextCode":
                x, y = number(code, "X", x), number(code, "Y", y)
                text = _unbroken(code.text or "")
                slots = self._slots(text, _transforms(element, first, len(text)), font, bold)
                first += len(text)
                across, down = self._moves(code, slots, setting, direction)
                made += _set(slots, list(accumulate(across, initial=x)), list(accumulate(down, initial=y)), setting)
        return made

    def _slots(
        self, text: str, transforms: dict[int, tuple[int, int, list[int]]], font: FontResource, bold: bool
    ) -> list[Slot]:
        embedded = self._ink.embedded(self._package, font)
        if not transforms:
            return [self._slot(char, embedded, bold) for char in text]
        at, made = 0, list[Slot]()
        while at < len(text):
            codes, count, glyphs = transforms.get(at, (1, 1, []))
            part = text[at : at + codes]
            at += codes
            if embedded is not None and glyphs and max(glyphs) < embedded.file.count:
                texts = _shared(part, len(glyphs))
                for glyph, stands_for in zip(glyphs, texts, strict=True):
                    made.append((Shape(embedded, glyph, stands_for, embedded.file.width(glyph), False),))
            else:
                slots = [self._slot(char, embedded, bold) for char in part]
                own = slots if len(slots) == count else [tuple(shape for slot in slots for shape in slot)]
                made += [*own, *[()] * (count - len(own))]
        return made

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

    def _moves(
        self, code: Element, slots: Sequence[Slot], setting: Setting, direction: float
    ) -> tuple[Sequence[float], Sequence[float]]:
        """How far each slot is from the one before, to the right and down."""
        gaps = max(len(slots) - 1, 0)
        across, down = distances(code.get("DeltaX"), gaps), distances(code.get("DeltaY"), gaps)
        if gaps > max(len(across), len(down)):
            self._ink.notes.add("ofd_places_guessed")
        if across or down:
            return _filled(across, gaps), _filled(down, gaps)
        steps = [_width(slot) * setting.size * setting.across / _EM for slot in slots[:gaps]]
        return [step * math.cos(direction) for step in steps], [step * math.sin(direction) for step in steps]


def _setting(element: Element, font: FontResource) -> Setting:
    size = abs(number(element, "Size", 0))
    if size == 0:
        raise ValueError("Size")
    slanted = font.italic or element.get("Italic", "").lower() == "true"
    angle = math.radians(number(element, "CharDirection", 0))
    return Setting(size, number(element, "HScale", 1) or 1, angle, _SLANT if slanted else 0)


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


def _filled(moves: Sequence[float], count: int) -> Sequence[float]:
    """As many distances as there are gaps; the last one stands for those that are missing, as other readers take it."""
    if len(moves) == count:
        return moves
    return [*moves, *[moves[-1] if moves else 0.0] * (count - len(moves))]


def _width(slot: Slot) -> float:
    return sum(shape.width for shape in slot)


def _set(slots: Sequence[Slot], xs: Sequence[float], ys: Sequence[float], setting: Setting) -> list[str]:
    """Glyphs at their places; those behind one another on one line are shown by one operator."""
    em, straight = setting.size * setting.across / _EM, setting.angle == 0
    made, run = list[str](), list[str]()
    font: PdfFont | None = None
    here = line = 0.0
    last = len(slots) - 1
    for index, slot in enumerate(slots):
        x, y = xs[index], ys[index]
        free = straight and index < last and len(slot) == 1 and ys[index + 1] == y
        room = (xs[index + 1] - x) / em if free else 0.0
        for shape in slot:
            width, squeeze = _fitted(shape, room)
            if not run or squeeze != 1.0 or not straight or shape.font is not font or y != line:
                _end(run, made)
                made.append(f"/{shape.font.name} {setting.size:.5g} Tf {setting.matrix(x, y, squeeze)}")
                font, here, line = shape.font, x, y
            elif ahead := round((x - here) / em):
                run.append(f" {-ahead} ")
                here += ahead * em
            run.append(shape.font.code(shape.glyph, shape.text, width))
            here += width * em * squeeze
            x += shape.width * em
            if squeeze != 1.0 or not straight:
                _end(run, made)
    _end(run, made)
    return made


def _fitted(shape: Shape, room: float) -> tuple[int, float]:
    """The advance of a glyph in tens of thousandths, and how much narrower it is drawn; ``room``: up to the next one, 0 where that
    is not told.
    """
    width, squeeze = shape.width, 1.0
    if 0 < room <= max(width, _EM / 2) + _NEAR:
        if shape.ours and width > room * _TIGHT:
            squeeze = max(room / width, _NARROWEST)
        else:
            width = room
    return round(width / 10) * 10, squeeze


def _end(run: list[str], made: list[str]) -> None:
    """Show what was collected."""
    if run:
        made.append(f"[{''.join(run)}] TJ")
        run.clear()
