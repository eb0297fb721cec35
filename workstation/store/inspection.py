"""A look at everything a database holds, on a connection of its own and on any thread: pages, log, references, rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from workstation.errors import Finding, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.engine.rows import EmbeddedRows
from workstation.store.listing.drift import list_findings
from workstation.store.records.repository import Mappers
from workstation.store.storage_errors import UNREADABLE
from workstation.store.store import Store

_STEPS_BETWEEN_LOOKS: Final = 200_000
_BROKEN_AT_ONCE: Final = 1000
Seen = Callable[[], None]
"""Called every now and then; what it raises stops the look."""


class Inspection:
    """Reads what a store holds beside it. Made and closed on the thread that looks; a store in memory is read itself."""

    def __init__(self, store: Store) -> None:
        self.store = store.beside()
        self._own = self.store is not store
        self._database: object = self.store._database
        self.on_disk = self._own and isinstance(self._database, EncryptedDatabase)

    def close(self) -> None:
        """Let go of the file."""
        if self._own:
            self.store.close()

    def pages(self, seen: Seen) -> list[Finding]:
        """Pages whose seal is broken, and a structure that does not hold together; a server proves its own."""
        return _page_findings(self._database, seen) if isinstance(self._database, EncryptedDatabase) else []

    def references(self) -> list[Finding]:
        """References to what is not there, by kind of record; a server holds none."""
        return _reference_findings(self._database) if isinstance(self._database, EncryptedDatabase) else []

    def case_list(self, seen: Seen) -> list[Finding]:
        """Whether the list of cases is what the records say; an office on a server holds none."""
        return list_findings(self._database, seen) if isinstance(self._database, EncryptedDatabase) else []

    def rows(self, seen: Seen) -> tuple[int, list[Finding]]:
        """How many records could be read, and a finding for each that no entity can hold, or kind of which a part is unreadable."""
        return _row_findings(self.store._rows, Mappers(), seen)


def _page_findings(database: EncryptedDatabase, seen: Seen) -> list[Finding]:
    """``cipher_integrity_check`` proves every page of the file, but not a last one that was cut off, nor what is still in the log;
    ``integrity_check`` reads through the log and follows every page from its parent.
    """
    with _watched(database, seen):
        broken = database.run("PRAGMA cipher_integrity_check").fetchall()
    if broken:
        return [Finding("check_pages_damaged", FieldRef.DESK_FOLDER, {"count": f"{len(broken):,}"})]
    try:
        with _watched(database, seen):
            told = [text for (text,) in database.run("PRAGMA integrity_check").fetchall() if text != "ok"]
    except StorageFailed as failed:
        if failed.findings[0].code != UNREADABLE:
            raise
        return [Finding("check_pages_damaged", FieldRef.DESK_FOLDER, {"count": "1"})]
    return [Finding("check_structure_damaged", FieldRef.DESK_FOLDER, {"count": f"{len(told):,}"})] if told else []


def _reference_findings(database: EncryptedDatabase) -> list[Finding]:
    lost: dict[str, int] = {}
    broken = database.run("PRAGMA foreign_key_check")
    while some := broken.fetchmany(_BROKEN_AT_ONCE):
        for table, *_ in some:
            lost[table] = lost.get(table, 0) + 1
    return [
        Finding("check_references_lost", table, {"records": table, "count": f"{count:,}"})
        for table, count in lost.items()
    ]


def _row_findings(stored: EmbeddedRows, mappers: Mappers, seen: Seen) -> tuple[int, list[Finding]]:
    read, found = 0, list[Finding]()
    for mapper in mappers:
        try:
            for rows in stored.pieces(mapper):
                seen()
                for row in rows:
                    try:
                        mapper.entity(row)
                        read += 1
                    except StorageFailed as failed:
                        found += failed.findings
        except StorageFailed as failed:
            if failed.findings[0].code != UNREADABLE:
                raise
            found.append(Finding("check_records_unreadable", mapper.table, {"records": mapper.table}))
    return read, found


class _watched:  # noqa: N801 - used as a with-block
    """While SQLite works at length: lets ``seen`` stop it."""

    def __init__(self, database: EncryptedDatabase, seen: Seen) -> None:
        self._connection: Any = database.connection()  # type: ignore[no-untyped-call]
        self._seen, self._stopped = seen, list[BaseException]()

    def __enter__(self) -> None:
        self._connection.set_progress_handler(self._look, _STEPS_BETWEEN_LOOKS)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._connection.set_progress_handler(None, 0)
        if self._stopped:
            raise self._stopped[0] from None

    def _look(self) -> int:
        try:
            self._seen()
        except Exception as stopped:  # noqa: BLE001 - carried through SQLite, which would swallow it
            self._stopped.append(stopped)
            return 1
        return 0
