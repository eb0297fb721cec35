"""`plan options`, `plan choose`: the options of a case as data, and the choice of one or of a kept version."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any, Final

from workstation.actions.desk import Desk
from workstation.actions.plans import options, versions
from workstation.casework.case_file import CaseFile
from workstation.cli.answers import Answer, finding_json
from workstation.day_text import read_day
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.options.option import Option
from workstation.plan.options.options import AccountOptions, Dominated, Excluded, Ranked, spendable
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.version import PlanVersion
from workstation.policy.rules import label
from workstation.profile.account import Account
from workstation.wording import Wording

_CAPACITY: Final = ("option_far_over_share", "option_over_share", "option_needs_funds", "option_other_currency")
"""Findings that speak of what the household can pay, not of what may be asked for."""
_CAPS: Final = ("max_instalments", "max_annual_cost")


def plan_options(file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every candidate: those on offer in their order, those outdone, those set apart; ``why`` or ``findings`` for each."""
    found = options.options_of(file, _funds(file, given), _first_due(file, given))
    limits = file.pack.limits
    return {
        "number": file.case.number,
        "surplus": file.budget.surplus.text(),
        "margin": format(limits.safety_margin, "f"),
        "payable": spendable(file.budget.surplus, file.pack).text(),
        "caps": [
            {"limit": name, "value": str(getattr(limits, name)), "source": source.name, "dated": source.dated}
            for name in _CAPS
            for source in (limits.sources[name],)
        ],
        "accounts": [_account_json(file, one, wording) for one in found],
        "options": [
            answer for one in found for answer in _options_json(one, file.account(one.account_id), file, wording)
        ],
    }


def plan_choose(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """A plan version by its id or ACCOUNT_TAIL:VERSION, else an option by its id, which is kept as a version first."""
    if kept := kept_version(file, given.option):
        desk.run(versions.choose, kept.id)
        return {"chosen": kept.id}
    if ":" not in given.option or given.option.rpartition(":")[2].isdigit():
        raise Refused(Finding("not_found", f"plan.{given.option}"))
    funds, first_due = _funds(file, given), _first_due(file, given)
    choice = options.choose_option(desk, file.case.id, given.option, funds, first_due)
    return {"chosen": choice.plan_id, "option": given.option}


def kept_version(file: CaseFile, name: str) -> PlanVersion | None:
    """A version by its id or ACCOUNT_TAIL:VERSION."""
    tails = {account.id: account.tail for account in file.accounts}
    return next((one for one in file.plans if name in (one.id, f"{tails.get(one.account_id)}:{one.version}")), None)


def _funds(file: CaseFile, given: argparse.Namespace) -> Money:
    return Money.parse_kept(given.funds, file.budget.currency)


def _first_due(file: CaseFile, given: argparse.Namespace) -> Any:
    return read_day(given.first_due, file.today) if given.first_due else None


def _account_json(file: CaseFile, found: AccountOptions, wording: Wording) -> dict[str, Any]:
    """An account with the most that a lender of its kind may charge a year today."""
    account = file.account(found.account_id)
    cap = file.pack.annual_cap(account.bank, file.today)
    return {
        "id": account.id,
        "bank": account.bank,
        "tail": account.tail,
        "currency": account.currency,
        "owed": account.owed.text(),
        "share": found.share.text(),
        "tried": found.tried,
        "offered": len(found.offered),
        "max_annual_cost": format(cap.rate, "f"),
        "cap_source": cap.source.name,
        "cap_dated": cap.source.dated,
        "cap_confidence": cap.source.confidence,
        "findings": [finding_json(finding, wording) for finding in found.findings],
    }


def _options_json(
    found: AccountOptions, account: Account, file: CaseFile, wording: Wording
) -> Iterator[dict[str, Any]]:
    evaluated: tuple[Ranked | Dominated, ...] = (*found.offered, *found.dominated)
    for one in evaluated:
        yield _weighed_json(one, account, wording)
    for excluded in found.excluded:
        yield _excluded_json(excluded, account, file, wording)


def _weighed_json(one: Ranked | Dominated, account: Account, wording: Wording) -> dict[str, Any]:
    option = one.option
    return {
        "id": option.id,
        "account": account.tail,
        "account_id": account.id,
        "offer": option.offer.code,
        "title": label(option.offer.title, wording.language),
        **_figures(option, option.true_rate),
        "affordable": True,
        "rank": one.rank if isinstance(one, Ranked) else None,
        "why": wording.finding(one.why),
        "findings": [] if isinstance(one, Ranked) else [finding_json(one.why, wording)],
    }


def _excluded_json(excluded: Excluded, account: Account, file: CaseFile, wording: Wording) -> dict[str, Any]:
    """A candidate set apart, with its figures where its rows can be worked out; its rate is not looked for."""
    candidate = excluded.candidate
    option = options.option_for(file, candidate)
    return {
        "id": candidate.id,
        "account": account.tail,
        "account_id": account.id,
        "offer": candidate.offer.code,
        "title": label(candidate.offer.title, wording.language),
        **(_figures(option, None) if option else {"method": candidate.terms.method, "instalments": candidate.rows}),
        "affordable": not any(finding.code in _CAPACITY for finding in excluded.findings),
        "rank": None,
        "why": " ".join(wording.finding(finding) for finding in excluded.findings),
        "findings": [finding_json(finding, wording) for finding in excluded.findings],
    }


def _figures(option: Option, rate: TrueRate | None) -> dict[str, Any]:
    return {
        "method": option.terms.method,
        "instalments": option.instalments,
        "deferral_months": option.terms.deferral_months,
        "payment": option.payment.text(),
        "up_front": option.up_front.text(),
        "total": option.total.text(),
        "first_due": option.first_due.isoformat(),
        "last_due": option.last_due.isoformat(),
        "true_rate": rate and {"simple": format(rate.simple, "f"), "compound": format(rate.compound, "f")},
        "concessions": [{"concession": name, "tier": tier} for name, tier in option.tiers.items()],
    }
