"""The table of the log on a server: entries sealed, found by their number and by tokens of their cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any, Final

from workstation.errors import Finding, StorageFailed
from workstation.store.ledger.exported import Entry
from workstation.store.ledger.head import Head
from workstation.store.ledger.table import LedgerTable
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.office import Taken
from workstation.store.server.schema import version

_TABLE: Final = "ledger"
_PIECE: Final = 200
_SELECT: Final = 'SELECT "number", "sealed" FROM "ledger"'


class ServerLogTable(LedgerTable):
    """Entries as they stand on the server, where nobody may change or remove one."""

    def __init__(self, server: ServerDatabase) -> None:
        self._server, self._seal = server, server.seal
        self._added_in: Taken | None = None

    @property
    def head(self) -> Head:
        """The last entry."""
        last = self._last()
        return Head(last.number, last.digest) if last else Head()

    @property
    def origin(self) -> str:
        """The digest of the first entry."""
        return self._entry(self._server.run(f'{_SELECT} ORDER BY "number" LIMIT 1').fetchone()).digest

    @property
    def schema(self) -> int:
        """The version of the schema that an entry bears now."""
        return version()

    @property
    def schema_of_last(self) -> int | None:
        """The version that the last entry bears; None where there is none."""
        last = self._last()
        return last.schema if last else None

    @property
    def revision(self) -> int:
        """The number of the last transaction that changed anything."""
        return int(self._server.run('SELECT "revision" FROM "office"').fetchone()[0])

    def entries(self) -> Iterator[Entry]:
        """Every entry, in order of its number."""
        last = 0
        asked = f'{_SELECT} WHERE "number" > %s ORDER BY "number" LIMIT {_PIECE}'
        while rows := self._server.run(asked, (last,)).fetchall():
            last = rows[-1][0]
            yield from map(self._entry, rows)

    def of_case(self, case_id: str) -> Iterator[Entry]:
        """The entries about one case."""
        token = self._seal.token("case", case_id)
        for row in self._server.run(f'{_SELECT} WHERE "cases" @> %s ORDER BY "number"', ([token],)).fetchall():
            yield self._entry(row)

    def bears(self, head: Head) -> bool:
        """Whether there is an entry of this number and digest."""
        found = self._server.run(f'{_SELECT} WHERE "number" = %s', (head.number,)).fetchone()
        return found is not None and self._entry(found).digest == head.digest

    def actions_since(self, number: int) -> frozenset[str]:
        """The actions behind an entry."""
        rows = self._server.run(f'{_SELECT} WHERE "number" > %s', (number,)).fetchall()
        return frozenset(self._entry(row).action for row in rows)

    def append(self, entry: Entry) -> None:
        """Put an entry down, inside a transaction."""
        cases = [self._seal.token("case", case_id) for case_id in entry.cases.split()]
        sealed = self._seal.sealed(_TABLE, _place(entry.number), asdict(entry))
        self._added_in = self._server.taken
        self._server.later(
            'INSERT INTO "ledger" ("number", "schema", "cases", "sealed") VALUES (%s, %s, %s, %s)',
            (entry.number, entry.schema, cases, sealed),
        )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A transaction of the database by itself; one in which that fails is closed."""
        self._server.begin_transaction(writes=True)
        try:
            yield
            self._server.commit()
        except BaseException:
            with suppress(StorageFailed):  # what ended it is the news
                self._server.roll_back()
            self._server.finish()
            raise

    def _last(self) -> Entry | None:
        taken = self._server.taken
        if taken is not None and self._added_in is not taken:
            return self._entry(taken.head) if taken.head else None
        found = self._server.run(f'{_SELECT} ORDER BY "number" DESC LIMIT 1').fetchone()
        return self._entry(found) if found else None

    def _entry(self, row: Any) -> Entry:
        number, sealed = row
        try:
            return Entry(**self._seal.opened(_TABLE, _place(number), sealed))
        except (ValueError, TypeError) as error:
            figures = {"records": _TABLE, "key": str(number)}
            raise StorageFailed(Finding("desk_row_unreadable", _TABLE, figures)) from error


def _place(number: int) -> bytes:
    return number.to_bytes(8, "big")
