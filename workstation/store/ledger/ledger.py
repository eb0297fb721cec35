"""What a transaction writes down of itself: who, when, which action, and the digest of each row before and after.

The entry is written in the same transaction as the rows. A row's digest is BLAKE2b (16 bytes) of `ascii` of the tuple of
its entity's columns, keyed by the desk's own key, so that an exported log lets nobody try out numbers of people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

from workstation.casework.draft import Draft, WorkPlace
from workstation.identity import new_id
from workstation.store.engine.rows import EmbeddedRows
from workstation.store.ledger.exported import Entry, digest_of
from workstation.store.ledger.head import Head
from workstation.store.ledger.table import LedgerTable
from workstation.store.records.repository import Mapper, Mappers
from workstation.store.sharing.stamp import Stamp

NONE: Final = "-"
"""Stands for the digest of a row that is not there."""
BEGAN, UPGRADED, SALVAGED = "ledger.began", "ledger.upgraded", "ledger.salvaged"
RESTORED, OLDER_ACCEPTED = "ledger.restored", "ledger.older_accepted"
STARTS: Final = frozenset({BEGAN, UPGRADED, SALVAGED})
"""Entries that name every row as it stood, from which rows are counted on."""
BREAKS: Final = frozenset({SALVAGED, RESTORED, OLDER_ACCEPTED})
"""Entries after which something that was done may be missing."""
STOOD: Final = "ledger.stood"
"""The rows of a large desk as they stood, continued: an entry names so many rows only."""
_ROWS: Final = 20_000
UNLOGGED: Final = frozenset({Draft, WorkPlace})
"""What is typed and not saved yet changes nothing."""
LOG: Final = "ledger"
"""In the place of a table: what concerns the log itself."""
_HEX: Final = "~"
"""A key with anything but letters and digits is written as hex behind this sign."""

Touched = dict[str, str]
"""Key of a row → digest."""


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what. ``vouched``: the second person who proved to be here."""

    by: str = ""
    vouched: str = ""
    action: str = ""


class RowDigests:
    """Digests of rows under the key of one desk."""

    def __init__(self, key: bytes) -> None:
        self._keyed = blake2b(digest_size=16, key=blake2b(key, digest_size=32, person=b"concord ledger").digest())

    def of(self, row: Sequence[object]) -> str:
        """32 hex digits of the columns of an entity, as the database holds them."""
        keyed = self._keyed.copy()
        keyed.update(ascii(tuple(row)).encode())
        return keyed.hexdigest()


