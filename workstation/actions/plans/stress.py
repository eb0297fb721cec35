"""A plan under stress: the household of a case, and all its payments together, when income falls or a payment is missed."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.casework.case_file import CaseFile
from workstation.money import Money
from workstation.plan.options.affordability import Household, StressResult, stress_test, usual_stresses
from workstation.plan.schedule.calculate import Schedule


@dataclass(frozen=True, slots=True)
class Strain:
    """What the agent asked the debtor: money put by, and what a festival month costs besides (春节), where there is one."""

    reserve: Money
    festival_month: int | None = None
    festival_cost: Money | None = None


def stress_plan(file: CaseFile, account_id: str, trial: Schedule, strain: Strain) -> tuple[StressResult, ...]:
    """The trial with the chosen plans of the other accounts, under each usual stress; none in another currency or without one."""
    if trial.terms.currency != file.budget.currency or not file.budget.lines:
        return ()
    budget = file.budget
    spending = budget.of("expense") + budget.of("priority_debt")
    household = Household(budget.of("income"), spending, strain.reserve, strain.festival_month, strain.festival_cost)
    others = [file.schedules[plan.id] for plan in file.running_plans if plan.account_id != account_id]
    plans = [trial, *(plan for plan in others if plan.terms.currency == budget.currency)]
    payments = [(row.due_on, row.payment) for plan in plans for row in plan.rows]
    return stress_test(household, payments, usual_stresses(household))
