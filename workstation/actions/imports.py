"""Bring in a bank's portfolio: a dry run first, then one transaction; and take a whole import back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from workstation.actions.cases import usual_pack
from workstation.actions.desk import Desk
from workstation.actions.formulas import read_computed
from workstation.actions.keep.earlier_imports import balances_of_import
from workstation.casework.draft import Draft
from workstation.casework.handover import CaseBundle
from workstation.conversation.contact import ContactEntry
from workstation.documents.workbook.rejects import Reject, RejectTitles
from workstation.documents.workbook.rejects import rejects_workbook as workbook_of
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.verification import EvidenceItem, Waiver
from workstation.plan.version import PlanVersion
from workstation.policy.versions import pack_id
from workstation.profile.account import Account
from workstation.profile.batch import Import, ImportReject
from workstation.profile.budget import Budget
from workstation.profile.case import GENERAL_PACK, Case, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.column_mapping import PortfolioMapping, read_mapping
from workstation.profile.portfolio.control_figures import DIFFERENCES
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan, KnownRecords, account_key, person_key, phone_key
from workstation.promise.payment import Payment
from workstation.received.regular_file import MAX_LIST, MAX_SETTINGS, whole
from workstation.received.tables import Row
from workstation.store.store import Store
from workstation.wording import Wording

CONTROL_DIFFERENCES: Final = DIFFERENCES
"""What of ``to_confirm`` says that a list contradicts itself."""
_WORK: Final[tuple[type[ContactEntry | EvidenceItem | Waiver | PlanVersion | StageChange | CaseBundle], ...]] = (
    ContactEntry,
    EvidenceItem,
    Waiver,
    PlanVersion,
    StageChange,
    CaseBundle,
)
"""What only somebody who worked on a case leaves behind."""


def known_on(store: Store) -> KnownRecords:
    """The accounts that the desk holds, and the latest case of each person and phone."""
    people = {debtor.id: (person_key(debtor), debtor.phones) for debtor in store.find(Debtor)}
    open_ = [(case, *people[case.debtor_id]) for case in store.find(Case)]
    return KnownRecords(
        accounts={account_key(account.bank, account.number): account.case_id for account in store.find(Account)},
        cases={person: case.id for case, person, _ in open_ if person},
        phones={key: case.id for case, _, phones in open_ for one in phones if (key := phone_key(one.number))},
        numbers={case.id: case.number for case, _, _ in open_},
    )


def plan_data(
    desk: Desk, data: bytes, name: str, mapping: PortfolioMapping | None = None, computed: bytes = b""
) -> ImportPlan:
    """The dry run over a file's bytes against this desk; nothing is stored. Raises `Refused` as `plan_import` does."""
    known = known_on(desk.store)
    return plan_import(data, name, mapping, known, today=desk.clock.today(), computed=computed, readers=desk.readers)


def plan_file(desk: Desk, source: Path, mapping: Path | None = None, *, compute: bool = False) -> ImportPlan:
    """The dry run over a file, with a mapping file or by the names that banks use. Raises `Refused`: file_unreadable …

    ``compute``: a person wants formulas without a stored result computed by the LibreOffice of this machine.
    """
    rules = read_mapping(_bytes(mapping, MAX_SETTINGS).decode("utf-8", "replace"), mapping.name) if mapping else None
    data = _bytes(source, MAX_LIST)
    return read_computed(compute, data, source.name, partial(plan_data, desk, data, source.name, rules))


def _bytes(path: Path, limit: int) -> bytes:
    try:
        return whole(path, limit)
    except Refused as refusal:
        if refusal.findings[0].code != "file_missing":
            raise
        raise Refused(Finding("file_unreadable", path.name, {"name": path.name})) from None


def import_portfolio(desk: Desk, plan: ImportPlan, confirmed: Collection[str] = ()) -> Import:
    """Store all that a plan accepts: debtors, cases, accounts. Refuses a plan without any accepted row.

    Refused as well with every finding of ``plan.to_confirm`` whose code no person ``confirmed``: sums of the bank that differ from
    its rows, values that were computed here; and (import_outdated) when the desk took in one of its accounts since the dry run.
    """
    store = desk.store
    refuse_if(finding for finding in plan.to_confirm if finding.code not in confirmed)
    if not plan.claims:
        raise Refused(Finding("import_empty", plan.file_name, {"name": plan.file_name}))
    known = known_on(store)
    if any(account_key(claim.account.bank, claim.account.number) in known.accounts for claim in plan.claims):
        raise Refused(Finding("import_outdated", plan.file_name, {"name": plan.file_name}))
    today = desk.clock.today()
    batch = Import(
        plan.id,
        plan.file_name,
        plan.sha256,
        desk.clock.now(),
        desk.agent,
        plan.rows,
        len(plan.claims),
        len(plan.rejected),
        header=tuple(plan.header),
        revision=store.counters.revision,
    )
    numbers = store.next_case_numbers(str(today.year), len(plan.new_cases))
    pack = usual_pack(desk)
    store.add(batch)
    store.add_all(new.debtor for new in plan.new_cases)
    store.add_all(
        Case(new.case_id, number, new.debtor.id, today, pack=pack, import_id=plan.id)
        for new, number in zip(plan.new_cases, numbers, strict=True)
    )
    store.add_all(claim.account for claim in plan.claims)
    store.add_all(
        ImportReject(f"{plan.id}.{row.row}", plan.id, row.row, tuple(row.cells), row.findings) for row in plan.rejected
    )
    return batch


