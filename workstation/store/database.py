"""Opening the encrypted database: pragmas, upgrade with an encrypted copy first, and kind refusals of files that are not ours."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from peewee import DatabaseError, SqliteDatabase
from sqlcipher3 import dbapi2

from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.file_identity import DeskFiles
from workstation.store.files import OWNER_FILE, private_folder, sync_file, sync_folder, write_probe
from workstation.store.migrations import STEPS, Step
from workstation.store.storage_errors import FAILING, UNREADABLE, Cursor, storage_failed, told

WAIT_SECONDS: Final = 5
"""How long a write waits for another window or command to finish its own."""

_PAGE: Final = 4096

_PRAGMAS: Final = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", "on"),
    ("temp_store", "memory"),
    ("cache_size", -65536),
    ("trusted_schema", "off"),
)
_READING_PRAGMAS: Final = (("query_only", "on"), *_PRAGMAS[2:])


class EncryptedDatabase(SqliteDatabase):
    """SQLCipher with a raw 256-bit key: every page, the log included, is AES-256 with HMAC-SHA512. One thread at a time.

    ``cipher_memory_security`` stays off: it halves the speed of writing, and the values live in Python's memory all the same;
    SQLCipher wipes its keys in either case.
    """

    def __init__(self, path: Path | None, key: bytes, wait_seconds: int = WAIT_SECONDS, reading: str = "") -> None:
        """``reading``: how to open a file that is only read, as parameters of SQLite's URI; empty to write."""
        super().__init__(
            str(path) if path else ":memory:", pragmas=_READING_PRAGMAS if reading else _PRAGMAS, thread_safe=False
        )
        self.path, self._key, self._wait, self._reading = path, key, wait_seconds, reading
        self._files = DeskFiles(path) if path and not reading else None
        self._unreadable = False
        self.closing: list[Callable[[], None]] = []
        """What is done when the database is closed for good."""

    @property
    def read_only(self) -> bool:
        """Whether this database was opened to be read."""
        return bool(self._reading)

    @property
    def key(self) -> bytes:
        """The raw key, 32 bytes."""
        return self._key

    def twin(self) -> EncryptedDatabase:
        """Another connection to the same file, to be used on another thread and closed there; in memory there is but one."""
        if self.path is None:
            return self
        return EncryptedDatabase(self.path, self._key, self._wait, self._reading or "mode=ro")

    def run(self, statement: str, values: Sequence[object] = ()) -> Any:
        """Execute one statement; answers its cursor. Raises `StorageFailed`, also while its rows are fetched."""
        if self._unreadable:
            self._forget_unreadable()
        return self.execute_sql(statement, values)  # type: ignore[no-untyped-call]

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement for each row. Raises `StorageFailed`."""
        self.cursor().executemany(statement, rows)

    def cursor(self, named_cursor: object = None) -> Cursor:
        """A cursor that names failing storage from the start."""
        connection = self.connection()  # type: ignore[no-untyped-call]
        return connection.cursor(lambda made: Cursor(made, self._failed))  # type: ignore[no-any-return]

    def commit(self) -> None:
        """End the transaction, kept on the disk under the name that the desk was opened by.

        Raises `StorageFailed`; desk_gone and desk_replaced also when the folder went while it was being written.
        """
        if self._files is not None:
            self._files.refuse_moved()
        self.run("COMMIT")
        if self._files is not None:
            self._files.refuse_moved()

    def finish(self) -> None:
        """Close for good, and do what was put off until then."""
        self.close()
        while self.closing:
            self.closing.pop()()

    def _failed(self, error: Exception) -> StorageFailed | None:
        """After one page that fails its check, SQLCipher hands out no other page on the same connection."""
        failed = storage_failed(error, self.path.parent if self.path and not self._reading else None)
        self._unreadable |= failed is not None and failed.findings[0].code == UNREADABLE
        return failed

    def _forget_unreadable(self) -> None:
        if not self.is_in_transaction and self.path is not None:
            self._unreadable = False
            self.close()
            self.connect()

    def _connect(self) -> Any:
        name = f"{self.path.absolute().as_uri()}?{self._reading or 'mode=rw'}" if self.path else self.database
        connection = dbapi2.connect(
            name, isolation_level=None, timeout=self._wait, check_same_thread=False, cached_statements=256, uri=True
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            if self.database != ":memory:":
                connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]  # peewee runs the pragmas here
            if self._files is not None:
                self._files.refuse_moved(opening=True)
        except BaseException as error:
            connection.close()
            failed = self._failed(error) if isinstance(error, dbapi2.DatabaseError) else None
            raise failed or error from error
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

    @contextmanager
    def hurried(self, wait_ms: int, *, synced: bool) -> Iterator[None]:
        """Wait no longer than ``wait_ms`` for others; commits that are not synced outlive this process, though not a power cut."""
        self.run(f"PRAGMA busy_timeout = {wait_ms}")
        if not synced:
            self.run("PRAGMA synchronous = normal")
        try:
            yield
        finally:
            self.run(f"PRAGMA busy_timeout = {self._wait * 1000}")
            if not synced:
                self.run("PRAGMA synchronous = full")

    @property
    def is_in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self.connection().in_transaction)  # type: ignore[no-untyped-call]

    @property
    def version(self) -> int:
        """The schema version of the open file; 0 for an empty one."""
        return int(self.run("PRAGMA user_version").fetchone()[0])


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
    desk_newer (written by a later version of the program; nothing is touched), desk_upgrade_failed (the old schema stands),
    and `StorageFailed`: desk_busy, desk_disk_full, desk_read_only and the others of `storage_errors`.
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
        raise Refused(Finding("desk_newer", FieldRef.DESK_FOLDER, {"found": str(found), "known": str(len(steps))}))
    if not found:
        raise DatabaseError("a database without schema is not a desk")
    if found < len(steps):
        copy_database(database, path.parent / "backups", f"{path.stem}-schema-{found}")
        try:
            upgrade_database(database, steps, check)
        except DatabaseError as error:
            raise Refused(Finding("desk_upgrade_failed", FieldRef.DESK_FOLDER, {"known": str(len(steps))})) from error


def copy_database(database: EncryptedDatabase, folder: Path, name: str) -> Path:
    """A whole copy under the same key, with what is still in the log; never overwrites an earlier copy.

    Raises `StorageFailed`; then no copy of that name is left.
    """
    with told():
        private_folder(folder)
        number = 1
        while (target := folder / f"{name}-{number}.db").exists():
            number += 1
        part = target.with_suffix(".part")
        part.unlink(missing_ok=True)
        try:
            _vacuum_into(database, part)
            part.chmod(OWNER_FILE)
            sync_file(part)
            part.rename(target)
            sync_folder(folder)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        return target


def _vacuum_into(database: EncryptedDatabase, part: Path) -> None:
    """SQLCipher calls a copy that could not be written no database: the folder says what it was, else it is the disk."""
    try:
        database.run("VACUUM INTO ?", (str(part),))
    except StorageFailed as failed:
        if failed.findings[0].code == UNREADABLE and not database.run("PRAGMA quick_check(1)").fetchall() == [("ok",)]:
            raise
        write_probe(part.parent)
        if failed.findings[0].code == UNREADABLE:
            raise StorageFailed(Finding(FAILING, FieldRef.DESK_FOLDER)) from failed
        raise


def upgrade_database(database: EncryptedDatabase, steps: Sequence[Step], check: bool = True) -> None:
    """Each step is one transaction. References are checked at its end only, so that a step may rebuild a table."""
    database.run("PRAGMA foreign_keys = OFF")
    for number in range(database.version, len(steps)):
        _take_step(database, number, steps[number], check)
    database.run("PRAGMA foreign_keys = ON")


def _take_step(database: EncryptedDatabase, number: int, step: Step, check: bool) -> None:
    database.run("BEGIN EXCLUSIVE")
    try:
        if database.version == number:  # else another process took this step while we waited
            for statement in step:
                database.run(statement)
            if check and database.run("PRAGMA foreign_key_check").fetchone():
                raise DatabaseError(f"step {number + 1} leaves references to nothing")
            database.run(f"PRAGMA user_version = {number + 1}")
        database.commit()
    except BaseException:
        with suppress(StorageFailed):  # what ended the step is the news
            database.roll_back()
        raise
