"""What an ELF file asks of the system that runs it: libraries, and versions of their symbols. Standard library only."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MAGIC: Final = b"\x7fELF"
MACHINES: Final = {62: "x86_64", 183: "aarch64"}
_HEAD, _LOAD = 64, 1
_DYNAMIC, _NEEDS = 6, 0x6FFFFFFE
_VERSION: Final = re.compile(r"(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9.]+)")


class NotElf(Exception):
    """The bytes are no 64-bit little-endian ELF file with section headers."""


@dataclass(frozen=True)
class Asked:
    """What one file asks: the machine, libraries by name, versions (``GLIBC`` → ``(2, 28)``) at their highest."""

    machine: str
    libraries: tuple[str, ...]
    highest: dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class _Section:
    kind: int
    offset: int
    size: int
    link: int
    info: int


def asked_by(data: bytes) -> Asked:
    """Read one file. Raises `NotElf`."""
    if data[:6] != MAGIC + b"\x02\x01":
        raise NotElf
    (machine,) = struct.unpack_from("<H", data, 18)
    sections = list(_sections(data))
    return Asked(MACHINES.get(machine, str(machine)), tuple(_needed(data, sections)), _highest(data, sections))


def loaded(data: bytes) -> list[tuple[int, int, bytes]]:
    """What of a file comes into memory: address, size there and bytes of each part, without the two tables that name places in
    the file. Two files with the same answer run alike.
    """
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    blank = bytearray(data)
    blank[:_HEAD] = bytes(_HEAD)
    blank[table : table + size * count] = bytes(size * count)
    parts = []
    for number in range(count):
        kind, _, offset, address, _, length, room = struct.unpack_from("<IIQQQQQ", data, table + number * size)
        if kind == _LOAD:
            parts.append((address, room, bytes(blank[offset : offset + length])))
    return parts


def elf_files(folder: Path) -> Iterator[Path]:
    """Every ELF file below a folder, in order of path; links are left out."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) == MAGIC:
                    yield file


def _sections(data: bytes) -> Iterator[_Section]:
    (table,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    if not table or not count:
        raise NotElf
    for number in range(count):
        _, kind, _, _, offset, length, link, info = struct.unpack_from("<IIQQQQII", data, table + number * size)
        yield _Section(kind, offset, length, link, info)


def _text(data: bytes, strings: _Section, at: int) -> str:
    start = strings.offset + at
    return data[start : data.index(b"\0", start)].decode("ascii")


def _needed(data: bytes, sections: list[_Section]) -> Iterator[str]:
    for section in sections:
        if section.kind == _DYNAMIC:
            for at in range(section.offset, section.offset + section.size, 16):
                tag, value = struct.unpack_from("<QQ", data, at)
                if tag == 1:
                    yield _text(data, sections[section.link], value)


def _highest(data: bytes, sections: list[_Section]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for section in sections:
        if section.kind != _NEEDS:
            continue
        at = section.offset
        for _ in range(section.info):
            _, count, _, first, following = struct.unpack_from("<HHIII", data, at)
            inner = at + first
            for _ in range(count):
                _, _, _, name, beyond = struct.unpack_from("<IHHII", data, inner)
                if match := _VERSION.fullmatch(_text(data, sections[section.link], name)):
                    number = tuple(int(part) for part in match[2].split("."))
                    found[match[1]] = max(found.get(match[1], ()), number)
                inner += beyond
            at += following
    return found
