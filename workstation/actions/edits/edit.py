"""An edit of a case: what an action changed, one record after the other, and who may take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workstation.store.changes import Changes, Step

EDITS: Final = frozenset(
    {
        *("cases.save_debtor", "cases.save_account", "cases.remove_account", "cases.save_budget"),
        *("cases.save_statement", "cases.save_conversation", "cases.choose_pack", "credit_reports.add_reported"),
        *("items.change_facts", "items.withdraw", "items.record", "items.record_all", "containers.record_several"),
        *("sorting.assign", "masks.save_number_masks", "masks.forget_number_masks"),
        *("claims.keep_claim", "claims.drop_claim", "claims.add_fact", "claims.withdraw_fact"),
        *("lender_tables.keep_table", "lender_tables.drop_table", "entries.save_entries"),
    }
)
"""The actions that edit a case. Each other one has a way back of its own, which `ways_back` tells."""
_TYPED: Final = frozenset(
    {"cases.save_debtor", "cases.save_account", "cases.save_budget", "cases.save_statement", "cases.save_conversation"}
    | {"items.change_facts"}
)
"""Of these, those that save while somebody types: two in a row may be one text. All others are one choice each."""


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
        if self.action != later.action or self.action not in _TYPED or len(self.steps) != 1 or len(later.steps) != 1:
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
