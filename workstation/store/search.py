"""The list of cases: found by what is typed, newest change first, in three queries however long the list is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from workstation.errors import StorageFailed
from workstation.money import Money
from workstation.profile.case import Stage
from workstation.profile.due_day import UNCLEAR, first_day_overdue
from workstation.promise.ending import REOPENED
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.records.search_text import needles
from workstation.store.storage_errors import UNREADABLE


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the list. ``owed``: one amount a currency, that of the first account first; ``banks``: by first account.

    ``due_on``: the earliest due day that was missed, ``overdue_since``: the first day overdue. ``printed_at``: when a final
    packet of the case last went to a printer. ``unreadable``: a part of the case cannot be read;
    what its indexes still know is shown.
    """

    case_id: str
    number: str
    name: str
    stage: Stage
    banks: tuple[str, ...]
    owed: tuple[Money, ...]
    due_on: date | None
    overdue_since: date | None
    reason: str
    pack: str
    updated_at: datetime
    printed_at: datetime | None = None
    unreadable: bool = False


UNREADABLE_NAME: Final = "〔？〕"
"""The name of a person whose record cannot be read."""
_LINES: Final = (
    'SELECT c."id", c."number", d."name", c."stage", c."reason", c."pack", c."touched_at", '
    '(SELECT max(p."at") FROM "print_mark" p WHERE p."case_id" = c."id" AND p."packet_id" IS NOT NULL) FROM "case" c '
    'JOIN "debtor" d ON d."id" = c."debtor_id"{where} ORDER BY c."touched_at" DESC, c."number" DESC LIMIT ?'
)
_COUNT: Final = 'SELECT count(*) FROM "case" c{where}'
_BY_DEBTOR: Final = 'c."debtor_id" IN (SELECT "id" FROM "debtor" WHERE {any})'
_BY_ACCOUNT: Final = 'c."id" IN (SELECT "case_id" FROM "account" WHERE {any})'
_ACCOUNTS: Final = (
    'SELECT a."case_id", a."bank", a."currency", a."principal" + a."interest" + a."penalty" + a."fees", '
    'a."due_on", a."due_source", '
    '(SELECT e."how" FROM "account_end" e WHERE e."account_id" = a."id" ORDER BY e."rowid" DESC LIMIT 1) '
    'FROM "account" a WHERE a."case_id" IN (SELECT value FROM json_each(?)) ORDER BY a."rowid"'
)
"""The last step of an account tells whether it was settled or closed: then nothing of it is owed here, and no day of it runs."""


def case_lines(database: EncryptedDatabase, search: str, stage: Stage | None, limit: int) -> tuple[CaseLine, ...]:
    """Up to ``limit`` cases, the last changed first. A damaged page costs the lines it holds, not the list."""
    where, values = _condition(search, stage)
    try:
        return _lines(database, where, values, limit)
    except StorageFailed as failed:
        if failed.findings[0].code != UNREADABLE:
            raise
    return tuple(_one_by_one(database, where, values, limit))


def _one_by_one(database: EncryptedDatabase, where: str, values: tuple[Any, ...], limit: int) -> Iterator[CaseLine]:
    """Each case by itself, in the order that the index keeps; of one that cannot be read stays what indexes know."""
    ids = dict(database.run('SELECT "rowid", "id" FROM "case" INDEXED BY "sqlite_autoindex_case_1"').fetchall())
    listed = database.run(
        'SELECT "rowid", "number", "touched_at" FROM "case" INDEXED BY "case_touched_at_number" '
        'ORDER BY "touched_at" DESC, "number" DESC'
    ).fetchall()
    for rowid, number, touched_at in listed:
        if limit <= 0:
            return
        try:
            found = _lines(database, f'{where}{" AND" if where else " WHERE"} c."rowid" = ?', (*values, rowid), 1)
        except StorageFailed:
            found = (_unreadable(ids.get(rowid, ""), number, touched_at),) if not where else ()
        yield from found
        limit -= len(found)


