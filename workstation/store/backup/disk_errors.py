"""What a disk refused while copies were made or read, as findings about the place: full, gone, not writable, failing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

import peewee
from sqlcipher3 import dbapi2

from workstation.errors import Finding, Refused
from workstation.store import storage_errors

PLACE: Final = "backup.place"
"""What a page navigates to for all that concerns the place of the copies."""
_CODES: Final = {
    storage_errors.FULL: "backup_full",
    storage_errors.GONE: "backup_gone",
    storage_errors.READ_ONLY: "backup_unwritable",
    storage_errors.BUSY: "desk_busy",
    storage_errors.UNREADABLE: "backup_desk_damaged",
}
_DATABASE_ERRORS: Final = (peewee.DatabaseError, dbapi2.Error)


@contextmanager
def copying_to(place: Path) -> Iterator[None]:
    """Turn errors of the disk and of a copied database into `Refused`: backup_full, backup_gone, backup_unwritable,
    backup_disk_error, desk_busy, backup_desk_damaged. What the desk's own store refuses passes untouched."""
    try:
        yield
    except (OSError, *_DATABASE_ERRORS) as error:
        code = _CODES.get(storage_errors.storage_code(error) or "", "backup_disk_error")
        if code == "backup_unwritable" and isinstance(error, _DATABASE_ERRORS) and _takes_writes(place):
            code = "backup_disk_error"
        if not place.exists():
            code = "backup_gone"
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(Finding(code, PLACE, {"folder": str(place), "reason": reason})) from error


def _takes_writes(place: Path) -> bool:
    """Whether a place can be written to: where a failing disk refuses to open a file, SQLite opens it to be read, and says so."""
    try:
        with TemporaryFile(dir=place) as file:
            file.write(b"0")
    except OSError as error:
        return storage_errors.storage_code(error) != storage_errors.READ_ONLY
    return True


def refused(code: str, place: Path, **figures: str) -> Refused:
    """A refusal about a place of copies."""
    return Refused(Finding(code, PLACE, {"folder": str(place), **figures}))
