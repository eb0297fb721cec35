"""The options of a case, plans side by side with doing nothing, and the bank's counter-offer kept beside ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.plans import versions
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_today
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.debt.comparison import Comparison, compare
from workstation.plan.debt.growth import Growth, GrowthOf
from workstation.plan.debt.waiting import MONTH_DAYS, Penalty, WaitingTerms
from workstation.plan.options.candidates import Candidate, Weighing
from workstation.plan.options.caps import cap_findings, default_cost_findings
from workstation.plan.options.option import Option
from workstation.plan.options.options import AccountOptions, Dominated, PaymentCapacity, Ranked, Setting, case_options
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.policy.pack import Pack
from workstation.policy.rules import Tier
from workstation.profile.account import Account
from workstation.promise.authority import tiers, tiers_by_length
from workstation.wording import Wording


@dataclass(frozen=True, slots=True)
class PlansCompared:
    """A comparison with what only the pack knows: for each plan the tier of each concession, and caps it exceeds.

    ``default_cost``: the cap that a year of doing nothing exceeds, as advice.
    """

    comparison: Comparison
    tiers: tuple[Mapping[str, Tier], ...]
    caps: tuple[tuple[Finding, ...], ...]
    findings: tuple[Finding, ...]
    default_cost: tuple[Finding, ...]


def options_of(
    file: CaseFile, funds: Money | None = None, first_due: date | None = None, highest: Tier = "bank"
) -> tuple[AccountOptions, ...]:
    """Every option of every account as the case is; nothing is kept.

    ``funds``: money at hand once (down payment, settlement). ``first_due`` default: the debtor's pay day next month.
    """
    return case_options(
        names([owed_today(file, account) for account in file.accounts]),
        PaymentCapacity(file.budget.surplus, funds or Money.zero(file.budget.currency)),
        Setting(file.case.requests, first_due or usual_first_due(file), file.today, highest),
        file.pack,
        partial(tiers_by_length, pack=file.pack),
    )


def option_for(file: CaseFile, candidate: Candidate) -> Option | None:
    """The figures of a candidate that was set apart; None when the calculator refuses its terms."""
    try:
        return Weighing(file.pack, partial(tiers_by_length, pack=file.pack)).option_of(candidate)
    except Refused:
        return None


def names(accounts: Sequence[Account]) -> dict[str, Account]:
    """What option ids begin with: the last four of the number; where two share them, with a part of the account's id."""
    shared = Counter(account.tail for account in accounts)
    return {a.tail if shared[a.tail] == 1 else f"{a.tail}.{a.id[-6:]}": a for a in accounts}


def usual_first_due(file: CaseFile) -> date:
    """Next month on the debtor's pay day, else on the due day of the first account, else on today's day."""
    due_day = next((account.due_day for account in file.accounts if account.due_day), None)
    return versions.next_month_on(file.today, file.debtor.pay_day, due_day)


def keep_option(
    desk: Desk, case_id: str, option_id: str, funds: Money | None = None, first_due: date | None = None
) -> PlanVersion:
    """Keep an offered or outdone option as a plan version; its reason becomes the version's why.

    The options are searched outside the transaction. Raises `Refused`: ``option_unknown``, what sets the option apart, or
    ``option_outdated`` alone when what they rest on changed meanwhile.
    """
    file = load_case(desk, case_id)
    account_id, one = desk.compute(_option_in, file, option_id, funds, first_due)
    return desk.run(_keep_found, file, account_id, one, option_id)


def _option_in(
    file: CaseFile, option_id: str, funds: Money | None, first_due: date | None
) -> tuple[str, Ranked | Dominated]:
    for account in options_of(file, funds, first_due):
        if one := account.evaluated(option_id):
            return account.account_id, one
        for excluded in account.excluded:
            if excluded.candidate.id == option_id:
                raise Refused(Finding("option_outdated", option_id, {"option": option_id}), *excluded.findings)
    raise Refused(Finding("option_unknown", f"plan.{option_id}", {"option": option_id}))


def _keep_found(desk: Desk, file: CaseFile, account_id: str, one: Ranked | Dominated, option_id: str) -> PlanVersion:
    if _basis(load_case(desk, file.case.id)) != _basis(file):
        raise Refused(Finding("option_outdated", option_id, {"option": option_id}))
    why = f"{option_id} {Wording(desk.settings.language).finding(one.why)}"
    return versions.keep_plan(desk, file.case.id, account_id, one.option.terms, why)


