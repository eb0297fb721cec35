"""Embedded font files, as far as text is drawn with them: which glyph a character has, and how wide it is (OpenType 1.9)."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_CFF_HEADS: Final = (b"\x01\x00\x04", b"\x01\x00\x05")
_UNICODE: Final = ((3, 10), (0, 6), (0, 4), (0, 3), (0, 2), (0, 1), (0, 0), (3, 1), (3, 0), (1, 0))
"""Platform and encoding of tables of characters, the best first."""
_SYMBOLS: Final = 0xF000
"""Where fonts of symbols keep their characters."""
_MOST_GROUPS: Final = 0x20000


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font. ``glyphs`` by code point; ``widths`` in thousandths of the type size by glyph, empty where they are not told;
    ``outlines``: the kind of its outlines as PDF names them.
    """

    data: bytes
    outlines: str
    count: int
    glyphs: dict[int, int]
    widths: tuple[float, ...] = ()

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 for none."""
        point = ord(char)
        return self.glyphs.get(point) or self.glyphs.get(_SYMBOLS + point, 0)

    def width(self, glyph: int) -> float:
        """Thousandths of the type size."""
        return self.widths[glyph] if glyph < len(self.widths) else self.widths[-1] if self.widths else 1000.0


def font_file(data: bytes) -> FontFile:
    """Read a font file. Raises ValueError for one that a second reader (FreeType) does not open either."""
    from PIL import ImageFont  # here, since only a worker reads

    try:
        if data.startswith(b"ttcf"):
            raise ValueError("a collection")
        ImageFont.truetype(io.BytesIO(data), 20)
        if data[:3] in _CFF_HEADS:
            return FontFile(data, "CIDFontType0C", 0x10000, {})
        tables = _tables(data)
        if "CFF " not in tables and "glyf" not in tables:
            raise ValueError("no outlines")
        count = int(struct.unpack_from(">H", tables["maxp"], 4)[0])
        outlines = "OpenType" if "CFF " in tables else "TrueType"
        return FontFile(data, outlines, count, dict(_glyphs(tables.get("cmap", b""))), _widths(tables))
    except (OSError, struct.error, KeyError, IndexError, ZeroDivisionError, MemoryError) as fault:
        raise ValueError(str(fault)) from None


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, start, length = struct.unpack_from(">4sIII", data, at)
        found[tag.decode("latin-1")] = data[start : start + length]
    return found


def _widths(tables: dict[str, bytes]) -> tuple[float, ...]:
    if "hmtx" not in tables or "hhea" not in tables:
        return ()
    (em,) = struct.unpack_from(">H", tables["head"], 18)
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    long = tables["hmtx"][: 4 * count]
    return tuple(1000 * width / em for width, _ in struct.iter_unpack(">Hh", long[: len(long) // 4 * 4]))


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    if not cmap:
        return
    (count,) = struct.unpack_from(">H", cmap, 2)
    places = {}
    for at in range(4, 4 + 8 * count, 8):
        platform, encoding, start = struct.unpack_from(">HHI", cmap, at)
        places[platform, encoding] = start
    chosen = next((places[kind] for kind in _UNICODE if kind in places), None)
    if chosen is None:
        return
    table = cmap[chosen:]
    (kind,) = struct.unpack_from(">H", table)
    yield from {0: _bytes, 4: _segments, 6: _row, 12: _groups}.get(kind, _none)(table)


def _none(_table: bytes) -> Iterator[tuple[int, int]]:
    return iter(())


def _bytes(table: bytes) -> Iterator[tuple[int, int]]:
    return enumerate(table[6:262])


def _row(table: bytes) -> Iterator[tuple[int, int]]:
    first, count = struct.unpack_from(">HH", table, 6)
    return enumerate(struct.unpack_from(f">{count}H", table, 10), first)


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts, deltas, places = (struct.unpack_from(f">{count}H", table, 16 + 2 * count * part) for part in (1, 2, 3))
    for index, (start, end, delta, place) in enumerate(zip(starts, ends, deltas, places, strict=True)):
        for point in range(start, min(end, 0xFFFE) + 1):
            glyph = point
            if place:
                at = 16 + 6 * count + 2 * index + place + 2 * (point - start)
                glyph = struct.unpack_from(">H", table, at)[0] if at + 2 <= len(table) else 0
            if glyph or not place:
                yield point, (glyph + delta) & 0xFFFF


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", table, 12)
    for at in range(16, 16 + 12 * min(count, _MOST_GROUPS), 12):
        first, last, glyph = struct.unpack_from(">III", table, at)
        if last > 0x10FFFF or last < first or last - first > 0xFFFF:
            raise ValueError("characters")
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)
