"""The half of the store that reads: entities by key or by their fields, and the lists of cases and banks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from heapq import merge
from pathlib import Path
from threading import RLock
from typing import Any, Final, TypeVar

from workstation.errors import Finding, Refused
from workstation.profile.case import Stage
from workstation.profile.identity_paper import identity_number
from workstation.profile.portfolio.portfolio import phone_key
from workstation.store.duplicates import CaseName, cases_of_account, cases_of_word, cases_of_words
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.engine.held import OfCase, OfCases
from workstation.store.engine.rows import EmbeddedRows
from workstation.store.listing.case_line import CaseLine
from workstation.store.listing.keys import cases_with
from workstation.store.listing.projection import Seen, bring_up, unseen
from workstation.store.listing.queries import CaseList, Listed, agent_names, bank_names
from workstation.store.listing.wanted import LAST_CHANGED, LISTED, CaseFilter, Order, Wanted
from workstation.store.records.repository import Mapper, Mappers, Prepared, Row
from workstation.store.records.search_text import plain
from workstation.store.upgrade import copy_database

E = TypeVar("E")
_CASES_OF_DEBTOR: Final = 'SELECT "id" FROM "case" WHERE "debtor_id" = ?'


class StoreReading:
    """Reads at any time, inside a transaction what it has written so far."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database
        self._mappers = Mappers()
        self._rows = EmbeddedRows(database)
        self._lock = RLock()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All reads inside see one moment, whatever another process writes meanwhile; nothing may be written."""
        with self._lock:
            if self._database.is_in_transaction:
                yield
                return
            self._database.begin_transaction(writes=False)
            try:
                yield
            finally:
                self._database.roll_back()

    @contextmanager
    def alone(self, *, keep: bool) -> Iterator[None]:
        """A transaction of the database, outside the log: nobody else writes meanwhile. ``keep``: what was written inside."""
        with self._lock:
            self._database.begin_transaction(writes=True)
            try:
                yield
                if keep:
                    self._database.commit()
            finally:
                self._database.roll_back()

    def get(self, kind: type[E], key: str) -> E:
        """The entity of a key; raises `Refused` (not_found)."""
        mapper = self._mappers.of(kind)
        stored = self._stored(mapper, key)
        if stored is None:
            raise Refused(Finding("not_found", mapper.table))
        return stored

    def go_lean(self) -> None:
        """Hold fewer pages of the database in memory until the transaction ends."""
        self._database.go_lean()

    def get_many(self, kind: type[E], keys: Sequence[str]) -> tuple[E, ...]:
        """The entities of these keys, in no order; those that are not there are left out."""
        mapper = self._mappers.of(kind)
        return tuple(map(mapper.entity, self._rows.many(mapper, keys)))

    def among(self, kind: type[E], field: str, values: Sequence[str]) -> tuple[E, ...]:
        """The entities whose field is one of these, in the order in which they came."""
        mapper = self._mappers.of(kind)
        return tuple(map(mapper.entity, self._rows.among(mapper, field, values)))

    def held_in(self, kind: type[Any], field: str, values: Sequence[str]) -> set[str]:
        """Those of the values that any entity of a class has in a field."""
        mapper = self._mappers.of(kind)
        at = mapper.columns.index(field)
        return {row[at] for row in self._rows.among(mapper, field, values)}

    def pages(self, kind: type[E], size: int = 1000, **equals: Any) -> Iterator[tuple[E, ...]]:
        """As `find`, some at a time; those of a page may be removed before the next one is asked for."""
        mapper = self._mappers.of(kind)
        for rows in self._rows.pages(mapper, equals, size):
            yield tuple(map(mapper.entity, rows))

    def prepared(self, kind: type[E]) -> Prepared[E]:
        """What makes rows for `Store.load`, on any thread."""
        return Prepared(self._mappers.of(kind))

    def copy(self, folder: Path, name: str) -> Path:
        """A whole encrypted copy of the database, under the same key."""
        return copy_database(self._database, folder, name)

    def _stored(self, mapper: Mapper[E], key: str) -> E | None:
        row = self._row(mapper, key)
        return mapper.entity(row) if row else None

    def _row(self, mapper: Mapper[Any], key: str) -> Row | None:
        return self._rows.one(mapper, key)

    def find(self, kind: type[E], **equals: Any) -> tuple[E, ...]:
        """All entities whose fields equal the given values, in the order in which they came."""
        mapper = self._mappers.of(kind)
        return tuple(map(mapper.entity, self._rows.equal(mapper, equals)))

    def count(self, kind: type[Any], **equals: Any) -> int:
        """How many `find` would answer."""
        return self._rows.count(self._mappers.of(kind), equals)

    def of_case(self, case_id: str, kinds: Sequence[type[Any]]) -> OfCase:
        """What a case holds of these kinds, each of which has a ``case_id``; one question tells those of which it has nothing."""
        held = self._rows.held([self._mappers.of(kind) for kind in kinds], case_id)
        none = frozenset(kinds).difference(kinds[at] for at in held)
        return OfCase(lambda kind: () if kind in none else self.find(kind, case_id=case_id))

    def of_cases(self, case_ids: Sequence[str], kinds: Sequence[type[Any]]) -> OfCases:
        """What cases hold of these kinds, each of which has a ``case_id``, in as many questions as there are kinds at most."""
        mappers = [self._mappers.of(kind) for kind in kinds]
        held = self._rows.of_cases(mappers, case_ids)
        return OfCases([(one, held.get(one.table, ())) for one in mappers])

    def ahead(self, *asked: tuple[type[Any], Mapping[str, Any]]) -> None:
        """In a transaction: what `get`, of a key alone, and `find` are going to be asked. A file has no need to know it."""

    def cases_holding(self, kinds: Sequence[type[Any]]) -> Iterator[str]:
        """The ids of the cases that are or hold a record of any of these kinds, each once, in order; few are held at a time."""
        last = ""
        for case_id in merge(*(self._rows.cases_of(self._mappers.of(kind)) for kind in kinds)):
            if case_id != last:
                yield case_id
                last = case_id

    def holds_any(self, case_id: str, kinds: Sequence[type[Any]]) -> bool:
        """Whether a case holds a record of any of these kinds."""
        return bool(self._rows.held([self._mappers.of(kind) for kind in kinds], case_id))

    def cases_until(self, kind: type[Any], column: str, until: str) -> Iterator[str]:
        """The ids of the cases of which a record has a text in a column that is no greater, each once; few are held at a time."""
        return self._rows.cases_until(self._mappers.of(kind), column, until)

    def texts(self, kind: type[Any], *columns: str) -> Iterator[Any]:
        """Text columns of every entity of a class, without the entities, as they are read: for many thousands."""
        return self._rows.columns(self._mappers.of(kind), columns)

    def latest(self, kind: type[Any], column: str, case_ids: Sequence[str] | None = None) -> list[Row]:
        """Id of a case and the last instant, ISO, of a column of a kind of record, for some cases or for each that has any."""
        return self._rows.latest(self._mappers.of(kind), column, case_ids)

    def case_list(
        self, search: str = "", stage: Stage | None = None, order: Order = LAST_CHANGED, only: CaseFilter = LISTED
    ) -> Listed:
        """Cases found by name, pinyin, initials, phone, ID, account tail or number, in an order; read a page at a time.

        ``only``: what is chosen of the columns; archived cases are not listed unless asked for, by this or by a word.
        """
        self._before_list()
        return CaseList(self._database, Wanted(search, stage, only), order)

    @property
    def in_transaction(self) -> bool:
        """Whether an action is under way on this thread."""
        return False

    def let_pages_go(self) -> None:
        """Hold nothing of the database that was read: for who goes through many cases and reads none of them again."""
        self._database.let_pages_go()

    def _before_list(self) -> None:
        """What an action has written so far is found by it."""
        if self.in_transaction:
            self._keep_list()

    def _keep_list(self, seen: Seen = unseen) -> None:
        """Make anew what of the list is behind the records."""
        bring_up(self._database, seen)

    def case_lines(
        self, search: str = "", stage: Stage | None = None, limit: int | None = None, only: CaseFilter = LISTED
    ) -> tuple[CaseLine, ...]:
        """The cases found, the last changed first; all of them without ``limit``."""
        return tuple(self.case_list(search, stage, only=only).each(limit))

    def case_count(self, search: str = "", stage: Stage | None = None, only: CaseFilter = LISTED) -> int:
        """How many cases the same search finds."""
        return self.case_list(search, stage, only=only).count

    def cases_of_debtor(self, debtor_id: str) -> list[str]:
        """The ids of the cases of one debtor."""
        return [case_id for (case_id,) in self._database.run(_CASES_OF_DEBTOR, (debtor_id,))]

    def cases_of_id(self, number: str) -> Sequence[CaseName]:
        """The cases of everybody with this number of a paper of identity, in whatever writing."""
        self._before_list()
        return cases_of_word(self._database, plain(identity_number(number)))

    def cases_of_ids(self, numbers: Collection[str]) -> Mapping[str, Sequence[CaseName]]:
        """As `cases_of_id`, of many numbers at once, each as it was given; those that nobody has are left out."""
        self._before_list()
        return self._named_by(numbers, lambda words: cases_of_words(self._database, words))

    def _named_by(
        self, numbers: Collection[str], found: Callable[[Collection[str]], Mapping[str, Sequence[CaseName]]]
    ) -> dict[str, Sequence[CaseName]]:
        words = {number: plain(identity_number(number)) for number in numbers}
        cases = found(set(words.values()))
        return {number: cases[word] for number, word in words.items() if word in cases}

    def cases_of_phone(self, number: str) -> Sequence[CaseName]:
        """The cases of everybody who is called by this number, with or without its country code."""
        self._before_list()
        return cases_of_word(self._database, phone_key(number))

    def cases_of_account(self, bank: str, number: str) -> Sequence[CaseName]:
        """The cases with this account, at the bank under any of its names; the number without blanks and dashes."""
        self._before_list()
        return cases_of_account(self._database, bank, number)

    def cases_with(self, numbers: Collection[str]) -> Sequence[str]:
        """Ids of cases that hold one of these numbers, in no order; perhaps some that hold none.

        ``numbers``: of papers of identity, phones (`phone_key`) and accounts. Of a number that very many share, the newest cases.
        """
        return cases_with(self._database, numbers)

    def bank_names(self) -> tuple[str, ...]:
        """Every bank that an account names or of which something is known, by name."""
        self._before_list()
        return bank_names(self._database)

    def agent_names(self) -> tuple[str, ...]:
        """Everybody to whom a case is given, by name."""
        self._before_list()
        return agent_names(self._database)

    @property
    def rows(self) -> EmbeddedRows:
        """What is asked of the tables, below entities."""
        return self._rows

    @property
    def read_only(self) -> bool:
        """Whether every write is refused (desk_read_only)."""
        return self._database.read_only

    def is_quick(self, search: str, order: Order, only: CaseFilter) -> bool:
        """Whether a list needs nothing that `read_ahead` would read."""
        return True

    def read_ahead(self) -> Callable[[], None]:
        """Read what lists need of every case, where no index serves, on any thread; answers what the store's own is to call."""
        return lambda: None

    @property
    def is_lost(self) -> bool:
        """Whether what is stored lies elsewhere and cannot be reached now."""
        return False

    @property
    def turned_away(self) -> int:
        """How many questions could not be asked so far, since what is stored was out of reach."""
        return 0

    def let_nobody_wait(self) -> None:
        """From now on whoever asks is told at once that a server is away, and does not wait for it."""

    def answers(self) -> bool:
        """Whether it can be reached again; on any thread."""
        return True

    @property
    def refusal(self) -> str:
        """By which code writes are refused; empty where they are not."""
        return self._database.refusal if self.read_only else ""

    @property
    def key(self) -> bytes:
        """The key of the database, for a second connection to it or to a copy of it."""
        return self._database.key

    @property
    def is_in_memory(self) -> bool:
        """Whether the store lives in no file."""
        return bool(self._database.database == ":memory:")
