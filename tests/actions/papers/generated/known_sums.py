"""Sums that papers tell: of accounts together, of a plan, of what is given up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.actions.papers.generated.building import Made
from tests.actions.papers.generated.reckoning import PARTS, Plan, Reckoned


def of_groups(case: Reckoned, made: Made) -> Iterator[int]:
    """What the accounts of each bank, of all, and of an agreement come to."""
    groups = [[debt for debt in case.accounts if bank in ("", debt.bank)] for bank in (*case.banks, "")]
    if made.kind == "agreement":
        groups.append([plan.debt for plan in case.plans_at(made.bank)])
    for debts in groups:
        for currency in {debt.currency for debt in debts}:
            here = [debt for debt in debts if debt.currency == currency]
            yield from (sum(debt.parts[part] for debt in here) for part in PARTS)
            yield sum(debt.owed for debt in here)


def of_plan(plan: Plan) -> Iterator[int]:
    for row in plan.rows:
        yield from (row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing)
    yield from (plan.sum(column) for column in ("principal", "interest", "fee", "carried", "payment"))
    yield from (plan.up_front, plan.overall, *plan.waived.values(), sum(plan.waived.values()))


def waived(plans: Sequence[Plan]) -> Iterator[int]:
    return (amount for plan in plans for amount in plan.waived.values())


def sums(plans: Sequence[Plan]) -> Iterator[int]:
    """Of all plans of a bank in one currency: what is given up."""
    for currency in {plan.debt.currency for plan in plans}:
        for part in PARTS:
            yield sum(plan.waived[part] for plan in plans if plan.debt.currency == currency)
