"""Whether the entries of a bundle are one case, whole and nothing else: a sender is trusted with a case, not with the desk."""

from __future__ import annotations

from collections.abc import Sequence

from workstation.store.bundle.header import Header
from workstation.store.transfer.content import CaseContent, files_of
from workstation.store.transfer.plain import Entry, NotPlain, PlainForm
from workstation.store.transfer.scopes import SCOPES


def checked_content(header: Header, entries: Sequence[Entry]) -> CaseContent:
    """The case of a bundle. Raises `NotPlain` when it is not just the case and the files that the header names."""
    known = {entry.ref: entry for entry in entries}
    if len(known) != len(entries) or len(entries) != header.entries:
        raise NotPlain("entries twice, or other than counted")
    cases = [entry for entry in entries if entry.table == "case"]
    if [(case.key, case.values["number"]) for case in cases] != [(header.case_id, header.number)]:
        raise NotPlain("another case")
    form = PlainForm()
    referred = {ref for entry in entries for ref in form.references(entry)}
    if not referred <= known.keys():
        raise NotPlain("a reference to nothing")
    for entry in entries:
        if not _belongs(form, entry, header.case_id, entry.ref in referred):
            raise NotPlain(f"{entry.table}: not of this case")
    if {one.sha256 for one in files_of(entries)} != {one.sha256 for one in header.files}:
        raise NotPlain("other files than named")
    return CaseContent(header.case_id, tuple(entries))


def _belongs(form: PlainForm, entry: Entry, case_id: str, referred: bool) -> bool:
    belongs = SCOPES[form.kind(entry.table)].belongs
    if belongs == "case":
        return entry.values.get("case_id", case_id) == case_id
    return belongs == "bank" or (belongs == "referred" and referred)
