"""A connection to the encrypted database: every page sealed, failures told as what they are, one thread at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

from peewee import SqliteDatabase, __exception_wrapper__  # type: ignore[attr-defined]  # the stubs leave it out
from sqlcipher3 import dbapi2

from workstation.errors import StorageFailed
from workstation.store.file_identity import DeskFiles
from workstation.store.storage_errors import READ_ONLY, UNREADABLE, Connection, Cursor, storage_failed

WAIT_SECONDS: Final = 5
"""How long a write waits for another window or command to finish its own."""

CACHED_STATEMENTS: Final = 2048
"""More than the program has. Once full, the wheel's cache gives up the statement that came last, so that each new one is compiled
at every use; the steps of a new desk alone are some 250."""

_CACHE, _LEAN = -65536, -16384
"""KiB of pages held at hand, as SQLite takes them."""
_PRAGMAS: Final = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", "on"),
    ("temp_store", "memory"),
    ("cache_size", _CACHE),
    ("trusted_schema", "off"),
)
_READING_PRAGMAS: Final = (("query_only", "on"), *_PRAGMAS[2:])


class EncryptedDatabase(SqliteDatabase):
    """SQLCipher with a raw 256-bit key: every page, the log included, is AES-256 with HMAC-SHA512. One thread at a time.

    ``cipher_memory_security`` stays off: it halves the speed of writing, and the values live in Python's memory all the same;
    SQLCipher wipes its keys in either case.
    """

    def __init__(
        self,
        path: Path | None,
        key: bytes,
        wait_seconds: int = WAIT_SECONDS,
        reading: str = "",
        *,
        lean: bool = False,
    ) -> None:
        """``reading``: how to open a file that is only read, as parameters of SQLite's URI; empty to write. ``lean``: to go once
        through all of it, for which few pages at hand do as well as many.
        """
        pragmas = dict(_READING_PRAGMAS if reading else _PRAGMAS) | ({"cache_size": _LEAN} if lean else {})
        super().__init__(str(path) if path else ":memory:", pragmas=tuple(pragmas.items()), thread_safe=False)
        self.path, self._key, self._wait, self._reading = path, key, wait_seconds, reading
        self._files = DeskFiles(path) if path and not reading else None
        self._unreadable = self._is_lean = False
        self.refusal = READ_ONLY
        """The code by which a write is refused where this is opened to be read."""
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
        return EncryptedDatabase(self.path, self._key, self._wait, self._reading or "mode=ro", lean=True)

    def run(self, statement: str, values: Sequence[object] = ()) -> Any:
        """Execute one statement; answers its cursor. Raises `StorageFailed`, also while its rows are fetched."""
        if self._unreadable:
            self._forget_unreadable()
        try:
            return self._cursor().execute(statement, values)
        except dbapi2.Error as error:
            self._tell(error)

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute one statement for each row. Raises `StorageFailed`."""
        try:
            self._cursor().executemany(statement, rows)
        except dbapi2.Error as error:
            self._tell(error)

    def _cursor(self) -> Any:
        """A connection asked for a cursor forgets those that are gone; one made beside it stays noted, 130 bytes for each."""
        return self.connection().cursor(Cursor)  # type: ignore[no-untyped-call]

    def begin_transaction(self, *, writes: bool) -> None:
        """Begin one; one that ``writes`` is the only such from now on, and waits for others."""
        self.run("BEGIN IMMEDIATE" if writes else "BEGIN")

    def commit(self) -> None:
        """End the transaction, kept on the disk under the name that the desk was opened by.

        Raises `StorageFailed`; desk_gone and desk_replaced also when the folder went while it was being written.
        """
        if self._files is not None:
            self._files.refuse_moved()
        self.run("COMMIT")
        self._go_rich()
        if self._files is not None:
            self._files.refuse_moved()

    def finish(self) -> None:
        """Close for good, and do what was put off until then."""
        self.close()
        while self.closing:
            self.closing.pop()()

    def _tell(self, error: Exception) -> NoReturn:
        """Raise what an error means; one that storage has no part in as peewee does, by its class of that name."""
        failed = self._failed(error)
        if failed is not None:
            raise failed from error
        with __exception_wrapper__:
            raise error

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
            name,
            isolation_level=None,
            timeout=self._wait,
            check_same_thread=False,
            cached_statements=CACHED_STATEMENTS,
            uri=True,
            factory=Connection,
        )
        connection.tell = self._tell
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
        self._go_rich()

    def let_pages_go(self) -> None:
        """Hold no page that was read: for who reads one case after the other and none again."""
        self.run("PRAGMA shrink_memory")

    def go_lean(self) -> None:
        """Hold fewer pages at hand until the transaction ends: for long lists, which are written one row after the other."""
        self.run(f"PRAGMA cache_size = {_LEAN}")
        self._is_lean = True

    def _go_rich(self) -> None:
        if self._is_lean:
            self._is_lean = False
            self.run(f"PRAGMA cache_size = {_CACHE}")

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
