"""Pictures as PDF keeps them: PNG and JPEG as they are where that can be, all else as plain colours on white."""

from __future__ import annotations

import io
import zlib
from typing import Final

from PIL import Image as Pillow

from workstation.documents.typesetting.png_stream import png_stream

_SPACES: Final = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_LEVEL: Final = 6


def picture_stream(data: bytes) -> tuple[str, bytes]:
    """Entries of an image's dictionary, and its bytes. Nothing shows through: what is transparent shows white."""
    return png_stream(data) or _decoded(data)


def _decoded(data: bytes) -> tuple[str, bytes]:
    with Pillow.open(io.BytesIO(data)) as picture:
        if picture.format == "JPEG" and picture.mode in _SPACES:
            return _entries(picture, _SPACES[picture.mode], "DCTDecode"), data
        ground = Pillow.new("RGBA", picture.size, "white")
        flat = Pillow.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")
        return _entries(flat, "DeviceRGB", "FlateDecode"), zlib.compress(flat.tobytes(), _LEVEL)


def _entries(picture: Pillow.Image, space: str, packing: str) -> str:
    size = f"/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
    return f"/Type/XObject/Subtype/Image{size}/ColorSpace/{space}/Filter/{packing}"
