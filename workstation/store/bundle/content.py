"""A bundle written in one go, and read twice: all of it proven first, then its files, one at a time.

Inside the sealed stream: ``length of header (4 bytes), header, signature (64 bytes), entries as lines, files``. The signature is
over the outer head and the header, which holds a hash of everything that follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from workstation.casework.handover import DeskIdentity
from workstation.store.bundle.header import LONGEST, FileEntry, Header, from_bytes, to_bytes
from workstation.store.bundle.sealing import Altered, SealedReader, SealedWriter
from workstation.store.transfer.plain import NotPlain

_LENGTH: Final = 4
_SIGNATURE: Final = 64
_SIGNED: Final = b"concord bundle 1 signature"
Seen = Callable[[int, int], None]
"""Bytes done and bytes in all; may stop the work by raising."""


def _unseen(done: int, total: int) -> None:
    """Tell nobody."""


def write_bundle(
    file: BinaryIO,
    header: Header,
    lines: str,
    read: Callable[[str], Iterator[bytes]],
    identity: DeskIdentity,
    recipient: bytes,
    seen: Seen = _unseen,
) -> None:
    """Seal a case for a public key (X25519, 32 bytes). ``read``: content hash → the file's bytes in pieces.

    Raises `Altered` when a file has other bytes than the header says, and what ``read`` raises.
    """
    entries = lines.encode()
    header = replace(header, entries_size=len(entries), entries_sha256=sha256(entries).hexdigest())
    out, head = SealedWriter(file, recipient), to_bytes(header)
    if len(head) > LONGEST:
        raise Altered("more than a bundle may hold")
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(identity.signing))
    out.write(len(head).to_bytes(_LENGTH, "big") + head + key.sign(_SIGNED + out.head + head) + entries)
    done = 0
    for one in header.files:
        for piece in _proven(one, read(one.sha256)):
            out.write(piece)
            done += len(piece)
            seen(done, header.size)
    out.finish()


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """A bundle whose head and signature hold. The file stays open; ``first_file`` is where the first file begins inside."""

    header: Header
    stream: SealedReader
    first_entry: int
    first_file: int

    def lines(self) -> str:
        """The entries as text. Raises `Altered`, `NotPlain`."""
        data = b"".join(self.stream.read(self.first_entry, self.header.entries_size))
        if sha256(data).hexdigest() != self.header.entries_sha256:
            raise Altered("other entries")
        try:
            return data.decode()
        except UnicodeDecodeError:
            raise NotPlain("no text") from None

    def prove(self, seen: Seen = _unseen) -> None:
        """Read every file. Raises `Altered` unless all are as the header says and nothing follows them."""
        if self.first_file + self.header.size != self.stream.size:
            raise Altered("another length")
        done = 0
        for one in self.header.files:
            for piece in self.file(one.sha256):
                done += len(piece)
                seen(done, self.header.size)

    def file(self, content_hash: str) -> Iterator[bytes]:
        """One file in pieces; raises `Altered` at its end when its bytes are others."""
        start = self.first_file
        for one in self.header.files:
            if one.sha256 == content_hash:
                return _proven(one, self.stream.read(start, one.size))
            start += one.size
        raise Altered("no such file")


def open_bundle(file: BinaryIO, private: bytes) -> OpenBundle:
    """The head of a bundle that is sealed for this key. Raises `Altered`, and `NotPlain` for a head that says nothing we know."""
    stream = SealedReader(file, private)
    length = int.from_bytes(b"".join(stream.read(0, _LENGTH)), "big")
    if length > LONGEST:
        raise NotPlain("header too long")
    head = b"".join(stream.read(_LENGTH, length))
    signature = b"".join(stream.read(_LENGTH + length, _SIGNATURE))
    header = from_bytes(head)
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(header.sender.signing))
    try:
        key.verify(signature, _SIGNED + stream.head + head)
    except InvalidSignature:
        raise Altered("another signature") from None
    first = _LENGTH + length + _SIGNATURE
    return OpenBundle(header, stream, first, first + header.entries_size)


def _proven(expected: FileEntry, pieces: Iterator[bytes]) -> Iterator[bytes]:
    digest, size = sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
        yield piece
    if size != expected.size or digest.hexdigest() != expected.sha256:
        raise Altered("another file than it says")
