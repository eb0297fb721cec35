"""Gathers what the comparison sheet says from comparisons already made: every amount, day and mark of its chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.debt_orders import DebtOrders, order_lines, orders_or_why
from workstation.casework.gating.bank_terms import is_banks_own
from workstation.documents.packet.figures import PlanFigures
from workstation.documents.packet.plan_figures import account_label, plan_figures
from workstation.documents.papers.debtor_figures import (
    ComparedFigures,
    ComparisonFigures,
    Curve,
    HorizonFigures,
    MeanwhileFigures,
    OptionFigures,
    OrdersFigures,
    WaitingFigures,
)
from workstation.errors import Finding
from workstation.evidence.checklist import open_lines
from workstation.money import Money, minor_units, total
from workstation.plan.debt.comparison import Compared, Comparison, Owing
from workstation.plan.debt.waiting import WaitingTerms
from workstation.plan.version import PlanVersion
from workstation.policy.cited import cited
from workstation.policy.rules import Tier
from workstation.profile.account import Account
from workstation.rates import Rate, rounded, share_percent
from workstation.wording import Wording

_LETTERS: Final = "ABCD"
_YEAR: Final = 12
_DAILY_PLACES: Final = 8  # of a daily rate per unit: a hundredth of a per cent a day would be a tenth of most
_HALF_YEAR_DAYS: Final = 180
_DAYS_A_YEAR: Final = 365
_STEPS: Final = (1, 2, 5)
_TRIFLE: Final = 100  # a hundredth of a payment: what is left over by rounding, no figure to choose a plan by


@dataclass(frozen=True, slots=True)
class ComparedAccount:
    """One account: its kept versions in the order of the columns, their comparison, the tiers of each, how waiting grows.

    ``default_cost``: the cap that a year of doing nothing exceeds.
    """

    account: Account
    versions: tuple[PlanVersion, ...]
    comparison: Comparison
    tiers: tuple[Mapping[str, Tier], ...]
    growth: WaitingTerms | None
    default_cost: tuple[Finding, ...] = ()


def comparison_figures(file: CaseFile, compared: Sequence[ComparedAccount]) -> ComparisonFigures:
    """The sheet of a case, one page an account compared."""
    words = Wording(file.paper_language)
    return ComparisonFigures(
        language=file.paper_language,
        number=file.case.number,
        made_on=words.day(file.today),
        name=file.debtor.name,
        desk=file.settings.desk_name,
        agent=file.settings.agent,
        accounts=tuple(_account(file, one, words) for one in compared),
        missing=tuple(line.requirement.text(file.case.language) for line in open_lines(file.checklist, "verified")),
        orders=_orders(file, words),
    )


def _orders(file: CaseFile, words: Wording) -> OrdersFigures | None:
    found = orders_or_why(file)
    if not isinstance(found, DebtOrders):
        return None
    law = cited(file.pack.debt_order.source.name, file.case.language) if file.pack.debt_order else ""
    given = found.conditions
    minimums = total(found.minimums, given.monthly.currency)
    return OrdersFigures(order_lines(found, words), given.monthly, words.day(given.first_on), minimums, law)


def _account(file: CaseFile, one: ComparedAccount, words: Wording) -> ComparedFigures:
    account, comparison = one.account, one.comparison
    paid_since = account.components != file.account(account.id).components
    day = file.today if paid_since else account.as_of or file.today
    overdue = account.days_overdue(day)
    late = {"days": str(overdue)}
    options = tuple(_option(file, one, i, words) for i in range(len(one.versions)))
    waiting = _waiting(one, words)
    curves = [option.curve for option in options] + ([waiting.curve] if waiting else [])
    last = max(plan.last_due for plan in comparison.plans)
    return ComparedFigures(
        bank=account.bank,
        account=account_label(account, words),
        owed=account.owed,
        as_of=words.day(day),
        overdue=words.text("paper.comparison.overdue", late) if overdue else "",
        surplus=file.budget.surplus,
        options=options,
        waiting=waiting,
        meanwhile=_meanwhile(comparison, words),
        across=_across(comparison.today, last, words),
        upward=_upward(max((owed for curve in curves for _, owed in curve), default=0), account.currency),
    )


def _option(file: CaseFile, one: ComparedAccount, i: int, words: Wording) -> OptionFigures:
    version, plan = one.versions[i], one.comparison.plans[i]
    chosen = file.chosen(one.account.id)
    mine = chosen is not None and chosen.id == version.id
    saved = {entry.months: entry.amount for entry in plan.saved if not entry.days}
    figures = plan_figures(version, plan.schedule, one.account, words, file.case.language)
    payment, odd = _payments(figures)
    ours = "supervisor" in one.tiers[i].values()
    return OptionFigures(
        letter=_LETTERS[i],
        version=words.text("paper.comparison.version", {"no": str(version.version)}),
        chosen=mine,
        status=_status(file, version, mine, words),
        decides=words.text(
            f"paper.comparison.decides_{'both' if ours and not is_banks_own(file, version) else 'bank'}"
        ),
        plan=figures,
        payment=payment,
        odd=odd,
        share=_share(plan),
        owed_year=Money(_left(plan.curve, _year_days(one.comparison)), one.account.currency),
        saved_year=saved.get(_YEAR),
        saved_end=saved.get(0),
        curve=tuple(point for point in plan.curve if point[0] >= 0),
    )


def _payments(plan: PlanFigures) -> tuple[Money, Money | None]:
    """The regular payment and the odd one; where they are nearly alike, the larger stands for both."""
    if plan.odd_payment is None:
        return plan.payment, None
    apart = plan.odd_payment - plan.payment
    if abs(apart.minor) * _TRIFLE > plan.payment.minor:
        return plan.payment, plan.odd_payment
    return max(plan.payment, plan.odd_payment), None


def _status(file: CaseFile, version: PlanVersion, chosen: bool, words: Wording) -> str:
    """Applied for at most: even a reply on record is the bank's own letter to show, not this sheet's."""
    reply = file.decision(version.id, "bank")
    if reply is not None and reply.decision != "requested":
        return words.text("paper.comparison.replied")
    return words.text(f"paper.comparison.{'applied' if chosen else 'kept'}")


def _share(plan: Compared) -> str:
    return "" if plan.share is None else share_percent(plan.share)


def _year_days(comparison: Comparison) -> int:
    """Days until what waiting calls twelve months (its months may have 30 days), so that both are seen on one day."""
    if comparison.waiting is None:
        return _DAYS_A_YEAR
    return next((point.on - comparison.today).days for point in comparison.waiting.points if point.months == _YEAR)


def _left(curve: Curve, days: int) -> int:
    """What is still owed after so many days: the last point not later."""
    return [owed for day, owed in curve if day <= days][-1]


def _waiting(one: ComparedAccount, words: Wording) -> WaitingFigures | None:
    found, rate = one.comparison.waiting, one.account.rate
    if found is None or one.growth is None or rate is None:
        return None
    now = found.points[0].owed.total
    year = next(point for point in found.points if point.months == _YEAR)
    return WaitingFigures(
        rate=words.text(f"paper.comparison.rate_{rate.per}", {"rate": rate.percent()}),
        daily="" if rate.per == "daily" else Rate(rounded(one.growth.daily_rate, _DAILY_PLACES), "daily").percent(),
        compounds=one.growth.compounding == "monthly",
        penalised=bool(one.growth.penalty and found.minimum_due),
        horizons=tuple(_horizon(point, now, words) for point in found.points),
        owed_year=year.owed.total,
        curve=found.curve,
        cap=" ".join(words.finding(finding) for finding in one.default_cost),
    )


def _horizon(point: Owing, now: Money, words: Wording) -> HorizonFigures:
    key, count = ("days", point.days) if point.days else ("months", point.months) if point.months else ("today", 0)
    label = words.text(f"paper.comparison.after_{key}", {"count": str(count)})
    return HorizonFigures(label, words.day(point.on), point.owed.total, point.owed.total - now)


def _meanwhile(comparison: Comparison, words: Wording) -> MeanwhileFigures | None:
    if comparison.waiting is None:
        return None
    point = next(point for point in comparison.waiting.points if point.days == _HALF_YEAR_DAYS)
    plan = comparison.plans[0]
    paid = sum(row.payment_minor for row in plan.schedule.rows if row.due_on <= point.on) + plan.up_front.minor
    waited = point.owed.total
    currency = waited.currency
    return MeanwhileFigures(
        label=words.text("paper.comparison.after_days", {"count": str(_HALF_YEAR_DAYS)}),
        waited=waited,
        more=waited - comparison.waiting.points[0].owed.total,
        letter=_LETTERS[0],
        paid=Money(paid, currency),
        left=Money(_left(plan.curve, (point.on - comparison.today).days), currency),
    )


def _across(today: date, last: date, words: Wording) -> tuple[tuple[int, str], ...]:
    """Six marks at most: today and every so many months until the last plan has ended."""
    months = (last.year - today.year) * _YEAR + last.month - today.month + (last.day > today.day)
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600) if step * 5 >= months)
    best = [(0, words.text("paper.comparison.after_today"))]
    for count in range(step, months + step, step):
        key, shown = ("years", count // _YEAR) if step >= _YEAR else ("months", count)
        label = words.text(f"paper.comparison.after_{key}", {"count": str(shown)})
        best.append((count * _DAYS_A_YEAR // _YEAR, label))
    return tuple(best)


def _upward(most: int, currency: str) -> tuple[tuple[int, str], ...]:
    """Marks at round amounts, four or five of them, the highest not below ``most``."""
    unit = minor_units(currency)
    step = unit
    while step * 4 < most:
        step = _next_round(step // unit) * unit
    count = max(1, -(-most // step))
    return tuple((i * step, f"{i * step // unit:,}") for i in range(count + 1))


def _next_round(size: int) -> int:
    """The round number after one: 1, 2, 5, 10, 20, 50 …"""
    power = int("1".ljust(len(str(size)), "0"))
    return next(step * power for step in (*_STEPS, 10) if step * power > size)
