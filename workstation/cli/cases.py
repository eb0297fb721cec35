"""Cases on the command line: found, shown, and judged by every gate."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.rules import changes
from workstation.actions.written_cases import load_written
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import kept_account
from workstation.cli.answers import Answer, finding_json
from workstation.cli.keep.shown import keeping_json
from workstation.errors import Finding, Refused
from workstation.plan.options.caps import cap_findings
from workstation.plan.schedule.calculate import schedule
from workstation.plan.version import PlanVersion
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import masked
from workstation.store.listing.wanted import EVERY_CASE
from workstation.wording import Wording


def how_many(desk: Desk) -> int:
    """Every case of the desk, those in the archive too."""
    return desk.store.case_count(only=EVERY_CASE)


def case_load(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take in a written case; tells the gates that are still closed, and figures called confirmed that no page says."""
    loaded = load_written(desk, Path(given.file), given.draft)
    unsaid = [finding_json(finding, wording) for finding in loaded.unsaid]
    return {**case_check(desk, argparse.Namespace(case=loaded.case_id), wording), "unsaid": unsaid}


def case_rules(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The version of the rules that a case follows, and what the newest, or that of ``--to``, changes.

    ``--to`` moves the case, by name of other rules or by day.
    """
    file = case_named(desk, given.case)
    newest = desk.packs.get(file.pack.id, file.pack)
    wanted = f"{file.pack.id}@{given.to}" if given.to[:1].isdigit() else given.to
    told = changes(file.pack, desk.pack_of(wanted) if wanted else newest, wording)
    if wanted:
        desk.run(cases.choose_pack, file.case.id, wanted)
        file = case_named(desk, given.case)
    return {
        "number": file.case.number,
        "pack": file.pack.id,
        "dated": file.pack.dated.isoformat(),
        "newest": newest.dated.isoformat(),
        "moved": bool(wanted),
        "changes": [one._asdict() for one in told],
    }


def case_show(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """One case with its accounts and plans; numbers are masked."""
    file = case_named(desk, given.case)
    debtor, case = file.debtor, file.case
    return {
        "number": case.number,
        "id": case.id,
        "stage": case.stage.key,
        "debtor": {
            "name": debtor.name,
            "resident_id": masked(debtor.resident_id, 3, 4),
            "phone": masked(debtor.phone(), 3, 4),
        },
        "reason": case.reason,
        "requests": list(case.requests),
        "accounts": [
            {
                "id": account.id,
                "bank": account.bank,
                "tail": account.tail,
                "currency": account.currency,
                "principal": account.principal.text(),
                "interest": account.interest.text(),
                "penalty": account.penalty.text(),
                "fees": account.fees.text(),
                "owed": account.owed.text(),
                "due_on": account.due_on and account.due_on.isoformat(),
                "overdue_since": account.overdue_since and account.overdue_since.isoformat(),
                "due_unclear": account.due_unclear,
                "days_overdue": account.days_overdue(file.today),
                "bucket": file.bucket(account),
                "keeping": keeping_json(file, kept_account(file, account), wording),
            }
            for account in file.accounts
        ],
        "plans": [
            {
                "id": plan.id,
                "account": plan.account_id,
                "version": plan.version,
                "chosen": plan in file.chosen_plans,
                "findings": [finding_json(one, wording) for one in _over_caps(file, plan)],
            }
            for plan in file.plans
        ],
        "surplus": file.budget.surplus.text(),
    }


def _over_caps(file: CaseFile, plan: PlanVersion) -> tuple[Finding, ...]:
    """Where a plan is longer, or costs more in a year, than its lender's kind allowed on the day it was kept."""
    made = file.schedules.get(plan.id) or schedule(plan.terms)
    return cap_findings(made, file.day_of(plan.at), file.pack, file.account(plan.account_id).bank)


def case_check(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What every gate of a case still needs."""
    file = case_named(desk, given.case)
    return {
        "number": file.case.number,
        "stage": file.case.stage.key,
        "gates": [
            {"stage": stage.key, "open": not found, "findings": [finding_json(finding, wording) for finding in found]}
            for stage in Stage
            if stage is not Stage.KEEP
            for found in (gates.missing(file, stage),)
        ],
        "checklist": [
            {"item": line.requirement.code, "state": line.state, "files": len(line.items)} for line in file.checklist
        ],
    }


def case_named(desk: Desk, name: str) -> CaseFile:
    """A case by its number or id."""
    found = desk.store.find(Case, number=name) or desk.store.find(Case, id=name)
    if not found:
        raise Refused(Finding("case_unknown", name, {"case": name}))
    return cases.load_case(desk, found[0].id)
