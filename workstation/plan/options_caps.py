"""The caps of a pack on a plan, as findings that name their source."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from workstation.errors import Finding
from workstation.plan.schedule import Schedule
from workstation.plan.terms import Terms
from workstation.policy.pack import Pack

_SHOWN: Final = Decimal("0.0001")
"""Costs are set against the cap as they are shown, to a hundredth of a per cent: rounding to cents is no breach."""
_MONTH_DAYS: Final = 30
_MONTHS: Final = 12
_MILLION: Final = 10**6


def cap_findings(plan: Schedule, pack: Pack) -> tuple[Finding, ...]:
    """``cap_term`` when a plan runs longer, ``cap_annual_cost`` when it costs more than the pack allows."""
    return (*term_cap_findings(plan.terms, len(plan.rows), pack), *annual_cost_findings(plan, pack))


def term_cap_findings(terms: Terms, rows: int, pack: Pack) -> tuple[Finding, ...]:
    """The months of the plan, its deferral counted, against the months of the pack."""
    every, most = terms.every, pack.limits.max_instalments
    months = -(-rows * every.days // _MONTH_DAYS) if every.days else rows * every.months
    months += terms.deferral_months
    if months <= most:
        return ()
    return (
        Finding(
            "cap_term", "instalments", {"months": str(months), "limit": str(most), **_source(pack, "max_instalments")}
        ),
    )


def annual_cost_findings(plan: Schedule, pack: Pack) -> tuple[Finding, ...]:
    """The simple yearly rate (单利, IRR × 12) against the cap, as courts count it; both rates are told."""
    rate, most = plan.true_rate, pack.limits.max_annual_cost
    if rate is None or rate.simple.quantize(_SHOWN, ROUND_HALF_UP) <= most:
        return ()
    figures = {"simple": percent(rate.simple), "compound": percent(rate.compound), "limit": percent(most)}
    return (Finding("cap_annual_cost", "rate", {**figures, **_source(pack, "max_annual_cost")}),)


def surely_within(steepest: int, pack: Pack) -> bool:
    """Whether no row charges so much on its balance that the true rate could be above the cap; no rate is solved for that.

    With m = cap / 12, a row of x months that charges at most B·m·x / (1 + m) on its balance B charges no more than
    B·((1 + m)^x − 1), and where every row does so, the payments discounted by m are not worth more than what was lent.
    """
    cap = Fraction(pack.limits.max_annual_cost)
    return Fraction(steepest, _MILLION) * (1 + cap / _MONTHS) <= cap


def percent(rate: Decimal) -> str:
    """For people: two digits after the point, ``18.25%``."""
    return f"{(rate * 100).quantize(Decimal('0.01'), ROUND_HALF_UP):f}%"


def _source(pack: Pack, limit: str) -> dict[str, str]:
    source = pack.limits.sources[limit]
    return {"source": source.name, "dated": source.dated}
