"""What was agreed or found out about contacts of one case, and contacts made in spite of a rule. The latest entry counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

OUTSIDE_HOURS, STOP, ZONE, HOUSEHOLD = "outside_hours", "stop", "zone", "household_debt"
TERMS: Final = (OUTSIDE_HOURS, STOP, ZONE, HOUSEHOLD)
"""Consent to contacts outside the hours, the wish not to be contacted again, the zone of the debtor, a debt of the household."""
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class ContactTerm:
    """One term. ``kind`` of `TERMS`; ``value``: yes or no, of a zone its offset or name; ``person``: whom it is about, empty: the
    debtor; ``note``: how it is known.
    """

    id: str
    case_id: str
    kind: str
    value: str
    at: datetime
    by: str
    person: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContactOverride:
    """A contact that is made although rules are against it: which (``rules``, codes), with whom, and why."""

    id: str
    case_id: str
    party: str
    person: str
    number: str
    rules: tuple[str, ...]
    reason: str
    at: datetime
    by: str


def term_of(terms: Iterable[ContactTerm], kind: str, person: str = "") -> str:
    """The value that counts now; empty where nothing is on record."""
    return next((one.value for one in reversed(tuple(terms)) if (one.kind, one.person) == (kind, person)), "")
