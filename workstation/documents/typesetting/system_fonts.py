"""Fonts of this machine, asked only for characters that no font of ours holds; only TrueType outlines can be embedded.

A file is opened just far enough to look the character up in its map (OpenType, table cmap, formats 4 and 12).
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from workstation.documents.typesetting.typeface import Typeface

_LIKELY: Final = ("simsunb", "simsunextg", "mingliub", "hanamin", "plangothic", "babelstonehan", "ukai", "uming")
"""Beginnings of the names of fonts that were made for rare characters: these are asked first."""
_ENDINGS: Final = (".ttf", ".ttc", ".otf")
_UNICODE: Final = (
    (3, 10),
    (0, 6),
    (0, 4),
    (3, 1),
    (0, 3),
)  # platform and encoding of a map by code points, the widest first


def font_folders(system: str, home: Path, settings: Mapping[str, str]) -> tuple[Path, ...]:
    """Where a system keeps its fonts: those of the user, then those of all."""
    if system == "win32":
        user = settings.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return (Path(user) / "Microsoft" / "Windows" / "Fonts", Path(settings.get("WINDIR", "C:\\Windows")) / "Fonts")
    if system == "darwin":
        return (home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    data = Path(settings.get("XDG_DATA_HOME", str(home / ".local" / "share")))
    return (data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


@cache
def system_typeface(point: int) -> Typeface | None:
    """A font of this machine that draws a character, or None."""
    return found_typeface(point, font_folders(sys.platform, Path.home(), os.environ))


def found_typeface(point: int, folders: tuple[Path, ...]) -> Typeface | None:
    """The first font below ``folders`` that draws a character; the likely ones are asked first."""
    for path in _files(folders):
        part = _holding_part(path, point)
        if part is not None and (face := _opened(path, part)) is not None and point in face.glyphs:
            return face
    return None


@cache
def _opened(path: Path, part: int) -> Typeface | None:
    try:
        return Typeface(path, part)
    except ValueError:
        return None


@cache
def _files(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    found = [path for folder in folders for path in sorted(_below(folder)) if path.suffix.lower() in _ENDINGS]
    return tuple(sorted(found, key=lambda path: not path.name.lower().startswith(_LIKELY)))


def _below(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent) / name for name in names)


def _holding_part(path: Path, point: int) -> int | None:
    """The number of the font in a file (0 but in a collection) that has outlines and maps a character; broken files have none."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            for part, start in enumerate(_starts(data)):
                tables = _tables(data, start)
                if "glyf" in tables and "cmap" in tables and _maps(data, tables["cmap"], point):
                    return part
    except (OSError, ValueError, struct.error, IndexError):
        return None
    return None


def _starts(data: mmap.mmap) -> tuple[int, ...]:
    if data[:4] != b"ttcf":
        return (0,)
    count = struct.unpack_from(">I", data, 8)[0]
    return struct.unpack_from(f">{count}I", data, 12)


def _tables(data: mmap.mmap, start: int) -> dict[str, int]:
    count = struct.unpack_from(">H", data, start + 4)[0]
    entries = (struct.unpack_from(">4s4xI4x", data, start + 12 + 16 * i) for i in range(count))
    return {tag.decode("latin-1"): parent for tag, parent in entries}


def _maps(data: mmap.mmap, cmap: int, point: int) -> bool:
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    entries = struct.iter_unpack(">HHI", data[cmap + 4 : cmap + 4 + 8 * count])
    kinds = {(platform, encoding): cmap + at for platform, encoding, at in entries}
    table = next((kinds[kind] for kind in _UNICODE if kind in kinds), None)
    if table is None:
        return False
    form = struct.unpack_from(">H", data, table)[0]
    if form == 12:
        return _in_groups(data, table, point)
    return form == 4 and point < 0xFFFF and _in_segments(data, table, point)


def _in_groups(data: mmap.mmap, table: int, point: int) -> bool:
    count = struct.unpack_from(">I", data, table + 12)[0]
    groups = struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * count])
    return any(first <= point <= last for first, last, _ in groups)


def _in_segments(data: mmap.mmap, table: int, point: int) -> bool:
    """Whether a segment spans the character; the parsed font then says for sure."""
    half = struct.unpack_from(">H", data, table + 6)[0]
    lasts = struct.unpack_from(f">{half // 2}H", data, table + 14)
    firsts = struct.unpack_from(f">{half // 2}H", data, table + 16 + half)
    return any(first <= point <= last for first, last in zip(firsts, lasts, strict=True))
