"""The made-up case as the debtor's papers see it: four plans kept for the card, a contract rate, and proofs in every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from tests.documents.sample_case import AT, BANK, FILES, TODAY, case_file, terms
from workstation.casework.case_file import CaseFile
from workstation.documents.papers.debtor_figures import ComparisonFigures
from workstation.documents.papers.gather.comparison import ComparedAccount, comparison_figures
from workstation.evidence.verification import EvidenceItem
from workstation.money import Money
from workstation.plan.debt.comparison import compare
from workstation.plan.debt.waiting import WaitingTerms
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.promise.authority import tiers
from workstation.rates import Rate

CARD = Rate(Decimal("0.0005"), "daily")
GROWTH = WaitingTerms(Decimal("0.0005"), "monthly")
OTHERS: tuple[dict[str, Any], ...] = (
    {"instalments": 36, "treat_interest": "in_plan", "treat_penalty": "waive", "treat_fees": "in_plan"},
    {"method": "equal_instalment", "instalments": 24, "rate": Rate(Decimal("0.12")), "treat_interest": "waive"},
    {"method": "lump_sum", "instalments": 1, "waive_principal": Money(1_000_000), "treat_fees": "waive"},
)


def compared_case(language: str = "zh-Hans", rate: Rate | None = CARD, **debtor: Any) -> CaseFile:
    """The first plan is the chosen one, three more are kept."""
    file = case_file(**debtor)
    card = replace(file.accounts[0], rate=rate)
    kept = [
        PlanVersion(f"p{no}", "c1", "a1", no, terms(card, **changes), AT, "陈静")
        for no, changes in enumerate(OTHERS, 2)
    ]
    return replace(
        file,
        accounts=(card, *file.accounts[1:]),
        plans=(*file.plans, *kept),
        case=replace(file.case, language=language),
    )


def compared(file: CaseFile, most: int = 4) -> ComparisonFigures:
    """The figures of the sheet for the card, as the action gathers them."""
    return comparison_figures(file, (compared_account(file, file.accounts[0], most),))


def compared_account(file: CaseFile, account: Account, most: int = 4) -> ComparedAccount:
    versions = file.plans[:most]
    growth = GROWTH if account.rate else None
    found = compare([plan.terms for plan in versions], growth, file.budget.surplus, TODAY)
    asked = partial(tiers, pack=file.pack)
    return ComparedAccount(
        account,
        versions,
        found,
        tuple(asked(one.schedule.terms, len(one.schedule.rows)) for one in found.plans),
        growth,
    )


def lacking_case(language: str = "zh-Hans", **debtor: Any) -> CaseFile:
    """Proofs in every state: an old statement, a diagnosis by a residents' committee, the rest not there at all."""
    files = {code: FILES[code] for code in ("id_card", "account_statement", "bank_statement", "diagnosis")}
    file = case_file(files, **debtor)
    return replace(
        file,
        items=tuple(_spoiled(item) for item in file.items),
        case=replace(file.case, language=language),
        accounts=tuple(replace(account, bank=BANK) for account in file.accounts[:1]),
    )


def _spoiled(item: EvidenceItem) -> EvidenceItem:
    if item.requirement == "diagnosis":
        return replace(item, issuer="朝阳区建国里社区居委会")
    if item.requirement == "account_statement":
        return replace(item, issued_on=date(2026, 8, 1))
    if item.requirement == "bank_statement":
        return replace(item, covers_from=date(2026, 8, 1))
    return item
