"""What was gathered of a debt, its facts, a lender's costs and the words of a paper: taken back and done again by their actions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from workstation.actions.desk import Desk
from workstation.actions.papers.entries import save_entries
from workstation.actions.plans import claims, lender_tables
from workstation.casework.said.entry import PaperEntry, standing_entries, text_before
from workstation.errors import Finding, Refused
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderTable
from workstation.profile.account_fact import AccountFact, standing_facts


def put(desk: Desk, seen: object, wanted: object) -> None:
    """From what is ``seen`` to what is wanted. Raises `Refused`: edit_gone where it was changed since, and as the actions do."""
    match wanted if wanted is not None else seen:
        case ClaimSheet() as sheet:
            _put_claim(desk, sheet, seen, wanted)
        case LenderTable() as table:
            _put_table(desk, table, seen, wanted)
        case AccountFact() as fact:
            _put_fact(desk, fact, here=wanted is not None)


def _put_claim(desk: Desk, sheet: ClaimSheet, seen: object, wanted: object) -> None:
    """A question is one whole: with one more entry of somebody else it is another."""
    stored = desk.store.find(ClaimSheet, account_id=sheet.account_id)
    if [one.question for one in stored] != ([seen.question] if isinstance(seen, ClaimSheet) else []):
        raise Refused(Finding("edit_gone", f"account.{sheet.account_id}"))
    if isinstance(wanted, ClaimSheet):
        claims.keep_claim(desk, sheet.account_id, json.loads(wanted.question), *stored)
    else:
        claims.drop_claim(desk, sheet.account_id, *stored)


def _put_table(desk: Desk, table: LenderTable, seen: object, wanted: object) -> None:
    stored = desk.store.find(LenderTable, account_id=table.account_id)
    signed = [replace(seen, at=one.at, by=one.by) for one in stored] if isinstance(seen, LenderTable) else []
    if signed != list(stored) or (seen is not None and not stored):
        raise Refused(Finding("edit_gone", f"account.{table.account_id}"))
    if isinstance(wanted, LenderTable):
        lender_tables.keep_table(desk, wanted, *stored)
    else:
        lender_tables.drop_table(desk, table.account_id, *stored)


def _put_fact(desk: Desk, entry: AccountFact, *, here: bool) -> None:
    """Entries about a debt are never edited: what is done again is a further one, known by what it says."""
    fact = desk.store.get(AccountFact, entry.withdraws) if entry.withdraws else entry
    if here != bool(entry.withdraws):
        claims.add_fact(desk, fact.account_id, fact.kind, fact.on, fact.amount, fact.party, fact.proof, fact.agreed)
        return
    told = desk.store.find(AccountFact, account_id=fact.account_id)
    alike = [one.id for one in standing_facts(told, fact.account_id) if _says(one) == _says(fact)]
    if not alike:
        raise Refused(Finding("edit_gone", f"account.{fact.account_id}"))
    claims.withdraw_fact(desk, fact.id if fact.id in alike else alike[-1])


def _says(fact: AccountFact) -> tuple[object, ...]:
    return fact.kind, fact.on, fact.amount, fact.party, fact.proof, fact.agreed


def put_entries(desk: Desk, entries: Sequence[PaperEntry], *, again: bool) -> None:
    """What was said of a paper in one step, together, since fields may ask for each other; further entries say what stood before.

    Raises `Refused`: edit_gone where one was said anew since, and as `save_entries`.
    """
    papers: dict[tuple[str, str, str], dict[str, str]] = {}
    for entry in entries:
        kept = desk.store.find(PaperEntry, case_id=entry.case_id)
        before = text_before(kept, entry)
        seen, text = (before, entry.text) if again else (entry.text, before)
        if standing_entries(kept, entry.paper, entry.bank).get(entry.key, "") != seen:
            raise Refused(Finding("edit_gone", f"entry.{entry.key}"))
        papers.setdefault((entry.case_id, entry.bank, entry.paper), {})[entry.key] = text
    for (case_id, bank, paper), values in papers.items():
        save_entries(desk, case_id, bank, paper, values)
