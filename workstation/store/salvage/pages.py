"""The pages of a damaged SQLCipher database, each unsealed by itself, the whole frames of its log over them.

A page of SQLCipher 4 ends with 80 bytes: the vector of AES-256-CBC and an HMAC-SHA512 over page, vector and number
(https://www.zetetic.net/sqlcipher/design/). The first 16 bytes of the file are the salt of the HMAC's key; a copy of the database
under ``backups`` has the same one.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator, Sequence
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


class Pages:
    """Page number (from 1) → its bytes in the clear. ``count``: as many as the file and its log have; ``bad``: those that fail."""

    def __init__(self, count: int, good: dict[int, bytes]) -> None:
        self.count, self._good = count, good

    def __getitem__(self, number: int) -> bytes | None:
        return self._good.get(number)

    @property
    def bad(self) -> tuple[int, ...]:
        """Numbers of the pages that could not be unsealed."""
        return tuple(number for number in range(1, self.count + 1) if number not in self._good)


def read_pages(database: Path, log: Path | None, key: bytes, salts: Sequence[bytes] = ()) -> Pages:
    """All pages that can be read. ``salts``: others to try when the file's own does not fit. Raises OSError for the file itself."""
    data = _readable(database)
    salt = _fitting(data, key, (data[:_SALT], *salts))
    seal = _seal_key(key, salt)
    good: dict[int, bytes] = {}
    count = -(-len(data) // SIZE)
    for number in range(1, len(data) // SIZE + 1):
        page = _unsealed(data[(number - 1) * SIZE : number * SIZE], number, key, seal)
        if page is not None:
            good[number] = page
    for number, sealed in _logged(log) if log is not None else ():
        page = _unsealed(sealed, number, key, seal)
        if page is not None:
            good[number] = page
            count = max(count, number)
    return Pages(count, good)


def _readable(path: Path) -> bytes:
    """The bytes of a file; what the disk does not give is read as zeros, page by page."""
    data = bytearray()
    with path.open("rb", buffering=0) as file:
        size = path.stat().st_size
        for at in range(0, size, SIZE):
            try:
                file.seek(at)
                piece = file.read(min(SIZE, size - at)) or b""
            except OSError:
                piece = b""
            data += piece.ljust(min(SIZE, size - at), b"\0")
    return bytes(data)


def _fitting(data: bytes, key: bytes, salts: Sequence[bytes]) -> bytes:
    """The salt by which most of some pages can be unsealed."""
    sample = range(1, min(64, len(data) // SIZE) + 1)

    def fits(salt: bytes) -> int:
        seal = _seal_key(key, salt)
        return sum(_unsealed(data[(n - 1) * SIZE : n * SIZE], n, key, seal) is not None for n in sample)

    return max(salts, key=fits)


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


def _logged(log: Path) -> Iterator[tuple[int, bytes]]:
    """Pages of the log whose frames belong to it, in order, up to its last whole step.

    A frame is taken by its salts: each page proves itself, so that one damaged frame costs its own page only.
    """
    data = _readable(log)
    if len(data) < _LOG_HEADER:
        return
    frames = [
        (struct.unpack(">4I", data[at : at + 16]), data[at + _FRAME : at + _FRAME + SIZE])
        for at in range(_LOG_HEADER, len(data) - _FRAME - SIZE + 1, _FRAME + SIZE)
    ]
    if not frames:
        return
    salts = struct.unpack(">2I", data[16:24])
    if frames[0][0][2:] != salts:
        salts = frames[0][0][2:]  # the head is damaged; the first frame is the newest log's
    ours = [(head, page) for head, page in frames if head[2:] == salts]
    steps = [at for at, (head, _) in enumerate(ours) if head[1]]
    for head, page in ours[: steps[-1] + 1] if steps else ():
        yield head[0], page
