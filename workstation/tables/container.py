"""What is checked of a zipped workbook before any reader opens it: sizes that lie, parts that explode, sheets without end."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from workstation.tables.table import (
    MAX_COLUMNS,
    MAX_RATIO,
    MAX_ROWS,
    MAX_UNPACKED,
    RATIO_MATTERS_FROM,
    check_extent,
    refused,
)

_BROKEN: Final = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, LookupError, NotImplementedError, EOFError)
_SHEET: Final = re.compile(r"xl/(work|chart|dialog|macro)sheets/[^/]+\.(xml|bin)", re.IGNORECASE)
_REFERENCE: Final = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,9})["']""")
_TAG: Final = re.compile(rb"<(?:\w+:)?(?:row|c)[\s/>]")
_LOCAL_HEADER: Final = 30


def check_container(data: bytes, name: str) -> bool:
    """Raise `Refused` unless the zip file is a workbook that can be read within the limits; tells whether it is an XLSB."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
        _check_sizes(entries, name)
        names = {entry.filename.lower() for entry in entries}
        if not names & {"xl/workbook.xml", "xl/workbook.bin"}:
            raise refused("table_unreadable", name, kind="zip")
        for entry in entries:
            # Custom parts, properties and pictures are never read.
            if entry.filename.lower().startswith("xl/") and entry.filename.lower().endswith((".xml", ".bin", ".rels")):
                _check_part(entry.filename, _unpacked(data, entry, name), name)
    except _BROKEN:
        raise refused("table_damaged", name) from None
    return "xl/workbook.bin" in names


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused("table_locked", name)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise refused("zip_bomb", name, limit=f"{MAX_UNPACKED >> 20}")
    for entry in entries:
        if entry.file_size > RATIO_MATTERS_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise refused("zip_bomb", name, limit=f"{MAX_UNPACKED >> 20}")


def _unpacked(data: bytes, entry: zipfile.ZipInfo, name: str) -> bytes:
    """One part, unpacked by what its bytes hold and not by the size that the directory claims."""
    lengths = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + _LOCAL_HEADER + sum(lengths)
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise refused("table_damaged", name)
    part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)
    if len(part) > entry.file_size:
        raise refused("zip_bomb", name, limit=f"{MAX_UNPACKED >> 20}")
    return part


def _check_part(part_name: str, part: bytes, name: str) -> None:
    if part_name.lower().endswith(".bin"):
        if _SHEET.fullmatch(part_name):
            check_extent(*_binary_extent(part), name)
        return
    # Office writes UTF-8 without a document type; entities serve attacks only.
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in part[:8] or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise refused("table_unsafe", name)
    if _SHEET.fullmatch(part_name):
        check_extent(*_extent(part), name)


def _extent(part: bytes) -> tuple[int, int]:
    """Rows and columns up to the farthest cell, read from the references; parsed only where these do not settle it."""
    references = set(_REFERENCE.findall(part))
    rows = max((int(row) for _, row in references), default=0)
    columns = max((_column(letters) for letters, _ in references), default=0)
    settled = len(_REFERENCE.findall(part)) >= len(_TAG.findall(part))
    if settled and rows <= MAX_ROWS and columns <= MAX_COLUMNS:
        return rows, columns
    return _parsed_extent(part)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _parsed_extent(part: bytes) -> tuple[int, int]:
    """The same from every cell that holds a value: formats are often set down to the last of a million rows."""
    row = column = rows = columns = 0

    def started(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, rows, columns
        tag = tag.rpartition(":")[2]
        if tag == "row":
            row, column = int(attributes.get("r", row + 1)), 0
        elif tag == "c":
            reference = attributes.get("r", "")
            letters = reference.rstrip("0123456789")
            column = _column(letters.encode("ascii")) if letters else column + 1
            row = int(reference[len(letters) :] or row)
        elif tag in ("v", "is"):
            rows, columns = max(rows, row), max(columns, column)

    parser = expat.ParserCreate()
    parser.StartElementHandler = started
    try:
        parser.Parse(part, True)
    except expat.ExpatError as broken:
        raise ValueError("broken sheet") from broken
    return rows, columns


def _binary_extent(part: bytes) -> tuple[int, int]:
    """Rows and columns of an XLSB sheet: record 0 opens a row, records 1 to 11 are cells ([MS-XLSB] 2.1.4, 2.2.1)."""
    rows = columns = 0
    for kind, body in _records(part):
        if kind == 0:
            rows = max(rows, body + 1)
        elif kind <= 11:
            columns = max(columns, body + 1)
    return rows, columns


def _records(part: bytes) -> Iterator[tuple[int, int]]:
    """(record type, its first four bytes) of each record; type and length are variable-length integers."""
    at = 0
    while at < len(part):
        kind = part[at]
        if kind & 0x80:
            at += 1
            kind = kind & 0x7F | part[at] << 7
        at += 1
        length = shift = 0
        while True:
            length |= (part[at] & 0x7F) << shift
            at, more, shift = at + 1, part[at] & 0x80, shift + 7
            if not more:
                break
        if kind <= 11 and length >= 4:
            yield kind, int.from_bytes(part[at : at + 4], "little")
        at += length
