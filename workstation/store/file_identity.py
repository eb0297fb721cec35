"""Whether the files of an open desk still lie under its name: a folder that was renamed, taken off or replaced is noticed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from workstation.errors import Finding, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.storage_errors import GONE, REPLACED, storage_failed

Identity = tuple[int, int]
_LOG: Final = "-wal"


def identity(path: Path | str) -> Identity | None:
    """Device and number of the file that lies under a name now; None when nothing does."""
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


class DeskFiles:
    """The database and its log as they were when opened. Looking costs two calls of the system, microseconds each."""

    def __init__(self, database: Path) -> None:
        self._names = (str(database), str(database) + _LOG)
        self._known: list[Identity | None] = [None, None]

    def refuse_moved(self, *, opening: bool = False) -> None:
        """Raise `StorageFailed`: desk_gone when nothing lies under the desk's name, desk_replaced when another file does.

        While the database is open its log must stay the same file too: what goes into one without a name is lost.
        """
        if opening:
            self._known[1] = None
        try:
            now = [identity(name) for name in self._names]
        except OSError as error:
            raise storage_failed(error) or error from error
        for at, (known, found) in enumerate(zip(self._known, now, strict=True)):
            if found is None and (at == 0 or known is not None):
                raise StorageFailed(Finding(GONE, FieldRef.DESK_FOLDER))
            if known is not None and found != known:
                raise StorageFailed(Finding(REPLACED, FieldRef.DESK_FOLDER))
        self._known = now