def _basis(file: CaseFile) -> tuple[object, ...]:
    """What the options of a case are worked out from."""
    return file.accounts, file.budget, file.case.requests, file.debtor.pay_day, file.pack, file.today


def choose_option(
    desk: Desk, case_id: str, option_id: str, funds: Money | None = None, first_due: date | None = None
) -> PlanChoice:
    """Keep an option as a plan version and choose it, in one transaction; raises as `keep_option`."""
    file = load_case(desk, case_id)
    account_id, one = desk.compute(_option_in, file, option_id, funds, first_due)
    return desk.run(_choose_found, file, account_id, one, option_id)


def _choose_found(desk: Desk, file: CaseFile, account_id: str, one: Ranked | Dominated, option_id: str) -> PlanChoice:
    return versions.choose(desk, _keep_found(desk, file, account_id, one, option_id).id)


def compare_plans(
    file: CaseFile, account: Account, terms_list: Sequence[Terms], growth_of: GrowthOf = Growth
) -> PlansCompared:
    """One to four plans for an account against waiting, with tiers and caps of the pack. Else as `compare`."""
    growth = waiting_terms(account, file.pack, file.today)
    found = compare(terms_list, growth, file.budget.surplus, file.today, account.minimum_due, growth_of)
    unknown = Finding("waiting_rate_unknown", f"account.{account.id}", {"bank": account.bank, "tail": account.tail})
    return PlansCompared(
        found,
        tuple(tiers(plan.schedule.terms, len(plan.schedule.rows), file.pack) for plan in found.plans),
        tuple(cap_findings(plan.schedule, file.today, file.pack, account.bank) for plan in found.plans),
        () if growth else (unknown,),
        default_cost_findings(account.product, found.waiting, file.pack, growth_of),
    )


def waiting_terms(account: Account, pack: Pack, today: date | None = None) -> WaitingTerms | None:
    """How the account grows while nothing is paid, by its contract rate and the pack's rules; None when no rate is known.

    ``today``: the day from which the wait runs, so that months overdue by then count for a penalty that steps up.
    """
    if account.rate is None:
        return None
    growth = pack.growth_of(account.product)
    bank = pack.lenders.bank(account.bank)
    share = account.rate.per_day(growth.year_days)
    daily = Decimal(share.numerator) / share.denominator
    return WaitingTerms(
        daily,
        growth.compounding,
        growth.month,
        _penalty(account, pack, today),
        account.statement_day,
        share_of.value if growth.penalty_rate is not None and (share_of := bank.minimum_share) else None,
    )


def _penalty(account: Account, pack: Pack, today: date | None) -> Penalty | None:
    """By the bank's own rules where they are known; amounts of the pack say nothing of another currency."""
    growth, bank = pack.growth_of(account.product), pack.lenders.bank(account.bank)
    if growth.penalty_rate is None:
        return None
    if account.currency != pack.currency:
        return Penalty(growth.penalty_rate, Money.zero(account.currency))
    least = bank.penalty_minimum.value if bank.penalty_minimum else growth.penalty_minimum
    most = Money(bank.penalty_maximum.value, pack.currency) if bank.penalty_maximum else None
    return Penalty(
        growth.penalty_rate,
        Money(least, pack.currency),
        most,
        Money(bank.tolerance.value, pack.currency) if bank.tolerance else None,
        bank.step_rate.value if bank.step_rate and bank.step_after else None,
        bank.step_after.value if bank.step_after else 0,
        account.days_overdue(today) // MONTH_DAYS if today else 0,
    )


def record_counter(desk: Desk, plan_id: str, terms: Terms, by: str, note: str = "") -> PlanVersion:
    """Keep the bank's terms as the account's next version and record its decision on ours; nothing is chosen by it.

    The versions keep who and when, the new one ``note`` as its why. To accept, choose the new version and record the
    bank's approval of it; to go on, make another. Raises `Refused` with ``counter_same`` when the terms are ours.
    """
    ours = desk.store.get(PlanVersion, plan_id)
    if terms == ours.terms:
        raise Refused(Finding("counter_same", f"plan.{ours.account_id}"))
    theirs = versions.keep_plan(desk, ours.case_id, ours.account_id, terms, note)
    versions.record_approval(desk, plan_id, "bank", "countered", by, note, theirs.id)
    return theirs
