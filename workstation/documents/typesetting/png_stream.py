"""A PNG as PDF keeps it: its compressed lines go in as they are, neither decoded nor compressed again."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_SPACES: Final = {0: ("DeviceGray", 1), 2: ("DeviceRGB", 3)}
"""Colour type of PNG → colour space and channels of PDF."""
_PNG_LINES: Final = 15
"""The predictor that says: each line tells its own filter, as in PNG."""


def png_stream(data: bytes) -> PDFStream | None:
    """The image object of a grey or RGB PNG; None for what PDF cannot take as it is: other formats, palette, alpha, interlacing."""
    if not data.startswith(_SIGNATURE):
        return None
    chunks = list(_chunks(data))
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if colour not in _SPACES or interlaced or any(kind == b"tRNS" for kind, _ in chunks):
        return None
    space, channels = _SPACES[colour]
    lines = {"Predictor": _PNG_LINES, "Colors": channels, "BitsPerComponent": depth, "Columns": width}
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": PDFName(space),
        "BitsPerComponent": depth,
        "Filter": PDFName("FlateDecode"),
        "DecodeParms": PDFDictionary(lines),
    }
    return PDFStream(PDFDictionary(entries), b"".join(part for kind, part in chunks if kind == b"IDAT"), filters=[])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + length]
        at += length + 12
