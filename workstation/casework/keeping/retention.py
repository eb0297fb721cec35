"""Until when the records of a case are kept, by the longest rule, and what keeps them from being deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.conversation.conduct import keep_until
from workstation.errors import Finding
from workstation.policy.keeping_rules import KeepingCalendar
from workstation.policy.rules import Rule, Source

_NOT_KNOWN: Final = Source("not_known", "", "", "open")
LOOKS_AT: Final = frozenset({"accounts", "ends", "contact_records"})
"""The fields of a case file that `retention_of` looks at."""


@dataclass(frozen=True, slots=True)
class LastRecord:
    """The newest thing on record about a case: its kind (table) and day."""

    table: str
    on: date


@dataclass(frozen=True, slots=True)
class Retention:
    """``keep_until``: the last day on which the case is kept, None while nobody can tell. ``settled_on``: when all was settled.

    ``holds``: why it may not be deleted today; none means that it may. ``rule``: the source of the years.
    """

    keep_until: date | None
    last: LastRecord
    settled_on: date | None
    years: int | None
    rule: Source
    holds: tuple[Finding, ...]

    @property
    def is_due(self) -> bool:
        """Whether it may be deleted."""
        return not self.holds


@dataclass(frozen=True, slots=True)
class RetentionLine:
    """One case that has ended, with until when it is kept and what holds it.

    ``rows``: so many rows of a list that were not taken, for a line about these: ``case_id`` is its import, ``name`` its file.
    """

    case_id: str
    number: str
    name: str
    retention: Retention
    rows: int = 0


def source_of(years: Rule[int] | None) -> Source:
    """Where the years come from; where nobody knows them, that."""
    return years.source if years else _NOT_KNOWN


def retention_of(file: CaseFile, last: LastRecord, rules: KeepingCalendar) -> Retention:
    """What holds for a case whose newest record is ``last``. A record is kept for its years and until the debt is settled; what
    ends last of all its records holds for the whole case.
    """
    conduct = file.pack.conduct
    settled = _settled_on(file, rules)
    newest = max([last.on, *(one.on for one in file.ends)])
    until = keep_until(conduct, newest, settled)
    years = conduct.record_years.value if conduct.record_years else None
    holds = tuple(_holds(file, rules, until, years))
    return Retention(until, last, settled, years, source_of(conduct.record_years), holds)


def _settled_on(file: CaseFile, rules: KeepingCalendar) -> date | None:
    """The day of the last settlement, once nothing is owed any more; that of the opening where nothing ever was."""
    ends = [file.end(account.id) for account in file.accounts if account.owed or file.end(account.id)]
    if any(end is None or end.how not in rules.settled_by.value for end in ends):
        return None
    return max((end.on for end in ends if end is not None), default=file.case.opened_on)


def _holds(file: CaseFile, rules: KeepingCalendar, until: date | None, years: int | None) -> Iterator[Finding]:
    conduct, settles = file.pack.conduct, file.pack.conduct.record_until_settled
    if years is None:
        yield Finding("retention_years_unknown", file.case.number, {"pack": file.pack.id})
    for account in file.accounts:
        end = file.end(account.id)
        named = {"bank": account.bank, "tail": account.tail}
        if end is None and account.owed:
            yield Finding("retention_open", file.case.number, named)
        elif end is not None and end.how not in rules.settled_by.value and settles is not None and settles.value:
            yield Finding("retention_not_settled", file.case.number, named | {"how": end.how})
    if file.contact_records.holds(conduct):
        yield Finding("retention_complaint", file.case.number)
    if until is not None and until >= file.today:
        yield Finding("retention_not_yet", file.case.number, {"day": until.isoformat()})
