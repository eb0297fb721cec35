"""What the bank is asked for: what the plans give, told by one rule for papers, forms and the gate, and what no plan can show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.gating.bank_terms import answered_plan, is_banks_own
from workstation.errors import Finding
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.profile.account import Account

_IN_PLAN: Final[Mapping[str, Callable[[Schedule], bool]]] = {
    "instalment_plan": lambda plan: plan.terms.method != "lump_sum",
    "stop_interest": lambda plan: not plan.totals.interest and not plan.totals.fee and plan.terms.method != "lump_sum",
    "reduction": lambda plan: any((plan.waived.principal, plan.waived.interest, plan.waived.penalty, plan.waived.fees)),
    "deferral": lambda plan: bool(plan.terms.deferral_months or plan.terms.grace_principal),
    "settlement": lambda plan: plan.terms.method == "lump_sum",
}
"""Request → whether the terms of a plan give it. A request of a pack that is not here (停催) is the conversation's alone."""


def requested(file: CaseFile, bank: str, account_id: str = "") -> tuple[str, ...]:
    """The codes of what is asked of one bank, in the order of the pack: what its chosen plans give, and what only talk can tell.

    Without a plan for the bank it is what the conversation asks for. ``account_id``: by the plan of that account alone.
    """
    plans = tuple(one for one in _plans(file, bank) if account_id in ("", one[0].id))
    if not plans:
        return file.case.requests
    given = {code for _, plan in plans for code in _given(plan)}
    spoken = {code for code in file.case.requests if code not in _IN_PLAN}
    known = tuple(file.pack.requests)
    unknown = tuple(code for code in file.case.requests if code not in known and code in spoken)
    return (*(code for code in known if code in given | spoken), *unknown)


def request_findings(file: CaseFile, bank: str = "") -> Iterator[Finding]:
    """Where conversation and plans part: a request that no plan of the case gives, and what a plan for a bank gives unasked.

    While an account is without a plan, what is missing may still come with it. A bank may give of its own accord what nobody
    asked for, and answer what was asked with something else: neither is a mistake of the plan. Empty ``bank``: every one.
    """
    asked, language = set(file.case.requests), file.case.language
    waiting = any(file.chosen(account.id) is None for account in file.planned_accounts)
    everywhere = {code for _, plan in _plans(file, "") for code in _given(plan)} | set(_answered(file))
    plans = [one for one in _plans(file, bank) if bank or file.end(one[0].id) is None]
    granted = {plan.account_id for plan in file.chosen_plans if is_banks_own(file, plan)}
    for account, plan in plans:
        for code in () if account.id in granted else _given(plan):
            if code in file.pack.requests and code not in asked:
                yield _differs("plan_beyond_requests", account, file, code, language)
    if plans and not waiting:
        for code in file.case.requests:
            if code in _IN_PLAN and code not in everywhere:
                yield _differs("request_not_in_plan", plans[0][0], file, code, language)


def _plans(file: CaseFile, bank: str) -> tuple[tuple[Account, Schedule], ...]:
    """The accounts of which an application to a bank (empty: to any) speaks and that have a plan."""
    chosen = ((file.account(plan.account_id), file.schedules[plan.id]) for plan in file.chosen_plans)
    here = file.applied_for(bank) if bank else file.debts
    return tuple((account, plan) for account, plan in chosen if account in here)


def _answered(file: CaseFile) -> Iterator[str]:
    """What was asked of banks that granted terms of their own instead."""
    for plan in file.chosen_plans:
        ours = answered_plan(file, plan) if is_banks_own(file, plan) else None
        if ours is not None:
            yield from _given(schedule(ours.terms))


def _given(plan: Schedule) -> tuple[str, ...]:
    return tuple(code for code, gives in _IN_PLAN.items() if gives(plan))


def _differs(code: str, account: Account, file: CaseFile, request: str, language: str) -> Finding:
    known = file.pack.requests.get(request)
    figures = {"request": known.text(language) if known else request, "bank": account.bank, "tail": account.tail}
    return Finding(code, f"plan.{account.id}", figures)
