"""A stream sealed for one desk: read anywhere in it without reading all of it, and whole or not at all.

``magic, recipient, ephemeral public key, chunks``. X25519 between a fresh key and that of the recipient, then HKDF-SHA256 bound to
both, give the key; each chunk is AES-256-GCM with its position and a mark on the last one as the nonce (the STREAM construction),
the head being vouched for by every chunk.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK: Final = 1 << 18
MAGIC: Final = b"CONCORD-BUNDLE-1"
FAMILY: Final = b"CONCORD-BUNDLE-"
"""What a bundle of any form begins with."""
_KEY: Final = 32
_TAG: Final = 16
HEAD: Final = len(MAGIC) + 2 * _KEY


class Altered(ValueError):
    """The stream is not as it was sealed, or not whole."""


class Unreadable(Exception):
    """The file itself could not be read: a stick was pulled out, a disk fails."""


def recipient_mark(public: bytes) -> bytes:
    """What the head says of whom it is sealed for: a hash of the public key."""
    return sha256(b"concord bundle recipient" + public).digest()


class SealedWriter:
    """Seals what is written for the holder of a public key (32 bytes); `finish` marks the end."""

    def __init__(self, file: BinaryIO, recipient: bytes) -> None:
        ephemeral = X25519PrivateKey.generate()
        mine = ephemeral.public_key().public_bytes_raw()
        self.head = MAGIC + recipient_mark(recipient) + mine
        self._cipher = _cipher(ephemeral, X25519PublicKey.from_public_bytes(recipient), mine, recipient)
        self._file, self._waiting, self._position = file, bytearray(), 0
        file.write(self.head)

    def write(self, data: bytes) -> None:
        """Seal some more."""
        self._waiting += data
        while len(self._waiting) > CHUNK:  # one chunk waits, since it may be the last
            self._put(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def finish(self) -> None:
        """Seal what is left as the last chunk."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, chunk: bytes, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._position, last), chunk, self.head))
        self._position += 1


class SealedReader:
    """Opens a stream for the holder of the private key. Raises `Altered` when the head is none of ours, `Unreadable`.

    ``is_mine``: whether the head names this key; without it nothing can be read.
    """

    def __init__(self, file: BinaryIO, private: bytes) -> None:
        key = X25519PrivateKey.from_private_bytes(private)
        public = key.public_key().public_bytes_raw()
        self._file = file
        self.head = self._bytes(0, HEAD)
        if len(self.head) != HEAD or not self.head.startswith(MAGIC):
            raise Altered("no head of a bundle")
        self.is_mine = self.head[len(MAGIC) : -_KEY] == recipient_mark(public)
        theirs = self.head[-_KEY:]
        try:
            self._cipher = _cipher(key, X25519PublicKey.from_public_bytes(theirs), theirs, public)
        except ValueError:  # a point of low order
            raise Altered("no key of a bundle") from None
        sealed = file.seek(0, 2) - HEAD
        self._chunks = max(1, -(-sealed // (CHUNK + _TAG)))
        self.size = sealed - self._chunks * _TAG

    def read(self, start: int, length: int) -> Iterator[bytes]:
        """``length`` bytes from ``start`` in pieces, each proven. Raises `Altered`."""
        end = start + length
        if end > self.size:
            raise Altered("shorter than it says")
        while start < end:
            position, skip = divmod(start, CHUNK)
            piece = self._chunk(position)[skip : skip + end - start]
            if not piece:
                raise Altered("an empty chunk")
            start += len(piece)
            yield piece

    def _chunk(self, position: int) -> bytes:
        sealed = self._bytes(HEAD + position * (CHUNK + _TAG), CHUNK + _TAG)
        try:
            return self._cipher.decrypt(_nonce(position, position == self._chunks - 1), sealed, self.head)
        except (InvalidTag, ValueError):
            raise Altered(f"chunk {position}") from None

    def _bytes(self, start: int, length: int) -> bytes:
        try:
            self._file.seek(start)
            return self._file.read(length)
        except OSError as error:
            raise Unreadable(str(error)) from error


def _cipher(private: X25519PrivateKey, public: X25519PublicKey, ephemeral: bytes, recipient: bytes) -> AESGCM:
    shared = private.exchange(public)
    return AESGCM(
        HKDF(algorithm=SHA256(), length=_KEY, salt=ephemeral + recipient, info=b"concord bundle 1").derive(shared)
    )


def _nonce(position: int, last: bool) -> bytes:
    return position.to_bytes(11, "big") + bytes([last])
