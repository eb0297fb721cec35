"""Text inside a page that nobody sees: written without ink, in the colour of its ground, or covered by a filled shape.

What its place and colour make suspect is looked at in pixels before it counts as unseen, so that a white word on a dark bar or the
recognised text below a scan is read. Pictures that cover text, and shapes inside drawings that are placed whole, are not judged.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    import pypdfium2
    from PIL import Image

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page."""
Colour = tuple[int, int, int]

_WHITE: Final = (255, 255, 255)
_NEAR: Final = 16
"""Of 255 in any channel: nobody tells such colours apart on a page."""
_OPAQUE: Final = 255
_WITHOUT_INK: Final = frozenset((3, 7))
"""Modes of text (ISO 32000-1 §9.3.6) that paint nothing."""
_SCALE: Final = 2.0
_RULES: Final = 0.2
"""Of the height of a box, above and below: the lines of a table lie there, and signs have their ink between."""
_EDGE: Final = 1.0
"""Points by which a shape may be smaller than the box of a text, which is loose."""
_DEEPEST: Final = 12
_BAND: Final = 40.0
"""Twice the height of a band, in points."""
_MOST_BANDS: Final = 1000
_PALE: Final = 255 - _NEAR


@dataclass(frozen=True, slots=True)
class _Shape:
    """A filled shape without transparency; ``order``: how late it is painted."""

    order: int
    box: Box
    colour: Colour

    def holds(self, box: Box) -> bool:
        """Whether it lies behind or over all of a box."""
        left, bottom, right, top = self.box
        across = left - _EDGE <= box[0] and box[2] <= right + _EDGE
        return across and bottom - _EDGE <= box[1] and box[3] <= top + _EDGE


