"""The debtor's own papers: plans compared with doing nothing, and the request for missing proofs. No gate closes them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date

import resources
from workstation.actions import options
from workstation.casework.case_file import CaseFile
from workstation.dates import add_days
from workstation.documents.comparison_figures import ComparedAccount, comparison_figures
from workstation.documents.debtor_papers import build_comparison, build_evidence_request
from workstation.documents.packet import Packet
from workstation.documents.request_figures import request_figures
from workstation.errors import Finding, Refused
from workstation.plan.comparison import MOST
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account


def comparison_sheet(file: CaseFile, bank: str) -> Packet:
    """The accounts at one bank (empty: at all) with their kept plans, chosen first, beside doing nothing.

    Raises `Refused` (``comparison_empty``) when no account there has a plan kept for its present balance.
    """
    accounts = file.accounts_at(bank) if bank else file.accounts
    compared = tuple(_compared(file, account, kept) for account in accounts if (kept := versions(file, account)))
    if not compared:
        raise Refused(Finding("comparison_empty", "plan", {"bank": bank}))
    return build_comparison(comparison_figures(file, compared))


def evidence_request(file: CaseFile, until: date | None = None) -> Packet:
    """What the debtor can still bring, by ``until`` (default: as the desk has settled).

    Raises `Refused` (``request_day_past``) for a day before today.
    """
    until = until or add_days(file.today, _usual_days())
    if until < file.today:
        raise Refused(Finding("request_day_past", "until", {"day": until.isoformat()}))
    return build_evidence_request(request_figures(file, until))


def versions(file: CaseFile, account: Account) -> tuple[PlanVersion, ...]:
    """The chosen plan, then the newest kept ones, as many as can be compared; none twice, none of another balance."""
    return tuple(_distinct(file, account))[:MOST]


def _distinct(file: CaseFile, account: Account) -> Iterator[PlanVersion]:
    owed = (account.principal, account.interest, account.penalty, account.fees)
    chosen = file.chosen(account.id)
    kept = sorted((plan for plan in file.plans if plan.account_id == account.id), key=lambda plan: -plan.version)
    seen = []
    for plan in ([chosen] if chosen else []) + kept:
        terms = plan.terms
        same = (terms.principal, terms.interest, terms.penalty, terms.fees) == owed
        if same and terms not in seen:
            seen.append(terms)
            yield plan


def _compared(file: CaseFile, account: Account, kept: tuple[PlanVersion, ...]) -> ComparedAccount:
    found = options.compare_plans(file, account, [plan.terms for plan in kept])
    return ComparedAccount(account, kept, found.comparison, found.tiers, options.waiting_terms(account))


def _usual_days() -> int:
    settled = tomllib.loads(resources.path("theme", "debtor_papers.toml").read_text("utf-8"))
    days: int = settled["evidence_request"]["days"]
    return days
