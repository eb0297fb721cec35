"""The part of the store by which long lists come in: rows made beforehand, and a log that does not hold on to them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import zip_longest
from typing import Any

from workstation.errors import StorageFailed
from workstation.profile.case import Case
from workstation.received.uncollected import uncollected
from workstation.store.changes import MOST_CASES, STEPPED, Changes
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.engine.conflict import true_to
from workstation.store.ledger.ledger import Ledger
from workstation.store.listing.at_once import marked_by_hand, put_behind
from workstation.store.listing.projection import Seen
from workstation.store.records.repository import Mapper, Row
from workstation.store.records.store_reading import StoreReading
from workstation.store.sharing.counters import Counters


@contextmanager
def written_whole(database: EncryptedDatabase) -> Iterator[None]:
    """A transaction that writes: committed at its end, and without a trace when an exception passes."""
    database.begin_transaction(writes=True)
    try:
        yield
        database.commit()
    except BaseException:
        with suppress(StorageFailed):  # what ended it is the news, and the log undoes itself when opened again
            database.roll_back()
        raise


class LongWrites(StoreReading):
    """Writes of many thousand rows in one transaction, in bounded memory."""

    ledger: Ledger
    counters: Counters
    _changes: Changes | None
    _fresh: set[str]
    _marks_by_hand: bool = False

    @abstractmethod
    def _joined(self) -> AbstractContextManager[None]: ...

    @abstractmethod
    def _of_many(self) -> AbstractContextManager[None]: ...

    @uncollected()
    def load(self, kind: type[Any], rows: Sequence[Row], fresh: Iterable[str] = ()) -> None:
        """Store new rows of `prepared`: the one way in of long lists, which feeds what else is kept of a row.

        ``fresh``: cases that this transaction has made. Raises `StoreConflict` as `Store.add`.
        """
        mapper = self._mappers.of(kind)
        with self._joined(), self._of_many(), true_to(mapper.table):
            self._rows.insert(mapper, rows)
            self.ledger.written(mapper, rows)
            self._fresh.update(fresh)
            at = mapper.key_at if kind is Case else mapper.case_at
            cases = [] if at is None else [row[at] for row in rows]
            if cases and self._marks_by_hand:
                put_behind(self._database, cases)
            assert self._changes is not None
            self._changes.note(kind, cases)

    def bring_list_up(self, seen: Seen) -> None:
        """In the midst of a long transaction: the list follows what was written so far. ``seen`` hears how far that is."""
        self._keep_list(seen)

    def stamped(self, entity: object) -> Row:
        """The row of an entity that this transaction puts down."""
        return self._mappers.of(type(entity)).row(entity, self.counters.stamp)

    @contextmanager
    def loading(self) -> Iterator[None]:
        """Inside a transaction: cases and accounts come by `load` alone, which then tells the list of them, not row by row."""
        with marked_by_hand(self._database):
            self._marks_by_hand = True
            try:
                yield
            finally:
                self._marks_by_hand = False

    def settle(self) -> None:
        """In the midst of a long transaction: what it has written goes into the log as an entry of its own, and is not held on to.

        Everything is still undone when the transaction fails.
        """
        assert self._changes is not None
        self.ledger.settle(self._changes.taken(), self.counters.stamp)
        self._changes.forget(self._fresh)  # nobody has a new case open yet
        self._fresh.clear()
        if len(self._changes.case_ids) > MOST_CASES:
            touched = self._changes.case_ids
            self._changes.name_no_case()
            self.counters.finish(touched, self._changes)

    def _step(self, mapper: Mapper[Any], before: Sequence[Row], after: Sequence[Any]) -> None:
        """Tell of entities what they were and are, one by one in order."""
        if self._changes is not None and mapper.kind in STEPPED:
            for row, entity in zip_longest(before, after):
                self._changes.step(None if row is None else mapper.entity(row), entity)
                if self._changes.many_steps:
                    return
