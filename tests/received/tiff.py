"""TIFF files written tag by tag, for kinds that the reader under test cannot write itself."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Final

_SHORT, _LONG, _RATIONAL = 3, 4, 5
_FORMATS: Final = {_SHORT: "H", _LONG: "I", _RATIONAL: "I"}


def tiff(
    size: tuple[int, int],
    strips: Sequence[bytes],
    tags: Mapping[int, tuple[int, Sequence[int]]],
    order: str = "<",
    big: bool = False,
) -> bytes:
    """An uncompressed TIFF (``big``: BigTIFF). ``tags``: number → (type, values), beside those of size and strips."""
    mark, at = (b"II" if order == "<" else b"MM"), 16 if big else 8
    places = [at + sum(map(len, strips[:number])) for number in range(len(strips))]
    every = {
        256: (_SHORT, [size[0]]),
        257: (_SHORT, [size[1]]),
        259: (_SHORT, [1]),
        273: (_LONG, places),
        278: (_SHORT, [size[1]]),
        279: (_LONG, [len(strip) for strip in strips]),
        **tags,
    }
    body = b"".join(strips)
    start = at + len(body)
    room, entry = (8, 20) if big else (4, 12)
    beyond = start + (8 if big else 2) + entry * len(every) + room
    count, offset = ("Q", "Q") if big else ("I", "I")
    table, extra = struct.pack(order + ("Q" if big else "H"), len(every)), b""
    for number, (kind, values) in sorted(every.items()):
        raw = struct.pack(f"{order}{len(values)}{_FORMATS[kind]}", *values)
        many = len(values) // (2 if kind == _RATIONAL else 1)
        place = raw.ljust(room, b"\0")
        if len(raw) > room:
            place = struct.pack(order + offset, beyond + len(extra))
            extra += raw + b"\0" * (len(raw) % 2)
        table += struct.pack(order + "HH" + count, number, kind, many) + place
    head = struct.pack(order + "HHHQ", 43, 8, 0, start) if big else struct.pack(order + "HI", 42, start)
    return mark + head + body + table + b"\0" * room + extra


def grey16(values: Sequence[int], photometric: int = 1, order: str = "<") -> bytes:
    """One row of grey samples of 16 bits."""
    row = struct.pack(f"{order}{len(values)}H", *values)
    tags = {258: (_SHORT, [16]), 262: (_SHORT, [photometric]), 277: (_SHORT, [1])}
    return tiff((len(values), 1), [row], tags, order)


def planes16(width: int, planes: Sequence[Sequence[int]]) -> bytes:
    """One row in three planes of 16 bits."""
    strips = [struct.pack(f"<{width}H", *plane) for plane in planes]
    tags = {258: (_SHORT, [16] * 3), 262: (_SHORT, [2]), 277: (_SHORT, [3]), 284: (_SHORT, [2])}
    return tiff((width, 1), strips, tags)


def rgb16(pixels: Sequence[tuple[int, int, int]], big: bool = False) -> bytes:
    """One row of red, green and blue of 16 bits, together as usual."""
    row = b"".join(struct.pack("<3H", *pixel) for pixel in pixels)
    tags = {258: (_SHORT, [16] * 3), 262: (_SHORT, [2]), 277: (_SHORT, [3])}
    return tiff((len(pixels), 1), [row], tags, big=big)


def fax(size: tuple[int, int], across: int, down: int) -> bytes:
    """A white page of one bit a pixel at so many lines to the inch."""
    row = b"\xff" * (-(-size[0] // 8))
    tags = {
        258: (_SHORT, [1]),
        262: (_SHORT, [1]),
        277: (_SHORT, [1]),
        282: (_RATIONAL, [across, 1]),
        283: (_RATIONAL, [down, 1]),
        296: (_SHORT, [2]),
    }
    return tiff(size, [row * size[1]], tags)
