"""The vault of a server desk: originals in sealed chunks under names that say nothing, streamed both ways.

A content is sealed as in a vault of files, with a salt of its own. Its chunks go up first, each by itself, under a random part;
the row that names the content comes last, so that a connection that is lost leaves spare chunks but never a content in pieces.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import BinaryIO, Final, cast

from cryptography.exceptions import InvalidTag

from workstation.errors import Damaged, Finding, Refused
from workstation.store.quarantine import KEPT_DAYS, Held, Quarantined
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.link import PATIENCE
from workstation.store.vault import Vault

_OBJECT: Final = (
    'INSERT INTO "vault_object" ("name", "part", "size") VALUES (%s, %s, %s) '
    'ON CONFLICT ("office", "name") DO UPDATE SET "part" = excluded."part", "size" = excluded."size", "aside" = NULL'
)
_CHUNK: Final = (
    'INSERT INTO "vault_chunk" ("part", "position", "sealed") VALUES (%s, %s, %s) '
    'ON CONFLICT ("office", "part", "position") DO NOTHING'
)
_READ: Final = 'SELECT "sealed" FROM "vault_chunk" WHERE "part" = %s AND "position" = %s'
_UNFINISHED: Final = (
    'DELETE FROM "vault_chunk" WHERE "at" < now() - interval \'1 day\' '
    'AND "part" NOT IN (SELECT "part" FROM "vault_object")'
)
_OLD: Final = 'DELETE FROM "vault_object" WHERE "aside" <= %s RETURNING "part"'
_BACK: Final = 'UPDATE "vault_object" SET "aside" = NULL WHERE "aside" IS NOT NULL AND "name" = ANY(%s)'
_ASIDE: Final = (
    'UPDATE "vault_object" SET "aside" = %s WHERE "aside" IS NULL AND "name" <> ALL(%s) AND NOT EXISTS ('
    'SELECT 1 FROM "vault_chunk" WHERE "part" = "vault_object"."part" AND "at" > now() - interval \'1 day\')'
)
"""What came within the last day may belong to a record that another workstation is about to store."""


class ServerVault(Vault):
    """Sealed contents on the server, over a connection of their own, on any thread. ``key``: of the vault, 32 bytes."""

    def __init__(self, folder: Path, server: ServerDatabase, key: bytes) -> None:
        self._keep_key(folder, key)
        self._server, self._lock = server, RLock()

    def let_nobody_wait(self) -> None:
        """As `ServerStore.let_nobody_wait`."""
        self._server.patience = PATIENCE

    def close(self) -> None:
        """Let go of the server."""
        with self._lock:
            self._server.finish()

    def holds(self, content_hash: str) -> bool:
        """Whether there is a content; whether it is whole only reading it tells."""
        return self._object(content_hash) is not None

    def size(self, content_hash: str) -> int:
        """How many bytes the original has. Raises `Damaged` when there is none."""
        found = self._object(content_hash)
        if found is None:
            raise Damaged(f"vault object {self.name(content_hash)}: none")
        return found[1]

    def stream(self, content_hash: str) -> Iterator[bytes]:
        """The original bytes in pieces, each proven before it is given out. Raises as `Vault.stream`."""
        named, digest, found = self.name(content_hash), sha256(), self._object(content_hash)
        if found is None:
            raise Damaged(f"vault object {named}: none")
        try:
            for piece in self._opened(cast(BinaryIO, _Chunks(self, found[0]))):
                digest.update(piece)
                yield piece
        except (InvalidTag, ValueError) as error:
            raise Damaged(f"vault object {named} cannot be read back: {error!r}") from error
        if digest.hexdigest() != content_hash:
            raise Damaged(f"vault object {named}: holds another content")

    def orphans(self, known: Iterable[str]) -> tuple[Path, ...]:
        """No content lies in a file of this machine."""
        return ()

    def quarantine(self, known: Iterable[str], on: date, before_ns: int | None = None) -> Quarantined:
        """Mark what no hash of ``known`` names as set aside, and take the mark off what is named again; what is
        younger than a day stays, and chunks of contents that never came whole go after that.
        """
        wanted = [bytes.fromhex(self.name(one)) for one in known]
        with self._lock:
            back = self._server.run(_BACK, (wanted,)).rowcount
            aside = self._server.run(_ASIDE, (on, wanted)).rowcount
            self._server.run(_UNFINISHED)
        return Quarantined(aside, back)

    def held(self, today: date) -> Held:
        """What is set aside, and how much of it may be removed."""
        asked = (
            'SELECT count(*), coalesce(sum("size"), 0), min("aside"), count(*) FILTER (WHERE "aside" <= %s) '
            'FROM "vault_object" WHERE "aside" IS NOT NULL'
        )
        with self._lock:
            files, size, since, removable = self._server.run(asked, (_before(today),)).fetchone()
        return Held(files, int(size), since, removable)

    def remove_old(self, today: date) -> int:
        """Remove for good what was set aside long enough ago; answers how many. Only at a person's own word."""
        with self._lock:
            parts = [part for (part,) in self._server.run(_OLD, (_before(today),)).fetchall()]
            self._server.run('DELETE FROM "vault_chunk" WHERE "part" = ANY(%s)', (parts,))
        return len(parts)

    def chunk(self, part: bytes, position: int) -> bytes:
        """A sealed chunk; nothing where there is none."""
        with self._lock:
            found = self._server.run(_READ, (part, position)).fetchone()
        return bytes(found[0]) if found else b""

    def put_chunk(self, part: bytes, position: int, sealed: bytes) -> None:
        """Put a sealed chunk up."""
        with self._lock:
            self._server.run(_CHUNK, (part, position, sealed))

    def _object(self, content_hash: str) -> tuple[bytes, int] | None:
        """A content that is asked for is named by somebody, so it is set aside no more."""
        named = bytes.fromhex(self.name(content_hash))
        asked = 'SELECT "part", "size", "aside" FROM "vault_object" WHERE "name" = %s'
        with self._lock:
            found = self._server.run(asked, (named,)).fetchone()
            if found is not None and found[2] is not None:
                self._server.run(_BACK, ([named],))
        return found and (bytes(found[0]), int(found[1]))

    def _write(self, source: BinaryIO, content_hash: str, name: str) -> None:
        source.seek(0)
        before, part = self._object(content_hash), secrets.token_bytes(16)
        stored = self._seal(source, cast(BinaryIO, _Chunks(self, part)))
        if stored.sha256 != content_hash:
            self._drop(part)
            raise Refused(Finding("file_changed", "evidence.file", {"file": name}))
        with self._lock:
            self._server.run(_OBJECT, (bytes.fromhex(self.name(content_hash)), part, stored.size))
        if before is not None:
            self._drop(before[0])

    def _drop(self, part: bytes) -> None:
        with self._lock:
            self._server.run('DELETE FROM "vault_chunk" WHERE "part" = %s', (part,))


class _Chunks:
    """The chunks of one part as a file that is written, or read, from its start; each call moves one chunk."""

    def __init__(self, vault: ServerVault, part: bytes) -> None:
        self._vault, self._part, self._at = vault, part, 0

    def read(self, length: int) -> bytes:
        """The next chunk, which is as long as was asked but for the last."""
        chunk = self._vault.chunk(self._part, self._at)
        self._at += 1
        if len(chunk) > length:
            raise ValueError("a chunk is too long")
        return chunk

    def write(self, chunk: bytes) -> int:
        """Put up the next chunk."""
        self._vault.put_chunk(self._part, self._at, chunk)
        self._at += 1
        return len(chunk)


def _before(today: date) -> date:
    return today - timedelta(days=KEPT_DAYS)
