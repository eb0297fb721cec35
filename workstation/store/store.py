"""The desk's memory: entities in and out, one transaction around each action, and what it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import Any, Final, TypeVar

import peewee

from workstation.dates import Clock, SystemClock
from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.case_numbers import next_numbers
from workstation.store.changes import Changes
from workstation.store.database import create_database
from workstation.store.encrypted import WAIT_SECONDS, EncryptedDatabase
from workstation.store.engine.conflict import StoreConflict, true_to
from workstation.store.engine.long_writes import written_whole
from workstation.store.engine.typed_writes import TypedWrites
from workstation.store.ledger.ledger import Act, Ledger
from workstation.store.ledger.table import LedgerTable
from workstation.store.listing.catching_up import open_current
from workstation.store.listing.projection import Seen, unseen
from workstation.store.read_only import open_to_read
from workstation.store.records.repository import Mapper, Row, case_finder
from workstation.store.sharing.counters import Counters
from workstation.store.sharing.merging import rebased

__all__ = ["Changes", "Store", "StoreConflict"]

E = TypeVar("E")

MEMORY_KEY: Final = bytes(32)


class Store(TypedWrites):
    """One open database. Reads may happen at any time; every write belongs to a transaction (alone, it makes its own)."""

    def __init__(self, database: EncryptedDatabase, clock: Clock | None = None) -> None:
        super().__init__(database)
        self._clock = clock or SystemClock()
        self._changes: Changes | None = None
        self._thread = 0
        self._fresh: set[str] = set()
        self._partial_write = False
        self.counters = Counters(database, lambda: self._clock.now())
        self.ledger = Ledger(LedgerTable(database), self._rows, self._mappers, database.key, lambda: self._clock.now())
        self.committed: Callable[[int], None] = lambda revision: None
        """Told the revision of each transaction that changed something, once it is on the disk; must not raise."""

    @classmethod
    def create(cls, path: Path, key: bytes, clock: Clock | None = None, wait_seconds: int = WAIT_SECONDS) -> Store:
        """A new, empty store in a new file. ``key``: 32 bytes."""
        return cls._logged(create_database(path, key, wait_seconds), clock)

    @classmethod
    def open(
        cls, path: Path, key: bytes, clock: Clock | None = None, wait_seconds: int = WAIT_SECONDS, seen: Seen = unseen
    ) -> Store:
        """An existing store, upgraded when it is older; refusals as in `open_database`. ``seen``: as `open_current`."""
        return cls._logged(open_current(path, key, wait_seconds, seen), clock)

    @classmethod
    def open_to_read(cls, path: Path, key: bytes, clock: Clock | None = None, refusal: str = "") -> Store:
        """An existing store whose disk takes no writes: every write is refused (desk_read_only, or as ``refusal`` says)."""
        database = open_to_read(path, key)
        database.refusal = refusal or database.refusal
        return cls(database, clock)

    @classmethod
    def memory(cls, clock: Clock | None = None) -> Store:
        """A store that lives as long as its object: for tests and samples."""
        return cls._logged(create_database(None, MEMORY_KEY), clock)

    @classmethod
    def _logged(cls, database: EncryptedDatabase, clock: Clock | None) -> Store:
        (store := cls(database, clock)).ledger.continued()
        return store

    def beside(self) -> Store:
        """The same store over a connection of its own, for another thread, and closed there; in memory there is but one."""
        return self if self.is_in_memory else Store(self._database.twin(), self._clock)

    def another(self) -> Store:
        """Another store of the same desk, to write on another thread; itself in memory, and where nothing is written."""
        path = self._database.path
        return self if path is None or self.read_only else Store.open(path, self.key, self._clock)

    @property
    def in_transaction(self) -> bool:
        """Whether an action is under way on this thread; one of another thread is waited for, not joined."""
        return self._changes is not None and self._thread == get_ident()

    @contextmanager
    def transaction(self, act: Act | None = None) -> Iterator[Changes]:
        """All writes inside happen or none does; one inside another joins it, and is undone alone when its error is caught.

        ``act``: for the log. Raises `StorageFailed`: desk_busy after waiting, desk_disk_full, desk_read_only … (`storage_errors`).
        """
        with self._lock:
            if self._changes is not None:
                with self._savepoint():
                    yield self._changes
                return
            self._changes, self._fresh, self._partial_write = Changes(), set(), False
            self._thread = get_ident()
            try:
                with self._writing():
                    self.counters.begin()
                    self.ledger.begin(act)
                    yield self._changes
                    if self._partial_write:
                        raise StoreConflict("a write of many rows failed half-way and was not undone")
                    if self._changes:
                        self.ledger.finish(self._changes.taken(), self.counters.stamp)
                        self.counters.finish(self._changes.case_ids - self._fresh, self._changes)
                    self._keep_list()
                if self._changes:
                    self.committed(self.counters.revision)
            finally:
                self._changes, self._fresh, self._partial_write = None, set(), False
                self.counters.end()

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        assert self._changes is not None
        torn, marked, steps = self._partial_write, self.ledger.mark(), self._changes.mark()
        try:
            with self._database.part():
                yield
        except BaseException:
            self._partial_write = torn
            self.ledger.revert(marked)
            self._changes.back_to(steps)
            raise

    @contextmanager
    def _joined(self) -> Iterator[None]:
        """A single write of ours: in the transaction under way, else in its own.

        Without a savepoint, since SQLite then keeps the pages of every row's statement until the savepoint ends (29,000
        deletes took a minute); a write that stops half-way forbids the commit instead.
        """
        if self._changes is not None:
            yield
            return
        with self.transaction():
            yield

    @contextmanager
    def _of_many(self) -> Iterator[None]:
        """Around a write of many rows: one that stops half-way forbids the commit."""
        try:
            yield
        except BaseException:
            self._partial_write = True
            raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._database.is_in_transaction:
            raise StoreConflict("a write inside a reading")
        if self.read_only:
            raise StorageFailed(Finding(self._database.refusal, FieldRef.DESK_FOLDER))
        with written_whole(self._database):
            yield

    def add(self, entity: object) -> None:
        """Store a new entity. Raises `StoreConflict` for a key that exists or a reference to nothing."""
        self._add(type(entity), (entity,))

    def add_all(self, entities: Iterable[object]) -> None:
        """Store many new entities of any classes at once, those first that others refer to."""
        with self._joined():
            for kind, group in self._mappers.sorted_by_kind(entities):
                self._add(kind, group)

    def save(
        self,
        entity: E,
        base: E | None = None,
        judged: Callable[[E, E | None], E] | None = None,
        unwritten: E | None = None,
        of_case: str = "",
    ) -> E:
        """Store an entity, new or changed, by its key, and answer what was stored; it keeps its place in the order.

        ``base``: what it was made from, so that what others stored since is merged; without it the entity is new, or was read in
        this transaction. ``judged`` is handed what was merged and what is stored now, and answers what to store, or refuses it.
        ``unwritten``: for a row not there yet; ``of_case``: its case (not_found). Raises `Refused` as `merging.rebased`.
        """
        mapper = self._mappers.of(type(entity))
        with self._joined():
            row = self._row(mapper, getattr(entity, mapper.key))
            if base is not None or judged is not None:
                stored = mapper.entity(row) if row else None
                entity = entity if base is None else rebased(base, entity, stored or unwritten, mapper.table)
                entity = entity if judged is None else judged(entity, stored)
            cases = self._cases_of(mapper, (entity,))
            if of_case and of_case not in cases:
                raise Refused(Finding("not_found", mapper.table))
            if row:
                self._change(mapper, row, entity, cases)
            else:
                self._add(mapper.kind, (entity,))
        return entity

    def save_all(self, entities: Iterable[object]) -> None:
        """Store many entities, new or changed."""
        with self._joined():
            for kind, group in self._mappers.sorted_by_kind(entities):
                mapper = self._mappers.of(kind)
                self._write(mapper, self._rows.upsert, group)
                self._note(mapper, self._cases_of(mapper, group))

    def delete(self, kind: type[Any], key: str) -> None:
        """Remove an entity. Raises `Refused`: not_found, or record_in_use while others refer to it."""
        self.delete_all(kind, (key,))

    def delete_all(self, kind: type[Any], keys: Sequence[str]) -> None:
        """Remove many entities of one class, as `delete`: all or none."""
        mapper = self._mappers.of(kind)
        with self._joined():
            found = self._rows.many(mapper, keys)
            if len(found) < len(set(keys)):
                raise Refused(Finding("not_found", mapper.table))
            try:
                with self._of_many():
                    self._rows.remove(mapper, keys)
            except peewee.IntegrityError as error:
                raise Refused(Finding("record_in_use", mapper.table)) from error
            self.ledger.removed(mapper, found)
            self._step(mapper, found, ())
            # A debtor that could be removed belonged to no case.
            self._note(mapper, () if kind is Debtor else self._cases_of(mapper, map(mapper.entity, found)))

    def next_case_number(self, year: str) -> str:
        """``CC-2026-00001`` and on; a number is never given twice, even when its case was removed."""
        return self.next_case_numbers(year, 1)[0]

    def next_case_numbers(self, year: str, count: int) -> tuple[str, ...]:
        """``count`` numbers, in a row but for those that cases of other desks brought along."""
        with self.transaction():
            return next_numbers(self._database, year, count)

    def put_in_order(self, kind: type[Any], keys: Sequence[str]) -> None:
        """Let entities of one class follow one another as named, behind all others of their class."""
        with self._joined(), self._of_many():
            self._rows.put_last(self._mappers.of(kind), keys)

    def close(self) -> None:
        """Shut the store; a second time does nothing."""
        self._database.finish()

    def _add(self, kind: type[Any], group: Sequence[Any]) -> None:
        mapper = self._mappers.of(kind)
        with self._joined():
            self._write(mapper, self._rows.insert, group)
            if kind is Case:
                self._fresh.update(case.id for case in group)
            self._step(mapper, (), group)
            # A debtor just added belongs to no case yet, so there is nothing to look up.
            self._note(mapper, () if kind is Debtor else self._cases_of(mapper, group))

    def _change(self, mapper: Mapper[E], stored: Row, entity: E, cases: Sequence[str]) -> None:
        row = mapper.values(entity)
        self.ledger.stood(mapper, (stored,))
        with true_to(mapper.table):
            self._rows.change(mapper, entity, stored, row, self.counters.stamp)
        self.ledger.written(mapper, (row,))
        self._step(mapper, (stored,), (entity,))
        self._note(mapper, cases)

    def _write(
        self, mapper: Mapper[Any], put: Callable[[Mapper[Any], Sequence[Row]], None], group: Sequence[Any]
    ) -> None:
        stamp = self.counters.stamp
        rows = [mapper.row(entity, stamp) for entity in group]
        if put != self._rows.insert:
            self.ledger.look(mapper, rows)
        with true_to(mapper.table):
            if len(rows) == 1:
                put(mapper, rows)
            else:
                with self._of_many():
                    put(mapper, rows)
        self.ledger.written(mapper, rows)

    def _cases_of(self, mapper: Mapper[Any], group: Iterable[Any]) -> list[str]:
        find = case_finder(mapper, self.cases_of_debtor)
        return [case_id for entity in group for case_id in find(entity)]

    def _note(self, mapper: Mapper[Any], cases: Iterable[str]) -> None:
        assert self._changes is not None
        self._changes.note(mapper.kind, cases)
