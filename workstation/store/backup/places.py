"""Where a desk's copies are: one folder a desk inside the place that a person chose, and the names in it.

PLACE/concord-backup-<id>/
    vault/ab/ab…            encrypted files by name, shared by all copies
    copies/<instant>/       desk.db, desk.json, manifest
    checks                  when each file was read back last
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workstation.store.files import PART
from workstation.store.lock import locked

PREFIX: Final = "concord-backup-"
DATABASE: Final = "desk.db"
MANIFEST: Final = "manifest"
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_WAIT_SECONDS: Final = 5


@dataclass(frozen=True, slots=True)
class BackupKeys:
    """What the vault's key gives to the copies: ``sign`` vouches for lists (32 bytes), ``desk`` names the desk's folder."""

    sign: bytes
    desk: str

    def __repr__(self) -> str:
        return f"BackupKeys({self.desk})"


def backup_keys(vault_key: bytes) -> BackupKeys:
    """Derived, so that a desk, its copies and what is restored from them know each other without a file that tells."""
    return BackupKeys(_derived(vault_key, b"backup lists"), _derived(vault_key, b"backup folder")[:8].hex())


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(key)


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The folder of one desk's copies."""

    root: Path

    @property
    def vault(self) -> Path:
        """The encrypted files of all copies."""
        return self.root / "vault"

    @property
    def copies(self) -> Path:
        """Holds one folder a copy."""
        return self.root / "copies"

    @property
    def checks(self) -> Path:
        """The list of what was read back when."""
        return self.root / "checks"

    def finished(self) -> tuple[Path, ...]:
        """The folders of all whole copies, the newest first; one that was cut short is not among them."""
        found = self.copies.iterdir() if self.copies.is_dir() else iter(())
        return tuple(sorted((one for one in found if one.is_dir() and not one.name.endswith(PART)), reverse=True))

    def free_name(self, at: datetime) -> str:
        """A name for a copy of an instant that no other has."""
        stamp, number = at.astimezone(UTC).strftime(_STAMP), 1
        while (self.copies / (name := stamp if number == 1 else f"{stamp}-{number}")).exists():
            number += 1
        return name

    def remove_unfinished(self, parts: Iterable[Path]) -> None:
        """Remove what a crash or a pulled stick left of copies and, ``parts``, of vault files; call it while `held`."""
        for left in self.copies.glob(f"*{PART}"):
            rmtree(left)
        for left in (*self.root.glob(f".*{PART}"), *parts):
            left.unlink(missing_ok=True)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Be the only one who writes here. Raises `Refused` (desk_busy) when another process stays."""
        with locked(self.root, _WAIT_SECONDS):
            yield


def folder_of(place: Path, keys: BackupKeys) -> BackupFolder:
    """Where a desk's copies are, or will be, in a place; naming that very folder means the same."""
    name = PREFIX + keys.desk
    return BackupFolder(place if place.name == name else place / name)


def folders_in(place: Path) -> tuple[BackupFolder, ...]:
    """The folders of copies of any desk that a place holds; the place may be such a folder itself."""
    if place.name.startswith(PREFIX):
        return (BackupFolder(place),)
    found = (one for one in place.glob(f"{PREFIX}*") if one.is_dir())
    return tuple(BackupFolder(one) for one in sorted(found))
