"""Which cases share an ID, a phone or an account number: read off the narrow indexes of the search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workstation.bank_names import bank_key
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.records.search_text import EDGE

CaseName = tuple[str, str, str]
"""Id and number of a case, and the name of its person."""

_OF_PERSON: Final = (
    'SELECT c."id", c."number", d."name" FROM "case" c JOIN "debtor" d ON d."id" = c."debtor_id" WHERE c."debtor_id" IN '
    '(SELECT "id" FROM "debtor" WHERE instr("search", ?)) ORDER BY c."rowid"'
)
_SAME_NUMBER: Final = (
    'SELECT a."bank", c."id", c."number", d."name" FROM "account" a JOIN "case" c ON c."id" = a."case_id" '
    'JOIN "debtor" d ON d."id" = c."debtor_id" WHERE a."rowid" IN (SELECT "rowid" FROM "account" '
    "WHERE replace(replace(\"number\", ' ', ''), '-', '') = ?) ORDER BY c.\"rowid\""
)


def cases_of_word(database: EncryptedDatabase, word: str) -> Sequence[CaseName]:
    """The cases of everybody whose search text holds just this word: an ID or a phone, as the search text has them."""
    found: Sequence[CaseName] = database.run(_OF_PERSON, (f"{EDGE}{word}{EDGE}",)).fetchall()
    return found


def cases_of_account(database: EncryptedDatabase, bank: str, number: str) -> Sequence[CaseName]:
    """The cases with an account of this number, written without blanks and dashes, at this bank under any of its names."""
    wanted = bank_key(bank)
    rows = database.run(_SAME_NUMBER, (number,)).fetchall()
    return [(case_id, case, name) for at, case_id, case, name in rows if bank_key(at) == wanted]
