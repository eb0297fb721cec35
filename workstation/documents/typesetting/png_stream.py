"""A PNG as PDF keeps it: its compressed lines go in as they are, neither decoded nor compressed again."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_LISTED: Final = 3
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_SPACES: Final = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3), _LISTED: ("", 1)}
"""Colour type of PNG → colour space and channels of PDF."""
_PNG_LINES: Final = 15
"""The predictor that says: each line tells its own filter, as in PNG."""


def png_stream(data: bytes) -> tuple[str, bytes] | None:
    """The entries and bytes of the image object of a PNG in grey, RGB or colours of a list.

    None for what PDF cannot take as it is: other formats, alpha, interlacing.
    """
    if not data.startswith(_SIGNATURE):
        return None
    chunks = list(_chunks(data))
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if colour not in _SPACES or interlaced or any(kind == b"tRNS" for kind, _ in chunks):
        return None
    space, channels = _SPACES[colour]
    if colour == _LISTED:
        colours = next(part for kind, part in chunks if kind == b"PLTE")
        space = f"[/Indexed/DeviceRGB {len(colours) // 3 - 1}<{colours.hex()}>]"
    size = f"/Width {width}/Height {height}/BitsPerComponent {depth}"
    lines = f"<</Predictor {_PNG_LINES}/Colors {channels}/BitsPerComponent {depth}/Columns {width}>>"
    kind = f"/Type/XObject/Subtype/Image{size}/ColorSpace{space}/Filter/FlateDecode/DecodeParms{lines}"
    return kind, b"".join(part for name, part in chunks if name == b"IDAT")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12
