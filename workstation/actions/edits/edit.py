"""An edit of a case: what an action changed, one record after the other, and who may take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workstation.store.changes import Changes, Step

EDITS: Final = frozenset(
    {
        *("cases.save_debtor", "cases.save_account", "cases.remove_account", "cases.save_budget"),
        *("cases.save_statement", "cases.save_conversation", "cases.choose_pack"),
        *("items.change_facts", "items.withdraw", "items.record_all", "sorting.assign"),
    }
)
"""The actions that edit a case. What judges (a check, a plan, a talk, a packet) has a way back of its own, with a reason."""
_CHOSEN: Final = frozenset({"sorting.assign", "cases.choose_pack", "items.withdraw"})
"""Of these, those of one choice each: two in a row are two edits, not one text that is typed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``steps``: each record before and after. A person may belong to several cases."""

    action: str
    case_ids: frozenset[str]
    steps: tuple[Step, ...]

    def joined(self, later: Edit) -> Edit | None:
        """This edit and the next as one, where both are of the same fields of the same record; without steps where the next ends
        where this began.
        """
        if self.action != later.action or self.action in _CHOSEN or len(self.steps) != 1 or len(later.steps) != 1:
            return None
        (before, between), (seen, after) = self.steps[0], later.steps[0]
        if None in (before, between, after) or seen != between:
            return None
        if changed_fields(before, between) != changed_fields(seen, after):
            return None
        return Edit(self.action, self.case_ids, () if before == after else ((before, after),))


def edit_of(action: str, changes: Changes) -> Edit | None:
    """The edit that an action was, by its name and what it changed; None for what is no edit, or changed nothing."""
    steps = tuple((before, after) for before, after in changes.steps if before != after)
    if action not in EDITS or not steps or not changes.case_ids:
        return None
    return Edit(action, changes.case_ids, steps)


def changed_fields(before: object, after: object) -> tuple[str, ...]:
    """The names of the fields in which two states of one record differ."""
    names: tuple[str, ...] = tuple(getattr(type(after), "__dataclass_fields__", ()))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
