"""Streams of a foreign PDF that unpack without end, found before anything unpacks them whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Final

import pikepdf

MAX_UNPACKED: Final = 256 * 2**20
"""Bytes of one stream: a colour scan of A3 at 600 dpi has 210 MB without compression."""
MAX_DRAWING: Final = 32 * 2**20
"""Bytes of what a page draws: a dense page of outlined characters has four million, a plan of a town some ten."""
_MOST_RATIO: Final = 1032
"""What deflate can reach at the very most; a smaller stream than the limit by this cannot pass it."""
_PIECE: Final = 2**20
_FLATE: Final = ("/FlateDecode", "/Fl")
_PACKING: Final = (*_FLATE, "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL")


class Explosive(Exception):
    """A stream passes `MAX_UNPACKED`, or `MAX_DRAWING`; the message tells the limit in MB."""


def check_streams(pdf: pikepdf.Pdf) -> None:
    """Raise `Explosive` when a packed stream of the file unpacks to more than `MAX_UNPACKED`, a drawing to `MAX_DRAWING`."""
    _check(pdf, lambda part: True)


def check_drawings(pdf: pikepdf.Pdf) -> None:
    """The same of drawings alone, which take no time in a file of large pictures."""
    _check(pdf, _is_drawing)


def _check(pdf: pikepdf.Pdf, asked: Callable[[pikepdf.Stream], bool]) -> None:
    for part in pdf.objects:
        if isinstance(part, pikepdf.Stream) and asked(part):
            filters = [name for name in _filters(part) if name in _PACKING]
            most = MAX_DRAWING if _is_drawing(part) else MAX_UNPACKED
            if filters and _passes(part.read_raw_bytes(), filters, most):
                raise Explosive(f"{most >> 20}")


def _is_drawing(part: pikepdf.Stream) -> bool:
    """Whether it may be the contents of a page, which bear no name of a kind (nor does a font, which tells its length), or a
    drawing placed in one.
    """
    kind = part.get(pikepdf.Name.Subtype)
    return kind == pikepdf.Name.Form or (
        kind is None and not any(name in part for name in (pikepdf.Name.Type, pikepdf.Name.Length1))
    )


def _filters(part: pikepdf.Stream) -> tuple[str, ...]:
    found = part.get(pikepdf.Name.Filter, ())
    return (str(found),) if isinstance(found, pikepdf.Name) else tuple(str(name) for name in found)


def _passes(packed: bytes, filters: list[str], most: int) -> bool:
    """Whether the unpacked bytes are too many. Layers below the last are unpacked, each within the limit, so that a small stream
    in a small stream is seen for what it is; a layer that is not deflate is taken at its own greatest ratio.
    """
    for name in filters[:-1]:
        if name not in _FLATE:
            return len(packed) * _MOST_RATIO > most // _MOST_RATIO
        pieces = list(_unpacked(packed, most))
        if sum(map(len, pieces)) > most:
            return True
        packed = b"".join(pieces)
    if len(packed) * _MOST_RATIO <= most or filters[-1] not in _FLATE:
        return False
    return sum(map(len, _unpacked(packed, most))) > most


def _unpacked(packed: bytes, most: int) -> Iterator[bytes]:
    """The bytes piece by piece, up to a little more than the limit; damage ends them."""
    machine, done = zlib.decompressobj(), 0
    while packed and not machine.eof and done <= most:
        try:
            piece = machine.decompress(packed, _PIECE)
        except zlib.error:
            return
        packed, done = machine.unconsumed_tail, done + len(piece)
        yield piece
