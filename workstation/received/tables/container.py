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

from workstation.received.kinds import foreign
from workstation.received.tables.table import MAX_RATIO, MAX_UNPACKED, RATIO_MATTERS_FROM, check_extent, refused, within

_BROKEN: Final = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, LookupError, NotImplementedError, EOFError)
_NEVER_READ: Final = re.compile(r"customXml/.*|docProps/.*|.*printersettings\d*\.bin|.*vbaproject\.bin", re.IGNORECASE)
_SHEET: Final = b"sheetData"
"""What makes a part a sheet; its name proves nothing, since the workbook may point anywhere."""
_CELL_TAG: Final = re.compile(rb"[<:]c[\s/>]")
_COLUMNS: Final = re.compile(rb'<c r="([A-Z]{1,3})[0-9]')
_ROWS: Final = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"')
"""Cells as every spreadsheet program writes them, the reference first; literal beginnings are found fast."""
_ROWS_BEGIN, _ROWS_END, _LAST_CELL = 145, 146, 11
_LOCAL_HEADER: Final = 30


def check_container(data: bytes, name: str) -> bool:
    """Raise `Refused` unless the zip file is a workbook that can be read within the limits; tells whether it is an XLSB."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
        _check_sizes(entries, name)
        names = {entry.filename.lower() for entry in entries}
        if not names & {"xl/workbook.xml", "xl/workbook.bin"}:
            raise (
                refused("table_unreadable", name, kind="OFD")
                if "ofd.xml" in names
                else foreign("kind_archive", name, "ZIP")
            )
        binary = "xl/workbook.bin" in names
        for entry in entries:
            if not _NEVER_READ.fullmatch(entry.filename):
                _check_part(entry.filename.lower(), _unpacked(data, entry, name), binary, name)
    except _BROKEN:
        raise refused("table_damaged", name) from None
    return binary


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


def _check_part(part_name: str, part: bytes, binary: bool, name: str) -> None:
    if binary and part_name.endswith(".bin"):
        check_extent(*_binary_extent(part), name)
    elif part_name.endswith((".xml", ".rels")) or _SHEET in part:
        # Office writes UTF-8 without a document type; entities serve attacks only.
        if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in part[:8] or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise refused("table_unsafe", name)
        if _SHEET in part:
            check_extent(*_extent(part), name)


def _extent(part: bytes) -> tuple[int, int]:
    """Rows and columns up to the farthest cell, read from the references; parsed only where these do not settle it."""
    columns, rows = _COLUMNS.findall(part), _ROWS.findall(part)
    if len(columns) == len(rows) == len(_CELL_TAG.findall(part)):
        farthest = max(map(int, set(rows)), default=0), max(map(_column, set(columns)), default=0)
        if within(*farthest):
            return farthest
    # Formats may go down to the last of a million rows without a value in them.
    return _parsed_extent(part)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _parsed_extent(part: bytes) -> tuple[int, int]:
    """The same, of the cells that hold a value."""
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
    """Rows and columns of an XLSB part: record 0 opens a row, records 1 to 11 are cells ([MS-XLSB] 2.1.4, 2.2.1).

    Rows count between the records that open and close the list of rows; other parts use the same numbers otherwise.
    """
    rows = columns = 0
    inside = False
    for kind, first in binary_records(part):
        if kind in (_ROWS_BEGIN, _ROWS_END):
            inside = kind == _ROWS_BEGIN
        elif inside and kind == 0:
            rows = max(rows, first + 1)
        elif inside and kind <= _LAST_CELL:
            columns = max(columns, first + 1)
    return rows, columns


def binary_records(part: bytes) -> Iterator[tuple[int, int]]:
    """(record type, its first four bytes) of each record; type and length are variable-length integers."""
    at = 0
    while at + 1 < len(part):
        kind, at = _variable(part, at, 2)
        length, at = _variable(part, at, 4)
        yield kind, int.from_bytes(part[at : at + 4], "little")
        at += length


def _variable(part: bytes, at: int, most: int) -> tuple[int, int]:
    """An integer of up to ``most`` bytes, seven bits each, the low ones first; and where it ends."""
    value = 0
    for index, byte in enumerate(part[at : at + most]):
        value |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            return value, at + index + 1
    return value, at + most
