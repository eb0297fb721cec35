"""The deletion of cases whose time of keeping is over: listed first, then deleted by a supervisor's word, and logged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import chain, islice
from typing import Any, Final

from workstation.actions.desk import Desk
from workstation.actions.keep.reading import cases_with, cases_without, files_of
from workstation.actions.keep.reject_retention import delete_rejects, reject_lines
from workstation.actions.upkeep import quarantine_orphans
from workstation.casework.case_file import CaseFile
from workstation.casework.draft import Draft
from workstation.casework.keeping.retention import LOOKS_AT, LastRecord, RetentionLine, retention_of
from workstation.errors import Finding, Refused, refuse_if
from workstation.event_log import name_of
from workstation.field_ref import FieldRef
from workstation.policy.keeping_rules import keeping_calendar
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.promise.ending import AccountEnd
from workstation.store.transfer.content import CaseContent, collect
from workstation.store.transfer.content import files_of as files_named
from workstation.store.transfer.newest import newest_of_cases
from workstation.store.transfer.plain import PlainForm
from workstation.store.transfer.scopes import SCOPES

_CODE: Final = 8
_AT_ONCE: Final = 200
"""Cases whose newest records are asked for together."""


@dataclass(frozen=True, slots=True)
class DeletedCase:
    """What a run deleted of one case: ``records`` of the database; ``files`` it named, of which others may name some as well."""

    line: RetentionLine
    records: int
    files: int


@dataclass(frozen=True, slots=True)
class DeletionRun:
    """A run as its list says it. ``set_aside``: files that no record names any more, in quarantine since."""

    at: datetime
    by: str
    cases: tuple[DeletedCase, ...]
    set_aside: int = 0


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run as the log has it: entry, when, by whom, who confirmed it, how many cases and records went."""

    entry: int
    at: datetime
    by: str
    vouched: str
    cases: int
    records: int


def retention_lines(desk: Desk) -> tuple[RetentionLine, ...]:
    """Every case of which an account has ended, or that has none, and every list with rows that were not taken: those that are
    due first, then by the day they are kept until.
    """
    ids = chain(cases_with(desk, AccountEnd), cases_without(desk, Account))
    lines = [*_lines(desk, files_of(desk, ids, LOOKS_AT)), *reject_lines(desk)]
    return tuple(sorted(lines, key=lambda line: (not line.retention.is_due, _until(line), line.number)))


def deletable(lines: Iterable[RetentionLine]) -> tuple[RetentionLine, ...]:
    """Those whose time is over."""
    return tuple(line for line in lines if line.retention.is_due)


def list_code(lines: Iterable[RetentionLine]) -> str:
    """Eight signs that stand for a list of cases as it was seen: what is deleted is that list, and nothing else."""
    told = sorted(f"{line.case_id} {_until(line)}" for line in lines)
    return sha256("\n".join(told).encode()).hexdigest()[:_CODE].upper()


def delete_cases(desk: Desk, case_ids: Sequence[str], code: str) -> DeletionRun:
    """Delete cases, and rejected rows of lists, for good, as listed under ``code``: all or none, each judged again. Run it by
    `Desk.run`.

    Raises `Refused`: role_supervisor, retention_list_changed, or what holds a case (retention_not_yet …).
    """
    confirmed_by = desk.supervisor
    lists = {line.case_id: line for line in reject_lines(desk)}
    wanted = list(dict.fromkeys(case_ids))
    lines = [lists[one] for one in wanted if one in lists]
    lines += _lines(desk, files_of(desk, [one for one in wanted if one not in lists], LOOKS_AT))
    refuse_if([finding for line in lines for finding in line.retention.holds])
    if not lines or list_code(lines) != code.strip().upper():
        raise Refused(Finding("retention_list_changed", FieldRef.DESK_FOLDER))
    deleted = tuple(_delete(desk, line) for line in lines)
    return DeletionRun(desk.clock.now(), confirmed_by, deleted)


def run_deletion(desk: Desk, case_ids: Sequence[str], code: str) -> DeletionRun:
    """`delete_cases` in its transaction; the files that nothing names any more go into quarantine once it is committed."""
    run = desk.run(delete_cases, case_ids, code)
    return replace(run, set_aside=desk.run(quarantine_orphans).set_aside)


def past_runs(desk: Desk) -> tuple[PastRun, ...]:
    """Every run that the log tells of, the last one first."""
    action = name_of(delete_cases)
    found = [
        PastRun(
            one.number,
            datetime.fromisoformat(one.at),
            one.by,
            one.vouched,
            len(one.cases.split()),
            len(one.rows.splitlines()),
        )
        for one in desk.store.ledger.entries()
        if one.action == action
    ]
    return tuple(reversed(found))


def _lines(desk: Desk, files: Iterable[CaseFile]) -> Iterator[RetentionLine]:
    """A case without any instant has nothing newer than its opening."""
    coming = iter(files)
    while some := tuple(islice(coming, _AT_ONCE)):
        newest = newest_of_cases(desk.store, [file.case.id for file in some])
        for file in some:
            at = newest.get(file.case.id)
            last = LastRecord(at.table, file.day_of(at.at)) if at else LastRecord("case", file.case.opened_on)
            kept = retention_of(file, last, keeping_calendar())
            yield RetentionLine(file.case.id, file.case.number, file.debtor.name, kept)


def _until(line: RetentionLine) -> str:
    return line.retention.keep_until.isoformat() if line.retention.keep_until else "9999"


def _delete(desk: Desk, line: RetentionLine) -> DeletedCase:
    if line.rows:
        return DeletedCase(line, delete_rejects(desk, line.case_id), 0)
    store, content = desk.store, collect(desk.store, line.case_id)
    mine, files = _own(content), len(files_named(content.entries))
    debtor = store.get(Case, line.case_id).debtor_id
    drafts = [draft.id for draft in store.find(Draft, case=line.case_id)]
    if drafts:
        store.delete_all(Draft, drafts)
    for kind, keys in mine:
        store.delete_all(kind, keys)
    records = sum(len(keys) for _, keys in mine)
    if not store.find(Case, debtor_id=debtor):
        store.delete(Debtor, debtor)
        records += 1
    return DeletedCase(line, records, files)


def _own(content: CaseContent) -> list[tuple[type[Any], list[str]]]:
    """The records of the case itself by kind, those first that refer to others."""
    form, found = PlainForm(), dict[str, list[str]]()
    for entry in reversed(content.entries):
        belongs = SCOPES[form.kind(entry.table)].belongs in ("case", "stays")
        if belongs and entry.values.get("case_id", entry.key) == content.case_id:
            found.setdefault(entry.table, []).append(entry.key)
    return [(form.kind(table), keys) for table, keys in found.items()]
