"""Which cases share an ID, a phone or an account number: found by the keys of their numbers, then compared whole."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from workstation.bank_names import bank_key
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.keys import all_cases_with
from workstation.store.records.search_text import EDGE

CaseName = tuple[str, str, str]
"""Id and number of a case, and the name of its person."""

_OF_PERSON: Final = (
    'SELECT c."id", c."number", d."name" FROM "case" c JOIN "debtor" d ON d."id" = c."debtor_id" '
    'WHERE c."id" IN (SELECT value FROM json_each(?)) AND instr(d."search", ?) ORDER BY c."rowid"'
)
_OF_PEOPLE: Final = (
    'SELECT d."search", c."id", c."number", d."name" FROM "case" c JOIN "debtor" d ON d."id" = c."debtor_id" '
    'WHERE c."id" IN (SELECT value FROM json_each(?)) ORDER BY c."rowid"'
)
_SAME_NUMBER: Final = (
    'SELECT a."bank", c."id", c."number", d."name" FROM "account" a JOIN "case" c ON c."id" = a."case_id" '
    'JOIN "debtor" d ON d."id" = c."debtor_id" WHERE a."case_id" IN (SELECT value FROM json_each(?)) '
    "AND replace(replace(a.\"number\", ' ', ''), '-', '') = ? ORDER BY c.\"rowid\""
)


def cases_of_word(database: EncryptedDatabase, word: str) -> Sequence[CaseName]:
    """The cases of everybody with this number of a paper or phone, as the search text has it."""
    found: Sequence[CaseName] = database.run(_OF_PERSON, (_holding(database, word), f"{EDGE}{word}{EDGE}")).fetchall()
    return found


def cases_of_words(database: EncryptedDatabase, words: Collection[str]) -> dict[str, list[CaseName]]:
    """As `cases_of_word`, of many words at once; those that nobody has are left out."""
    near = json.dumps(all_cases_with(database, words))
    rows = database.run(_OF_PEOPLE, (near,)).fetchall()
    return grouped(((search, (case_id, number, name)) for search, case_id, number, name in rows), words)


def grouped(people: Iterable[tuple[str, CaseName]], words: Collection[str]) -> dict[str, list[CaseName]]:
    """By each of the words, the cases of whose search texts it is a whole word, in the order of the cases."""
    found: dict[str, list[CaseName]] = {}
    wanted = frozenset(words)
    for text, case in people:
        for word in wanted.intersection(text.split(EDGE)):
            found.setdefault(word, []).append(case)
    return found


def cases_of_account(database: EncryptedDatabase, bank: str, number: str) -> Sequence[CaseName]:
    """The cases with an account of this number, written without blanks and dashes, at this bank under any of its names."""
    wanted = bank_key(bank)
    rows = database.run(_SAME_NUMBER, (_holding(database, number), number)).fetchall()
    return [(case_id, case, name) for at, case_id, case, name in rows if bank_key(at) == wanted]


def _holding(database: EncryptedDatabase, number: str) -> str:
    return json.dumps(all_cases_with(database, (number,)))
