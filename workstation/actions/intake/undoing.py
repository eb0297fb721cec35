"""An import taken out of the store again, some thousand rows at a time, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workstation.casework.draft import Draft
from workstation.casework.handover import CaseBundle
from workstation.conversation.contact import ContactEntry
from workstation.errors import Finding
from workstation.evidence.verification import EvidenceItem, Waiver
from workstation.plan.version import PlanVersion
from workstation.policy.versions import pack_id
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.budget import Budget
from workstation.profile.case import GENERAL_PACK, Case, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.list_rows import Step
from workstation.store.store import Store

_WORK: Final[tuple[type[ContactEntry | EvidenceItem | Waiver | PlanVersion | StageChange | CaseBundle], ...]] = (
    ContactEntry,
    EvidenceItem,
    Waiver,
    PlanVersion,
    StageChange,
    CaseBundle,
)
"""What only somebody who worked on a case leaves behind."""
_LOGGED_AT: Final = 5
"""Pages taken out after which the log has its next entry."""


def worked_on(store: Store, batch: Import) -> Iterator[Finding]:
    """A finding for every case that holds more than the import brought, and for every account of another case that is in use."""
    drafts = {draft.case for draft in store.find(Draft)}
    for cases in store.pages(Case, import_id=batch.id):
        ids = [case.id for case in cases]
        busy = store.counters.touched_since(batch.revision, ids) | drafts
        for kind in _WORK:
            busy |= store.held_in(kind, "case_id", ids)
        busy |= {budget.case_id for budget in store.get_many(Budget, ids) if budget.lines}
        busy |= {one.case_id for one in store.among(Account, "case_id", ids) if one.import_id != batch.id}
        for case in cases:
            if case.id in busy or case != _as_imported(case):
                yield Finding("import_worked_on", f"case {case.number}", {"number": case.number})
    for accounts in store.pages(Account, import_id=batch.id):
        yield from _used(store, batch, accounts)


def _used(store: Store, batch: Import, accounts: Sequence[Account]) -> Iterator[Finding]:
    cases = store.get_many(Case, list({one.case_id for one in accounts}))
    joined = {case.id for case in cases if case.import_id != batch.id}
    ids = [one.id for one in accounts if one.case_id in joined]
    used = store.held_in(PlanVersion, "account_id", ids) | store.held_in(EvidenceItem, "account_id", ids)
    for one in accounts:
        if one.id in used:
            yield Finding("import_account_used", f"account {one.tail}", {"bank": one.bank, "tail": one.tail})


def _as_imported(case: Case) -> Case:
    general = case.pack if pack_id(case.pack) == GENERAL_PACK else GENERAL_PACK
    return Case(case.id, case.number, case.debtor_id, case.opened_on, pack=general, import_id=case.import_id)


def take_out(store: Store, import_id: str, total: int, step: Step) -> None:
    """Accounts, budgets, cases and debtors of an import, inside a transaction. ``total``: accounts, for ``step``."""
    store.go_lean()
    done = 0
    for number, cases in enumerate(store.pages(Case, import_id=import_id), 1):
        ids = [case.id for case in cases]
        accounts = [account.id for account in store.among(Account, "case_id", ids)]
        store.delete_all(Account, accounts)
        store.delete_all(Budget, [budget.case_id for budget in store.get_many(Budget, ids)])
        store.delete_all(Case, ids)
        store.delete_all(Debtor, [case.debtor_id for case in cases])
        done += len(cases) + len(accounts)
        step(min(done, 2 * total), 3 * total)
        if number % _LOGGED_AT == 0:
            store.settle()
    for number, joined in enumerate(store.pages(Account, import_id=import_id), 1):
        store.delete_all(Account, [account.id for account in joined])
        done += len(joined)
        step(min(done, 2 * total), 3 * total)
        if number % _LOGGED_AT == 0:
            store.settle()
    store.bring_list_up(lambda part, parts: step(2 * total + total * part // parts, 3 * total))