def _unreadable(case_id: str, number: str, touched_at: str) -> CaseLine:
    at = datetime.fromisoformat(touched_at)
    return CaseLine(case_id, number, UNREADABLE_NAME, Stage.UNDERSTAND, (), (), None, None, "", "", at, unreadable=True)


def _lines(database: EncryptedDatabase, where: str, values: tuple[Any, ...], limit: int) -> tuple[CaseLine, ...]:
    rows = database.run(_LINES.format(where=where), (*values, limit)).fetchall()
    accounts = _accounts(database, [row[0] for row in rows])
    return tuple(case_line(row, accounts.get(row[0], ())) for row in rows)


def case_count(database: EncryptedDatabase, search: str, stage: Stage | None) -> int:
    """How many cases there are, found by the same words."""
    where, values = _condition(search, stage)
    return int(database.run(_COUNT.format(where=where), values).fetchone()[0])


def bank_names(database: EncryptedDatabase) -> tuple[str, ...]:
    """Every bank that an account names or of which something is known, by name."""
    rows = database.run('SELECT "bank" FROM "account" UNION SELECT "bank" FROM "bank_contact" ORDER BY 1').fetchall()
    return tuple(name for (name,) in rows)


def _condition(search: str, stage: Stage | None) -> tuple[str, tuple[Any, ...]]:
    parts: list[str] = []
    values: list[Any] = []
    for word in needles(search):
        numbered = tuple(way for way in word.ways if len(way) == 1)
        places = [(_BY_DEBTOR, '"search"', word.ways), ("{any}", 'lower(c."number") || char(10)', numbered)]
        if word.number:
            places.append((_BY_ACCOUNT, '"number" || char(10)', word.ways))
        parts.append(f"({' OR '.join(place.format(any=_any(text, ways)) for place, text, ways in places)})")
        values += [part for _, _, ways in places for way in ways for part in way]
    if stage is not None:
        parts.append('c."stage" = ?')
        values.append(int(stage))
    return (" WHERE " + " AND ".join(parts) if parts else ""), tuple(values)


def _any(text: str, ways: Sequence[Sequence[str]]) -> str:
    return "(" + " OR ".join("(" + " AND ".join([f"instr({text}, ?)"] * len(way)) + ")" for way in ways) + ")"


def _accounts(database: EncryptedDatabase, case_ids: Sequence[str]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    wanted = "[" + ",".join(f'"{case_id}"' for case_id in case_ids) + "]"
    for case_id, *rest in database.run(_ACCOUNTS, (wanted,)):
        found.setdefault(case_id, []).append(tuple(rest))
    return found


def case_line(row: tuple[Any, ...], accounts: Sequence[tuple[Any, ...]]) -> CaseLine:
    """The line of a row of `_LINES` and the rows of `_ACCOUNTS` about it, without the id of the case."""
    case_id, number, name, stage, reason, pack, touched_at, printed_at = row
    owed: dict[str, int] = {}
    still = [one[:-1] for one in accounts if one[-1] in (None, REOPENED)]
    for _, currency, amount, *_ in still:
        owed[currency] = owed.get(currency, 0) + amount
    due_on, first = _due_days(still)
    return CaseLine(
        case_id=case_id,
        number=number,
        name=name,
        stage=Stage(stage),
        banks=tuple(dict.fromkeys(bank for bank, *_ in accounts)),
        owed=tuple(Money(amount, currency) for currency, amount in owed.items()),
        due_on=due_on,
        overdue_since=first,
        reason=reason,
        pack=pack,
        updated_at=datetime.fromisoformat(touched_at),
        printed_at=datetime.fromisoformat(printed_at) if printed_at else None,
    )


def _due_days(accounts: Sequence[tuple[Any, ...]]) -> tuple[date | None, date | None]:
    """The earliest due day of the accounts, and the first day overdue that belongs to it, as `Account` tells them."""
    earliest = min(((due_on, source) for *_, due_on, source in accounts if due_on), default=None)
    if earliest is None:
        return None, None
    due_on = date.fromisoformat(earliest[0])
    return due_on, due_on if earliest[1] in UNCLEAR else first_day_overdue(due_on)
