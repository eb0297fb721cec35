"""The store of a desk whose records lie on a server: the same door as that of an embedded desk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.profile.identity_paper import identity_number
from workstation.profile.portfolio.portfolio import phone_key
from workstation.store.duplicates import CaseName
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.engine.held import OfCase
from workstation.store.ledger.ledger import Ledger
from workstation.store.listing.held import HeldList
from workstation.store.listing.projection import Seen, unseen
from workstation.store.listing.queries import Listed
from workstation.store.listing.wanted import LAST_CHANGED, LISTED, CaseFilter, Order, Wanted
from workstation.store.records.repository import NO_STAMP, Mapper, Row
from workstation.store.records.search_text import plain
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.counts import ServerCounters
from workstation.store.server.link import PATIENCE
from workstation.store.server.listing.lists import ServerLists
from workstation.store.server.listing.pages import SORTED, ServerList
from workstation.store.server.log_table import ServerLogTable
from workstation.store.server.office import MOVED, THERE, refuse_older_tables, refuse_other
from workstation.store.server.rows import ServerRows
from workstation.store.server.schema import version
from workstation.store.store import Store

_OFFICE: Final = "office"
_BEGIN: Final = (
    'INSERT INTO "office" ("schema", "proof") VALUES (%s, %s) ON CONFLICT ("office") DO NOTHING RETURNING "schema"'
)


class ServerStore(Store):
    """One office on a server, over one connection. The key of its database never leaves the workstation."""

    def __init__(self, server: ServerDatabase, clock: Clock | None = None) -> None:
        # The shared half asks of its database only what both engines answer: transactions, key, refusal.
        super().__init__(cast(EncryptedDatabase, server), clock)
        self.server, rows = server, ServerRows(server)
        self._rows = self.server_rows = rows
        self._lists = ServerLists(server, rows, self._mappers)
        self.counters = ServerCounters(server, rows, lambda: self._clock.now())
        self.ledger = Ledger(ServerLogTable(server), rows, self._mappers, server.key, lambda: self._clock.now())

    @classmethod
    def begin(cls, server: ServerDatabase, clock: Clock | None = None) -> ServerStore:
        """A new, empty office on a prepared server. Raises `Refused`: server_office_taken, and as `connected`."""
        store = cls(server, clock)
        try:
            store.take_office()
            store.ledger.continued()
        except BaseException:
            store.close()
            raise
        return store

    def take_office(self) -> None:
        """Put the row of a new office down. Raises `Refused`: server_office_taken, server_tables_older."""
        refuse_older_tables(self.server.run(THERE).fetchall())
        proof = self.server.seal.sealed(_OFFICE, b"", {"office": 1})
        if self.server.run(_BEGIN, (version(), proof)).fetchone() is None:
            raise Refused(Finding("server_office_taken", FieldRef.DESK_SERVER))

    @classmethod
    def connected(cls, server: ServerDatabase, clock: Clock | None = None) -> ServerStore:
        """An office that is there. Raises `Refused`: server_not_begun, server_moved_away, server_newer,
        server_other_key, and `StorageFailed`: server_lost, server_refused, server_certificate.
        """
        store = cls(server, clock)
        try:
            store.prove()
            store.ledger.continued()
        except BaseException:
            store.close()
            raise
        return store

    def give_up(self) -> None:
        """The office went elsewhere: nobody opens it here any more; call in a transaction of the database."""
        self.server.run('UPDATE "office" SET "schema" = %s', (MOVED,))

    def prove(self) -> None:
        """Raises `Refused` as `connected`."""
        found = self.server.run('SELECT "schema", "proof" FROM "office"').fetchone()
        if found is None:
            raise Refused(Finding("server_not_begun", FieldRef.DESK_SERVER))
        refuse_other(found[0])
        self.opened_proof(found[1])

    def opened_proof(self, proof: bytes) -> dict[str, Any]:
        """What stands in the row of an office under its key. Raises `Refused` (server_other_key)."""
        try:
            return self.server.seal.opened(_OFFICE, b"", proof)
        except ValueError as error:
            raise Refused(Finding("server_other_key", FieldRef.DESK_SERVER)) from error

    @property
    def is_lost(self) -> bool:
        """Whether the server does not answer."""
        return self.server.is_lost

    @property
    def turned_away(self) -> int:
        """How many questions found the server away so far."""
        return self.server.turned_away

    def let_nobody_wait(self) -> None:
        """From now on another thread connects, and whoever asks waits a moment for that once, then not until it is there."""
        self.server.patience = PATIENCE

    def answers(self) -> bool:
        """Whether a server that was lost answers again; on any thread."""
        return self.server.answers()

    def let_pages_go(self) -> None:
        """The server holds its own."""

    def go_lean(self) -> None:
        """Pages are held by the server."""

    @contextmanager
    def loading(self) -> Iterator[None]:
        """There is no list to be told."""
        yield

    @contextmanager
    def alone(self, *, keep: bool) -> Iterator[None]:
        """As on an embedded desk; typing that is not saved waits, too."""
        with super().alone(keep=keep):
            self.server.stand_alone()
            yield

    def of_case(self, case_id: str, kinds: Sequence[type[Any]]) -> OfCase:
        """What a case holds of these kinds, asked for in one question."""
        mappers = [self._mappers.of(kind) for kind in kinds]
        held = self.server_rows.whole(mappers, case_id)
        found = {one.kind: tuple(map(one.entity, held[one.table])) for one in mappers if one.table in held}
        return OfCase(lambda kind: found[kind] if kind in found else self.find(kind, case_id=case_id))

    def ahead(self, *asked: tuple[type[Any], Mapping[str, Any]]) -> None:
        """In a transaction: ask together what `get`, of a key alone, and `find` are going to be asked."""
        self.server_rows.foresee(*((self._mappers.of(kind), equals) for kind, equals in asked))

    def _row(self, mapper: Mapper[Any], key: str) -> Row | None:
        if mapper.kind is Debtor and self.in_transaction:  # whoever saves a person asks for the cases next
            self.ahead((Debtor, {mapper.key: key}), (Case, {"debtor_id": key}))
        return super()._row(mapper, key)

    def keep_typed(self, entities: Iterable[object], wait_ms: int) -> None:
        """Put some down in one way there and back, whoever is saving meanwhile; who moves the office keeps it out (desk_busy)."""
        with self._lock:
            for kind, group in self._mappers.sorted_by_kind(entities):
                mapper = self._mappers.of(kind)
                if not self.server_rows.put_beside(mapper, [mapper.row(one, NO_STAMP) for one in group]):
                    refuse_other(self.server.version)

    def drop_typed(self, kind: type[Any], keys: Sequence[str], wait_ms: int) -> None:
        """Remove those of the keys that are there in one way there and back, whoever is saving meanwhile."""
        with self._lock:
            self.server_rows.remove_beside(self._mappers.of(kind), keys)

    def another(self) -> ServerStore:
        """As `beside`: any connection may write."""
        return self.beside()

    def beside(self) -> ServerStore:
        """The same office over another connection, for another thread."""
        return ServerStore(self.server.twin(), self._clock)

    def case_list(
        self, search: str = "", stage: Stage | None = None, order: Order = LAST_CHANGED, only: CaseFilter = LISTED
    ) -> Listed:
        """Cases found by name, pinyin, initials, phone, ID, account tail or number, in an order.

        By last change and by stage the server sorts, and a page at a time is read; any other order, and every choice but that of
        the archive, is made at this desk: the first one reads all cases, later ones those that were touched since.
        """
        wanted = Wanted(search, stage, only)
        if order.by in SORTED and wanted.is_plain:
            where, values = self._lists.wanted(wanted.searched, stage, wanted.archived)
            return ServerList(self.server, self._lists.lines_of, where, values, order)
        found = self._lists.lines(wanted.searched, stage, wanted.archived)
        return HeldList([line for line in found if wanted.holds(line)], order)

    def _keep_list(self, seen: Seen = unseen) -> None:
        """The server holds no list: its lines are read from the records."""

    def is_quick(self, search: str, order: Order, only: CaseFilter) -> bool:
        """A list that the server sorts, of which no word is searched."""
        return not search.strip() and order.by in SORTED and Wanted("", None, only).is_plain

    def read_ahead(self) -> Callable[[], None]:
        """Over a connection of its own. Raises `StorageFailed`."""
        aside = self.beside()
        try:
            aside._lists.read()
        finally:
            aside.close()
        return lambda: self._lists.take(aside._lists)

    def case_count(self, search: str = "", stage: Stage | None = None, only: CaseFilter = LISTED) -> int:
        """How many cases the same search finds."""
        wanted = Wanted(search, stage, only)
        if wanted.is_plain:
            return self._lists.count(wanted.searched, stage, wanted.archived)
        return self.case_list(search, stage, only=only).count

    def cases_of_debtor(self, debtor_id: str) -> list[str]:
        """The ids of the cases of one debtor."""
        mapper = self._mappers.of(Case)
        return [row[mapper.key_at] for row in self._rows.equal(mapper, {"debtor_id": debtor_id})]

    def cases_of_id(self, number: str) -> Sequence[CaseName]:
        """The cases of everybody with this number of a paper of identity, in whatever writing."""
        return self._lists.of_word(plain(identity_number(number)))

    def cases_of_ids(self, numbers: Collection[str]) -> Mapping[str, Sequence[CaseName]]:
        """As `cases_of_id`, of many numbers at once."""
        return self._named_by(numbers, self._lists.of_words)

    def cases_of_phone(self, number: str) -> Sequence[CaseName]:
        """The cases of everybody who is called by this number, with or without its country code."""
        return self._lists.of_word(phone_key(number))

    def cases_of_account(self, bank: str, number: str) -> Sequence[CaseName]:
        """The cases with this account, at the bank under any of its names; the number without blanks and dashes."""
        return self._lists.of_account(bank, number)

    def cases_with(self, numbers: Collection[str]) -> Sequence[str]:
        """Ids of cases that hold one of these numbers."""
        return self._lists.of_numbers(numbers)

    def bank_names(self) -> tuple[str, ...]:
        """Every bank that an account names or of which something is known, by name."""
        return self._lists.banks()

    def agent_names(self) -> tuple[str, ...]:
        """Everybody to whom a case is given, by name."""
        return self._lists.agents()

    def next_case_numbers(self, year: str, count: int) -> tuple[str, ...]:
        """``count`` numbers, in a row but for those that cases of other desks brought along."""
        with self.transaction():
            return self._lists.next_numbers(year, count)

    def copy(self, folder: Path, name: str) -> Path:
        """Copies of a server are the server's own. Raises `Refused` (server_not_offered)."""
        raise Refused(Finding("server_not_offered", FieldRef.DESK_SERVER))

    @property
    def is_in_memory(self) -> bool:
        """Whether the store lives in no file of this machine."""
        return True
