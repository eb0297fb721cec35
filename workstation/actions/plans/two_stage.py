"""Plans every account of a case in two stages at once, where the pack knows such a plan."""

from __future__ import annotations

from datetime import date

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.plans import versions
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_today
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.money import Money
from workstation.plan.options.two_stage import TwoStages, two_stage_terms
from workstation.plan.version import PlanVersion
from workstation.rates import Rate

_NO_INTEREST = Rate.parse("0")


def two_stages(
    file: CaseFile, monthly: Money, second: int | None = None, rate: Rate = _NO_INTEREST, first_due: date | None = None
) -> TwoStages:
    """What is asked for, with the pack's first stage and most instalments; the first payment is due in a month unless told.

    Raises `Refused`: ``stages_not_in_pack``.
    """
    first = file.pack.filing.first_stage
    if first is None:
        raise Refused(Finding("stages_not_in_pack", FieldRef.CASE_PACK, {"pack": file.pack.id}))
    due = first_due or versions.next_month_on(file.today, file.debtor.pay_day)
    return TwoStages(monthly, first.value, due, file.pack.limits.max_instalments, second, rate)


def plan_two_stages(desk: Desk, case_id: str, stages: TwoStages, why: str = "") -> tuple[PlanVersion, ...]:
    """Keep and choose a version in two stages for every account; one that is chosen already is left as it is.

    Raises `Refused` as `two_stage_terms` and `keep_plan`.
    """
    file = load_case(desk, case_id)
    made = []
    accounts = [owed_today(file, account) for account in file.planned_accounts]
    for account, terms in two_stage_terms(accounts, stages, file.today):
        chosen = file.chosen(account.id)
        if chosen is not None and chosen.terms == terms:
            continue
        plan = versions.keep_plan(desk, case_id, account.id, terms, why)
        versions.choose(desk, plan.id)
        made.append(plan)
    return tuple(made)
