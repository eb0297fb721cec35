"""Merge one case from elsewhere into an open desk: a plan that changes nothing, then, with choices, one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workstation.actions.desk import Desk
from workstation.actions.transfer.comparing import Differences, Entries, compare
from workstation.actions.transfer.merge_plan import Merged, MergePlan
from workstation.actions.transfer.settling import Settled, in_time, settle
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.policy.versions import version
from workstation.profile.case import Case
from workstation.store.transfer.content import CaseContent, NamedFile, collect, files_of, without_own
from workstation.store.transfer.plain import Entry, PlainForm, Ref
from workstation.store.transfer.scopes import SCOPES
from workstation.store.vault import Vault


def plan_merge(desk: Desk, content: CaseContent, bases: Sequence[CaseContent] = ()) -> MergePlan:
    """What `merge` would do; changes nothing. ``bases``: states of the case that both sides have seen, none for a copy.

    Raises `Refused`: transfer_pack_unknown, transfer_mixed_up (an entry that is here under another case).
    """
    form = PlainForm()
    mine, theirs = _sides(desk, form, content)
    _refuse_unfit(desk, content, mine, theirs)
    found = compare(form, mine, theirs, [base.by_ref() for base in bases])
    plan = _plan(content, mine, theirs, found)
    settled = settle(form, plan, mine, theirs, frozenset())
    return replace(plan, notices=(*_told(desk, form, plan, mine, theirs), *settled.notices))


def merge(
    desk: Desk,
    content: CaseContent,
    plan: MergePlan,
    chosen: Collection[str] = frozenset(),
    bases: Sequence[CaseContent] = (),
) -> Merged:
    """Carry out a plan that was shown. Run it by `Desk.run`. ``chosen``: names of the conflicts in which theirs is taken.

    Raises `Refused`: transfer_outdated when the case was worked on since the plan was made, file_gone when the vault lacks a file.
    """
    if plan_merge(desk, content, bases) != plan:
        raise Refused(Finding("transfer_outdated", f"case {plan.number}", {"number": plan.number}))
    form = PlainForm()
    mine, theirs = _sides(desk, form, content)
    settled = _free_number(desk, form, settle(form, plan, mine, theirs, chosen))
    refuse_if(
        Finding("file_gone", one.name, {"file": one.name})
        for one in files_of(settled.added)
        if not desk.vault.holds(one.sha256)
    )
    _write(desk, form, settled)
    _put_in_time(desk, form, mine, settled.added)
    return Merged(
        plan.case_id,
        desk.store.get(Case, plan.case_id).number,
        len(settled.added),
        len(settled.changed),
        len(settled.removed),
        (*plan.notices, *(notice for notice in settled.notices if notice not in plan.notices)),
    )


def take_in_files(vault: Vault, files: Iterable[NamedFile], read: Callable[[str], Iterator[bytes]]) -> int:
    """Bring the files of a case into a vault before its records, on any thread; answers how many were new here.

    ``read``: content hash → its bytes in pieces, asked for new files only. Raises `Refused` (file_changed) and what ``read`` does.
    """
    new = [one for one in files if not vault.holds(one.sha256)]
    for one in new:
        vault.receive(one.sha256, read(one.sha256), one.name)
    return len(new)


def _sides(desk: Desk, form: PlainForm, content: CaseContent) -> tuple[Entries, Entries]:
    """The case here, with whatever else here has the key of an incoming entry, and the case as it comes."""
    entries = (form.entry(form.entity(entry)) for entry in content.entries if not _is_own(desk, entry))
    theirs = {entry.ref: entry for entry in entries}
    mine: dict[Ref, Entry] = {}
    if desk.store.find(Case, id=content.case_id):
        mine |= without_own(collect(desk.store, content.case_id)).by_ref()
    for ref in theirs.keys() - mine.keys():
        for entity in desk.store.find(form.kind(ref[0]), **{form.key_field(ref[0]): ref[1]}):
            mine[ref] = form.entry(entity)
    return mine, theirs


def _is_own(desk: Desk, entry: Entry) -> bool:
    """Whether an entry only repeats what this desk's own log says."""
    return entry.table == "origin_entry" and entry.values["origin"] == desk.store.ledger.origin[:16]


