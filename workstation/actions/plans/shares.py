"""The month of a case divided over its accounts: what each bank is offered, and how long that would take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.plans import versions
from workstation.actions.plans.versions import first_terms
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_today
from workstation.errors import Finding, Refused
from workstation.money import Money, Rounding
from workstation.plan.options.caps import term_cap_findings
from workstation.plan.options.options import spendable
from workstation.plan.options.shares import Bounds, Division, Share, Shares, divide
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanVersion

_BY_ROW: Final = ("step", "custom", "lump_sum")
"""Methods whose number of rows does not follow from what can be paid."""
KEPT: Final = 64
"""Schedules that a cache of `planned` is worth keeping."""

PlanOf = Callable[[Terms], Schedule | tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A share with the ``terms`` that it would try out and their ``plan``; None where there is nothing to pay or it is refused.

    ``findings``: what speaks against the share, and the refusal of the terms or the cap on months that the plan exceeds.
    """

    share: Share
    terms: Terms | None
    plan: Schedule | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CaseShares:
    """The shares of a case with what each yields."""

    shares: Shares
    lines: tuple[ShareLine, ...]


def usual_division(file: CaseFile) -> Division:
    """The surplus less the margin, with the token payment and the unit of the pack, where its currency is divided."""
    limits, currency = file.pack.limits, file.budget.currency
    monthly = spendable(file.budget.surplus, file.pack)
    if currency != file.pack.currency:
        return Division(monthly)
    return Division(monthly, usual_token(file), limits.offer_unit)


def usual_token(file: CaseFile) -> Money | None:
    """The token payment of the pack; None where it has none in the currency of the household."""
    token, currency = file.pack.limits.token_payment, file.budget.currency
    return Money(token, currency) if token is not None and currency == file.pack.currency else None


def shares_of(
    file: CaseFile,
    division: Division | None = None,
    proved: Money | None = None,
    trials: Mapping[str, Terms] | None = None,
    plan_of: PlanOf | None = None,
) -> CaseShares:
    """Divide a month over the accounts of a case; nothing is kept.

    ``proved``: the surplus that statements prove, if they were read. ``trials``: terms by account id to go on from; else the
    chosen version, the latest, or a first trial. ``plan_of``: a cache of `planned` that the caller owns, since a slider changes
    one account and often not what its offer leads to. Raises `Refused` as `divide` does.
    """
    surplus = file.budget.surplus
    bounds = Bounds(surplus, spendable(surplus, file.pack), proved, usual_token(file))
    owing = tuple(owed_today(file, account) for account in file.planned_accounts)
    made = divide(owing, division or usual_division(file), bounds)
    known, plan_of = trials or {}, plan_of or planned
    return CaseShares(made, tuple(_line(file, share, known.get(share.account.id), plan_of) for share in made.rows))


def _line(file: CaseFile, share: Share, trial: Terms | None, plan_of: PlanOf) -> ShareLine:
    if not share.offer:
        return ShareLine(share, None, None, share.findings)
    terms = _paid(trial or kept_terms(file, share.account.id), share, file)
    plan = plan_of(terms)
    if not isinstance(plan, Schedule):
        return ShareLine(share, None, None, (*share.findings, *plan))
    return ShareLine(
        share, terms, plan, (*share.findings, *term_cap_findings(terms, len(plan.rows), file.today, file.pack))
    )


def plan_all(desk: Desk, case_id: str, lines: Iterable[ShareLine], why: str = "") -> tuple[PlanVersion, ...]:
    """Keep and choose a version for every account that has an offer, in one step; one that is chosen already is left as it is.

    Raises `Refused` (shares_nothing) where no account has terms to plan by.
    """
    file = load_case(desk, case_id)
    made = []
    offered = [line for line in lines if line.terms is not None]
    if not offered:
        raise Refused(Finding("shares_nothing", "plan"))
    for line in offered:
        account_id, chosen = line.share.account.id, file.chosen(line.share.account.id)
        if line.terms is None or (chosen is not None and chosen.terms == line.terms):
            continue
        plan = versions.keep_plan(desk, case_id, account_id, line.terms, why)
        versions.choose(desk, plan.id)
        made.append(plan)
    return tuple(made)


def planned(terms: Terms) -> Schedule | tuple[Finding, ...]:
    """The schedule, or why there is none."""
    try:
        return schedule(terms)
    except Refused as refusal:
        return refusal.findings


def kept_terms(file: CaseFile, account_id: str) -> Terms | None:
    """What a trial goes on from: the terms of the chosen version, else of the latest; None where none is kept."""
    own = [plan for plan in file.plans if plan.account_id == account_id]
    last = file.chosen(account_id) or (own[-1] if own else None)
    return last.terms if last else None


def _paid(base: Terms | None, share: Share, file: CaseFile) -> Terms:
    """The terms with the offer as what can be paid; those set row by row give way to a first trial."""
    if base is None or base.method in _BY_ROW or base.components != share.account.components:
        base = first_terms(share.account, file.today, file.debtor.pay_day)
    affordable = share.offer.times(base.every.in_months, Rounding(mode="down"))
    return replace(base, instalments=None, affordable=affordable, fixed=())
