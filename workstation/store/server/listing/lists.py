"""The list of cases and the search on a server desk: texts are searched at the workstation, which alone can read them.

The first search reads whom and what can be found, later ones only the cases that were touched since. It lives in memory only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from workstation.bank_names import bank_key
from workstation.casework.printed import PrintRecord
from workstation.conversation.contact import ContactEntry, last_valid
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.profile.filing import AgentChange, ArchiveChange
from workstation.promise.ending import AccountEnd
from workstation.store.case_numbers import named_number
from workstation.store.duplicates import CaseName, grouped
from workstation.store.listing.case_line import COLUMNS, CaseLine, line_of
from workstation.store.listing.projection import line_values
from workstation.store.listing.words import bare
from workstation.store.records.repository import Mapper, Mappers
from workstation.store.records.search_text import EDGE, needles, search_text
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.listing.findable import Findable, found
from workstation.store.server.rows import ServerRows

_COUNTED: Final = 'SELECT "revision", "gone" FROM "office"'
_TOUCHED: Final = 'WHERE "revision" > %s ORDER BY "place"'
_PIECE: Final = 500
_NEWEST: Final = 'ORDER BY "touched_at" COLLATE "C" DESC, "place" DESC'


class ServerLists:
    """What is asked of many cases at once."""

    def __init__(self, server: ServerDatabase, rows: ServerRows, mappers: Mappers) -> None:
        self._server, self._rows, self._mappers = server, rows, mappers
        self._known: dict[bytes, Findable] = {}
        self._revision, self._gone = -1, 0
        self._read: dict[bytes, CaseLine] = {}
        self._read_to, self._read_gone = -1, 0
        self._changes = dict[type[Any], tuple[int, list[Any]]]()

    def read(self) -> None:
        """Read what any search and any order need of every case."""
        self._findable()
        self._read_on()

    def take(self, other: ServerLists) -> None:
        """Know what another reading of the same office knows, which nobody uses any more."""
        if other._revision > self._revision:
            self._known, self._revision, self._gone = other._known, other._revision, other._gone
        if other._read_to > self._read_to:
            self._read, self._read_to, self._read_gone = other._read, other._read_to, other._read_gone

    def wanted(self, search: str, stage: Stage | None, archived: bool | None = None) -> tuple[str, tuple[object, ...]]:
        """The condition by which the server finds these cases; a search, and what is archived, names them one by one."""
        parts, values = list[str](), list[object]()
        if stage is not None:
            parts.append('"stage" = %s')
            values.append(int(stage))
        if search.strip():
            parts.append('"key" = ANY(%s)')
            values.append(self._matching(search))
        if archived is not None and ((put_away := self._archived()) or archived):
            parts.append('"key" = ANY(%s)' if archived else 'NOT ("key" = ANY(%s))')
            values.append(put_away)
        return f"WHERE {' AND '.join(parts)}" if parts else "", tuple(values)

    def _archived(self) -> list[bytes]:
        latest = {one.case_id: one.archived for one in self._added(ArchiveChange)}
        return [self._server.seal.token("case", case_id) for case_id, archived in latest.items() if archived]

    def lines(self, search: str, stage: Stage | None, archived: bool | None = None) -> tuple[CaseLine, ...]:
        """All cases that are found, the last changed first."""
        where, values = self.wanted(search, stage, archived)
        asked = f'SELECT "key", "touched_at" FROM "case" {where} {_NEWEST}'
        found = {bytes(key): at for key, at in self._server.run(asked, values)}
        if self._server.is_writing:  # what is found now may be undone
            return self.lines_of(found)
        self._read_on()
        return tuple(self._read[key] for key in found if key in self._read)

    def _read_on(self) -> None:
        """Every line is read once and kept in memory; then those of the cases that were touched since."""
        asked = 'SELECT "key", "touched_at" FROM "case" WHERE "revision" > %s'
        counted, since = self._server.run_all([(_COUNTED, ()), (asked, (self._read_to,))])
        revision, gone = counted.fetchone()
        touched = {bytes(key): at for key, at in since}
        if gone != self._read_gone:
            there = {bytes(key) for (key,) in self._server.run('SELECT "key" FROM "case"')}
            self._read = {key: line for key, line in self._read.items() if key in there}
        keys = list(touched)
        for first in range(0, len(keys), _PIECE):
            piece = {key: touched[key] for key in keys[first : first + _PIECE]}
            lines = {line.case_id: line for line in self.lines_of(piece)}
            self._read |= {self._server.seal.token("case", case_id): line for case_id, line in lines.items()}
        self._read_to, self._read_gone = int(revision), int(gone)

    def agents(self) -> tuple[str, ...]:
        """Everybody to whom a case is given, by name."""
        given = {one.case_id: one.agent for one in self._added(AgentChange)}
        return tuple(sorted(set(given.values()) - {""}))

    def _added(self, kind: type[Any]) -> list[Any]:
        """Every entity of a kind of which none is ever changed: those that came since this was last asked are read."""
        mapper: Mapper[Any] = self._mappers.of(kind)
        last, held = self._changes.get(kind, (0, list[Any]()))
        asked = f'SELECT "place", "key", "sealed" FROM "{mapper.table}" WHERE "place" > %s ORDER BY "place"'
        count, new = self._server.run_all([(f'SELECT count(*) FROM "{mapper.table}"', ()), (asked, (last,))])
        rows = new.fetchall()
        if int(count.fetchone()[0]) != len(held) + len(rows):  # some are gone, with their case
            held, rows = [], self._server.run(asked, (0,)).fetchall()
        found = self._rows.opened(mapper, ((key, sealed) for _, key, sealed in rows))
        held = [*held, *map(mapper.entity, found)]
        self._changes[kind] = (rows[-1][0] if rows else last, held)
        return held

    def count(self, search: str, stage: Stage | None, archived: bool | None = None) -> int:
        """How many cases the same search finds."""
        where, values = self.wanted(search, stage, archived)
        return int(self._server.run(f'SELECT count(*) FROM "case" {where}', values).fetchone()[0])

    def of_word(self, word: str) -> Sequence[CaseName]:
        """The cases of everybody whose search text holds just this word."""
        wanted = f"{EDGE}{word}{EDGE}"
        return [(one.case_id, one.number, one.name) for one in self._findable() if wanted in one.text]

    def of_words(self, words: Collection[str]) -> dict[str, list[CaseName]]:
        """As `of_word`, of many words at once."""
        return grouped(((one.text, (one.case_id, one.number, one.name)) for one in self._findable()), words)

    def of_numbers(self, numbers: Collection[str]) -> list[str]:
        """Ids of cases that hold one of these numbers: of papers, phones, accounts."""
        wanted = set(map(bare, numbers))
        return [
            one.case_id
            for one in self._findable()
            if not wanted.isdisjoint(map(bare, (*one.text.split(EDGE), *(number for _, number in one.accounts))))
        ]

    def of_account(self, bank: str, number: str) -> Sequence[CaseName]:
        """The cases with an account of this number, written without blanks and dashes, at this bank under any of its names."""
        at = bank_key(bank)
        return [
            (one.case_id, one.number, one.name)
            for one in self._findable()
            for where, what in one.accounts
            if what.replace(" ", "").replace("-", "") == number and bank_key(where) == at
        ]

    def banks(self) -> tuple[str, ...]:
        """Every bank that an account names or of which something is known, by name."""
        named = {bank for one in self._findable() for bank, _ in one.accounts}
        return tuple(sorted(named | {one.bank for one in self._every(BankContact)}))

    def next_numbers(self, year: str, count: int) -> tuple[str, ...]:
        """``count`` free numbers of cases; inside a transaction."""
        seal, found = self._server.seal, list[str]()
        while len(found) < count:
            missing = count - len(found)
            drawn = self._drawn(year, missing)
            tokens = {seal.token("case.number", number): number for number in drawn}
            asked = 'SELECT "number_one" FROM "case" WHERE "number_one" = ANY(%s)'
            taken = {bytes(token) for (token,) in self._server.run(asked, (list(tokens),)).fetchall()}
            found += [number for token, number in tokens.items() if token not in taken]
        return tuple(found)

    def _drawn(self, year: str, count: int) -> list[str]:
        asked = (
            'INSERT INTO "case_counter" ("year", "last") VALUES (%s, %s) ON CONFLICT ("office", "year") '
            'DO UPDATE SET "last" = "case_counter"."last" + excluded."last" RETURNING "last"'
        )
        last = int(self._server.run(asked, (year, count)).fetchone()[0])
        return [named_number(year, number) for number in range(last - count + 1, last + 1)]

    def _every(self, kind: type[Any]) -> list[Any]:
        mapper = self._mappers.of(kind)
        return [mapper.entity(row) for row in self._rows.every(mapper)]

    def _of(self, kind: type[Any], column: str, space: str, ids: Iterable[str]) -> list[Any]:
        mapper: Mapper[Any] = self._mappers.of(kind)
        rows = self._rows.tokened(mapper, *self._condition(column, space, ids))
        return [mapper.entity(row) for row in rows]

    def _condition(self, column: str, space: str, ids: Iterable[str]) -> tuple[str, tuple[object, ...]]:
        tokens = [self._server.seal.token(space, one) for one in ids]
        return f'WHERE "{column}" = ANY(%s) ORDER BY "place"', (tokens,)

    def lines_of(self, touched: Mapping[bytes, str]) -> tuple[CaseLine, ...]:
        """The lines of cases by their tokens, in the order of these; ``touched``: when each was last changed."""
        mapper = self._mappers.of(Case)
        rows = {
            self._server.seal.token("case", row[mapper.key_at]): row
            for row in self._rows.tokened(mapper, 'WHERE "key" = ANY(%s)', (list(touched),))
        }
        cases = {key: mapper.entity(rows[key]) for key in touched if key in rows}
        ids = [case.id for case in cases.values()]
        debtors = {
            one.id: one for one in self._of(Debtor, "key", "debtor", {case.debtor_id for case in cases.values()})
        }
        accounts, ends = self._of(Account, "case_id_ref", "case", ids), self._of(AccountEnd, "case_id_ref", "case", ids)
        prints = self._of(PrintRecord, "case_id_ref", "case", ids)
        how = {end.account_id: end.how for end in ends}
        archived = {one.case_id: one.archived for one in self._of(ArchiveChange, "case_id_ref", "case", ids)}
        agents = {one.case_id: one.agent for one in self._of(AgentChange, "case_id_ref", "case", ids)}
        nexts = self._next_days(ids)
        owing: dict[str, list[tuple[Any, ...]]] = {}
        for one in accounts:
            as_of, due_on = (day.isoformat() if day else None for day in (one.as_of, one.due_on))
            owed = (one.currency, one.owed.minor)
            shown = (one.bank, one.number, *owed, as_of, due_on, one.due_source, how.get(one.id))
            owing.setdefault(one.case_id, []).append(shown)
        printed: dict[str, str] = {}
        for one in prints:
            if one.packet_id:
                printed[one.case_id] = max(one.at.isoformat(), printed.get(one.case_id, ""))
        return tuple(
            line_of(
                line_values(
                    (
                        *(case.id, case.number, debtors[case.debtor_id].name, "", int(case.stage), case.reason),
                        *(case.pack, touched[key], printed.get(case.id)),
                        *(nexts.get(case.id), agents.get(case.id), archived.get(case.id)),
                    ),
                    owing.get(case.id, ()),
                )[: len(COLUMNS)]
            )
            for key, case in cases.items()
            if case.debtor_id in debtors
        )

    def _next_days(self, case_ids: Sequence[str]) -> dict[str, str]:
        logs: dict[str, list[ContactEntry]] = {}
        for entry in self._of(ContactEntry, "case_id_ref", "case", case_ids):
            logs.setdefault(entry.case_id, []).append(entry)
        last = {case_id: last_valid(log) for case_id, log in logs.items()}
        return {case_id: one.next_on.isoformat() for case_id, one in last.items() if one is not None and one.next_on}

    def _matching(self, search: str) -> list[bytes]:
        words = needles(search)
        self._findable()
        return [token for token, one in self._known.items() if all(found(one, word) for word in words)]

    def _findable(self) -> Iterable[Findable]:
        """Whom and what can be found now, in the order in which cases came."""
        cases = self._mappers.of(Case)
        self._server.foresee([(_COUNTED, ()), self._rows.tokened_question(cases, _TOUCHED, (self._revision,))])
        ((revision, gone),) = self._server.rows(_COUNTED)
        if revision != self._revision:
            self._read_since(self._revision)
        if gone != self._gone:
            there = {bytes(key) for (key,) in self._server.run('SELECT "key" FROM "case"').fetchall()}
            self._known = {token: one for token, one in self._known.items() if token in there}
        self._revision, self._gone = int(revision), int(gone)
        return self._known.values()

    def _read_since(self, revision: int) -> None:
        """Of cases and accounts few fields are wanted, so no entity is made of them; who is named as before is found as before."""
        cases = self._fields(Case, ("id", "number", "debtor_id"), _TOUCHED, (revision,))
        debtors = self._condition("key", "debtor", sorted({debtor_id for _, _, debtor_id in cases}))
        owing = self._condition("case_id_ref", "case", [case_id for case_id, _, _ in cases])
        questions = ((Debtor, debtors), (Account, owing))
        self._server.foresee([self._rows.tokened_question(self._mappers.of(kind), *of) for kind, of in questions])
        mapper = self._mappers.of(Debtor)
        people = {one.id: one for one in map(mapper.entity, self._rows.tokened(mapper, *debtors))}
        accounts: dict[str, list[tuple[str, str]]] = {}
        for case_id, bank, number in self._fields(Account, ("case_id", "bank", "number"), *owing):
            accounts.setdefault(case_id, []).append((bank, number))
        for case_id, number, debtor_id in cases:
            person, token = people.get(debtor_id, Debtor(debtor_id, "")), self._server.seal.token("case", case_id)
            known, named = self._known.get(token), (person.name, person.phones, person.resident_id)
            text = known.text if known is not None and known.named == named else search_text(person)
            self._known[token] = Findable(case_id, number, named, text, tuple(accounts.get(case_id, ())))

    def _fields(
        self, kind: type[Any], names: Sequence[str], where: str, values: Sequence[object]
    ) -> list[tuple[Any, ...]]:
        mapper: Mapper[Any] = self._mappers.of(kind)
        places = [mapper.columns.index(name) for name in names]
        return [tuple(row[at] for at in places) for row in self._rows.tokened(mapper, where, values)]
