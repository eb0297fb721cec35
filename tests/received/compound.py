"""Compound files made for tests after [MS-CFB], by other means than the reader uses: empty streams below the root."""

from __future__ import annotations

import struct

_FREE, _END, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF


def compound(*names: str, inside: str = "") -> bytes:
    """A file with these streams at its root and, in a storage of its own, one more; version 3, sectors of 512 bytes."""
    count = 1 + len(names) + 2 * bool(inside)
    sectors = -(-count // 4)
    entries = [_entry("Root Entry", 5, child=1 if count > 1 else _NONE)]
    for number, name in enumerate(names, 1):
        following = number + 1 if number < len(names) + bool(inside) else _NONE
        entries.append(_entry(name, 2, right=following))
    if inside:
        entries += [_entry("MBD0001", 1, child=len(entries) + 1), _entry(inside, 2)]
    entries += [bytes(128)] * (sectors * 4 - len(entries))
    fat = [0xFFFFFFFD, *range(2, sectors + 1), _END]
    fat += [_FREE] * (128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<I", 0)
    head += struct.pack("<108I", *[_FREE] * 108)
    return head + struct.pack("<128I", *fat) + b"".join(entries)


def _entry(name: str, kind: int, right: int = _NONE, child: int = _NONE) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", _NONE, right, child)
    return written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1) + links + bytes(128 - 64 - 4 - 12)
