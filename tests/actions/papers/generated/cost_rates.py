"""The table of costs by halving: each item's own yearly rate as if nothing else were charged, their sum, the rate of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tests.actions.papers.generated.reading import grouped, squeezed
from tests.actions.papers.generated.reckoning import Plan, Reckoned
from tests.actions.papers.generated.true_cost import rate_of

_PERCENT: Final = re.compile(r"(?<![\d.,])\d+\.\d\d(?=%)")
_NEAR: Final = 0.0051
"""Of a percentage of two decimals."""

Rates = tuple[float, float]


def cost_faults(text: str, case: Reckoned) -> Iterator[str]:
    """Of the table of all plans: sums and rates that are not there."""
    told, shown = squeezed(text), [float(one) for one in _PERCENT.findall(text)]
    for plan in case.plans:
        sums = {item: plan.sum(item) for item in ("interest", "fee")}
        for amount in (plan.rows[0].opening, sum(sums.values()), *(one for one in sums.values() if one)):
            if grouped(amount) not in told:
                yield f"{plan.debt.tail}: {grouped(amount)} is not told"
        for rate in (one for pair in cost_rates(plan) for one in pair):
            if not any(abs(100 * rate - one) <= _NEAR for one in shown):
                yield f"{plan.debt.tail}: {100 * rate:.3f}% is not told"


def cost_rates(plan: Plan) -> list[Rates]:
    """(simple, compound) of each item that is charged, of the items added, of all together."""
    lent, charged = plan.rows[0].opening, [item for item in ("interest", "fee") if plan.sum(item)]
    if not lent:
        return []

    def rate(*items: str) -> Rates:
        paid = [
            (row.principal + sum(getattr(row, item) for item in items), days / 30)
            for row, days in zip(plan.rows, plan.days, strict=True)
        ]
        return rate_of(lent, paid)

    each = [rate(item) for item in charged]
    return [*each, (sum(one for one, _ in each), sum(one for _, one in each)), rate(*charged)]
