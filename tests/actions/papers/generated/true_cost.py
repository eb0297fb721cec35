"""The true yearly cost of a plan by halving: what makes its payments worth what is lent. Months of one twelfth of a year."""

from __future__ import annotations

from collections.abc import Sequence

from tests.actions.papers.generated.reckoning import Plan

_HALVINGS = 60


def true_cost(plan: Plan) -> tuple[float, ...]:
    """(simple, compound) a year; nothing where nothing is lent. What was owed before (carried) is no cost of the plan."""
    lent = plan.rows[0].opening
    if not lent:
        return ()
    return rate_of(
        lent, [(row.payment - row.carried, days / 30) for row, days in zip(plan.rows, plan.days, strict=True)]
    )


def rate_of(lent: int, paid: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """(simple, compound) a year of amounts paid after so many months."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        worth = sum(amount / (1 + middle) ** months for amount, months in paid)
        low, high = (middle, high) if worth > lent else (low, middle)
    return low * 12, (1 + low) ** 12 - 1
