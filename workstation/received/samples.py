"""Samples of a picture brought to eight bits: scaled, or refused where their range or their order is not known.

Pillow clips samples of 16 bits (a grey scan becomes white), takes planes of 16 bits apart wrongly, lets the whitest values of
JPEG 2000 of 16 bits become black, and never asks whether zero is white.
"""

from __future__ import annotations

import io
from typing import Any, Final

from PIL import Image as Pillow
from PIL import ImageCms

_BITS, _COMPRESSION, _PHOTOMETRIC, _PLANES = 258, 259, 262, 284
_WIDTH_RESOLUTION, _HEIGHT_RESOLUTION, _ORIENTATION = 282, 283, 274
"""Tags of TIFF 6.0."""
_UNPACKED, _WHITE_IS_ZERO, _APART = 1, 0, 2
_TURNED: Final = range(5, 9)
_DARK: Final = 16  # of 256: a page whose whitest point is darker holds fewer bits than its file says
_MOST_STRETCH: Final = 4
"""Fax machines scan 204 by 98 or 204 by 196 lines to the inch; a greater ratio is a mistake of the file."""
_SIZ: Final = b"\xff\x51"
_DEEP: Final = ("I;16", "I;16B", "I;16L")
_EIGHT: Final = 8


class UnsureSamples(ValueError):
    """The picture cannot be shown as it was meant: the range or the order of its samples is not known."""


def check_samples(image: Pillow.Image) -> None:
    """Raise `UnsureSamples` for an opened picture that Pillow would decode into wrong values, or whose range nobody knows."""
    bits = _tag(image, _BITS, (_EIGHT,))
    deep = max(bits) > _EIGHT
    if image.mode == "F" or image.mode == "I" or bits == (12,):
        raise UnsureSamples(image.mode)
    if deep and len(bits) > 1 and _tag(image, _PLANES, 1) == _APART and _tag(image, _COMPRESSION, 1) == _UNPACKED:
        raise UnsureSamples("planar")
    if image.format == "JPEG2000" and len(image.getbands()) > 1 and _jpeg2000_bits(image) > _EIGHT:
        raise UnsureSamples("JPEG 2000")
    if image.format == "HEIF" and image.mode in _DEEP:
        raise UnsureSamples("HEIF")


def eight_bit(image: Pillow.Image) -> Pillow.Image:
    """The picture in a mode of eight bits or fewer, with square pixels. Raises `UnsureSamples`."""
    check_samples(image)
    if image.mode in _DEEP:
        return _square(image, _scaled(image))
    if image.mode in ("CMYK", "LAB"):
        return _square(image, _coloured(image))
    return _square(image, image)


def _scaled(image: Pillow.Image) -> Pillow.Image:
    """The upper byte of every sample."""
    white = _tag(image, _PHOTOMETRIC, 1) == _WHITE_IS_ZERO
    samples = image.tobytes()
    upper = samples[0 if image.mode == "I;16B" else 1 :: 2]
    if max(upper, default=0) < _DARK and samples.strip(b"\0"):
        raise UnsureSamples("dark")
    grey = Pillow.frombytes("L", image.size, upper)
    return grey.point(range(255, -1, -1)) if white else grey


def _coloured(image: Pillow.Image) -> Pillow.Image:
    """Print colours and Lab by the profile that the file brings, Lab by its definition."""
    screen: Any = ImageCms.createProfile("sRGB")
    profile = image.info.get("icc_profile")
    try:
        if image.mode == "LAB":
            return _by_profile(image, ImageCms.createProfile("LAB"), screen)
        if profile:
            return _by_profile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), screen)
    except (ImageCms.PyCMSError, OSError):
        if image.mode == "LAB":
            raise UnsureSamples("Lab") from None
    return image.convert("RGB")


def _by_profile(image: Pillow.Image, source: Any, target: Any) -> Pillow.Image:
    made = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    if made is None:
        raise UnsureSamples(image.mode)
    made.info.pop("icc_profile", None)
    return made


def _square(opened: Pillow.Image, image: Pillow.Image) -> Pillow.Image:
    """The shorter side of flat pixels drawn out, so that a fax stands as it was sent."""
    if opened.format != "TIFF":
        return image
    across, down = (_tag(opened, tag, 0) or 0 for tag in (_WIDTH_RESOLUTION, _HEIGHT_RESOLUTION))
    if _tag(opened, _ORIENTATION, 1) in _TURNED:
        across, down = down, across
    less, more = min(across, down), max(across, down)
    if less <= 0 or 100 * more <= 101 * less or more > _MOST_STRETCH * less:
        return image
    width, height = image.size
    size = (width, round(height * across / down)) if across > down else (round(width * down / across), height)
    return image.resize(size, Pillow.Resampling.NEAREST if image.mode in ("1", "P") else Pillow.Resampling.BICUBIC)


def _tag(image: Pillow.Image, tag: int, otherwise: Any) -> Any:
    tags = getattr(image, "tag_v2", None)
    return otherwise if tags is None else tags.get(tag, otherwise)


def _jpeg2000_bits(image: Pillow.Image) -> int:
    """Bits of the deepest component, by the SIZ segment (ISO/IEC 15444-1, A.5.1)."""
    file: Any = getattr(image, "fp", None)
    if file is None:
        return _EIGHT
    here = file.tell()
    file.seek(0)
    head = file.read(2**16)
    file.seek(here)
    at = head.find(b"\xff\x4f" + _SIZ)
    if at < 0:
        raise UnsureSamples("JPEG 2000")
    parts = int.from_bytes(head[at + 40 : at + 42], "big")
    return max(
        ((head[at + 42 + 3 * part] & 0x7F) + 1 for part in range(parts) if at + 42 + 3 * part < len(head)),
        default=_EIGHT,
    )
