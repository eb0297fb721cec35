"""One TrueType file: which characters it holds, how wide they are, and the subset of its outlines that goes into a PDF.

A subset is one font, cut out of the file's own bytes.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final

from workstation.documents.typesetting.truetype import FontFile, big_endian

EVEN_ONE: Final = "\x01"
"""Stands for a 1 as wide as a 0, in columns of figures; it is copied out as 1."""

_REMEMBERED: Final = 8
"""Subsets of one font, about 50 kB each."""
_LEVEL: Final = 6
_SHORT: Final = 0x20000
"""Outlines below this length are found by halved numbers of 16 bits."""
NO_GLYPH: Final = -1
"""An empty place of a subset."""

_CARRIED: Final = ("cvt ", "fpgm", "prep")  # what instructions in the outlines refer to
_KEPT: Final = ("head", "hhea", "hmtx", "maxp", *_CARRIED)
_WORDS, _PLACED, _SCALE, _MORE, _TWO_SCALES, _MATRIX = (
    0x01,
    0x02,
    0x08,
    0x20,
    0x40,
    0x80,
)  # flags of a part of a composed glyph
_CHECK: Final = 0xB1B0AFBA


class Typeface:
    """An opened file: ``glyphs`` by code point; measures in thousandths of the type size, as PDF has them.

    Raises `ValueError` for a file that is no TrueType font with outlines, or may not be embedded.
    """

    def __init__(self, path: Path, part: int = 0) -> None:
        try:
            self._read(FontFile(path, part))
        except (OSError, ValueError, struct.error, IndexError) as error:
            raise ValueError(f"{path.name}: {error}") from error

    def _read(self, file: FontFile) -> None:
        if not file.may_be_embedded():
            raise ValueError("may not be embedded")
        self._path, self._outlines_at = file.path, file.places["glyf"][0]
        self._tables = {tag: file.table(tag) for tag in _KEPT if tag in file.places}
        self.name = file.name()
        self.glyphs = file.characters()
        self._offsets = file.offsets()
        head, other = self._tables["head"], file.table("OS/2")
        self._scale: float = 1000 / struct.unpack_from(">H", head, 18)[0]
        self._long_metrics = struct.unpack_from(">H", self._tables["hhea"], 34)[0]
        self.box = self._scaled(*struct.unpack_from(">4h", head, 36))
        self.ascent, self.descent = self._scaled(*struct.unpack_from(">2h", other, 68))
        has_capitals = struct.unpack_from(">H", other)[0] > 1
        self.cap_height = self._scaled(*struct.unpack_from(">h", other, 88))[0] if has_capitals else self.ascent
        self.stem = 50 + int(
            (struct.unpack_from(">H", other, 4)[0] / 65) ** 2
        )  # told by no table: as PDFlib guesses it
        self.slant = struct.unpack_from(">h", file.table("post"), 4)[0]

        # A paper is set again while it is being written and once more when it leaves, with the same characters.
        self.packed = lru_cache(_REMEMBERED)(self._packed)

    def _packed(self, glyphs: tuple[int, ...], even_one: int | None) -> tuple[int, bytes]:
        """The length of a subset, and the subset compressed."""
        data = self.subset(glyphs, even_one)
        return len(data), zlib.compress(data, _LEVEL)

    def _scaled(self, *units: int) -> tuple[int, ...]:
        return tuple(int(unit * self._scale) for unit in units)

    def width(self, char: str) -> float:
        """Thousandths of the type size that a character takes, or the box of a missing one."""
        at = 4 * min(self.glyphs.get(ord(char), 0), self._long_metrics - 1)
        return int.from_bytes(self._tables["hmtx"][at : at + 2], "big") * self._scale

    def subset(self, glyphs: Sequence[int], even_one: int | None = None) -> bytes:
        """A font whose glyph ``i`` is glyph ``glyphs[i]`` of this one; the parts of composed glyphs follow behind.

        ``even_one``: which of them is the 1 centred in the width of a 0. `NO_GLYPH` stands at places that nothing shows.
        """
        order = list(glyphs)
        # The 1 of even width is composed of the plain one, never of itself: a glyph that is its own part draws nothing.
        indices = {glyph: at for at, glyph in enumerate(order) if at != even_one}
        outlines: list[bytes] = []
        start, offsets = self._outlines_at, self._offsets
        # A few hundred of 30,000 outlines: nobody holds the 12 MB of all in memory.
        with self._path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            for glyph in order:  # grows while composed glyphs name further ones
                outline = data[start + offsets[glyph] : start + offsets[glyph + 1]] if glyph >= 0 else b""
                if len(outlines) == even_one:
                    outline = _moved(outline, glyph, self._even_step())
                outlines.append(_composed(outline, order, indices) if outline[:1] >= b"\x80" else outline)
        metrics = [
            self._even_metric(glyph) if at == even_one else self._metric(glyph) for at, glyph in enumerate(order)
        ]
        return self._written(outlines, metrics)

    def _even_step(self) -> int:
        """Units of the file by which a 1 moves to stand in the middle of a 0."""
        units = int.from_bytes(self._tables["head"][18:20], "big")
        return round((self.width("0") - self.width("1")) * units / 2000)

    def _even_metric(self, glyph: int) -> bytes:
        """The advance of a 0; the bearing grows as the glyph moves."""
        (advance, _), (_, bearing) = (struct.unpack(">Hh", self._metric(one)) for one in (self.glyphs[ord("0")], glyph))
        return struct.pack(">Hh", advance, bearing + self._even_step())

    def _written(self, outlines: list[bytes], metrics: list[bytes]) -> bytes:
        count, padded = len(outlines), [outline + bytes(len(outline) % 2) for outline in outlines]
        starts = list(accumulate(map(len, padded), initial=0))
        is_short = starts[-1] < _SHORT
        places = array("H", [start // 2 for start in starts]) if is_short else array("I", starts)
        head, hhea, maxp = (self._tables[tag] for tag in ("head", "hhea", "maxp"))
        tables = {tag: self._tables[tag] for tag in _CARRIED if tag in self._tables} | {
            "glyf": b"".join(padded),
            "head": head[:8] + bytes(4) + head[12:50] + (b"\0\0" if is_short else b"\0\1") + head[52:54],
            "hhea": hhea[:34] + struct.pack(">H", count),
            "hmtx": b"".join(metrics),
            "loca": big_endian(places.typecode, places.tobytes()).tobytes(),
            "maxp": maxp[:4] + struct.pack(">H", count) + maxp[6:],
        }
        return _font_file(tables)

    def _metric(self, glyph: int) -> bytes:
        """Advance and left bearing; glyphs past the long metrics share the last advance."""
        if glyph < 0:
            return bytes(4)
        metrics, last = self._tables["hmtx"], 4 * self._long_metrics
        if glyph < self._long_metrics:
            return metrics[4 * glyph : 4 * glyph + 4]
        at = last + 2 * (glyph - self._long_metrics)
        return metrics[last - 4 : last - 2] + metrics[at : at + 2]


def _moved(outline: bytes, glyph: int, step: int) -> bytes:
    """A composed glyph whose one part is ``glyph`` with this outline, moved to the right."""
    left, low, right, high = struct.unpack_from(">4h", outline, 2)
    return struct.pack(">5h2H2h", -1, left + step, low, right + step, high, _WORDS | _PLACED, glyph, step, 0)


def _composed(outline: bytes, order: list[int], indices: dict[int, int]) -> bytes:
    """The outline with its parts renumbered; parts not yet in ``order`` are appended to it."""
    made, at, flags = bytearray(outline), 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", made, at)
        if part not in indices:
            indices[part] = len(order)
            order.append(part)
        struct.pack_into(">H", made, at + 2, indices[part])
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return bytes(made)


def _checksum(data: bytes) -> int:
    return sum(big_endian("I", data + bytes(-len(data) % 4))) & 0xFFFFFFFF


def _font_file(tables: dict[str, bytes]) -> bytes:
    """The tables behind their directory, each on a fourth byte, with the sums that readers may check."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    entries, body, sums, start, offset = [head], [], 0, 12 + 16 * count, 0
    for tag in sorted(tables):
        data, sum_ = tables[tag], _checksum(tables[tag])
        offset = start if tag == "head" else offset
        entries.append(struct.pack(">4sIII", tag.encode("ascii"), sum_, start, len(data)))
        body.append(data + bytes(-len(data) % 4))
        start, sums = start + len(body[-1]), sums + sum_
    directory = b"".join(entries)
    whole = bytearray(directory + b"".join(body))
    struct.pack_into(">I", whole, offset + 8, (_CHECK - sums - _checksum(directory)) & 0xFFFFFFFF)
    return bytes(whole)
