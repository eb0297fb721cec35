"""Picture files opened whole: every frame upright as the camera held it, on white, in grey, bilevel or RGB."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from PIL import Image as Pillow
from PIL import ImageOps, ImageSequence

from workstation.received.picture_types import opened_picture
from workstation.received.samples import UnsureSamples, eight_bit

MAX_PIXELS: Final = 200_000_000
"""A 600-dpi A3 colour scan has 70 million pixels; a picture beyond this is a decompression bomb or a mistake."""
MAX_DECODED: Final = 160 * 2**20
"""Bytes of a picture in memory: A4 in colour at 600 dpi has 140 MB, A3 in grey 70. A JPEG is decoded at half its size or less."""
_LARGE: Final = 40_000_000
_LARGE_SIDE: Final = 2_900
"""Pixels of the shorter side that a JPEG of more than `_LARGE` pixels keeps at least: of the longer side a page bears no more."""
MAX_FRAMES: Final = 200
"""Pages of a TIFF."""


class PictureUnreadable(Exception):
    """The file is no picture that can be read whole."""


class PictureUnsure(PictureUnreadable):
    """What its samples mean is not known; shown, it might be another picture than it was."""


class PictureTooLarge(Exception):
    """The picture passes `MAX_PIXELS`; the message tells its size."""


class TooManyFrames(Exception):
    """The TIFF has more than `MAX_FRAMES` pages."""


def frames(data: bytes) -> Iterator[Pillow.Image]:
    """Every page of a picture file; a fax of five pages has five, an animation its first picture.

    Raises `PictureUnreadable`, `PictureUnsure`, `PictureTooLarge` or `TooManyFrames`.
    """
    try:
        with opened_picture(io.BytesIO(data)) as image:
            if is_too_large(image):
                raise PictureTooLarge(f"{image.width} × {image.height}")
            if getattr(image, "n_frames", 1) > MAX_FRAMES and image.format == "TIFF":
                raise TooManyFrames
            for frame in _frames(image):
                yield on_white(ImageOps.exif_transpose(frame))
    except Pillow.DecompressionBombError:
        raise PictureTooLarge(f"> {MAX_PIXELS}") from None
    except UnsureSamples as unsure:
        raise PictureUnsure(str(unsure)) from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureUnreadable(str(error)) from None


def is_too_large(image: Pillow.Image) -> bool:
    """Whether a picture that was opened, and not loaded yet, claims more pixels or memory than one may have."""
    pixels, depth = image.width * image.height, 1 if image.mode in ("1", "L", "P") else 4
    held = pixels * depth // (4 if image.format == "JPEG" and pixels > _LARGE else 1)
    return pixels > MAX_PIXELS or held > MAX_DECODED


def _frames(image: Pillow.Image) -> list[Pillow.Image]:
    if image.format == "TIFF":
        return [eight_bit(frame).copy() for frame in ImageSequence.Iterator(image)]
    if image.width * image.height > _LARGE:
        image.draft(image.mode, (_LARGE_SIDE, _LARGE_SIDE))  # a JPEG is decoded at half its size, or a quarter
    frame = eight_bit(image)
    frame.load()
    return [frame]


def on_white(image: Pillow.Image) -> Pillow.Image:
    """What is see-through becomes paper; a picture without that is given back as it is, since a copy takes as much memory again.

    ``image`` as `eight_bit` gives it.
    """
    if image.mode in ("1", "L") or (image.mode == "RGB" and "transparency" not in image.info):
        return image
    if "A" in image.mode or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Pillow.new("RGBA", rgba.size, "white")
        return Pillow.alpha_composite(paper, rgba).convert("RGB")
    return image.convert("RGB")
