"""The streams at the root of a compound file ([MS-CFB]), by which Word, Excel, Outlook and others are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY: Final = 128
_LAST: Final = 0xFFFFFFFA
"""Numbers of sectors from here on mean that a chain ends."""
_MOST_SECTORS: Final = 4_096
"""Of a directory: 16,000 streams in sectors of 512 bytes."""


def root_names(file: BinaryIO) -> frozenset[str]:
    """Names right below the root, as far as the file is whole; what is embedded in storages of its own is not named."""
    entries = list(_entries(file))
    found: set[str] = set()
    waiting = [_number(entries[0], 76)] if entries else []
    seen: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index < len(entries) and index not in seen:
            seen.add(index)
            found.add(_name(entries[index]))
            waiting += [_number(entries[index], 68), _number(entries[index], 72)]
    return frozenset(found)


def _name(entry: bytes) -> str:
    length = min(int.from_bytes(entry[64:66], "little"), 64)
    return entry[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")


def _entries(file: BinaryIO) -> Iterator[bytes]:
    """The entries of the directory, read along its chain of sectors."""
    file.seek(0)
    head = file.read(512)
    size = 1 << min(int.from_bytes(head[30:32], "little"), 12)
    if size < _ENTRY or head[: len(MAGIC)] != MAGIC:
        return
    sector, seen = _number(head, 48), 0
    while sector < _LAST and seen < _MOST_SECTORS:
        file.seek((sector + 1) * size)
        data = file.read(size)
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            yield data[at : at + _ENTRY]
        sector, seen = _next(file, head, sector, size), seen + 1


def _next(file: BinaryIO, head: bytes, sector: int, size: int) -> int:
    """What follows a sector, of those whose allocation table the header itself names: files up to 7 MB, and the start of others."""
    table, place = divmod(sector, size // 4)
    if table >= 109:
        return _LAST
    file.seek((_number(head, 76 + 4 * table) + 1) * size + 4 * place)
    return _number(file.read(4).ljust(4, b"\xff"), 0)
