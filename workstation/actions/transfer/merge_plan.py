"""What a merge of one case would do, as values: shown to a person first, carried out with what they choose after."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.errors import Finding
from workstation.store.transfer.plain import Entry, Plain, Ref


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an entry that differs. ``was``: before either side changed it, where that is known; ``currency`` that of the
    entry, when it has one.

    An empty ``field`` speaks of the entry as a whole, which one side has removed: its value there is None, on the other its key.
    """

    ref: Ref
    field: str
    mine: Plain
    theirs: Plain
    was: Plain = None
    currency: str = ""

    @property
    def name(self) -> str:
        """``account/4f1c…/principal``: how a person's choice names it."""
        return "/".join((*self.ref, self.field) if self.field else self.ref)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """One case of this desk (``mine``) beside the same case from elsewhere (``theirs``).

    ``added``: unknown here, to be added. ``equal``: how many entries are the same. ``changed``: changed there only, to be taken.
    ``kept``: changed here only. ``removed``: removed there, as it was here, to be removed. ``gone``: removed here, as it was
    there; it stays removed. ``conflicts``: changed on both sides; mine stays unless theirs is chosen.
    """

    case_id: str
    number: str
    person: str
    new: bool
    added: tuple[Entry, ...] = ()
    equal: int = 0
    changed: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()
    removed: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    conflicts: tuple[FieldChange, ...] = ()
    notices: tuple[Finding, ...] = ()

    @property
    def does_nothing(self) -> bool:
        """Whether carrying it out would leave the case as it is."""
        return not (self.added or self.changed or self.removed or self.conflicts)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: entries added, changed and removed, and what there is to be said of it."""

    case_id: str
    number: str
    added: int
    changed: int
    removed: int
    notices: tuple[Finding, ...] = ()
