"""The costs of a plan item by item: its interest and its fees, each with a yearly rate of its own."""

from __future__ import annotations

from workstation.money import Money
from workstation.plan.rate.cost_table import CostItem, CostTable, cost_table
from workstation.plan.schedule.calculate import Schedule


def cost_of_schedule(plan: Schedule) -> CostTable | None:
    """Interest and fees of a plan, neither where it charges none; None where nothing is financed."""
    rows = list(zip(plan.rows, plan.times, strict=True))
    lent = Money(plan.rows[0].opening_minor, plan.terms.currency)
    if lent.minor <= 0 or not any(plan.times):
        return None
    items = [
        CostItem(code, tuple((minor, time) for minor, time in paid if minor))
        for code, paid in (
            ("interest", [(row.interest_minor, time) for row, time in rows]),
            ("fee", [(row.fee_minor, time) for row, time in rows]),
        )
    ]
    year = 360 if plan.terms.day_count == "30/360" else 365
    principal = [(row.principal_minor, time) for row, time in rows]
    return cost_table(lent, principal, [one for one in items if one.payments], year)
