"""The debtor's own papers: plans compared with doing nothing, and the request for missing proofs. No gate closes them."""

from __future__ import annotations

import tomllib
from datetime import date

import resources
from workstation.actions.plans import options
from workstation.casework.case_file import CaseFile
from workstation.casework.claims.lender_costs import lent_accounts
from workstation.casework.paper_needs import compared_accounts
from workstation.dates import add_days
from workstation.documents.packet.build import Packet
from workstation.documents.papers.build_for_debtor import (
    build_comparison,
    build_costs,
    build_evidence_request,
    build_formulas,
    build_talk_summary,
)
from workstation.documents.papers.gather.comparison import ComparedAccount, comparison_figures
from workstation.documents.papers.gather.costs import cost_figures
from workstation.documents.papers.gather.formulas import ExplainedPlan, formula_figures
from workstation.documents.papers.gather.request import request_figures
from workstation.documents.papers.gather.talk_summary import talk_figures
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account


def comparison_sheet(file: CaseFile, bank: str) -> Packet:
    """The accounts at one bank (empty: at all) with their kept plans, chosen first, beside doing nothing."""
    compared = tuple(_compared(file, account, kept) for account, kept in compared_accounts(file, bank))
    return build_comparison(comparison_figures(file, compared))


def formula_sheet(file: CaseFile, bank: str) -> Packet:
    """The chosen plan of each account at one bank (empty: at all), else the newest, with the formula of every amount."""
    compared = [(account, kept[0]) for account, kept in compared_accounts(file, bank)]
    return build_formulas(
        formula_figures(file, [_explained(file, account, one.terms, one) for account, one in compared])
    )


def cost_sheet(file: CaseFile, bank: str) -> Packet:
    """The lenders' tables of the accounts at one bank (empty: at all), then that of the chosen plan of each, else of the newest."""
    plans = [(account, kept[0]) for account, kept in compared_accounts(file, bank)]
    return build_costs(cost_figures(file, plans, lent_accounts(file, bank)))


def trial_formulas(file: CaseFile, account: Account, terms: Terms) -> Packet:
    """The formulas of a trial that nobody kept. Raises `Refused` as `schedule` does."""
    return build_formulas(formula_figures(file, [_explained(file, account, terms, None)]))


def _explained(file: CaseFile, account: Account, terms: Terms, version: PlanVersion | None) -> ExplainedPlan:
    found = options.compare_plans(file, account, (terms,)).comparison
    return ExplainedPlan(account, version, found.plans[0], found.waiting)


def evidence_request(file: CaseFile, until: date | None = None) -> Packet:
    """What the debtor can still bring, by ``until`` (default: as the desk has settled)."""
    return build_evidence_request(request_figures(file, until or add_days(file.today, _usual_days())))


def talk_summary(file: CaseFile) -> Packet:
    """What was understood in the talk, to be read back, corrected and confirmed."""
    return build_talk_summary(talk_figures(file))


def _compared(file: CaseFile, account: Account, kept: tuple[PlanVersion, ...]) -> ComparedAccount:
    found = options.compare_plans(file, account, [plan.terms for plan in kept])
    growth = options.waiting_terms(account, file.pack, file.today)
    return ComparedAccount(account, kept, found.comparison, found.tiers, growth, found.default_cost)


def _usual_days() -> int:
    settled = tomllib.loads(resources.path("theme", "debtor_papers.toml").read_text("utf-8"))
    days: int = settled["evidence_request"]["days"]
    return days
