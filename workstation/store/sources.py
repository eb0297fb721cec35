"""What comes into the vault: files of people, papers made here, files that arrive in pieces; read in chunks, never whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Final

from workstation.errors import Finding, Refused
from workstation.store.files import BINARY

CHUNK: Final = 1 << 18
"""Bytes that are read, sealed and opened at a time."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What was taken in: SHA-256 of the original bytes (hex) and their number."""

    sha256: str
    size: int


class Source:
    """A file of a person: tells of every piece read from it, and speaks of itself when its own medium fails."""

    def __init__(self, source: BinaryIO, name: str, seen: Callable[[int], None] | None) -> None:
        self._source, self._name, self._seen = source, name, seen

    def read(self, length: int = -1) -> bytes:
        """The next piece."""
        try:
            piece = self._source.read(length)
        except OSError as error:
            raise Refused(Finding("file_unreadable", "evidence.file", {"name": self._name})) from error
        if self._seen:
            self._seen(len(piece))
        return piece

    def seek(self, place: int) -> int:
        """Go to a place."""
        return self._source.seek(place)


class Arriving:
    """A source read once, from its start, out of pieces of any length."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._left = iter(pieces), bytearray()

    def read(self, length: int) -> bytes:
        """The next ``length`` bytes; fewer at the end only."""
        while len(self._left) < length and (piece := next(self._pieces, None)) is not None:
            self._left += piece
        taken = bytes(self._left[:length])
        del self._left[:length]
        return taken

    def seek(self, place: int) -> int:
        """Stay at the start, where nothing was read yet."""
        return place


def open_source(path: Path) -> BinaryIO:
    """A regular file to read. Raises `Refused`: file_missing, file_not_regular (folder, device, pipe)."""
    try:
        # Without waiting: a pipe in place of a file must not hold the desk up.
        handle = os.open(path, os.O_RDONLY | BINARY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise Refused(Finding("file_missing", "evidence.file", {"file": path.name})) from error
    if not S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Refused(Finding("file_not_regular", "evidence.file", {"file": path.name}))
    return os.fdopen(handle, "rb")


def hashed(source: BinaryIO) -> Stored:
    """Hash and length of all that a source holds."""
    digest, size = sha256(), 0
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return Stored(digest.hexdigest(), size)


def chunks(source: BinaryIO, length: int) -> Iterator[tuple[bytes, bool]]:
    """Pieces of ``length`` bytes with whether it is the last; an empty source is one empty last piece."""
    piece = source.read(length)
    while True:
        following = source.read(length)
        yield piece, not following
        if not following:
            return
        piece = following
