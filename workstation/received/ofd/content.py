"""The content of a page of OFD as operators of PDF: text, paths, pictures and units made of them (GB/T 33190, 7.7 to 13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.received.ofd.document import Document
from workstation.received.ofd.geometry import Box, Matrix, box_of, matrix_of, number, placed
from workstation.received.ofd.images import UnseenPicture
from workstation.received.ofd.ink import Ink
from workstation.received.ofd.package import Element, NoOfd
from workstation.received.ofd.paths import operators
from workstation.received.ofd.style import OPAQUE, PLAIN, Paint, Style, paint
from workstation.received.ofd.text import TextSetter

_LAYERS: Final = {"Background": 0, "Body": 1, "Foreground": 2}
_BLOCKS: Final = ("PageBlock", "Layer", "Content")
_DEEPEST: Final = 24
_FALSE: Final = ("false", "0")


class ContentDrawer:
    """Draws the objects of one document. ``drawn`` counts what there is to see."""

    def __init__(self, document: Document, ink: Ink) -> None:
        self._document, self._ink, self._notes = document, ink, ink.notes
        self._text = TextSetter(document.package, document.resources.fonts, ink)
        self._plain: dict[str, Paint] = {}
        self.drawn = 0

    def content(self, root: Element) -> Iterator[str]:
        """The layers of a page or template, the lowest first."""
        layers = [layer for content in root.iterfind("Content") for layer in content]
        for layer in sorted(layers, key=lambda one: _LAYERS.get(one.get("Type", "Body"), 1)):
            yield from self.inside([layer], PLAIN)

    def inside(self, elements: Iterator[Element] | list[Element], style: Style, depth: int = 0) -> Iterator[str]:
        """Objects of a block in their order."""
        for element in elements:
            if element.tag in _BLOCKS:
                if depth >= _DEEPEST:
                    self._notes.add("ofd_objects_left_out", element.tag)
                    continue
                yield from self.inside(list(element), style.under(element, self._document.resources), depth + 1)
            elif _flag(element, "Visible", True):
                yield from self._object(element, style, depth)

    def note_missing(self, part: str) -> None:
        """A part that a page refers to is not in the file."""
        self._notes.add("ofd_parts_missing", part)

    def appearance(self, element: Element) -> Iterator[str]:
        """An annotation as it is shown."""
        boundary = box_of(element.get("Boundary")) or Box(0, 0, 0, 0)
        yield f"q 1 0 0 1 {boundary.x:.4f} {boundary.y:.4f} cm"
        yield from self.inside(list(element), PLAIN)
        yield "Q"

    def _object(self, element: Element, outer: Style, depth: int) -> Iterator[str]:
        """One object between q and Q; one that is not understood is noted, and nothing of it drawn."""
        self._ink.count()
        try:
            drawn = list(self._drawn(element, outer, depth))
        except UnseenPicture as unseen:
            self.drawn += 1
            self._notes.add("ofd_pictures_left_out", str(unseen))
        except (ValueError, ArithmeticError, LookupError, NoOfd):
            self.drawn += 1
            self._notes.add("ofd_objects_left_out", element.tag)
        else:
            if drawn:
                self.drawn += 1
                yield from ("q", *drawn, "Q")

    def _drawn(self, element: Element, outer: Style, depth: int) -> Iterator[str]:
        style = outer.under(element, self._document.resources)
        match element.tag:
            case "TextObject":
                yield from self._clips(element)
                yield from self._set_text(element, style)
            case "PathObject":
                yield from self._clips(element)
                yield from self._path(element, style)
            case "ImageObject":
                yield from self._clips(element)
                yield from self._image(element)
            case "CompositeObject":
                yield from self._clips(element)
                yield from self._unit(element, depth)
            case _:
                raise ValueError(element.tag)

    def _set_text(self, element: Element, style: Style) -> Iterator[str]:
        fills, strokes = _flag(element, "Fill", True), _flag(element, "Stroke", False)
        text = list(self._text.operators(element)) if fills or strokes else []
        if not text:
            return
        yield _cm(placed(element))
        yield from self._paints(element, style, fills, strokes)
        if strokes:
            yield style.line()
        mode = (2 if strokes else 0) if fills else 1
        yield " ".join(("BT", f"{mode} Tr" if mode else "", *text, "ET"))

    def _path(self, element: Element, style: Style) -> Iterator[str]:
        fills, strokes = _flag(element, "Fill", False), _flag(element, "Stroke", True)
        data = element.findtext("AbbreviatedData") or ""
        if not data.strip() or not (fills or strokes):
            return
        drawing = operators(data, Matrix())
        even = element.get("Rule", "").lower().startswith("even")
        yield _cm(placed(element))
        yield from self._paints(element, style, fills, strokes)
        if strokes:
            yield style.line()
        yield drawing
        yield ("B" if strokes else "f") + ("*" if even else "") if fills else "S"

    def _image(self, element: Element) -> Iterator[str]:
        part, _ = self._document.resources.media.get(element.get("ResourceID", ""), ("", None))
        name = self._ink.picture(self._document.package, part)
        if element.get("ImageMask"):
            self._notes.add("ofd_clips_left_out", "ImageMask")
        if element.find("Border") is not None:
            self._notes.add("ofd_objects_left_out", "Border")
        boundary = box_of(element.get("Boundary"))
        if boundary and boundary.width > 0 and boundary.height > 0:
            yield f"{_rectangle(boundary)} W n"
        if boundary and not element.get("CTM"):
            yield _cm(Matrix(boundary.width, 0, 0, boundary.height, boundary.x, boundary.y))
        else:
            yield _cm(placed(element))
        alpha = round(min(max(number(element, "Alpha", 255), 0), 255))
        yield f"{self._ink.clearness(alpha, alpha)} 1 0 0 -1 0 1 cm /{name} Do"

    def _unit(self, element: Element, depth: int) -> Iterator[str]:
        unit = self._document.resources.units.get(element.get("ResourceID", ""))
        content = unit.find("Content") if unit is not None else None
        if content is None or depth >= _DEEPEST:
            raise ValueError("CompositeGraphicUnit")
        if element.get("Alpha") not in (None, "255"):
            self._notes.add("ofd_colours_simplified", "Alpha")
        yield _cm(placed(element))
        yield from self.inside(list(content), PLAIN, depth + 1)

    def _paints(self, element: Element, style: Style, fills: bool, strokes: bool) -> Iterator[str]:
        whole = min(max(number(element, "Alpha", 255), 0), 255) / 255
        fill = self._paint(style, "FillColor") if fills else OPAQUE
        stroke = self._paint(style, "StrokeColor") if strokes else OPAQUE
        covering = self._ink.clearness(round(fill.alpha * whole), round(stroke.alpha * whole))
        if covering:
            yield covering
        if fills:
            yield fill.fill
        if strokes:
            yield stroke.stroke

    def _paint(self, style: Style, name: str) -> Paint:
        colour = style.colour(name)
        told = colour.get("Value") if colour is not None and len(colour.attrib) == 1 and not len(colour) else None
        if told is None:
            return paint(colour, self._document.resources, self._notes)
        if told not in self._plain:
            self._plain[told] = paint(colour, self._document.resources, self._notes)
        return self._plain[told]

    def _clips(self, element: Element) -> Iterator[str]:
        """The edges within which an object is seen; a region of paths each, all of them together."""
        clips = element.find("Clips")
        if clips is None:
            return
        boundary = box_of(element.get("Boundary"))
        corner = Matrix(e=boundary.x, f=boundary.y) if boundary else Matrix()
        own = matrix_of(element.get("CTM")) if _flag(clips, "TransFlag", True) else Matrix()
        for clip in clips.iterfind("Clip"):
            try:
                region = [path for area in clip.iterfind("Area") for path in self._region(area, own.then(corner))]
            except ValueError:
                region = []
            if region:
                yield f"{' '.join(region)} W n"
            else:
                self._notes.add("ofd_clips_left_out")

    def _region(self, area: Element, outer: Matrix) -> Iterator[str]:
        for shape in area:
            if shape.tag not in ("Path", "PathObject"):
                raise ValueError(shape.tag)
            matrix = placed(shape).then(matrix_of(area.get("CTM"))).then(outer)
            yield operators(shape.findtext("AbbreviatedData") or "", matrix)


def _flag(element: Element, name: str, otherwise: bool) -> bool:
    told = element.get(name, "").strip().lower()
    return told not in _FALSE if told else otherwise


def _cm(matrix: Matrix) -> str:
    return "{:.6g} {:.6g} {:.6g} {:.6g} {:.5f} {:.5f} cm".format(*matrix.values())


def _rectangle(box: Box) -> str:
    return f"{box.x:.4f} {box.y:.4f} {box.width:.4f} {box.height:.4f} re"
