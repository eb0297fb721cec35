"""Lines and words of cases made anew from the records: of those that triggers of the schema found to be behind, before each commit.

Nothing here is of its own: dropped and made again, it is the same. Whatever writes a record, by whichever way, leaves the mark.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

from workstation.errors import StorageFailed
from workstation.money import Money
from workstation.profile.due_day import UNCLEAR, first_day_overdue
from workstation.promise.ending import REOPENED
from workstation.received.uncollected import uncollected
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.amounts import drop_amounts, first_of, put_amounts, rank_of
from workstation.store.listing.at_once import counted_at_the_end
from workstation.store.listing.case_line import APART, NO_DAY
from workstation.store.listing.keys import Keys, drop_keys, put_keys
from workstation.store.listing.words import filing_words, index_words
from workstation.store.storage_errors import UNREADABLE

Seen = Callable[[int, int], None]
"""Hears how many cases are done of how many in all, and may stop the work by raising."""

DERIVED: Final = ("case_line", "case_line_behind", "case_line_key", "case_words")
"""The tables of the list, and what the names of tables begin with that hold its words."""
_AT_ONCE: Final = 500
_AT_ONE_COMMIT: Final = 20_000
_MANY: Final = 10_000
"""After so many cases at once the words lie in many parts, each of which every question opens: they are written as one."""
_BEHIND: Final = 'SELECT "case_id" FROM "case_line_behind" WHERE NOT "unread" LIMIT ?'
CASES_AND_LINES: Final = (
    'SELECT c."id", c."number", d."name", d."search", c."stage", c."reason", c."pack", c."touched_at", '
    '(SELECT max(p."at") FROM "print_mark" p WHERE p."case_id" = c."id" AND p."packet_id" IS NOT NULL), '
    '(SELECT e."next_on" FROM "contact_entry" e WHERE e."case_id" = c."id" AND NOT EXISTS (SELECT 1 FROM "contact_entry" o '
    'WHERE o."case_id" = c."id" AND o."corrects" = e."id") ORDER BY e."at" DESC, e."rowid" DESC LIMIT 1), '
    '(SELECT g."agent" FROM "agent_change" g WHERE g."case_id" = c."id" ORDER BY g."rowid" DESC LIMIT 1), '
    '(SELECT h."archived" FROM "archive_change" h WHERE h."case_id" = c."id" ORDER BY h."rowid" DESC LIMIT 1), '
    'l."line", l."words" FROM "case" c JOIN "debtor" d ON d."id" = c."debtor_id" '
    'LEFT JOIN "case_line" l ON l."case_id" = c."id" '
    'WHERE c."id" IN (SELECT value FROM json_each(?)) ORDER BY c."rowid"'
)
_ACCOUNTS: Final = (
    'SELECT a."case_id", a."bank", a."number", a."currency", a."principal" + a."interest" + a."penalty" + a."fees", '
    'a."as_of", a."due_on", a."due_source", '
    '(SELECT e."how" FROM "account_end" e WHERE e."account_id" = a."id" ORDER BY e."rowid" DESC LIMIT 1) '
    'FROM "account" a WHERE a."case_id" IN (SELECT value FROM json_each(?)) ORDER BY a."rowid"'
)
"""The last step of an account tells whether it was settled or closed: then nothing of it is owed here, and no day of it runs."""
LINE_FIELDS: Final = (
    "line", "case_id", "number", "name", "stage", "banks", "owed", "due_on", "overdue_since", "reason", "pack", "touched_at",
    "printed_at", "as_of", "next_on", "agent", "archived", "overdue", "rank", "amount", "owing", "words",
)  # fmt: skip
OWED: Final = LINE_FIELDS.index("owed")
_NAMES: Final = tuple(f'"{name}"' for name in LINE_FIELDS)
_WRITE: Final = (
    f'INSERT INTO "case_line" ({", ".join(_NAMES)}) VALUES ({", ".join("?" * len(_NAMES))}) '
    f'ON CONFLICT ("line") DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _NAMES[1:])}'
)
_GONE: Final = (
    'SELECT "line" FROM "case_line" WHERE "case_id" IN (SELECT value FROM json_each(?)) '
    'AND "case_id" NOT IN (SELECT "id" FROM "case")'
)


def unseen(done: int, total: int) -> None:
    """Hears it and does nothing."""


def bring_up(database: EncryptedDatabase, seen: Seen = unseen) -> None:
    """Make the lines anew that fell behind; inside a transaction, before its commit. ``seen`` hears of it where they are many."""
    behind = database.run(_BEHIND, (_AT_ONCE,)).fetchall()
    gone, done, many = False, len(behind), len(behind) == _AT_ONCE
    total = _count_behind(database) if many else done
    with counted_at_the_end(database) if many else nullcontext():
        while behind:
            gone |= _make_anew(database, [case_id for (case_id,) in behind])
            seen(done, total)
            behind = database.run(_BEHIND, (_AT_ONCE,)).fetchall() if len(behind) == _AT_ONCE else []
            done += len(behind)
    if gone or done >= _MANY:
        _sweep(database)


def catch_up(database: EncryptedDatabase, seen: Seen = unseen) -> int:
    """Make anew what is behind when a desk is opened, after a step of the schema all of it; answers how many were.

    In several transactions: what was stopped goes on where it stopped. What cannot be read stays behind until the next time.
    """
    if not is_behind(database):
        return 0
    with writing(database):
        database.run('UPDATE "case_line_behind" SET "unread" = 0 WHERE "unread"')
    total, done = _count_behind(database), 0
    while behind := database.run(_BEHIND, (_AT_ONE_COMMIT,)).fetchall():
        cases = [case_id for (case_id,) in behind]
        _catch_up(database, cases, lambda part, before=done: seen(before + part, total))  # type: ignore[misc]
        done += len(cases)
    if done >= _MANY:
        with writing(database):
            _sweep(database)
    seen(done, total)
    return done


def is_behind(database: EncryptedDatabase) -> bool:
    """Whether a line is older than its records."""
    return database.run('SELECT 1 FROM "case_line_behind" LIMIT 1').fetchone() is not None


def _count_behind(database: EncryptedDatabase) -> int:
    return int(database.run('SELECT count(*) FROM "case_line_behind"').fetchone()[0])


def make_list_anew(database: EncryptedDatabase, seen: Seen = unseen) -> int:
    """Forget the list and make it anew from the records; answers of how many cases. What is stopped goes on at the next opening."""
    with writing(database):
        begin_anew(database)
    return catch_up(database, seen)


def begin_anew(database: EncryptedDatabase) -> None:
    """Forget every line and word, and put every case behind; inside a transaction.

    Without triggers a table is emptied by its pages; with them row by row, and what stood there is held until the last row is gone.
    """
    with counted_at_the_end(database):
        database.run('DELETE FROM "case_line"')
    database.run('DELETE FROM "case_line_key"')
    database.run('DELETE FROM "case_line_owed"')
    database.run('INSERT OR REPLACE INTO "case_line_total" ("archived", "count") VALUES (0, 0), (1, 0)')
    database.run('DELETE FROM "case_line_behind"')
    database.run('INSERT INTO "case_words" ("case_words") VALUES (\'delete-all\')')
    database.run('INSERT INTO "case_line_behind" ("case_id") SELECT "id" FROM "case"')


@contextmanager
def writing(database: EncryptedDatabase) -> Iterator[None]:
    """A transaction of the list alone: no record changes, and no revision."""
    database.run("BEGIN IMMEDIATE")
    try:
        yield
        database.commit()
    except BaseException:
        with suppress(StorageFailed):  # what ended it is the news
            database.roll_back()
        raise


def _catch_up(database: EncryptedDatabase, cases: Sequence[str], seen: Callable[[int], None]) -> None:
    try:
        with writing(database):
            gone = False
            for at in range(0, len(cases), _AT_ONCE):
                seen(at)
                gone |= _make_anew(database, cases[at : at + _AT_ONCE])
            if gone:
                _sweep(database)
    except StorageFailed as failed:
        if failed.findings[0].code != UNREADABLE:
            raise
        _each_apart(database, cases)


def _each_apart(database: EncryptedDatabase, cases: Sequence[str]) -> None:
    """One after the other, where a part of the desk cannot be read."""
    for case_id in cases:
        try:
            with writing(database):
                if _make_anew(database, [case_id]):
                    _sweep(database)
        except StorageFailed as failed:
            if failed.findings[0].code != UNREADABLE:
                raise
            with writing(database):
                database.run('UPDATE "case_line_behind" SET "unread" = 1 WHERE "case_id" = ?', (case_id,))


@uncollected()
def _make_anew(database: EncryptedDatabase, cases: Sequence[str]) -> bool:
    """The lines of some cases, and none for those that are gone; whether any was, after which `_sweep` is due."""
    wanted = json.dumps(cases)
    rows = database.run(CASES_AND_LINES, (wanted,)).fetchall()
    accounts = accounts_of(database, wanted)
    last = free = database.run('SELECT coalesce(max("line"), 0) FROM "case_line"').fetchone()[0]
    lines, words = list[tuple[Any, ...]](), list[tuple[int, str]]()
    keys, numbers = Keys(database.key), list[tuple[int, list[int]]]()
    for row in rows:
        mine = accounts.get(row[0], ())
        if (line := row[-2]) is None:
            line = free = free + 1
        accounts_here = [account[1] for account in mine]
        found = words_of(row, mine)
        digest = digest_of(found)
        if digest != row[-1]:
            words.append((line, found))
            numbers.append((line, keys.of_case(row[3], accounts_here)))
        lines.append((line, *line_values(row, mine), digest))
    database.run_many(_WRITE, lines)
    replaced = [line for line, _ in words if line <= last]
    database.run_many('DELETE FROM "case_words" WHERE "rowid" = ?', [(line,) for line in replaced])
    drop_keys(database, replaced)
    drop_amounts(database, [line[0] for line in lines if line[0] <= last])
    put_amounts(database, [(line[0], line[OWED]) for line in lines])
    database.run_many('INSERT INTO "case_words" ("rowid", "words") VALUES (?, ?)', words)
    put_keys(database, numbers)
    gone = len(rows) < len(cases) and _forget_gone(database, wanted)
    database.run('DELETE FROM "case_line_behind" WHERE "case_id" IN (SELECT value FROM json_each(?))', (wanted,))
    return gone


def _forget_gone(database: EncryptedDatabase, wanted: str) -> bool:
    gone = database.run(_GONE, (wanted,)).fetchall()
    if gone:
        database.run_many('DELETE FROM "case_words" WHERE "rowid" = ?', gone)
        drop_keys(database, [line for (line,) in gone])
        drop_amounts(database, [line for (line,) in gone])
        database.run_many('DELETE FROM "case_line" WHERE "line" = ?', gone)
    return bool(gone)


def _sweep(database: EncryptedDatabase) -> None:
    """Write the index anew as one part, in no page of which is a word of cases that are gone: once, not for every few."""
    database.run('INSERT INTO "case_words" ("case_words") VALUES (\'optimize\')')


def accounts_of(database: EncryptedDatabase, wanted: str) -> dict[str, list[tuple[Any, ...]]]:
    """What lines need of the accounts of some cases, a JSON list of their ids, by case."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for case_id, *rest in database.run(_ACCOUNTS, (wanted,)).fetchall():
        found.setdefault(case_id, []).append(tuple(rest))
    return found


