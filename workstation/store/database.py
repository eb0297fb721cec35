"""Opening the encrypted database: pragmas, upgrade with an encrypted copy first, and kind refusals of files that are not ours."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from peewee import DatabaseError

from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.encrypted import WAIT_SECONDS, EncryptedDatabase
from workstation.store.files import OWNER_FILE
from workstation.store.migrations import STEPS, Step
from workstation.store.storage_errors import FAILING, UNREADABLE, told
from workstation.store.upgrade import copy_database, newer, upgrade_database

_PAGE: Final = 4096


def create_database(
    path: Path | None, key: bytes, wait_seconds: int = WAIT_SECONDS, steps: Sequence[Step] = STEPS
) -> EncryptedDatabase:
    """A new database with the newest schema; without a path it lives in memory. `Refused` (desk_exists) for a file in the way."""
    if path is not None:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_FILE))
        except FileExistsError:
            raise Refused(Finding("desk_exists", FieldRef.DESK_FOLDER, {"file": path.name})) from None
    database = EncryptedDatabase(path, key, wait_seconds)
    try:
        database.connect()
        upgrade_database(database, steps)
    except BaseException as error:
        with suppress(Refused, DatabaseError):
            database.close()
        if isinstance(error, StorageFailed) and error.findings[0].code == UNREADABLE:
            raise StorageFailed(
                Finding(FAILING, FieldRef.DESK_FOLDER)
            ) from error  # what was just written does not come back
        raise
    return database


def open_database(
    path: Path,
    key: bytes,
    wait_seconds: int = WAIT_SECONDS,
    steps: Sequence[Step] = STEPS,
    *,
    check_references: bool = True,
) -> EncryptedDatabase:
    """Open an existing database, upgrading an older one after an encrypted copy into ``backups``.

    ``check_references``: whether a step of the upgrade that finds references to nothing is undone.

    Raises `Refused`: desk_database_missing, desk_database_unreadable (not a database, another key, or damaged),
    desk_newer, desk_needs_version (written by a later version of the program; nothing is touched), desk_upgrade_failed (the old
    schema stands), and `StorageFailed`: desk_busy, desk_disk_full, desk_read_only and the others of `storage_errors`.
    """
    with told():
        if not path.is_file():
            raise Refused(Finding("desk_database_missing", FieldRef.DESK_FOLDER, {"file": path.name}))
    try:
        return _opened(path, key, wait_seconds, steps, check_references)
    except StorageFailed as failed:
        if failed.findings[0].code != UNREADABLE:
            raise
    except DatabaseError as error:
        raise _unreadable(path) from error
    # A disk that failed to give the first page looks like a file that is no database: ask the disk, then try once more.
    with told(), path.open("rb") as file:
        file.read(_PAGE)
    try:
        return _opened(path, key, wait_seconds, steps, check_references)
    except StorageFailed as failed:
        raise (_unreadable(path) if failed.findings[0].code == UNREADABLE else failed) from failed


def _opened(path: Path, key: bytes, wait_seconds: int, steps: Sequence[Step], check: bool) -> EncryptedDatabase:
    database = EncryptedDatabase(path, key, wait_seconds)
    try:
        with told():
            _prepare(database, path, steps, check)
    except BaseException:
        with suppress(Refused, DatabaseError):
            database.close()
        raise
    return database


def _unreadable(path: Path) -> Refused:
    return Refused(Finding("desk_database_unreadable", FieldRef.DESK_FOLDER, {"file": path.name}))


def _prepare(database: EncryptedDatabase, path: Path, steps: Sequence[Step], check: bool) -> None:
    if not path.stat().st_size:
        raise DatabaseError("an empty file is not a desk")
    database.connect()
    found = database.version
    if found > len(steps):
        raise newer(database, found, len(steps))
    if not found:
        raise DatabaseError("a database without schema is not a desk")
    if found < len(steps):
        copy_database(database, path.parent / "backups", f"{path.stem}-schema-{found}")
        try:
            upgrade_database(database, steps, check)
        except DatabaseError as error:
            raise Refused(Finding("desk_upgrade_failed", FieldRef.DESK_FOLDER, {"known": str(len(steps))})) from error
