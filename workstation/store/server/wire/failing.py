"""What errors of the server and of the way there mean."""

from __future__ import annotations

from typing import Final

import peewee
import psycopg
from psycopg import errors as causes

from workstation.errors import Finding, ServerAway, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.engine.conflict import StoreConflict
from workstation.store.storage_errors import BUSY, FULL, OTHER, READ_ONLY

LOST: Final = "server_lost"
UNSURE: Final = "server_unsure"
REFUSED: Final = "server_refused"
_MEANS: Final[tuple[tuple[tuple[type[Exception], ...], str], ...]] = (
    ((causes.LockNotAvailable, causes.DeadlockDetected, causes.TooManyConnections), BUSY),
    ((causes.DiskFull, causes.OutOfMemory), FULL),
    ((causes.ReadOnlySqlTransaction,), READ_ONLY),
    ((causes.InsufficientPrivilege, causes.InvalidAuthorizationSpecification), REFUSED),
)
_GOES: Final = (
    causes.AdminShutdown,
    causes.CrashShutdown,
    causes.CannotConnectNow,
    causes.IdleInTransactionSessionTimeout,
)


def meant(error: psycopg.Error, *, gone: bool) -> Exception:
    """What to raise for an error; one of the data as peewee calls it. ``gone``: whether the connection is lost by now."""
    if isinstance(error, psycopg.IntegrityError):
        return peewee.IntegrityError(str(error).splitlines()[0])
    if isinstance(error, causes.InFailedSqlTransaction):
        return StoreConflict("a write failed in this transaction and was not undone")
    for kinds, code in _MEANS:
        if isinstance(error, kinds):
            return StorageFailed(Finding(code, FieldRef.DESK_SERVER))
    if gone or isinstance(error, _GOES):
        return lost()
    if isinstance(error, psycopg.DataError):
        return peewee.DataError(str(error).splitlines()[0])
    reason = error.sqlstate or type(error).__name__
    return StorageFailed(Finding(OTHER, FieldRef.DESK_SERVER, {"reason": reason}))


def unreachable(error: BaseException) -> ServerAway:
    """A server that answers and lets nobody in is another thing than one that does not answer."""
    text = str(error)
    refused = isinstance(error, psycopg.errors.InsufficientPrivilege) or any(
        words in text for words in ("authentication failed", "permission denied", "does not exist", "pg_hba.conf")
    )
    certificate = "certificate" in text or "SSL" in text
    code = "server_certificate" if certificate else REFUSED if refused else LOST
    return ServerAway(Finding(code, FieldRef.DESK_SERVER))


def lost() -> ServerAway:
    """What to raise where the server does not answer."""
    return ServerAway(Finding(LOST, FieldRef.DESK_SERVER))
