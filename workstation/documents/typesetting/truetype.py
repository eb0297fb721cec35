"""A TrueType file as OpenType describes it: its tables, which are read when they are asked for, and its map of characters.

A font of 30,000 glyphs is ready in a few milliseconds: characters are looked up in the map as it lies in the file.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_COLLECTION: Final = b"ttcf"
_MAGIC: Final = 0x5F0F3CF5
_MAPS: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of maps by Unicode, the widest first."""
_NAMES: Final = (6, 4, 1)
"""Name for PostScript, full name, family: the first that is there."""
_NOT_EMBEDDED: Final = 0x0002
_NO_SUBSET, _BITMAPS = 0x0100, 0x0200


class FontFile:
    """One font of a file. Raises `ValueError`, OSError and struct.error for what is none."""

    def __init__(self, path: Path, part: int = 0) -> None:
        self.path = path
        with path.open("rb") as file:
            start = 0
            if file.read(4) == _COLLECTION:
                file.seek(12 + 4 * part)
                start = int.from_bytes(file.read(4), "big")
            file.seek(start + 4)
            count = int.from_bytes(file.read(2), "big")
            file.seek(start + 12)
            entries = struct.iter_unpack(">4s4xII", file.read(16 * count))
            self.places = {tag.decode("latin-1"): (at, size) for tag, at, size in entries}
        if "glyf" not in self.places or "cmap" not in self.places:
            raise ValueError("no TrueType outlines")

    def table(self, tag: str) -> bytes:
        """The bytes of a table; none where the file has no such table."""
        at, size = self.places.get(tag, (0, 0))
        with self.path.open("rb") as file:
            file.seek(at)
            return file.read(size)

    def may_be_embedded(self) -> bool:
        """What the font itself allows (OS/2, fsType)."""
        rights = int.from_bytes(self.table("OS/2")[8:10], "big")
        return rights & 0xF != _NOT_EMBEDDED and not rights & (_NO_SUBSET | _BITMAPS)

    def name(self) -> str:
        """The name for PostScript, without what a name in a PDF cannot hold. Raises `ValueError` where there is none."""
        data = self.table("name")
        count, strings = struct.unpack_from(">HH", data, 2)
        found: dict[int, str] = {}
        for platform, encoding, language, kind, size, at in struct.iter_unpack(">6H", data[6 : 6 + 12 * count]):
            text = data[strings + at : strings + at + size]
            if (platform, encoding, language) == (3, 1, 0x409):
                found.setdefault(kind, text.decode("utf-16-be"))
            elif (platform, encoding, language) == (1, 0, 0):
                found.setdefault(kind, text.decode("mac-roman"))
        name = next((found[kind] for kind in _NAMES if found.get(kind)), "")
        kept = "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_+."))
        if not kept:
            raise ValueError("a font without a name")
        return kept

    def offsets(self) -> array[int]:
        """Where each outline begins in the table glyf, and where the last one ends."""
        is_long = self.table("head")[51]
        numbers = big_endian("I" if is_long else "H", self.table("loca"))
        return numbers if is_long else array("I", (2 * number for number in numbers))

    def characters(self) -> CharacterMap:
        """Which glyph draws a character."""
        data = self.table("cmap")
        count = struct.unpack_from(">H", data, 2)[0]
        kinds = {
            (platform, encoding): at for platform, encoding, at in struct.iter_unpack(">HHI", data[4 : 4 + 8 * count])
        }
        for kind in _MAPS:
            if kind in kinds and (found := _mapped(data[kinds[kind] :])) is not None:
                return found
        raise ValueError("no map by Unicode")


class CharacterMap(Mapping[int, int]):
    """Code point → glyph, in runs: ``firsts`` to ``lasts`` are drawn by glyphs in a row from ``glyphs`` on."""

    def __init__(self, firsts: array[int], lasts: array[int], glyphs: array[int]) -> None:
        self._firsts, self._lasts, self._glyphs = firsts, lasts, glyphs

    def __getitem__(self, point: int) -> int:
        at = bisect_left(self._lasts, point)
        if at == len(self._lasts) or point < self._firsts[at]:
            raise KeyError(point)
        return self._glyphs[at] + point - self._firsts[at]

    def __contains__(self, point: object) -> bool:
        at = bisect_left(self._lasts, point)  # type: ignore[call-overload]  # asked for code points only
        return bool(at < len(self._lasts) and self._firsts[at] <= point)

    def __iter__(self) -> Iterator[int]:
        for first, last in zip(self._firsts, self._lasts, strict=True):
            yield from range(first, last + 1)

    def __len__(self) -> int:
        return sum(self._lasts) - sum(self._firsts) + len(self._firsts)


def _mapped(data: bytes) -> CharacterMap | None:
    kind = struct.unpack_from(">H", data)[0]
    if kind == 12:
        numbers = big_endian("I", data[16 : 16 + 12 * struct.unpack_from(">I", data, 12)[0]])
        return CharacterMap(numbers[0::3], numbers[1::3], numbers[2::3])
    return _segments(data) if kind == 4 else None


def _segments(data: bytes) -> CharacterMap:
    """Segments either shift code points to glyphs by one step, or look each of them up in a list of glyphs."""
    size, half = struct.unpack_from(">H", data, 2)[0], struct.unpack_from(">H", data, 6)[0]
    words = big_endian("H", data[14 : size & ~1])
    count = half // 2
    lasts, firsts = words[:count], words[count + 1 : 2 * count + 1]
    steps, places = words[2 * count + 1 : 3 * count + 1], words[3 * count + 1 :]
    runs: list[tuple[int, int, int]] = []
    for at, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if not places[at]:
            # Counted in 16 bits, so a run may pass from the last glyph number to 0: then it is parted there.
            runs += _parted(first, min(last, 0xFFFE), (first + steps[at]) & 0xFFFF)
        else:
            listed = at + places[at] // 2 - first
            for point in range(first, min(last, 0xFFFE) + 1):
                glyph = places[listed + point]
                if glyph:
                    runs.append((point, point, (glyph + steps[at]) & 0xFFFF))
    return CharacterMap(*(array("I", column) for column in zip(*runs, strict=True)))


def _parted(first: int, last: int, glyph: int) -> Iterator[tuple[int, int, int]]:
    turn = first + 0x10000 - glyph
    if first <= min(last, turn - 1):
        yield first, min(last, turn - 1), glyph
    if turn <= last:
        yield turn, last, 0


def big_endian(kind: str, data: bytes) -> array[int]:
    """Numbers of 16 (H) or 32 (I) bits as fonts write them."""
    numbers = array(kind, data)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
