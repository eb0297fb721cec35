"""Streams of a foreign PDF that unpack without end, found before anything unpacks them whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

import pikepdf

MAX_UNPACKED: Final = 256 * 2**20
"""Bytes of one stream: a colour scan of A3 at 600 dpi has 210 MB without compression."""
_MOST_RATIO: Final = 1032
"""What deflate can reach at the very most; a smaller stream than the limit by this cannot pass it."""
_PIECE: Final = 2**20
_FLATE: Final = ("/FlateDecode", "/Fl")
_PACKING: Final = (*_FLATE, "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL")


class Explosive(Exception):
    """A stream passes `MAX_UNPACKED`; the message tells the limit in MB."""


def check_streams(pdf: pikepdf.Pdf) -> None:
    """Raise `Explosive` when a packed stream of the file unpacks to more than `MAX_UNPACKED`."""
    for part in pdf.objects:
        if isinstance(part, pikepdf.Stream):
            filters = [name for name in _filters(part) if name in _PACKING]
            if filters and _passes(part.read_raw_bytes(), filters):
                raise Explosive(f"{MAX_UNPACKED >> 20}")


def _filters(part: pikepdf.Stream) -> tuple[str, ...]:
    found = part.get(pikepdf.Name.Filter, ())
    return (str(found),) if isinstance(found, pikepdf.Name) else tuple(str(name) for name in found)


def _passes(packed: bytes, filters: list[str]) -> bool:
    """Whether the unpacked bytes are too many. Layers below the last are unpacked, each within the limit, so that a small stream
    in a small stream is seen for what it is; a layer that is not deflate is taken at its own greatest ratio.
    """
    for name in filters[:-1]:
        if name not in _FLATE:
            return len(packed) * _MOST_RATIO > MAX_UNPACKED // _MOST_RATIO
        pieces = list(_unpacked(packed))
        if sum(map(len, pieces)) > MAX_UNPACKED:
            return True
        packed = b"".join(pieces)
    if len(packed) * _MOST_RATIO <= MAX_UNPACKED or filters[-1] not in _FLATE:
        return False
    return sum(map(len, _unpacked(packed))) > MAX_UNPACKED


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """The bytes piece by piece, up to a little more than the limit; damage ends them."""
    machine, done = zlib.decompressobj(), 0
    while packed and not machine.eof and done <= MAX_UNPACKED:
        try:
            piece = machine.decompress(packed, _PIECE)
        except zlib.error:
            return
        packed, done = machine.unconsumed_tail, done + len(piece)
        yield piece
