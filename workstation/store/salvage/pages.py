"""The pages of a damaged SQLCipher database, each unsealed by itself, the whole frames of its log over them.

A page of SQLCipher 4 ends with 80 bytes: the vector of AES-256-CBC and an HMAC-SHA512 over page, vector and number
(https://www.zetetic.net/sqlcipher/design/). The first 16 bytes of the file are the salt of the HMAC's key; a copy of the database
under ``backups`` has the same one.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

SIZE: Final = 4096
RESERVED: Final = 80
USABLE: Final = SIZE - RESERVED
_SALT: Final = 16
_VECTOR: Final = 16
_MASK: Final = 0x3A
_LOG_HEADER: Final = 32
_FRAME: Final = 24
_HELD: Final = 256
"""Pages, a megabyte: more than lie between the root of a tree and a leaf."""


class Pages:
    """Page number (from 1) → its bytes in the clear, unsealed when it is asked for; the last few are held, so that a database
    of any size takes the same memory. ``count``: as many as the file and its log have.
    """

    def __init__(self, database: Path, log: Path | None, key: bytes, salts: Sequence[bytes]) -> None:
        self._database, self._log, self._key = database, log, key
        self._size = database.stat().st_size
        self._held: OrderedDict[int, bytes | None] = OrderedDict()
        self._seal = _seal_key(key, self._fitting((_piece(database, 0, _SALT), *salts)))
        self._logged = _logged(log) if log is not None else {}
        self.count = -(-self._size // SIZE)
        self.count = max([self.count, *(one for one in self._logged if one > self.count and self[one] is not None)])

    def __getitem__(self, number: int) -> bytes | None:
        if number in self._held:
            self._held.move_to_end(number)
            return self._held[number]
        page = self._held[number] = self._read(number)
        if len(self._held) > _HELD:
            self._held.popitem(last=False)
        return page

    @property
    def bad(self) -> tuple[int, ...]:
        """Numbers of the pages that could not be unsealed."""
        return tuple(number for number in range(1, self.count + 1) if self[number] is None)

    def _read(self, number: int) -> bytes | None:
        """The latest of the log that proves itself, else that of the file."""
        for at in reversed(self._logged.get(number, ())):
            assert self._log is not None
            if (page := _unsealed(_piece(self._log, at, SIZE), number, self._key, self._seal)) is not None:
                return page
        if not 0 < number <= self._size // SIZE:
            return None
        return _unsealed(_piece(self._database, (number - 1) * SIZE, SIZE), number, self._key, self._seal)

    def _fitting(self, salts: Sequence[bytes]) -> bytes:
        """The salt by which most of some pages can be unsealed."""
        sample = [(n, _piece(self._database, (n - 1) * SIZE, SIZE)) for n in range(1, min(64, self._size // SIZE) + 1)]

        def fits(salt: bytes) -> int:
            seal = _seal_key(self._key, salt)
            return sum(_unsealed(page, number, self._key, seal) is not None for number, page in sample)

        return max(salts, key=fits)


def read_pages(database: Path, log: Path | None, key: bytes, salts: Sequence[bytes] = ()) -> Pages:
    """All pages that can be read. ``salts``: others to try when the file's own does not fit. Raises OSError for the file itself."""
    with database.open("rb"):
        return Pages(database, log, key, salts)


def _piece(path: Path, at: int, size: int) -> bytes:
    """Bytes of a file; what the disk does not give is read as zeros."""
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(at)
            return (file.read(size) or b"").ljust(size, b"\0")
    except OSError:
        return bytes(size)


def _seal_key(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _MASK for byte in salt), 2, 32)


def _unsealed(page: bytes, number: int, key: bytes, seal: bytes) -> bytes | None:
    start = _SALT if number == 1 else 0
    vector = page[USABLE : USABLE + _VECTOR]
    proof = hmac.new(seal, page[start : USABLE + _VECTOR] + struct.pack("<I", number), hashlib.sha512).digest()
    if len(page) != SIZE or not hmac.compare_digest(proof, page[USABLE + _VECTOR :]):
        return None
    opened = Cipher(AES(key), CBC(vector)).decryptor()
    clear = opened.update(page[start:USABLE]) + opened.finalize()
    return (b"SQLite format 3\0" if start else b"") + clear


def _logged(log: Path) -> dict[int, list[int]]:
    """Page number → where the log has it, in order, in those frames that belong to it, up to its last whole step.

    A frame is taken by its salts: each page proves itself, so that one damaged frame costs its own page only.
    """
    size = log.stat().st_size
    frames = range(_LOG_HEADER, size - _FRAME - SIZE + 1, _FRAME + SIZE)
    if not frames:
        return {}
    salts = struct.unpack(">2I", _piece(log, 16, 8))
    if _head(log, frames[0])[2:] != salts:
        salts = _head(log, frames[0])[2:]  # the head is damaged; the first frame is the newest log's
    found: dict[int, list[int]] = {}
    step: list[tuple[int, int]] = []
    for at in frames:
        number, ends, *own = _head(log, at)
        if tuple(own) != salts:
            continue
        step.append((number, at + _FRAME))
        if ends:
            for one, place in step:
                found.setdefault(one, []).append(place)
            step = []
    return found


def _head(log: Path, at: int) -> tuple[int, ...]:
    return struct.unpack(">4I", _piece(log, at, 16))
