"""Opening the encrypted database: pragmas, upgrade with an encrypted copy first, and kind refusals of files that are not ours."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from typing import Any, Final

from peewee import DatabaseError, SqliteDatabase
from sqlcipher3 import dbapi2

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.files import OWNER_FILE, private_folder, sync_file, sync_folder
from workstation.store.migrations import STEPS, Step

WAIT_SECONDS: Final = 5
"""How long a write waits for another window or command to finish its own."""

_PRAGMAS: Final = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", "on"),
    ("temp_store", "memory"),
    ("cache_size", -65536),
    ("trusted_schema", "off"),
)


class EncryptedDatabase(SqliteDatabase):
    """SQLCipher with a raw 256-bit key: every page, the log included, is AES-256 with HMAC-SHA512. One thread at a time.

    ``cipher_memory_security`` stays off: it halves the speed of writing, and the values live in Python's memory all the same;
    SQLCipher wipes its keys in either case.
    """

    def __init__(self, path: Path | None, key: bytes, wait_seconds: int = WAIT_SECONDS) -> None:
        super().__init__(str(path) if path else ":memory:", pragmas=_PRAGMAS, thread_safe=False)
        self._key, self._wait = key, wait_seconds

    def run(self, statement: str, values: Sequence[object] = ()) -> Any:
        """Execute one statement; answers its cursor."""
        return self.execute_sql(statement, values)  # type: ignore[no-untyped-call]

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement for each row."""
        self.connection().executemany(statement, rows)  # type: ignore[no-untyped-call]

    def _connect(self) -> Any:
        connection = dbapi2.connect(
            self.database, isolation_level=None, timeout=self._wait, check_same_thread=False, cached_statements=256
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            if self.database != ":memory:":
                connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]  # peewee runs the pragmas here
        except BaseException:
            connection.close()
            raise
        return connection

    def roll_back(self) -> None:
        """End the transaction without a trace; after some errors the database has done so by itself."""
        if self.is_in_transaction:
            self.run("ROLLBACK")

    @contextmanager
    def part(self) -> Iterator[None]:
        """Inside a transaction: an exception undoes what was written since, and passes on."""
        self.run("SAVEPOINT inside")
        try:
            yield
        except BaseException:
            if self.is_in_transaction:  # a full disk has ended it already
                self.run("ROLLBACK TO inside")
                self.run("RELEASE inside")
            raise
        self.run("RELEASE inside")

    @property
    def is_in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self.connection().in_transaction)  # type: ignore[no-untyped-call]

    @property
    def version(self) -> int:
        """The schema version of the open file; 0 for an empty one."""
        return int(self.run("PRAGMA user_version").fetchone()[0])


def create_database(path: Path | None, key: bytes, wait_seconds: int = WAIT_SECONDS) -> EncryptedDatabase:
    """A new database with the newest schema; without a path it lives in memory. `Refused` (desk_exists) for a file in the way."""
    if path is not None:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_FILE))
        except FileExistsError:
            raise Refused(Finding("desk_exists", FieldRef.DESK_FOLDER, {"file": path.name})) from None
    database = EncryptedDatabase(path, key, wait_seconds)
    database.connect()
    upgrade_database(database, STEPS)
    return database


def open_database(
    path: Path, key: bytes, wait_seconds: int = WAIT_SECONDS, steps: Sequence[Step] = STEPS
) -> EncryptedDatabase:
    """Open an existing database, upgrading an older one after an encrypted copy into ``backups``.

    Raises `Refused`: desk_database_missing, desk_database_unreadable (not a database, another key, or damaged),
    desk_newer (written by a later version of the program; nothing is touched), desk_upgrade_failed (the old schema stands),
    desk_busy, desk_disk_full.
    """
    if not path.is_file():
        raise Refused(Finding("desk_database_missing", FieldRef.DESK_FOLDER, {"file": path.name}))
    database = EncryptedDatabase(path, key, wait_seconds)
    try:
        _prepare(database, path, steps)
    except DatabaseError as error:
        database.close()
        if is_busy(error):
            raise Refused(Finding("desk_busy", FieldRef.DESK_FOLDER)) from error
        if is_full(error):
            raise Refused(Finding("desk_disk_full", FieldRef.DESK_FOLDER)) from error
        raise Refused(Finding("desk_database_unreadable", FieldRef.DESK_FOLDER, {"file": path.name})) from error
    except BaseException:
        database.close()
        raise
    return database


def is_busy(error: Exception) -> bool:
    """Whether an error of the database says that another process holds it."""
    return "locked" in str(error) or "busy" in str(error)


def is_full(error: BaseException) -> bool:
    """Whether an error of the database or the system says that the disk is full."""
    return (isinstance(error, OSError) and error.errno == ENOSPC) or "disk is full" in str(error)


def _prepare(database: EncryptedDatabase, path: Path, steps: Sequence[Step]) -> None:
    if not path.stat().st_size:
        raise DatabaseError("an empty file is not a desk")
    database.connect()
    found = database.version
    if found > len(steps):
        raise Refused(Finding("desk_newer", FieldRef.DESK_FOLDER, {"found": str(found), "known": str(len(steps))}))
    if not found:
        raise DatabaseError("a database without schema is not a desk")
    if found < len(steps):
        copy_database(database, path.parent / "backups", f"{path.stem}-schema-{found}")
        try:
            upgrade_database(database, steps)
        except DatabaseError as error:
            if is_busy(error) or is_full(error):
                raise
            raise Refused(Finding("desk_upgrade_failed", FieldRef.DESK_FOLDER, {"known": str(len(steps))})) from error


def copy_database(database: EncryptedDatabase, folder: Path, name: str) -> Path:
    """A whole copy under the same key, with what is still in the log; never overwrites an earlier copy."""
    private_folder(folder)
    number = 1
    while (target := folder / f"{name}-{number}.db").exists():
        number += 1
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    database.run("VACUUM INTO ?", (str(part),))
    part.chmod(OWNER_FILE)
    sync_file(part)
    part.rename(target)
    sync_folder(folder)
    return target


def upgrade_database(database: EncryptedDatabase, steps: Sequence[Step]) -> None:
    """Each step is one transaction. References are checked at its end only, so that a step may rebuild a table."""
    database.run("PRAGMA foreign_keys = OFF")
    for number in range(database.version, len(steps)):
        with database.atomic("EXCLUSIVE"):
            if database.version != number:
                continue  # another process took this step while we waited
            for statement in steps[number]:
                database.run(statement)
            if database.run("PRAGMA foreign_key_check").fetchone():
                raise DatabaseError(f"step {number + 1} leaves references to nothing")
            database.run(f"PRAGMA user_version = {number + 1}")
    database.run("PRAGMA foreign_keys = ON")
