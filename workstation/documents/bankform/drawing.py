"""Draws what is put on a form, with our embedded fonts: one sheet a field, later hung into the form as its appearance.

All sheets of a form are pages of one small PDF, so that a font is embedded once, with the characters used.
The same sheets give the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workstation.documents.typesetting.file.objects import ObjectFile
from workstation.documents.typesetting.fonts import Fonts
from workstation.documents.typesetting.strips import Run
from workstation.documents.typesetting.text_layer import DocumentFonts, TextLayer

BLEND: Final = "Blend"
"""Name of the graphics state in which ink multiplies with what is below."""

Colour = tuple[float, float, float]

_CHOSEN: Final = (0.6, 0.757, 0.855)
_CURVE: Final = 0.5523  # control points of a circle drawn in four curves


@dataclass(frozen=True, slots=True)
class OverlaySheet:
    """A rectangle of ``width`` × ``height`` points: ``under`` are drawing operators below the runs.

    ``own``: the text of a field that stays one. ``slanted``: angle in radians of a mark across the whole sheet, through its
    middle. ``clear``: everything below shows through.
    """

    width: float
    height: float
    runs: tuple[Run, ...] = ()
    under: str = ""
    own: bool = False
    slanted: float | None = None
    clear: bool = False


def draw(sheets: Sequence[OverlaySheet], fonts: Fonts) -> bytes:
    """The sheets as a PDF of as many pages."""
    file, used = ObjectFile(), DocumentFonts(fonts)
    tree, names = file.take(), file.take()
    kids = []
    for sheet in sheets:
        contents = file.stream("", _operators(sheet, used).encode("latin-1"))
        box = f"/MediaBox[0 0 {sheet.width:.4f} {sheet.height:.4f}]"
        kind = f"/Type/Page/Parent {tree} 0 R{box}/Resources<</Font {names} 0 R>>/Contents {contents} 0 R"
        kids.append(f"{file.add(f'<<{kind}>>')} 0 R")
    file.put(tree, f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>")
    file.put(names, used.put(file))
    return file.written(file.add(f"<</Type/Catalog/Pages {tree} 0 R>>"), file.add("<<>>"))


def _operators(sheet: OverlaySheet, used: DocumentFonts) -> str:
    layer = TextLayer(used, {run.colour: run.colour for run in sheet.runs})
    for run in sheet.runs:
        layer.add(run.x, run.y, run)
    clip = f"0 0 {sheet.width:.2f} {sheet.height:.2f} re W n"
    if sheet.slanted is not None:
        across, up = math.cos(sheet.slanted), math.sin(sheet.slanted)
        clip += f" {across:.4f} {up:.4f} {-up:.4f} {across:.4f} {sheet.width / 2:.2f} {sheet.height / 2:.2f} cm"
    text = f"q {clip} {layer.operators()} Q" if sheet.runs else ""
    if sheet.own:
        text = f"/Tx BMC {text} EMC"
    drawn = f"{sheet.under} {text}".strip() or "n"
    return f"/{BLEND} gs {drawn}" if sheet.clear else drawn


def rgb(colour: Colour, stroke: bool = False) -> str:
    """The operator that sets a colour."""
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f} {'RG' if stroke else 'rg'}"


def frame(width: float, height: float, fill: Colour | None, line: Colour | None, weight: float, kind: str) -> str:
    """Background and border of a field as its form describes them; ``kind``: S solid, D dashed, U underlined, B, I."""
    parts = []
    if fill is not None:
        parts.append(f"q {rgb(fill)} 0 0 {width:.2f} {height:.2f} re f Q")
    if line is not None and weight > 0:
        half = weight / 2
        dash = "[3 3] 0 d" if kind == "D" else ""
        path = f"0 {half:.2f} m {width:.2f} {half:.2f} l S"
        if kind != "U":
            path = f"{half:.2f} {half:.2f} {width - weight:.2f} {height - weight:.2f} re S"
        parts.append(f"q {rgb(line, stroke=True)} {weight:.2f} w {dash} {path} Q")
    return " ".join(parts)


def highlights(bottoms: Sequence[float], width: float, line: float, weight: float) -> str:
    """Bars under the chosen lines of a list."""
    bars = " ".join(f"{weight:.2f} {y:.2f} {width - 2 * weight:.2f} {line:.2f} re" for y in bottoms)
    return f"q {rgb(_CHOSEN)} {bars} f Q" if bars else ""


def tick(width: float, height: float, shape: str, colour: Colour) -> str:
    """A mark in the middle of a box; ``shape``: 4 tick, 8 cross, l dot, n square, u diamond, H star (as a cross)."""
    side = min(width, height) * 0.8
    x, y = (width - side) / 2, (height - side) / 2

    def at(across: float, up: float) -> str:
        return f"{x + across * side:.2f} {y + up * side:.2f}"

    if shape == "l":
        return f"q {rgb(colour)} {_circle(width / 2, height / 2, side * 0.3)} f Q"
    if shape == "n":
        return f"q {rgb(colour)} {at(0.15, 0.15)} {0.7 * side:.2f} {0.7 * side:.2f} re f Q"
    if shape == "u":
        return f"q {rgb(colour)} {at(0.5, 0.05)} m {at(0.95, 0.5)} l {at(0.5, 0.95)} l {at(0.05, 0.5)} l h f Q"
    pen = f"{rgb(colour, stroke=True)} {max(0.8, side * 0.12):.2f} w 1 J 1 j"
    if shape in ("8", "H"):
        return f"q {pen} {at(0.12, 0.12)} m {at(0.88, 0.88)} l {at(0.12, 0.88)} m {at(0.88, 0.12)} l S Q"
    return f"q {pen} {at(0.1, 0.5)} m {at(0.38, 0.16)} l {at(0.9, 0.86)} l S Q"


def _circle(x: float, y: float, radius: float) -> str:
    bend = radius * _CURVE

    def at(across: float, up: float) -> str:
        return f"{x + across:.2f} {y + up:.2f}"

    return (
        f"{at(radius, 0)} m {at(radius, bend)} {at(bend, radius)} {at(0, radius)} c "
        f"{at(-bend, radius)} {at(-radius, bend)} {at(-radius, 0)} c "
        f"{at(-radius, -bend)} {at(-bend, -radius)} {at(0, -radius)} c "
        f"{at(bend, -radius)} {at(radius, -bend)} {at(radius, 0)} c h"
    )
