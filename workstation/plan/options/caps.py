"""The caps of a pack on a plan and on doing nothing, as findings that name their source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from workstation.dates import add_days, add_months
from workstation.errors import Finding
from workstation.plan.debt.comparison import Waiting
from workstation.plan.debt.growth import Growth, GrowthOf
from workstation.plan.schedule.calculate import Schedule
from workstation.plan.schedule.due_days import last_due_day
from workstation.plan.schedule.terms import Terms
from workstation.policy.lenders import AnnualCap
from workstation.policy.pack import Pack
from workstation.rates import percent, rounded

_MONTHS: Final = 12
_YEAR_DAYS: Final = 365
_MILLION: Final = 10**6


def cap_findings(plan: Schedule, agreed_on: date, pack: Pack, lender: str) -> tuple[Finding, ...]:
    """``cap_term`` when a plan runs longer, ``cap_annual_cost`` when it costs more than the ``lender`` may charge."""
    cap = pack.annual_cap(lender, agreed_on)
    return (*term_cap_findings(plan.terms, len(plan.rows), agreed_on, pack), *annual_cost_findings(plan, cap))


def term_cap_findings(terms: Terms, rows: int, agreed_on: date, pack: Pack) -> tuple[Finding, ...]:
    """Whether the last due day is within the pack's months from the agreement, by the calendar.

    Months that are left out, a deferral and a late first due day count as they pass. ``agreed_on``: the day of the agreement, or
    the earliest that it can have; one that lies before the day from which interest runs is that day.
    """
    most, begins = pack.limits.max_instalments, max(agreed_on, terms.interest_from)
    last, until = last_due_day(terms, rows), last_day(begins, pack)
    if last <= until:
        return ()
    figures = {
        "months": str(_months(begins, last)),
        "limit": str(most),
        "from": begins.isoformat(),
        "last": last.isoformat(),
        "until": until.isoformat(),
    }
    return (Finding("cap_term", "instalments", {**figures, **_source(pack, "max_instalments")}),)


def last_day(agreed_on: date, pack: Pack) -> date:
    """The last day on which an instalment of an agreement of that day may fall due."""
    return add_months(agreed_on, pack.limits.max_instalments)


def _months(begins: date, last: date) -> int:
    """Months from one day to a later one, a begun month counted whole."""
    months = (last.year - begins.year) * _MONTHS + last.month - begins.month
    return months if last <= add_months(begins, months) else months + 1


def annual_cost_findings(plan: Schedule, cap: AnnualCap) -> tuple[Finding, ...]:
    """The simple yearly rate (单利, IRR × 12) against the cap, as courts count it; both rates are told."""
    rate, most = plan.true_rate, cap.rate
    if rate is None or rounded(rate.simple) <= most:  # as it is shown: rounding to cents is no breach
        return ()
    figures = {"simple": percent(rate.simple), "compound": percent(rate.compound), "limit": percent(most)}
    source = {"source": cap.source.name, "dated": cap.source.dated}
    return (Finding("cap_annual_cost", "rate", {**figures, **source}),)


def default_cost_findings(
    product: str, growth: Waiting | None, pack: Pack, growth_of: GrowthOf = Growth
) -> tuple[Finding, ...]:
    """What 365 days of doing nothing add (interest, compound, penalty, fees) against the principal, where it is above the cap.

    Advice for the talk with the bank: a court may reduce what is above, so nothing is forbidden by it.
    """
    limits = pack.limits
    if (
        growth is None
        or not growth.points[0].owed.principal
        or product not in (limits.default_cost_products or (product,))
    ):
        return ()
    start = growth.points[0]
    year = growth_of(start.owed, growth.minimum_due, start.on, growth.terms).at(add_days(start.on, _YEAR_DAYS))
    added, principal = year.total - start.owed.total, start.owed.principal
    rate = Decimal(added.minor) / principal.minor
    if rounded(rate) <= limits.max_default_cost:
        return ()
    figures = {"amount": added.grouped(), "principal": principal.grouped(), "rate": percent(rate)}
    shown = {**figures, "limit": percent(limits.max_default_cost), **_source(pack, "max_default_cost")}
    return (Finding("cap_default_cost", "waiting", shown),)


def surely_within(steepest: int, most: Decimal) -> bool:
    """Whether no row charges so much on its balance that the true rate could be above the cap; no rate is solved for that.

    With m = cap / 12, a row of x months that charges at most B·m·x / (1 + m) on its balance B charges no more than
    B·((1 + m)^x − 1), and where every row does so, the payments discounted by m are not worth more than what was lent.
    """
    top, bottom = most.as_integer_ratio()
    return steepest * (_MONTHS * bottom + top) <= _MONTHS * top * _MILLION


def _source(pack: Pack, limit: str) -> dict[str, str]:
    source = pack.limits.sources[limit]
    return {"source": source.name, "dated": source.dated}
