"""A place for copies judged before anything is written: never inside the desk, there, writable, no other desk's folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from workstation.errors import Finding
from workstation.store.backup.disk_errors import PLACE, copying_to, refused
from workstation.store.backup.places import PREFIX, BackupFolder, BackupKeys, folder_of
from workstation.store.files import followed, private_folder

_SPARE_BYTES: Final = 1 << 22
"""Left free on the disk besides what is to be copied: lists, folders, the log of a database."""


def judged(place: Path, desk: Path, keys: BackupKeys) -> tuple[BackupFolder, tuple[Finding, ...]]:
    """The folder of this desk's copies in a place, not yet made, with advice: ``backup_same_disk``.

    Raises `Refused`: backup_unnamed, backup_missing (no such folder), backup_no_folder, backup_inside_desk, backup_other_desk,
    backup_unwritable, and what `copying_to` raises.
    """
    if not str(place) or place == Path():
        raise refused("backup_unnamed", place)
    with copying_to(place):
        target, home = followed(place), desk.resolve()
        _refuse_inside(target, home, place, keys.desk)
        _refuse_unusable(target, place)
        same = target.stat().st_dev == home.stat().st_dev
    advice = (Finding("backup_same_disk", PLACE, {"folder": str(place)}),) if same else ()
    return folder_of(target, keys), advice


def judge_first(place: Path, desk: Path) -> None:
    """Judge a place for the copies of a desk that is not made yet. Raises `Refused` as `judged`."""
    with copying_to(place):
        target = followed(place)
        _refuse_inside(target, desk.resolve(), place, "")
        _refuse_unusable(target, place)


def _refuse_unusable(target: Path, place: Path) -> None:
    if not target.exists():
        raise refused("backup_missing", place)
    if not target.is_dir():
        raise refused("backup_no_folder", place)
    if not os.access(target, os.W_OK | os.X_OK):
        raise refused("backup_unwritable", place, reason="")


def _refuse_inside(target: Path, desk: Path, place: Path, desk_id: str) -> None:
    around = (target, *target.parents)
    if desk in around or any((folder / "desk.json").exists() or (folder / "desk.db").exists() for folder in around):
        raise refused("backup_inside_desk", place)
    inside = next((folder for folder in around if folder.name.startswith(PREFIX)), None)
    if inside is not None and (inside != target or inside.name != PREFIX + desk_id):
        raise refused("backup_other_desk", place)


def prepared(folder: BackupFolder) -> None:
    """Make the folders of a desk's copies; those that are there stay."""
    for one in (folder.root, folder.vault, folder.copies):
        private_folder(one)


def refuse_too_small(place: Path, needed: int) -> None:
    """Raise `Refused` (backup_too_small) when a disk has no room for so many bytes; a disk that does not tell is tried."""
    free = shutil.disk_usage(place).free
    if free < needed + _SPARE_BYTES:
        missing = -(-(needed + _SPARE_BYTES - free) >> 20) or 1
        raise refused("backup_too_small", place, missing=f"{missing:,}")
