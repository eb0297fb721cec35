"""A lender's table of costs as it was signed: the loan, its interest, every further item, and what the lender says of each.

Reckoned from what is typed alone: nothing is taken from the account or the pack. The rows are those of the calculator.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, cast

from workstation.errors import Finding
from workstation.folding import folded
from workstation.money import HALF_UP, Money
from workstation.plan.rate.cost_table import CostItem, CostTable, Paid, cost_table
from workstation.plan.schedule.accrual import YEAR_DAYS
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Method, Terms
from workstation.rates import DayCount, Rate

Basis = Literal["start", "each", "end", "balance", "lent"]
BASES: Final[tuple[Basis, ...]] = ("start", "each", "end", "balance", "lent")
"""Paid on the day of the loan, with each instalment, with the last; a yearly share of what is still owed; a share of the loan
with each instalment. The words stand under ``cost_basis.<basis>``."""
AMOUNTS: Final = ("start", "each", "end")
"""Bases that ask for an amount; the others ask for a share."""
LENT_METHODS: Final = ("equal_instalment", "equal_principal", "interest_only")
"""How the loan is repaid; one instalment is all at the end. The words stand under ``lent_method.<method>``."""
COUNTS: Final = ("30/360", "actual/365", "actual/360")
ITEMS_MOST: Final = 50
_MONTHS_MOST: Final = 600
INTEREST: Final = "interest"


@dataclass(frozen=True, slots=True)
class LenderCost:
    """One further item. ``amount``: of the bases `AMOUNTS`, else zero; ``share`` per unit as text, ``0.06``, of the others.

    ``stated``: the yearly rate that the lender's table names, per unit as text; empty where it names none.
    """

    name: str
    basis: str
    amount: Money
    share: str = ""
    payee: str = ""
    stated: str = ""


@dataclass(frozen=True, slots=True)
class LenderTable:
    """One an account. ``rate``: of the interest by the contract; ``stated``: the yearly cost that the lender's table comes to."""

    account_id: str
    case_id: str
    lent: Money
    on: date
    first_due: date
    instalments: int
    method: str
    day_count: str
    rate: Rate
    items: tuple[LenderCost, ...]
    at: datetime
    by: str
    stated: Rate | None = None
    currency: str = "CNY"


def table_findings(table: LenderTable, interest: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What cannot be reckoned, at ``costs.<field>`` and ``cost_item.<field>``.

    ``interest``: the names of the interest, which is an item of its own already: a second one of its name is ``cost_item_twice``.
    """
    if table.lent.minor <= 0:
        yield Finding("amount_not_positive", "costs.lent", {"amount": table.lent.grouped()})
    if not 1 <= table.instalments <= _MONTHS_MOST:
        yield _range("costs.instalments", table.instalments, 1, _MONTHS_MOST)
    if table.first_due <= table.on:
        figures = {"day": table.first_due.isoformat(), "earliest": table.on.isoformat()}
        yield Finding("day_too_early", "costs.first_due", figures)
    for field, value, known in (("method", table.method, LENT_METHODS), ("day_count", table.day_count, COUNTS)):
        if value not in known:
            yield Finding("choice_unknown", f"costs.{field}", {"value": value[:40], "choices": ", ".join(known)})
    if not 0 <= table.rate.value <= 10:
        yield Finding("cost_share_impossible", "costs.rate", {"share": table.rate.percent()})
    if len(table.items) > ITEMS_MOST:
        yield _range("cost_item.name", len(table.items), 0, ITEMS_MOST)
    seen = {folded(one) for one in interest}
    for item in table.items:
        yield from _of_item(item, seen, table.currency)
        seen.add(folded(item.name.strip()))


def _of_item(item: LenderCost, seen: set[str], currency: str) -> Iterator[Finding]:
    if not item.name.strip():
        yield Finding("required_field", "cost_item.name")
    elif folded(item.name.strip()) in seen:
        yield Finding("cost_item_twice", "cost_item.name", {"cost_name": item.name.strip()})
    if item.basis not in BASES:
        yield Finding("choice_unknown", "cost_item.basis", {"value": item.basis[:40], "choices": ", ".join(BASES)})
    elif item.basis in AMOUNTS:
        if item.amount.minor <= 0:
            yield Finding("amount_not_positive", "cost_item.amount", {"amount": item.amount.grouped()})
        elif item.amount.currency != currency:
            yield Finding("amount_currency", "cost_item.amount", {"currency": currency})
    elif not item.share or not 0 < Decimal(item.share) <= 10:
        yield Finding("cost_share_impossible", "cost_item.share", {"share": item.share})


def _range(place: str, value: int, least: int, most: int) -> Finding:
    return Finding("number_range", place, {"value": str(value), "least": str(least), "most": str(most)})


def lender_costs(table: LenderTable) -> CostTable:
    """Each item's own yearly rate, their sum and the single rate. Raises `Refused` as `cost_table` and `schedule`."""
    plan = schedule(_terms(table))
    year = YEAR_DAYS[cast(DayCount, table.day_count)]
    principal = [(row.principal_minor, time) for row, time in zip(plan.rows, plan.times, strict=True)]
    interest = CostItem(INTEREST, _paid((row.interest_minor for row in plan.rows), plan))
    items = [CostItem(one.name, _payments(one, plan, table.lent, year), one.payee) for one in table.items]
    return cost_table(table.lent, principal, [one for one in (interest, *items) if one.payments], year)


def _terms(table: LenderTable) -> Terms:
    none = Money.zero(table.currency)
    method: Method = "equal_principal" if table.method == "equal_principal" else "equal_instalment"
    terms = Terms(
        table.lent, table.first_due, table.on, none, none, none, none, none,
        method=method, instalments=table.instalments, rate=table.rate, day_count=cast(DayCount, table.day_count),
    )  # fmt: skip
    return replace(terms, grace_principal=table.instalments - 1) if table.method == "interest_only" else terms


def _payments(item: LenderCost, plan: Schedule, lent: Money, year: int) -> tuple[Paid, ...]:
    match item.basis:
        case "start":
            return ((item.amount.minor, 0),)
        case "each":
            return _paid((item.amount.minor for _ in plan.rows), plan)
        case "end":
            return ((item.amount.minor, plan.times[-1]),)
        case "lent":
            each = HALF_UP.whole(Fraction(Decimal(item.share)) * lent.minor)
            return _paid((each for _ in plan.rows), plan)
    share, before = Fraction(Decimal(item.share)) / year, 0
    found = []
    for row, time in zip(plan.rows, plan.times, strict=True):
        found.append(HALF_UP.whole(row.opening_minor * share * (time - before)))
        before = time
    return _paid(iter(found), plan)


def _paid(amounts: Iterator[int], plan: Schedule) -> tuple[Paid, ...]:
    return tuple((minor, time) for minor, time in zip(amounts, plan.times, strict=True) if minor)
