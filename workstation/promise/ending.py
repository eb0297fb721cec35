"""How an account ends: settled, or closed for a coded reason; and opened again, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

SETTLED: Final = "settled"
REOPENED: Final = "reopened"
CLOSE_REASONS: Final = (
    "refused_by_bank",
    "returned_to_bank",
    "insolvency",
    "death",
    "sold",
    "lawsuit",
    "time_barred",
    "withdrawn_by_debtor",
    "duplicate",
    "other",
)
"""Why an account is closed without being settled; the words stand under ``account_end.<code>``."""
OWED_NO_MORE: Final = frozenset({SETTLED, "duplicate"})
"""Ends after which nobody is owed anything; after any other the person still owes it, though nobody here negotiates."""


@dataclass(frozen=True, slots=True)
class AccountEnd:
    """One step: ``how`` is ``settled``, one of `CLOSE_REASONS`, or ``reopened``; the latest of an account counts.

    ``certificate_requested_on``, ``chase_on``: when the certificate of settlement was asked for, and when to ask again.
    """

    id: str
    case_id: str
    account_id: str
    how: str
    on: date
    at: datetime
    by: str
    note: str = ""
    certificate_requested_on: date | None = None
    chase_on: date | None = None


def ended(ends: Sequence[AccountEnd], account_id: str) -> AccountEnd | None:
    """The end of an account that counts; None while it is open."""
    last = next((one for one in reversed(ends) if one.account_id == account_id), None)
    return None if last is None or last.how == REOPENED else last
