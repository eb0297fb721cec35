"""All that the desk holds of one case, found by what its records refer to, and the files of the vault that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from workstation.casework.bank_form import BankForm
from workstation.casework.printed import PrintRecord
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.store.store import Store
from workstation.store.transfer.plain import Entry, PlainForm, Ref
from workstation.store.transfer.scopes import SCOPES

_BANK_FORM: Final = "bank-form"
"""The kind under which a filled form of a bank is printed."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file of the vault: SHA-256 of its bytes in hex, and the name by which people know it."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class CaseContent:
    """One case whole: its entities, those first that others refer to, each kind in the order in which it came."""

    case_id: str
    entries: tuple[Entry, ...]

    def by_ref(self) -> Mapping[Ref, Entry]:
        """Entry by table and key."""
        return {entry.ref: entry for entry in self.entries}

    def of(self, table: str) -> tuple[Entry, ...]:
        """The entries of one kind."""
        return tuple(entry for entry in self.entries if entry.table == table)


def collect(store: Store, case_id: str) -> CaseContent:
    """Everything about one case, seen at one moment. Raises `Refused` (not_found) for an unknown id."""
    form = PlainForm()
    with store.reading():
        store.get(Case, case_id)
        found = {kind: _of_case(store, kind, case_id) for kind, scope in SCOPES.items() if scope.belongs != "desk"}
        found[BankForm] = _bank_forms(store, found)
        entries = [form.entry(entity) for entities in found.values() for entity in entities]
        entries += _referred(store, form, entries)
    return CaseContent(case_id, tuple(sorted(entries, key=lambda entry: form.order(entry.table))))


def without_own(content: CaseContent) -> CaseContent:
    """What goes along to another desk."""
    form = PlainForm()
    kept = tuple(entry for entry in content.entries if SCOPES[form.kind(entry.table)].travels)
    return replace(content, entries=kept)


def with_entries(content: CaseContent, entities: Iterable[object]) -> CaseContent:
    """With entities that leave without being kept here; those that came before stay as they are."""
    form, known = PlainForm(), content.by_ref()
    more = tuple(entry for entry in map(form.entry, entities) if entry.ref not in known)
    return replace(content, entries=tuple(sorted((*content.entries, *more), key=lambda entry: form.order(entry.table))))


def files_of(entries: Iterable[Entry]) -> tuple[NamedFile, ...]:
    """The files that entries name, each once."""
    form = PlainForm()
    found: dict[str, NamedFile] = {}
    for entry in entries:
        if field := SCOPES[form.kind(entry.table)].file:
            content_hash = str(entry.values[field])
            found.setdefault(content_hash, NamedFile(content_hash, _name(entry)))
    return tuple(found.values())


def _name(entry: Entry) -> str:
    known = [str(value) for name in ("file_name", "bank", "kind") if (value := entry.values.get(name))]
    return known[0] if "file_name" in entry.values else " ".join(known)


def _of_case(store: Store, kind: type[Any], case_id: str) -> tuple[Any, ...]:
    if kind is Case:
        return store.find(kind, id=case_id)
    return store.find(kind, case_id=case_id) if SCOPES[kind].belongs in ("case", "stays") else ()


def _bank_forms(store: Store, found: Mapping[type[Any], tuple[Any, ...]]) -> tuple[Any, ...]:
    """The desk's own forms of a bank whose filled form was printed for this case."""
    banks = {account.bank for account in found[Account]}
    printed = {record.bank for record in found[PrintRecord] if record.kind == _BANK_FORM} & banks
    return tuple(form for form in store.find(BankForm) if form.bank in printed)


def _referred(store: Store, form: PlainForm, entries: Iterable[Entry]) -> Iterator[Entry]:
    """What entries refer to and is not among them."""
    known = {entry.ref for entry in entries}
    waiting = [ref for entry in entries for ref in form.references(entry)]
    while waiting:
        table, key = ref = waiting.pop()
        if ref not in known:
            known.add(ref)
            entry = form.entry(store.get(form.kind(table), key))
            waiting += form.references(entry)
            yield entry