def undo_import(desk: Desk, import_id: str) -> Import:
    """Remove every account, case and debtor of an import. Refused with every case worked on since; then nothing is removed."""
    store = desk.store
    batch = store.get(Import, import_id)
    if batch.undone_at is not None:
        raise Refused(Finding("import_undone", batch.file_name, {"name": batch.file_name}))
    cases = store.find(Case, import_id=import_id)
    accounts = store.find(Account, import_id=import_id)
    if store.find(Payment, import_id=import_id):
        raise Refused(Finding("payment_import_no_undo", batch.file_name, {"name": batch.file_name}))
    if balances_of_import(desk, import_id):
        raise Refused(Finding("balance_import_no_undo", batch.file_name, {"name": batch.file_name}))
    refuse_if(_worked_on(store, batch, cases, accounts))
    store.delete_all(Account, [account.id for account in accounts])
    mine = {case.id for case in cases}
    store.delete_all(Budget, [budget.case_id for budget in store.find(Budget) if budget.case_id in mine])
    store.delete_all(Case, [case.id for case in cases])
    store.delete_all(Debtor, [case.debtor_id for case in cases])
    undone = replace(batch, undone_at=desk.clock.now())
    store.save(undone)
    return undone


def _worked_on(store: Store, batch: Import, cases: Iterable[Case], accounts: Iterable[Account]) -> list[Finding]:
    """A finding for every case that holds more than the import brought."""
    touched = store.counters.cases_since(batch.revision)
    busy = {entity.case_id for kind in _WORK for entity in store.find(kind)}
    busy |= {budget.case_id for budget in store.find(Budget) if budget.lines}
    busy |= {draft.case for draft in store.find(Draft)}
    imported = {account.id for account in accounts}
    busy |= {account.case_id for account in store.find(Account) if account.id not in imported}
    found = [
        Finding("import_worked_on", f"case {case.number}", {"number": case.number})
        for case in cases
        if case.id in touched or case.id in busy or case != _as_imported(case)
    ]
    planned = {plan.account_id for plan in store.find(PlanVersion)}
    planned |= {item.account_id for item in store.find(EvidenceItem)}
    new = {case.id for case in cases}
    found += [
        Finding("import_account_used", f"account {account.tail}", {"bank": account.bank, "tail": account.tail})
        for account in accounts
        if account.case_id not in new and account.id in planned
    ]
    return found


def _as_imported(case: Case) -> Case:
    general = case.pack if pack_id(case.pack) == GENERAL_PACK else GENERAL_PACK
    return Case(case.id, case.number, case.debtor_id, case.opened_on, pack=general, import_id=case.import_id)


def past_imports(desk: Desk) -> tuple[Import, ...]:
    """Every import, the last one first."""
    return tuple(reversed(desk.store.find(Import)))


def kept_rejects(desk: Desk, import_id: str, language: str) -> Callable[[], bytes]:
    """What makes the workbook of the rows that an import sent back, on any thread; an import that was undone keeps them.

    Raises `Refused`: not_found, and import_no_rejects when there are none, or none were kept (an import of an earlier version).
    """
    batch = desk.store.get(Import, import_id)
    kept = desk.store.find(ImportReject, import_id=import_id)
    if not kept:
        raise Refused(Finding("import_no_rejects", batch.file_name, {"name": batch.file_name}))
    return partial(_workbook, batch.header, [(one.row, one.cells, one.reasons) for one in kept], language)


def rejects_workbook(plan: ImportPlan, language: str) -> bytes:
    """The rejected rows as XLSX with the reason in each row; corrected, the file can be imported as it is."""
    return _workbook(plan.header, [(one.row, one.cells, one.findings) for one in plan.rejected], language)


def _workbook(header: Row, rows: Iterable[tuple[int, Row, Iterable[Finding]]], language: str) -> bytes:
    words = Wording(language)
    titles = RejectTitles(*(words.text(f"rejects.{name}") for name in ("sheet", "row", "reason")))
    rejects = (Reject(number, cells, "\n".join(map(words.finding, reasons))) for number, cells, reasons in rows)
    return workbook_of(header, rejects, titles)


def totals_json(plan: ImportPlan, words: Wording) -> dict[str, Any]:
    """Control totals, how columns were read, rejected rows and advice, for the command line."""
    return {
        "file": plan.file_name,
        "sha256": plan.sha256,
        "rows": plan.rows,
        "accepted": len(plan.claims),
        "rejected": len(plan.rejected),
        "cases": len(plan.new_cases),
        "totals": {
            "read": plan.totals_read.json()["amounts"],
            "accepted": plan.totals_accepted.json()["amounts"],
            "rejected": plan.totals_rejected.json()["amounts"],
        },
        "columns": {column.header: column.field for column in plan.columns if column.field},
        "ignored": list(plan.ignored),
        "findings": [
            {
                "code": found.code,
                "subject": found.subject,
                "message": words.finding(found),
                "figures": dict(found.figures),
            }
            for row in plan.rejected
            for found in row.findings
        ],
        "to_confirm": [
            {"code": found.code, "subject": found.subject, "message": words.finding(found)} for found in plan.to_confirm
        ],
        "advice": [
            {"code": found.code, "subject": found.subject, "message": words.finding(found)} for found in plan.advice
        ],
    }
