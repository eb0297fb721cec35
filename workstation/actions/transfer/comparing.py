"""Two states of one case beside each other, and beside the states that both desks have seen: what differs, and who changed it.

A field is taken, or kept, only when every common state says that just one side has changed it; else it is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workstation.actions.transfer.merge_plan import FieldChange
from workstation.profile.case import Case
from workstation.store.transfer.plain import Entry, Plain, PlainForm, Ref
from workstation.store.transfer.scopes import SCOPES

Entries = Mapping[Ref, Entry]
_ABSENT: Final = object()


@dataclass(frozen=True, slots=True)
class Differences:
    """What `compare` finds; the parts of a `MergePlan`."""

    added: tuple[Entry, ...]
    equal: int
    changed: tuple[FieldChange, ...]
    kept: tuple[FieldChange, ...]
    removed: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    conflicts: tuple[FieldChange, ...]


def compare(form: PlainForm, mine: Entries, theirs: Entries, bases: Sequence[Entries]) -> Differences:
    """Every difference of two states of one case. ``bases``: states that both have seen, none older than another of them."""
    sides = _Sides(form, mine, theirs, bases)
    fields = [change for ref, entry in theirs.items() if ref in mine for change in sides.fields(entry)]
    alone = [entry for ref, entry in theirs.items() if ref not in mine]
    missing = [entry for ref, entry in mine.items() if ref not in theirs and sides.may_be_removed(entry)]
    differing = {change.ref for _, change in fields}
    return Differences(
        added=tuple(entry for entry in alone if not sides.had(entry.ref)),
        equal=sum(ref in mine and ref not in differing for ref in theirs),
        changed=tuple(change for state, change in fields if state == "changed"),
        kept=tuple(change for state, change in fields if state == "kept"),
        removed=tuple(entry for entry in missing if sides.unchanged(entry)),
        gone=tuple(entry for entry in alone if sides.had(entry.ref) and sides.unchanged(entry)),
        conflicts=(
            *(change for state, change in fields if state == "conflict"),
            *(FieldChange(e.ref, "", None, e.key) for e in alone if sides.had(e.ref) and not sides.unchanged(e)),
            *(FieldChange(e.ref, "", e.key, None) for e in missing if not sides.unchanged(e)),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    form: PlainForm
    mine: Entries
    theirs: Entries
    bases: Sequence[Entries]

    def had(self, ref: Ref) -> bool:
        """Whether both sides once had an entry, so that one of them has removed it since."""
        return not SCOPES[self.form.kind(ref[0])].grows and any(ref in base for base in self.bases)

    def unchanged(self, entry: Entry) -> bool:
        """Whether an entry is as every common state has it."""
        own = SCOPES[self.form.kind(entry.table)].own
        return all(_without(base.get(entry.ref), own) == _without(entry, own) for base in self.bases)

    def may_be_removed(self, entry: Entry) -> bool:
        """What others refer to is never removed for being absent elsewhere, nor is the case itself."""
        kind = self.form.kind(entry.table)
        return SCOPES[kind].belongs == "case" and kind is not Case and self.had(entry.ref)

    def fields(self, theirs: Entry) -> Iterator[tuple[str, FieldChange]]:
        """Every field that differs, with what is to become of it: changed, kept or conflict."""
        mine = self.mine[theirs.ref]
        own = SCOPES[self.form.kind(theirs.table)].own
        for name in self.form.fields(theirs.table):
            here, there = mine.values[name], theirs.values[name]
            if here == there or name in own:
                continue
            before = [base[theirs.ref].values[name] if theirs.ref in base else _ABSENT for base in self.bases]
            currency = str(mine.values.get("currency", ""))
            change = FieldChange(theirs.ref, name, here, there, _known(before), currency)
            yield _judged(before, here, there), change


def _judged(before: Sequence[object], here: Plain, there: Plain) -> str:
    if before and all(value == here for value in before):
        return "changed"
    return "kept" if before and all(value == there for value in before) else "conflict"


def _known(before: Sequence[object]) -> Plain:
    first = before[0] if before else _ABSENT
    return None if first is _ABSENT else first  # type: ignore[return-value]  # values of entries are plain


def _without(entry: Entry | None, own: Sequence[str]) -> Mapping[str, Plain] | None:
    return None if entry is None else {name: value for name, value in entry.values.items() if name not in own}