def words_of(row: Sequence[Any], accounts: Sequence[Sequence[Any]]) -> str:
    """The words of a case (a row of `CASES_AND_LINES`) and its accounts."""
    _, number, _, search, stage, reason, *_, agent, archived, _, _ = row
    filed = filing_words([one[0] for one in accounts], reason, agent or "", archived=bool(archived))
    return index_words(search, number, [one[1] for one in accounts], stage, filed)


def digest_of(words: str) -> int:
    """Stands for the words of a line: another digest, other words."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def line_values(row: Sequence[Any], accounts: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    """What a line says of a case (a row of `CASES_AND_LINES`) and its accounts, but for its words."""
    case_id, number, name, _, stage, reason, pack, touched_at, printed_at, next_on, agent, archived, *_ = row
    still = [one for one in accounts if one[-1] is None or one[-1] == REOPENED]
    owed: dict[str, int] = {}
    for _, _, currency, amount, *_ in still:
        owed[currency] = owed.get(currency, 0) + amount
    sums = tuple(Money(amount, currency) for currency, amount in owed.items())
    first = first_of(sums)
    due_on, overdue_since, overdue = _due_days(still)
    return (
        case_id, number, name, stage, APART.join(dict.fromkeys(bank for bank, *_ in accounts)),
        APART.join(f"{one.currency} {one.minor}" for one in sums), due_on, overdue_since, reason, pack, touched_at,
        printed_at or "", min((one[4] for one in still if one[4]), default=""), next_on or "", agent or "", int(bool(archived)),
        overdue, rank_of(first.currency), first.minor, -first.minor,
    )  # fmt: skip


def _due_days(accounts: Sequence[Sequence[Any]]) -> tuple[str, str, int]:
    """The earliest due day, the first day overdue that belongs to it as `Account` tells them, and what sorts by days overdue."""
    earliest = min([(due_on, source) for *_, due_on, source, _ in accounts if due_on], default=None)
    return _days_of(*earliest) if earliest else ("", "", NO_DAY)


@lru_cache(4096)
def _days_of(due_day: str, source: str) -> tuple[str, str, int]:
    try:
        due_on = date.fromisoformat(due_day)
    except ValueError:  # no day of ours: the account itself cannot be read, which the check tells
        return "", "", NO_DAY
    first = due_on if source in UNCLEAR else first_day_overdue(due_on)
    return due_on.isoformat(), first.isoformat(), -due_on.toordinal()
