"""Pictures made ready for a page: no finer than print shows, marked with their purpose."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final

from PIL import Image as Pillow
from PIL import ImageChops, ImageDraw, ImageFont

import resources
from workstation.documents.packet.figures import ExhibitFigures
from workstation.errors import Finding, Refused
from workstation.evidence.verification import Mask
from workstation.received.ofd.apart import as_pdf
from workstation.received.pdf.intricacy import TooIntricate
from workstation.received.pdf.rendering import Unrenderable, page_pictures
from workstation.received.pictures import (
    MAX_FRAMES,
    PictureTooLarge,
    PictureUnreadable,
    PictureUnsure,
    TooManyFrames,
    frames,
)
from workstation.received.pieces import is_long, spans
from workstation.received.pixels import Pixels, pixels_of

_LONGEST: Final = 2900
"""Pixels: 300 dpi over the height that a page gives a picture."""
_ON_SCREEN: Final = 1400
_FEW_COLOURS: Final = 256
_LONG_LIST: Final = 3 * 17
"""Of such colours a number takes a byte: shorter ones pypdf reads wrongly."""
_STRIP: Final = 256
"""Rows that are compared at once: two further copies of a large scan take as much memory as all else."""
_STEPS: Final = 3
"""Tones from the ground to the ink of a mark: a drawing of up to 64 colours keeps few colours when it is marked."""
_QUALITY: Final = 88
_PARTS: Final = 10_000  # of `Mask`
_WATERMARK_STRENGTH: Final = 105  # of 255
_WATERMARK_SLOPE: Final = 28  # degrees upward
_WATERMARK_INK: Final = (179, 38, 30)


@dataclass(frozen=True, slots=True)
class Copy:
    """A picture as it is bound: PNG or JPEG bytes, pixels across and down; ``card``: cut out, and shown as large as a card is."""

    data: bytes
    width: int
    height: int
    card: bool = False


Copies = tuple[Copy, ...]
"""One page: the cards cut out of it, the page whole, or the pieces of a long one."""
Cut = Callable[[Pillow.Image, int], Copies]
"""The cards cut out of a page by its number from 0, none where none is; the page stays, no finer than print shows."""


def uncut(page: Pillow.Image, number: int) -> Copies:
    """No page shows a card."""
    return ()


def pictures(data: bytes, figures: ExhibitFigures, cut: Cut = uncut) -> list[Copies]:
    """Every page of an image file; a fax of five pages has five.

    Raises `Refused` with exhibit_unreadable, exhibit_samples_unsure, exhibit_too_large or exhibit_too_many_pages.
    """
    try:
        return [_copies(frame, figures, number, cut) for number, frame in enumerate(frames(data))]
    except PictureTooLarge as size:
        raise _refused("exhibit_too_large", figures, pixels=str(size)) from None
    except TooManyFrames:
        raise _refused("exhibit_too_many_pages", figures, limit=str(MAX_FRAMES)) from None
    except PictureUnsure:
        raise _refused("exhibit_samples_unsure", figures) from None
    except (PictureUnreadable, OSError, ValueError):
        raise _refused("exhibit_unreadable", figures) from None


def shown_pages(data: bytes, name: str = "") -> tuple[Pixels, ...]:
    """The pages of a picture, PDF or OFD as copies show them, without marks, for the screen; none for what is none of them.

    Raises `Refused` as `as_pdf`, and file_pages_intricate.
    """
    data = as_pdf(data)
    try:
        if b"%PDF-" in data[:1024]:
            return tuple(map(pixels_of, page_pictures(data, _ON_SCREEN)))
        return tuple(_on_screen(frame) for frame in frames(data))
    except TooIntricate as found:
        raise found.refusal(name) from None
    except (Unrenderable, PictureUnreadable, PictureTooLarge, TooManyFrames, OSError, ValueError):
        return ()


def _on_screen(frame: Pillow.Image) -> Pixels:
    frame.thumbnail((_ON_SCREEN, _ON_SCREEN), Pillow.Resampling.LANCZOS)
    return pixels_of(frame)


def page_copies(data: bytes, figures: ExhibitFigures, cut: Cut = uncut) -> Iterator[Copies]:
    """Every page of a PDF as `pictures` gives those of an image: pixels only, marked and covered.

    Raises `Refused` with exhibit_unreadable, file_pages_intricate.
    """
    try:
        for number, page in enumerate(page_pictures(data)):
            yield cut(page, number) or (_ready(page, figures, number),)
    except TooIntricate as found:
        raise found.refusal(figures.file_name, f"evidence.{figures.requirement}") from None
    except Unrenderable:
        raise _refused("exhibit_unreadable", figures) from None


def _refused(code: str, figures: ExhibitFigures, **more: str) -> Refused:
    return Refused(Finding(code, f"evidence.{figures.requirement}", {"file": figures.file_name, **more}))


def _copies(page: Pillow.Image, figures: ExhibitFigures, number: int, cut: Cut) -> Copies:
    """A page of an image: its cards, or whole; covered and in pieces where it is too long for a sheet, and so for a card."""
    if not is_long(page):
        return cut(page, number) or (_ready(page, figures, number),)
    cuts = list(spans(page))
    if len(cuts) > MAX_FRAMES:
        raise TooManyFrames
    _mask(page, [mask for mask in figures.masks if mask.page == number])
    return tuple(_marked(page.crop((0, top, page.width, bottom)), figures) for top, bottom in cuts)


def _ready(plain: Pillow.Image, figures: ExhibitFigures, number: int) -> Copy:
    plain.thumbnail((_LONGEST, _LONGEST), Pillow.Resampling.LANCZOS)
    _mask(plain, [mask for mask in figures.masks if mask.page == number])
    return _marked(plain, figures)


def _marked(plain: Pillow.Image, figures: ExhibitFigures) -> Copy:
    plain.thumbnail((_LONGEST, _LONGEST), Pillow.Resampling.LANCZOS)
    if figures.purpose_mark:
        coloured = plain if plain.mode == "RGB" else plain.convert("RGB")  # asked for its own mode, Pillow copies
        plain = _watermarked(coloured, figures.purpose_mark)
    return Copy(_packed(plain), plain.width, plain.height)


def covered_copy(image: Pillow.Image, masks: Sequence[Mask]) -> None:
    """Cover what a copy hides, in its pixels."""
    _mask(image, masks)


def marked_copy(image: Pillow.Image, purpose: str) -> tuple[bytes, int, int]:
    """A picture with its purpose burned in, as PNG or JPEG, with its width and height."""
    marked = _watermarked(image, purpose) if purpose else image
    return _packed(marked), marked.width, marked.height


def _mask(image: Pillow.Image, masks: Sequence[Mask]) -> None:
    """Black over every rectangle, outward to whole pixels: what lay below is gone, not hidden."""
    pen = ImageDraw.Draw(image)
    for mask in masks:
        left, top = mask.left * image.width // _PARTS, mask.top * image.height // _PARTS
        right = -(-(mask.left + mask.width) * image.width // _PARTS)
        bottom = -(-(mask.top + mask.height) * image.height // _PARTS)
        pen.rectangle((left, top, right, bottom), fill=0)


def _packed(image: Pillow.Image) -> bytes:
    """Few colours (a scan of print, a screenshot) without loss, photographs as JPEG."""
    file = io.BytesIO()
    if image.mode in ("1", "L") or image.getcolors(_FEW_COLOURS) is not None:
        listed = _listed(image)
        # Numbers of a list are fewer bytes than colours, so that there is time to pack them better.
        listed.save(file, "PNG", compress_level=8 if listed.mode == "P" else 6)
    else:
        image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()


def _listed(image: Pillow.Image) -> Pillow.Image:
    """Few colours as numbers in a list of them: a third of the bytes; the very same colours, or the picture as it is."""
    if image.mode != "RGB":
        return image
    listed = image.quantize(_FEW_COLOURS, Pillow.Quantize.MEDIANCUT, dither=Pillow.Dither.NONE)
    for top in range(0, image.height, _STRIP):
        strip = (0, top, image.width, min(top + _STRIP, image.height))
        if ImageChops.difference(listed.crop(strip).convert("RGB"), image.crop(strip)).getbbox():
            return image
    colours = listed.getpalette() or []
    listed.putpalette(colours + [0] * (_LONG_LIST - len(colours)))
    return listed


def _watermarked(image: Pillow.Image, watermark: str) -> Pillow.Image:
    """The purpose across the whole picture in its very pixels, so that no part of the copy serves another end."""
    width, height = image.size
    size = max(14, round((width + height) / 46))
    # The other engine works only where the system has FriBiDi, and sets the words otherwise: one copy is the same on every desk.
    face = str(resources.path("fonts", "NotoSansSC-Bold.ttf"))
    font = ImageFont.truetype(face, size, layout_engine=ImageFont.Layout.BASIC)
    step = round(font.getlength(watermark)) + size * 2
    flat = Pillow.new("L", (step, size * 2), 0)
    ImageDraw.Draw(flat).text((0, 0), watermark, font=font, fill=_WATERMARK_STRENGTH)
    stamp = flat.rotate(_WATERMARK_SLOPE, resample=Pillow.Resampling.BICUBIC, expand=True).point(_tones())
    reach = round((width**2 + height**2) ** 0.5) + size
    for x, y in _lattice(reach, step, size):
        at = round(width / 2 + x - stamp.width / 2), round(height / 2 + y - stamp.height / 2)
        if -stamp.width < at[0] < width and -stamp.height < at[1] < height:
            image.paste(_WATERMARK_INK, at, stamp)
    return image


def _tones() -> list[int]:
    """For each strength of a stamp the nearest of its few tones."""
    whole = _WATERMARK_STRENGTH
    return [round(min(level, whole) * _STEPS / whole) * whole // _STEPS for level in range(256)]


def _lattice(reach: int, step: int, size: int) -> Iterator[tuple[float, float]]:
    """Middles of the stamps from the middle of the picture, in pixels: sloping lines, each half a stamp off the one above."""
    slope = radians(_WATERMARK_SLOPE)
    for line, top in enumerate(range(0, reach, size * 5)):
        for left in range(-(line % 2) * step // 2, reach, step):
            along, down = left + step / 2 - reach / 2, top + size - reach / 2
            yield along * cos(slope) + down * sin(slope), down * cos(slope) - along * sin(slope)
