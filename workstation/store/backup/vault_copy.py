"""Encrypted files of a vault brought to the copies as they are, each proven by reading it back and decrypting it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex
from shutil import copyfileobj
from typing import Final

from workstation.errors import Damaged
from workstation.store.backup.disk_errors import refused
from workstation.store.files import BINARY, OWNER_FILE, PART, private_folder, sync_folder
from workstation.store.vault import Vault

_PIECE: Final = 1 << 20
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


def place_of(vault: Path, name: str) -> Path:
    """Where a vault, the desk's own or that of copies, keeps a file of a name."""
    return vault / name[:2] / name


def held_sizes(vault: Path) -> dict[str, int]:
    """Name → bytes of every file in the vault of copies."""
    return looked_through(vault)[0]


def looked_through(vault: Path) -> tuple[dict[str, int], tuple[Path, ...]]:
    """Name → bytes of every file in the vault of copies, and what a crash left there of others; each of 256 folders read once."""
    found: dict[str, int] = {}
    parts: list[Path] = []
    for fan in vault.iterdir():
        if fan.is_dir() and len(fan.name) == 2:
            with os.scandir(fan) as entries:
                for one in entries:
                    if one.name.endswith(PART):
                        parts.append(fan / one.name)
                    else:
                        found[one.name] = one.stat().st_size
    return found, tuple(parts)


def copied(source: Vault, target: Vault, name: str, report: Path, *, sync: bool = True) -> int | None:
    """Copy one file, prove the copy, then give it its name; answers its bytes, or None when the source is gone or damaged.

    Without ``sync`` whoever calls waits for the disk once, at the end.

    Raises `Refused` (backup_medium_bad, about ``report``) when the source is whole and the copy does not read back, and `OSError`.
    """
    original, final = place_of(source.folder, name), place_of(target.folder, name)
    if not original.is_file():
        return None
    private_folder(final.parent)
    part = final.with_name(f"{name}.{token_hex(4)}{PART}")
    try:
        size = _copy(original, part, sync)
        if target.proves(part, name):
            part.replace(final)
            return size
    finally:
        part.unlink(missing_ok=True)
    if source.proves(original, name):
        raise refused("backup_medium_bad", report)
    return None


def fetched(source: Vault, target: Vault, content: str, report: Path) -> int | None:
    """Take in a content of a vault that is no folder, prove it by reading it back; as `copied`, by its hash."""
    name = target.name(content)
    final = place_of(target.folder, name)
    try:
        target.receive(content, source.stream(content), name)
    except Damaged:
        return None
    if not target.proves(final, name):
        raise refused("backup_medium_bad", report)
    return final.stat().st_size


def sync_fans(vault: Path, names: Iterable[str]) -> None:
    """Wait until the names of files just copied are on the disk."""
    fans = {name[:2] for name in names}
    for fan in sorted(fans):
        sync_folder(vault / fan)
    if fans:
        sync_folder(vault)


def _copy(source: Path, part: Path, sync: bool) -> int:
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | BINARY, OWNER_FILE)
    with os.fdopen(handle, "wb") as file:
        with os.fdopen(os.open(source, os.O_RDONLY | _NO_LINKS | BINARY), "rb") as original:
            copyfileobj(original, file, _PIECE)
        file.flush()
        if sync:
            os.fsync(file.fileno())
            _forget_cached(file.fileno())
        return file.tell()


def _forget_cached(handle: int) -> None:
    """So that reading back asks the disk and not the memory of the system, where it can be told so."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
