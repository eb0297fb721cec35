"""What the system and the database say when storage fails, as one finding each: the one place that knows error numbers."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

import peewee
from sqlcipher3 import dbapi2

from workstation.errors import Finding, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.files import write_probe

FULL: Final = "desk_disk_full"
READ_ONLY: Final = "desk_read_only"
FAILING: Final = "desk_disk_failing"
GONE: Final = "desk_gone"
REPLACED: Final = "desk_replaced"
BUSY: Final = "desk_busy"
UNREADABLE: Final = "desk_part_unreadable"
OTHER: Final = "desk_storage_failed"

_BY_NUMBER: Final = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), READ_ONLY),
    **dict.fromkeys((errno.EIO, errno.ENXIO, getattr(errno, "EREMOTEIO", errno.EIO)), FAILING),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ESTALE, errno.ENOTCONN), GONE),
    **dict.fromkeys((errno.EBUSY, errno.EAGAIN, errno.ETXTBSY, errno.EDEADLK), BUSY),
}
_BY_MESSAGE: Final = (
    ("is locked", BUSY),
    ("is full", FULL),
    ("readonly", READ_ONLY),
    ("access permission denied", READ_ONLY),
    ("disk I/O error", FAILING),
    ("unable to open database", OTHER),
    ("malformed", UNREADABLE),
    ("not a database", UNREADABLE),
)
"""The fixed messages of SQLite's result codes (sqlite3ErrStr); the binding does not hand out the codes."""


def storage_code(error: BaseException) -> str | None:
    """The finding's code for an error of the system or the database; None for one that storage has no part in."""
    if isinstance(error, OSError):
        return _BY_NUMBER.get(error.errno or 0, OTHER)
    if isinstance(error, UnicodeDecodeError):
        return None
    message = str(error)
    return next((code for words, code in _BY_MESSAGE if words in message), None)


def storage_failed(error: BaseException, folder: Path | None = None) -> StorageFailed | None:
    """The refusal that says what failed; None for an error that storage has no part in.

    SQLite calls a full or read-only disk a failing one when it strikes its index: writing into ``folder`` tells them apart.
    """
    code = storage_code(error)
    if code is None:
        return None
    if folder is not None and code in (FAILING, OTHER) and not isinstance(error, OSError):
        code = _probed(folder) or code
    reason = getattr(error, "strerror", None) or str(error)
    return StorageFailed(Finding(code, FieldRef.DESK_FOLDER, {"reason": reason} if code == OTHER else {}))


def _probed(folder: Path) -> str | None:
    try:
        write_probe(folder)
    except OSError as error:
        return storage_code(error)
    return None


@contextmanager
def told() -> Iterator[None]:
    """Whatever the system says about the desk's files inside leaves as `StorageFailed`; `Refused` and the rest pass untouched."""
    try:
        yield
    except (OSError, dbapi2.DatabaseError, peewee.DatabaseError) as error:
        _raise(error)


def _raise(error: Exception) -> NoReturn:
    failed = storage_failed(error)
    if failed is None:
        raise error
    raise failed from error


class Connection(dbapi2.Connection):  # type: ignore[misc]  # the binding is not typed
    """A connection that knows who tells what an error of its cursors means."""

    tell: Callable[[Exception], NoReturn]


class Cursor(dbapi2.Cursor):  # type: ignore[misc]  # the binding is not typed
    """A cursor of a `Connection` that tells errors while rows are fetched too, when the statement has long been run."""

    def fetchone(self) -> Any:
        """As the binding's own."""
        try:
            return super().fetchone()
        except dbapi2.Error as error:
            return self.connection.tell(error)

    def fetchmany(self, size: int = 1) -> list[Any]:
        """As the binding's own."""
        try:
            return super().fetchmany(size)  # type: ignore[no-any-return]
        except dbapi2.Error as error:
            return self.connection.tell(error)  # type: ignore[no-any-return]

    def fetchall(self) -> list[Any]:
        """As the binding's own."""
        try:
            return super().fetchall()  # type: ignore[no-any-return]
        except dbapi2.Error as error:
            return self.connection.tell(error)  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.fetchall())