class Concealed:
    """The concealed text of one page; everything is looked at when it is first asked for."""

    def __init__(self, page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw, self._page, self._words = raw, page, words
        self._channels = tuple(ctypes.c_uint() for _ in range(4))
        self._into = tuple(map(ctypes.byref, self._channels))

    def hides(self, place: int, box_of: Callable[[], Box], upright: bool) -> bool:
        """Whether nobody sees the text that begins at ``place`` of the text of the page and fills a box.

        ``upright``: on a page that is not turned its lines run from left to right, or back.
        """
        if not self._raw.FPDFText_GetFillColor(self._words.raw, place, *self._into):
            return False
        red, green, blue, alpha = self._channels
        colour = red.value, green.value, blue.value
        if not alpha.value or (self._inkless and self._is_inkless(place)):
            return self._looks_like(_between_rules(box_of(), upright), None)
        if not self._bands and min(colour) < _PALE:
            return False
        box = box_of()
        ground, cover = self._around(place, box)
        if cover is None and not _near(colour, ground):
            return False
        return self._looks_like(_between_rules(box, upright), cover or colour)

    def _is_inkless(self, place: int) -> bool:
        text = self._raw.FPDFText_GetTextObject(self._words.raw, place)
        return bool(text) and self._raw.FPDFTextObj_GetTextRenderMode(text) in _WITHOUT_INK

    def _around(self, place: int, box: Box) -> tuple[Colour, Colour | None]:
        """What is painted last before a text, and last after it, behind and over all of its box."""
        ground, cover = _WHITE, None
        held = [shape for shape in self._bands.get(_band(box[1] + box[3]), ()) if shape.holds(box)]
        order = self._orders.get(_address(self._raw.FPDFText_GetTextObject(self._words.raw, place)), -1) if held else -1
        for shape in held:
            if shape.order > order:
                cover = shape.colour
            else:
                ground = shape.colour
        return ground, cover

    @cached_property
    def _orders(self) -> dict[int, int]:
        """How late each text is painted, by its address; those of a drawing with the drawing."""
        return {_address(text): order for order, one in enumerate(self._objects) for text in self._texts(one, _DEEPEST)}

    @cached_property
    def _inkless(self) -> bool:
        """Whether the page has any text that paints nothing."""
        mode = self._raw.FPDFTextObj_GetTextRenderMode
        return any(mode(text) in _WITHOUT_INK for one in self._objects for text in self._texts(one, _DEEPEST))

    @cached_property
    def _objects(self) -> list[Any]:
        raw, page = self._raw, self._page.raw
        return [raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page))]

    def _texts(self, one: Any, deep: int) -> Iterator[Any]:
        raw = self._raw
        kind = raw.FPDFPageObj_GetType(one)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield one
        elif kind == raw.FPDF_PAGEOBJ_FORM and deep:
            for index in range(raw.FPDFFormObj_CountObjects(one)):
                yield from self._texts(raw.FPDFFormObj_GetObject(one, index), deep - 1)

    @cached_property
    def _bands(self) -> dict[int, list[_Shape]]:
        """The filled shapes of the page in the order in which they are painted, by the bands across it that they touch."""
        bands: dict[int, list[_Shape]] = {}
        for shape in self._filled():
            for band in range(
                max(_band(2 * shape.box[1]), -_MOST_BANDS), min(_band(2 * shape.box[3]), _MOST_BANDS) + 1
            ):
                bands.setdefault(band, []).append(shape)
        return bands

    def _filled(self) -> Iterator[_Shape]:
        raw, mode, stroked = self._raw, ctypes.c_int(), ctypes.c_int()
        edges = [ctypes.c_float() for _ in range(4)]
        for order, one in enumerate(self._objects):
            if raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_PATH or raw.FPDFPageObj_HasTransparency(one):
                continue
            if not raw.FPDFPath_GetDrawMode(one, ctypes.byref(mode), ctypes.byref(stroked)) or not mode.value:
                continue
            told = raw.FPDFPageObj_GetFillColor(one, *self._into)
            red, green, blue, alpha = (channel.value for channel in self._channels)
            if told and alpha == _OPAQUE and raw.FPDFPageObj_GetBounds(one, *map(ctypes.byref, edges)):
                left, bottom, right, top = (edge.value for edge in edges)
                yield _Shape(order, (left, bottom, right, top), (red, green, blue))

    # ── Pixels ──

    def _looks_like(self, box: Box, colour: Colour | None) -> bool:
        """Whether the page shows one colour only where a text should be: this one, where it is given."""
        spots = cast("tuple[tuple[int, int], ...]", self._pixels.crop(self._on_picture(box)).getextrema())
        darkest, lightest = (tuple(one[end] for one in spots) for end in (0, 1))
        even = all(light - dark <= _NEAR for dark, light in spots)
        return even and (colour is None or (_near(darkest, colour) and _near(lightest, colour)))

    @cached_property
    def _pixels(self) -> Image.Image:
        drawn: Image.Image = self._page.render(scale=_SCALE).to_pil()
        return drawn.convert("RGB")

    def _on_picture(self, box: Box) -> tuple[int, int, int, int]:
        width, height = self._pixels.size
        (one, other), (third, fourth) = (self._spot(x, y, width, height) for x, y in (box[:2], box[2:]))
        left, right, top, bottom = min(one, third), max(one, third), min(other, fourth), max(other, fourth)
        return max(left, 0), max(top, 0), min(max(right, left + 1), width), min(max(bottom, top + 1), height)

    def _spot(self, x: float, y: float, width: int, height: int) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDF_PageToDevice(
            self._page.raw, 0, 0, width, height, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        return across.value, down.value


def _between_rules(box: Box, upright: bool) -> Box:
    left, bottom, right, top = box
    across, upward = (0.0, (top - bottom) * _RULES) if upright else ((right - left) * _RULES, 0.0)
    return left + across, bottom + upward, right - across, top - upward


def _band(twice: float) -> int:
    """The band of a height, told by twice of it."""
    return int(twice // _BAND)


def _near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(first - second) <= _NEAR for first, second in zip(one, other, strict=True))


def _address(one: Any) -> int:
    return int(ctypes.cast(one, ctypes.c_void_p).value or 0)
