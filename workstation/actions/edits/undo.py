"""Take an edit back, or do it again: through the action of its kind, which merges with what others stored and judges the result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.edits import undo_of_plans
from workstation.actions.edits.edit import Edit, changed_fields
from workstation.actions.evidence import items, masks, sorting
from workstation.actions.evidence.items import ItemFacts
from workstation.casework.said.entry import PaperEntry
from workstation.errors import Finding, Refused
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.profile.account import Account
from workstation.profile.budget import Budget
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.statement import Statement
from workstation.store.changes import Step

T = TypeVar("T")
_GONE: Final = frozenset({"save_gone", "remove_changed", "not_found", "record_in_use"})


def take_back(desk: Desk, edit: Edit, case_id: str) -> None:
    """Let each record be as it was before the edit; fields that it did not touch stay as they are now.

    Checks that an edit of facts had made void count again: they were of just these facts. Raises `Refused` where that is not to
    be: edit_overtaken (a field was changed since), edit_gone, edit_checked, and what the actions of the kind refuse.
    """
    _walk(desk, case_id, [(after, before) for before, after in edit.steps])


def do_again(desk: Desk, edit: Edit, case_id: str) -> None:
    """Do again what was taken back; refused as `take_back`."""
    _walk(desk, case_id, edit.steps)


def _walk(desk: Desk, case_id: str, steps: Iterable[Step]) -> None:
    """From what is ``seen`` to what is wanted."""
    steps = list(steps)
    records = [(seen, wanted) for seen, wanted in steps if not isinstance(wanted or seen, Verification | PaperEntry)]
    checks = [(seen, wanted) for seen, wanted in steps if isinstance(wanted or seen, Verification)]
    try:
        for again in (False, True):
            said = [wanted if again else seen for seen, wanted in steps]
            undo_of_plans.put_entries(desk, [one for one in said if isinstance(one, PaperEntry)], again=again)
        for seen, wanted in records:
            _put(desk, case_id, seen, wanted, frozenset(one.id for one, _ in checks if one is not None))
        desk.store.add_all(wanted for _, wanted in checks if wanted is not None)
    except Refused as refused:
        first = refused.findings[0]
        if first.code == "save_conflict":
            raise Refused(Finding("edit_overtaken", first.subject, first.figures)) from refused
        if first.code in _GONE:
            raise Refused(Finding("edit_gone", first.subject)) from refused
        raise


def _put(desk: Desk, case_id: str, seen: object, wanted: object, checks: frozenset[str]) -> None:
    match wanted if wanted is not None else seen:
        case Debtor():
            cases.save_debtor(desk, case_id, *_both(wanted, seen, Debtor))
        case Account() as account:
            _put_account(desk, account, seen, wanted)
        case Budget() as budget:
            none = Budget(budget.case_id, currency=budget.currency)
            cases.save_budget(desk, *_both(wanted or none, seen or none, Budget))
        case Statement() as said:
            nothing = Statement(said.case_id, currency=said.currency)
            cases.save_statement(desk, *_both(wanted or nothing, seen or nothing, Statement))
        case Case():
            _put_case(desk, *_both(wanted, seen, Case))
        case EvidenceItem() as item:
            _put_item(desk, item, seen, wanted, checks)
        case _:
            undo_of_plans.put(desk, seen, wanted)


def _both(wanted: object, seen: object, kind: type[T]) -> tuple[T, T]:
    """Two states of one record. Raises `Refused` (edit_gone) where there is but one."""
    if not isinstance(wanted, kind) or not isinstance(seen, kind):
        raise Refused(Finding("edit_gone", ""))
    return wanted, seen


def _put_account(desk: Desk, account: Account, seen: object, wanted: object) -> None:
    if isinstance(wanted, Account) and isinstance(seen, Account):
        cases.save_account(desk, wanted, seen)
    elif wanted is None:
        cases.remove_account(desk, account.id, account)
    elif desk.store.find(Account, id=account.id):
        raise Refused(Finding("edit_gone", f"account.{account.id}"))
    else:
        cases.save_account(desk, account)


def _put_case(desk: Desk, wanted: Case, seen: Case) -> None:
    if wanted.pack != seen.pack:
        cases.choose_pack(desk, seen.id, wanted.pack, seen)
    if replace(wanted, pack=seen.pack) != seen:
        cases.save_conversation(desk, replace(wanted, pack=seen.pack), seen)


def _put_item(desk: Desk, item: EvidenceItem, seen: object, wanted: object, checks: frozenset[str]) -> None:
    """A file is never deleted: one that was taken in is taken off the checklist."""
    stored = desk.store.get(EvidenceItem, item.id)
    before = seen.withdrawn if isinstance(seen, EvidenceItem) else True
    after = wanted.withdrawn if isinstance(wanted, EvidenceItem) else True
    if after != before:
        if stored.withdrawn != before:
            raise Refused(Finding("edit_gone", f"evidence.{item.requirement}"))
        items.withdraw(desk, item.id, after)
    if isinstance(wanted, EvidenceItem) and isinstance(seen, EvidenceItem):
        _put_masks(desk, seen, wanted)
        if wanted.requirement != seen.requirement:
            if stored.requirement != seen.requirement:
                raise Refused(Finding("edit_gone", f"evidence.{item.requirement}"))
            sorting.assign(desk, item.id, wanted.requirement)
        if not set(changed_fields(seen, wanted)) & set(ItemFacts.__dataclass_fields__):
            return
        if {one.id for one in desk.store.find(Verification, item_id=item.id)} != checks:
            raise Refused(Finding("edit_checked", f"evidence.{item.requirement}", {"file": item.file_name}))
        facts = ItemFacts(**{name: getattr(wanted, name) for name in ItemFacts.__dataclass_fields__})
        items.change_facts(desk, item.id, facts, seen)


def _put_masks(desk: Desk, seen: EvidenceItem, wanted: EvidenceItem) -> None:
    """Rectangles are one whole: what somebody else placed since is never covered by half of it."""
    before, after = (seen.masks, seen.number_placed), (wanted.masks, wanted.number_placed)
    if after == before:
        return
    stored = desk.store.get(EvidenceItem, seen.id)
    if (stored.masks, stored.number_placed) != before:
        raise Refused(Finding("edit_gone", f"evidence.{seen.requirement}"))
    if wanted.number_placed:
        masks.save_number_masks(desk, seen.id, wanted.masks, stored)
    else:
        masks.forget_number_masks(desk, seen.id, wanted.masks, stored)
