"""The parts of an OFD file: a ZIP whose XML is read within bounds, without document types and entities."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.etree import ElementTree as Xml

MEDIA_TYPE: Final = "application/ofd"
PAGED: Final = ("application/pdf", MEDIA_TYPE)
"""Media types of files that are pages."""
ZIP_HEAD: Final = b"PK\x03\x04"
ROOT: Final = "OFD.xml"
_LOCKS: Final = "Encryptions.xml"
"""Tells which parts are encrypted, and how (GM/T 0099)."""
MAX_PARTS: Final = 20_000
MAX_XML: Final = 24 * 2**20
"""Bytes of one part of text; a page has some ten thousand."""
MAX_UNPACKED: Final = 256 * 2**20
"""Bytes of all parts together, as the file tells them and as they are."""
_DEEPEST: Final = 64  # elements in one another
_LOCKED_FLAG, _UTF8_FLAG = 0x1, 0x800
_MARKS: Final = (b"<!DOCTYPE", b"<!ENTITY")
_FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, LookupError, EOFError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
"""What the reader of ZIP files raises over damage."""

Element = Xml.Element


class NoOfd(Exception):
    """The file is no OFD, or one that cannot be read; the message says why."""


class LockedOfd(NoOfd):
    """The parts are encrypted (GM/T 0099)."""


class HeavyOfd(NoOfd):
    """More than an OFD may unpack to; the message tells the limit in MB."""


class Package:
    """An open OFD. Parts are told by their path from the root, without a leading slash."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as fault:
            raise NoOfd(str(fault)) from None
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise HeavyOfd(str(MAX_UNPACKED >> 20))
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            for name in _names(entry):
                self._entries.setdefault(_key(name), entry)
        if any(entry.flag_bits & _LOCKED_FLAG for entry in entries) or _key(_LOCKS) in self._entries:
            raise LockedOfd
        if _key(ROOT) not in self._entries:
            raise NoOfd(ROOT)
        self._left = MAX_UNPACKED

    def has(self, path: str) -> bool:
        """Whether there is a part of this path."""
        return _key(path) in self._entries

    def part(self, path: str, limit: int = MAX_UNPACKED) -> bytes:
        """The bytes of a part. Raises `NoOfd`, `HeavyOfd`."""
        entry = self._entries.get(_key(path))
        if entry is None:
            raise NoOfd(path)
        room = min(limit, self._left)
        try:
            with self._zip.open(entry) as file:
                data = file.read(room + 1)
        except _FAULTS as fault:
            raise NoOfd(f"{path}: {fault}") from None
        if len(data) > room:
            raise HeavyOfd(str(MAX_UNPACKED >> 20))
        self._left -= len(data)
        return data

    def xml(self, path: str) -> Element:
        """The root element of a part, tags without their namespaces: some files are written outside the standard's.

        Raises `NoOfd`, also for a document type or an entity, which the standard knows none of.
        """
        return parsed(self.part(path, MAX_XML), path)


def parsed(data: bytes, path: str = "") -> Element:
    """As `Package.xml`, of bytes."""
    plain = data.replace(b"\0", b"")  # in UTF-16 too
    if any(mark in plain for mark in _MARKS):
        raise NoOfd(f"{path}: DOCTYPE")
    try:
        root = Xml.fromstring(data)
    except (Xml.ParseError, ValueError, LookupError) as fault:
        raise NoOfd(f"{path}: {fault}") from None
    if _is_deep(root):
        raise NoOfd(f"{path}: > {_DEEPEST}")
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _is_deep(root: Element) -> bool:
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def joined(base: str, reference: str) -> str:
    """The path that a part means by a reference: from the root where it begins with a slash, else from where it lies itself."""
    told = reference.strip().replace("\\", "/")
    return posixpath.normpath(told if told.startswith("/") else posixpath.join(posixpath.dirname(base), told)).lstrip(
        "/"
    )


def child_text(element: Element, name: str) -> str:
    """The text of a child, empty where there is none."""
    return (element.findtext(name) or "").strip()


def is_ofd(data: bytes | BinaryIO) -> bool:
    """Whether bytes or an open file are an OFD, whole or not: a ZIP that names its root or tells how it is encrypted."""
    file = io.BytesIO(data) if isinstance(data, bytes) else data
    try:
        if file.read(len(ZIP_HEAD)) != ZIP_HEAD:
            return False
        with zipfile.ZipFile(file) as box:
            return any(_key(entry.filename) in (_key(ROOT), _key(_LOCKS)) for entry in box.infolist())
    except _FAULTS:
        return False
    finally:
        file.seek(0)


def _key(path: str) -> str:
    return posixpath.normpath(path.replace("\\", "/")).lstrip("/").casefold()


def _names(entry: zipfile.ZipInfo) -> Iterator[str]:
    """The name as the ZIP tells it, and as the bytes of a name without a flag read in the encodings that are used."""
    yield entry.filename
    if not entry.flag_bits & _UTF8_FLAG and not entry.filename.isascii():
        for encoding in ("utf-8", "gb18030"):
            try:
                yield entry.orig_filename.encode("cp437").decode(encoding)
            except UnicodeError:
                continue
