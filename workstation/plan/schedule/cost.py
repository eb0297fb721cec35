"""The costs of a plan item by item: its interest and its fees, each with a yearly rate of its own."""

from __future__ import annotations

from workstation.money import Money
from workstation.plan.rate.cost_table import CostItem, CostTable, cost_table
from workstation.plan.schedule.calculate import Schedule


def cost_of_schedule(plan: Schedule) -> CostTable | None:
    """Interest and fees of a plan; None where nothing is financed or the plan charges neither."""
    rows = list(zip(plan.rows, plan.times, strict=True))
    lent = Money(plan.rows[0].opening_minor, plan.terms.currency)
    items = [
        CostItem(code, tuple((minor, time) for minor, time in paid if minor))
        for code, paid in (
            ("interest", [(row.interest_minor, time) for row, time in rows]),
            ("fee", [(row.fee_minor, time) for row, time in rows]),
        )
    ]
    charged = [one for one in items if one.payments]
    if not charged or lent.minor <= 0:
        return None
    year = 360 if plan.terms.day_count == "30/360" else 365
    return cost_table(lent, [(row.principal_minor, time) for row, time in rows], charged, year)
