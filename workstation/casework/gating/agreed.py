"""What an agreement with a bank would hold: its plans, and the debts that it must not leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workstation.casework.case_file import CaseFile
from workstation.errors import Finding
from workstation.plan.version import PlanVersion


def agreed_plans(file: CaseFile, bank: str, plan_id: str = "") -> tuple[PlanVersion, ...]:
    """The plans an agreement with a bank would hold: one version when named, else every chosen one there.

    One that binds all creditors holds the chosen plans of the other debts beside the named version.
    """
    here = [account.id for account in file.filed_with(bank)]
    chosen = {plan.account_id: plan for plan in file.chosen_plans if plan.account_id in here}
    if plan_id:
        named = file.plan(plan_id)
        if named is None or named.account_id not in here:
            return ()
        if not file.pack.filing.single:
            return (named,)
        chosen[named.account_id] = named
    return tuple(chosen[account_id] for account_id in here if account_id in chosen)


def left_out(file: CaseFile, bank: str, plans: Sequence[PlanVersion]) -> Iterator[Finding]:
    """Debts without a plan that an agreement binding all creditors would leave out unseen: ``account_without_plan``."""
    planned = {plan.account_id for plan in plans}
    for account in file.filed_with(bank) if file.pack.filing.single else ():
        if account.owed and file.end(account.id) is None and account.id not in planned:
            yield Finding("account_without_plan", f"plan.{account.id}", {"bank": account.bank, "tail": account.tail})
