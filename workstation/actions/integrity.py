"""The check of a desk: key file, every page and row of the database, the log, every file of the vault, the quarantine; on any
thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from workstation.actions.desk import Desk
from workstation.actions.oversight.log import judged_log
from workstation.actions.upkeep import numbers_of
from workstation.casework.bank_form import BankForm
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.errors import Finding, Refused, StorageFailed
from workstation.evidence.container import ItemContainer
from workstation.evidence.verification import EvidenceItem
from workstation.field_ref import FieldRef
from workstation.profile.portfolio.kept import Kept, KeyNumbers, kept_items
from workstation.store.header import read_header
from workstation.store.inspection import Inspection
from workstation.store.storage_errors import UNREADABLE, told
from workstation.store.store import Store
from workstation.store.vault import Vault

Filed = TypeVar("Filed", EvidenceItem, PrintedPacket, PrintRecord)
Seen = Callable[[int, int], None]
"""Hears how far the check is (steps done, steps in all), and may stop it by raising."""
_BEFORE_FILES: Final = 5
_UNREAD: Final = (UNREADABLE, "desk_row_unreadable")
_NAMES_UNKNOWN: Final = ("check_files_unknown", "desk_row_unreadable")


@dataclass(frozen=True, slots=True)
class DeskReport:
    """What was looked at, and what was found; no findings means that everything is whole.

    ``pages_whole``: whether the database can be trusted page by page. ``entries``: of the log; None where records could not be
    read, so that it was not judged.
    """

    files: int
    records: int
    pages_whole: bool
    findings: tuple[Finding, ...]
    entries: int | None = None

    @property
    def may_set_aside(self) -> bool:
        """Whether all that names a file could be read, so that what nothing names is known to be spare."""
        return self.pages_whole and not any(finding.code in _NAMES_UNKNOWN for finding in self.findings)


def desk_checker(desk: Desk) -> Callable[[Seen], DeskReport]:
    """What checks a desk on any thread, while people work at it."""
    folder, vault, store = desk.folder, desk.vault, desk.store
    return partial(_checked, folder, vault, store)


def check_desk(desk: Desk) -> DeskReport:
    """The check, here and now."""
    return desk.compute(desk_checker(desk), lambda done, total: None)


def _checked(folder: Path, vault: Vault, store: Store, seen: Seen) -> DeskReport:
    def look() -> None:
        seen(0, _BEFORE_FILES)

    inspection = Inspection(store)
    try:
        header = _header_findings(folder) if inspection.on_disk else []
        pages = inspection.pages(look)
        references = [] if pages else inspection.references()
        records, rows = inspection.rows(look)
        listed = [] if pages or references or rows else inspection.case_list(look)
        known, unnamed = _known(inspection.store)
    finally:
        inspection.close()
    look()
    judged = None if pages or unnamed or _unread(rows) else judged_log(folder, store, beside=not header)
    found = header + pages + references + rows + listed + unnamed + list(judged.findings if judged else ())
    failed: dict[str, str] = {}
    for number, content in enumerate(known):
        seen(_BEFORE_FILES + number, _BEFORE_FILES + len(known))
        if trouble := vault.trouble(content):
            failed[content] = trouble
    found += _named(store, vault, failed) if failed else []
    seen(_BEFORE_FILES + len(known), _BEFORE_FILES + len(known))
    if pages or rows or unnamed:
        found.append(Finding("check_salvage_advised", FieldRef.DESK_FOLDER))
    return DeskReport(len(known), records, not pages, tuple(found), judged.entries if judged else None)


def _unread(rows: Iterable[Finding]) -> bool:
    """Whether a kind of record could not be read to its end, by which the log could not be compared either."""
    return any(one.code == "check_records_unreadable" for one in rows)


def _header_findings(folder: Path) -> list[Finding]:
    try:
        with told():
            read_header(folder)
    except Refused as refused:
        return list(refused.findings)
    return []


def _known(store: Store) -> tuple[Kept[str], list[Finding]]:
    """The hash of every file that a record speaks of, once each and packed, and what kept some from being read."""
    known, met = kept_items(), KeyNumbers()
    found: list[Finding] = []
    for part in _PARTS:
        try:
            for content, _ in part(store):
                if met.get(content) is None:
                    met.put(content, 0)
                    known.append(content)
        except StorageFailed as failed:
            if failed.findings[0].code not in _UNREAD:
                raise
            found.append(Finding("check_files_unknown", FieldRef.DESK_FOLDER))
    return known, found[:1]


def _named(store: Store, vault: Vault, failed: Mapping[str, str]) -> list[Finding]:
    """What is told of files that failed (content hash → code), by the name for people that the last record gives each.

    One whose records went meanwhile, or cannot be read, goes by its name in the vault.
    """
    names: dict[str, str] = {}
    inspection = Inspection(store)
    try:
        for part in _PARTS:
            with suppress(StorageFailed):
                names.update(one for one in part(inspection.store) if one[0] in failed)
    finally:
        inspection.close()
    return [
        Finding(code, "evidence.file", {"file": names.get(content) or vault.name(content)})
        for content, code in failed.items()
    ]


def _items(store: Store) -> Iterator[tuple[str, str]]:
    for items, numbers in _with_numbers(store, EvidenceItem):
        yield from ((one.sha256, f"{numbers.get(one.case_id, '')} {one.file_name}".strip()) for one in items)


def _containers(store: Store) -> Iterator[tuple[str, str]]:
    return ((one.sha256, one.file_name) for page in store.pages(ItemContainer) for one in page)


def _packets(store: Store) -> Iterator[tuple[str, str]]:
    for packets, numbers in _with_numbers(store, PrintedPacket):
        yield from ((one.sha256, f"{numbers.get(one.case_id, '')} {one.bank} {one.version}") for one in packets)


def _printed(store: Store) -> Iterator[tuple[str, str]]:
    for printed, numbers in _with_numbers(store, PrintRecord):
        yield from ((one.sha256, f"{numbers.get(one.case_id, '')} {one.bank} {one.kind}".strip()) for one in printed)


def _forms(store: Store) -> Iterator[tuple[str, str]]:
    return ((form.sha256, form.file_name) for form in store.find(BankForm))


_PARTS: Final = (_items, _containers, _printed, _packets, _forms)
"""Content hash and name for people of every file that a record speaks of, kind by kind."""


def _with_numbers(store: Store, kind: type[Filed]) -> Iterator[tuple[tuple[Filed, ...], dict[str, str]]]:
    """The records of a kind some at a time, with the numbers of their cases."""
    for page in store.pages(kind):
        yield page, numbers_of(store, {one.case_id for one in page})
