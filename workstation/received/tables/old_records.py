"""Records of an XLS that its reader passes over in silence: the year from which days count, and formulas that nobody computed.

Sectors of a stream follow each other in the files that programs write; where they do not, nothing is found here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from workstation.received.tables.marks import Place

_GLOBALS: Final = b"\x09\x08\x10\x00\x00\x06\x05\x00"
"""Record BOF of BIFF 8 that opens a workbook ([MS-XLS] 2.4.21)."""
_END, _DAYS, _FORMULA, _SHEET = 0x0A, 0x22, 0x06, 0x85
_EMPTY_TEXT: Final = (3, b"\xff\xff")
"""First byte and last two of a stored result that is an empty text ([MS-XLS] 2.5.133)."""


@dataclass(frozen=True, slots=True)
class OldRecords:
    """``since_1904``: days count from 1 January 1904. ``uncomputed``: sheet → its formulas, where no formula has a result."""

    since_1904: bool = False
    uncomputed: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)


def old_records(data: bytes) -> OldRecords:
    """What the records of an XLS say.

    A program that writes formulas and computes none stores an empty text for each. Excel stores that for a formula which gives
    one; so only where all of them have it is none of them taken for computed.
    """
    start = data.find(_GLOBALS)
    if start < 0:
        return OldRecords()
    since_1904, sheets = False, []
    for kind, body in _records(data, start):
        if kind == _DAYS:
            since_1904 = body[:1] == b"\x01"
        elif kind == _SHEET and len(body) > 8:
            sheets.append((_name(body), start + int.from_bytes(body[:4], "little")))
    formulas = {name: list(_formulas(data, at)) for name, at in sheets}
    if any(computed for found in formulas.values() for _, computed in found):
        return OldRecords(since_1904)
    return OldRecords(since_1904, {name: tuple(place for place, _ in found) for name, found in formulas.items()})


def _records(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record up to the end of its part."""
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        if kind == _END:
            return
        yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _name(body: bytes) -> str:
    wide, text = body[7] & 1, body[8:]
    return text[: 2 * body[6]].decode("utf-16-le", "replace") if wide else text[: body[6]].decode("latin-1")


def _formulas(data: bytes, at: int) -> Iterator[tuple[Place, bool]]:
    """Place of each formula of a sheet, and whether its result is more than an empty text."""
    for kind, body in _records(data, at):
        if kind == _FORMULA and len(body) >= 14:
            row, column = struct.unpack_from("<HH", body)
            yield (row, column), (body[6], body[12:14]) != _EMPTY_TEXT
