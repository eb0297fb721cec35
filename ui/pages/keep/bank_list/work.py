"""The actions behind a bank's list: the dry run over it, and taking it in."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from ui.desk_session import DeskSession
from ui.pages.keep.bank_list.lines import ListPlan
from ui.pages.keep.bank_list.said import ListSaid
from workstation.actions.keep import balance_import, payment_import
from workstation.actions.keep.balance_import import BalancePlan
from workstation.actions.keep.list_answers import CasesRead, ListAnswers, ListFile, Step
from workstation.actions.keep.reading import read_aside
from workstation.profile.batch import Import


def planning(
    session: DeskSession, file: ListFile, said: ListAnswers, cases: CasesRead, step: Step, *, balances: bool
) -> Callable[[], ListPlan]:
    """The dry run, on any thread beside the window. Raises `Refused` where columns are missing, and what ``step`` raises."""
    plan: Callable[..., ListPlan] = balance_import.plan_balance_list if balances else payment_import.plan_payment_list
    return read_aside(session.desk, partial(plan, file=file, said=said, cases=cases, step=step))


def taken_in(session: DeskSession, plan: ListPlan, rows: Collection[int], said: ListSaid) -> Import:
    """What is ready, and the ``rows`` that a person confirmed. Raises `Refused`: nothing to take, or others were quicker."""
    if isinstance(plan, BalancePlan):
        return session.run(balance_import.import_balances, plan, rows, said.sums_compared)
    return session.run(payment_import.import_payments, plan, rows, said.in_balance, said.sums_compared)