def _refuse_unfit(desk: Desk, content: CaseContent, mine: Entries, theirs: Entries) -> None:
    for ref, entry in theirs.items():
        if ref in mine and mine[ref].values.get("case_id") != entry.values.get("case_id"):
            raise Refused(Finding("transfer_mixed_up", ref[0]))
    pack = str(theirs["case", content.case_id].values["pack"])
    if version(pack, desk.packs) is None:
        raise Refused(
            Finding("transfer_pack_unknown", FieldRef.CASE_PACK, {"pack": pack, "known": ", ".join(sorted(desk.packs))})
        )


def _plan(content: CaseContent, mine: Entries, theirs: Entries, found: Differences) -> MergePlan:
    ref: Ref = ("case", content.case_id)
    case = mine.get(ref) or theirs[ref]
    person: Ref = ("debtor", str(case.values["debtor_id"]))
    name = (mine.get(person) or theirs[person]).values["name"]
    return MergePlan(
        content.case_id, str(case.values["number"]), str(name), ref not in mine, found.added, found.equal, found.changed,
        found.kept, found.removed, found.gone, found.conflicts,
    )  # fmt: skip


def _told(desk: Desk, form: PlainForm, plan: MergePlan, mine: Entries, theirs: Entries) -> Iterator[Finding]:
    """What a person should know of a plan besides its entries."""
    incoming = str(theirs["case", plan.case_id].values["number"])
    if plan.new and desk.store.find(Case, number=incoming):
        yield Finding("transfer_number_taken", f"case {incoming}", {"number": incoming})
    if not plan.new and incoming != plan.number:
        yield Finding("transfer_number_kept", f"case {plan.number}", {"number": plan.number, "other": incoming})
    yield from _same_person(desk, plan)
    yield from _both_decided(form, plan, mine, theirs)


def _same_person(desk: Desk, plan: MergePlan) -> Iterator[Finding]:
    """The person of a new case who is here already, as the number of the ID tells; each case keeps its own entry of them."""
    for entry in plan.added:
        who = str(entry.values["resident_id"]).strip() if entry.table == "debtor" else ""
        for _, number, name in desk.store.cases_of_id(who) if who else ():
            yield Finding("transfer_same_person", FieldRef.DEBTOR_RESIDENT_ID, {"name": name, "number": number})


def _both_decided(form: PlainForm, plan: MergePlan, mine: Entries, theirs: Entries) -> Iterator[Finding]:
    """Where the latest entry counts and both sides have a new one, the later of the two will."""
    told = set()
    for entry in plan.added:
        fields = SCOPES[form.kind(entry.table)].latest
        subject = (entry.table, *(entry.values[name] for name in fields))
        rivals = (
            other
            for ref, other in mine.items()
            if ref not in theirs and (other.table, *(other.values.get(name) for name in fields)) == subject
        )
        if fields and subject not in told and any(rivals):
            told.add(subject)
            yield Finding("transfer_both_decided", f"{entry.table} {entry.key}", {"record": entry.table})


def _free_number(desk: Desk, form: PlainForm, settled: Settled) -> Settled:
    """A new case whose number another case here has, under the next number of this desk."""

    def freed(entry: Entry) -> Entry:
        if form.kind(entry.table) is not Case or not desk.store.find(Case, number=entry.values["number"]):
            return entry
        number = desk.store.next_case_number(str(desk.clock.today().year))
        return replace(entry, values={**entry.values, "number": number})

    return replace(settled, added=tuple(map(freed, settled.added)))


def _write(desk: Desk, form: PlainForm, settled: Settled) -> None:
    desk.store.add_all(form.entity(entry) for entry in settled.added)
    desk.store.save_all(form.entity(entry) for entry in settled.changed)
    for entry in settled.removed:
        desk.store.delete(form.kind(entry.table), entry.key)


def _put_in_time(desk: Desk, form: PlainForm, mine: Mapping[Ref, Entry], added: Iterable[Entry]) -> None:
    """Entries of two desks follow each other by their time: what was said, checked and decided last comes last."""
    new: dict[str, list[Entry]] = {}
    for entry in added:
        if "at" in entry.values and SCOPES[form.kind(entry.table)].belongs == "case":
            new.setdefault(entry.table, []).append(entry)
    for table, entries in new.items():
        here = [entry for entry in mine.values() if entry.table == table]
        if here:
            desk.store.put_in_order(form.kind(table), in_time(here, entries))
