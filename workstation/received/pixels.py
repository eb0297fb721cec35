"""Foreign pictures as a screen takes them: plain pixels, so that whoever shows them parses nothing."""

from __future__ import annotations

import io
from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the window knows what pixels are; only a worker loads Pillow
    from PIL import Image as Pillow

LONGEST: Final = 4000
"""Pixels of the longer side: 340 dpi over the height of A4, more than any screen shows at once."""
_LONG: Final = 3
"""How many times longer than wide a picture is that no screen shows at once: a conversation, a list of transactions."""
_MOST_SIDE: Final = 30_000
"""Pixels; Qt paints no side longer than 32,767."""
_DECODED: Final = 24_000_000
"""Pixels of a JPEG at once, four bytes each; a larger one is decoded at a further half of its size."""
_PARTS: Final = (1, 2, 4, 8)
"""By what a JPEG is made smaller while it is decoded."""
_TOGETHER: Final = 48 * 2**20
"""Bytes of all the pages of a file; those of a long fax are kept smaller, so that two hundred of them fit."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture: ``data`` holds rows from the top, without padding, ``depth`` bytes a pixel (1 grey, 3 red green blue)."""

    width: int
    height: int
    depth: int
    data: bytes

    def __post_init__(self) -> None:
        if self.depth not in (1, 3) or len(self.data) != self.width * self.height * self.depth:
            raise ValueError("not a picture of this size")


def pixels_of(image: Pillow.Image) -> Pixels:
    """A picture of Pillow on white."""
    from workstation.received.pictures import on_white

    plain = on_white(image)
    mode = "L" if plain.mode in ("1", "L") else "RGB"
    if plain.mode != mode:  # asked for its own mode, Pillow copies
        plain = plain.convert(mode)
    return Pixels(plain.width, plain.height, len(mode), plain.tobytes())


def picture_frames(data: bytes) -> tuple[Pixels, ...]:
    """The pages of a picture file, upright as the camera held it; a fax of five pages has five. Empty: it cannot be read."""
    from PIL import Image as Pillow
    from PIL import ImageSequence

    from workstation.received.picture_types import opened_picture
    from workstation.received.pictures import MAX_FRAMES, is_too_large
    from workstation.received.samples import eight_bit

    try:
        with opened_picture(io.BytesIO(data)) as image:
            if is_too_large(image):
                return ()
            count = min(getattr(image, "n_frames", 1), MAX_FRAMES) if image.format == "TIFF" else 1
            longest = _longest(image, _TOGETHER // (count * (1 if image.mode in ("1", "L") else 3)))
            image.draft(image.mode, _draft_size(image, longest))
            return tuple(
                _fitted(eight_bit(frame), longest)
                for frame, _ in zip(ImageSequence.Iterator(image), range(count), strict=False)
            )
    except (OSError, SyntaxError, ValueError, EOFError, Pillow.DecompressionBombError):
        return ()


def small_picture(data: bytes, width: int) -> tuple[int, Pixels | None]:
    """How many pages a picture file has, and the first of them about ``width`` pixels wide; 0 and None: it cannot be read."""
    from PIL import Image as Pillow

    from workstation.received.picture_types import opened_picture
    from workstation.received.pictures import MAX_FRAMES, is_too_large
    from workstation.received.samples import eight_bit

    try:
        with opened_picture(io.BytesIO(data)) as image:
            if is_too_large(image):
                return 0, None
            pages = min(getattr(image, "n_frames", 1), MAX_FRAMES) if image.format == "TIFF" else 1
            longest = max(1, width * max(image.size) // max(1, min(image.size)))
            image.draft(image.mode, _draft_size(image, longest))
            return pages, _fitted(eight_bit(image), min(longest, _LONG * width))
    except (OSError, SyntaxError, ValueError, EOFError, Pillow.DecompressionBombError):
        return 0, None


def _longest(image: Pillow.Image, room: int) -> int:
    """Pixels of the longer side. What is many screens long is read piece by piece and keeps its width as far as there is room."""
    less, more = sorted(image.size)
    if more <= _LONG * less:
        return min(LONGEST, isqrt(room))
    return min(isqrt(room * more // max(less, 1)), _MOST_SIDE)


def _draft_size(image: Pillow.Image, longest: int) -> tuple[int, int]:
    """The size at which a JPEG is decoded: not below ``longest``, but for one that would still be vast."""
    fitting = [part for part in _PARTS if max(image.size) >= longest * part or part == 1]
    small = [part for part in _PARTS if image.width * image.height <= _DECODED * part * part]
    part = max(fitting[-1], small[0] if small else _PARTS[-1])
    return image.width // part, image.height // part


def _fitted(frame: Pillow.Image, longest: int) -> Pixels:
    """Made smaller before it is turned: a large scan is in memory once."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    if max(frame.size) > longest:
        if frame.mode in ("1", "P"):
            frame = frame.convert("L" if frame.mode == "1" else "RGBA" if "transparency" in frame.info else "RGB")
        orientation = frame.getexif()
        frame.thumbnail((longest, longest), Pillow.Resampling.BOX, reducing_gap=None)
        frame.getexif().update(orientation)
    ImageOps.exif_transpose(frame, in_place=True)
    return pixels_of(frame)
