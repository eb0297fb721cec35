"""Whether the list of cases is what the records say: every line, and every word of the index."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final
from zlib import crc32

from workstation.errors import Finding
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.amounts import beside, kept_beside
from workstation.store.listing.keys import Keys, placed
from workstation.store.listing.projection import (
    CASES_AND_LINES,
    LINE_FIELDS,
    OWED,
    accounts_of,
    digest_of,
    line_values,
    words_of,
)

LIST_DRIFTED: Final = ("check_list_behind", "check_words_behind")
"""What making the list anew mends."""
_AT_ONCE: Final = 500
_SPREAD: Final = 1_000_003
_PART: Final = 'SELECT "rowid", "id" FROM "case" WHERE "rowid" > ? ORDER BY "rowid" LIMIT ?'
_NAMES: Final = ", ".join(f'"{name}"' for name in LINE_FIELDS)
_LINES: Final = f'SELECT {_NAMES} FROM "case_line" WHERE "case_id" IN (SELECT value FROM json_each(?))'


def list_findings(database: EncryptedDatabase, seen: Callable[[], None]) -> list[Finding]:
    """check_list_behind: how many lines say something else than the records; check_words_behind: an index holds other words, or
    other keys of numbers.
    """
    wrong, words, keys, cases, last, amounts = 0, 0, 0, 0, 0, 0
    while part := database.run(_PART, (last, _AT_ONCE)).fetchall():
        seen()
        last = part[-1][0]
        differing, told, known, beside_lines = _compared(database, json.dumps([case_id for _, case_id in part]))
        wrong, words, keys, cases = wrong + differing, words + told, keys + known, cases + len(part)
        amounts += beside_lines
    counted = int(database.run('SELECT sum("count") FROM "case_line_total"').fetchone()[0])
    lines = int(database.run('SELECT count(*) FROM "case_line"').fetchone()[0])
    strangers = int(database.run('SELECT count(*) FROM "case_line_owed"').fetchone()[0]) - amounts
    wrong += abs(lines - cases) + abs(counted - lines) + strangers
    found = [Finding("check_list_behind", "case_line", {"count": f"{wrong:,}"})] if wrong else []
    if (words, keys) != (_held(database, seen), _keys_held(database, seen)):
        found.append(Finding("check_words_behind", "case_line"))
    return found


def _compared(database: EncryptedDatabase, wanted: str) -> tuple[int, int, int, int]:
    """How many lines of some cases differ, what their words, and the keys of their numbers, come to, and how many amounts are kept
    beside these lines.
    """
    kept = {row[1]: row for row in database.run(_LINES, (wanted,))}
    amounts = kept_beside(database, [row[0] for row in kept.values()])
    accounts, numbers = accounts_of(database, wanted), Keys(database.key)
    wrong, words, keys = 0, 0, 0
    for row in database.run(CASES_AND_LINES, (wanted,)):
        mine = accounts.get(row[0], [])
        text = words_of(row, mine)
        line = row[-2]
        values = (line, *line_values(row, mine), digest_of(text))
        wrong += values != kept.get(row[0]) or beside(line or 0, values[OWED]) != amounts.get(line, [])
        words += sum(_weight(word, line or 0, at) for at, word in enumerate(text.split(" ")))
        keys += sum(_key_weight(*one) for one in placed(line or 0, numbers.of_case(row[3], [one[1] for one in mine])))
    return wrong, words, keys, sum(map(len, amounts.values()))


def _keys_held(database: EncryptedDatabase, seen: Callable[[], None]) -> int:
    """What the keys come to."""
    held, asked = 0, database.run('SELECT "place", "key" FROM "case_line_key"')
    while part := asked.fetchmany(50_000):
        seen()
        held += sum(_key_weight(place, key) for place, key in part)
    return held


def _held(database: EncryptedDatabase, seen: Callable[[], None]) -> int:
    """What the words of the index come to."""
    database.run("PRAGMA query_only = OFF")  # for a table of this connection alone; the file stays as it was opened
    try:
        database.run("CREATE VIRTUAL TABLE temp.case_words_told USING fts5vocab (main, case_words, instance)")
        held = 0
        asked: Any = database.run('SELECT "term", "doc", "offset" FROM temp.case_words_told')
        while part := asked.fetchmany(50_000):
            seen()
            held += sum(_weight(word, line, at) for word, line, at in part)
        database.run("DROP TABLE temp.case_words_told")
        return held
    finally:
        if database.read_only:
            database.run("PRAGMA query_only = ON")


def _key_weight(place: int, key: int) -> int:
    return crc32(b"%d %d" % (place, key)) * _SPREAD


def _weight(word: str, line: int, at: int) -> int:
    return crc32(word.encode("utf-8", "replace")) * (line * _SPREAD + at + 1)