class Ledger:
    """Gathers what a transaction touches and puts its entry down. Of one store, and of one thread at a time as the store is."""

    def __init__(
        self, table: LedgerTable, rows: EmbeddedRows, mappers: Mappers, key: bytes, now: Callable[[], datetime]
    ) -> None:
        """``key``: of the desk's database; the digests of rows are keyed by it."""
        self._table, self._stands, self._mappers, self._now = table, rows, mappers, now
        self._digests = RowDigests(key)
        self._before: dict[str, Touched] = {}
        self._after: dict[str, Touched] = {}
        self._act = Act()
        self._written: Head | None = None
        self.signer: Callable[[], str] = str
        """Names who writes where no action was named."""

    @property
    def head(self) -> Head:
        """The last entry."""
        return self._table.head

    @property
    def last(self) -> Head:
        """The head after the last transaction here; others may have written since."""
        return self._written or self.head

    def entries(self) -> Iterator[Entry]:
        """Every entry, in order of its number."""
        return self._table.entries()

    @property
    def origin(self) -> str:
        """The first digest, by which this log is told from any other."""
        return self._table.origin

    def of_case(self, case_id: str) -> Iterator[Entry]:
        """The entries about one case."""
        return self._table.of_case(case_id)

    def stored(self) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
        """Each table that is watched, and the digest of every row in it as it stands, by key."""
        for mapper in self._mappers:
            if mapper.kind not in UNLOGGED:
                yield mapper.table, self._rows(mapper)

    def begin(self, act: Act | None) -> None:
        """A transaction has begun, by ``act`` if its action was named."""
        self._act, self._before, self._after = act or Act(self.signer()), {}, {}
        self._written = None

    def mark(self) -> tuple[dict[str, Touched], dict[str, Touched]]:
        """What was touched so far, to be given back to `revert` when a part is undone."""
        return {name: dict(one) for name, one in self._before.items()}, {
            name: dict(one) for name, one in self._after.items()
        }

    def revert(self, marked: tuple[dict[str, Touched], dict[str, Touched]]) -> None:
        """What was written since was undone."""
        self._before, self._after = marked

    def look(self, mapper: Mapper[Any], rows: Sequence[Sequence[Any]]) -> None:
        """Rows of the same keys are about to be written over: read what stands there."""
        if mapper.kind not in UNLOGGED:
            self._look(mapper, [row[mapper.key_at] for row in rows])

    def stood(self, mapper: Mapper[Any], rows: Iterable[Sequence[Any]]) -> None:
        """Rows are about to be written over that `Mapper.select_one` has read in this transaction."""
        if mapper.kind not in UNLOGGED:
            self._remember(mapper, rows)

    def written(self, mapper: Mapper[Any], rows: Sequence[Sequence[Any]]) -> None:
        """Rows were written."""
        if mapper.kind in UNLOGGED:
            return
        width, at, of = len(mapper.columns), mapper.key_at, self._digests.of
        self._after.setdefault(mapper.table, {}).update((row[at], of(row[:width])) for row in rows)

    def removed(self, mapper: Mapper[Any], rows: Iterable[Sequence[Any]]) -> None:
        """Rows are gone that `Mapper.select_many` had read."""
        self.stood(mapper, rows)
        if mapper.kind not in UNLOGGED:
            at = mapper.key_at
            self._after.setdefault(mapper.table, {}).update((row[at], NONE) for row in rows)

    def finish(self, cases: Iterable[str], stamp: Stamp) -> None:
        """Put the entry down, if any row is other than it was."""
        rows = "".join(self._lines())
        if rows:
            self._put(self._act, " ".join(sorted(cases)), rows, stamp)

    def settle(self, cases: Iterable[str], stamp: Stamp) -> None:
        """Put down what was touched so far, and go on with nothing touched: a long transaction has several entries."""
        self.finish(cases, stamp)
        self._before, self._after = {}, {}

    def bears(self, head: Head) -> bool:
        """Whether an entry seen elsewhere is in this log as it was seen."""
        return not head.number or self._table.bears(head)

    def has_since(self, number: int, actions: Iterable[str]) -> bool:
        """Whether one of these actions stands behind an entry."""
        return not self._table.actions_since(number).isdisjoint(actions)

    def note(self, act: Act, lost: Head | None = None) -> None:
        """An entry of something that happened to the desk as a whole; ``lost``: the head of a log that went on without us.

        Call in a transaction of the store.
        """
        rows = f"{LOG} {lost.number} {lost.digest} {NONE}\n" if lost else ""
        self._put(act, "", rows, self._stamp)

    def take_over(self, entry: Entry) -> None:
        """Put down an entry of the log that goes on here, as it is; call in a transaction of the database."""
        self._table.append(entry)

    def start(self, action: str, act: Act | None = None) -> None:
        """Put down every row as it stands; call in a transaction of the database."""
        lines = [_line(LOG, new_id(), NONE, NONE)]  # so that no two logs ever begin alike
        for table, found in self.stored():
            for key, digest in found:
                lines.append(_line(table, key, NONE, digest))
                if len(lines) >= _ROWS:
                    self._put(replace(act or Act(), action=action), "", "".join(lines), self._stamp)
                    lines, action = [], STOOD
        if lines:
            self._put(replace(act or Act(), action=action), "", "".join(lines), self._stamp)

    def continued(self) -> None:
        """Begin the log of a database that has none, and say so in one whose schema is newer than its last entry.

        A database in which that fails is closed.
        """
        last = self._table.schema_of_last
        if last is not None and last >= self._table.schema:
            return
        with self._table.alone():
            self.start(UPGRADED if last else BEGAN)

    def _rows(self, mapper: Mapper[Any]) -> Iterator[tuple[str, str]]:
        at = mapper.key_at
        for rows in self._stands.pieces(mapper):
            yield from ((str(row[at]), self._digests.of(row)) for row in rows)

    def _look(self, mapper: Mapper[Any], keys: Sequence[str]) -> None:
        known = self._after.get(mapper.table, {})
        unseen = [key for key in keys if key not in known] if known else keys
        if len(unseen) == 1:
            found = self._stands.one(mapper, unseen[0])
            self._remember(mapper, (found,) if found else ())
        elif unseen:
            self._remember(mapper, self._stands.many(mapper, unseen))

    def _remember(self, mapper: Mapper[Any], rows: Iterable[Sequence[Any]]) -> None:
        known, at, of = self._after.get(mapper.table, {}), mapper.key_at, self._digests.of
        before = self._before.setdefault(mapper.table, {})
        before.update((row[at], of(row)) for row in rows if row[at] not in known)

    def _lines(self) -> Iterable[str]:
        for table, after in self._after.items():
            before = self._before.get(table, {})
            for key, digest in after.items():
                was = before.get(key, NONE)
                if was != digest:
                    yield _line(table, key, was, digest)

    @property
    def _stamp(self) -> Stamp:
        return Stamp(self._now().isoformat(), self._table.revision)

    def _put(self, act: Act, cases: str, rows: str, stamp: Stamp) -> None:
        head = self.head
        number, schema = head.number + 1, self._table.schema
        told = (number, stamp.now, act.by, act.vouched, act.action, stamp.revision, schema, cases, rows, head.digest)
        digest = digest_of(Entry(*told, ""))
        self._table.append(Entry(*told, digest))
        self._written = Head(number, digest)


def _line(table: str, key: str, before: str, after: str) -> str:
    return f"{table} {key if key.isascii() and key.isalnum() else _HEX + key.encode().hex()} {before} {after}\n"


def key_of(written: str) -> str:
    """The key of a row as a line of an entry has it."""
    return bytes.fromhex(written[1:]).decode() if written.startswith(_HEX) else written
