"""The table of the log in the embedded database: its one reader and writer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from workstation.errors import StorageFailed
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.ledger.exported import Entry
from workstation.store.ledger.head import Head

_COLUMNS: Final = tuple(Entry.__dataclass_fields__)
_NAMES: Final = ", ".join(f'"{name}"' for name in _COLUMNS)
_SELECT: Final = f'SELECT {_NAMES} FROM "ledger"'
_INSERT: Final = f'INSERT INTO "ledger" ({_NAMES}) VALUES ({", ".join("?" * len(_COLUMNS))})'
_HEAD: Final = 'SELECT "number", "digest" FROM "ledger" ORDER BY "number" DESC LIMIT 1'
_BEARS: Final = 'SELECT 1 FROM "ledger" WHERE "number" = ? AND "digest" = ?'
_REVISION: Final = 'SELECT "revision" FROM "desk_state"'


class LedgerTable:
    """Entries as they stand; each is added once and never changed."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    @property
    def head(self) -> Head:
        """The last entry."""
        found = self._database.run(_HEAD).fetchone()
        return Head(*found) if found else Head()

    @property
    def origin(self) -> str:
        """The digest of the first entry."""
        return str(self._database.run('SELECT "digest" FROM "ledger" ORDER BY "number" LIMIT 1').fetchone()[0])

    @property
    def schema(self) -> int:
        """The version of the schema that an entry bears now."""
        return self._database.version

    @property
    def schema_of_last(self) -> int | None:
        """The version that the last entry bears; None where there is none."""
        last = self._database.run('SELECT "schema" FROM "ledger" ORDER BY "number" DESC LIMIT 1').fetchone()
        return None if last is None else int(last[0])

    @property
    def revision(self) -> int:
        """The number of the last transaction that changed anything."""
        return int(self._database.run(_REVISION).fetchone()[0])

    def entries(self) -> Iterator[Entry]:
        """Every entry, in order of its number."""
        for row in self._database.run(f'{_SELECT} ORDER BY "number"'):
            yield Entry(*row)

    def of_case(self, case_id: str) -> Iterator[Entry]:
        """The entries about one case."""
        for row in self._database.run(f'{_SELECT} WHERE instr("cases", ?) ORDER BY "number"', (case_id,)):
            yield Entry(*row)

    def bears(self, head: Head) -> bool:
        """Whether there is an entry of this number and digest."""
        return self._database.run(_BEARS, (head.number, head.digest)).fetchone() is not None

    def actions_since(self, number: int) -> frozenset[str]:
        """The actions behind an entry."""
        found = self._database.run('SELECT DISTINCT "action" FROM "ledger" WHERE "number" > ?', (number,)).fetchall()
        return frozenset(name for (name,) in found)

    def append(self, entry: Entry) -> None:
        """Put an entry down, inside a transaction."""
        self._database.run(_INSERT, tuple(getattr(entry, name) for name in _COLUMNS))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A transaction of the database by itself; one in which that fails is closed."""
        self._database.run("BEGIN IMMEDIATE")
        try:
            yield
            self._database.commit()
        except BaseException:
            with suppress(StorageFailed):  # what ended it is the news
                self._database.roll_back()
            self._database.close()
            raise
