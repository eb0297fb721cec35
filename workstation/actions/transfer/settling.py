"""From a merge plan and choices to what is written: references stay true, checks speak of the facts they were made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from workstation.actions.evidence.items import ItemFacts
from workstation.actions.transfer.comparing import Entries
from workstation.actions.transfer.merge_plan import FieldChange, MergePlan
from workstation.errors import Finding
from workstation.store.transfer.plain import Entry, PlainForm, Ref

_ITEM, _CHECK, _ACCOUNT, _PLAN = "evidence_item", "verification", "account", "plan_version"
_FACTS: Final = tuple(field.name for field in fields(ItemFacts))


@dataclass(frozen=True, slots=True)
class Settled:
    """What is to be written: new entries, changed ones, and those that go."""

    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    notices: tuple[Finding, ...] = ()


def settle(form: PlainForm, plan: MergePlan, mine: Entries, theirs: Entries, chosen: Collection[str]) -> Settled:
    """Work a plan out. ``chosen``: the names of conflicts in which the value from elsewhere is taken."""
    taken = (*plan.changed, *(conflict for conflict in plan.conflicts if conflict.name in chosen))
    final = dict(mine) | {entry.ref: entry for entry in plan.added}
    for entry in plan.removed:
        del final[entry.ref]
    for change in taken:
        _apply(final, change, theirs)
    void = tuple(_void_checks(final, mine, theirs))
    for entry in void:
        del final[entry.ref]
    back = _complete(form, final, mine, theirs)
    numbered = tuple(_numbered(final, mine))
    final |= {entry.ref: entry for entry, _ in numbered}
    order = sorted(final.values(), key=lambda entry: form.order(entry.table))
    return Settled(
        tuple(entry for entry in order if entry.ref not in mine),
        tuple(entry for entry in order if entry.ref in mine and entry != mine[entry.ref]),
        tuple(entry for ref, entry in reversed(tuple(mine.items())) if ref not in final),
        (
            *(Finding("transfer_check_void", f"evidence.{_item(entry, mine, theirs)}", _who(entry)) for entry in void),
            *(Finding("transfer_brought_back", f"{entry.table} {entry.key}", _kind(entry)) for entry in back),
            *(finding for _, finding in numbered),
        ),
    )


def _apply(final: dict[Ref, Entry], change: FieldChange, theirs: Entries) -> None:
    if change.field:
        entry = final[change.ref]
        final[change.ref] = replace(entry, values={**entry.values, change.field: change.theirs})
    elif change.theirs is None:
        final.pop(change.ref, None)
    else:
        final[change.ref] = theirs[change.ref]


def _void_checks(final: Entries, mine: Entries, theirs: Entries) -> Iterator[Entry]:
    """A check vouches for the facts that its own side had typed off the proof; with other facts it says nothing.

    The same rule as where facts are corrected on one desk.
    """
    for ref, check in final.items():
        if check.table != _CHECK or (ref in mine and ref in theirs):
            continue
        item: Ref = (_ITEM, str(check.values["item_id"]))
        seen = (mine if ref in mine else theirs).get(item)
        if seen and item in final and _facts(final[item]) != _facts(seen):
            yield check


def _facts(item: Entry) -> tuple[object, ...]:
    return tuple(item.values[name] for name in _FACTS)


def _complete(form: PlainForm, final: dict[Ref, Entry], mine: Entries, theirs: Entries) -> list[Entry]:
    """Bring back what one side has removed and an entry that stays refers to; answers it."""
    back: list[Entry] = []
    waiting = list(final.values())
    while waiting:
        for ref in form.references(waiting.pop()):
            found = None if ref in final else mine.get(ref) or theirs.get(ref)
            if found:
                final[ref] = found
                back.append(found)
                waiting.append(found)
    return back


def _numbered(final: Entries, mine: Entries) -> Iterator[tuple[Entry, Finding]]:
    """Added plan versions whose number is in use here, with the next free one of their account."""
    plans = [entry for entry in final.values() if entry.table == _PLAN]
    used = {(p.values["account_id"], p.values["version"]) for p in plans if p.ref in mine}
    for entry in plans:
        if entry.ref in mine:
            continue
        account, version = entry.values["account_id"], entry.values["version"]
        if (account, version) in used:
            highest = max(int(number or 0) for of, number in used if of == account)
            bank = final.get((_ACCOUNT, str(account)))
            yield (
                replace(entry, values={**entry.values, "version": highest + 1}),
                Finding(
                    "transfer_version_renumbered", f"account.{account}",
                    {"bank": str(bank.values["bank"]) if bank else "", "version": str(version), "new": str(highest + 1)},
                ),
            )  # fmt: skip
            version = highest + 1
        used.add((account, version))


def in_time(mine: Iterable[Entry], added: Iterable[Entry]) -> list[str]:
    """Keys of one kind's entries that must move behind the others, in their order, so that added ones lie where their time says.

    Each side keeps the order it had, since a clock may have been set back.
    """
    order = [*mine]
    at, first = 0, len(order)
    for entry in added:
        while at < len(order) and _time(order[at]) <= _time(entry):
            at += 1
        order.insert(at, entry)
        first = min(first, at)
        at += 1
    return [entry.key for entry in order[first:]]


def _time(entry: Entry) -> str:
    return str(entry.values["at"])


def _item(check: Entry, mine: Entries, theirs: Entries) -> str:
    ref: Ref = (_ITEM, str(check.values["item_id"]))
    item = mine.get(ref) or theirs[ref]
    return str(item.values["requirement"])


def _who(check: Entry) -> Mapping[str, str]:
    return {"by": str(check.values["by"]), "check": str(check.values["check"])}


def _kind(entry: Entry) -> Mapping[str, str]:
    return {"record": entry.table}
