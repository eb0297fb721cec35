"""A desk on a medium or in a folder that takes no writes is opened to be read, with all that its log still holds."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from peewee import DatabaseError

from workstation.errors import StorageFailed
from workstation.store.database import open_database
from workstation.store.encrypted import WAIT_SECONDS, EncryptedDatabase
from workstation.store.listing.projection import catch_up, is_behind
from workstation.store.migrations import STEPS, Step
from workstation.store.storage_errors import told

_LOG: Final = "-wal"
_UNTOUCHED: Final = "mode=ro&immutable=1"


def is_writable(path: Path) -> bool:
    """Whether a database and its folder may be written; SQLite makes its log beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def open_to_read(
    path: Path, key: bytes, wait_seconds: int = WAIT_SECONDS, steps: Sequence[Step] = STEPS
) -> EncryptedDatabase:
    """Open an existing database without writing beside it. Refusals as in `open_database`.

    Without a log left over the file holds everything and is read where it lies; so it is beside a program that writes from
    elsewhere. A log that nobody has open, or an older schema, would have to be worked into the file: that is done to an encrypted
    copy of both, removed when the database is closed.
    """
    with told():
        log = Path(f"{path}{_LOG}")
        left_over = log.exists() and log.stat().st_size > 0
    database = EncryptedDatabase(path, key, wait_seconds, "mode=ro" if left_over else _UNTOUCHED)
    if _opens(database, len(steps)):
        return database
    return _open_copy(path, log if left_over else None, key, wait_seconds, steps)


def _opens(database: EncryptedDatabase, version: int) -> bool:
    """Whether it opens as it lies; what is wrong with the file otherwise, opening its copy says."""
    found = -1
    with suppress(StorageFailed, DatabaseError):
        database.connect()
        found = database.version
        if found == version and is_behind(database):
            found = -1
    if found != version:
        database.close()
    return found == version


def _open_copy(path: Path, log: Path | None, key: bytes, wait_seconds: int, steps: Sequence[Step]) -> EncryptedDatabase:
    with told():
        folder = TemporaryDirectory(prefix="concord-")
        copy = Path(folder.name) / path.name
        try:
            shutil.copyfile(path, copy)
            if log is not None:
                shutil.copyfile(log, f"{copy}{_LOG}")
            upgraded = open_database(copy, key, wait_seconds, steps)
            try:
                catch_up(upgraded)
            finally:
                upgraded.close()
        except BaseException:
            folder.cleanup()
            raise
    database = EncryptedDatabase(copy, key, wait_seconds, _UNTOUCHED)
    database.closing.append(folder.cleanup)
    return database
