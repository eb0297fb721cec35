"""The vault: originals kept encrypted under names that say nothing, whole or not at all, and never brought into memory whole.

A file is ``magic, salt, chunks``. Its key is derived from the vault's key and the salt; each chunk is AES-256-GCM with its position
and a mark on the last one as the nonce, so chunks cannot be swapped, dropped or added (the STREAM construction).
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from errno import ELOOP
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workstation.errors import Damaged, Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.file_identity import identity
from workstation.store.files import BINARY, OWNER_FILE, PART, private_folder, sync_folder
from workstation.store.quarantine import Held, NamesMet, Quarantined, bring_back, held, remove_old, set_aside
from workstation.store.sources import CHUNK, Arriving, Source, Stored, chunks, hashed, open_source
from workstation.store.storage_errors import GONE, REPLACED, storage_failed, told

_MAGIC: Final = b"CONCORD1"
_SALT: Final = 32
_TAG: Final = 16
_HEX_HASH: Final = re.compile(r"[0-9a-f]{64}")
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


class Vault:
    """Encrypted files by the hash of their content. ``folder`` is made when missing; ``key``: 32 bytes."""

    def __init__(self, folder: Path, key: bytes, *, read_only: bool = False) -> None:
        self._keep_key(folder, key)
        with told():
            if not read_only:
                private_folder(folder)
            self._identity = identity(folder)

    def _keep_key(self, folder: Path, key: bytes) -> None:
        self.folder, self._key = folder, key
        self._name_key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"file names").derive(key)

    def let_nobody_wait(self) -> None:
        """As `Store.let_nobody_wait`."""

    def close(self) -> None:
        """Let go of what is held open: in a folder, nothing."""

    def add(self, path: Path, seen: Callable[[int], None] | None = None) -> Stored:
        """Take in a file; the original stays where it was. A file already there, and whole, is not written again.

        ``seen`` hears of every piece that was read, by its bytes (a new file is read twice: for its hash, then into the vault);
        what it raises stops the taking in and leaves nothing behind.
        Raises `Refused`: file_missing, file_not_regular (folder, device, pipe), file_changed (while it was read), file_unreadable
        (its own medium fails), and `StorageFailed` when it cannot be kept.
        """
        with open_source(path) as source:
            return self._take_in(cast(BinaryIO, Source(source, path.name, seen)), path.name)

    def holds(self, content_hash: str) -> bool:
        """Whether there is a file of this content; whether it is whole only reading it tells."""
        with told():
            return self._path(content_hash).exists()

    def size(self, content_hash: str) -> int:
        """How many bytes the original has, by the size of its file here. Raises `Damaged` when there is none."""
        try:
            sealed = self._path(content_hash).stat().st_size - len(_MAGIC) - _SALT
        except OSError as error:
            raise Damaged(f"vault file {self._path(content_hash).name}: {error!r}") from error
        return max(0, sealed - _TAG * max(1, -(-sealed // (CHUNK + _TAG))))

    def keep(self, data: bytes, name: str) -> Stored:
        """Take in a paper made here, such as a packet that left the desk."""
        return self._take_in(BytesIO(data), name)

    def receive(self, content_hash: str, pieces: Iterable[bytes], name: str) -> None:
        """Take in a file of a known content as it arrives; one already there, and whole, is not asked for.

        Raises `Refused` (file_changed) when the pieces are another content; nothing of them is kept then.
        """
        with told():
            if not self._is_whole(content_hash):
                self._write(cast(BinaryIO, Arriving(pieces)), content_hash, name)

    def _take_in(self, source: BinaryIO, name: str) -> Stored:
        stored = hashed(source)
        with told():
            if not self._is_whole(stored.sha256):
                try:
                    self._write(source, stored.sha256, name)
                except FileNotFoundError:
                    # A check of the vault in another process took the unfinished part for what a crash had left.
                    self._write(source, stored.sha256, name)
        return stored

    def _write(self, source: BinaryIO, content_hash: str, name: str) -> None:
        source.seek(0)
        target = self._path(content_hash)
        if identity(self.folder) != self._identity:  # gone or replaced: never make another desk's vault, nor a new one
            raise StorageFailed(Finding(REPLACED if self.folder.exists() else GONE, FieldRef.DESK_FOLDER))
        private_folder(target.parent)
        part = target.with_name(f"{target.name}.{secrets.token_hex(4)}{PART}")
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | BINARY, OWNER_FILE)
        try:
            with os.fdopen(handle, "wb") as file:
                if self._seal(source, file).sha256 != content_hash:
                    raise Refused(Finding("file_changed", "evidence.file", {"file": name}))
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except BaseException:
            with suppress(OSError):  # the first failure is the news; what is left of the part is set aside later
                part.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)

    def _seal(self, source: BinaryIO, file: BinaryIO) -> Stored:
        salt = secrets.token_bytes(_SALT)
        file.write(_MAGIC + salt)
        cipher, digest, size = self._cipher(salt), sha256(), 0
        for position, (chunk, last) in enumerate(chunks(source, CHUNK)):
            file.write(cipher.encrypt(_nonce(position, last), chunk, _MAGIC))
            digest.update(chunk)
            size += len(chunk)
        return Stored(digest.hexdigest(), size)

    def read(self, content_hash: str) -> bytes:
        """The original bytes; raises as `stream`."""
        return b"".join(self.stream(content_hash))

    def stream(self, content_hash: str) -> Iterator[bytes]:
        """The original bytes in pieces, each proven before it is given out.

        Raises `Damaged` naming the file when it is missing or altered, `StorageFailed` when the medium does not give it; ValueError
        when ``content_hash`` is no SHA-256 in hex.
        """
        place = self._path(content_hash)
        digest = sha256()
        try:
            with os.fdopen(os.open(place, os.O_RDONLY | _NO_LINKS | BINARY), "rb") as file:
                for piece in self._opened(file):
                    digest.update(piece)
                    yield piece
        except (FileNotFoundError, InvalidTag, ValueError) as error:
            raise Damaged(f"vault file {place.name} cannot be read back: {error!r}") from error
        except OSError as error:
            if error.errno == ELOOP:
                raise Damaged(f"vault file {place.name} is a link") from error
            raise storage_failed(error) or error from error
        if digest.hexdigest() != content_hash:
            raise Damaged(f"vault file {place.name}: holds another content")

    def _opened(self, file: BinaryIO) -> Iterator[bytes]:
        head = file.read(len(_MAGIC) + _SALT)
        if len(head) != len(_MAGIC) + _SALT or not head.startswith(_MAGIC):
            raise ValueError("not a file of this vault")
        cipher = self._cipher(head[len(_MAGIC) :])
        for position, (chunk, last) in enumerate(chunks(file, CHUNK + _TAG)):
            yield cipher.decrypt(_nonce(position, last), chunk, _MAGIC)

    def name(self, content_hash: str) -> str:
        """The name of the file of a content; it tells nothing to whoever has no key."""
        if not _HEX_HASH.fullmatch(content_hash):
            raise ValueError("not a SHA-256 in hex")
        return hmac.digest(self._name_key, bytes.fromhex(content_hash), "sha256").hex()

    @property
    def key(self) -> bytes:
        """The vault's key, 32 bytes; what else it vouches for is derived from it."""
        return self._key

    def beside(self, folder: Path) -> Vault:
        """The vault of another folder whose files carry the same names under the same key: that of copies of this desk."""
        return Vault(folder, self._key)

    def proves(self, file: Path, name: str) -> bool:
        """Whether a file decrypts whole to the content that a name stands for."""
        digest = sha256()
        try:
            with os.fdopen(os.open(file, os.O_RDONLY | _NO_LINKS | BINARY), "rb") as opened:
                for piece in self._opened(opened):
                    digest.update(piece)
        except (OSError, InvalidTag, ValueError):
            return False
        return self.name(digest.hexdigest()) == name

    def check(self, expected: Mapping[str, str]) -> tuple[Finding, ...]:
        """Read every expected file (hash → name for people): one finding for each that fails, of a code as `trouble` answers."""
        return tuple(
            Finding(code, "evidence.file", {"file": name})
            for wanted, name in expected.items()
            if (code := self.trouble(wanted))
        )

    def trouble(self, content_hash: str) -> str:
        """Read a file: ``vault_missing``, ``vault_damaged``, ``vault_unreadable`` where the medium does not give it, or nothing."""
        try:
            if self._is_whole(content_hash):
                return ""
            return "vault_damaged" if self.holds(content_hash) else "vault_missing"
        except (StorageFailed, OSError):
            return "vault_unreadable"

    def orphans(self, known: Iterable[str]) -> tuple[Path, ...]:
        """Files that no record (``known``: hashes) speaks of, and parts left by a crash."""
        return self._spare(NamesMet(map(self.name, known)))

    def _spare(self, met: NamesMet) -> tuple[Path, ...]:
        for _ in met:  # to its end
            continue
        return tuple(sorted(fan / name for fan, name in fanned(self.folder) if name not in met or name[:2] != fan.name))

    def quarantine(self, known: Iterable[str], on: date, before_ns: int | None = None) -> Quarantined:
        """Set all `orphans` aside under a day, and bring back what ``known`` hashes name again; these are gone through once.

        Call inside a write transaction: it keeps others from adding meanwhile. ``before_ns``: only what came before an instant of
        the file system; a later file may belong to a record that is still to be stored.
        """
        met = NamesMet(map(self.name, known))
        with told():
            back = bring_back(self.folder, met)
            spare = self._spare(met)
            old = spare if before_ns is None else [file for file in spare if file.stat().st_ctime_ns < before_ns]
            return Quarantined(set_aside(self.folder, old, on), back)

    def held(self, today: date) -> Held:
        """What is set aside, and how much of it may be removed."""
        return held(self.folder, today)

    def remove_old(self, today: date) -> int:
        """Remove for good what was set aside long enough ago; answers how many. Only at a person's own word."""
        return remove_old(self.folder, today)

    def _is_whole(self, content_hash: str) -> bool:
        try:
            for _ in self.stream(content_hash):
                continue
        except Damaged:
            return False
        return True

    def _path(self, content_hash: str) -> Path:
        name = self.name(content_hash)
        return self.folder / name[:2] / name

    def _cipher(self, salt: bytes) -> AESGCM:
        return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"file content").derive(self._key))


def fanned(vault: Path) -> Iterator[tuple[Path, str]]:
    """Fan and name of everything in the fans of a vault, each folder read once: a path for each of 10,000 files takes a second."""
    for fan in vault.glob("??/"):
        yield from ((fan, name) for name in os.listdir(fan))


def _nonce(position: int, last: bool) -> bytes:
    return position.to_bytes(11, "big") + bytes([last])
