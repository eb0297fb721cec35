"""The database copied while others work at it, and a copy proven by opening it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from workstation.store.encrypted import EncryptedDatabase
from workstation.store.files import OWNER_FILE, sync_file
from workstation.store.store import Store

_PAGES_A_STEP: Final = 512
"""Two MiB, a few milliseconds, between two looks at whether to stop."""


@contextmanager
def snapshot(path: Path, key: bytes) -> Iterator[tuple[Store, EncryptedDatabase]]:
    """A second connection that sees the database as it is at this instant, whatever others write meanwhile."""
    database = EncryptedDatabase(path, key, lean=True)
    database.connect()
    try:
        database.run("BEGIN")
        database.run("SELECT count(*) FROM sqlite_master").fetchone()  # a snapshot begins with the first reading
        yield Store(database), database
        database.run("ROLLBACK")
    finally:
        database.close()


def copy_database(database: EncryptedDatabase, target: Path, key: bytes, step: Callable[[], None]) -> None:
    """Copy what a `snapshot` sees into a new file under the same key, by SQLite's online backup; writers are not held up.

    The copy is one file without a log beside it, and is on the disk when this returns. ``step`` may raise to stop.
    """
    target.touch(OWNER_FILE)
    with closing(_connected(str(target), key)) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        origin: Any = database.connection()  # type: ignore[no-untyped-call]
        origin.backup(copy, pages=_PAGES_A_STEP, progress=lambda *_: step(), sleep=0)
        copy.execute("PRAGMA journal_mode = DELETE")
    sync_file(target)


def is_sound(path: Path, key: bytes) -> bool:
    """Whether a copy opens with the key and every page, index and reference in it is whole. Writes nothing, not even beside it."""
    try:
        with closing(_read_only(path, key)) as copy:
            wrong = copy.execute("PRAGMA cipher_integrity_check").fetchall()
            # The first misses a last page that was cut off; this one misses what no table reads.
            sound = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return sound and not wrong and copy.execute("PRAGMA foreign_key_check").fetchone() is None
    except dbapi2.Error:
        return False


def _read_only(path: Path, key: bytes) -> Any:
    return _connected(f"{path.absolute().as_uri()}?mode=ro&immutable=1", key)


def _connected(name: str, key: bytes) -> Any:
    connection = dbapi2.connect(name, isolation_level=None, check_same_thread=False, uri=name.startswith("file:"))
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    except BaseException:
        connection.close()
        raise
    return connection
