"""The actions behind a bank's list: the dry run over it, and taking it in."""

from __future__ import annotations

from collections.abc import Collection

from ui.desk_session import DeskSession
from ui.pages.keep.bank_list.lines import ListPlan
from ui.pages.keep.bank_list.said import ListSaid
from workstation.actions.keep import balance_import, payment_import
from workstation.actions.keep.balance_import import BalancePlan
from workstation.actions.keep.list_answers import CasesRead, ListAnswers, ListFile
from workstation.profile.batch import Import


def planned(session: DeskSession, file: ListFile, said: ListAnswers, cases: CasesRead, *, balances: bool) -> ListPlan:
    """The dry run. Raises `Refused` where columns are missing."""
    if balances:
        return session.read(balance_import.plan_balance_list, file, said, cases)
    return session.read(payment_import.plan_payment_list, file, said, cases)


def taken_in(session: DeskSession, plan: ListPlan, rows: Collection[int], said: ListSaid) -> Import:
    """What is ready, and the ``rows`` that a person confirmed. Raises `Refused`: nothing to take, or others were quicker."""
    if isinstance(plan, BalancePlan):
        return session.run(balance_import.import_balances, plan, rows, said.sums_compared)
    return session.run(payment_import.import_payments, plan, rows, said.in_balance, said.sums_compared)
